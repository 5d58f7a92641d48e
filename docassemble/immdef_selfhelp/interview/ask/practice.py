"""The practice interview."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.fields import practice_groups


def ask_practice(telling: Any) -> None:
    """The practice interview, if the person wants it now."""
    if telling.wants_practice == 'yes':
        for number in range(len(practice_groups())):
            look_at(telling.practised[number])


def practice_done(telling: Any) -> bool:
    """Whether it was practised to the end, or left for another day."""
    known = vars(telling)
    return 'wants_practice' in known and (
        telling.wants_practice != 'yes' or ('practised' in known and len(telling.practised.elements) == len(practice_groups())))
