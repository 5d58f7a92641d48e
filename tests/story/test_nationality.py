"""What a family's countries lead to: one nationality however it was spelled, none for "no", and a citizen child apart."""
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.documents.papers.document_checklist import checklist_context
from docassemble.immdef_selfhelp.law.findings.found import findings
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_of
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections
from docassemble.immdef_selfhelp.story.told.people import Person

ON = date(2026, 11, 25)
CHILD = {'relation': 'son', 'birth': {'year': 2015}, 'whereabouts': 'with_me', 'travelling': 'yes', 'papers': []}


def family(applicant: dict[str, Any], *children: dict[str, Any]) -> Case:
    members = [{'given_names': f'Niño {number}', **CHILD, **child} for number, child in enumerate(children)]
    return case_from_answers({'applicant': {'given_names': 'Ana', 'papers': [], **applicant}, 'family': members, 'situation': {'place': 'released'},
                              'tellings': [{'person': 'applicant'}]})


def codes(case: Case) -> set[str]:
    return {found.code for found in findings(facts_of(case), ON)}


def nationality_told(case: Case, language: str = 'es') -> list[str]:
    return [paragraph.text for section in declaration_sections(case, case.tellings[0], language) for paragraph in section.paragraphs
            if paragraph.text.startswith(('Nacional', 'National'))]


@pytest.mark.parametrize(('spellings', 'country'), [
    (('Perú', 'Peru', 'peruana'), 'Perú'), (('Brasil', 'brasil', 'Brazilian'), 'Brasil'), (('Rusia', 'ruso', 'RUSSIA'), 'Rusia'),
    (('hondureña', 'Honduras', 'HONDURAS'), 'Honduras'), (('China', 'chino', 'República Popular China'), 'China')])
def test_one_country_in_three_spellings_is_one_nationality(spellings: tuple[str, ...], country: str) -> None:
    own, *theirs = ({'nationality': 'other', 'nationality_other': spelled} for spelled in spellings)
    case = family(own, *theirs)
    assert 'MULTIPLE_NATIONALITY' not in codes(case)
    listed = checklist_context(case, 'applicant', 'es', ON)['countries']
    assert [(one['name'], len(one['missing'])) for one in listed] == [(country, 4)]
    assert nationality_told(case) == [f'Nacionalidad: {country}.']


def test_two_countries_are_still_two() -> None:
    case = family({'nationality': 'Honduras'}, {'nationality': 'other', 'nationality_other': 'nicaragüense'})
    assert 'MULTIPLE_NATIONALITY' in codes(case)


@pytest.mark.parametrize('typed', ['no', 'No', 'Ninguna', 'n/a', 'solo hondureña', 'hondureña', 'Honduras', 'no tengo', '-', 'la misma'])
def test_no_second_nationality_is_none(typed: str) -> None:
    case = family({'nationality': 'Honduras', 'second_nationality': typed})
    assert 'MULTIPLE_NATIONALITY' not in codes(case)
    assert nationality_told(case) == ['Nacionalidad: Honduras.']


@pytest.mark.parametrize(('first', 'second', 'spanish', 'english'), [
    ('Honduras', 'italiana', 'Honduras e Italia', 'Honduras and Italy'), ('Honduras', 'Irlanda', 'Honduras e Irlanda', 'Honduras and Ireland'),
    ('Honduras', 'Hiena', 'Honduras y Hiena', 'Honduras and Hiena'), ('Honduras', 'España', 'Honduras y España', 'Honduras and Spain'),
    ('Mexico', 'guatemalteca', 'México y Guatemala', 'Mexico and Guatemala')])
def test_two_nationalities_are_joined_by_sound(first: str, second: str, spanish: str, english: str) -> None:
    case = family({'nationality': first, 'second_nationality': second})
    assert nationality_told(case) == [f'Nacionalidades: {spanish}.']
    assert nationality_told(case, 'en') == [f'Nationalities: {english}.']


def test_other_is_never_printed() -> None:
    case = family({'nationality': 'other', 'second_nationality': 'España'}, {'nationality': 'other'})
    assert nationality_told(case) == ['Nacionalidad: España.']
    assert 'other' not in [one['name'] for one in checklist_context(case, 'applicant', 'es', ON)['countries']]


@pytest.mark.parametrize('told', [
    {'nationality': 'United States'}, {'nationality': 'other', 'nationality_other': 'Estados Unidos'},
    {'nationality': 'other', 'nationality_other': 'USA'},
    {'nationality': 'other', 'nationality_other': 'EE. UU.'}, {'nationality': 'other', 'nationality_other': 'americana'},
    {'nationality': 'Honduras', 'second_nationality': 'estadounidense'}])
def test_a_child_who_is_a_citizen_is_not_in_the_application(told: dict[str, Any]) -> None:
    case = family({'nationality': 'Honduras'}, {}, {'birth': {'year': 2026, 'month': 6}, **told})
    found = findings(facts_of(case), ON)
    assert [one.about for one in found if one.code == 'US_CITIZEN_CHILD'] == [('family_1',)]
    assert {one.about for one in found if one.code == 'DERIVATIVE_ELIGIBILITY'} == {('family_0',)}
    assert 'family_1' not in {key for one in found if one.code == 'MULTIPLE_NATIONALITY' for key in one.about}
    papers = checklist_context(case, 'applicant', 'es', ON)
    assert [item['kind'] for item in papers['people'][2]['papers']][:2] == ['us_birth_certificate', 'us_passport']
    section = next(one for one in papers['countries'] if one['name'] == 'Estados Unidos')
    assert section['ways'] == [] and section['missing'] == [{'name': 'Niño 1', 'kind': 'us_birth_certificate', 'original': False}]


@pytest.mark.parametrize(('given', 'surname', 'name'), [
    ('Suriyanto', '', 'Suriyanto'), ('Suriyanto', '-', 'Suriyanto'), ('', 'Suriyanto', 'Suriyanto'), ('-', ' . ', ''),
    ('Q’anil', 'Ixcoy', 'Q’anil Ixcoy')])
def test_one_name_is_a_whole_name(given: str, surname: str, name: str) -> None:
    assert Person('applicant', given, surname).full_name == name
