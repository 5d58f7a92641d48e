"""What is feared."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.stops import ask_to_stop
from docassemble.immdef_selfhelp.interview.fields import has_children
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES


def ask_fears(telling: Any, applicant: Any, family: Any, situation: Any) -> None:
    """What is feared in the own country; apart from it the children's fear and Mexico; and what was wrong or late before."""
    look_at(telling.fear.what)
    if telling.fear.told == 'written':
        look_at(telling.fear.who, telling.fear.authorities, telling.fear.torture)
    if has_children(family):
        look_at(telling.fear.children)
    if applicant.nationality != 'Mexico':
        look_at(telling.fear.mexico)
    look_at(telling.corrections)
    if situation.place in IN_THE_UNITED_STATES:
        look_at(telling.late_reason)


def fears_told(telling: Any, place: str) -> bool:
    """Whether what is feared is told, what was wrong before, and in the United States why nothing was filed."""
    known = vars(telling)
    return 'corrections' in known and ('late_reason' in known or place not in IN_THE_UNITED_STATES)


def ask_fears_of(variables: Variables, telling: Any) -> None:
    """A reason to see a lawyer first can lie in what was just told: it is read before the fears are asked."""
    ask_to_stop(variables.situation, telling.person)
    ask_fears(telling, variables.applicant, variables.family, variables.situation)


def fears_of_told(variables: Variables, telling: Any) -> bool:
    """Whether one adult told what they fear, as a part of a task."""
    return fears_told(telling, variables.situation.place)
