"""Words of medicine in what somebody told, and what they mean (`data/medical_words.yml`). The words themselves stay as told."""
import re

from docassemble.immdef_selfhelp.story.told.nothing import plain_words
from docassemble.immdef_selfhelp.story.wording import names

WORD = re.compile(r"[^\W\d_]+")
SHORT = 3
"""A key of so few letters is the whole word: "tos" is no beginning of "tostada"."""


def begins(plain: str, key: str) -> bool:
    """Whether a word, without accents and capitals, is meant by this key."""
    return plain == key if len(key) <= SHORT else plain.startswith(key)


def explained(text: str, language: str) -> list[tuple[str, str]]:
    """Each word of medicine in a text, as typed, with what it means in this language; each meaning once, in the order of the text."""
    known = names('medical_words', language)
    found: dict[str, str] = {}
    for word in dict.fromkeys(WORD.findall(text)):
        plain = plain_words(word)
        key = max((key for key in known if begins(plain, key)), key=len, default='')
        if key:
            found.setdefault(key, word)
    return [(word, known[key]) for key, word in found.items()]
