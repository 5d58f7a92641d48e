"""A filled form read again from the file and from the printed page: what stands in a box is what was to stand there, and no letter is outside.

Numbers, names and stories are read at the place where an officer reads them. Ink and barcodes are compared in the tests, with two programs that
draw pages (tests/documents/forms).
"""
import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from docassemble.immdef_selfhelp.documents.forms.appearance import Placed
from docassemble.immdef_selfhelp.documents.forms.fields import Box, widgets
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, flattened
from docassemble.immdef_selfhelp.documents.forms.layout import FONT
from docassemble.immdef_selfhelp.documents.forms.placing import Placing

type Letter = tuple[str, Box]


def problems(filled: Filled) -> tuple[str, ...]:
    """Everything that does not stand on the form as it should, in words; empty when all does."""
    main = [*by_name(filled.main, filled.placing), *on_the_page(flattened(filled.main), filled.placing.placed)]
    more = [line for pdf, made in zip(filled.more, filled.more_placing, strict=True) for line in on_the_page(pdf, _as_first_page(made))]
    return (*main, *more)


def _as_first_page(made: Placing) -> list[Placed]:
    """What stands on a page that was taken out of the form: there it is the first."""
    return [Placed(one.item, one.field, type(one.place)(1, one.place.box, one.place.states), one.laid, one.text) for one in made.placed]


def by_name(pdf: bytes, made: Placing) -> Iterator[str]:
    """The values in the file, by the full name of each field."""
    wanted = {**made.values, **{name: f'/{state}' for name, state in made.states.items()}}
    with pikepdf.open(io.BytesIO(pdf)) as read:
        found = {name: str(has.get('/V', '')) for name, _, _, has in widgets(read) if 'BarCode' not in name}
    for name, value in found.items():
        if value not in (wanted.get(name, ''), *(() if name in wanted else ('/Off',))):
            yield f'{name} holds {value!r} and should hold {wanted.get(name, "")!r}'
    yield from (f'there is no field {name}' for name in wanted if name not in found)


def on_the_page(pdf: bytes, placed: Sequence[Placed]) -> Iterator[str]:
    """The letters that were printed into each box, line by line, and any that stand outside all boxes."""
    for number, letters in enumerate(our_letters(pdf), 1):
        left = list(letters)
        for one in (one for one in placed if one.place.page == number):
            sides = [(letter, _within(letter[1], one.place.box)) for letter in left]
            inside, left = [letter for letter, within in sides if within], [letter for letter, within in sides if not within]
            found, wanted = ''.join(letter for letter, _ in inside), ''.join(one.laid.lines)
            if found != wanted:
                yield f'page {number}, item {one.item}: the page says {found!r} and should say {wanted!r}'
        if left:
            yield f'page {number}: letters outside every box: {"".join(letter for letter, _ in left)!r}'


def our_letters(pdf: bytes) -> Iterator[list[Letter]]:
    """For each page the letters in our own font, in the order in which they were written, with their edges."""
    # Not `extract_pages`: it would group the letters into lines and blocks, which nobody asks for here.
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(pdf)):
        interpreter.process_page(page)
        yield [(found.get_text(), found.bbox) for found in _letters(device.get_result()) if FONT in found.fontname]


def _letters(container: 'LTContainer[Any]') -> Iterator[LTChar]:
    for found in container:
        if isinstance(found, LTChar):
            yield found
        elif isinstance(found, LTContainer):
            yield from _letters(found)


def _within(letter: Box, box: Box) -> bool:
    # A letter's own edges stand higher and lower than its ink: its middle must be inside, its sides too.
    middle = (letter[1] + letter[3]) / 2
    slack = 0.5
    return box[0] - slack <= letter[0] and letter[2] <= box[2] + slack and box[1] <= middle <= box[3]
