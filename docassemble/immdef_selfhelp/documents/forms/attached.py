"""The page behind a form that has no page of its own for answers that are too long: each whole, under the form's own words, and whose form it is."""
import io
from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.forms.layout import FONT, LEADING, broken, pitch
from docassemble.immdef_selfhelp.documents.forms.map import FormMap
from docassemble.immdef_selfhelp.documents.forms.overflow import Continued
from docassemble.immdef_selfhelp.documents.forms.placing import Placing

SIZE, MARGIN = 9.0, 54.0


def attached_lines(form: FormMap, made: Placing, continued: Sequence[Continued], columns: int) -> Iterator[str]:
    """What the page says, line by line; nothing where every answer stands in its box, or the form has a page of its own for the rest."""
    goes_on = [one for one in continued if not one.attached]
    if form.more_text or not goes_on:
        return
    yield from broken(f'Attached page: Form {form.form.upper()}, {form.title}', columns)
    whole = {one.item: one.text for one in made.placed} | {one.item: one.text for one in goes_on}
    for item in form.whose:
        yield from broken(f'{form.items[item].label}: {whole.get(item, "")}', columns)
    for one in goes_on:
        yield from ('', *broken(one.label, columns), *broken(one.text, columns))


def attached_pages(form: FormMap, made: Placing, continued: Sequence[Continued]) -> bytes:
    """Those lines as a PDF in the letters of the form; empty where there are none."""
    lines = list(attached_lines(form, made, continued, int((letter[0] - 2 * MARGIN) / (pitch() * SIZE))))
    each = int((letter[1] - 2 * MARGIN) / (LEADING * SIZE))
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=letter, pageCompression=1, invariant=1)
    for start in range(0, len(lines), each):
        canvas.setFont(FONT, SIZE)
        for number, line in enumerate(lines[start:start + each], 1):
            canvas.drawString(MARGIN, letter[1] - MARGIN - number * LEADING * SIZE, line)
        canvas.showPage()
    canvas.save()
    return drawn.getvalue() if lines else b''
