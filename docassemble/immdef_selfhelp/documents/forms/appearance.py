"""The letters of a filled form, drawn by ourselves: one embedded font, the lines of `layout`, one small drawing for each box.

No PDF library draws them safely (ADR 029): one line where ten were meant, or an error at the first letter outside Windows-1252.
"""
import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.forms.fields import Field, Place
from docassemble.immdef_selfhelp.documents.forms.layout import CAPITAL, FONT, INSET, RISE, Laid, columns_of, font, line_height, pitch, several_lines

ABOVE_A_RULE = 4.0


@dataclass(frozen=True)
class Placed:
    """A text in one box of a field, as it is printed."""
    item: str
    field: Field
    place: Place
    laid: Laid
    text: str


def drawings(placed: Sequence[Placed]) -> bytes:
    """A PDF with one page for each text, as large as its box; the file opens no other."""
    font()
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=1, invariant=1)
    for one in placed:
        canvas.setPageSize((one.place.width, one.place.height))
        _draw(canvas, one)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _draw(canvas: Canvas, one: Placed) -> None:
    size = one.laid.size
    text = canvas.beginText()
    text.setFont(FONT, size)
    if one.field.comb:
        cell = one.place.width / one.field.longest
        for number, letter in enumerate(columns_of(one.laid.lines[0])):
            text.setTextOrigin((number + 0.5) * cell - pitch() * size / 2, _middle(one))
            text.textOut(letter)
    elif several_lines(one.field, one.place):
        for number, line in enumerate(one.laid.lines):
            _line(text, line, size, _foot(one, number))
    else:
        _line(text, one.laid.lines[0], size, _middle(one))
    canvas.drawText(text)


def _foot(one: Placed, number: int) -> float:
    """The height of the feet of a line, counted from 0; on printed lines they stand a little above each."""
    if one.field.ruled:
        return one.place.height - (number + 1) * one.field.ruled + ABOVE_A_RULE
    return one.place.height - INSET - RISE * one.laid.size - number * line_height(one.field, one.laid.size)


def _middle(one: Placed) -> float:
    return max((one.place.height - CAPITAL * one.laid.size) / 2, INSET)


def _line(text: 'object', line: str, size: float, height: float) -> None:
    """Write one line. A mark without a letter of its own is drawn in the column of the letter it stands on; the font gives it a column too."""
    parts = columns_of(line)
    start, step = 0, pitch() * size
    for number, part in enumerate(parts):
        if len(part) > 1:
            _write(text, ''.join(parts[start:number]) + part[0], INSET + start * step, height)
            for mark in part[1:]:
                _write(text, mark, INSET + number * step, height)
            start = number + 1
    _write(text, ''.join(parts[start:]), INSET + start * step, height)


def _write(text: 'object', letters: str, left: float, height: float) -> None:
    if letters:
        text.setTextOrigin(left, height)  # type: ignore[attr-defined]
        text.textOut(letters)  # type: ignore[attr-defined]


def put(pdf: pikepdf.Pdf, boxes: Sequence[pikepdf.Object], placed: Sequence[Placed]) -> None:
    """Give each box the drawing of its text."""
    with pikepdf.open(io.BytesIO(drawings(placed))) as drawn:
        for box, page in zip(boxes, drawn.pages, strict=True):
            box['/AP'] = pikepdf.Dictionary(N=pdf.copy_foreign(page.as_form_xobject()))
