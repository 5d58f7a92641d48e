"""The papers of staying together: what each says, what stands on none of them, and for whom they are not made."""
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from documents.shared import ON, Make, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.papers import caregiver_guide, other_parent_letter, unity_request
from docassemble.immdef_selfhelp.law.provisions import kinship, unity
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.health import Health, Medicine
from docassemble.immdef_selfhelp.story.told.trusted import Contact, Trusted

OF_THE_TASK = ('unity_request', 'parentage_sheet', 'other_parent_letter', 'family_plan', 'child_pages', 'school_copy', 'medical_consent',
               'caregiver_guide')
# What tells a school, or whoever finds its copy, that this is about immigration.
IMMIGRATION = re.compile(
    r'migra|asil|asyl|deport|detain|deten|fronter|border|consul|refug|visa|pasaport|passport|estatus|status|ciudadan|citizen|nacionalid|nationalit|'
    r'\bICE\b|\bCBP\b|A-number|número A|\bcorte\b|\bcourt\b|\bpaís\b|\bcountry\b|abogad|lawyer|oficial|officer|separa', re.IGNORECASE)
DRAFT = re.compile(r'extended family|familia extendida|nonrelative|one year|un año', re.IGNORECASE)
NOTARY_NEEDED = re.compile(r'(debe|necesita|tiene que|must|needs?) (?!no\b)[^.]{0,30}notar', re.IGNORECASE)


def plan(cases: dict[str, Case], **changes: Any) -> Case:
    case = cases['california_plan']
    return replace(case, family_plan=replace(case.family_plan, **changes))


@pytest.fixture
def said(make: Make, texts_of: TextsOf) -> Any:
    """All words of one paper of a case."""
    def of(case: Case, paper: str, language: str) -> str:
        wanted = next(document for document in documents_for(case, ON) if (document.id, document.language) == (paper, language))
        return '\n'.join(texts_of(make(wanted, case)))
    return of


def offered(case: Case) -> set[str]:
    return {document.id for document in documents_for(case, ON)}


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_school_copy_has_no_word_of_immigration_and_each_child_their_own_page(cases: dict[str, Case], said: Any, language: str) -> None:
    text = said(cases['california_plan'], 'school_copy', language)
    assert IMMIGRATION.findall(text) == []
    assert all(word in text for word in ('Kínder Sol', 'Clínica Sol', 'Cacahuate', 'Rosa', 'El vecino Beto', 'Polvo', '555-0101', 'Don Chepe'))
    assert IMMIGRATION.search('Their immigration status') and IMMIGRATION.search('Número A')


def test_a_page_breaks_before_every_child_but_the_first(cases: dict[str, Case], make: Make, opened: Any) -> None:
    for paper in ('child_pages', 'school_copy'):
        wanted = next(document for document in documents_for(cases['california_plan'], ON) if document.id == paper)
        titles = [paragraph for paragraph in opened(make(wanted, cases['california_plan'])).paragraphs if paragraph.style.name == 'Heading 1']
        assert [bool(title.paragraph_format.page_break_before) for title in titles] == [False, True, True]


@pytest.mark.parametrize('paper', OF_THE_TASK)
@pytest.mark.parametrize('language', ['es', 'en'])
def test_no_paper_has_words_of_the_draft_an_end_date_or_a_notary(cases: dict[str, Case], said: Any, paper: str, language: str) -> None:
    if paper == 'other_parent_letter' and language == 'en':
        return
    text = said(cases['california_plan'], paper, language)
    assert DRAFT.findall(text) == [] and NOTARY_NEEDED.findall(text) == []


def test_the_guide_says_who_signs_and_who_is_a_relative(cases: dict[str, Case], said: Any) -> None:
    text = said(cases['california_plan'], 'caregiver_guide', 'en')
    assert all(words in text for words in ('The caregiver signs it, under penalty of perjury, and the parents do not', 'items 1 to 4', 'items 1 to 8',
                                           'It needs no notary', 'Aunt or uncle. That is 3 steps', 'does not give custody', 'sets no end date'))
    assert '(the person in the plan)' in text and text.count('(past the limit)') == 1


@pytest.mark.parametrize('tie', [tie.id for tie in kinship.ties()])
def test_the_drawing_marks_the_person_and_never_one_past_the_limit_as_within(cases: dict[str, Case], tie: str) -> None:
    cells = [cell for row in caregiver_guide.drawing(tie, 'es', ON) for cell in row['cells']]
    assert len(cells) == 16 and sum(cell['state'] == 'chosen' for cell in cells) == (kinship.tie(tie).place is not None)
    assert all(cell['state'] == 'beyond' for cell in cells if cell['steps'] == '6' and tie != 'second_cousin')
    assert caregiver_guide.guide_context(plan(cases, carer_tie=tie), 'es', ON)['said']


@pytest.mark.parametrize('told', ['no', 'unknown', ''])
def test_outside_california_no_guide_is_made_and_the_general_plan_stays(cases: dict[str, Case], said: Any, told: str) -> None:
    case = plan(cases, in_california=told)
    assert 'caregiver_guide' not in offered(case) and {'family_plan', 'child_pages', 'school_copy'} <= offered(case)
    text = said(case, 'family_plan', 'es')
    assert 'Fuera de California este plan no lo ofrece' in text and 'no es una orden de custodia' in text and 'perjurio' not in text


def test_what_a_child_is_told_is_the_familys_own_words_or_an_example(cases: dict[str, Case], said: Any) -> None:
    text = said(cases['california_plan'], 'family_plan', 'es')
    assert 'Rosa llega por ti.' in text and 'llega Rosa Ejemplo.' in text and 'llamar primero: Rosa Ejemplo.' in text
    assert all(age in text for age in ('Menores de 6 años', 'De 6 a 11 años', 'De 12 años o más'))


def test_the_request_has_its_facts_by_category_and_the_policys_own_words(cases: dict[str, Case], said: Any) -> None:
    english, spanish = (said(cases['california_plan'], 'unity_request', language) for language in ('en', 'es'))
    assert all(words in english for words in ('a parent or legal guardian with their noncitizen minor child', 'I am not the parent', 'pregnant',
                                              'disability', 'Indigenous language'))
    assert re.findall(r'^\d\.(?:\d+)? ', english, re.MULTILINE) == re.findall(r'^\d\.(?:\d+)? ', spanish, re.MULTILINE)
    assert 'medical care or medicine' not in english and 'orient' not in english.casefold()


@pytest.mark.parametrize(('on', 'words'), [
    (date(2022, 1, 10), {'physical or mental health issues', 'advanced age'}), (date(2022, 8, 9), set()), (ON, set())])
def test_a_policy_that_ended_gives_the_request_no_words(cases: dict[str, Case], on: date, words: set[str]) -> None:
    found = {words for code in ('health', 'older_person') for words, _ in unity.category_words(code, 'en', on)}
    reasons = [unity_request.reason(code, (), 'en', on) for code in ('health', 'older_person')]
    assert {policy['words'] for one in reasons for policy in one['policies']} == found == words


def test_nothing_is_asked_of_officers_unless_it_was_ticked(cases: dict[str, Case]) -> None:
    assert 'unity_request' in offered(cases['california_plan']) and 'unity_request' not in offered(plan(cases, asks=()))


@pytest.mark.parametrize('change', [{'circumstances': (('other_parent_may_object', 'yes'),)}, {'danger_facts': ('violence_at_home',)},
                                    {'circumstances': (('afraid_of_family', 'yes'),)}])
def test_nobody_is_sent_for_the_signature_of_a_parent_who_does_not_agree_or_is_feared(cases: dict[str, Case], change: dict[str, Any]) -> None:
    assert 'other_parent_letter' in offered(cases['california_plan'])
    assert 'other_parent_letter' not in offered(replace(cases['california_plan'], **change))


def test_who_may_not_fetch_stands_on_no_sheet_where_somebody_at_home_is_feared(cases: dict[str, Case], said: Any) -> None:
    feared = replace(cases['california_plan'], danger_facts=('violence_at_home',))
    assert all('Beto' not in said(feared, paper, 'es') for paper in ('child_pages', 'school_copy'))


def test_the_letter_of_the_other_parent_is_in_both_languages_with_a_place_to_sign(cases: dict[str, Case], said: Any) -> None:
    text = said(cases['california_plan'], 'other_parent_letter', 'es')
    assert all(words in text for words in ('soy la madre o el padre', 'am the mother or father', 'Firma · Signature', 'Julio Ejemplo', 'Óscar Tum'))
    assert 'No encontramos una regla que pida notario' in text


def test_the_proof_lists_papers_as_told_and_what_an_adult_who_is_no_parent_can_carry(cases: dict[str, Case], said: Any) -> None:
    text = said(cases['california_plan'], 'parentage_sheet', 'en')
    assert all(words in text for words in ('birth certificate, original', 'is not the parent', "A judge's order or a letter from the parents",
                                           'This sheet does not say whether they are enough'))


def test_only_a_parent_gives_the_permission_for_a_doctor(cases: dict[str, Case], said: Any) -> None:
    assert 'Óscar' not in said(cases['california_plan'], 'medical_consent', 'es')
    case = cases['california_plan']
    nephew_only = replace(case, people=(case.people[0], case.people[3]))
    assert 'medical_consent' not in offered(nephew_only) and 'child_pages' in offered(nephew_only)


def test_what_was_told_for_the_border_stands_in_the_plan_too(cases: dict[str, Case], said: Any) -> None:
    case = cases['california_plan']
    child = case.people[2]
    told = replace(
        case, health=Health(medicines=(Medicine(who=child.key, name='Salbutamol 100', amount='2 soplos', times=('night',)),
                                       Medicine(who='applicant', name='Metformina'))),
        trusted=Trusted(contacts=(Contact(name='Doña Meche', relation='vecina', telephone='619 555 0123'),)))
    pages = said(told, 'child_pages', 'es')
    assert pages.count('Salbutamol 100, 2 soplos') == 1 and 'Metformina' not in pages, 'on the page of the child who takes it'
    assert 'Salbutamol' not in said(told, 'school_copy', 'es')
    assert 'Doña Meche (vecina): 619 555 0123' in said(told, 'family_plan', 'es') and 'Doña Meche (vecina)' in said(told, 'family_plan', 'en')
    hidden = replace(told, circumstances=(*told.circumstances, ('afraid_of_family', 'yes')))
    assert 'Salbutamol' not in said(hidden, 'child_pages', 'es')


def test_a_child_who_is_a_citizen_is_said_to_be_one_to_officers_and_not_to_the_school(cases: dict[str, Case], said: Any) -> None:
    case = cases['california_plan']
    citizen = replace(case, people=(*case.people[:2], replace(case.people[2], nationality='United States'), *case.people[3:]))
    text = said(citizen, 'unity_request', 'en')
    assert text.count('a citizen of the United States') == 1
    apart = text[text.index('A parent with minor children who are citizens'):]
    assert apart.index('This is about: Luz' if case.people[2].given_names == 'Luz' else 'This is about: Iván') < apart.index('5.3')
    assert 'noncitizen minor child' not in apart[:apart.index('5.3')]
    assert 'a citizen of the United States' not in said(case, 'unity_request', 'en')
    assert IMMIGRATION.findall(said(citizen, 'school_copy', 'en')) == []


@pytest.mark.parametrize(('codes', 'name', 'made'), [
    (('', ''), 'Julio Ejemplo', True), (('spouse', 'spouse'), 'Julio Ejemplo', True), (('elsewhere', 'elsewhere'), '', True),
    (('spouse', 'elsewhere'), '', True), (('dead', 'dead'), '', False)])
def test_the_letter_names_who_is_the_other_parent_of_these_children(cases: dict[str, Case], codes: tuple[str, str], name: str, made: bool) -> None:
    case = cases['california_plan']
    applicant, father = case.people[0], case.people[4]
    children = tuple(replace(case.people[2], key=f'family_{number}', other_parent=code) for number, code in enumerate(codes, 1))
    told = replace(case, people=(applicant, replace(father, relation='spouse', key='family_0'), *children))
    assert ('other_parent_letter' in offered(told)) is made
    if made:
        assert other_parent_letter.letter_context(told, 'es', ON)['parent'] == (father.full_name if name else '')
