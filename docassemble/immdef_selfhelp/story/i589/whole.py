"""The whole form of one adult: every box in the form's order."""
from collections.abc import Mapping
from datetime import date

from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.i589.box import Box
from docassemble.immdef_selfhelp.story.i589.part_a_family import part_a_family
from docassemble.immdef_selfhelp.story.i589.part_a_past import part_a_past
from docassemble.immdef_selfhelp.story.i589.part_a_you import part_a_you
from docassemble.immdef_selfhelp.story.i589.part_d import part_d, part_e
from docassemble.immdef_selfhelp.story.i589.parts_b_and_c import parts_b_and_c
from docassemble.immdef_selfhelp.story.i589.who import telling_of


def boxes(case: Case, person_key: str, on: date) -> Mapping[str, Box]:
    """Every item of Form I-589 for the adult with this key, as it stands on this day (`story/i589/__init__.py` names the items).

    Only what the whole family told together and what this adult told is read: never another adult's telling. Raises KeyError when nobody has the
    key.
    """
    told = telling_of(case, person_key)
    return {**part_a_you(case, told), **part_a_family(case, told), **part_a_past(case, told), **parts_b_and_c(case, told, on), **part_d(case, told),
            **part_e(told)}
