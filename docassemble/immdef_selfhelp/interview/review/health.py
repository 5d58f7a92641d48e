"""What was told of health: a card for each medicine and for each other thing a nurse should know.

When somebody of the family must not know, another adult who opens the review on this phone finds no word of it (`story/private.py`).
"""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import case_now, plain
from docassemble.immdef_selfhelp.interview.choices import choice_words
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, line
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.told.health import Medicine, Need

MEDICINE = Table(Medicine, (
    line('Medicine', 'name', 'amount', target='who'), line('When', 'times', target='who'), line('What it is for', 'reason', target='who'),
))
NEED = Table(Need, (line('What it is', 'kind', 'what', target='who'),))

LISTS = (('medicines', MEDICINE, 'Add a medicine'), ('needs', NEED, 'Add something a nurse should know'))


def title(whose: str, what: str) -> str:
    """Whose it is, and what."""
    return '<br>'.join(part for part in (whose, what) if part)


def cards(health: Any, people: Mapping[str, str]) -> list[str]:
    """The cards of both lists, with the links that add to them."""
    known, parts = plain(health), []
    for name, table, add in LISTS:
        for number, one in enumerate(known.get(name) or ()):
            said = told(str(one.get('name') or '')) or choice_words(f'health.{name}[{number}].kind', str(one.get('kind') or '')) or ''
            parts.append(card(one, title(people.get(str(one.get('who')), ''), said), table, f'health.{name}', number))
        if name in known:
            parts.append(add_link(f'health.{name}', word(add)))
    return parts


def health_section(variables: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """What was told of health, once it was asked."""
    health = variables.get('health')
    begun = health is not None and 'medicines' in vars(health) and 'there_are_any' in vars(health.medicines)
    if not begun:
        return ''
    hidden = private.hidden_on_screen(case_now())
    return f'<h2>{word("Health")}</h2>{word("You answered this") if hidden else "".join(cards(health, people))}'
