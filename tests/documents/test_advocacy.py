"""Letters to officers: one request a page, the order of their parts, and nothing on them but our frame and what was told."""
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from documents.conftest import read
from documents.shared import ON, Make, Opened, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for, texts_in
from docassemble.immdef_selfhelp.documents.making.addressee import ADDRESSEES
from docassemble.immdef_selfhelp.documents.making.render import template_path
from docassemble.immdef_selfhelp.documents.papers import advocacy_letter, delivery_log
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story import medical_words
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.told.advocacy import FACILITIES, KINDS, URGENT, Request
from docassemble.immdef_selfhelp.story.wording import wording

# What threatens, concludes, or speaks of law: nothing of it stands on a letter, but in somebody's own words.
LAW_OR_THREAT = re.compile(
    r'demand|sue\b|lawsuit|complain|queja|denunci|violat|viola|illegal|ilegal|unlawful|'
    r'must\b|debe[ns]?\b(?! decir)|oblig|require|exig|derecho|right to|'
    r'rights|\blaw\b|\bley\b|Flores|Ms\. L|U\.S\.C|CFR|\bINA\b|court order|sanction|consecuenc|consequence|qualif|califica|eligib|eleg|'
    r'persecu|asyl|asil', re.IGNORECASE)
GROUPS = ('advocacy_titles', 'advocacy_facts', 'advocacy_asks', 'advocacy_by', 'advocacy_urgent', 'advocacy_holders', 'advocacy_relations',
          'advocacy_needs', 'advocacy_papers', 'relations', 'medicine_times', 'health_kinds', 'languages', 'medical_words')
PLACE = re.compile(r'\{\w+\}')


def letters(case: Case, language: str = 'en') -> dict[str, Any]:
    """The letters of a case, by kind."""
    return {one['kind']: one for one in advocacy_letter.letters_context(case, language, ON)['letters']}


def with_requests(case: Case, *requests: Request, **changes: Any) -> Case:
    return replace(case, advocacy=replace(case.advocacy, requests=requests, **changes))


@pytest.fixture
def said(make: Make, texts_of: TextsOf) -> Any:
    """The paragraphs of one paper of a case."""
    def of(case: Case, paper: str, language: str) -> list[str]:
        return texts_of(make(next(one for one in documents_for(case, ON) if (one.id, one.language) == (paper, language)), case))
    return of


# --- 2: one request a page, in this order ---------------------------------------------------------------------------------------------

def test_each_request_is_a_page_of_its_own(held: Case, make: Make, opened: Opened) -> None:
    for document in (one for one in documents_for(held, ON) if one.id == 'advocacy_letter'):
        titles = [one for one in opened(make(document, held)).paragraphs if one.style is not None and one.style.name == 'Heading 1']
        assert len(titles) == len(KINDS) == 8
        assert [bool(one.paragraph_format.page_break_before) for one in titles] == [False, *[True] * 7]


@pytest.mark.parametrize('language', ['es', 'en'])
def test_facts_come_first_then_the_request_then_by_when_numbered_in_one_row(held: Case, language: str) -> None:
    for one in letters(held, language).values():
        numbers = [fact['number'] for fact in one['facts']] + [ask['number'] for ask in one['asks']] + [one['by']['number']]
        assert numbers == list(range(1, len(numbers) + 1)) and len(one['asks']) <= 3


@pytest.mark.parametrize(('language', 'parts'), [('en', ('Facts', 'Request', 'By when')), ('es', ('Los hechos', 'Lo que pido', 'Para cuándo'))])
def test_the_page_has_them_in_that_order(held: Case, said: Any, language: str, parts: tuple[str, ...]) -> None:
    text = said(held, 'advocacy_letter', language)
    assert [line for line in text if line in parts] == list(parts) * len(KINDS)


# --- 3, 8: medicine words, wrong beside right ------------------------------------------------------------------------------------------

def test_medicine_is_copied_as_told_and_its_words_are_explained(held: Case, said: Any) -> None:
    text = '\n'.join(said(held, 'advocacy_letter', 'en'))
    assert 'Medicine, as on the box: Salbutamol 100 mcg. Each time: 2 disparos. When: in the morning, only when needed.' in text
    assert '“inhalador” = inhaler' in text and '“tos” = cough' in text and '“Tiene asma y se quedó sin inhalador. Lleva tres noches con tos.”' in text


@pytest.mark.parametrize(('text', 'words'), [
    ('Tiene CONVULSIONES y tos', ['CONVULSIONES', 'tos']), ('Comió una tostada', []), ('Está embarazada', ['embarazada']), ('', []),
    ('asmático', ['asmático']), ('Tos, tos y más tos', ['Tos'])])
def test_a_word_of_medicine_is_known_however_it_is_written(text: str, words: list[str]) -> None:
    assert [word for word, _ in medical_words.explained(text, 'en')] == words


def test_wrong_and_right_stand_side_by_side(held: Case, make: Make, opened: Opened) -> None:
    document = next(one for one in documents_for(held, ON) if (one.id, one.language) == ('advocacy_letter', 'en'))
    table = opened(make(document, held)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ['What it says now', 'What it should say'], ['Gabriela Ejemplo Cedena', 'Gabriela Ejemplo Cedeño']]


# --- 4: English and Spanish under the same numbers ---------------------------------------------------------------------------------------

def test_the_reading_copy_has_the_same_numbers_and_the_own_words_stay(held: Case) -> None:
    english, spanish = letters(held), letters(held, 'es')
    for kind, one in english.items():
        other = spanish[kind]
        assert [(fact['number'], fact['words']) for fact in one['facts']] == [(fact['number'], fact['words']) for fact in other['facts']]
        assert all(fact['lines'] for fact in one['facts'] if fact['words']) and not any(fact['lines'] for fact in other['facts'])
        assert one['translate'] == any(fact['words'] for fact in one['facts']) and not other['translate']


def test_words_written_in_english_need_no_translator_and_the_screen_decides_nothing(held: Case) -> None:
    told = replace(held, advocacy=replace(held.advocacy, written='en'))
    assert not any(fact['lines'] for one in letters(told).values() for fact in one['facts'])
    assert letters(replace(held, language='en')) == letters(held)


# --- 5: who signs --------------------------------------------------------------------------------------------------------------------------

def test_the_person_or_a_relative_by_name_signs_and_the_relation_is_stated(held: Case) -> None:
    facts = [fact['text'] for fact in letters(held)['medical']['facts']]
    assert facts[1] == 'I am Gabriela Ejemplo Cedeño. My husband: Byron Ejemplo.'
    told = replace(held, advocacy=replace(held.advocacy, signer='relative', signer_name='Elda Ejemplo', signer_relation='aunt'))
    one = letters(told)['property']
    assert one['facts'][1]['text'] == 'I am Elda Ejemplo. My relationship to Gabriela Ejemplo Cedeño: aunt.'
    assert one['signature']['name'] == 'Elda Ejemplo'


def test_a_child_never_signs_alone() -> None:
    answers: dict[str, Any] = {
        'applicant': {'given_names': 'Diego', 'birth': {'year': 2012, 'month': 2, 'day': 14}},
        'advocacy': {'held_by': 'nobody', 'signer': 'me', 'requests': [{'kind': 'property', 'person': 'applicant'}]}}
    assert letters(case_from_answers(answers))['property']['signature']['child']
    answers['advocacy'] |= {'signer': 'relative', 'signer_name': 'Manuela'}
    assert not letters(case_from_answers(answers))['property']['signature']['child']


def test_whom_somebody_loves_is_left_to_write_by_hand(held: Case) -> None:
    people = tuple(replace(one, relation='partner', gender='') if one.key == 'family_0' else one for one in held.people)
    facts = ' '.join(texts_in(letters(replace(held, people=people))))
    assert 'partner' not in facts and 'husband' not in facts


# --- 6: attachments ------------------------------------------------------------------------------------------------------------------------

def test_attachments_are_numbered_and_only_papers_that_are_there(held: Case, said: Any) -> None:
    text = said(held, 'advocacy_letter', 'en')
    assert {'1.  ☒  Birth certificate, Ainhoa Ejemplo (photo or copy)', '2.  ☒  Notice to Appear', '1.  ☒  Mi cédula, foto'} <= set(text)
    gone = with_requests(held, Request(kind='property', person='applicant', attachments=('applicant_national_id', 'added_7', 'applicant_passport')))
    assert letters(gone)['property']['attachments'] == ['Passport, Gabriela Ejemplo Cedeño']


# --- 7: the log ------------------------------------------------------------------------------------------------------------------------------

def test_the_log_has_day_how_to_whom_and_answer_as_told(held: Case, said: Any) -> None:
    row = delivery_log.log_context(held, 'en', ON)['rows'][0]
    assert row == {'letter': 'Request for the return of property', 'when': 'October 2, 2026', 'how': 'by mail', 'to_whom': 'La oficina del puerto',
                   'answer': 'Nada todavía'}
    assert {'2 de octubre de 2026', 'por correo', 'Nada todavía'} <= set(said(held, 'delivery_log', 'es'))


def test_an_answer_of_one_word_is_an_answer() -> None:
    told = case_from_answers({'applicant': {}, 'advocacy': {'deliveries': [{'letter': 'medical', 'answer': 'No'}]}})
    assert told.advocacy.deliveries[0].answer == 'No'


# --- 9: no threat, no law, nothing that was not told --------------------------------------------------------------------------------------

def ours() -> list[str]:
    """Every sentence of ours that can stand on a letter, in both languages, without the places of answers."""
    return [PLACE.sub('', words[language]) for group in GROUPS[:5] for words in wording()[group].values() for language in ('es', 'en')]


def test_no_sentence_of_ours_threatens_or_speaks_of_law() -> None:
    assert [(text, LAW_OR_THREAT.findall(text)) for text in ours() if LAW_OR_THREAT.search(text)] == []
    assert LAW_OR_THREAT.search('You must release her under the Flores settlement') and LAW_OR_THREAT.search('Exijo mis derechos')


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_frame_of_the_page_neither(language: str, opened: Opened) -> None:
    frame = opened(template_path(f'advocacy_letter_{language}.docx').read_bytes())
    text = re.sub(r'\{[{%].*?[}%]\}', '', '\n'.join(one.text for one in frame.paragraphs))
    assert LAW_OR_THREAT.findall(text) == []


def answers_in(value: Any) -> list[str]:
    """Every text that was told, lines and words of it, longest first."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in answers_in(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in answers_in(item)]
    return [str(value)] if value else []


def words_of(text: str) -> set[str]:
    """The words of a text, however they are written."""
    return {word.casefold() for word in re.findall(r'[^\W\d_]+', text)}


@pytest.mark.parametrize('language', ['es', 'en'])
def test_every_word_is_of_our_frame_or_an_answer(held: Case, said: Any, opened: Opened, language: str) -> None:
    frame = opened(template_path(f'advocacy_letter_{language}.docx').read_bytes())
    cells = [cell.text for table in frame.tables for row in table.rows for cell in row.cells]
    ours_all = [words[language] for group in GROUPS for words in wording()[group].values() if language in words]
    dated_data = [str(dated.value(one, ON)) for one in (*FACILITIES, *ADDRESSEES.values(), 'court_otay_mesa', 'addressee_bond')]
    known = words_of(' '.join([*(one.text for one in frame.paragraphs), *cells, *ours_all, *dated_data, *wording()['months'][language],
                               *answers_in(read('held_family')), wording()['dates']['day'][language], 'of Page Página']))
    assert words_of('\n'.join(said(held, 'advocacy_letter', language))) - known == set()
    assert all(fact['words'] in answers_in(read('held_family')) for one in letters(held, language).values() for fact in one['facts'] if fact['words'])


# --- 10: urgent ------------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize('reason', URGENT)
def test_what_is_urgent_is_for_today_and_comes_first(held: Case, reason: str, said: Any) -> None:
    told = with_requests(held, Request(kind='property', person='applicant', by_when='soon'),
                         Request(kind='medical', person='family_1', urgent=(reason,)))
    found = advocacy_letter.letters_context(told, 'en', ON)['letters']
    assert [(one['kind'], one['urgent']) for one in found] == [('medical', True), ('property', False)]
    assert found[0]['by']['text'] == 'I ask for this today.' and found[1]['by']['text'] == 'I ask for this as soon as possible.'
    text = said(told, 'advocacy_letter', 'en')
    # Above whom it goes to: today, why, and a telephone
    assert text.index(next(line for line in text if line.startswith('URGENT: requested for today'))) < text.index(
        next(line for line in text if line.startswith('To: ')))
    assert "Signer's telephone" in next(line for line in text if line.startswith('URGENT'))


def test_the_sheet_of_the_family_begins_with_today_and_a_telephone_line_where_there_is_one(held: Case) -> None:
    told = replace(held, advocacy=replace(held.advocacy, held_by='orr'))
    assert '1-800-203-7001' in ' '.join(delivery_log.log_context(told, 'es', ON)['today'])
    calm = with_requests(held, Request(kind='interpreter', person='applicant', by_when='soon'))
    assert delivery_log.log_context(calm, 'es', ON)['today'] == []


def test_a_bond_hearing_comes_after_a_lawyer(held: Case, said: Any) -> None:
    found = delivery_log.log_context(held, 'en', ON)
    assert found['lawyer'] and found['rules'][1] == dated.sentence('bond_note', 'en', ON)
    assert any(line.startswith('First, today: a lawyer') for line in said(held, 'delivery_log', 'en'))
    without = with_requests(held, Request(kind='parole', person='family_0'))
    assert not delivery_log.log_context(without, 'en', ON)['lawyer']


def test_the_words_on_bond_are_the_newest_on_each_day(held: Case) -> None:
    before, after = (delivery_log.log_context(held, 'en', on)['rules'][1] for on in (date(2026, 7, 29), date(2026, 10, 1)))
    assert 'California' not in before and 'The Supreme Court is reviewing' in after


# --- what is asked together with the request to stay together ------------------------------------------------------------------------------

def test_what_the_family_asks_is_told_once_for_both_papers(held: Case) -> None:
    asks = [one['text'] for one in letters(held)['together']['asks']]
    assert asks == ['I ask that our family be together.', 'I ask to be told where each person is being taken.', 'I ask for an answer in writing.']
    assert 'unity_request' in {one.id for one in documents_for(held, ON)}


@pytest.mark.parametrize('changes', [{'requests': []}, {'requests': [{'kind': 'medical', 'person': 'family_9'}]}, {}])
def test_without_a_request_there_is_no_letter_and_no_log(changes: dict[str, Any]) -> None:
    told = case_from_answers({'applicant': {}, 'advocacy': {'held_by': 'cbp', **changes}})
    assert {one.id for one in documents_for(told, ON)} & {'advocacy_letter', 'delivery_log'} == set()


def test_a_watched_phone_holds_nowhere_where_anybody_is(held: Case) -> None:
    answers: dict[str, Any] = {
        'applicant': {}, 'custody': {'held': {'person': 'applicant', 'by': 'ice', 'place': 'detention_otay_mesa', 'place_name': 'Módulo B'}},
        'advocacy': {'held_by': 'ice', 'held_at': 'detention_otay_mesa', 'held_place': 'Módulo B', 'requests': [
            {'kind': 'parole', 'person': 'applicant', 'would_live': 'Con Rosa'}]}}
    private, watched = (case_from_answers({**answers, 'phone_safety': phone}) for phone in ('private', 'watched'))
    assert private.custody.held.place_name and private.advocacy.held_at
    assert (watched.advocacy.held_at, watched.advocacy.held_place, watched.advocacy.requests[0].would_live) == ('', '', '')
    assert (watched.custody.held.by, watched.custody.held.place, watched.custody.held.place_name) == ('ice', '', '')
