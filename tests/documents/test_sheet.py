"""The preparation sheet: the person's own words under the questions, and nothing chosen for them."""
from dataclasses import replace
from typing import Any

import pytest
from documents.shared import ON, Opened, Paper, ParagraphsOf, style_of
from docx.table import _Cell

from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.papers.credible_fear_sheet import (
    AFTER,
    AFTER_WITH_AN_ORDER,
    RIGHTS,
    RIGHTS_WITH_AN_ORDER,
    fear_of,
    sheet_context,
)
from docassemble.immdef_selfhelp.law.provisions import dated, questions
from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.place import Entry, Place
from docassemble.immdef_selfhelp.story.wording import say


def sheet(language: str = 'es', **telling: Any) -> Context:
    case = case_from_answers({'family': [{'relation': 'son'}], 'applicant': {'nationality': 'Honduras'}, 'tellings': [telling]})
    return sheet_context(case, case.tellings[0], language, ON)


def row(opened: Opened, content: bytes, label: str) -> _Cell:
    cell: _Cell = next(found.cells[1] for found in opened(content).tables[0].rows if found.cells[0].text == label)
    return cell


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_rights_are_those_of_the_law_data(language: str) -> None:
    found = sheet(language)
    assert found['rights'] == [dated.sentence(fact, language, ON) for fact in RIGHTS]
    assert found['after'] == [dated.sentence(fact, language, ON) for fact in AFTER]


def test_with_an_order_of_ones_own_the_sheet_is_for_the_other_interview() -> None:
    case = case_from_answers({'situation': {'entered': 'yes', 'entries': [{'outcome': 'removal_order', 'when': {'year': 2019}}]},
                              'family': [{'relation': 'spouse', 'given_names': 'Karla'}],
                              'tellings': [{'person': 'applicant'}, {'person': 'family_0'}]})
    his, hers = (sheet_context(case, telling, 'es', ON) for telling in case.tellings)
    assert his['rights'] == [dated.sentence(fact, 'es', ON) for fact in RIGHTS_WITH_AN_ORDER]
    assert his['after'] == [dated.sentence(fact, 'es', ON) for fact in AFTER_WITH_AN_ORDER]
    assert hers['rights'] == [dated.sentence(fact, 'es', ON) for fact in RIGHTS]


def test_who_was_spoken_to_is_not_among_those_who_did_harm() -> None:
    events = [{'kind': 'report', 'what': 'Denuncié', 'who': 'El juez', 'words': 'Mañana'}, {'kind': 'harm', 'who': 'La mara'}]
    found = sheet(events=events)['facts']
    assert [item['text'] for item in found['who']] == ['La mara']
    assert found['reports'] == [{'when': '', 'answer': '', 'text': 'Denuncié', 'who': 'El juez'}]
    assert [item['text'] for item in found['words']] == ['Mañana']


@pytest.mark.parametrize(('reported', 'answer', 'text'), [
    ('yes', 'Lo denuncié.', 'Nada'), ('no', 'No lo denuncié.', 'Miedo'), ('unknown', 'No sé si se denunció.', '')])
def test_each_harm_says_whether_it_was_reported(reported: str, answer: str, text: str) -> None:
    events = [{'kind': 'harm', 'when': {'year': 2024, 'about': True}, 'reported': reported, 'report_result': 'Nada', 'report_why_not': 'Miedo'}]
    assert sheet(events=events)['facts']['reports'] == [{'when': 'Alrededor de 2024', 'answer': answer, 'text': text, 'who': ''}]


def test_answers_about_torture_and_mexico_are_the_sentences_of_the_declaration() -> None:
    found = sheet(fear={'torture': 'yes', 'torture_officials': 'El jefe', 'mexico': 'unknown'})['facts']['fear']
    assert found['torture'] == 'Temo un daño muy grave de funcionarios, o que ellos dejen que otros lo hagan.'
    assert found['mexico'] == 'No sé si tengo miedo de que me pase algo en México.'
    assert not found['afraid_in_mexico']
    assert sheet()['facts']['fear']['torture'] == sheet()['facts']['fear']['mexico'] == ''


def test_what_will_be_said_aloud_shows_only_when_and_where(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    event = {'told': 'aloud', 'when': {'year': 2020}, 'where': 'Choloma', 'what': 'SECRETO'}
    found = sheet(events=[event], fear={'told': 'aloud', 'what': 'SECRETO'})
    assert found['aloud'] == [{'when': '2020', 'where': 'Choloma'}]
    assert found['fear_aloud'] and 'SECRETO' not in str(found)
    whole = [paragraph.text for paragraph in paragraphs_of(paper('commander_wife', 'credible_fear_sheet', 'es'))]
    assert '•\tLo que pasó: alrededor de septiembre de 2021' in whole and '•\tLo que temo si regreso.' in whole


def test_countries_are_named_in_the_language_of_the_paper() -> None:
    telling = {'other_countries': 'yes', 'countries': [{'country': 'Mexico', 'status': 'asked'}]}
    assert sheet('es', **telling)['journey']['countries'][0]['name'] == 'México'
    assert sheet('en', **telling)['journey']['countries'][0]['name'] == 'Mexico'


def test_the_journey_says_what_the_declaration_says(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    couple = paragraphs_of(paper('released_couple', 'credible_fear_sheet', 'en'))
    family = paragraphs_of(paper('shopkeeper', 'credible_fear_sheet', 'es'))
    assert '•\tEntry into the United States, 2019, I do not know how.' in [paragraph.text for paragraph in couple]
    assert [text for text in (paragraph.text for paragraph in family) if 'Pedí refugio o permiso para vivir ahí.' in text]


@pytest.mark.parametrize('language', ['es', 'en'])
def test_every_question_to_expect_is_there_with_the_words_noted(paper: Paper, paragraphs_of: ParagraphsOf, language: str) -> None:
    whole = [paragraph.text for paragraph in paragraphs_of(paper('shopkeeper', 'credible_fear_sheet', language))]
    for group in questions.practice_groups():
        assert group.title[language] in whole
        assert all(f'•\t{question.ask[language]}' in whole for question in group.questions)
    assert [text.partition(': ')[2] for text in whole if text.startswith(('Mis palabras: ', 'My words: '))] == [
        'mara, Chino, policía' + (' [in Spanish, not translated]' if language == 'en' else '')]


@pytest.mark.parametrize(('language', 'labels'), [
    ('es', ('Quién me hizo daño, o a quién temo', 'Las palabras que usaron', 'Qué temo si regreso')),
    ('en', ('Who hurt me, or who I fear', 'The words they used', 'What I fear if I go back'))])
def test_an_empty_place_has_lines_and_a_full_one_has_none(paper: Paper, opened: Opened, language: str, labels: tuple[str, ...]) -> None:
    empty, full = (paper(name, 'credible_fear_sheet', language) for name in ('nothing', 'shopkeeper'))
    for label in labels:
        assert len([line for line in row(opened, empty, label).paragraphs if style_of(line) == 'Write Line']) >= 2
        assert not [line for line in row(opened, full, label).paragraphs if style_of(line) == 'Write Line' or not line.text.strip()]


def test_the_dates_are_as_told(paper: Paper, opened: Opened) -> None:
    happened = row(opened, paper('shopkeeper', 'credible_fear_sheet', 'es'), 'Qué pasó, cuándo y dónde').text
    assert 'Alrededor de agosto de 2023 («de agosto hasta mayo del otro año»): Pagué' in happened
    assert '28 de mayo de 2024 («la noche siguiente, como a las 11»), Mi casa: Me llamó' in happened


def test_another_adult_has_their_own_sheet(cases: dict[str, Case]) -> None:
    case = cases['released_couple']
    found = sheet_context(case, case.tellings[1], 'en', ON)
    assert found['name'] == 'Ana Sample' and found['facts']['happened'] == []


@pytest.mark.parametrize('answer', ['yes', 'no', 'unknown'])
def test_every_answer_about_torture_and_mexico_stands_here(answer: str) -> None:
    kept = fear_of(Fear(torture=answer, mexico=answer), 'es')
    assert (kept['torture'], kept['mexico']) == (say('fear', f'torture_{answer}', 'es'), say('fear', f'mexico_{answer}', 'es'))


def test_what_the_applicant_told_of_themself_stands_on_no_other_sheet(cases: dict[str, Case]) -> None:
    case = replace(cases['shopkeeper'], best_language='mam',
                   place=Place(us_papers=('i860',), entries=(Entry(FuzzyDate(2019, 5), 'Hidalgo', 'visa', ''),)))
    own, other = (sheet_context(case, Telling(person.key), 'es', ON) for person in case.people[:2])
    assert own['best_language'] and own['journey']['entries'] and own['journey']['us_papers']
    assert not other['best_language'] and not other['journey']['entries'] and not other['journey']['us_papers']
