"""One reader for every list of the law's data: from an entry of YAML to its frozen dataclass, whose types say what each key holds.

`Words` is a text in both languages, `Here` one whose languages stand in the entry itself, `Provisions` are ids of provisions that exist. What has a
default may be left out. A key nobody reads, one that is missing or empty, and an id that stands twice are errors that name their place.
"""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum, auto
from functools import cache
from itertools import chain
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.typed import is_optional, key_of, marks_of, parts_of
from docassemble.immdef_selfhelp.names import LANGUAGES


class Mark(Enum):
    """What a plain type does not say."""
    HERE = auto()
    OF_LAW = auto()


Words = Mapping[str, str]
Here = Annotated[Words, Mark.HERE]
Provisions = Annotated[tuple[str, ...], Mark.OF_LAW]
Provision = Annotated[str, Mark.OF_LAW]


def entries(*stems: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every entry of these lists, with where it stands. Raises LawDataError, also for an id that stands twice in them."""
    seen = set[str]()
    for stem in stems:
        for entry in dated.groups_in(stem):
            name = strict.text_in(entry, 'id', f'{stem}.yml')
            strict.need(name not in seen, f'{stem}.yml', f'{name} stands twice')
            seen.add(name)
            yield entry, f'{stem}.yml, {name}'


def all_of[T](kind: type[T], *stems: str, having: str = '') -> tuple[T, ...]:
    """Every entry of these lists as what it is; with `having` those that have this key. Raises LawDataError."""
    return tuple(read(kind, entry, where) for entry, where in entries(*stems) if not having or having in entry)


@cache
def named(stem: str) -> Mapping[str, Words]:
    """A list that says no more of each id than its words. Raises LawDataError."""
    found = {}
    for entry, where in entries(stem):
        strict.known_keys(entry, frozenset({'id', *LANGUAGES}), where)
        found[entry['id']] = strict.both_languages(entry, where)
    return MappingProxyType(found)


def read[T](kind: type[T], entry: Any, where: str, **given: Any) -> T:
    """One entry as what it is. `given`: fields that do not stand in the data. Raises LawDataError."""
    subject: type = kind
    parts = [(part, key_of(part.name, hint), hint) for part, hint in parts_of(subject) if part.name not in given]
    known = (LANGUAGES if Mark.HERE in marks_of(hint)[1] else (key,) for _, key, hint in parts)
    strict.known_keys(entry, frozenset(chain.from_iterable(known)), where)
    found = {part.name: value(entry, key, hint, where) for part, key, hint in parts if key in entry or not is_optional(part)}
    return kind(**given, **found)


def value(entry: Mapping[str, Any], key: str, hint: Any, where: str) -> Any:
    """What stands under a key, by its type. Raises LawDataError."""
    kind, marks = marks_of(hint)
    if Mark.HERE in marks:
        return strict.both_languages(entry, where)
    if isinstance(kind, UnionType):
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    if kind is str:
        text = strict.text_in(entry, key, where)
        return existing((text,), where)[0] if Mark.OF_LAW in marks else text
    if kind is date:
        return strict.day_in(entry, key, where)
    if get_origin(kind) is tuple:
        return existing(several(entry, key, kind, where), where) if Mark.OF_LAW in marks else several(entry, key, kind, where)
    return one_of(entry.get(key), kind, f'{where}, {key}')


def several(entry: Mapping[str, Any], key: str, kind: Any, where: str) -> tuple[Any, ...]:
    """The values of a list that is not empty, as many as its type says. Raises LawDataError."""
    found, (inside, *rest) = entry.get(key), get_args(kind)
    strict.need(isinstance(found, list) and bool(found), where, f'{key!r} is missing or empty')
    strict.need(rest == [...] or len(found or ()) == 1 + len(rest), where, f'{key!r} has {len(found or ())} values')
    return tuple(one_of(one, inside, f'{where}, {key}') for one in found or ())


def one_of(found: Any, kind: Any, where: str) -> Any:
    """One value by its type. Raises LawDataError."""
    if is_dataclass(kind) and isinstance(kind, type):
        return read(kind, found, f'{where}, {strict.text_in(found, "id", where)}' if 'id' in (found or ()) else where)
    if kind == Words:
        # A comma in a sentence without quotes ends it, and its rest becomes a key
        strict.known_keys(found, frozenset(LANGUAGES), where)
        return strict.both_languages(found, where)
    strict.need(type(found) is kind, where, f'{found!r} is not of the kind {kind.__name__}')
    return found


def existing(ids: tuple[str, ...], where: str) -> tuple[str, ...]:
    """Ids of provisions, each of which exists. Raises LawDataError."""
    for name in ids:
        strict.need(name in dated.all_provisions(), where, f'{name} is no provision')
    return ids


def once(ids: Iterable[str], where: str) -> None:
    """Raises LawDataError when an id stands twice."""
    seen = set[str]()
    for name in ids:
        strict.need(name not in seen, where, f'{name} stands twice')
        seen.add(name)
