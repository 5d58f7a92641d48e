"""How it was while somebody was held: told by one person, apart from the asylum story, with its own papers."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask.custody import (
    ask_before_custody,
    ask_custody_papers,
    ask_freely,
    ask_held,
    ask_topics,
    before_custody_told,
    custody_papers_told,
    freely_told,
    held_told,
    topics_told,
)
from docassemble.immdef_selfhelp.interview.ask.people import ask_people, people_told
from docassemble.immdef_selfhelp.interview.task import BORDER, Card, Part, Task
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.custody import conditions


def card(facts: Facts, on: date) -> Card:
    """First where somebody was held lately."""
    return Card('Tell what it was like while you were held', 'A declaration in your own words, a day-by-day page, and facts for a lawyer', BORDER,
                fits=any(True for _ in conditions(facts, on)))


TASK = Task(
    id='custody_conditions',
    title='Tell what it was like while you were held',
    card=card,
    before=(
        Part('The people', 6, lambda told: ask_people(told.applicant, told.family), people_told),
        Part('Before it is told', 6, ask_before_custody, before_custody_told),
        Part('What it was like', 15, ask_freely, freely_told),
        Part('Was there something about it?', 10, ask_topics, topics_told),
        Part('The papers about it', 5, ask_custody_papers, custody_papers_told),
        Part('Who is being held now', 4, ask_held, held_told),
    ),
)
