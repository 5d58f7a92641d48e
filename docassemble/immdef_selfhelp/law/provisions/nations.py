"""A country as people tell it, as one name: "Perú", "Peru" and "peruana" are one country, and "ninguna" is none.

The names of all countries are those of Unicode CLDR, which Babel carries; demonyms and everyday names stand in nationalities.yml. The
one name is the English one of CLDR, as the codes of `data/provisions/country_documents.yml` are.
"""
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml
from babel import Locale
from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.law.provisions.dated import DATA
from docassemble.immdef_selfhelp.law.provisions.folding import folded

FILE = DATA / 'names' / 'nationalities.yml'
UNITED_STATES, OTHER = 'United States', 'other'
NAMED_IN = ('es', 'en', 'pt', 'fr')
COUNTRY_CODE = re.compile(r'[A-Z]{2}')
WORD = re.compile(r'[^\W_]+')
GENDERED = (('o', 'a'), ('es', 'esa'), ('an', 'ana'), ('in', 'ina'), ('ol', 'ola'))
ALMOST, CLEARLY_NEARER, SHORTEST_MISSPELT = 87, 4, 6


@cache
def data() -> Mapping[str, Any]:
    """The words of nationalities.yml."""
    return MappingProxyType(yaml.safe_load(FILE.read_text(encoding='utf-8')))


@cache
def territories(language: str) -> Mapping[str, str]:
    """The names of the countries in one language, by ISO code."""
    return MappingProxyType({code: name for code, name in Locale(language).territories.items() if COUNTRY_CODE.fullmatch(code)})


@cache
def code_of_name() -> Mapping[str, str]:
    """The ISO code of each country by its one name."""
    return MappingProxyType({one_name(code): code for code in territories('en')})


def one_name(code: str) -> str:
    """The one name of the country with this ISO code."""
    return re.sub(r' \(.*\)$', '', territories('en')[code])


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return WORD.findall(folded(text))


def forms(said: str) -> list[str]:
    """A name or demonym as it is compared, with its feminine and its plurals."""
    word = ' '.join(words_of(said))
    both = [word, *(word.removesuffix(man) + woman for man, woman in GENDERED if word.endswith(man))]
    return [*both, *(f'{one}s' for one in both), *(f'{one}es' for one in both)]


def core(words: list[str]) -> str:
    """What is left of a text without the words around a country ("soy de", "nacionalidad")."""
    around = words_of(data()['around'])
    return ' '.join(word for word in words if word not in around)


@cache
def known() -> Mapping[str, str]:
    """Every name and demonym as compared, with the one name of its country. What is told here in so many words goes before what is made of it."""
    found: dict[str, str] = {}
    names = [(name, code) for language in NAMED_IN for code, name in territories(language).items()]
    names += [(said, code) for code, line in data()['said'].items() for said in line.split(';')]
    for name, code in names:
        found[' '.join(words_of(name))] = one_name(code)
    for code, line in data()['said'].items():
        for said in line.split(';'):
            for form in forms(said):
                found.setdefault(form, one_name(code))
    for name, code in names:
        for shorter in (core(words_of(name)), ''.join(words_of(name)), ' '.join(words_of(re.sub(r'\(.*\)', '', name)))):
            if shorter:
                found.setdefault(shorter, one_name(code))
    return MappingProxyType(found)


def misspelt(text: str) -> str:
    """The country whose name or demonym is written almost so, when no other is nearly as near; else nothing."""
    if len(text) < SHORTEST_MISSPELT:
        return ''
    scores: dict[str, float] = {}
    for name, country in known().items():
        scores[country] = max(scores.get(country, 0), fuzz.ratio(text, name))
    first, second = sorted(scores, key=lambda country: scores[country], reverse=True)[:2]
    return first if scores[first] >= ALMOST and scores[first] - scores[second] >= CLEARLY_NEARER else ''


@cache
def looked_up(told: str) -> str:
    """The country, or the text itself, of a text that is not empty."""
    words = words_of(told)
    if not [word for word in words if word not in words_of(data()['nothing'])] or ' '.join(words) in ('n a', 'i dont know'):
        return ''
    said = [word for word in words if word not in words_of(data()['nothing'])] if len(words) > 1 else words
    for text in (' '.join(words), ''.join(words), core(words), core(said)):
        if text in known():
            return known()[text]
    return '' if not core(said) else misspelt(' '.join(words)) or misspelt(core(said)) or ' '.join(told.split())


def nation(told: str) -> str:
    """The one name of a country as told: a name, a demonym of either gender, an abbreviation. Empty for "no", "ninguna", "other" and nothing.

    A country nobody knows stays as it was typed.
    """
    return '' if not told.strip() or told.strip() == OTHER else looked_up(told.strip())


def nation_name(told: str, language: str) -> str:
    """How a country is printed in `es` or `en`; one nobody knows as typed."""
    name = nation(told)
    code = code_of_name().get(name)
    return re.sub(r' \(.*\)$', '', territories(language)[code]) if code else name


def same_nation(first: str, second: str) -> bool:
    """Whether two texts tell of one country."""
    return folded(nation(first)) == folded(nation(second))
