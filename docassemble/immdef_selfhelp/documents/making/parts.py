"""Pieces that the contexts of several papers share. Contexts are plain dicts of text, lists and dicts."""
from collections.abc import Iterable
from datetime import date
from typing import Any

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story import dates
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate

Context = dict[str, Any]


def telling_of(case: Case, person_key: str) -> Telling:
    """The telling of this person. Raises KeyError when the person has none."""
    for telling in case.tellings:
        if telling.person == person_key:
            return telling
    raise KeyError(person_key)


def when(told: FuzzyDate, language: str) -> str:
    """A date as told, never sharper; empty when nothing was told, so that a paper leaves the place out."""
    return '' if told == FuzzyDate() else dates.date_text(told, language)


def opening(told: FuzzyDate, language: str) -> str:
    """A date as told where it opens a line: with a capital letter."""
    text = when(told, language)
    return text[:1].upper() + text[1:]


def calendar_day(day: date, language: str) -> str:
    """A day of the calendar in words of this language."""
    return dates.date_text(FuzzyDate(day.year, day.month, day.day), language)


def between(start: FuzzyDate, end: FuzzyDate, language: str) -> Context:
    """From when to when, each as told or empty."""
    return {'start': when(start, language), 'end': when(end, language)}


def law_sentences(provision_ids: Iterable[str], language: str, on: date) -> list[str]:
    """Dated legal sentences in the language of the paper, each with what another source says otherwise. How old they are: `law_note`."""
    return [f'{dated.sentence(one, language, on)} {dated.reported_note(dated.provision(one), language, on)}'.strip() for one in provision_ids]


def law_note(provision_ids: Iterable[str], language: str, on: date) -> Context:
    """The day the oldest of these provisions was checked, and the warning of the first one that is past its review date."""
    facts = [dated.provision(provision_id) for provision_id in provision_ids]
    stale = [dated.stale_note(fact, language) for fact in facts if dated.is_stale(fact, on)]
    return {'checked': calendar_day(min(fact.checked for fact in facts), language), 'stale': stale[0] if stale else ''}
