"""The practice interview."""
from collections.abc import Mapping
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.law.provisions.questions import practice_groups

ENDED = 'ended'
"""What stands for a group at which the person ended the practice; older sessions have True for each."""


def ask_practice(telling: Any) -> None:
    """The practice interview, if the person wants it now."""
    if telling.wants_practice == 'yes':
        for number in range(len(practice_groups())):
            look_at(telling.practised[number])
            if telling.practised[number] == ENDED:
                break


def practice_done(telling: Any) -> bool:
    """Whether it was practised to the end, or left for another day."""
    known = vars(telling)
    return 'wants_practice' in known and (
        telling.wants_practice != 'yes' or ('practised' in known and was_through(telling.practised.elements)))


def was_through(practised: Mapping[int, Any]) -> bool:
    """Whether every group was gone through, or the practice was ended before."""
    return len(practised) == len(practice_groups()) or ENDED in practised.values()
