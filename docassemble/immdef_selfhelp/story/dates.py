"""Dates as people remember them: printed in both languages, put in order and checked, never made sharper than they were told."""
from calendar import monthrange
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.law.facts.spans import doubtful
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.wording import names, say, wording

OLDEST_SHORT_YEAR, NEWEST_YEAR = 1000, 9999
LEAP_YEAR = 2000
PARTS = {'start_of_year': (1, 4), 'middle_of_year': (5, 8), 'end_of_year': (9, 12), 'rainy_season': (5, 11), 'dry_season': (1, 12)}
"""First and last month each part of a year can mean. The dry season lies at both ends of a year, so it may be any month."""


def month_names(language: str) -> dict[int, str]:
    """The months by number, in this language."""
    return dict(enumerate(wording()['months'][language], 1))


def part_names(language: str) -> dict[str, str]:
    """The parts of a year by code, as choices of a screen."""
    return names('parts_of_year', language)


def pattern_of(told: FuzzyDate) -> str:
    """Which way of writing fits the parts that were told; empty when no part was."""
    if told.month:
        sharpness = 'day' if told.day else 'month'
    elif told.part:
        sharpness = told.part
    else:
        return 'year' if told.year else ''
    return sharpness if told.year else f'{sharpness}_no_year'


def date_text(told: FuzzyDate, language: str) -> str:
    """A date as told, in words of this language: "alrededor de mayo de 2024", "late 2019 (“after the harvest”)".

    The person's own words stand in quotation marks as they were typed, in whatever language. Nothing told gives "sin fecha" or "no date".
    """
    pattern = pattern_of(told)
    if not pattern:
        return told.words or say('dates', 'none', language)
    month = month_names(language).get(told.month or 0, '')
    text = say('dates', pattern, language, day=told.day, month=month, year=told.year)
    if told.about:
        kind = 'about_day' if told.day and told.month else 'about_part' if told.part and not told.month else 'about'
        text = say('dates', kind, language, date=text)
    return say('dates', 'own_words', language, date=text, words=told.words) if told.words else text


def date_lead(told: FuzzyDate, language: str) -> str:
    """A date as told at the beginning of a sentence: "en mayo de 2024", "on May 3, 2024". Words alone stand as they were typed."""
    pattern = f'{pattern_of(told)}_lead'
    text = date_text(told, language)
    return say('dates', pattern, language, date=text) if pattern in wording()['dates'] and not told.about else text


def date_problem(year: int | None, month: int | None, day: int | None, part: str, today: date) -> str:
    """What cannot be about a date, as a code of the wording file's `date_problems`; empty when nothing is wrong. Any part may be missing."""
    if year is not None and not OLDEST_SHORT_YEAR <= year <= NEWEST_YEAR:
        return 'short_year'
    if day is not None and month is None:
        return 'day_without_month'
    if month is not None and day is not None and not 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]:
        return 'no_such_day'
    if year is not None and span(FuzzyDate(year, month, day, part))[0] > today:
        return 'in_the_future'
    return ''


def problem_text(code: str, language: str) -> str:
    """The kind sentence for a code of `date_problem`, or for `not_a_number`."""
    return say('date_problems', code, language)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def span(told: FuzzyDate) -> tuple[date, date]:
    """The first and last day this date can mean. Without a year it can be any day. Raises ValueError for a day that does not exist.

    "About" makes it wider, as it does for the law (`law.facts.spans`).
    """
    if told.year is None:
        return date.min, date.max
    if told.about:
        wider = doubtful(*span(replace(told, about=False)))
        return wider.first or date.min, wider.last or date.max
    if told.month is not None:
        if told.day is not None:
            return date(told.year, told.month, told.day), date(told.year, told.month, told.day)
        return date(told.year, told.month, 1), last_day(told.year, told.month)
    first_month, last_month = PARTS.get(told.part, (1, 12))
    return date(told.year, first_month, 1), last_day(told.year, last_month)


def is_before(first: FuzzyDate, second: FuzzyDate) -> bool:
    """Whether every day the first can mean comes before every day the second can mean."""
    return span(first)[1] < span(second)[0]
