"""The program's own words around a telling, in both languages: the files of `FILES` in data/, read once."""
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docassemble.immdef_selfhelp.law.provisions.nations import code_of_name, nation, nation_name

FILES = tuple(Path(__file__).parent / 'data' / name for name in (
    'wording.yml', 'differences.yml', 'said.yml', 'custody.yml', 'advocacy.yml', 'medical_words.yml', 'court_questions.yml'))


@cache
def wording() -> dict[str, Any]:
    """Every group of words of the wording files."""
    return {group: words for file in FILES for group, words in yaml.safe_load(file.read_text(encoding='utf-8')).items()}


def say(group: str, key: str, language: str, **parts: object) -> str:
    """One wording in this language, its `{parts}` filled in as given. Raises KeyError for an unknown group, key or language."""
    pattern: str = wording()[group][key][language]
    return pattern.format(**parts)


def country_name(code: str, language: str) -> str:
    """The name of a country in this language, however it was told; what names no country stays as typed."""
    return nation_name(code, language) if nation(code) in code_of_name() else code


def spoken_language(code: str, detail: str, language: str) -> str:
    """The name of a spoken language and its variety or town as told, which may begin with the name; for another language only what was told."""
    name: str = wording()['languages'].get(code, {}).get(language, '')
    said = '' if detail.strip().casefold().startswith(name.casefold()) else name
    return ', '.join(part for part in (said, detail.strip()) if part)


def names(group: str, language: str) -> dict[str, str]:
    """Every key of a group with its words in this language, in the order of the file."""
    return {key: words[language] for key, words in wording()[group].items()}
