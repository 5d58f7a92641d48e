"""Before going to the border: what is known, fear of home and of Mexico apart, health, whom to call, what to carry, words, and the sheets.

No port, day or route is recommended; what can change is dated data.
"""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.fears import ask_fears_of, fears_of_told
from docassemble.immdef_selfhelp.interview.ask.health import ask_health, health_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.ask.tellers import ask_tellers, tellers_told
from docassemble.immdef_selfhelp.interview.ask.trusted import ask_trusted, trusted_told
from docassemble.immdef_selfhelp.interview.ask.turn_in import ask_separation, separation_told
from docassemble.immdef_selfhelp.interview.fields import has_children
from docassemble.immdef_selfhelp.interview.task import BORDER, Card, Part, Task, TellingPart, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.process import is_unaccompanied
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES
from docassemble.immdef_selfhelp.story.told.watched import WATCHED


def card(facts: Facts, on: date) -> Card:
    """For families who are still in Mexico. A child alone is not asked for the story without a lawyer and an adult."""
    why_not = ('step_child_care',) if is_unaccompanied(facts, on) else ('border_for_who',) if facts.place in IN_THE_UNITED_STATES else ()
    return Card('Before I go to the border', 'Sheets to hand over, a set that is safe to carry, and a plan if you are separated', BORDER,
                fits=facts.place == 'mexico' and not why_not, why_not=why_not)


def who_tells_told(variables: Variables) -> bool:
    """Whether it is known who tells. Without another adult nothing is asked: then it is not a sign that this task was begun."""
    return variables.has('border_preparation', 'today_read') and tellers_told(variables)


def ask_the_day(variables: Variables) -> None:
    """What to carry, what to say, what may be signed, and what each child should know."""
    own = variables.border_preparation
    look_at(own.carry_read, own.words_read, own.sign_read)
    if has_children(variables.family):
        look_at(own.children_read)


def the_day_told(variables: Variables) -> bool:
    """Whether the screens about the day were read."""
    last = 'children_read' if variables.has('family') and has_children(variables.family) else 'sign_read'
    return variables.has('border_preparation', last)


def ask_sheets(variables: Variables) -> None:
    """Whether the sheets are wanted; on a phone that somebody watches, why there are none and what to do instead."""
    if variables.phone_safety == WATCHED:
        look_at(variables.border_preparation.no_sheets_read)
    else:
        look_at(variables.turn_in.sheets)


def sheets_told(variables: Variables) -> bool:
    """Whether it is known what becomes of the sheets on this phone."""
    if variables.phone_safety == WATCHED:
        return variables.has('border_preparation', 'no_sheets_read')
    return variables.has('turn_in', 'sheets')


TASK = Task(
    id='border_preparation',
    title='Before I go to the border',
    card=card,
    before=(
        Part('What is known today', 3, lambda told: look_at(told.border_preparation.today_read),
             lambda told: told.has('border_preparation', 'today_read')),
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('Who tells', 1, ask_tellers, who_tells_told),
    ),
    of_each=(TellingPart('What you fear', 10, ask_fears_of, fears_of_told),),
    after=(
        Part('Health', 4, lambda told: ask_health(told.health), health_told),
        Part('People you trust', 4, lambda told: ask_trusted(told.trusted, told.phone_safety), trusted_told),
        Part('The day', 4, ask_the_day, the_day_told),
        Part('If you are separated', 3, lambda told: ask_separation(told.turn_in, told.family), separation_told),
        Part('Your sheets', 1, ask_sheets, sheets_told),
    ),
    next=('credible_fear',),
)
