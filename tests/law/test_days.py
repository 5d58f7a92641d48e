"""Counting days: federal holidays, weekends, leap days, limits forward and backward."""
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.law.facts import days
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, in_month, on_day

DATES = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(('day', 'open_'), [
    (date(2026, 11, 25), True),
    (date(2026, 11, 26), False),    # Thanksgiving
    (date(2026, 11, 28), False),    # Saturday
    (date(2026, 7, 3), False),      # Independence Day observed
    (date(2026, 6, 19), False),     # Juneteenth
    (date(2027, 1, 18), False),     # Martin Luther King, Jr. Day
])
def test_business_days(day: date, open_: bool) -> None:
    assert days.is_business_day(day) is open_


@pytest.mark.parametrize(('served', 'last'), [
    (date(2026, 10, 26), date(2026, 11, 25)),    # an ordinary Wednesday
    (date(2026, 10, 27), date(2026, 11, 27)),    # day 30 is Thanksgiving
    (date(2026, 10, 29), date(2026, 11, 30)),    # day 30 is a Saturday
    (date(2028, 1, 30), date(2028, 2, 29)),      # into a leap day
])
def test_thirty_days_run_to_the_next_business_day(served: date, last: date) -> None:
    assert days.within_days(on_day(served), 30) == on_day(last)


def test_five_working_days_pass_over_weekend_and_holiday() -> None:
    assert days.within_working_days(on_day(date(2026, 11, 20)), 5) == on_day(date(2026, 11, 30))


def test_backwards_from_a_hearing_never_later_than_the_count() -> None:
    assert days.days_before(on_day(date(2026, 12, 28)), 30) == on_day(date(2026, 11, 27)), '28 November 2026 is a Saturday'


def test_a_month_gives_a_span() -> None:
    assert days.days_after(in_month(2026, 1), 150) == Span(date(2026, 5, 31), date(2026, 6, 30))


def test_what_was_not_told_gives_no_date() -> None:
    assert days.within_days(UNTOLD, 30) == UNTOLD
    assert days.days_before(UNTOLD, 30) == UNTOLD


def test_about_stays_about() -> None:
    assert days.days_after(on_day(date(2026, 1, 1), about=True), 10).about


@given(DATES, st.integers(1, 200))
def test_a_limit_never_ends_before_its_count_nor_on_a_closed_day(day: date, count: int) -> None:
    end = days.within_days(on_day(day), count).first
    assert end is not None
    assert end >= day + timedelta(days=count)
    assert days.is_business_day(end)
    assert (end - day).days - count <= 4, 'no closed stretch of federal holidays and a weekend is longer'


@given(DATES, st.integers(1, 200))
def test_a_backward_limit_is_never_later_than_its_count(day: date, count: int) -> None:
    end = days.days_before(on_day(day), count).first
    assert end is not None
    assert end <= day - timedelta(days=count)
    assert days.is_business_day(end)


@given(DATES, st.integers(1, 30))
def test_working_days_are_counted_one_by_one(day: date, count: int) -> None:
    end = days.working_days_after(day, count)
    between = [day + timedelta(days=number) for number in range(1, (end - day).days + 1)]
    assert sum(map(days.is_business_day, between)) == count
    assert days.is_business_day(end)
