"""One filing that a court accepts: what is handed in, where, with which papers, and what was handed in before."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask.court import ask_court, court_told
from docassemble.immdef_selfhelp.interview.ask.filing import ask_end, ask_what, ask_who, ask_words, end_told, what_told, who_told, words_told
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.ask.place import ask_place, place_told
from docassemble.immdef_selfhelp.interview.task import COURT, Card, Part, Task
from docassemble.immdef_selfhelp.law.facts.facts import Facts

TITLE = 'Hand in papers at the court'


def card(facts: Facts, _on: date) -> Card:
    """First where there is a case in court."""
    return Card(TITLE, 'Your papers for the court in order, with numbers, and a card with the copies', COURT, fits=facts.court.has_case == 'yes')


TASK = Task(
    id='court_case',
    title=TITLE,
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Where you are', 6, lambda told: ask_place(told.situation, told.danger_facts), place_told),
        Part('The court', 3, lambda told: ask_court(told.situation, told.court), court_told),
        Part('What you hand in', 3, ask_what, what_told),
        Part('Who is in the case', 4, ask_who, who_told),
        Part('In your own words', 4, ask_words, words_told),
        Part('Before you hand it in', 4, ask_end, end_told),
    ),
)
