"""The items of the form by name: its part, its short label in English with the Spanish reading, and the words of a code (`story/data/i589.yml`)."""
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent.parent / 'data' / 'i589.yml'
ROW = re.compile(r'^(A\.I\.19c\.|A\.II\.\d+\.|A\.III\.\d\.|D\.helper\.)(\d+)(?=\.|$)')
CHILD = re.compile(r'^A\.II\.\d+\.(\d+)(?:\.|$)')
NUMBERED = re.compile(r'^(A\.I{1,3}|[BC])\.(\d+[a-c]?(?:\.[AB](?=\.|$))?)')
EXPLANATION = '.explanation'


@cache
def words() -> Mapping[str, Any]:
    """The whole file, read once."""
    content: Mapping[str, Any] = yaml.safe_load(FILE.read_text(encoding='utf-8'))
    return content


def pattern_of(item: str) -> str:
    """An item with `#` for the number of its row or child: `A.II.14.#` for `A.II.14.2`."""
    return ROW.sub(r'\g<1>#', item)


def number_of(item: str) -> str:
    """The number of the row or child of an item; empty when it has none."""
    found = ROW.match(item)
    return found[2] if found else ''


def label(item: str, language: str) -> str:
    """What an item asks, in short. Raises KeyError for an item the form does not have."""
    items, pattern = words()['items'], pattern_of(item)
    if pattern not in items and item.endswith(EXPLANATION):
        return str(items['explanation'][language])
    return str(items[pattern][language]).format(k=number_of(item))


def part_of(item: str) -> str:
    """The part of the form an item stands in: `A.II.#` for a child."""
    if CHILD.match(item):
        return 'A.II.#'
    return next(part for part in ('header', 'A.III', 'A.II', 'A.I', 'B', 'C', 'D', 'E') if item.startswith(f'{part}.'))


def part_title(item: str, language: str) -> str:
    """The heading above an item."""
    child = CHILD.match(item)
    return str(words()['parts'][part_of(item)][language]).format(k=child[1] if child else '')


def code_words(code: str, language: str) -> str:
    """A code of a choice or a Yes/No box in words; a code without words stays as it is."""
    return str(words()['codes'].get(code, {}).get(language, code))


def state_words(state: str, language: str) -> str:
    """A state of a box in words."""
    return str(words()['states'][state][language])


def item_words(item: str, language: str) -> str:
    """The place of an item on the form as people say it: "Part A.I, item 14" or "Part A.III, item 2, row 3"."""
    part, number, row = {'en': ('Part', 'item', 'row'), 'es': ('Parte', 'pregunta', 'línea')}[language]
    found = NUMBERED.match(item)
    if not found:
        return str(words()['parts'][part_of(item)][language]) if item.startswith('header') else f'{part} {part_of(item).removesuffix(".#")}'
    rows = number_of(item) if not CHILD.match(item) else ''
    return f'{part} {found[1]}, {number} {found[2]}' + (f', {row} {rows}' if rows else '')
