"""The declaration and its pages for the translator: oaths, certificates, and what each needs to be whole."""
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from documents.shared import ON, Opened, Paper, ParagraphsOf, style_of

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.render import docx_bytes
from docassemble.immdef_selfhelp.documents.making.sworn import endings, names_language
from docassemble.immdef_selfhelp.documents.papers.declaration_translation import MOST_LINES, lines_for
from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.own_words import blanked
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections
from docassemble.immdef_selfhelp.story.sentences import BLANK
from docassemble.immdef_selfhelp.story.told.declaration import Helper
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.wording import wording

CASES = Path(__file__).parents[1] / 'cases'
INSIDE = 'I declare under penalty of perjury that the foregoing is true and correct.'
OUTSIDE = 'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.'


def lines(content: bytes, paragraphs_of: ParagraphsOf) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of(content)]


def section_texts(case: Case, telling: Telling) -> list[str]:
    return [paragraph.text for section in declaration_sections(case, telling, 'es') for paragraph in section.paragraphs]


def sworn(case: Case, **changes: Any) -> Case:
    """The case with another ending of its first declaration."""
    return replace(case, tellings=(replace(case.tellings[0], **changes), *case.tellings[1:]))


def declaration(case: Case, kind: str = 'declaration', person: str = 'applicant') -> bytes:
    document = next(document for document in documents_for(case, ON) if (document.id, document.person_key) == (kind, person))
    return docx_bytes(document, case, ON)


@pytest.mark.parametrize(('place', 'oath', 'other'), [('inside_us', INSIDE, OUTSIDE), ('outside_us', OUTSIDE, INSIDE)])
def test_one_oath_by_the_place_of_signing(cases: dict[str, Case], paragraphs_of: ParagraphsOf, place: str, oath: str, other: str) -> None:
    found = lines(declaration(sworn(cases['released_couple'], signed_where=place)), paragraphs_of)
    assert found.count(oath) == 1 and not [text for text in found if other in text or '☐' in text]


@pytest.mark.parametrize('place', ['unknown', ''])
def test_two_oaths_with_boxes_while_the_place_is_not_known(cases: dict[str, Case], paragraphs_of: ParagraphsOf, place: str) -> None:
    found = lines(declaration(sworn(cases['released_couple'], signed_where=place)), paragraphs_of)
    assert f'☐ I sign outside the United States: {OUTSIDE}' in found
    assert f'☐ I sign inside the United States: {INSIDE}' in found
    assert 'Check one box only: the one for the place where you sign.' in found


@pytest.mark.parametrize(('place', 'kinds'), [('inside_us', [True]), ('outside_us', [False]), ('unknown', [False, True]), ('', [False, True])])
@pytest.mark.parametrize('language', ['es', 'en'])
def test_endings(place: str, kinds: list[bool], language: str) -> None:
    found = endings(place, language, ON)
    assert [oath['inside'] for oath in found['oaths']] == kinds
    assert found['choose'] == (len(kinds) > 1)


def test_the_head_of_a_declaration(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    found = lines(paper('shopkeeper', 'declaration', 'es'), paragraphs_of)
    assert found[:3] == ['DECLARACIÓN DE\nMarisol Ejemplo Pineda', 'En apoyo de mi solicitud de asilo u otra protección en los Estados Unidos',
                         'Yo, Marisol Ejemplo Pineda, declaro lo siguiente:']
    found = lines(paper('released_couple', 'declaration', 'en'), paragraphs_of)
    assert found[:4] == ['DECLARATION OF\nPedro Sample', 'In support of my claim for asylum or other protection in the United States',
                         'A-Number: A000-000-000', 'I, Pedro Sample, declare the following:']


def test_a_name_that_was_not_told_is_a_line(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    found = lines(paper('nothing', 'declaration', 'es'), paragraphs_of)
    assert found[0] == 'DECLARACIÓN DE\n____________________'
    assert not [text for text in found if 'A-Number' in text or 'Número A' in text or '  ' in text]


def test_sections_are_headings_and_paragraphs_are_numbered(cases: dict[str, Case], paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    document = next(document for document in documents_for(cases['shopkeeper'], ON) if document.id == 'declaration')
    context = document.context(cases['shopkeeper'], ON)
    found = paragraphs_of(paper('shopkeeper', 'declaration', 'es'))
    headings = [paragraph.text for paragraph in found if style_of(paragraph) == 'Heading 2']
    assert headings == [*(section['heading'] for section in context['sections']), 'Declaración bajo pena de perjurio (28 U.S.C. § 1746)']
    numbered = [paragraph.text for paragraph in found if style_of(paragraph) == 'Numbered Paragraph']
    told = [paragraph for section in context['sections'] for paragraph in section['paragraphs']]
    assert numbered == [f'{paragraph["number"]}.\t{paragraph["text"]}' for paragraph in told]


@pytest.mark.parametrize(('reads', 'certificate'), [('yes', False), ('some', True), ('no', True), ('', True)])
def test_a_certificate_of_interpretation_for_who_does_not_read_it(
        cases: dict[str, Case], paragraphs_of: ParagraphsOf, reads: str, certificate: bool) -> None:
    case = sworn(cases['shopkeeper'], reads_told_language=reads, interpreter=Helper(language='mam'))
    found = lines(declaration(case), paragraphs_of)
    assert ('Certificado de interpretación' in found) == certificate
    translation = lines(declaration(case, 'declaration_translation'), paragraphs_of)
    assert ('Certificado de interpretación' in translation) == ('Certificate of interpretation' in translation) == certificate


def test_the_interpreter_told_is_named_in_the_certificate(cases: dict[str, Case], paragraphs_of: ParagraphsOf) -> None:
    found = '\n'.join(lines(declaration(cases['released_couple'], person='family_0'), paragraphs_of))
    for told in ('Irma Interpreter', '1 Sample Road', '619-555-0101', 'chuj'):
        assert told in found


def test_nobody_told_is_a_line_to_write_on(cases: dict[str, Case], paragraphs_of: ParagraphsOf) -> None:
    found = lines(declaration(cases['commander_wife']), paragraphs_of)
    assert {'Nombre: \t', 'Dirección: \t', 'Teléfono: \t', 'Firma: \t', 'Fecha: \t'} <= set(found)


def test_a_certificate_of_translation_has_what_the_rule_asks(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    """8 CFR 1003.33: competent, true and accurate, name, address, telephone, signature."""
    found = lines(paper('shopkeeper', 'declaration_translation', 'en'), paragraphs_of)
    certificate = '\n'.join(found[found.index('Certificate of translation'):])
    for needed in ('Ana Traductora Ejemplo', 'competent to translate from Spanish into English', 'true and accurate translation',
                   'Marisol Ejemplo Pineda', '12 Sample Street, San Diego, CA 92101', '619-555-0100', 'Signature: \t', 'Date: \t'):
        assert needed in certificate


def test_every_paragraph_stands_beside_its_english_or_lines_for_it(cases: dict[str, Case], opened: Opened) -> None:
    for name in ('shopkeeper', 'translated'):
        case = cases[name]
        document = next(document for document in documents_for(case, ON) if document.id == 'declaration_translation')
        told = [paragraph for section in document.context(case, ON)['sections'] for paragraph in section['paragraphs']]
        rows = {row.cells[0].text: row.cells for row in opened(docx_bytes(document, case, ON)).tables[0].rows if row.cells[0].text.isdigit()}
        assert len(rows) == len(told)
        for paragraph in told:
            _, original, english = rows[str(paragraph['number'])]
            assert original.text == paragraph['told']
            assert english.text.strip() == paragraph['english']
            ruled = [line for line in english.paragraphs if style_of(line) == 'Write Line']
            ours = bool(paragraph['english']) and BLANK not in paragraph['english']
            assert len(ruled) == len(paragraph['lines']) == (0 if ours else len(lines_for(paragraph['told'])))


@pytest.mark.parametrize(('text', 'count'), [('', 2), ('Sí.', 2), ('a' * 100, 3), ('a\nb\nc\nd', 4), ('a' * 20_000, MOST_LINES)])
def test_lines_for_handwriting(text: str, count: int) -> None:
    assert len(lines_for(text)) == count


def test_the_english_declaration_has_the_translators_words_and_nobody_elses(cases: dict[str, Case], paragraphs_of: ParagraphsOf) -> None:
    found = paragraphs_of(declaration(cases['translated'], 'declaration_en'))
    numbered = [paragraph.text.partition('\t')[2] for paragraph in found if style_of(paragraph) == 'Numbered Paragraph']
    assert numbered and all(text.startswith('English p') for text in numbered)
    whole = [paragraph.text for paragraph in found]
    assert 'This declaration was written in Spanish. Ana Traductora Ejemplo translated it into English.' in whole
    assert 'Certificate of interpretation' in whole and 'Who I am' in whole


def test_reading_aloud_in_its_own_language_is_a_certificate_of_reading(cases: dict[str, Case], paragraphs_of: ParagraphsOf) -> None:
    case = sworn(cases['shopkeeper'], reads_told_language='no', interpreter=Helper(language='Español'))
    found = '\n'.join(lines(declaration(case), paragraphs_of))
    assert 'Certificado de lectura' in found and 'interpretación' not in found
    translation = '\n'.join(lines(declaration(case, 'declaration_translation'), paragraphs_of))
    assert 'Certificate of reading aloud' in translation and 'interpretation' not in translation


@pytest.mark.parametrize(('typed', 'language', 'same'), [
    ('Castellano', 'es', True), ('en español', 'es', True), ('español de Honduras', 'es', True), ('Spanish', 'es', True),
    ('la castilla', 'es', True), ('español y mam', 'es', False), ('mam de Todos Santos', 'es', False), ('lengua de señas', 'es', False),
    ('inglés', 'es', False), ('', 'es', False), ('English', 'en', True), ('el inglés', 'en', True), ('español', 'en', False)])
def test_a_language_is_known_however_it_was_typed(typed: str, language: str, same: bool) -> None:
    assert names_language(typed, language) is same


CERTIFIED = ('declaration', 'declaration_translation', 'declaration_en')


@pytest.mark.parametrize('told', ['es', 'en'])
@pytest.mark.parametrize('read_in', ['mam', 'español', 'English', ''])
def test_a_certificate_swears_to_the_language_that_was_told_whatever_the_screens_show(cases: dict[str, Case], told: str, read_in: str) -> None:
    """Whoever presses "English" does not make the reader competent in English."""
    def certified(screens: str) -> dict[tuple[str, str], dict[str, Any]]:
        case = sworn(replace(cases['translated'], language=screens, best_language='spanish'), told_language=told, reads_told_language='no',
                     interpreter=Helper('Irma Ejemplo', language=read_in))
        return {(one.id, one.language): one.context(case, ON) for one in documents_for(case, ON) if one.id in CERTIFIED}

    found = certified('es')
    assert found == certified('en')
    own = found['declaration', told]
    assert (own['told_language'], own['interpreter']['language']) == (told, read_in)
    assert own['same_language'] is ((read_in, told) in (('español', 'es'), ('English', 'en')) or (read_in == '' and told == 'es'))
    if told == 'es':
        assert found['declaration_translation', 'en']['same_language'] is own['same_language']


def test_who_reads_the_spanish_is_not_made_to_swear_to_english(cases: dict[str, Case], paragraphs_of: ParagraphsOf) -> None:
    """The English is read to somebody by whoever knows English: nobody was told for that, so the certificate has lines."""
    case = sworn(cases['translated'], reads_told_language='no', interpreter=Helper('Irma Ejemplo', language='español'))
    assert 'Irma Ejemplo' in '\n'.join(lines(declaration(case), paragraphs_of))
    english = '\n'.join(lines(declaration(case, 'declaration_en'), paragraphs_of))
    assert 'Irma Ejemplo' not in english and 'I am competent in that language and in English.' in english


def test_a_caption_stands_above_it_only_with_a_case_in_court(cases: dict[str, Case], paragraphs_of: ParagraphsOf) -> None:
    case = cases['shopkeeper']
    for has_case in ('yes', 'no', 'unknown', ''):
        found = lines(declaration(replace(case, court=replace(case.court, has_case=has_case))), paragraphs_of)
        assert ('CORTE DE INMIGRACIÓN' in found) == (has_case == 'yes')
        assert ('Asunto de: Marisol Ejemplo Pineda' in found) == (has_case == 'yes')


def test_the_translator_finds_our_own_phrases_in_english_and_lines_for_the_persons_words(cases: dict[str, Case]) -> None:
    document = next(document for document in documents_for(cases['shopkeeper'], ON) if document.id == 'declaration_translation')
    told = [one for section in document.context(cases['shopkeeper'], ON)['sections'] for one in section['paragraphs']]
    name = told[0]
    assert (name['english'], name['lines']) == ('My name is Marisol Ejemplo Pineda.', [])
    event = next(one for one in told if 'Quién lo hizo: ' in one['told'])
    assert f': {BLANK}' in event['english'] and f'Who did it: {BLANK}' in event['english'] and event['lines']


def test_the_blanks_stand_between_the_same_words_as_the_story() -> None:
    """No label of ours stands before a blank where the declaration has none."""
    events = (Event(kind='harm', what='Llegaron.', words='No dijeron nada claro', why='Me dijeron que era por mi hermano', injuries='El brazo'),
              Event(kind='harm', what='Gritaron "fuera de aquí".', words='Fuera de aquí', words_exact='exact', witnesses='Mi hija'))
    case = Case(people=(Person('applicant'),), tellings=(Telling('applicant', events=events),))
    labels = [text for words in wording()['event'].values() if '{text}' in (text := words['es']) and ':' in text]
    for own, story in zip(*(section_texts(case, told) for told in (blanked(case.tellings[0]), case.tellings[0])), strict=True):
        assert [label.partition(':')[0] in own for label in labels] == [label.partition(':')[0] in story for label in labels]


FRAME = re.compile('|'.join((
    r'Me llamo .*', r'Fecha de nacimiento: .*', r'Nacionalidad(?:es)?: .*', r'El idioma que mejor hablo: .*', r'Esta declaración se escribió en .*',
    r'Otra persona me ayudó a escribirla\.', r'Salí de mi país: .*', r'(?:Llegada|Salida|Entrada)(?: a los Estados Unidos)?: .*',
    r'(?:Guatemala|México|Honduras|El Salvador)\.', r'(?:No pedí|Pedí) refugio .*', r'Tuve permiso o papeles para vivir ahí\.')))
"""What two declarations may have in common: names, dates, countries with the status asked for there (8 CFR 208.13(c)), the language."""


def test_no_two_families_share_a_sentence_of_ours() -> None:
    """Declarations that are alike are held against people: Matter of R-K-K-, 26 I&N Dec. 658 (BIA 2015). A label is none: her words end it."""
    found: dict[str, set[str]] = {}
    for path in sorted(CASES.glob('*.yml')):
        case = case_from_answers(yaml.safe_load(path.read_text(encoding='utf-8'))['answers'])
        for telling in case.tellings:
            for text in section_texts(case, blanked(telling)):
                for sentence in re.findall(r'[^.!?\n]+[.!?]*', text):
                    found.setdefault(sentence.strip(), set()).add(path.stem)
    assert len(found) > 150
    assert [one for one, families in found.items() if len(families) > 1 and BLANK not in one and not FRAME.fullmatch(one)] == []


@pytest.mark.parametrize(('dangers', 'said'), [((), 0), (('gave_to_armed_group',), 1)])
def test_a_lawyer_first_is_said_beside_the_signature_and_not_why(cases: dict[str, Case], paragraphs_of: ParagraphsOf, dangers: tuple[str, ...],
                                                                 said: int) -> None:
    case = replace(cases['shopkeeper'], danger_facts=dangers, circumstances=())
    found = lines(declaration(case), paragraphs_of)
    line = 'Antes de firmar, hable con un abogado o representante acreditado. Esta línea no es parte de la declaración.'
    assert found.count(line) == said
    if said:
        assert found[found.index(line) + 1].startswith('Fecha:')
        assert 'grupo armado' not in ' '.join(found)
