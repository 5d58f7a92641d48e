"""Pages as pictures by two programs: PDFium, which Chrome uses, and Poppler, which many desktops use."""
import io
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from docassemble.immdef_selfhelp.documents.forms.fields import Box

# One dot for each point of the page: coarse, and cheap.
DPI = 72
type Draw = Callable[[bytes, int], Image.Image]


def pdfium(pdf: bytes, page: int) -> Image.Image:
    """A page as PDFium draws it. Without `init_forms` it would leave out what is filled in."""
    with pypdfium2.PdfDocument(pdf) as opened:
        opened.init_forms()
        drawn: Image.Image = opened[page - 1].render(scale=DPI / 72).to_pil()
        return drawn.convert('L')


def poppler(pdf: bytes, page: int) -> Image.Image:
    """A page as Poppler draws it; the test is skipped when it is not installed."""
    if shutil.which('pdftoppm') is None:
        pytest.skip('pdftoppm (Poppler) is not installed')
    drawn = subprocess.run(['pdftoppm', '-r', str(DPI), '-f', str(page), '-l', str(page), '-gray', '-'], input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(drawn.stdout)).convert('L')


PROGRAMS: Mapping[str, Draw] = {'pdfium': pdfium, 'poppler': poppler}


def pixels(box: Box, height: int, around: float = 0) -> tuple[int, int, int, int]:
    """The edges of a box in the picture."""
    left, lower, right, upper = box
    return int(left - around), int(height - (upper + around)), int(right + around) + 1, int(height - (lower - around)) + 1


def changed_outside(before: Image.Image, after: Image.Image, boxes: Iterable[Box]) -> int:
    """How many dots of two pictures differ outside these boxes."""
    difference = ImageChops.difference(before, after)
    draw = ImageDraw.Draw(difference)
    for box in boxes:
        left, upper, right, lower = pixels(box, before.height, around=1)
        draw.rectangle((left, upper, right, lower), fill=0)
    return difference.point(lambda shade: 255 if shade else 0).histogram()[255]


def changed_inside(before: Image.Image, after: Image.Image, box: Box) -> bool:
    """Whether anything was drawn in this box."""
    area = pixels(box, before.height)
    return before.crop(area).tobytes() != after.crop(area).tobytes()
