"""The whole form of one adult: every box in the form's order."""
import re
from collections.abc import Mapping
from datetime import date

from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.i589.box import HAND, Box
from docassemble.immdef_selfhelp.story.i589.part_a_family import part_a_family
from docassemble.immdef_selfhelp.story.i589.part_a_past import PRESENT, part_a_past
from docassemble.immdef_selfhelp.story.i589.part_a_you import part_a_you
from docassemble.immdef_selfhelp.story.i589.part_d import part_d, part_e
from docassemble.immdef_selfhelp.story.i589.parts_b_and_c import parts_b_and_c
from docassemble.immdef_selfhelp.story.i589.who import telling_of
from docassemble.immdef_selfhelp.story.told.watched import WATCHED

ADDRESS = re.compile(r'A\.I\.[89]\.|E\.(phone|street|apartment|city|state|zip)$')
"""The boxes of an address or a telephone, of which nothing was asked."""
PRESENT_HOME = re.compile(r'(A\.III\.[234]\.\d+)\.(street|city|province|name|place|employer)')
"""Where somebody lives, learns or works, when that goes on today."""
WHERE = re.compile(r'^A\.II\..*\.where$|^A\.III\.5\..*\.location$')
"""Where somebody of the family is, unless it follows from what else was told (the country, or that they have died)."""


def boxes(case: Case, person_key: str, on: date) -> Mapping[str, Box]:
    """Every item of Form I-589 for the adult with this key, as it stands on this day (`story/i589/__init__.py` names the items).

    Only what the whole family told together and what this adult told is read: never another adult's telling. Raises KeyError when nobody has the
    key.
    """
    told = telling_of(case, person_key)
    found = {**part_a_you(case, told), **part_a_family(case, told), **part_a_past(case, told), **parts_b_and_c(case, told, on), **part_d(case, told),
            **part_e(told)}
    return with_hand(found) if case.phone == WATCHED else found


def with_hand(found: Mapping[str, Box]) -> dict[str, Box]:
    """The form of a phone that somebody watches: where anybody lives or is now, and telephones, are written by hand on paper."""
    def is_hand(item: str, box: Box) -> bool:
        lived = PRESENT_HOME.fullmatch(item)
        if lived:
            return not box.text and found.get(f'{lived[1]}.to', Box()).text == PRESENT
        return bool(ADDRESS.match(item)) or bool(WHERE.search(item) and not box.answered)

    return {item: Box(kind=HAND) if is_hand(item, box) else box for item, box in found.items()}
