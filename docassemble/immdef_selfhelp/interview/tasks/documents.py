"""Papers and proof: what there is of each, why something is missing, and how it is asked for without danger."""
from datetime import date

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.documents import (
    added_told,
    ask_added,
    ask_letters,
    ask_lines,
    letters_told,
    lines_told,
    of_events,
    of_officers,
    of_people,
)
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.task import FAMILY, Card, Part, Task, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.story.safe_letters import government_feared

TITLE = 'Papers and proof: what I have and what is missing'


def card(_facts: Facts, _on: date) -> Card:
    """The same for everybody."""
    return Card(TITLE, 'Your list of papers and proof, and letters to ask for what is missing', FAMILY, fits=True)


def ask_first(variables: Variables) -> None:
    """What every family should know first, and whether an office of the own government may be asked for anything."""
    look_at(variables.documents.rules_read)
    if not government_feared(case_now()):
        look_at(variables.documents.feared)


def first_told(variables: Variables) -> bool:
    """Whether that is known."""
    return variables.has('documents', 'rules_read') and (variables.has('documents', 'feared') or government_feared(case_now()))


def ask_phone(variables: Variables) -> None:
    """How to keep what lives on a phone, and how others can write what they saw."""
    look_at(variables.documents.phone_read, variables.documents.witnesses_read)


TASK = Task(
    id='documents',
    title=TITLE,
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Before you look for papers', 2, ask_first, first_told),
        # The list is there from here on: a family that wants only that has it in fourteen screens
        Part('Papers of each person', 5, lambda told: ask_lines(told.documents, of_people()), lambda told: lines_told(told, of_people())),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('Papers that officers gave', 1, lambda told: ask_lines(told.documents, of_officers()), lambda told: lines_told(told, of_officers())),
        Part('Proof of what happened', 5, lambda told: ask_lines(told.documents, of_events()), lambda told: lines_told(told, of_events())),
        Part('Other papers', 2, lambda told: ask_added(told.documents), added_told),
        Part('Phones and people who saw it', 3, ask_phone, lambda told: told.has('documents', 'witnesses_read')),
        Part('Letters to ask for papers', 6, lambda told: ask_letters(told.documents), letters_told),
    ),
)
