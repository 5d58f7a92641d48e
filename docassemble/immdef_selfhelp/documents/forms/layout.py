"""Where lines break in the box of a field, measured with the very font that prints them.

The font is the same width for every letter, so a box holds so many columns and lines, and the same ones on every machine. A letter that the font
cannot draw is an error that names it: a name that loses a letter is another name.
"""
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from docassemble.immdef_selfhelp.documents.forms.fields import Field, FormProblem, Place

FONT = 'DejaVuSansMono'
FONT_FILE = Path(__file__).parents[1] / 'fonts' / 'DejaVuSansMono.ttf'
INSET = 2.0
LEADING = 1.15
# From the upper edge of a line to the feet of its letters, in sizes: room for an accent on a capital letter.
RISE = 0.9
CAPITAL = 0.73
# A single line shrinks to the last of these, then it is too long; a story stays readable.
ONE_LINE_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
STORY_SIZES = (9.0, 8.5)
LINE_ENDS = re.compile('\r\n|[\r\v\f\x85\u2028\u2029]')
SPACES = re.compile('[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]')
# They turn, join or hide letters and draw nothing themselves.
UNSEEN = re.compile('[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]')
MARKS = frozenset({'Mn', 'Me'})


class MissingLetter(FormProblem):
    """Letters that cannot be printed. The message names each of them."""

    def __init__(self, letters: Sequence[str], item: str = '') -> None:
        self.letters = tuple(letters)
        named = ', '.join(f'“{letter}” (U+{ord(letter):04X}, {unicodedata.name(letter, "without a name")})' for letter in letters)
        super().__init__(f'{f"Item {item}: " if item else ""}these letters cannot be printed on the form: {named}. '
                         'Write them another way, or write this box by hand.')


@dataclass(frozen=True)
class Laid:
    """Lines as they will stand in a box, and their size in points."""
    lines: tuple[str, ...]
    size: float


@cache
def font() -> TTFont:
    """The font of the boxes, known to reportlab from then on."""
    made = TTFont(FONT, str(FONT_FILE))
    pdfmetrics.registerFont(made)
    return made


@cache
def pitch() -> float:
    """The width of every letter, in sizes."""
    return float(font().stringWidth('n', 1000)) / 1000


def clean(text: str) -> str:
    """A text as it can be printed: whole letters, one kind of space and of line end, and nothing that turns or hides letters."""
    one = SPACES.sub(' ', LINE_ENDS.sub('\n', unicodedata.normalize('NFC', text)))
    return '\n'.join(' '.join(line.split()) for line in UNSEEN.sub('', one).strip().split('\n'))


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of a clean text that the font cannot draw, each once."""
    known = font().face.charToGlyph
    return tuple(dict.fromkeys(letter for letter in text if letter != '\n' and ord(letter) not in known))


def columns_of(text: str) -> list[str]:
    """The letters of a line, each with the marks that stand on it: one for each column."""
    found: list[str] = []
    for letter in text:
        if found and unicodedata.category(letter) in MARKS:
            found[-1] += letter
        else:
            found.append(letter)
    return found


def broken(text: str, columns: int) -> tuple[str, ...]:
    """A clean text in lines of at most so many columns, broken at spaces; a word longer than a line is broken where the line ends."""
    return tuple(line for paragraph in text.split('\n') for line in _lines(paragraph, columns))


def _lines(paragraph: str, columns: int) -> list[str]:
    lines, line, used = [], '', 0
    for word in paragraph.split(' '):
        letters = columns_of(word)
        if used and used + 1 + len(letters) <= columns:
            line, used = f'{line} {word}', used + 1 + len(letters)
            continue
        if used:
            lines.append(line)
        while len(letters) > columns:
            lines.append(''.join(letters[:columns]))
            letters = letters[columns:]
        line, used = ''.join(letters), len(letters)
    return [*lines, line]


def line_height(field: Field, size: float) -> float:
    """The distance from line to line, in points: that of the lines printed in the box, or our own."""
    return field.ruled or LEADING * size


def capacity(field: Field, place: Place, size: float) -> tuple[int, int]:
    """How many columns and lines a box holds in this size."""
    columns = int((place.width - 2 * INSET) / (pitch() * size) + 1e-6)
    height = place.height if field.ruled else place.height - 2 * INSET
    return columns, int(height / line_height(field, size) + 1e-6)


def several_lines(field: Field, place: Place) -> bool:
    """Whether a box holds more than one line: some say that they do and are too low for it."""
    return field.multiline and capacity(field, place, STORY_SIZES[-1])[1] > 1


def usable(field: Field, place: Place, size: float) -> tuple[int, int]:
    """How much of the capacity is used: one line stays free, unless the lines are printed or there are only two."""
    columns, lines = capacity(field, place, size)
    return columns, lines if field.ruled or lines <= 2 else lines - 1  # noqa: PLR2004


def laid_out(text: str, field: Field, place: Place) -> Laid | None:
    """A clean text in this box of the field, in the largest size in which it fits; None when it is too long. In a story one line stays free."""
    if field.longest and len(columns_of(text)) > field.longest:
        return None
    if field.comb:
        return Laid((text,), ONE_LINE_SIZES[0])
    if not several_lines(field, place):
        return next((Laid((text,), size) for size in ONE_LINE_SIZES
                     if '\n' not in text and len(columns_of(text)) <= capacity(field, place, size)[0]), None)
    for size in STORY_SIZES:
        columns, lines = usable(field, place, size)
        made = broken(text, columns)
        if len(made) <= lines:
            return Laid(made, size)
    return None
