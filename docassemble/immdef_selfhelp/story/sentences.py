"""How a text somebody typed stands inside a paragraph: as a sentence of its own, as words said, as a place, after a label.

Only the first letter of a small word and the full stop at the end ever change; the words stay as they were typed. What cannot be told by a few signs
(data/sentences.yml) is taken for no sentence, and stands after its label.
"""
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docassemble.immdef_selfhelp.story.told.nothing import plain_words

FILE = Path(__file__).parent / 'data' / 'sentences.yml'
QUOTED = re.compile(r'«[^»]{2,}»|“[^”]{2,}”|"[^"]{2,}"')
DRAWING = re.compile('[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff][\ufe0f\u200d\U0001f3fb-\U0001f3ff\u2640\u2642\u2764\U0001f000-\U0001faff]*')
SENTENCE_ENDS = '.!?…:;'
FEWEST_LETTERS, FEWEST_WORDS = 6, 4
BLANK = '____________'
LONG_BLANK = ' '.join([BLANK] * FEWEST_WORDS)
"""Lines for a translator: in the place of a word or two, and of a sentence."""


@cache
def signs(name: str) -> frozenset[str]:
    """One list of the data file."""
    lists: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding='utf-8'))
    return frozenset(lists[name])


@cache
def told_about() -> re.Pattern[str]:
    """What tells about words instead of giving them."""
    return re.compile('|'.join(f'(?:{one})' for one in sorted(signs('told_about'))))


def words_of(text: str) -> list[str]:
    """The first words of a text."""
    return re.split(r'[\s,.:;]+', text.strip(), maxsplit=2)[:2]


def ended(text: str) -> str:
    """A text with a full stop, unless it ends with a mark of its own."""
    return text if text.rstrip()[-1:] in SENTENCE_ENDS else f'{text.rstrip()}.'


def lowered(text: str) -> str:
    """A text whose first letter is a small one."""
    return text[:1].lower() + text[1:]


def inside(text: str) -> str:
    """A text in mid-sentence: a small word at its beginning loses its capital, when more words follow."""
    first, *rest = words_of(text) or ['']
    name_follows = bool(rest) and rest[0][:1] != rest[0][:1].lower()
    small = first.casefold() in signs('never_a_name') or (first.casefold() in signs('perhaps_a_name') and not name_follows)
    return lowered(text) if small and any(rest) and first == first.capitalize() else text


def has_article(place: str) -> bool:
    """Whether a place begins with a small word and is no name: "my house", "the market"."""
    return bool(place.strip()) and words_of(place)[0].casefold() in signs('perhaps_a_name') | signs('never_a_name') and inside(place)[:1].islower()


def says_where(place: str) -> bool:
    """Whether a place begins with its own word of place ("cerca de", "near")."""
    return words_of(place)[0].casefold() in signs('says_where')


def is_sentence(text: str) -> bool:
    """Whether a text surely stands as a sentence of its own."""
    return text == LONG_BLANK or (words_of(text)[0].casefold() in signs('begins_a_sentence') and len(text.split()) >= FEWEST_WORDS)


def is_told_about(words: str) -> bool:
    """Whether somebody tells about what was said instead of giving the words."""
    return words == LONG_BLANK or bool(told_about().fullmatch(plain_words(words)))


def quotations(text: str) -> list[str]:
    """What stands in quotation marks, with its marks."""
    return QUOTED.findall(text)


def drawings(text: str) -> list[str]:
    """The emoji and other small drawings in a text."""
    return DRAWING.findall(text)


def repeats(words: str, story: str) -> bool:
    """Whether these words stand in the story already, whatever the marks, accents and capitals."""
    plain = plain_words(words)
    return len(plain) >= FEWEST_LETTERS and f' {plain} ' in f' {plain_words(story)} '
