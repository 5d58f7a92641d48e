"""A court filing as one packet: what is in it, in which order, and how a clerk reads it page by page."""
import io
import re
import shutil
import zipfile
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from documents.forms.blanks import has_blank
from documents.shared import ON, PRODUCT
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.court import filing_packet
from docassemble.immdef_selfhelp.documents.court.filing_packet import FILING, MOTION, Forms, packet, pieces
from docassemble.immdef_selfhelp.documents.forms.fill import fill
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.packet.parts import PacketRefused
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.i589.whole import boxes
from docassemble.immdef_selfhelp.story.told.application import Application

OFFICE = shutil.which('soffice') or shutil.which('libreoffice')


def test_only_a_form_that_may_be_filed_is_in_the_packet(monkeypatch: pytest.MonkeyPatch, cases: dict[str, Case]) -> None:
    monkeypatch.setattr(filing_packet, 'pdf_bytes', lambda files: [one_page() for _ in files])
    telling = Telling('applicant', application=Application(city='Chula Vista'))
    case = replace(cases['in_court'], tellings=(telling, *cases['in_court'].tellings[1:]))
    without = packet(case, FILING, 'en', ON)
    assert 'worksheet-not-for-filing.pdf' in dict(without.files)
    assert [one.part.by_hand for one in without.placed if one.part.id == 'form'] == [None]
    form, content = has_blank('i-589')
    answers = {item: box.text or box.printed for item, box in boxes(case, 'applicant', ON).items()}
    filled = packet(case, FILING, 'en', ON, Forms(fill(form, content, answers)))
    assert 'worksheet-not-for-filing.pdf' not in dict(filled.files)
    placed = next(one for one in filled.placed if one.part.id == 'form')
    assert placed.last - placed.first + 1 >= 12 and placed.part.by_hand == 0
    with pikepdf.open(io.BytesIO(filled.pdf)) as pdf:
        assert '/AcroForm' not in pdf.Root, 'flattened: a clerk prints what the family sees'
    to_fill = [content for name, content in filled.files if name.endswith('-form-to-fill.pdf')]
    assert len(to_fill) == 1
    with pikepdf.open(io.BytesIO(to_fill[0])) as pdf:
        assert '/AcroForm' in pdf.Root, 'and the file that can still be changed lies beside it'


def one_page(text: str = 'a page') -> bytes:
    """A PDF of one page."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(612, 792))
    canvas.drawString(72, 700, text)
    canvas.save()
    return made.getvalue()


def test_one_part_that_fails_makes_no_packet(monkeypatch: pytest.MonkeyPatch, cases: dict[str, Case]) -> None:
    monkeypatch.setattr(filing_packet, 'pdf_bytes', lambda files: [b'broken' for _ in files])
    with pytest.raises(PacketRefused):
        packet(cases['in_court'], FILING, 'en', ON)
    case = cases['in_court']
    with pytest.raises(KeyError):
        packet(replace(case, filing=replace(case.filing, what=('evidence',))), MOTION, 'en', ON)


def test_originals_have_their_translation_and_certificate_directly_behind(cases: dict[str, Case]) -> None:
    made = [piece.part for piece in pieces(cases['in_court'], FILING, 'en', ON)]
    for place, part in enumerate(made):
        if part.tab and part.tab in 'AC':
            assert part.notes == ('the copy of the paper', 'its English translation, directly behind it')
            assert made[place + 1].title == f'Certificate of translation, Tab {part.tab}'
    school = next(part for part in made if part.tab == 'J')
    assert school.notes == ('the copy of the paper',) and 'Carta de la escuela' in school.title


@pytest.mark.skipif(OFFICE is None, reason='LibreOffice is not installed')
def test_a_whole_filing_is_read_as_a_clerk_reads_it_with_one_start_of_libreoffice(monkeypatch: pytest.MonkeyPatch, cases: dict[str, Case]) -> None:
    starts: list[Any] = []
    run = render.run_office

    def noted(command: Any, folder: str) -> None:
        starts.append(command)
        run(command, folder)
    monkeypatch.setattr(render, 'run_office', noted)
    made = packet(cases['in_court'], FILING, 'en', ON)
    assert len(starts) == 1
    pages = extract_text(io.BytesIO(made.pdf)).split('\f')[:-1]
    assert 'FORM I-589 AND SUPPORTING DOCUMENTS' in pages[0] and 'San Diego Immigration Court' in pages[0] and pages[0].split()[-1] == '1'
    assert pages[1].strip().startswith('TABLE OF CONTENTS')
    assert 'PROOF OF SERVICE' in pages[-1] and 'Suite 2246' in pages[-1]
    where = {one.part.id: one for one in made.placed}
    assert where['receipt'].pages == '3–4' and where['mailing'].last == int(pages[-1].split()[-1])
    assert not [page for page in pages if '{{' in page or '{%' in page]


def test_hostile_texts_come_out_as_typed_in_both_filings(cases: dict[str, Case]) -> None:
    for kind in (FILING, MOTION):
        for language in LANGUAGES:
            made = ''.join(texts_of_word(piece.word) for piece in pieces(cases['hostile_in_court'], kind, language, ON) if piece.word)
            assert PRODUCT not in made and '${1009*1013}' in made


def texts_of_word(content: bytes) -> str:
    """The texts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return re.sub('<[^>]+>', '', archive.read('word/document.xml').decode('utf-8'))
