"""The words of the court papers, in both languages: `words.yml`, read once. A test looks through all of them for a plea or a legal conclusion."""
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / 'words.yml'


@cache
def all_words() -> dict[str, Any]:
    """Every group of words."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding='utf-8'))
    return found


def say(group: str, key: str, language: str, **parts: object) -> str:
    """One wording in this language, its `{parts}` filled in as given. Raises KeyError for an unknown group, key or language."""
    pattern: str = all_words()[group][key][language]
    return pattern.format(**parts)
