"""Hints: open questions about what an event does not say yet, and nothing more."""
from dataclasses import fields, replace
from typing import Any

import pytest

from docassemble.immdef_selfhelp.story.hints import hints
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.wording import wording

LANGUAGES = ('es', 'en')
TOLD = Event(kind='harm', what='x', when=FuzzyDate(2024), where='x', who='x', who_official='unknown', words='x', why='x', witnesses='x', injuries='x',
             care='x', reported='yes', report_result='x', report_why_not='x', proof='tried', proof_what='x', proof_tried='x')
JUDGING = ('%', 'score', 'punt', 'complet', 'falta', 'missing', 'must', 'debe', 'tiene que', 'have to', 'better', 'mejor', 'should', 'débil', 'weak',
           'fuerte', 'strong', 'incorrect', 'mal ')


def fields_asked(event: Event) -> list[str]:
    return [hint.field for hint in hints(event, 'es')]


def test_an_event_that_says_everything_is_asked_nothing() -> None:
    assert hints(TOLD, 'es') == ()


@pytest.mark.parametrize(('change', 'asked'), [
    ({'what': ' '}, ['what']),
    ({'when': FuzzyDate()}, ['when']),
    ({'when': FuzzyDate(words='en la cosecha')}, []),
    ({'where': ''}, ['where']),
    ({'who': ''}, ['who']),
    ({'words': ''}, ['words']),
    ({'why': ''}, ['why']),
    ({'report_result': ''}, ['report_result']),
    ({'reported': 'no', 'report_why_not': ''}, ['report_why_not']),
    ({'reported': 'unknown', 'report_result': '', 'report_why_not': ''}, []),
    ({'proof_what': '', 'proof_tried': ''}, ['proof_what', 'proof_tried']),
    ({'proof': 'have', 'proof_tried': ''}, []),
    ({'proof': 'none', 'proof_what': '', 'proof_tried': ''}, []),
    ({'witnesses': '', 'injuries': '', 'care': ''}, []),
])
def test_each_gap_has_its_question(change: Any, asked: Any) -> None:
    assert fields_asked(replace(TOLD, **change)) == asked


@pytest.mark.parametrize(('kind', 'asked'), [
    ('harm', ['what', 'when', 'where', 'who', 'words', 'why']), ('report', ['what', 'when', 'where', 'who']), ('move', ['what', 'when', 'where']),
    ('other', ['what', 'when', 'where'])])
def test_an_empty_event_is_asked_what_its_kind_is_asked(kind: str, asked: Any) -> None:
    assert fields_asked(Event(kind=kind)) == asked


@pytest.mark.parametrize('told', ['aloud', 'skip'])
def test_what_is_not_written_is_left_in_peace(told: Any) -> None:
    assert hints(Event(kind='harm', told=told), 'es') == ()


def test_a_hint_names_a_field_of_the_event() -> None:
    known = {field.name for field in fields(Event)}
    empty = Event(kind='harm', reported='yes', proof='cannot')
    assert {hint.field for hint in hints(empty, 'en')} <= known


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('key', list(wording()['hints']))
def test_a_hint_is_an_open_question_and_never_a_judgement(key: str, language: str) -> None:
    question = wording()['hints'][key][language]
    assert question.count('?') == 1
    assert not [word for word in JUDGING if word in question.lower()]
    # Open: it cannot be answered by yes or no. Only "when" adds how little is enough.
    assert question.endswith('?') or key == 'when'
    opening = {'es': ('¿qué', '¿cuándo', '¿dónde', '¿quién', '¿con quién', '¿por qué'), 'en': ('what', 'when', 'where', 'who', 'why')}[language]
    assert question.lower().startswith(opening)
