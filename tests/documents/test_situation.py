"""The sheet "my situation": every date with its rule, what a lawyer must hear, and nothing that another reader must not see."""
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from documents.shared import ON, TextsOf
from pypdf import PdfReader

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes, office_program, pdf_bytes
from docassemble.immdef_selfhelp.documents.papers.situation_sheet import situation_context, with_given_names
from docassemble.immdef_selfhelp.law.facts.facts import facts_tree
from docassemble.immdef_selfhelp.law.findings import found as findings, words as finding_words
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_for, facts_of
from docassemble.immdef_selfhelp.story.looked_at import answers_mark

LANGUAGES = ('es', 'en')
CASE_FILES = Path(__file__).parents[1] / 'cases'
IN_MEXICO: dict[str, Any] = {
    'applicant': {'given_names': 'Marisol', 'first_surname': 'Ejemplo', 'second_surname': 'Pineda', 'nationality': 'Honduras'},
    'situation': {'place': 'mexico', 'city': 'Tijuana', 'entered': 'no'},
}
RELEASED: dict[str, Any] = {
    'applicant': {'given_names': 'Yanelis', 'first_surname': 'Ejemplo', 'second_surname': 'Quintana', 'nationality': 'Cuba'},
    'family': [{'given_names': 'Leo', 'first_surname': 'Ejemplo', 'relation': 'son', 'birth': {'year': 2008, 'month': 12, 'day': 20},
                'whereabouts': 'with_me', 'travelling': 'yes'}],
    'situation': {'place': 'released', 'entered': 'yes', 'us_papers': ['notice_to_appear'],
                  'entries': [{'when': {'year': 2026, 'month': 1, 'day': 21}, 'manner': 'between_ports', 'outcome': 'released'}]},
    'danger_facts': ['ten_months'],
    'court': {'has_case': 'yes', 'hearing': {'year': 2027, 'month': 3}, 'hearing_kind': 'individual', 'decision': 'none', 'missed_hearing': 'no',
              'filed_asylum': 'no', 'moved': 'yes', 'moved_on': {'year': 2026, 'month': 11, 'day': 20}, 'told_court': 'no', 'told_uscis': 'no'},
}
CHILD_ALONE: dict[str, Any] = {
    'applicant': {'given_names': 'Mateo', 'first_surname': 'Ejemplo', 'nationality': 'Guatemala', 'birth': {'year': 2012}},
    'situation': {'place': 'custody', 'entered': 'yes', 'interview_status': 'not_yet'}, 'danger_facts': ['child_alone', 'held'],
}
CASES = {'in_mexico': IN_MEXICO, 'released': RELEASED, 'child_alone': CHILD_ALONE}


def sheet(answers: dict[str, Any], language: str = 'es', on: date = ON) -> Context:
    return situation_context(case_from_answers(answers), language, on)


def titles(found: Context) -> set[str]:
    return {item['title'] for part in ('process', 'lawyer', 'actions', 'other') for item in found[part]}


def on_paper(answers: dict[str, Any], texts_of: TextsOf, language: str) -> str:
    case = case_from_answers(answers)
    document = next(found for found in documents_for(case, ON) if (found.id, found.language) == ('situation_sheet', language))
    return '\n'.join(texts_of(docx_bytes(document, case, ON)))


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_every_finding_stands_on_the_sheet_once(name: str, language: str) -> None:
    found = sheet(CASES[name], language)
    told = [item['title'] for part in ('process', 'lawyer', 'actions', 'other') for item in found[part]]
    assert len(told) == len(set(told))
    facts = facts_of(with_given_names(case_from_answers(CASES[name])))
    assert {one.title for one in finding_words.explained(facts, language, ON)} <= set(told)


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_what_can_be_done_today_stands_on_the_sheet_once(name: str, language: str, texts_of: TextsOf) -> None:
    explained = finding_words.explained(facts_of(case_from_answers(CASES[name])), language, ON)
    steps = {step for one in explained for step in one.today}
    assert bool(steps) == (name != 'in_mexico')
    paper = on_paper(CASES[name], texts_of, language)
    assert [paper.count(step) for step in steps] == [1] * len(steps)


PAGES = ('02_protester_and_return_trip', '09_july_protester_released', '13_earlier_order_and_two_paths', '16_spouses_taken_apart')


@pytest.mark.skipif(office_program() is None, reason='LibreOffice is not installed')
def test_one_page_for_the_family_and_one_for_the_lawyer_and_the_notes_apart() -> None:
    files, expected = [], []
    for name in PAGES:
        content = facts_tree(CASE_FILES / f'{name}.yml')
        case, on = case_from_answers(content['answers']), content.get('day', ON)
        for document in documents_for(case, on):
            if document.id in ('first_page', 'situation_sheet') and document.language == 'es':
                files.append(docx_bytes(document, case, on))
                expected.append((name, document.id))
    for (name, kind), content in zip(expected, pdf_bytes(files), strict=True):
        pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
        if kind == 'first_page':
            assert len(pages) == 1, name
        else:
            # LibreOffice 25 writes the footer of a page before its text, 7 behind it
            text = [line for line in pages[1].splitlines() if line.strip() and not line.startswith('Información, no consejo legal')]
            assert 'Notas' not in pages[0] and text[0].startswith('Notas'), name


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_date_has_its_rule_in_words(language: str) -> None:
    found = sheet(RELEASED, language)
    deadlines = findings.deadlines(findings.findings(facts_of(case_from_answers(RELEASED)), ON))
    assert deadlines
    assert [item['rule'] for item in found['dates']] == [dated.sentence_with_note(deadline.rule, language, ON) for deadline in deadlines]
    assert [item['received'] for item in found['dates']] == [deadline.received for deadline in deadlines]


def test_a_date_told_without_its_day_says_on_which_day_to_rely() -> None:
    hearing = next(item for item in sheet(RELEASED)['dates'] if item['name'] == 'Audiencia')
    assert (hearing['when'], hearing['rely_on']) == ('marzo de 2027', '1 de marzo de 2027')
    address = next(item for item in sheet(RELEASED)['dates'] if 'EOIR-33' in item['name'])
    # Five working days from Friday, November 20; the 26th is Thanksgiving.
    assert (address['when'], address['rely_on']) == ('30 de noviembre de 2026', '')


def test_a_date_that_is_gone_says_so(texts_of: TextsOf) -> None:
    late = {**RELEASED, 'court': {**RELEASED['court'], 'moved_on': {'year': 2026, 'month': 9, 'day': 1}}}
    assert next(item for item in sheet(late)['dates'] if 'EOIR-33' in item['name'])['passed']
    assert 'Esta fecha ya pasó.' in on_paper(late, texts_of, 'es') and 'This date has passed.' in on_paper(late, texts_of, 'en')
    assert 'ya pasó.' not in on_paper(RELEASED, texts_of, 'es')


def test_the_line_of_the_court_is_for_who_may_have_a_case() -> None:
    number = dated.value('eoir_hotline', ON)
    assert number in sheet(RELEASED)['hotline'] and number in sheet(CHILD_ALONE, 'en')['hotline']
    assert sheet(IN_MEXICO)['hotline'] == ''


def test_a_date_that_was_marked_is_told_to_the_lawyer_when_the_hearing_does_not_say_it() -> None:
    without_a_date = {**RELEASED, 'danger_facts': ['hearing_soon'], 'court': {**RELEASED['court'], 'hearing': {}}}
    assert 'A date is very close' in titles(sheet(without_a_date, 'en'))
    with_a_date = {**without_a_date, 'court': {**RELEASED['court'], 'hearing': {'year': 2026, 'month': 12, 'day': 1}}}
    assert 'A date is very close' not in titles(sheet(with_a_date, 'en')) and 'hearing' in str(titles(sheet(with_a_date, 'en')))


@pytest.mark.parametrize('judge_review', ['not_asked', 'agreed_with_officer'])
def test_a_negative_answer_is_told_once_as_it_stands(judge_review: str) -> None:
    negative = {'situation': {'place': 'custody', 'entered': 'yes', 'interview_status': 'negative', 'judge_review': judge_review}}
    spoken = {'A judge can review the negative answer', 'The judge agreed with the officer'} & titles(sheet(negative, 'en'))
    assert spoken == {'A judge can review the negative answer' if judge_review == 'not_asked' else 'The judge agreed with the officer'}


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize(('answers', 'kept_back'), [
    ({'danger_facts': ['violence_at_home']}, ('Hay violencia en su casa', 'There is violence in your home')),
    ({'danger_facts': ['mental_health_crisis']}, ('Primero, un momento para usted', 'First, a moment for you')),
    ({'danger_facts': ['trafficking']}, ('Obligaron a alguien', 'Somebody was forced')),
])
def test_what_a_reader_at_home_must_not_see_is_not_on_paper(answers: dict[str, Any], kept_back: tuple[str, str], texts_of: TextsOf,
                                                            language: str) -> None:
    kept = {**IN_MEXICO, **answers}
    assert on_paper(kept, texts_of, language) == on_paper(IN_MEXICO, texts_of, language)
    assert not set(kept_back) & titles(sheet(kept, language))


@pytest.mark.parametrize('mark', ['afraid_of_family', 'abused_by_citizen_or_resident'])
def test_what_was_marked_about_the_family_is_not_on_paper(mark: str) -> None:
    told, untold = {**IN_MEXICO, 'circumstances': {mark: 'yes'}}, {**IN_MEXICO, 'circumstances': {}}
    assert findings.findings(facts_of(case_from_answers(told)), ON) != findings.findings(facts_of(case_from_answers(untold)), ON)
    assert sheet(told) == sheet(untold)


@pytest.mark.parametrize('phone', ['watched', 'shared'])
def test_that_a_phone_is_watched_is_not_on_paper(phone: str) -> None:
    told, untold = {**IN_MEXICO, 'phone_safety': phone}, {**IN_MEXICO, 'phone_safety': 'private'}
    assert findings.findings(facts_of(case_from_answers(told)), ON) != findings.findings(facts_of(case_from_answers(untold)), ON)
    assert sheet(told) == sheet(untold)


def test_whom_somebody_loves_is_not_on_paper() -> None:
    told = {**IN_MEXICO, 'tellings': [{'events': [{'kind': 'harm', 'what': 'Me pegaron', 'who_official': 'private'}], 'reasons': ['orientation']}]}
    assert 'PSG_GENDER' in {one.code for one in findings.findings(facts_of(case_from_answers(told)), ON)}
    assert 'a quién ama' not in str(sheet(told)) and 'whom you love' not in str(sheet(told, 'en'))


def test_what_another_adult_told_in_private_does_not_reach_the_sheet(cases: dict[str, Case]) -> None:
    case = cases['released_couple']
    assert {telling.person for telling in facts_for(case).tellings} == {'applicant'}
    assert {telling.person for telling in facts_of(case).tellings} == {'applicant', 'family_0'}


@pytest.mark.parametrize('name', ['shopkeeper', 'commander_wife'])
def test_no_surname_and_no_word_of_the_story_is_on_it(cases: dict[str, Case], name: str) -> None:
    case = cases[name]
    whole = str([situation_context(case, language, ON) for language in LANGUAGES])
    typed = [text for telling in case.tellings for event in telling.events for text in (event.what, event.who, event.words, event.where)]
    given = [person.given_names for person in case.people]
    typed += [text for person in case.people for text in (person.first_surname, person.second_surname)] + [case.place.city]
    assert len([text for text in typed if len(text) > 2]) > 1
    assert not [text for text in typed if len(text) > 2 and text in whole and text not in ('la casa', 'Tijuana', *given)]


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_every_number_in_brackets_has_its_note(name: str, language: str, texts_of: TextsOf) -> None:
    whole = on_paper(CASES[name], texts_of, language)
    pointed = {int(number) for group in re.findall(r'\[([\d, ]+)\]', whole) for number in group.split(', ')}
    found = sheet(CASES[name], language)
    assert pointed == {item['number'] for item in found['notes']} == set(range(1, len(found['notes']) + 1))
    for item in found['notes']:
        assert f'{item["number"]}. {item["text"]}' in whole


def test_old_law_says_so_beside_the_date_and_in_the_note() -> None:
    on = ON.replace(month=12, day=31)
    stale = [item for item in sheet(RELEASED, 'en', on)['notes'] if 'may have changed' in item['text']]
    assert stale and len(stale) < len(sheet(RELEASED, 'en', on)['notes'])


def test_who_has_an_answer_to_ask_review_of_is_also_told_what_to_mark() -> None:
    negative = {**CHILD_ALONE, 'situation': {**CHILD_ALONE['situation'], 'interview_status': 'negative'}}
    review = dated.sentence('step_ask_review', 'en', ON)
    assert review in sheet(negative, 'en')['sign'] and review not in sheet(CHILD_ALONE, 'en')['sign']
    assert sheet(IN_MEXICO, 'en')['sign'][0] == sheet(RELEASED, 'en')['sign'][0] == dated.sentence('careful_sign', 'en', ON)


def test_the_next_tasks_begin_with_the_lawyer_and_the_dates_when_there_are_any() -> None:
    assert sheet(IN_MEXICO)['tasks'] == ['story', 'documents', 'copies']
    assert sheet(RELEASED)['tasks'] == ['lawyer', 'dates', 'story', 'documents', 'copies']
    assert sheet(CHILD_ALONE)['tasks'] == ['lawyer', 'copies'], 'the fear interview is not for a child alone'


def test_who_told_nothing_about_a_process_is_not_given_one(texts_of: TextsOf) -> None:
    nothing = {'situation': {'place': 'elsewhere'}}
    assert sheet(nothing)['process'] == []
    assert 'no dice en qué proceso está' in on_paper(nothing, texts_of, 'es')


def test_a_lawyer_who_looked_stands_on_it_with_what_changed_since_and_without_the_note(texts_of: TextsOf) -> None:
    told = {'applicant': {'given_names': 'Ana'}, 'situation': {'place': 'mexico'}}
    looked = {'initials': 'LQ', 'day': '2026-11-27', 'note': 'Traiga el acta', 'answers': answers_mark(case_from_answers(told))}
    paper = on_paper({**told, 'reviewed': looked}, texts_of, 'es')
    assert 'LQ, 27 de noviembre de 2026' in paper
    assert 'Traiga' not in paper
    assert 'cambiaron desde entonces' not in paper
    changed = on_paper({**told, 'applicant': {'given_names': 'Eva'}, 'reviewed': looked}, texts_of, 'es')
    assert 'Las respuestas cambiaron desde entonces' in changed
    assert 'revisó lo que' not in on_paper(told, texts_of, 'es')
