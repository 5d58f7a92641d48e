"""The pages and marks that the packet itself draws: contents, tab pages, numbers. One reportlab file each, with its own letters inside."""
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from docassemble.immdef_selfhelp.documents.packet.parts import PacketPart, PacketWords, PlacedPart
from docassemble.immdef_selfhelp.documents.packet.places import Sheet

FONTS = Path(__file__).parents[1] / 'fonts'
# Texts of a case need every letter and carry it in the file; our own few words are in Latin letters, which every viewer has in bold.
PLAIN, BOLD = 'PacketSans', 'Helvetica-Bold'
WIDTH, HEIGHT = letter
MARGIN, TOP, FOOT = 72.0, 720.0, 72.0
SIZE, LINE, GAP = 11.0, 15.0, 5.0
TAB_WIDTH, PAGES_WIDTH = 52.0, 64.0
# Below the footer of every paper of ours, and right of what a government form prints at its own foot, which ends at 578; printers reach 600.
NUMBER_X, NUMBER_Y, NUMBER_SIZE = WIDTH - 14, 22.0, 11.0


@cache
def fonts() -> None:
    """Make our letters known to reportlab, once."""
    pdfmetrics.registerFont(TTFont(PLAIN, str(FONTS / 'DejaVuSans.ttf')))


def width(text: str, size: float) -> float:
    """How wide a text is drawn."""
    fonts()
    return float(pdfmetrics.stringWidth(text, PLAIN, size))


def broken(text: str, room: float, size: float = SIZE) -> list[str]:
    """A text in lines that fit, broken between words; a word wider than the line is broken inside. Nothing is lost."""
    lines = ['']
    for word in text.split():
        joined = f'{lines[-1]} {word}'.strip()
        if width(joined, size) <= room:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append('')
        for sign in word:
            if lines[-1] and width(lines[-1] + sign, size) > room:
                lines.append('')
            lines[-1] += sign
    return lines


def title_lines(part: PacketPart) -> list[str]:
    """The title of a part as the contents print it."""
    return broken(part.title, WIDTH - 2 * MARGIN - TAB_WIDTH - PAGES_WIDTH)


def contents_in_pages(parts: Sequence[PacketPart]) -> list[list[PacketPart]]:
    """The parts on each page of the contents; a title is never broken over two pages. The number of pages hangs on titles alone."""
    room = TOP - FOOT - 4 * LINE
    pages: list[list[PacketPart]] = [[]]
    used = 0.0
    for part in parts:
        high = len(title_lines(part)) * LINE + GAP
        if pages[-1] and used + high > room:
            pages.append([])
            used = 0.0
        pages[-1].append(part)
        used += high
    return pages


def canvas_in(made: io.BytesIO) -> Canvas:
    """A file of Letter pages that names nobody."""
    fonts()
    return Canvas(made, pagesize=letter, invariant=True, initialFontName=PLAIN)


def draw_contents(pages: Iterable[Sequence[PlacedPart]], words: PacketWords) -> bytes:
    """The contents: letter, title and pages of every part."""
    made = io.BytesIO()
    canvas = canvas_in(made)
    for number, page in enumerate(pages):
        canvas.setFont(BOLD, 14)
        canvas.drawCentredString(WIDTH / 2, TOP, words.contents_more if number else words.contents)
        y = TOP - 2.2 * LINE
        canvas.setFont(BOLD, SIZE)
        canvas.drawString(MARGIN, y, words.tab.capitalize())
        canvas.drawString(MARGIN + TAB_WIDTH, y, words.part)
        canvas.drawRightString(WIDTH - MARGIN, y, words.pages)
        canvas.line(MARGIN, y - 4, WIDTH - MARGIN, y - 4)
        y -= LINE + GAP
        for placed in page:
            y = draw_row(canvas, placed, y)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def draw_row(canvas: Canvas, placed: PlacedPart, y: float) -> float:
    """One line of the contents. Gives back where the next begins."""
    canvas.setFont(PLAIN, SIZE)
    canvas.drawString(MARGIN, y, placed.part.tab)
    canvas.drawRightString(WIDTH - MARGIN, y, placed.pages)
    for line in title_lines(placed.part):
        canvas.drawString(MARGIN + TAB_WIDTH, y, line)
        y -= LINE
    return y - GAP


def tab_notes(placed: PlacedPart, words: PacketWords) -> Iterator[str]:
    """What a tab page says below its title: what goes behind it, and with which numbers."""
    part = placed.part
    if part.pdf:
        return
    if part.notes:
        yield words.behind
        yield from (f'{number}. {note}' for number, note in enumerate(part.notes, 1))
    if part.by_hand is None:
        yield words.not_counted.format(page=placed.first)
    elif part.by_hand:
        first = placed.first + 1
        yield words.put_in_one.format(page=first) if first == placed.last else words.put_in.format(pages=f'{first}\N{EN DASH}{placed.last}')


def draw_tabs(tabs: Iterable[PlacedPart], words: PacketWords) -> bytes:
    """A tab page for each of these parts."""
    made = io.BytesIO()
    canvas = canvas_in(made)
    for placed in tabs:
        y = HEIGHT * 0.62
        if placed.part.tab:
            canvas.setFont(BOLD, 40)
            canvas.drawCentredString(WIDTH / 2, y, f'{words.tab} {placed.part.tab}')
            y -= 44
        for line in broken(placed.part.title, WIDTH - 2 * MARGIN, 14):
            canvas.setFont(PLAIN, 14)
            canvas.drawCentredString(WIDTH / 2, y, line)
            y -= 20
        y -= 16
        for note in tab_notes(placed, words):
            for line in broken(note, WIDTH - 2 * MARGIN - 36):
                canvas.setFont(PLAIN, SIZE)
                canvas.drawString(MARGIN + 18, y, line)
                y -= LINE
            y -= GAP
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def draw_numbers(sheets: Iterable[Sheet], words: PacketWords) -> bytes:
    """For every sheet a page with nothing but its number, and the note of a reading copy."""
    made = io.BytesIO()
    canvas = canvas_in(made)
    for sheet in sheets:
        canvas.setFont(BOLD, NUMBER_SIZE)
        canvas.drawRightString(NUMBER_X, NUMBER_Y, str(sheet.number))
        if words.copy_note:
            canvas.setFont(BOLD, 9)
            canvas.drawCentredString(WIDTH / 2, HEIGHT - 20, words.copy_note)
        canvas.showPage()
    canvas.save()
    return made.getvalue()
