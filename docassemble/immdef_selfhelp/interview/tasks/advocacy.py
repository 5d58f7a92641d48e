"""Ask CBP, ICE or ORR for something: a letter for each request, with its facts first, and a sheet of what became of it."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask.advocacy import (
    ask_deliveries,
    ask_holder,
    ask_medicines,
    ask_requests,
    deliveries_told,
    holder_told,
    medicines_told,
    requests_told,
)
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.task import BORDER, Card, Part, Task
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.custody import conditions, held
from docassemble.immdef_selfhelp.law.rules.family import taken_apart

TITLE = 'Ask CBP or ICE for something'


def card(facts: Facts, on: date) -> Card:
    """First where somebody is or was held, or the family was taken apart."""
    fits = any(True for rule in (held, conditions, taken_apart) for _ in rule(facts, on))
    return Card(TITLE, 'A letter for each request, ready to sign, and a sheet of deliveries and answers', BORDER, fits=fits)


TASK = Task(
    id='advocacy',
    title=TITLE,
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('Who is being held', 2, lambda told: ask_holder(told.advocacy, told.phone_safety), holder_told),
        Part('What you ask for', 4, ask_requests, requests_told),
        Part('Medicines and health', 3, ask_medicines, medicines_told),
        Part('Deliveries', 1, lambda told: ask_deliveries(told.advocacy), deliveries_told),
    ),
)
