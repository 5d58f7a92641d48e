"""What is feared."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.fields import has_children, member_told
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES


def ask_fears(telling: Any, applicant: Any, family: Any, situation: Any) -> None:
    """What is feared in the own country; apart from it the children's fear and Mexico; and what was wrong or late before."""
    look_at(telling.fear.what)
    if telling.fear.told == 'written':
        look_at(telling.fear.who, telling.fear.authorities, telling.fear.torture)
    if has_children(family):
        look_at(telling.fear.children)
    if member_told(applicant).country != 'Mexico':
        look_at(telling.fear.mexico)
    look_at(telling.corrections)
    if situation.place in IN_THE_UNITED_STATES:
        look_at(telling.late_reason)


def fears_told(telling: Any, place: str) -> bool:
    """Whether what is feared is told, what was wrong before, and in the United States why nothing was filed."""
    known = vars(telling)
    return 'corrections' in known and ('late_reason' in known or place not in IN_THE_UNITED_STATES)
