"""Stay together: who could be separated and why, what to ask of officers, and a plan for the children."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.family_plan import ask_carers, ask_children, carers_told, children_told
from docassemble.immdef_selfhelp.interview.ask.lists import ask_list, list_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.task import FAMILY, Card, Part, Task, Variables
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.family import non_parent, taken_apart


def card(facts: Facts, on: date) -> Card:
    """First where a child is with somebody who is no parent, or the family was taken apart."""
    fits = any(True for rule in (non_parent, taken_apart) for _ in rule(facts, on))
    return Card('Stay together, and a plan for the children', 'A request for officers, proof that you are family, and a page for each child', FAMILY,
                fits=fits)


def ask_what_matters(variables: Variables) -> None:
    """The circumstances, as in the screening, and who needs special care."""
    ask_list(variables.circumstances)
    ask_list(variables.special_care)


TASK = Task(
    id='family_unity',
    title='Stay together, and a plan for the children',
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('What else matters', 4, ask_what_matters, lambda told: list_told(told, 'special_care') and list_told(told, 'circumstances')),
        Part('Who could be separated', 3, lambda told: look_at(told.family_unity.risks_read), lambda told: told.has('family_unity', 'risks_read')),
        Part('What to ask officers', 1, lambda told: look_at(told.family_plan.asks), lambda told: told.has('family_plan', 'asks')),
        Part('Who would care for the children', 5, ask_carers, carers_told),
        Part('A page for each child', 6, ask_children, children_told),
    ),
)
