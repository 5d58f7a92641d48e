"""A phone that somebody watches holds neither where anybody is or lives nor telephones: answers marked so, out of a subject (`basics.NotWatched`).

`story.case` takes them out of a case, the review out of its lines, and `interview.watched` out of the session itself.
"""
from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from functools import cache
from typing import Any

from docassemble.immdef_selfhelp.law.typed import key_of, marks_of, parts_of
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate, NotWatched
from docassemble.immdef_selfhelp.story.told.reader import default_of, holds

WATCHED = 'watched'
"""The answer that somebody may watch this phone."""


@cache
def marked(kind: type) -> Mapping[str, NotWatched]:
    """The answers of a subject that a watched phone does not hold, by their attribute, with the mark."""
    return {part.name: mark for part, hint in parts_of(kind) for mark in marks_of(hint)[1] if isinstance(mark, NotWatched)}


def closed(kind: type, known: Mapping[str, Any]) -> frozenset[str]:
    """The attributes that a watched phone does not hold, by what else was told beside them."""
    return frozenset(name for name, mark in marked(kind).items() if mark.when is None or holds((mark.when,), known))


def keys_closed(kind: type, known: Mapping[str, Any]) -> frozenset[str]:
    """The same as the keys of a session."""
    hints = {part.name: hint for part, hint in parts_of(kind)}
    return frozenset(key_of(name, hints[name]) for name in closed(kind, known))


def unwatched[T](told: T) -> T:
    """A case or a subject without anything that a watched phone does not hold, in whatever is inside it too."""
    subject: Any = told
    kind: type = type(subject)
    kept = vars(subject)
    gone = closed(kind, kept)
    changed = {part.name: default_of(part) if part.name in gone else inside(kept[part.name]) for part, _ in parts_of(kind)}
    different: T = replace(subject, **{name: value for name, value in changed.items() if value is not kept[name]})
    return different


def inside(value: Any) -> Any:
    """What an answer holds, each subject in it without what a watched phone does not hold."""
    if isinstance(value, tuple) and any(is_dataclass(one) for one in value):
        return tuple(inside(one) for one in value)
    return unwatched(value) if is_dataclass(value) and not isinstance(value, type | FuzzyDate) else value
