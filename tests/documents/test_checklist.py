"""The list of papers and proof: from the answers, and never a way that puts a family in danger."""
import html
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from documents.shared import ON, Make, Opened, Paper, ParagraphsOf, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.papers.document_checklist import checklist_context, shortened
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.document_lines import bond, of_person
from docassemble.immdef_selfhelp.story.safe_letters import government_feared
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.people import Person

TEMPLATES = Path(__file__).parents[2] / 'templates'
OFFICES = ('consul', 'registr', 'RNP', 'embaj', 'embass', 'gob.mx')


def checklist(language: str = 'es', family: Sequence[Mapping[str, Any]] = (), **telling: Any) -> Context:
    answers = {'applicant': {'given_names': 'Ana', 'nationality': 'Honduras'}, 'family': list(family), 'tellings': [telling]}
    case = case_from_answers(answers)
    return checklist_context(case, 'applicant', language, ON)


def person(**told: Any) -> Person:
    return Person('family_0', **told)


@pytest.mark.parametrize(('told', 'child'), [
    ({'birth': FuzzyDate(2008, 11, 25)}, False), ({'birth': FuzzyDate(2008, 11, 26)}, True), ({'birth': FuzzyDate(2008, 11)}, True),
    ({'birth': FuzzyDate(2008, 12)}, True), ({'birth': FuzzyDate(2008)}, True), ({'birth': FuzzyDate(2007)}, False),
    ({'birth': FuzzyDate(2008, 11, 18, about=True)}, True), ({'birth': FuzzyDate(2009)}, True),
    ({'relation': 'son'}, True), ({'relation': 'niece_nephew'}, True), ({'relation': 'sibling'}, False), ({'relation': 'parent'}, False),
    ({'relation': 'son', 'birth': FuzzyDate(1990)}, False)])
def test_who_is_a_child(told: dict[str, Any], child: bool) -> None:
    assert is_child(person(**told), ON) is child


@pytest.mark.parametrize(('relation', 'birth', 'wanted'), [
    ('son', 2015, 'parent'), ('daughter', 2015, 'parent'), ('niece_nephew', 2015, 'carer'), ('stepchild', 2015, 'carer'),
    ('grandchild', 2015, 'carer'), ('sibling', 2015, 'carer'), ('other', 2015, 'carer'),
    ('spouse', 1990, ''), ('son', 1990, ''), ('niece_nephew', 1990, '')])
def test_which_bond_a_paper_should_show(relation: str, birth: int, wanted: str) -> None:
    assert bond(person(relation=relation, birth=FuzzyDate(birth)), ON) == wanted


def test_a_niece_is_not_asked_for_proof_of_a_mother(paper: Paper, opened: Opened) -> None:
    found = [paragraph.text for paragraph in opened(paper('commander_wife', 'document_checklist', 'es')).paragraphs]
    niece = found.index('Itzel Ejemplo (sobrino o sobrina)')
    assert found[niece + 1].startswith('¿Qué papel muestra quién cuida a este niño o niña?')
    assert found[found.index('Nicté Ejemplo Salgado (hija)') + 1].startswith('¿Qué papel muestra que usted es su madre o su padre?')


NEEDED, IN_ENGLISH = {'es': 'Hay que traducirlo.', 'en': 'It needs a translation.'}, {'es': 'Está en inglés.', 'en': 'It is in English.'}


@pytest.mark.parametrize('language', ['es', 'en'])
def test_each_line_says_whether_it_needs_a_translation(language: str, make: Make, texts_of: TextsOf) -> None:
    """What one line needs says nothing of another, and a paper that is not there needs none."""
    kept = {'applicant_national_id': 'have', 'applicant_passport': 'photo', 'family_0_birth_record': 'cannot'}
    needs = {'applicant_national_id': 'needed', 'applicant_passport': 'english', 'family_0_birth_record': 'needed'}

    def printed(**translation: str) -> list[str]:
        case = case_from_answers({
            'phone_safety': 'private', 'applicant': {'given_names': 'Ana', 'nationality': 'Honduras'},
            'family': [{'given_names': 'Luz', 'relation': 'daughter', 'birth': {'year': 2019}, 'whereabouts': 'with_me'}],
            'tellings': [{'person': 'applicant'}], 'documents': {'feared': 'private', 'states': kept, 'translation': translation}})
        document = next(one for one in documents_for(case, ON) if (one.id, one.language) == ('document_checklist', language))
        return [text for text in texts_of(make(document, case)) if text in (NEEDED[language], IN_ENGLISH[language])]

    assert sorted(printed(**needs)) == sorted((NEEDED[language], IN_ENGLISH[language]))
    assert printed(applicant_national_id='needed') == [NEEDED[language]] and printed(family_0_birth_record='needed') == []
    assert printed() == []


def states(**told: Any) -> dict[str, str]:
    return {line.kind: line.known for line in of_person(person(**told), ON)}


def test_a_child_does_not_lack_an_adults_identity_document() -> None:
    assert states(birth=FuzzyDate(2015)) == {'birth_certificate': '', 'passport': ''}
    assert states(birth=FuzzyDate(2015), papers=('national_id',))['national_id'] == 'have'
    assert states(birth=FuzzyDate(1990))['national_id'] == ''


def test_each_paper_has_its_state() -> None:
    assert states(birth=FuzzyDate(1990), papers=('birth_certificate_copy', 'passport', 'other')) == {
        'birth_certificate': 'photo', 'national_id': '', 'passport': 'have', 'other': 'have'}
    assert states(papers=('birth_certificate', 'birth_certificate_copy'))['birth_certificate'] == 'have'


def test_only_what_is_missing_is_looked_for_and_passports_are_not() -> None:
    family: list[dict[str, Any]] = [
        {'given_names': 'Luz', 'relation': 'daughter', 'nationality': 'Guatemala', 'whereabouts': 'with_me', 'papers': ['birth_certificate']},
        {'given_names': 'Leo', 'relation': 'son', 'nationality': 'Mexico', 'whereabouts': 'with_me'},
        {'given_names': 'Far', 'relation': 'parent', 'nationality': 'Mexico', 'whereabouts': 'home_country'}]
    found = checklist(family=family)
    assert [(country['name'], [(item['name'], item['kind']) for item in country['missing']]) for country in found['countries']] == [
        ('Honduras', [('Ana', 'birth_certificate'), ('Ana', 'national_id')]), ('México', [('Leo', 'birth_certificate')])]
    assert [one['name'] for one in found['people']] == ['Ana', 'Luz', 'Leo']


@pytest.mark.parametrize(('telling', 'feared'), [
    ({}, False),
    ({'events': [{'kind': 'harm', 'who_official': 'private'}]}, False),
    ({'events': [{'kind': 'harm', 'who_official': 'unknown'}]}, False),
    ({'events': [{'kind': 'harm', 'who_official': 'official'}]}, True),
    ({'events': [{'kind': 'harm', 'who_official': 'with_officials'}]}, False),
    ({'events': [{'kind': 'harm', 'who_official': 'with_officials'}], 'fear': {'torture': 'yes'}}, False),
    ({'events': [{'kind': 'harm', 'who_official': 'unknown'}], 'fear': {'torture': 'yes'}}, True),
    ({'events': [{'kind': 'report', 'who_official': 'official'}]}, False),
    ({'fear': {'torture': 'yes'}}, True),
    ({'fear': {'torture': 'unknown'}}, False)])
def test_when_a_lawyer_comes_before_any_office(telling: dict[str, Any], feared: bool) -> None:
    assert government_feared(case_from_answers({'tellings': [telling]})) is feared
    assert checklist(**telling)['ask_lawyer_first'] is feared


@pytest.mark.parametrize('language', ['es', 'en'])
@pytest.mark.parametrize('nationality', ['Honduras', 'Guatemala', 'El Salvador', 'Nicaragua', 'Mexico', 'Venezuela', 'Cuba', 'Haiti', 'other'])
def test_no_office_of_a_government_that_did_harm_is_a_way(language: str, nationality: str) -> None:
    case = case_from_answers({'applicant': {'nationality': nationality}, 'tellings': [{'events': [{'kind': 'harm', 'who_official': 'official'}]}]})
    ways = ' '.join(way for country in checklist_context(case, 'applicant', language, ON)['countries'] for way in country['ways'])
    assert ways and not [office for office in OFFICES if office.lower() in ways.lower()]


def test_a_consulate_is_the_last_way_of_all() -> None:
    ways = checklist()['countries'][0]['ways']
    assert 'consulado' in ways[-1] and not [way for way in ways[:-1] if 'consulado' in way]


def test_the_warning_stands_before_everything_else(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    with_warning, without = ([paragraph.text for paragraph in paragraphs_of(paper(name, 'document_checklist', 'es'))] for name in
                             ('commander_wife', 'nothing'))
    assert with_warning[1].startswith('Pregunte primero a un abogado.')
    assert not [text for text in without if 'Pregunte primero a un abogado.' in text]


def test_one_adults_proof_never_stands_on_another_adults_list(cases: dict[str, Case]) -> None:
    case = cases['released_couple']
    first, second = (checklist_context(case, telling.person, 'en', ON) for telling in case.tellings)
    assert [one['name'] for one in first['people']] == ['Pedro Sample', 'Ana Sample']
    assert [one['name'] for one in second['people']] == ['Ana Sample']
    assert [one['kind'] for one in first['proof']] == ['proof', 'proof', 'report'] and second['proof'] == []
    assert [one['kind'] for one in first['us_papers']] == ['us_notice_to_appear', 'us_i220a', 'us_unknown'] and second['us_papers'] == []


@pytest.mark.parametrize(('proof', 'printed', 'place'), [
    ('have', 'Tengo: la foto', True), ('tried', 'He tratado de conseguir, o puedo tratar: la foto', True),
    ('cannot', 'Existe, pero no puedo conseguir: la foto', True), ('none', 'No hay prueba.', False),
    ('unknown', 'Todavía no lo sé. ¿Quién podría tener algo de esto?', False), ('', '¿Quién podría tener algo de esto?', False)])
def test_proof_is_printed_as_it_was_told(make: Make, opened: Opened, proof: str, printed: str, place: bool) -> None:
    event = {'kind': 'other', 'what': 'la visita', 'proof': proof, 'proof_what': 'la foto', 'proof_tried': 'pregunté'}
    case = case_from_answers({'tellings': [{'events': [event]}]})
    cell = opened(make(spanish_list(case), case)).tables[-1].rows[1].cells[1].text
    assert cell.startswith(printed)
    assert ('Dónde está:' in cell) is place
    assert ('Lo que intenté, o por qué no se puede: pregunté' in cell) is (proof in ('tried', 'cannot'))


def spanish_list(case: Case) -> Document:
    return next(document for document in documents_for(case, ON) if (document.id, document.language) == ('document_checklist', 'es'))


def test_what_will_be_said_aloud_is_named_by_its_date_only(paper: Paper, opened: Opened) -> None:
    rows = [row.cells[0].text for row in opened(paper('shopkeeper', 'document_checklist', 'es')).tables[-2].rows]
    assert 'En tiempo de lluvias de 2024: Lo diré en voz alta.' in rows


@pytest.mark.parametrize(('papers', 'printed'), [
    (['birth_certificate_copy'], 'Falta el original para Ana: Acta o partida de nacimiento.'), ([], 'Falta para Ana: Acta o partida de nacimiento.')])
def test_who_has_a_copy_lacks_the_original_only(make: Make, texts_of: TextsOf, papers: list[str], printed: str) -> None:
    """Not "I have a copy" above and "it is missing" below."""
    case = case_from_answers({'applicant': {'given_names': 'Ana', 'nationality': 'Honduras', 'papers': papers}, 'tellings': [{}]})
    assert any(text.endswith(printed) for text in texts_of(make(spanish_list(case), case)))


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_names_of_papers_begin_alike(language: str) -> None:
    """In one column, "Acta de nacimiento" does not stand above "orden de libertad"."""
    with zipfile.ZipFile(TEMPLATES / f'document_checklist_{language}.docx') as template:
        text = html.unescape(template.read('word/document.xml').decode())
    named = re.findall(r'"us_\w+": "(\w)', text)
    assert len(named) > 10
    assert [letter for letter in named if not letter.isupper()] == []


@pytest.mark.parametrize('language', ['es', 'en'])
def test_what_was_told_as_background_is_asked_to_be_proved_too(language: str) -> None:
    """A brother who testified can be the heart of a case and no "thing that happened"."""
    said = 'Mi hermano declaró en el juicio. ' * 8
    telling = {'told_language': 'es', 'community': said, 'events': [{'kind': 'other', 'what': said, 'told': 'written'}]}
    found = checklist_context(case_from_answers({'user_language': 'es', 'tellings': [telling]}), 'applicant', language, ON)['proof']
    assert [(row['kind'], row['letter'], row['label'].startswith('Mi hermano declaró')) for row in found] == [('proof', '', True)] * 2
    assert {row['label'].endswith('not translated]') for row in found} == {language == 'en'}
    assert checklist(language, community='No')['proof'] == []


@pytest.mark.parametrize(('text', 'short'), [('corto', 'corto'), ('palabra ' * 40, ('palabra ' * 17).rstrip() + '…'), ('a' * 200, 'a' * 140 + '…')])
def test_a_long_event_is_named_by_its_beginning(text: str, short: str) -> None:
    assert shortened(text) == short


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_rules_are_those_of_the_law_data(language: str) -> None:
    found = checklist(language)
    assert dated.sentence('docs_not_required', language, ON) in found['rules']
    assert dated.sentence('translation_court', language, ON) in found['translation']


def test_a_note_about_papers_stands_only_on_the_list_of_who_wrote_it() -> None:
    beto = {'given_names': 'Beto', 'relation': 'spouse', 'whereabouts': 'with_me', 'papers_note': 'SU NOTA'}
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'family': [beto], 'tellings': [{'person': 'applicant'}, {'person': 'family_0'}]})
    assert ['SU NOTA' in str(checklist_context(case, telling.person, 'es', ON)) for telling in case.tellings] == [True, False]


@pytest.mark.parametrize('language', ['es', 'en'])
def test_her_words_say_that_they_are_not_translated(language: str) -> None:
    event = {'kind': 'other', 'what': 'la visita', 'told': 'written', 'proof': 'cannot', 'proof_what': 'la foto', 'proof_tried': 'pregunté'}
    case = case_from_answers({'user_language': 'es', 'tellings': [{'told_language': 'es', 'events': [event]}]})
    found = checklist_context(case, 'applicant', language, ON)['proof'][0]
    after = ' [in Spanish, not translated]' if language == 'en' else ''
    assert (found['what'], found['tried'], found['label']) == (f'la foto{after}', f'pregunté{after}', f'la visita{after}')


@pytest.mark.parametrize(('language', 'attempt', 'reason'), [('es', 'Intento', 'se perdió'), ('en', 'Attempt', 'lost')])
def test_what_was_tried_is_printed_as_attempts_with_the_reason_and_her_own_words(
        paper: Paper, opened: Opened, language: str, attempt: str, reason: str) -> None:
    text = '\n'.join(''.join(node.text or '' for node in row.iter() if node.tag.endswith('}t'))
                     for row in opened(paper('shopkeeper', 'document_checklist', language)).element.body.iter() if row.tag.endswith('}p'))
    first, second = text.index(f'{attempt} 1: Pregunté en junio'), text.index(f'{attempt} 2: Pregunté en octubre')
    about = text[text.rindex('K. ', 0, first):first]
    assert first < second and 'Se mojó en el río' in about and reason in about, about
