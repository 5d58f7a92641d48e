"""Papers as Word files: made from any case, opened again, with the text as typed."""
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pytest
from documents.shared import HOSTILE, ON, PRODUCT, Make, Opened, Paper, ParagraphsOf, TextsOf, comes_out, style_of

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.making.render import as_typed, docx_bytes, preview_html
from docassemble.immdef_selfhelp.documents.papers.credible_fear_sheet import HARM
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.citations import in_language
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN

CASES = ('nothing', 'shopkeeper', 'commander_wife', 'released_couple', 'hostile', 'translated', 'hostile_translated', 'witness', 'hostile_witness')
LEFT_OVER = ('{%', '%}', '{#', 'None', 'Undefined')
LISTED = ('Point', 'Box Point', 'Numbered Paragraph')
FIRST_STYLE = {'declaration': 'Title', 'declaration_en': 'Title', 'declaration_translation': 'Title', 'credible_fear_sheet': 'Heading 1',
               'document_checklist': 'Heading 1', 'situation_sheet': 'Heading 1', 'first_page': 'Heading 1', 'consistency_sheet': 'Heading 1',
               'turn_in_pack': 'Heading 1', 'safe_to_carry': 'Heading 1', 'fear_sheet': 'Heading 1', 'registry_letter': 'Heading 1',
               'place_letter': 'Heading 1', 'records_request': 'Heading 1', 'witness_letter': 'Heading 1', 'i589_worksheet': 'Heading 1'}
# Written for somebody who reads the other language, or for both.
TWO_LANGUAGES = {'declaration_translation', 'registry_letter', 'place_letter', 'records_request', 'i589_worksheet'}
FOREIGN = {
    'es': re.compile(r'\b(the|of|and|with|what|you|your|is|was|my|not)\b', re.IGNORECASE),
    'en': re.compile(r'\b(el|los|las|de|del|que|qué|con|una|por|para|usted|mi|mis)\b', re.IGNORECASE),
}
NAMES_IN_THE_OTHER_LANGUAGE = ('Notice to Appear', 'Declaration under penalty', 'DNI (Documento Nacional de Identificación)',
                               'RNP (Registro Nacional de las Personas)',
                               'Certificación de acta de nacimiento', 'Certificado de nacimiento', 'Acta de nacimiento', 'Cédula de identidad',
                               'Certificado / partida de nacimiento', 'Registro del Estado Civil de las Personas')


def test_the_hostile_characters_are_all_known_here() -> None:
    for typed in HOSTILE:
        assert as_typed(typed).unescape() == comes_out(typed)


@pytest.mark.parametrize('name', CASES)
def test_every_paper_is_a_whole_word_file(cases: dict[str, Case], make: Make, paragraphs_of: ParagraphsOf, name: str) -> None:
    assert documents_for(cases[name], ON)
    for document in documents_for(cases[name], ON):
        found = paragraphs_of(make(document, cases[name]))
        assert style_of(found[0]) == FIRST_STYLE[document.id]
        headings = [paragraph for paragraph in found if style_of(paragraph).startswith(('Heading', 'Title'))]
        assert len(headings) > 1
        assert not [paragraph for paragraph in headings if not paragraph.text.strip()]
        for paragraph in found:
            if style_of(paragraph) in LISTED:
                mark, _, text = paragraph.text.partition('\t')
                assert re.fullmatch(r'[•☐]|\d+\.', mark) and text.strip(), (document.id, paragraph.text)


@pytest.mark.parametrize('name', CASES)
def test_no_tag_of_a_template_is_left(cases: dict[str, Case], make: Make, texts_of: TextsOf, name: str) -> None:
    for document in documents_for(cases[name], ON):
        texts = texts_of(make(document, cases[name]))
        whole = '\n'.join(texts)
        for typed in (comes_out(text) for text in HOSTILE) if name.startswith('hostile') else ():
            whole = whole.replace(typed, '')
        assert not [mark for mark in ('{{', *LEFT_OVER) if mark in whole], document.id
        assert not re.search(r'\bnone\b|: \.|\(\)', texts[-1])


@pytest.mark.parametrize('name', ['hostile', 'hostile_translated'])
def test_text_comes_out_as_typed(cases: dict[str, Case], make: Make, paragraphs_of: ParagraphsOf, name: str) -> None:
    case = cases[name]
    telling = case.tellings[0]
    written, requests = [event for event in telling.events if event.told == WRITTEN], case.documents.requests
    typed_in = {
        'credible_fear_sheet': [telling.fear.what, telling.corrections, telling.left_how, *(event.what for event in written),
                                *(event.who for event in written if event.kind == HARM), *dict(telling.practice).values()],
        'declaration': [telling.background, telling.community, telling.since_leaving, telling.corrections, *(event.what for event in written)],
        'declaration_translation': [telling.background, telling.community, telling.since_leaving, telling.corrections],
        'document_checklist': [*(event.proof_what for event in written), *(event.proof_tried for event in written), *(person.papers_note for person in
                                                                                                                 case.people)],
        'consistency_sheet': [one.text for one in telling.earlier], 'declaration_en': [], 'situation_sheet': [], 'first_page': [],
        'fear_sheet': [telling.fear.what, telling.fear.who, telling.fear.mexico_what],
        'turn_in_pack': [case.turn_in.agreed, *(one.name for one in case.health.medicines), *(one.name for one in case.trusted.contacts)],
        'safe_to_carry': [one.name for one in case.health.medicines],
        'registry_letter': [text for one in requests for text in (one.father, one.mother, one.book, one.deliver_to)],
        'place_letter': [text for one in requests for text in (one.place, one.town, one.when)],
        'records_request': [one.address for one in requests], 'i589_worksheet': [],
    }
    for document in documents_for(case, ON):
        whole = '\n'.join(paragraph.text for paragraph in paragraphs_of(make(document, case)))
        for typed in typed_in[document.id]:
            assert comes_out(typed).strip() in whole, (document.id, typed[:40])
        assert PRODUCT not in whole


def test_a_witness_is_written_as_typed(cases: dict[str, Case], make: Make, paragraphs_of: ParagraphsOf) -> None:
    told = cases['hostile_witness'].witness
    for document in documents_for(cases['hostile_witness'], ON):
        whole = '\n'.join(paragraph.text for paragraph in paragraphs_of(make(document, cases['hostile_witness'])))
        for typed in (told.name, told.about, told.known, told.saw, told.heard, told.more):
            assert comes_out(typed).strip() in whole


def test_lines_stay_lines(paper: Paper, paragraphs_of: ParagraphsOf) -> None:
    found = [paragraph.text for paragraph in paragraphs_of(paper('shopkeeper', 'declaration', 'es'))]
    assert any('dijo que la policía trabaja para ellos.\n\nDespués dispararon a la puerta.' in text for text in found)


@pytest.mark.parametrize(('name', 'language'), [('shopkeeper', 'es'), ('commander_wife', 'es'), ('released_couple', 'en')])
def test_no_word_of_the_other_language(cases: dict[str, Case], make: Make, texts_of: TextsOf, name: str, language: str) -> None:
    for document in documents_for(cases[name], ON):
        if document.language == language and document.id not in TWO_LANGUAGES:
            whole = '\n'.join(texts_of(make(document, cases[name])))
            found = {in_language(fact.citation, language) for fact in dated.all_provisions().values()}
            for known in (*sorted(found, key=len, reverse=True), *NAMES_IN_THE_OTHER_LANGUAGE):
                whole = whole.replace(known, '')
            assert FOREIGN[language].findall(whole) == [], document.id


def test_what_was_skipped_stands_on_no_paper(cases: dict[str, Case], make: Make, paragraphs_of: ParagraphsOf) -> None:
    for document in documents_for(cases['shopkeeper'], ON):
        assert not [paragraph for paragraph in paragraphs_of(make(document, cases['shopkeeper'])) if 'NO DEBE SALIR' in paragraph.text]


@pytest.mark.parametrize('name', ['shopkeeper', 'hostile_translated'])
def test_the_properties_of_a_file_name_nobody(cases: dict[str, Case], make: Make, opened: Opened, name: str) -> None:
    for document in documents_for(cases[name], ON):
        properties = opened(make(document, cases[name])).core_properties
        assert (properties.author, properties.last_modified_by, properties.comments, properties.keywords, properties.subject) == ('',) * 5
        assert f'{properties.title}.docx' == document.filename
        assert properties.created.year == properties.modified.year == 2000
        assert properties.language == document.language


def test_a_word_file_is_light_enough_for_prepaid_data(cases: dict[str, Case], make: Make) -> None:
    """A template that brings the hundred unused styles of an empty Word file makes every download three times heavier and every preview slow."""
    for document in documents_for(cases['shopkeeper'], ON):
        assert len(make(document, cases['shopkeeper'])) < 25_000, document.id


def test_every_page_is_numbered_and_a_declaration_has_a_place_for_initials(cases: dict[str, Case], make: Make) -> None:
    for document in documents_for(cases['translated'], ON):
        with zipfile.ZipFile(BytesIO(make(document, cases['translated']))) as archive:
            footer = ''.join(archive.read(name).decode() for name in archive.namelist() if name.startswith('word/footer'))
        assert 'NUMPAGES' in footer and re.search(r'\bPAGE\b', footer)
        assert ('Iniciales' in footer or 'Initials' in footer) == (document.id in ('declaration', 'declaration_en'))


def test_old_law_says_so_on_every_paper(cases: dict[str, Case], texts_of: TextsOf) -> None:
    later = ON.replace(year=ON.year + 10)
    for document in documents_for(cases['translated'], later):
        warning = {'es': 'puede haber cambiado', 'en': 'may have changed'}[document.language]
        assert [text for text in texts_of(docx_bytes(document, cases['translated'], later)) if warning in text], document.id


def test_fresh_law_leaves_no_note_on_a_paper_to_sign(paper: Paper, opened: Opened) -> None:
    footer = [paragraph.text for paragraph in opened(paper('shopkeeper', 'declaration', 'es')).sections[0].footer.paragraphs]
    assert len(footer) == 1 and footer[0].startswith('Iniciales')


# --- preview and archive --------------------------------------------------------------------------------------------------------------

class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ''

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize('name', ['shopkeeper', 'released_couple', 'hostile_translated'])
def test_a_preview_is_plain_safe_html_under_the_heading_of_its_page(cases: dict[str, Case], make: Make, name: str) -> None:
    for document in documents_for(cases[name], ON):
        page = Tags()
        page.feed(preview_html(make(document, cases[name])))
        assert page.found[0] == 'h2'
        assert set(page.found) <= render.PREVIEW_TAGS
        assert page.attributes == []
        levels = [int(tag[1]) for tag in page.found if re.fullmatch('h[1-6]', tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_preview_shows_what_was_typed_as_text(paper: Paper) -> None:
    page = Tags()
    page.feed(preview_html(paper('hostile', 'declaration', 'es')))
    assert '<b>no</b> <script>alert(1)</script> & &amp;' in page.text and '{{1009*1013}}' in page.text
