"""Where the family is, what happened at the border, and what a lawyer should look at first."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.lists import ask_list, list_told
from docassemble.immdef_selfhelp.interview.ask.stops import ask_to_stop
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES


def ask_place(place: Any, danger_facts: Any) -> None:
    """Where the family is, what happened at the border, and what a lawyer should look at first."""
    look_at(place.place, place.entered)
    if place.entered == 'yes':
        place.entries.there_are_any = True
        place.entries.gather()
    if place.place in IN_THE_UNITED_STATES or place.entered == 'yes':
        look_at(place.us_papers, place.interview_status)
    ask_list(danger_facts)
    ask_to_stop(place)


def place_told(variables: Variables) -> bool:
    """Whether it is told where the family is, and the lists for a lawyer were gone through."""
    return variables.has('situation', 'place') and list_told(variables, 'danger_facts')
