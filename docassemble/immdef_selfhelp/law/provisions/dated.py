"""Provisions with dates: what each says on a day, where it comes from, and whether it must be checked again.

The provisions stand in `law/data/provisions/*.yml`, one file for each group; how a lawyer changes one: `docs/use/legal-updates.md`. The shape follows
the parameters of OpenFisca (https://openfisca.org/doc/coding-the-legislation/legislation_parameters.html): a value for each effective date, with its
reference.
"""
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from docassemble.immdef_selfhelp.law.provisions.wording import day_text, value_text
from docassemble.immdef_selfhelp.law.strict import LawDataError, both_languages, day_in, known_keys, need, read_yaml, text_in
from docassemble.immdef_selfhelp.names import LANGUAGES

DATA = Path(__file__).parents[1] / 'data'
PROVISIONS = DATA / 'provisions'
CONFIDENCE = ('verified', 'partly_verified', 'unverified')
FILE_KEYS = frozenset({'provisions', 'groups'})
PROVISION_KEYS = frozenset({'id', 'citation', 'source', 'checked', 'review_by', 'confidence', 'versions', 'also_reported'})
VERSION_KEYS = frozenset({'from', 'es', 'en', 'value'})
REPORTED_KEYS = frozenset({'value', 'from', 'source', 'confidence'})
PLACEHOLDERS = frozenset({'checked', 'value'})
STALE = {
    'es': 'Esto se revisó el {checked} y puede haber cambiado. Pregunte a un abogado o representante acreditado antes de confiar en esto.',
    'en': 'This was checked on {checked} and may have changed. Ask a lawyer or accredited representative before you rely on it.',
}
REPORTED = {
    'es': ('Otra fuente dice otra cosa desde el {day}: {value}.', 'Otra fuente dice otra cosa desde el {day}.'),
    'en': ('Another source says something else from {day}: {value}.', 'Another source says something else from {day}.'),
}
LOOK = {'es': 'Revise la página oficial antes de confiar en esto.', 'en': 'Check the official page before you rely on it.'}
# How a sentence writes its value: a sign of money before it, a format, and the word after it (of a number, the unit), if any.
WRITTEN = re.compile(r'(\$?)\{value(?::([^}]*))?\}(\s(?!(?:or|and|o|y)\b)\w+)?')
type Value = str | int | float | date | tuple[Value, ...] | Mapping[str, Value]


@dataclass(frozen=True)
class Version:
    """What a provision says from the day `from_` on. `text` has one sentence, or a few, for each language; `value` is the figure, if any.

    A list of the YAML is a tuple here, and no part of a value can be changed.
    """
    from_: date
    text: Mapping[str, str]
    value: Any = None


@dataclass(frozen=True)
class Reported:
    """What another source says from the day `from_` on, kept beside the versions so that a conflict is seen and never settled in silence."""
    value: Any
    from_: date
    source: str
    confidence: str


@dataclass(frozen=True)
class Provision:
    """One dated provision.

    `citation` is the authority, `source` where its text was read, `checked` when, and `review_by` the last day it may be shown
    without a warning. `confidence`: `verified` (the text was read), `partly_verified` (a secondary or older text was read) or
    `unverified` (general knowledge; a reviewer must still open the authority). `group` is the file it stands in.
    """
    id: str
    citation: str
    source: str
    checked: date
    review_by: date
    confidence: str
    versions: tuple[Version, ...]
    group: str
    also_reported: tuple[Reported, ...] = ()


def confidence_in(entry: Mapping[str, Any], where: str) -> str:
    """How sure a source is. Raises LawDataError."""
    found = text_in(entry, 'confidence', where)
    need(found in CONFIDENCE, where, f"'confidence' must be one of {', '.join(CONFIDENCE)}")
    return found


def read_value(written: Any, where: str) -> Value:
    """A value that nobody can change: text, number, day, yes or no, or a list or mapping of those. Raises LawDataError."""
    if isinstance(written, list):
        return tuple(read_value(item, where) for item in written)
    if isinstance(written, Mapping):
        need(all(isinstance(key, str) for key in written), where, 'the keys of a value must be text')
        return MappingProxyType({key: read_value(item, where) for key, item in written.items()})
    if isinstance(written, datetime) or not isinstance(written, str | int | float | date):
        raise LawDataError(f"{where}: 'value' must be a text, a number, a day, or a list or mapping of those")
    return written


def placeholders(text: str, where: str) -> set[str]:
    """The names in braces in a sentence. Raises LawDataError when one is unknown or a brace is left open."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as broken:
        raise LawDataError(f'{where}: {broken}') from broken
    need(names <= PLACEHOLDERS, where, f'unknown placeholders: {", ".join(sorted(names - PLACEHOLDERS))}')
    return names


def read_version(entry: Any, where: str) -> Version:
    """One version from its YAML. Raises LawDataError."""
    known_keys(entry, VERSION_KEYS, where)
    text, from_ = both_languages(entry, where), day_in(entry, 'from', where)
    value = read_value(entry['value'], where) if 'value' in entry else None
    used = {language: placeholders(sentence, where) for language, sentence in text.items()}
    need(len({frozenset(names) for names in used.values()}) == 1, where, 'the two languages use different placeholders')
    need('value' not in used[LANGUAGES[0]] or value is not None, where, 'the sentence uses {value} and there is none')
    version = Version(from_, text, value)
    try:
        for language in LANGUAGES:
            need('{' not in filled(version, language, from_), where, 'a placeholder is written in a way nobody fills in')
    except (TypeError, ValueError, LookupError) as broken:
        raise LawDataError(f'{where}: the value does not fit the sentence: {broken}') from broken
    return version


def read_reported(entry: Any, where: str) -> Reported:
    """What another source says, from its YAML. Raises LawDataError."""
    where = f'{where}, also_reported'
    known_keys(entry, REPORTED_KEYS, where)
    return Reported(read_value(entry.get('value'), where), day_in(entry, 'from', where), text_in(entry, 'source', where), confidence_in(entry, where))


def read_provision(entry: Any, group: str) -> Provision:
    """One provision from its YAML. Raises LawDataError."""
    identifier = text_in(entry, 'id', group)
    where = f'{group}.yml, {identifier}'
    known_keys(entry, PROVISION_KEYS, where)
    checked, review_by = day_in(entry, 'checked', where), day_in(entry, 'review_by', where)
    need(review_by > checked, where, "'review_by' must be after 'checked'")
    confidence = confidence_in(entry, where)
    written, reported = entry.get('versions'), entry.get('also_reported', [])
    need(isinstance(written, list) and bool(written), where, "'versions' is missing or empty")
    need(isinstance(reported, list), where, "'also_reported' must be a list")
    versions = tuple(read_version(version, where) for version in written or ())
    days = [version.from_ for version in versions]
    need(all(before < after for before, after in pairwise(days)), where, "the 'from' days must go up")
    also_reported = tuple(read_reported(other, where) for other in reported)
    return Provision(identifier, text_in(entry, 'citation', where), text_in(entry, 'source', where), checked, review_by, confidence, versions, group,
                     also_reported)


def read_file(path: Path) -> tuple[tuple[Provision, ...], list[Any]]:
    """The provisions of a file, and its `groups` as they are written (for `law.facts.marks` and the like). Raises LawDataError."""
    content = read_yaml(path)
    known_keys(content, FILE_KEYS, path.name)
    written, groups = content.get('provisions') or [], content.get('groups') or []
    need(isinstance(written, list) and isinstance(groups, list), path.name, "'provisions' and 'groups' must be lists")
    return tuple(read_provision(entry, path.stem) for entry in written), groups


def read_folder(folder: Path) -> dict[str, Provision]:
    """Every provision of a folder by its id, in file order. Raises LawDataError, also for an id that stands twice."""
    found: dict[str, Provision] = {}
    for path in sorted(folder.glob('*.yml')):
        for provision in read_file(path)[0]:
            need(provision.id not in found, path.name, f'{provision.id} stands twice')
            found[provision.id] = provision
    return found


@cache
def all_provisions() -> Mapping[str, Provision]:
    """Every provision by its id, read once. Raises LawDataError."""
    return MappingProxyType(read_folder(PROVISIONS))


@cache
def groups_in(place: str) -> tuple[Any, ...]:
    """The `groups` of one data file (`lists/circumstances`) as written, read once. Raises LawDataError."""
    return tuple(read_file(DATA / f'{place}.yml')[1])


def provision(provision_id: str) -> Provision:
    """The provision with this id. Raises KeyError when there is none."""
    return all_provisions()[provision_id]


def provisions_of(group: str) -> tuple[Provision, ...]:
    """The provisions of one file, in its order. Raises KeyError when there is no such group."""
    found = tuple(provision for provision in all_provisions().values() if provision.group == group)
    if not found:
        raise KeyError(group)
    return found


def version_on(provision: Provision, on: date) -> Version:
    """The version in force on this day. Raises LookupError when the provision says nothing yet about that day."""
    for version in reversed(provision.versions):
        if version.from_ <= on:
            return version
    raise LookupError(f'{provision.id} says nothing about {on.isoformat()}')


def value(provision_id: str, on: date) -> Any:
    """The figure in force on this day. Raises KeyError for an unknown id, LookupError when there is none on that day."""
    found = version_on(provision(provision_id), on).value
    if found is None:
        raise LookupError(f'{provision_id} has no value on {on.isoformat()}')
    return found


def filled(version: Version, language: str, checked: date) -> str:
    """The sentence of a version with its value and its day of checking in words.

    Raises KeyError for an unknown language, TypeError or ValueError when the value cannot be said in it.
    """
    text = WRITTEN.sub(lambda place: place[1] + value_text(version.value, language, place[2] or '') + (place[3] or ''), version.text[language])
    return text.replace('{checked}', day_text(checked, language))


def sentence(provision_id: str, language: str, on: date) -> str:
    """What the provision says on this day, in `es` or `en`, with its value and day of checking filled in.

    Raises KeyError for an unknown id or language, LookupError when the provision says nothing about that day.
    """
    found = provision(provision_id)
    return filled(version_on(found, on), language, found.checked)


def is_stale(provision: Provision, on: date) -> bool:
    """Whether the last day to check this provision again has passed."""
    return on > provision.review_by


def stale_note(provision: Provision, language: str) -> str:
    """The warning of a provision past its review date: when it was checked, that it may have changed, and whom to ask."""
    return STALE[language].format(checked=day_text(provision.checked, language))


def conflicts_on(provision: Provision, on: date) -> tuple[Reported, ...]:
    """What other sources say on this day that differs from the version in force: the newest of each source. Raises LookupError as `version_on`."""
    newest = {other.source: other for other in sorted(provision.also_reported, key=lambda other: other.from_) if other.from_ <= on}
    return tuple(other for other in newest.values() if other.value != version_on(provision, on).value)


def reported_value(other: Reported, version: Version, language: str) -> str:
    """What another source says, written as the sentence writes its own value; empty when it is a table. Raises KeyError for an unknown language.

    A mapping of exactly the two languages is the wording of each.
    """
    place = WRITTEN.search(version.text[language])
    found = other.value[language] if isinstance(other.value, Mapping) and set(other.value) == set(LANGUAGES) else other.value
    try:
        if place is None:
            return value_text(found, language)
        unit = place[3] or '' if isinstance(found, int | float) and not place[1] else ''
        return place[1] + value_text(found, language, place[2] or '') + unit
    except TypeError:
        return ''


def reported_note(provision: Provision, language: str, on: date) -> str:
    """That other sources say something else on this day, what, and to check; empty when none does. Raises LookupError as `version_on`."""
    said = []
    for other in conflicts_on(provision, on):
        found = reported_value(other, version_on(provision, on), language)
        said.append(REPORTED[language][0 if found else 1].format(day=day_text(other.from_, language), value=found))
    return ' '.join([*said, LOOK[language]]) if said else ''


def notes(provision: Provision, language: str, on: date) -> str:
    """What a reader must know besides the sentence: what other sources say otherwise and, once the review date has passed, the warning."""
    stale = stale_note(provision, language) if is_stale(provision, on) else ''
    return f'{reported_note(provision, language, on)} {stale}'.strip()


def sentence_with_note(provision_id: str, language: str, on: date) -> str:
    """The sentence of a provision with its notes after it. Raises as `sentence`."""
    return f'{sentence(provision_id, language, on)} {notes(provision(provision_id), language, on)}'.strip()
