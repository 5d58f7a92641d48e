"""No ink outside the boxes, ink in every box that was filled, and barcodes as they were: in two programs that draw pages."""
import io

import pikepdf
import pytest
from documents.forms.blanks import FILES, blank, has_blank
from documents.forms.pictures import PROGRAMS, changed_inside, changed_outside
from documents.forms.test_blanks import everything

from docassemble.immdef_selfhelp.documents.forms.fields import Box
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, fields_of, fill, flattened

PAGES = {'i-589': (1, 5, 11), 'eoir-33-ic': (1,), 'i-765': (2, 7), 'eoir-59': (2,)}


@pytest.fixture(scope='module', params=tuple(FILES))
def made(request: pytest.FixtureRequest) -> Filled:
    form, content = has_blank(request.param)
    return fill(form, content, everything(form, request.param))


def boxes(made: Filled, page: int) -> tuple[list[Box], list[Box]]:
    """The boxes on a page that hold a text, and those that are ticked."""
    texts = [one.place.box for one in made.placing.placed if one.place.page == page]
    fields = fields_of(blank(made.form.form))
    return texts, [place.box for name in made.placing.states for place in fields[name].places if place.page == page]


@pytest.mark.parametrize('program', PROGRAMS)
def test_ink_stands_in_the_boxes_and_nowhere_else(made: Filled, program: str) -> None:
    draw, content = PROGRAMS[program], blank(made.form.form)
    for page in PAGES[made.form.form]:
        texts, ticks = boxes(made, page)
        # PDFium draws a frame of its own around an empty box to tick, only while it is one: each is compared with its like.
        for before, after in ((content, made.main), (flattened(content), flattened(made.main))):
            was, now = draw(before, page), draw(after, page)
            assert changed_outside(was, now, [*texts, *ticks]) == 0
            assert all(changed_inside(was, now, box) for box in [*texts, *ticks])


@pytest.mark.parametrize('program', PROGRAMS)
def test_a_barcode_is_drawn_as_in_the_blank(made: Filled, program: str) -> None:
    draw, name = PROGRAMS[program], made.form.form
    codes = [field.places[0] for field in fields_of(blank(name)).values() if field.barcode and field.places[0].page in PAGES[name]]
    assert len(codes) == (len(PAGES[name]) if name in ('i-589', 'i-765') else 0)
    for code in codes:
        before = draw(blank(name), code.page)
        assert not changed_inside(before, draw(made.main, code.page), code.box)
        assert not changed_inside(before, draw(flattened(made.main), code.page), code.box)


def test_words_in_a_barcode_would_be_seen() -> None:
    """The comparison is not blind: with NeedAppearances, the very thing that is never set, Poppler prints the barcode as words."""

    content = blank('i-589')
    with pikepdf.open(io.BytesIO(content)) as pdf:
        code = next(field.places[0] for field in fields_of(content).values() if field.barcode)
        pdf.Root.AcroForm.NeedAppearances = True
        changed = io.BytesIO()
        pdf.save(changed)
    draw = PROGRAMS['poppler']
    assert changed_inside(draw(content, code.page), draw(changed.getvalue(), code.page), code.box)
