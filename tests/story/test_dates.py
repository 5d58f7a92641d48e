"""Dates as people remember them: printed in both languages, ordered and checked, and never made sharper than they were told."""
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.story.dates import PARTS, date_problem, date_text, is_before, month_names, part_names, problem_text, span
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.wording import wording

LANGUAGES = ('es', 'en')
TODAY = date(2026, 11, 25)
EVERY_COMBINATION = [
    FuzzyDate(year, month, day, part, about, words)
    for year, month, day, part, about, words in product((None, 2024), (None, 5), (None, 27), ('', *PARTS), (False, True), ('', 'cuando la milpa'))
]
some_dates = st.builds(
    FuzzyDate, st.none() | st.integers(1, 9999), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28), st.sampled_from(['', *PARTS]),
    st.booleans(), st.text(max_size=10))


@pytest.mark.parametrize(('told', 'spanish', 'english'), [
    (FuzzyDate(), 'sin fecha', 'no date'),
    (FuzzyDate(2024), '2024', '2024'),
    (FuzzyDate(2024, about=True), 'alrededor de 2024', 'about 2024'),
    (FuzzyDate(2024, 5), 'mayo de 2024', 'May 2024'),
    (FuzzyDate(2024, 5, about=True), 'alrededor de mayo de 2024', 'about May 2024'),
    (FuzzyDate(2024, 5, 27), '27 de mayo de 2024', 'May 27, 2024'),
    (FuzzyDate(2024, 5, 27, about=True), 'alrededor del 27 de mayo de 2024', 'about May 27, 2024'),
    (FuzzyDate(None, 5), 'mayo', 'May'),
    (FuzzyDate(None, 5, 27), '27 de mayo', 'May 27'),
    (FuzzyDate(2019, part='start_of_year'), 'a principios de 2019', 'early 2019'),
    (FuzzyDate(2019, part='middle_of_year'), 'a mediados de 2019', 'the middle of 2019'),
    (FuzzyDate(2019, part='end_of_year'), 'a fines de 2019', 'late 2019'),
    (FuzzyDate(2019, part='end_of_year', about=True), 'más o menos a fines de 2019', 'about late 2019'),
    (FuzzyDate(2019, part='rainy_season'), 'en tiempo de lluvias de 2019', 'the rainy season of 2019'),
    (FuzzyDate(part='dry_season'), 'en tiempo seco', 'in the dry season'),
    (FuzzyDate(words='cuando la milpa'), 'cuando la milpa', 'cuando la milpa'),
    (FuzzyDate(2024, 5, words='cuando la milpa'), 'mayo de 2024 («cuando la milpa»)', 'May 2024 (“cuando la milpa”)'),
    (FuzzyDate(2024, 2, 29), '29 de febrero de 2024', 'February 29, 2024'),
])
def test_a_date_is_printed_as_told(told: FuzzyDate, spanish: str, english: str) -> None:
    assert (date_text(told, 'es'), date_text(told, 'en')) == (spanish, english)


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('told', EVERY_COMBINATION)
def test_every_combination_prints_what_was_told_and_nothing_else(told: FuzzyDate, language: str) -> None:
    text = date_text(told, language)
    assert text.strip() == text != ''
    assert ('2024' in text) == (told.year is not None)
    assert (month_names(language)[5] in text) == (told.month is not None)
    # A day without its month means nothing, and no form sends one.
    assert ('27' in text) == bool(told.day and told.month)
    assert told.words in text
    assert '{' not in text and 'None' not in text


def test_a_part_of_a_year_is_not_printed_when_a_month_was_told() -> None:
    assert date_text(FuzzyDate(2024, 5, part='rainy_season'), 'en') == 'May 2024'


@pytest.mark.parametrize('language', LANGUAGES)
def test_months_and_parts_are_named_in_the_language(language: str) -> None:
    assert list(month_names(language)) == list(range(1, 13))
    assert len(set(month_names(language).values())) == 12
    assert set(part_names(language)) == set(PARTS)
    assert month_names('es')[1] == 'enero' and month_names('en')[12] == 'December'


@pytest.mark.parametrize(('told', 'code'), [
    ((None, None, None, ''), ''),
    ((2024, 2, 29, ''), ''),
    ((2023, 2, 29, ''), 'no_such_day'),
    ((None, 2, 29, ''), ''),
    ((None, 2, 30, ''), 'no_such_day'),
    ((1900, 2, 29, ''), 'no_such_day'),
    ((2000, 2, 29, ''), ''),
    ((2024, 4, 31, ''), 'no_such_day'),
    ((2024, 4, 0, ''), 'no_such_day'),
    ((24, None, None, ''), 'short_year'),
    ((10000, None, None, ''), 'short_year'),
    ((2024, None, 5, ''), 'day_without_month'),
    ((None, None, 5, ''), 'day_without_month'),
    ((2027, None, None, ''), 'in_the_future'),
    ((2026, 12, None, ''), 'in_the_future'),
    ((2026, 11, 26, ''), 'in_the_future'),
    ((2026, 11, 25, ''), ''),
    ((2026, 11, None, ''), ''),
    ((2026, None, None, 'end_of_year'), ''),
    ((2026, None, None, ''), ''),
])
def test_what_cannot_be_is_named(told: tuple[int | None, int | None, int | None, str], code: str) -> None:
    year, month, day, part = told
    assert date_problem(year, month, day, part, TODAY) == code


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_problem_has_a_kind_sentence(language: str) -> None:
    for code in wording()['date_problems']:
        sentence = problem_text(code, language)
        assert sentence.endswith('.') and 'error' not in sentence.lower()


@pytest.mark.parametrize(('told', 'first', 'last'), [
    (FuzzyDate(), date.min, date.max),
    (FuzzyDate(None, 5, 27), date.min, date.max),
    (FuzzyDate(2024), date(2024, 1, 1), date(2024, 12, 31)),
    (FuzzyDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
    (FuzzyDate(2023, 2), date(2023, 2, 1), date(2023, 2, 28)),
    (FuzzyDate(2024, 2, 29), date(2024, 2, 29), date(2024, 2, 29)),
    (FuzzyDate(2024, part='end_of_year'), date(2024, 9, 1), date(2024, 12, 31)),
    (FuzzyDate(2024, part='dry_season'), date(2024, 1, 1), date(2024, 12, 31)),
    (FuzzyDate(2024, 5, 27, about=True), date(2024, 5, 12), date(2024, 6, 11)),
    (FuzzyDate(1, 1, 1, about=True), date.min, date(1, 1, 16)),
    (FuzzyDate(9999, about=True), date(9997, 12, 31), date.max),
])
def test_the_days_a_date_can_mean(told: FuzzyDate, first: Any, last: Any) -> None:
    assert span(told) == (first, last)


@given(some_dates)
def test_about_and_missing_parts_only_widen(told: FuzzyDate) -> None:
    first, last = span(told)
    assert first <= last
    for wider in (replace(told, about=True), replace(told, day=None), replace(told, day=None, month=None, part=''), replace(told, year=None)):
        wide_first, wide_last = span(wider)
        assert wide_first <= first and last <= wide_last


@given(some_dates, some_dates, some_dates)
def test_certainly_before_has_no_circles(one: FuzzyDate, two: FuzzyDate, three: FuzzyDate) -> None:
    assert not is_before(one, one)
    assert not (is_before(one, two) and is_before(two, one))
    assert is_before(one, three) or not (is_before(one, two) and is_before(two, three))


@pytest.mark.parametrize(('one', 'two', 'before'), [
    (FuzzyDate(2023), FuzzyDate(2024), True),
    (FuzzyDate(2024), FuzzyDate(2024, 5), False),
    (FuzzyDate(2024, 4), FuzzyDate(2024, 5), True),
    (FuzzyDate(2024, 5), FuzzyDate(2024, 5, 1), False),
    (FuzzyDate(2023, about=True), FuzzyDate(2024), False),
    (FuzzyDate(None, 4), FuzzyDate(2024, 5), False),
])
def test_only_certainty_puts_one_date_before_another(one: FuzzyDate, two: FuzzyDate, before: bool) -> None:
    assert is_before(one, two) is before
    assert is_before(two, one) is False
