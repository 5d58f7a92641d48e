"""The law book: every text with its authority, both languages and a place to sign, and links that lead somewhere."""
import io
import zipfile
from datetime import date
from pathlib import Path
from unittest.mock import patch

import docx
import pypdfium2
import pytest
from documents.shared import ON, style_of
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from law import samples

from docassemble.immdef_selfhelp import cli
from docassemble.immdef_selfhelp.documents.book import law_book
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.law.desk import danger, report, signoff, texts
from docassemble.immdef_selfhelp.law.provisions import dated


@pytest.fixture(scope='module')
def made() -> bytes:
    """The book of the real law data."""
    return law_book.make_book(report.state_on(ON))


@pytest.fixture(scope='module')
def book(made: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(made))


@pytest.fixture(scope='module')
def printed(made: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The same book as the command prints it. It asks for the book of that day; making it is not done twice."""
    if render.office_program() is None:
        pytest.skip('LibreOffice is not installed')
    asked = []

    def made_before(state: report.LawState) -> bytes:
        asked.append(state.on)
        return made
    path = tmp_path_factory.mktemp('book') / 'book.pdf'
    with patch.object(law_book, 'make_book', made_before):
        assert cli.main(['law', 'book', '--out', str(path), '--on', ON.isoformat()]) == 0
    assert asked == [ON]
    return path.read_bytes()


def sample(folder: Path, *signoffs: signoff.Signoff, on: date = ON, data: str = samples.DATA) -> str:
    """Every word of the book of the sample data."""
    return words(docx.Document(io.BytesIO(law_book.make_book(samples.state(samples.write(folder, data), *signoffs, on=on)))))


def words(opened: WordDocument) -> str:
    paragraphs = opened.element.body.iter(qn('w:p'))
    return '\n'.join(''.join(piece.text or '\n' for piece in paragraph.iter(qn('w:t'), qn('w:br'))) for paragraph in paragraphs)


def test_every_text_is_there_under_its_own_heading(book: WordDocument) -> None:
    headings = [paragraph.text for paragraph in book.paragraphs if style_of(paragraph) == 'Heading 2']
    assert sorted(headings) == sorted(texts.every_text())


def test_every_chapter_is_a_heading_with_a_plain_title(book: WordDocument) -> None:
    headings = [paragraph.text for paragraph in book.paragraphs if style_of(paragraph) == 'Heading 1']
    assert headings[0] == 'Read these first'
    assert len(headings) == 1 + len({law_book.chapter_of(text) for text in texts.every_text().values()})
    assert [heading for heading in headings if heading.endswith('. When a lawyer comes first')]
    assert not [heading for heading in headings if '_' in heading or '.yml' in heading]


def test_every_sentence_stands_beside_its_own_in_the_other_language(book: WordDocument) -> None:
    beside = {(row.cells[0].text, row.cells[1].text) for table in book.tables for row in table.rows if len(row._tr.tc_lst) == 2}
    wanted = {(passage.words['es'], passage.words['en']) for text in texts.every_text().values() for passage in text.passages}
    assert wanted - beside == set()
    assert ('Español', 'English') in beside


def test_every_fact_has_its_authority_source_days_and_confidence(book: WordDocument) -> None:
    everything = words(book)
    for provision in dated.all_provisions().values():
        assert f'Authority: {provision.citation}' in everything
        assert f'Source read: {provision.source}' in everything
    assert everything.count('UNVERIFIED: general') == len(report.unsure(dated.all_provisions().values(), 'unverified'))


def test_every_text_has_a_place_to_sign(book: WordDocument) -> None:
    signed = signoff.newest(signoff.read())
    unsigned = [text for text in texts.every_text().values() if signoff.status(text, signed) != 'signed']
    assert words(book).count('Comment ____') == len(unsigned)


def test_every_link_and_page_number_leads_to_a_mark(book: WordDocument) -> None:
    body = book.element.body
    marks = [mark.get(qn('w:name')) for mark in body.iter(qn('w:bookmarkStart'))]
    numbers = [mark.get(qn('w:id')) for mark in body.iter(qn('w:bookmarkStart'))]
    links = {anchor.get(qn('w:anchor')) for anchor in body.iter(qn('w:hyperlink'))}
    pages = {code.text.split()[1] for code in body.iter(qn('w:instrText')) if 'PAGEREF' in code.text}
    assert len(marks) == len(set(marks)) == len(set(numbers))
    assert links == pages
    assert {'first', 'chapter_1'} < links <= set(marks)


def test_spanish_is_marked_as_spanish_for_the_speller(book: WordDocument) -> None:
    spanish = [row.cells[0] for table in book.tables for row in table.rows if len(row._tr.tc_lst) == 2]
    assert {language.get(qn('w:val')) for cell in spanish for language in cell._tc.iter(qn('w:lang'))} == {'es-MX'}


def test_the_cover_asks_the_attorney_and_names_nobody(made: bytes, book: WordDocument) -> None:
    text = words(book)
    assert text.startswith('The law book')
    for asked in law_book.ASKED:
        assert asked in text
    assert book.core_properties.author == book.core_properties.last_modified_by == ''
    assert 'Page ' in zipfile.ZipFile(io.BytesIO(made)).read('word/footer1.xml').decode()


def test_a_conflict_a_value_and_a_later_version_are_shown(tmp_path: Path) -> None:
    text = sample(tmp_path)
    assert 'Another source says: 1020, from October 16, 2026 (unverified). https://example.org/notice' in text
    assert 'From January 1, 2026 (in force). Value: 1000' in text
    assert 'From January 1, 2027 (not yet in force). Value: 1050' in text
    assert 'Otra fuente dice otra cosa desde el 16 de octubre de 2026: $1,020.' in text
    assert 'Sources differ. Which one is right, and from which day?\nfiling_fee' in text
    assert 'From January 1, 2026 (earlier)' in sample(tmp_path, on=date(2027, 1, 1))


def test_a_fact_past_its_day_of_review_says_so(tmp_path: Path) -> None:
    text = sample(tmp_path)
    assert 'Checked: October 1, 2026. Review by November 1, 2026: PAST' in text
    assert 'Esto se revisó el 1 de octubre de 2026 y puede haber cambiado.' in text
    assert 'Review by December 24, 2026: PAST' not in text


def test_a_fact_that_begins_later_has_a_place_too(tmp_path: Path) -> None:
    assert 'From January 1, 2026 (not yet in force)' in sample(tmp_path, on=date(2025, 12, 1))


def test_every_card_has_its_authority_both_languages_and_one_box(book: WordDocument) -> None:
    every = texts.every_text()
    assert len(book.tables) == len(every)
    for table in book.tables:
        rows = [row.cells[0].text for row in table.rows]
        assert sum(text.startswith('☐ ') or text.startswith('Signed by') for text in rows) == 1
        assert len([row for row in table.rows if len(row._tr.tc_lst) == 2]) >= 2
    said = words(book)
    assert said.count('Not read: any text of the authority') == len(report.unsure(dated.all_provisions().values(), 'unverified'))


def test_read_first_comes_first_once_and_points_back(book: WordDocument) -> None:
    headings = [(style_of(paragraph), paragraph.text) for paragraph in book.paragraphs if style_of(paragraph).startswith('Heading')]
    first = [name for style, name in headings[1:next(place for place, (style, _) in enumerate(headings) if place and style == 'Heading 1')]]
    assert first == [name for reason in danger.read_first(report.state_on(ON)) for name in reason.ids]
    assert 'Under "Read these first"' in words(book)


def test_read_first_has_at_most_ten_pages(printed: bytes) -> None:
    pages = [page.get_textpage().get_text_bounded().replace('\r', '') for page in pypdfium2.PdfDocument(printed)]
    begins = next(number for number, page in enumerate(pages) if 'Read these first\n' in page and 'Contents' not in page and number)
    ends = next(number for number, page in enumerate(pages) if number > begins and 'File: law/data/' in page)
    assert 1 <= ends - begins <= 10


def test_signatures_are_shown_and_a_change_asks_again(tmp_path: Path) -> None:
    digest = samples.state(samples.write(tmp_path)).texts['edition'].digest
    good = signoff.Signoff('edition', 'XY', date(2026, 11, 20), digest, 'Read twice.')
    assert 'Signed by XY on November 20, 2026.  Comment: Read twice.' in sample(tmp_path, good)
    assert 'Signed by an attorney: 1.' in sample(tmp_path, good)
    again = sample(tmp_path, good, data=samples.DATA.replace('Use la edición nueva', 'Use la nueva'))
    assert 'Signed by XY on November 20, 2026, before its last change: please read again.  Comment: Read twice.' in again
    assert 'Signed by an attorney: none.' in again


def test_a_file_without_a_title_gets_a_chapter_of_its_own_name(tmp_path: Path) -> None:
    assert '1. Fees' in sample(tmp_path).splitlines()


def test_the_command_writes_a_pdf(printed: bytes) -> None:
    assert printed.startswith(b'%PDF-')


def test_the_command_says_what_it_cannot_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(law_book, 'make_book', lambda _: pytest.fail('the book is made before it is known that it cannot be written'))
    assert cli.main(['law', 'book', '--out', str(tmp_path / 'book.odt')]) == 2
    assert '.docx or .pdf' in capsys.readouterr().err
    assert cli.main(['law', 'book', '--out', str(tmp_path / 'none' / 'book.docx')]) == 2
    assert 'Cannot write to' in capsys.readouterr().err
    monkeypatch.setattr(render, 'office_program', lambda: None)
    assert cli.main(['law', 'book', '--out', str(tmp_path / 'book.pdf')]) == 2
    assert 'LibreOffice is not installed' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
