"""The proof that a map is right: the blank with the number of its item in every box, read once for each edition by a person."""
import io
from collections.abc import Iterator, Mapping

import pikepdf
from reportlab.lib.colors import Color, blue, red, white
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.forms.fields import Field, Place
from docassemble.immdef_selfhelp.documents.forms.fill import fields_of, flattened
from docassemble.immdef_selfhelp.documents.forms.layout import FONT, font, pitch
from docassemble.immdef_selfhelp.documents.forms.map import FormMap
from docassemble.immdef_selfhelp.documents.forms.placing import field_of

LARGEST, SMALLEST = 8.0, 3.6


def numbered(form: FormMap, blank: bytes) -> bytes:
    """The blank with the item in every box it maps (red), the code beside every box to tick, and why a box stays blank (blue)."""
    fields = fields_of(blank)
    said = list(_said(form, fields))
    with pikepdf.open(io.BytesIO(flattened(blank))) as pdf, pikepdf.open(io.BytesIO(_notes(pdf, said))) as notes:
        for page, over in zip(pdf.pages, notes.pages, strict=True):
            page.add_overlay(over, None)
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def _said(form: FormMap, fields: Mapping[str, Field]) -> Iterator[tuple[Place, str, Color, bool]]:
    for item in form.items.values():
        ticks = [(place, code) for code, place in item.choices.items() if place]
        for (name, _), code in ticks:
            yield from ((place, f'{item.id} {code}' if len(ticks) > 1 else item.id, red, True) for place in field_of(fields, name).places)
        for number, name in enumerate(item.boxes, 1):
            text = f'{item.id} ({number})' if len(item.boxes) > 1 else item.id
            yield from ((place, text, red, False) for place in field_of(fields, name).places)
    for name, why in form.left_blank.items():
        yield from ((place, why, blue, bool(place.states)) for place in field_of(fields, name).places)


def _notes(pdf: pikepdf.Pdf, said: list[tuple[Place, str, Color, bool]]) -> bytes:
    font()
    made = io.BytesIO()
    canvas = Canvas(made)
    for number, page in enumerate(pdf.pages, 1):
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        canvas.setPageSize((width, height))
        for place, text, colour, tick in said:
            if place.page == number:
                _note(canvas, place, text, colour, under=tick)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _note(canvas: Canvas, place: Place, text: str, colour: Color, *, under: bool) -> None:
    """One note: inside its box, or on white just under a box to tick."""
    size = SMALLEST if under else max(min(LARGEST, place.width / (len(text) * pitch())), SMALLEST)
    left, foot = place.box[0], place.box[1] - size if under else place.box[1] + (place.height - size * 0.7) / 2
    if under:
        canvas.setFillColor(white)
        canvas.rect(left, foot - 0.5, len(text) * pitch() * size, size, stroke=0, fill=1)
    canvas.setFillColor(colour)
    canvas.setFont(FONT, size)
    canvas.drawString(left + 0.5, foot, text)
