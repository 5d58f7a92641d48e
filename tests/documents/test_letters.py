"""Letters that ask for a paper: to whom, in which words, and above all to whom never."""
import re
from pathlib import Path
from typing import Any

import pytest
from documents.shared import ON, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes
from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.walk.case_file import read_case

CASES = Path(__file__).parents[1] / 'cases'
# The names of the papers and of who gives them, as the registries write them (project's legal research, section 7.2)
AS_THE_REGISTRY_WRITES = {
    'Mexico': ('Acta de nacimiento', 'Registro Civil', 'CURP'),
    'Guatemala': ('Certificado de partida de nacimiento, con CUI', 'RENAP', 'CUI'),
    'El Salvador': ('Partida de nacimiento', 'Registro del Estado Familiar', 'DUI'),
    'Honduras': ('Certificación de acta de nacimiento', 'RNP (Registro Nacional de las Personas)', 'DNI'),
    'Nicaragua': ('Certificado / partida de nacimiento', 'Registro del Estado Civil de las Personas', 'Cédula de identidad'),
    'Venezuela': ('Acta / partida de nacimiento', 'Registro Civil / Registro Principal', 'Cédula de identidad'),
    'Colombia': ('Registro civil de nacimiento', 'Registraduría Nacional / notaría', 'Cédula de ciudadanía'),
    'Ecuador': ('Partida / certificado de nacimiento', 'Dirección General de Registro Civil, Identificación y Cedulación', 'Cédula de identidad'),
    'Haiti': ("Acte de naissance / extrait d'archives", "Officier d'état civil / Archives Nationales d'Haïti (ANH)", "Carte d'identification"),
    'Cuba': ('Certificación de nacimiento', 'Registro del Estado Civil', 'Carné de identidad'),
}
CASE_WORDS = re.compile(r'asil|asyl|miedo|fear|refug|amenaz|threat|polic|corte|court|deport|abogad|lawyer|frontera|border|mara', re.IGNORECASE)
HARM = {'kind': 'harm', 'told': 'written', 'what': 'Me amenazó la mara.', 'who': 'La mara', 'who_official': 'private'}
REGISTRY = {
    'kind': 'registry', 'person': 'applicant', 'to': 'registry_office', 'paper': 'birth_record', 'father': 'Juan Ejemplo', 'mother': 'Eva Sol',
    'number': '0001', 'birth_place': 'Choloma', 'book': 'tomo 3', 'apostille': 'yes', 'deliver_to': 'Tía Dilcia', 'deliver_address': 'Calle 1'}


def case_with(*requests: dict[str, Any], feared: str = 'private', nationality: str = 'Honduras', phone: str = 'private', **more: Any) -> Case:
    person = {'given_names': 'Ana', 'first_surname': 'Ejemplo', 'second_surname': 'Sol', 'birth': {'year': 1990, 'month': 2, 'day': 3},
              'nationality': nationality}
    return case_from_answers({'user_language': 'es', 'phone_safety': phone, 'applicant': person,
                              'tellings': [{'told_language': 'es', 'events': [HARM]}],
                              'documents': {'feared': feared, 'wants_letters': 'yes', 'requests': list(requests)}, **more})


def found(case: Case, kind: str) -> list[Document]:
    return [document for document in documents_for(case, ON) if document.id == kind]


def sent(case: Case, texts_of: TextsOf, kind: str = 'registry_letter', language: str = 'es') -> list[str]:
    """The lines of the letter itself, without the page that stays with the family."""
    document = next(one for one in found(case, kind) if one.language == language)
    texts = texts_of(docx_bytes(document, case, ON))
    ours = [place for place, text in enumerate(texts) if text.startswith(('Para usted:', 'For you:', 'Lo que dice la carta', 'What the letter says'))]
    return texts[:ours[0]]


@pytest.mark.parametrize('nationality', AS_THE_REGISTRY_WRITES)
def test_ten_countries_in_the_words_of_their_registry(texts_of: TextsOf, nationality: str) -> None:
    whole = '\n'.join(sent(case_with(REGISTRY, nationality=nationality), texts_of))
    paper, office, number = AS_THE_REGISTRY_WRITES[nationality]
    for wanted in (paper, office, number, 'Ana Ejemplo Sol', 'Juan Ejemplo', 'Eva Sol', '0001', 'Choloma', 'tomo 3', 'Tía Dilcia', 'Calle 1'):
        assert wanted in whole, wanted
    assert ('Demande de copie' in whole) is (nationality == 'Haiti')
    assert ('apostilla' in whole) is (nationality not in ('Haiti', 'Cuba'))


def test_the_ten_countries_are_those_of_the_data() -> None:
    assert set(AS_THE_REGISTRY_WRITES) == set(countries.country_codes())


@pytest.mark.parametrize('nationality', AS_THE_REGISTRY_WRITES)
@pytest.mark.parametrize('kind', ['registry_letter', 'place_letter'])
def test_a_letter_says_nothing_of_the_case(texts_of: TextsOf, nationality: str, kind: str) -> None:
    school = {'kind': 'school', 'person': 'applicant', 'place': 'Escuela Sol', 'what': 'las notas', 'in_united_states': 'no'}
    whole = '\n'.join(sent(case_with(REGISTRY, school, nationality=nationality), texts_of, kind))
    assert CASE_WORDS.findall(whole) == []
    assert 'trámites personales' in whole or kind == 'place_letter' or nationality == 'Haiti'


@pytest.mark.parametrize(('feared', 'made'), [('private', True), ('with_officials', True), ('official', False), ('unknown', False), ('', False)])
@pytest.mark.parametrize('to', ['registry_office', 'consulate'])
def test_no_letter_to_a_government_that_is_feared_or_may_be(feared: str, made: bool, to: str) -> None:
    assert bool(found(case_with({**REGISTRY, 'to': to}, feared=feared), 'registry_letter')) is made


@pytest.mark.parametrize('telling', [{'events': [{**HARM, 'who_official': 'official'}]}, {'fear': {'torture': 'yes'}}])
def test_what_was_told_of_officials_wins_over_the_answer_here(telling: dict[str, Any]) -> None:
    assert not found(case_with(REGISTRY, tellings=[telling]), 'registry_letter')


def test_the_fear_of_another_adult_of_the_family_counts_too() -> None:
    told = [{'person': 'applicant', 'events': [HARM]}, {'person': 'family_0', 'events': [{**HARM, 'who_official': 'official'}]}]
    family = [{'given_names': 'Beto', 'relation': 'spouse', 'whereabouts': 'with_me'}]
    assert not found(case_with(REGISTRY, family=family, tellings=told), 'registry_letter')


@pytest.mark.parametrize('kind', ['registry', 'clinic', 'school', 'court_file', 'officer_file'])
def test_no_letter_on_a_watched_phone_and_no_place_is_kept(kind: str) -> None:
    case = case_with({**REGISTRY, 'kind': kind, 'in_united_states': 'yes'}, phone='watched')
    assert not [document for document in documents_for(case, ON) if document.id in ('registry_letter', 'place_letter', 'records_request')]
    assert case.documents.requests == () and case.documents.where == ()


@pytest.mark.parametrize('feared', ['official', 'unknown'])
def test_a_clinic_at_home_may_be_the_government_s_and_one_here_is_asked(feared: str) -> None:
    clinic = {'kind': 'clinic', 'person': 'applicant', 'place': 'Clínica', 'in_united_states': 'no'}
    assert not found(case_with(clinic, feared=feared), 'place_letter')
    assert found(case_with({**clinic, 'in_united_states': 'yes'}, feared=feared), 'place_letter')


@pytest.mark.parametrize('name', ['02', '09', '13', '18'])
@pytest.mark.parametrize('language', ['es', 'en'])
def test_none_is_made_for_the_families_who_fear_their_government(texts_of: TextsOf, name: str, language: str) -> None:
    """Even when the answers of such a family ask for one: no file in any language, and its title on no paper."""
    answers = read_case(next(CASES.glob(f'{name}_*.yml')))['answers']
    told = {**answers.get('documents', {}), 'wants_letters': 'yes', 'requests': [REGISTRY, {**REGISTRY, 'to': 'consulate'}]}
    case = case_from_answers({**answers, 'user_language': language, 'documents': told})
    documents = documents_for(case, ON)
    assert documents and 'registry_letter' not in {document.id for document in documents}
    texts = '\n'.join(text for document in documents for text in texts_of(docx_bytes(document, case, ON)))
    assert not re.search(r'Solicitud de copia certificada|Carta para pedir un papel|Letter to ask for a paper from my country', texts)


def test_officers_are_asked_in_english_with_the_spanish_beside_it(texts_of: TextsOf) -> None:
    request = {'kind': 'officer_file', 'person': 'applicant', 'agency': 'cbp', 'address': 'Calle 2', 'birth_place': 'Choloma', 'what': 'lo de 2019'}
    case = case_with(request, situation={'place': 'mexico', 'entered': 'yes', 'entries': [
        {'when': {'year': 2019, 'month': 5, 'day': 20}, 'place': 'Hidalgo', 'outcome': 'removal_order'},
        {'when': {'year': 2021}, 'place': 'Nogales'}]})
    whole = '\n'.join(texts_of(docx_bytes(found(case, 'records_request')[0], case, ON)))
    for number in range(1, 7):
        assert len(re.findall(rf'^{number}\. ', whole, re.MULTILINE)) == 2, 'the same number in both languages'
    assert 'May 20, 2019, Hidalgo (order of removal); 2021, Nogales' in whole and '20 de mayo de 2019, Hidalgo (orden de expulsión)' in whole
    assert 'under the laws of the United States of America' in whole and 'lo de 2019 [in Spanish, not translated]' in whole
    assert 'Me amenazó' not in whole


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_faster_way_stands_before_the_form(texts_of: TextsOf, language: str) -> None:
    case = case_with({'kind': 'court_file', 'person': 'applicant', 'address': 'Calle 2', 'birth_place': 'Choloma'})
    document = next(one for one in found(case, 'records_request') if one.language == language)
    texts = texts_of(docx_bytes(document, case, ON))
    faster = next(place for place, text in enumerate(texts) if 'FOIA' in text)
    assert faster < next(place for place, text in enumerate(texts) if 'EOIR-59: Ana' in text)
    whole = '\n'.join(texts)
    assert '02/03/1990' in whole and 'Ejemplo Sol' in whole and '$25' in whole
