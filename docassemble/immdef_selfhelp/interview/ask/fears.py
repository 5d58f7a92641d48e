"""What is feared."""
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import member_told, plain, today_here, with_plain_dates
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.stops import ask_to_stop
from docassemble.immdef_selfhelp.interview.fields import has_children, own_fear_keys
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story import case_facts
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES


def ask_fears(telling: Any, applicant: Any, family: Any, place: Any) -> None:
    """What is feared in the own country; apart from it the children's fear and Mexico; and what was wrong or late before."""
    look_at(telling.fear.what)
    if children_to_ask(telling, family):
        look_at(telling.children_fears)  # Begun before the question about all children, after which nobody could tell a child who came later
    if telling.fear.told == 'written':
        look_at(telling.fear.who, telling.fear.authorities, telling.fear.torture)
    if has_children(family):
        look_at(telling.fear.children)
    ask_children(telling, family)
    if member_told(applicant).country != 'Mexico':
        look_at(telling.fear.mexico)
    look_at(telling.corrections)
    if late_reason_matters(applicant, place):
        look_at(telling.late_reason)


def ask_children(telling: Any, family: Any) -> None:
    """Child by child, whether something happened to them or they fear something of their own; also a child who is told of later."""
    wanted = children_to_ask(telling, family)
    begun = [one.person for one in telling.children_fears.elements] if wanted else []
    for key in wanted:
        if key not in begun:
            telling.children_fears.appendObject().person = key
    look_at(*(one.own_fear for one in telling.children_fears.elements if one.person in wanted) if wanted else ())


def children_to_ask(telling: Any, family: Any) -> list[str]:
    """The children of whom this adult was not asked yet, by their keys; asks for nothing.

    Who told of the children's fear before each child was asked about is not sent back: then there are answers about the children, and no list.
    """
    known = vars(telling)
    about_all = 'fear' in known and 'children' in vars(telling.fear)
    if 'children_fears' not in known and 'corrections' in known and about_all:
        return []
    asked = {one.person for one in known['children_fears'].elements if 'own_fear' in vars(one)} if 'children_fears' in known else set()
    return [key for key in own_fear_keys(family) if key not in asked]


def late_reason_matters(applicant: Any, place: Any) -> bool:
    """Whether the year for asking for asylum is over, near its end, or cannot be counted (`story.case_facts.late_reason_matters`)."""
    if place.place not in IN_THE_UNITED_STATES:
        return False
    told = with_plain_dates({'applicant': plain(applicant), 'situation': plain(place)})
    return case_facts.late_reason_matters(case_from_answers(told), today_here())


def fears_told(telling: Any, applicant: Any, family: Any, place: Any) -> bool:
    """Whether what is feared is told, of each child too, what was wrong before, and where it matters why nothing was filed in time."""
    known = vars(telling)
    late = 'late_reason' in known or not late_reason_matters(applicant, place)
    return 'corrections' in known and late and not children_to_ask(telling, family)


def ask_fears_of(variables: Variables, telling: Any) -> None:
    """A reason to see a lawyer first can lie in what was just told: it is read before the fears are asked."""
    ask_to_stop(variables.situation, telling.person)
    ask_fears(telling, variables.applicant, variables.family, variables.situation)


def fears_of_told(variables: Variables, telling: Any) -> bool:
    """Whether one adult told what they fear, as a part of a task."""
    return fears_told(telling, variables.applicant, variables.family, variables.situation)
