"""The practice questions: the subjects officers ask about, few to a screen, the same in both languages, with ids that never change."""
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated, questions

# Groups A to K of the research (fact cfi_question_bank), each by one question that must not be lost.
BANK = {
    'A health, language, oath': 'understands_interpreter', 'B family': 'spouse_children', 'C countries': 'other_nationality',
    'D what happened': 'who_harmed', 'D each time': 'how_many_armed', 'E why': 'why_you', 'F authorities': 'reported',
    'G relocation': 'could_live_elsewhere', 'H future': 'how_would_they_know', 'I torture': 'officials_torture', 'J groups': 'gave_to_group',
    'K anything else': 'anything_else',
}


def ids() -> list[str]:
    return [question.id for group in questions.practice_groups() for question in group.questions]


def test_every_subject_of_the_bank_is_asked_in_its_order() -> None:
    places = [ids().index(question) for question in BANK.values()]
    assert places == sorted(places)


def test_few_questions_to_a_screen_and_each_once() -> None:
    assert all(1 <= len(group.questions) <= 5 for group in questions.practice_groups())
    assert len(set(ids())) == len(ids())


@pytest.mark.parametrize(('language', 'opens'), [('es', '¿'), ('en', '')])
def test_they_are_questions(language: str, opens: str) -> None:
    for group in questions.practice_groups():
        for question in group.questions:
            assert question.ask[language].endswith('?'), question.id
            assert opens in question.ask[language], question.id
            assert question.id.isidentifier()
            assert question.id.islower()


@pytest.fixture
def fresh() -> Iterator[None]:
    questions._practice_groups.cache_clear()
    yield
    questions._practice_groups.cache_clear()


@pytest.mark.usefixtures('fresh')
@pytest.mark.parametrize(('change', 'says'), [
    ({'ask': {'en': 'English only?'}}, "'es' is missing"),
    ({'id': 'second'}, 'second stands twice'),
    ({'answer': 'Yes'}, 'unknown keys: answer'),
])
def test_wrong_question_data_is_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str) -> None:
    text = {'es': '¿Sí?', 'en': 'Yes?'}
    groups = ({'id': 'sample', 'title': text, 'questions': [{'id': 'first', 'ask': text} | change, {'id': 'second', 'ask': text}]},)
    monkeypatch.setattr(dated, 'groups_in', {'lists/practice_questions': groups}.__getitem__)
    with pytest.raises(strict.LawDataError) as refused:
        questions.practice_groups()
    assert says in str(refused.value)


def test_their_source_is_in_the_data() -> None:
    assert 'I-870' in dated.provision('cfi_questions').citation
    assert dated.sentence('cfi_questions', 'es', date(2026, 11, 25))
