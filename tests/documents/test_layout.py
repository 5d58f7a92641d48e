"""How the pages of a PDF break: no heading at the foot of a page, and no page of ruled lines alone."""
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from documents.shared import ON, Make, Opened, ParagraphsOf, style_of
from docx.table import Table
from docx.text.paragraph import Paragraph

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.making.render import pdf_bytes
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections

TOOLS = (shutil.which('soffice') or shutil.which('libreoffice')) and shutil.which('pdftotext')
FOOTERS = ('Página', 'Page', 'Iniciales', 'Initials')


def body_lines(page: str) -> list[str]:
    """The lines of a page without its footer."""
    return [' '.join(line.split()) for line in page.splitlines() if line.strip() and not line.strip().startswith(FOOTERS)]


def pages_of(pdf: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page."""
    (folder / 'paper.pdf').write_bytes(pdf)
    text = subprocess.run(['pdftotext', '-layout', str(folder / 'paper.pdf'), '-'], capture_output=True, check=True, text=True).stdout
    return [body_lines(page) for page in text.split('\f')[:-1]]


@pytest.mark.skipif(not TOOLS, reason='LibreOffice or poppler-utils is not installed')
@pytest.mark.parametrize('name', ['shopkeeper', 'commander_wife', 'released_couple'])
def test_no_page_ends_with_a_heading(cases: dict[str, Case], make: Make, paragraphs_of: ParagraphsOf, tmp_path: Path, name: str) -> None:
    case = cases[name]
    documents = documents_for(case, ON)
    files = [make(document, case) for document in documents]
    in_rows = {section.heading for telling in case.tellings for language in ('es', 'en') for section in declaration_sections(case, telling, language)}
    for document, file, pdf in zip(documents, files, pdf_bytes(files), strict=True):
        pages = pages_of(pdf, tmp_path)
        assert all(pages), (document.filename, 'a page of ruled lines alone')
        headings = [' '.join(one.text.split()) for one in paragraphs_of(file) if style_of(one).startswith(('Heading', 'Title'))] + list(in_rows)
        for number, page in enumerate(pages[:-1], 1):
            last = page[-1]
            alone = [heading for heading in headings if heading == last or (len(last) > 12 and heading.endswith(last))
                     or (heading in in_rows and last.startswith(heading) and len(last) < 2.5 * len(heading) + 10)]
            assert not alone, (document.filename, number, last)


@pytest.mark.parametrize('name', ['shopkeeper', 'commander_wife', 'released_couple'])
def test_what_introduces_a_table_stays_with_it_and_ruled_lines_stay_together(cases: dict[str, Case], make: Make, opened: Opened, name: str) -> None:
    for document in documents_for(cases[name], ON):
        for before, after in pairwise(opened(make(document, cases[name])).iter_inner_content()):
            if not isinstance(before, Paragraph):
                continue
            ruled = style_of(before) == 'Write Line' and isinstance(after, Paragraph) and style_of(after) == 'Write Line'
            if isinstance(after, Table) or ruled:
                kept = before.paragraph_format.keep_with_next or (before.style and before.style.paragraph_format.keep_with_next)
                assert kept, (document.filename, before.text)
