"""What a rule says about a case: the finding, and the date it may carry. Never how strong a case is, never what to answer."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Literal

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.spans import Span

Level = Literal['urgent', 'high', 'medium', 'info']
Kind = Literal['described', 'not_yet_described', 'ask_a_lawyer', 'deadline', 'stop']
LEVELS: tuple[Level, ...] = ('urgent', 'high', 'medium', 'info')
"""From "today" to "good to know"."""
KINDS: tuple[Kind, ...] = ('stop', 'deadline', 'ask_a_lawyer', 'not_yet_described', 'described')
SOON, NEAR = timedelta(days=14), timedelta(days=60)
"""How many days before a date it calls for a lawyer today (project's legal research, section 12, item 18), and for something within weeks."""
NO_VALUES: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Deadline:
    """A date that matters, and the rule that gave it.

    `span`: the first and the last day it can be, as far as the day it is counted from was told; the first one is the day to rely on.
    `rule`: id of the provision. `counted_from`: path of the fact it is counted from. `received`: it counts only when the office has it by then.
    `nature`: `last_day` (must be done by then), `first_day` (cannot be done before) or `event` (it happens then).
    """
    id: str
    span: Span
    rule: str
    counted_from: str
    received: bool = False
    nature: Literal['last_day', 'first_day', 'event'] = 'last_day'

    @property
    def rely_on(self) -> date:
        """The day to rely on: the first it can be; for something that cannot be done before, the last it can be. Raises ValueError without a day."""
        day = self.span.last if self.nature == 'first_day' else self.span.first
        if day is None:
            raise ValueError(f'{self.id} has no day')
        return day


@dataclass(frozen=True)
class Finding:
    """One thing the rules found. `code`: docs/use/findings.md.

    `because`: paths of the facts that led to it (`entries.0.when`), each of which exists. `about`: keys of the people it is about; empty for
    the whole family. `values`: what fills the `{...}` of its sentences, besides `{date}` and `{people}`. `authority`: ids of provisions that this
    case adds to those of the text.
    """
    code: str
    level: Level
    kind: Kind
    because: tuple[str, ...]
    about: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    values: Mapping[str, Any] = field(default_factory=lambda: NO_VALUES)
    authority: tuple[str, ...] = ()


Rule = Callable[[Facts, date], Iterator[Finding]]
"""A rule: a small function of the facts and the day it is asked about."""


def by_days_left(span: Span, on: date, far: Level) -> Level:
    """The level of something that happens on a day of this span: by the days that are left until it, and `far` while there are many."""
    return 'urgent' if span.touches(on, on + SOON) else 'high' if span.touches(on, on + NEAR) else far


def in_order(found: list[Finding]) -> tuple[Finding, ...]:
    """Findings with the most urgent first, each code once: what several rules or people gave for one code is one finding, at its highest level."""
    merged: dict[tuple[str, Kind], Finding] = {}
    for finding in found:
        key = finding.code, finding.kind
        merged[key] = together(merged[key], finding) if key in merged else finding
    return tuple(sorted(merged.values(), key=lambda finding: (LEVELS.index(finding.level), KINDS.index(finding.kind))))


def together(one: Finding, other: Finding) -> Finding:
    """Two findings of the same code and kind as one."""
    level = min(one.level, other.level, key=LEVELS.index)
    return Finding(
        one.code, level, one.kind, joined(one.because, other.because), joined(one.about, other.about),
        joined(one.deadlines, other.deadlines), MappingProxyType({**other.values, **one.values}), joined(one.authority, other.authority),
    )


def joined[T](one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    """Both, each thing once, in the order met."""
    return tuple(dict.fromkeys((*one, *other)))
