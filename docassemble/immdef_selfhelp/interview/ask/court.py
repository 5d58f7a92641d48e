"""The case in court."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.court import WITH_A_DAY
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES

DECIDED = (*WITH_A_DAY, 'relief')


def ask_court(place: Any, court: Any) -> None:
    """The case in court, what was filed, a move, and how the fear interview went. Not asked of somebody who never met United States officers."""
    if not court_matters(place):
        return
    if place.interview_status in ('positive', 'negative'):
        look_at(place.interview_understood)
    if court.has_case == 'yes':
        look_at(court.hearing.year, court.decision)
        if court.decision in WITH_A_DAY:
            look_at(court.decision_served.year)
    if court.filed_asylum != 'yes' and court.has_case == 'yes' and court.decision not in DECIDED:
        look_at(court.i589_due.year)
    if court.filed_asylum == 'yes':
        look_at(court.asylum_received.year, court.fee_notice.year)
    if court.moved == 'yes':
        look_at(court.moved_on.year)


def court_matters(place: Any) -> bool:
    """Whether there can be a case: not for somebody who never met United States officers."""
    return place.place in IN_THE_UNITED_STATES or place.entered == 'yes'


def court_told(variables: Variables) -> bool:
    """Whether the questions on the court were answered, or there are none for this family."""
    if variables.has('court', 'moved'):
        return variables.court.moved != 'yes' or 'year' in vars(variables.court.moved_on)
    return variables.has('situation', 'place') and variables.has('situation', 'entered') and not court_matters(variables.situation)
