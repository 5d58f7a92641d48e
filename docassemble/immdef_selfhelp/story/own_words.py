"""The person's own words in a telling, all at once: to leave lines in their place for a translator, or to mark them on a paper of another language.

Names of people, places and countries are not among them: they are written the same in every language.
"""
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.sentences import BLANK, LONG_BLANK, is_sentence, is_told_about, repeats
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.wording import say

NOTED = 'practice'
"""Pairs of a question and the words noted for it."""
WORDS: dict[type, tuple[str, ...]] = {
    Telling: ('background', 'community', 'left_how', 'since_leaving', 'corrections', 'late_reason'),
    Event: ('what', 'who', 'words', 'why', 'witnesses', 'injuries', 'care', 'report_result', 'report_why_not',
            'report_threat_what', 'proof_what', 'proof_tried'),
    Move: ('after',), CountryStay: ('what_happened',), FuzzyDate: ('words',),
    Fear: ('what', 'who', 'why', 'authorities', 'other_place', 'torture_officials', 'children', 'mexico_what'),
}


def with_words(told: Any, change: Callable[[str], str], dates: bool = True) -> Any:
    """The same telling (or part of one) with every text of the person changed. `dates`: the words for a date too. What is empty stays empty."""
    if isinstance(told, tuple):
        return tuple(with_words(one, change, dates) for one in told)
    if not is_dataclass(told) or isinstance(told, type):
        return told
    names = WORDS.get(type(told), ()) if dates or not isinstance(told, FuzzyDate) else ()
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(told)):
        value = getattr(told, name)
        if name == NOTED:
            changed[name] = tuple((question, change(words)) for question, words in value)
            continue
        changed[name] = (change(value) if value.strip() else value) if name in names else with_words(value, change, dates)
    return replace(told, **changed)


def blanked(telling: Telling) -> Telling:
    """The telling with a line in the place of every text of the person, a longer one for a sentence: it is framed by the same words then."""
    once = replace(telling, events=tuple(replace(event, words='') if repeats(event.words, event.what) else event for event in telling.events))
    found: Telling = with_words(once, lambda text: LONG_BLANK if is_sentence(text) or is_told_about(text) else BLANK)
    return found


def marked(telling: Telling, told_language: str, language: str) -> Telling:
    """The telling for a paper in this language: words of another language say that they are not translated."""
    if told_language == language:
        return telling
    found: Telling = with_words(telling, lambda text: mark(text, told_language, language), dates=False)
    return found


def mark(text: str, told_language: str, language: str) -> str:
    """Words of the person for a paper in this language: those of another say that they are not translated. What is empty stays empty."""
    return text if told_language == language or not text.strip() else f'{text} {say("not_translated", told_language, language)}'


def written_in(case: Case, language: str) -> str:
    """The language in which the applicant writes; that of the paper where nobody said, so that nothing is marked without knowing."""
    return next((telling.told_language for telling in case.tellings if telling.person == APPLICANT and telling.told_language), language)
