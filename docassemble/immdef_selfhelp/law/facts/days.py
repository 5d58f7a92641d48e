"""Counting days as the immigration courts count them.

- The day something happens is day zero; a limit "within 30 days" ends on day 30 (8 CFR 1001.1(h) defines "day").
- A limit counted in calendar days that ends on a Saturday, Sunday or federal holiday runs to the end of the next business day (8 CFR 1001.1(h)).
- A limit counted backwards from a hearing that ends on such a day is shown on the business day before: earlier is never late.
- Working days leave out Saturdays, Sundays and federal holidays (5 U.S.C. 6103).
- A day is a day of the court: Pacific time, where the courts of Southern California sit.

A limit counted from a day told only roughly is as rough as that day, and its first day is the one to rely on.
"""
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span

COURT_ZONE = ZoneInfo('America/Los_Angeles')
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def today_in_court() -> date:
    """Today where the courts of Southern California, and Tijuana and Mexicali, are."""
    return datetime.now(COURT_ZONE).date()


@cache
def federal_holidays(year: int) -> frozenset[date]:
    """The federal holidays of a year as observed (5 U.S.C. 6103), from the kept `holidays` library."""
    return frozenset(holidays.country_holidays('US', years=year, categories=('public',)))


def is_business_day(day: date) -> bool:
    """Whether the court's window is open by the calendar: no Saturday, Sunday or federal holiday."""
    return day.weekday() < SATURDAY and day not in federal_holidays(day.year)


def next_business_day(day: date) -> date:
    """This day, or the first business day after it."""
    while not is_business_day(day):
        day += ONE_DAY
    return day


def business_day_before(day: date) -> date:
    """This day, or the last business day before it."""
    while not is_business_day(day):
        day -= ONE_DAY
    return day


def working_days_after(day: date, count: int) -> date:
    """The day on which so many working days have passed; the day itself is not counted."""
    while count:
        day += ONE_DAY
        count -= is_business_day(day)
    return day


def within_days(start: Span, count: int) -> Span:
    """The end of a limit of calendar days, moved to the next business day. Untold gives untold."""
    return shifted(start, lambda day: next_business_day(day + timedelta(days=count)))


def within_working_days(start: Span, count: int) -> Span:
    """The end of a limit of working days."""
    return shifted(start, lambda day: working_days_after(day, count))


def days_after(start: Span, count: int) -> Span:
    """So many calendar days later, whatever day of the week: for clocks and for limits that are safer not stretched."""
    return shifted(start, lambda day: day + timedelta(days=count))


def days_before(event: Span, count: int) -> Span:
    """So many calendar days before an event, on the business day before when that is none."""
    return shifted(event, lambda day: business_day_before(day - timedelta(days=count)))


def shifted(span: Span, move: Callable[[date], date]) -> Span:
    """Both ends of a span moved in the same way. What is counted from "about" a day lies between two days: nobody said the day between."""
    if span.first is None or span.last is None:
        return UNTOLD
    return Span(move(span.first), move(span.last), span.about)
