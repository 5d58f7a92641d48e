"""Pieces of a Word file made without a template: headings with marks, fields that Word fills in, and texts of two languages side by side."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = 'Arial'
INK, GREY = RGBColor(0x1F, 0x2A, 0x44), RGBColor(0x55, 0x55, 0x55)
WARNING = RGBColor(0x8A, 0x2B, 0x06)
SHADE, LINE = 'EEF1F6', 'B8BFCC'
PAGE = (Inches(8.5), Inches(11))
MARGIN = Inches(0.75)
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
COLUMNS = (('es', 'Español', 'es-MX'), ('en', 'English', 'en-US'))
SIZES = {'Normal': 10, 'Title': 30, 'Subtitle': 14, 'Heading 1': 18, 'Heading 2': 11.5, 'List Number': 10, 'List Bullet': 10}


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML, `w:` before its name and the names of its attributes."""
    made = OxmlElement(f'w:{tag}')
    for key, value in attributes.items():
        made.set(qn(f'w:{key}'), value)
    return made


def set_page(document: Document, running_title: str) -> None:
    """Letter paper, one typeface, a running title above and the page number below."""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size in SIZES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 (the template of python-docx has it)
        style.font.name, style.font.size = FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ('asciiTheme', 'hAnsiTheme', 'eastAsiaTheme', 'cstheme'):
            fonts.attrib.pop(qn(f'w:{theme}'), None)
        style.paragraph_format.space_after = Pt(4)
        if name.startswith(('Title', 'Subtitle', 'Heading')):
            style.font.color.rgb, style.font.italic = INK, False
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.space_before = Pt(14)
    section.header.paragraphs[0].add_run(running_title).font.size = Pt(8)
    footer = section.footer.paragraphs[0]
    footer.add_run('Page ').font.size = Pt(8)
    field(footer, 'PAGE', Pt(8))
    footer.add_run(' of ').font.size = Pt(8)
    field(footer, 'NUMPAGES', Pt(8))


def field(paragraph: Paragraph, code: str, size: Pt | None = None) -> None:
    """A field that the word processor fills in when it opens the file, such as `PAGE` or `PAGEREF mark`."""
    for content in (element('fldChar', fldCharType='begin', dirty='true'), element('instrText'), element('fldChar', fldCharType='separate'), None,
                    element('fldChar', fldCharType='end')):
        run = paragraph.add_run()
        run.font.size = size
        if content is None:
            run.text = '–'
            continue
        if content.tag == qn('w:instrText'):
            content.text = f' {code} '
        run._r.append(content)


def bookmark(paragraph: Paragraph, mark: str) -> Paragraph:
    """Mark a paragraph, so that lists can point to its page."""
    number = str(crc32(mark.encode()) >> 1)
    paragraph._p.insert(1, element('bookmarkStart', id=number, name=mark))
    paragraph._p.append(element('bookmarkEnd', id=number))
    return paragraph


def link(paragraph: Paragraph, text: str, mark: str) -> None:
    """A text that leads to a mark."""
    anchor = element('hyperlink', anchor=mark, history='1')
    run = paragraph.add_run(text)
    run.font.color.rgb = INK
    anchor.append(run._r)
    paragraph._p.append(anchor)


def new_page(paragraph: Paragraph) -> Paragraph:
    """Let a paragraph begin a page."""
    paragraph.paragraph_format.page_break_before = True
    return paragraph


def minor_heading(document: Document, text: str) -> Paragraph:
    """A heading that stays out of the navigation."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(14), True
    run = paragraph.add_run(text)
    run.font.bold, run.font.size, run.font.color.rgb = True, Pt(13), INK
    return paragraph


def small(document: Document, text: str) -> Paragraph:
    """A remark in small grey letters, kept with what follows."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), GREY
    return paragraph


def contents_line(document: Document, title: str, mark: str) -> None:
    """A line of the contents with its page."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    link(paragraph, title, mark)
    paragraph.add_run('\t')
    field(paragraph, f'PAGEREF {mark} \\h')


def linked_list(document: Document, reason: str, items: Sequence[tuple[str, str]]) -> None:
    """A reason and the texts it concerns (text, mark), each with its page."""
    minor_heading(document, reason)
    paragraph = document.add_paragraph('' if items else 'None.')
    for number, (text, mark) in enumerate(items):
        paragraph.add_run(', ' if number else '')
        link(paragraph, text, mark)
        paragraph.add_run('\u00a0(p.\u00a0')
        field(paragraph, f'PAGEREF {mark} \\h')
        paragraph.add_run(')')


def labelled(paragraph: Paragraph, lines: Sequence[tuple[str, str, bool]]) -> None:
    """Short lines of label, text and whether it is a warning, in one paragraph."""
    for number, (label, text, warning) in enumerate(lines):
        if number:
            paragraph.add_run().add_break()
        name, said = paragraph.add_run(f'{label}: '), paragraph.add_run(text)
        name.font.size = said.font.size = Pt(8.5)
        name.font.bold, said.font.bold = True, warning
        name.font.color.rgb = WARNING if warning else INK
        if warning:
            said.font.color.rgb = WARNING


def fill(cell: _Cell, text: str, *, size: float = 10, language: str = '', bold: bool = False, color: RGBColor | None = None) -> None:
    """Put a text into an empty cell."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    if color is not None:
        run.font.color.rgb = color
    if language:
        run._r.get_or_add_rPr().append(element('lang', val=language))


def shade(cell: _Cell) -> None:
    """Give a cell a light ground."""
    cell._tc.get_or_add_tcPr().append(element('shd', val='clear', color='auto', fill=SHADE))


def whole_row(table: Table, text: str, *, size: float, color: RGBColor | None = None) -> _Row:
    """Add one row across both columns."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    first, second = row._tr.tc_lst
    # Not `merge`: it looks at every row above, and so takes ten times as long in a book
    first.width, first.grid_span = Length((first.width or 0) + (second.width or 0)), len(COLUMNS)
    row._tr.remove(second)
    fill(row.cells[0], text, size=size, color=color)
    return row


@dataclass(frozen=True)
class Card:
    """A text on one card. `about`: lines above it (`labelled`); `rows`: a label, or none, and the words by language; `box`: to sign."""
    about: Sequence[tuple[str, str, bool]]
    rows: Sequence[tuple[str, Mapping[str, str]]]
    box: str


def add_card(document: Document, card: Card, together: bool) -> None:
    """A card: what the text rests on, its words in two columns, Spanish and English, and one box. `together`: on one page."""
    table = document.add_table(rows=0, cols=len(COLUMNS))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    borders = element('tblBorders')
    for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'):
        borders.append(element(side, val='single', sz='4', space='0', color=LINE))
    table._tbl.tblPr.append(borders)
    if card.about:
        above = whole_row(table, '', size=8.5).cells[0]
        shade(above)
        labelled(above.paragraphs[0], card.about)
    for label, words in ((None, {key: name for key, name, _ in COLUMNS}), *card.rows):
        if label:
            whole_row(table, label, size=8.5, color=GREY)
        row = table.add_row()
        for cell, (key, _, code) in zip(row.cells, COLUMNS, strict=True):
            fill(cell, words[key], language=code if label is not None else '', size=10 if label is not None else 8.5,
                 color=None if label is not None else GREY)
    last = whole_row(table, card.box, size=9)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element('cantSplit'))
        if row._tr is not last._tr and (together or row._tr is table.rows[0]._tr):
            keep_with_next(row)
    for column in table.columns:
        column.width = TEXT_WIDTH // len(COLUMNS)


def keep_with_next(row: _Row) -> None:
    """Keep a row on the page of the next."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
