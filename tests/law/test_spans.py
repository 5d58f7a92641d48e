"""A date as far as it was told."""
from datetime import date

import pytest
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, SpanError, between, on_day, read_span
from docassemble.immdef_selfhelp.law.facts.words import span_words


@pytest.mark.parametrize(('written', 'first', 'last', 'about'), [
    ('2026-01-21', date(2026, 1, 21), date(2026, 1, 21), False),
    (date(2026, 1, 21), date(2026, 1, 21), date(2026, 1, 21), False),
    ('2028-02', date(2028, 2, 1), date(2028, 2, 29), False),
    ('2026', date(2026, 1, 1), date(2026, 12, 31), False),
    (2026, date(2026, 1, 1), date(2026, 12, 31), False),
    ('about 2026-05', date(2026, 3, 31), date(2026, 7, 1), True),
    ('about 2026-05-03', date(2026, 4, 18), date(2026, 5, 18), True),
    ('about 2026', date(2024, 12, 31), date(2028, 1, 1), True),
])
def test_what_can_be_written(written: object, first: date, last: date, about: bool) -> None:
    read = read_span(written)
    assert (read.first, read.last, read.about) == (first, last, about)


@pytest.mark.parametrize('nothing', [None, ''])
def test_nothing_is_untold(nothing: object) -> None:
    assert read_span(nothing) == UNTOLD
    assert not UNTOLD.known


@pytest.mark.parametrize('written', ['2026-02-30', '2026-13', 'May 2026', '26-01-01', '2026-1-1', 'about', '9999', '2201-01-01', '0001-01-01'])
def test_what_cannot_be_a_date_is_refused(written: str) -> None:
    with pytest.raises(SpanError):
        read_span(written)


def test_a_span_needs_both_ends_in_order() -> None:
    with pytest.raises(SpanError):
        Span(date(2026, 1, 1), None)
    with pytest.raises(SpanError):
        Span(date(2026, 1, 2), date(2026, 1, 1))


@given(st.dates(), st.dates(), st.booleans())
def test_about_is_never_narrower_than_the_days_told(one: date, other: date, about: bool) -> None:
    span = between(min(one, other), max(one, other), about)
    assert span.first is not None and span.last is not None
    assert span.first <= min(one, other) <= max(one, other) <= span.last
    assert (span.last - span.first > abs(one - other)) is about


@given(st.dates(), st.dates())
def test_one_day_is_before_or_from_another(one: date, other: date) -> None:
    assert on_day(one).surely_before(other) is (one < other)
    assert on_day(one).surely_from(other) is (one >= other)


@given(st.dates())
def test_what_was_not_told_is_neither_before_nor_after(day: date) -> None:
    assert not UNTOLD.surely_before(day)
    assert not UNTOLD.surely_from(day)
    assert not UNTOLD.touches(day, day)


@pytest.mark.parametrize(('written', 'es', 'en'), [
    ('2026-01-21', '21 de enero de 2026', 'January 21, 2026'),
    ('about 2026-01-21', 'alrededor del 21 de enero de 2026', 'about January 21, 2026'),
    ('2026-01', 'enero de 2026', 'January 2026'),
    ('about 2026-01', 'alrededor de enero de 2026', 'about January 2026'),
    ('2026', '2026', '2026'),
    ('', 'no lo dijo o no lo sabe', 'not told or not known'),
])
def test_a_date_is_said_as_sharp_as_it_was_told(written: str, es: str, en: str) -> None:
    assert (span_words(read_span(written), 'es'), span_words(read_span(written), 'en')) == (es, en)


def test_days_between_two_months_are_said_as_such() -> None:
    assert span_words(Span(date(2026, 5, 31), date(2026, 6, 30)), 'es') == 'entre el 31 de mayo de 2026 y el 30 de junio de 2026'
