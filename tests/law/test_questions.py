"""The practice questions: the subjects officers ask about, few to a screen, the same in both languages, with ids that never change."""
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated, questions
from docassemble.immdef_selfhelp.names import LANGUAGES

# Groups A to K of the research (fact cfi_question_bank), each by one question that must not be lost.
BANK = {
    'A health, language, oath': 'understands_interpreter', 'B family': 'spouse_children', 'C countries': 'other_nationality',
    'D what happened': 'who_harmed', 'D each time': 'how_many_armed', 'E why': 'why_you', 'F authorities': 'reported',
    'G relocation': 'could_live_elsewhere', 'H future': 'how_would_they_know', 'I torture': 'officials_torture', 'J groups': 'gave_to_group',
    'K anything else': 'anything_else',
}


def ids(language: str) -> list[str]:
    return [question.id for group in questions.practice_groups(language) for question in group.questions]


def test_every_subject_of_the_bank_is_asked_in_its_order() -> None:
    places = [ids('es').index(question) for question in BANK.values()]
    assert places == sorted(places)


def test_both_languages_ask_the_same() -> None:
    assert ids('es') == ids('en')
    assert [group.id for group in questions.practice_groups('es')] == [group.id for group in questions.practice_groups('en')]


@pytest.mark.parametrize('language', LANGUAGES)
def test_few_questions_to_a_screen_and_each_once(language: str) -> None:
    assert all(1 <= len(group.questions) <= 5 for group in questions.practice_groups(language))
    assert len(set(ids(language))) == len(ids(language))


@pytest.mark.parametrize(('language', 'opens'), [('es', '¿'), ('en', '')])
def test_they_are_questions(language: str, opens: str) -> None:
    for group in questions.practice_groups(language):
        for question in group.questions:
            assert question.ask.endswith('?'), question.id
            assert opens in question.ask, question.id
            assert question.id.isidentifier()
            assert question.id.islower()


def test_no_third_language() -> None:
    with pytest.raises(KeyError):
        questions.practice_groups('fr')


@pytest.fixture
def fresh() -> Iterator[None]:
    questions.practice_groups.cache_clear()
    yield
    questions.practice_groups.cache_clear()


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
        questions.practice_groups('es')
    assert says in str(refused.value)


def test_their_source_is_in_the_data() -> None:
    assert 'I-870' in dated.provision('cfi_questions').citation
    assert dated.sentence('cfi_questions', 'es', date(2026, 11, 25))
