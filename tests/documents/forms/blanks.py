"""The blanks the tests read, which are not part of the project: from SELFHELP_TEST_FORMS, or from ../shared/forms beside the checkout.

And a small form the tests make themselves, for what needs no blank.
"""
import io
import os
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.forms.map import FormMap, map_from, read_map

ROOT = Path(__file__).parents[3]
FILES = {'i-589': 'i-589_2025-01-20.pdf', 'eoir-33-ic': 'eoir-33ic_2022-02.pdf', 'i-765': 'i-765_2025-08-21.pdf', 'eoir-59': 'eoir-59_2023-08.pdf'}


def folders() -> list[Path]:
    """Where blanks may be: a checkout, and a worktree of it, lie beside what is shared."""
    named = os.environ.get('SELFHELP_TEST_FORMS')
    return [Path(named)] if named else [above / 'shared' / 'forms' for above in ROOT.parents]


def path_of(form: str) -> Path | None:
    """Where the blank of a form lies; None when it is not here."""
    return next((folder / FILES[form] for folder in folders() if (folder / FILES[form]).exists()), None)


@cache
def blank(form: str) -> bytes:
    """The blank of a form; the test is skipped when it is not here."""
    path = path_of(form)
    if path is None:
        pytest.skip(f'the blank {FILES[form]} is not here: government forms are not part of the project (set SELFHELP_TEST_FORMS to their folder)')
    return path.read_bytes()


def has_blank(form: str) -> tuple[FormMap, bytes]:
    """The map of a form and its blank."""
    return read_map(form), blank(form)


SMALL_MAP = {
    'form': 'small', 'title': 'A small form', 'edition': '2026-01-01', 'address': 'https://example.org/small', 'sha256': '0', 'pages': 2,
    'written': {'none': ['NONE'], 'not_applicable': ['N/A'], 'unknown': ['UNKNOWN', 'UNK']},
    'more_text': {'page': 2, 'part': 'S.part', 'question': 'S.question', 'text': 'S.text', 'name': 'Supplement B'},
    'groups': [
        {'part': 'A', 'title': 'You', 'items': {
            'A.1': {'label': 'Name', 'source': 'name', 'field': 'name'},
            'A.2': {'label': 'Number', 'source': 'number', 'field': 'number', 'rule': 'digits'},
            'A.3': {'label': 'Born', 'source': 'birth', 'field': 'born', 'rule': 'date'},
            'A.4': {'label': 'English', 'source': 'english', 'choices': {'yes': 'english_yes = Y', 'no': 'english_no = N'}},
            'A.5': {'label': 'Tell', 'source': 'told', 'field': 'story', 'rule': 'story'},
            'A.6': {'label': 'Born where', 'source': 'birth', 'field': 'where', 'joins': ['A.6.city', 'A.6.country'], 'between': ', '}}},
        {'part': 'B', 'title': 'Homes', 'table': 'B.1', 'question': '1', 'columns': {
            'street': {'label': 'Street', 'source': 'homes'}, 'from': {'label': 'From', 'source': 'homes', 'rule': 'month'}},
         'rows': {1: ['street1', 'from1']}},
        {'part': 'S', 'title': 'Supplement', 'items': {
            'S.name': {'label': 'Name', 'source': 'as above', 'field': 's_name', 'joins': ['A.1']},
            'S.part': {'label': 'Part', 'source': 'goes on', 'field': 's_part'},
            'S.question': {'label': 'Question', 'source': 'goes on', 'field': 's_question'},
            'S.text': {'label': 'More', 'source': 'goes on', 'field': 's_text', 'rule': 'story'}}}],
    'left_blank': {'signed by hand': ['signature']},
}
BOXES = {  # name: page, left, lower, width, height
    'name': (1, 40, 700, 200, 14), 'number': (1, 250, 700, 60, 14), 'born': (1, 320, 700, 70, 14), 'story': (1, 40, 560, 300, 60),
    'where': (1, 40, 520, 200, 14), 'street1': (1, 40, 480, 150, 14), 'from1': (1, 200, 480, 44, 14), 'signature': (1, 40, 100, 200, 20),
    's_name': (2, 40, 700, 200, 14), 's_part': (2, 40, 670, 70, 14), 's_question': (2, 120, 670, 70, 14), 's_text': (2, 40, 100, 500, 540)}


def small_map() -> FormMap:
    """The map of the small form."""
    return map_from(SMALL_MAP | {'edition': date(2026, 1, 1)}, 'small.yml')


@cache
def small_form() -> bytes:
    """Two pages with a few boxes; an example in one of them, and what only Adobe reads."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for page in (1, 2):
        canvas.drawString(40, 750, 'Form SMALL')
        for name, (on, left, lower, width, height) in BOXES.items():
            if on == page:
                lines = {'fieldFlags': 'multiline'} if name in ('story', 's_text') else {}
                example = {'value': 'EXAMPLE CITY'} if name == 'where' else {}
                longest = 9 if name == 'number' else 1000
                canvas.acroForm.textfield(name=name, x=left, y=lower, width=width, height=height, borderWidth=0, maxlen=longest, **lines, **example)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(made.getvalue())) as pdf:
        for number, state in enumerate(('Y', 'N')):
            _add_tick(pdf, f'english_{"yes" if state == "Y" else "no"}', state, 300 + 40 * number)
        pdf.Root.AcroForm.XFA = pikepdf.String('<xfa/>')
        pdf.Root.AcroForm.NeedAppearances = True
        pdf.Root.Perms = pikepdf.Dictionary()
        changed = io.BytesIO()
        pdf.save(changed)
        return changed.getvalue()


def _add_tick(pdf: pikepdf.Pdf, name: str, state: str, left: float) -> None:
    on, off = (pdf.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 10, 10])
               for content in (b'0 0 10 10 re f', b''))
    field = pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Btn, T=pikepdf.String(name), Rect=[left, 520, left + 10, 530], F=4,
        AS=pikepdf.Name.Off, AP=pikepdf.Dictionary(N=pikepdf.Dictionary({f'/{state}': on, '/Off': off}))))
    pdf.pages[0].Annots.append(field)
    pdf.Root.AcroForm.Fields.append(field)
