"""The facts in words: what was asked and what was answered, so that a finding can say which answers led to it.

The words are `law/data/words/fact_words.yml`: one entry for each fact (`fact: court.hearing`) and each code of an answer (`value: with_officials`).
"""
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.spans import Span
from docassemble.immdef_selfhelp.law.provisions import dated, wording
from docassemble.immdef_selfhelp.law.provisions.nations import nation_name

NUMBER = re.compile(r'\.\d+')
PARTS_OF_A_PATH = re.compile(r'[^.]+')
COUNTRIES = frozenset({'people.nationality', 'tellings.countries.name'})
ENTRY_KEYS = frozenset({'fact', 'value', 'es', 'en'})
ABOUT = {'es': 'alrededor del {day}', 'en': 'about {day}'}
BETWEEN = {'es': 'entre el {first} y el {last}', 'en': 'between {first} and {last}'}
MONTH = {'es': '{month} de {year}', 'en': '{month} {year}'}
ABOUT_MONTH = {'es': 'alrededor de {day}', 'en': 'about {day}'}
WRITTEN = {True: {'es': 'escrito', 'en': 'written'}, False: {'es': 'sin escribir', 'en': 'not written'}}


def leaves(kind: Any, path: str = '') -> Iterator[tuple[str, Any]]:
    """Every fact a rule can read: its name without numbers (`entries.when`) and its type."""
    hints = get_type_hints(kind)
    for part in fields(kind):
        name, hint = f'{path}{part.name}', hints[part.name]
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if is_dataclass(inner) and inner is not Span:
            yield from leaves(inner, f'{name}.')
        else:
            yield name, inner


@cache
def fact_names() -> Mapping[str, Any]:
    """Every fact by its name, with its type."""
    return MappingProxyType(dict(leaves(Facts)))


@cache
def words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The words by what they are for: `fact` and `value`. Raises LawDataError, also when one is missing or nobody has such a fact."""
    found: dict[str, dict[str, Mapping[str, str]]] = {'fact': {}, 'value': {}}
    for entry in dated.groups_in('words/fact_words'):
        strict.known_keys(entry, ENTRY_KEYS, 'fact_words.yml')
        key = 'fact' if 'fact' in entry else 'value'
        name = str(entry[key])
        strict.need(name not in found[key], 'fact_words.yml', f'{key} {name} stands twice')
        found[key][name] = strict.both_languages(entry, f'fact_words.yml, {name}')
    missing = [*(name for name in fact_names() if name not in found['fact']), *(code for code in codes() if code not in found['value'])]
    strict.need(not missing, 'fact_words.yml', f'no words for {", ".join(missing)}')
    unknown = [name for name in found['fact'] if name not in fact_names()]
    strict.need(not unknown, 'fact_words.yml', f'there is no fact {", ".join(unknown)}')
    return MappingProxyType(found)


def codes() -> tuple[str, ...]:
    """Every code an answer can be, each once, in the order of the facts."""
    found = (code for kind in fact_names().values() if get_origin(kind) is Literal for code in get_args(kind))
    return tuple(dict.fromkeys(found))


def name_of(path: str) -> str:
    """The name of the fact at a path: `entries.0.when` gives `entries.when`."""
    return NUMBER.sub('', path)


def value_at(facts: Facts, path: str) -> Any:
    """What was told at a path. Raises LookupError when there is nothing there."""
    found: Any = facts
    for part in PARTS_OF_A_PATH.findall(path):
        try:
            found = found[int(part)] if part.isdigit() else getattr(found, part)
        except (AttributeError, IndexError, TypeError) as nothing:
            raise LookupError(f'there is no fact {path}') from nothing
    return found


def asked(path: str, language: str) -> str:
    """What was asked, in a few words. Raises KeyError for an unknown fact."""
    return words()['fact'][name_of(path)][language]


def answered(facts: Facts, path: str, language: str) -> str:
    """What was answered at a path, in words. Raises LookupError when there is no such fact."""
    return value_words(value_at(facts, path), language, name_of(path))


def value_words(value: Any, language: str, name: str = '') -> str:
    """An answer in words: a date as sharp as it was told, a code in its language (as this fact means it), several joined by commas."""
    if isinstance(value, Span):
        return span_words(value, language)
    if isinstance(value, bool):
        return WRITTEN[value][language]
    if isinstance(value, tuple):
        return ', '.join(value_words(part, language, name) for part in value) or value_words('unknown', language)
    if name in COUNTRIES and value:
        return nation_name(str(value), language) or str(value)
    meant = words()['value'].get(f'{name}.{value}') or words()['value'].get(value) or {}
    return meant.get(language, str(value))


def span_words(span: Span, language: str) -> str:
    """A span in words: a day, a month, a year, or between two days; "about" when the person was not sure."""
    if span.first is None or span.last is None:
        return value_words('unknown', language)
    first, last = span.told or (span.first, span.last)
    if first == last:
        text = wording.day_text(first, language)
        return ABOUT[language].format(day=text) if span.about else text
    year, month = (first.month, last.month) == (1, 12), first.month == last.month
    if first.year != last.year or not (year or month):
        return BETWEEN[language].format(first=wording.day_text(first, language), last=wording.day_text(last, language))
    text = MONTH[language].format(month=wording.MONTHS[language][first.month - 1], year=first.year) if month else str(first.year)
    return ABOUT_MONTH[language].format(day=text) if span.about else text
