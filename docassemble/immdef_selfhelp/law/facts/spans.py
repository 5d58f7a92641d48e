"""When something happened, as far as it was told: the first and the last day it can have been.

Law computes with days; people remember a month, a year, "about May". A deadline counted from a span is itself a span, and its first day is the
one to rely on. "About" makes a span wider before anything is counted, so that a rough day never gives a sharp limit. Nothing told is a span
without ends: unknown, never "no".
"""
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

FIRST_YEAR, LAST_YEAR = 1850, 2200
"""Years with which days can be counted, on both sides of any life told here. A date outside is a slip of the pen."""
A_MONTH = 31
DOUBT_OF_A_DAY, DOUBT_OF_A_MONTH, DOUBT_OF_LONGER = timedelta(15), timedelta(31), timedelta(366)
"""How much wider "about" makes a span on each side: a day by two weeks, a month by a month, anything longer by a year."""
WRITTEN = re.compile(r'(?P<about>about )?(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?')


class SpanError(ValueError):
    """A date in a facts file that cannot be read. The message says how to write it."""


@dataclass(frozen=True)
class Span:
    """The first and the last day something can have happened. Both are None when it was not told.

    `about`: the person was not sure. `told`: the days as said, when "about" made the span wider than them (`doubtful`).
    """
    first: date | None = None
    last: date | None = None
    about: bool = False
    told: tuple[date, date] | None = None

    def __post_init__(self) -> None:
        if (self.first is None) != (self.last is None):
            raise SpanError('a span has both ends or none')
        if self.first is not None and self.last is not None and self.first > self.last:
            raise SpanError('a span ends before it begins')

    @property
    def known(self) -> bool:
        """Whether anything was told about the day."""
        return self.first is not None

    @property
    def exact(self) -> bool:
        """Whether it is one day, told without "about"."""
        return self.known and self.first == self.last and not self.about

    def surely_before(self, day: date) -> bool:
        """Whether every day it can have been lies before this one. False when it was not told."""
        return self.last is not None and self.last < day

    def surely_from(self, day: date) -> bool:
        """Whether every day it can have been is this one or later. False when it was not told."""
        return self.first is not None and self.first >= day

    def touches(self, first: date, last: date) -> bool:
        """Whether it can lie in this stretch of days, both included. False when it was not told."""
        return self.first is not None and self.last is not None and self.first <= last and self.last >= first


UNTOLD = Span()


def countable(day: date) -> date:
    """The same day, if days can be counted from it. Raises SpanError."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise SpanError(f'{day.year} is not a year between {FIRST_YEAR} and {LAST_YEAR}')
    return day


def doubtful(first: date, last: date) -> Span:
    """What was told as "about" these days: wider on both sides than was said, inside the calendar."""
    length = (last - first).days
    doubt = DOUBT_OF_A_DAY if not length else DOUBT_OF_A_MONTH if length < A_MONTH else DOUBT_OF_LONGER
    wider = first - doubt if first - date.min > doubt else date.min, last + doubt if date.max - last > doubt else date.max
    return Span(*wider, True, (first, last))


def between(first: date, last: date, about: bool = False) -> Span:
    """Any of these days, or about them."""
    return doubtful(first, last) if about else Span(first, last)


def on_day(day: date, about: bool = False) -> Span:
    """One day."""
    return between(day, day, about)


def in_month(year: int, month: int, about: bool = False) -> Span:
    """Any day of one month."""
    return between(date(year, month, 1), date(year, month, monthrange(year, month)[1]), about)


def in_year(year: int, about: bool = False) -> Span:
    """Any day of one year."""
    return between(date(year, 1, 1), date(year, 12, 31), about)


def read_span(written: Any) -> Span:
    """A date of a facts file: `2026-01-21`, `2026-01`, `2026`, `about 2026-01`, or nothing. Raises SpanError."""
    if written is None or written == '':
        return UNTOLD
    found = WRITTEN.fullmatch(str(written).strip())
    if not found:
        raise SpanError(f'{written!r} is no date: write 2026-01-21, 2026-01, 2026 or "about 2026-01"')
    year, about = int(found['year']), bool(found['about'])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise SpanError(f'{written!r}: {year} is not a year between {FIRST_YEAR} and {LAST_YEAR}')
    try:
        if found['day']:
            return on_day(date(year, int(found['month']), int(found['day'])), about)
        return in_month(year, int(found['month']), about) if found['month'] else in_year(year, about)
    except ValueError as impossible:
        raise SpanError(f'{written!r} is no day of the calendar') from impossible
