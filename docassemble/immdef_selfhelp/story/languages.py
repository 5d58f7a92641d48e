"""Which language somebody speaks, when its name was typed: every indigenous language counts as one, however it is spelled."""
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.law.facts.facts import ANOTHER_INDIGENOUS
from docassemble.immdef_selfhelp.law.provisions.folding import folded

WORD = re.compile(r'[^\W\d_]+')
ALMOST, SHORTEST_MISSPELT = 84, 6
FILE = Path(__file__).parent / 'data' / 'indigenous_languages.yml'


@cache
def spellings() -> Mapping[str, Any]:
    """What data/indigenous_languages.yml knows."""
    return MappingProxyType(yaml.safe_load(FILE.read_text(encoding='utf-8')))


def is_written(word: str, name: str) -> bool:
    """Whether a word is this name, or written almost so."""
    return word == name or (min(len(word), len(name)) >= SHORTEST_MISSPELT and fuzz.ratio(word, name) >= ALMOST)


def language_code(code: str, detail: str) -> str:
    """The code of the best language: of "another language" or "an indigenous one", what was typed says which; one without a code is `indigenous`."""
    if code not in ('other', ANOTHER_INDIGENOUS):
        return code
    words = WORD.findall(folded(detail))
    by_name = {name: known for known, spelled in spellings()['with_a_code'].items() for name in spelled.split()}
    by_name |= dict.fromkeys(spellings()['without_a_code'].split(), ANOTHER_INDIGENOUS)
    exact = next((by_name[word] for word in words if word in by_name), '')
    return exact or next((known for name, known in by_name.items() if any(is_written(word, name) for word in words)), code)
