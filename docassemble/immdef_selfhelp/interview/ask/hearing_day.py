"""The hearing as the notice says it, and the plan of the day."""
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.tellers import ask_tellers, tellers_told
from docassemble.immdef_selfhelp.interview.fields import has_children
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.watched import WATCHED


def ask_hearing(variables: Variables) -> None:
    """Which hearing it is, where and when, and how such a hearing goes."""
    look_at(variables.hearing_day.kind, variables.hearing_day.hour, variables.court_training.goes_read)


def ask_room(variables: Variables) -> None:
    """Who sits where, what to say, what missing a hearing means and the caution about arrests; then who practises."""
    own = variables.court_training
    look_at(own.room_read, own.say_read, own.caution_read)
    ask_tellers(variables)


def room_told(variables: Variables) -> bool:
    """Whether all of it was read and it is known who practises."""
    return variables.has('court_training', 'caution_read') and tellers_told(variables)


def ask_day(variables: Variables) -> None:
    """How the family gets there, who stays with the children, whom to call, and what to bring. A watched phone is not told where anybody is then."""
    day, watched = variables.hearing_day, variables.phone_safety == WATCHED
    look_at(day.place, day.comes if watched else day.transport)
    if has_children(variables.family) and not watched:
        look_at(day.children_with)
    look_at(day.call_name)


def day_told(variables: Variables) -> bool:
    """Whether the plan was gone through."""
    return variables.has('hearing_day', 'call_name')
