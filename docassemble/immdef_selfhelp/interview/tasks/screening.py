"""Know my situation: short, and what rules something out first."""
from datetime import date

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.court import ask_court, court_told
from docassemble.immdef_selfhelp.interview.ask.lists import ask_list, list_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.task import SITUATION, Card, Part, Task, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.story.reading import reads_easily


def card(_facts: Facts, _on: date) -> Card:
    """The same for everybody."""
    return Card('Know my situation', 'A page with where your case is, your dates and what comes next', SITUATION, fits=True)


def ask_my_situation(variables: Variables) -> None:
    """How the sheet is read, when no declaration has asked it, and the sheet."""
    if not reads_easily(case_now()):
        look_at(variables.reads)
    look_at(variables.my_situation_read)


TASK = Task(
    id='screening',
    title='Know my situation',
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('The court', 3, lambda told: ask_court(told.situation, told.court), court_told),
        Part('What else matters', 3, lambda told: ask_list(told.circumstances), lambda told: list_told(told, 'circumstances')),
        Part('My situation', 2, ask_my_situation, lambda told: told.has('my_situation_read')),
    ),
    next=('credible_fear',),
)
