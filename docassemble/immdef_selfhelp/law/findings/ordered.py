"""The findings in the order in which a family needs them: what is near, where they are, the next dates, this week, this month, the rest.

The same order stands on the screen "my situation" and on its papers. It follows dates and harm (`Finding.level`), never how strong a case is.
"""
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.findings.found import Explained, deadlines
from docassemble.immdef_selfhelp.law.findings.words import NamedDate, explained, named
from docassemble.immdef_selfhelp.law.rules.finding import NEAR, Deadline

NEXT_DATES = 3
PROCESS = 'PROCESS_'
LEFT = {
    'es': {'today': 'es hoy', 'one': 'falta 1 día', 'many': 'faltan {days} días'},
    'en': {'today': 'it is today', 'one': '1 day left', 'many': '{days} days left'},
}


@dataclass(frozen=True)
class Ordered:
    """What the rules found, each finding in one place, the most urgent first in each; `later`: the dates after the next three, and those gone."""
    near: tuple[NamedDate, ...]
    process: tuple[Explained, ...]
    next_dates: tuple[NamedDate, ...]
    later: tuple[NamedDate, ...]
    this_week: tuple[Explained, ...]
    this_month: tuple[Explained, ...]
    good_to_know: tuple[Explained, ...]

    @property
    def dates(self) -> tuple[NamedDate, ...]:
        """Every date, the next ones first."""
        return (*self.next_dates, *self.later)


def ordered(facts: Facts, language: str, on: date, kept_back: Collection[str] = ()) -> Ordered:
    """The findings of a case in words and in order; `kept_back`: codes that stand nowhere here."""
    found = [one for one in explained(facts, language, on) if one.finding.code not in kept_back]
    dates = [named(deadline, language, on, facts) for deadline in deadlines(tuple(one.finding for one in found))]
    ahead = [one for one in dates if not one.passed]
    rest = [one for one in found if not one.finding.code.startswith(PROCESS)]
    return Ordered(
        near=tuple(one for one in ahead if is_near(one.deadline, on)),
        process=tuple(one for one in found if one.finding.code.startswith(PROCESS)),
        next_dates=tuple(ahead[:NEXT_DATES]),
        later=(*ahead[NEXT_DATES:], *(one for one in dates if one.passed)),
        this_week=at(rest, 'urgent'), this_month=at(rest, 'high'), good_to_know=at(rest, 'medium', 'info'),
    )


def at(found: Iterable[Explained], *levels: str) -> tuple[Explained, ...]:
    """The findings of some levels."""
    return tuple(one for one in found if one.finding.level in levels)


def is_near(deadline: Deadline, on: date) -> bool:
    """Whether something happens, or must be done, within 60 days of this day. The first day of something that may be done later is not near."""
    return deadline.nature != 'first_day' and deadline.span.touches(on, on + NEAR)


def days_left(deadline: Deadline, language: str, on: date) -> str:
    """How many days are left until the day to rely on; empty once that day is over."""
    days, words = (deadline.rely_on - on).days, LEFT[language]
    if days < 0:
        return ''
    return words['today'] if not days else words['one'] if days == 1 else words['many'].format(days=days)
