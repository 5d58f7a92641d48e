"""Problem cards to cut out: four on a page, and on the next page their backs, in their places when the paper is turned over its long edge."""
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched
from textwrap import shorten

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from docassemble.immdef_selfhelp.documents.packet.drawn import BOLD, PLAIN
from docassemble.immdef_selfhelp.documents.room.drawn import letters, words

ACROSS, DOWN, MARGIN, PADDING = 2, 2, 36.0, 18.0
WIDE, HIGH = (letter[0] - 2 * MARGIN) / ACROSS, (letter[1] - 2 * MARGIN) / DOWN
LARGEST, SMALLEST, SMALLER = 22.0, 8.0, 0.5
FOOT = 26.0
MOST_OF_FRONT = 48


@dataclass(frozen=True)
class PrintedCard:
    """One card in one language: its number, its front, and the lines of its back."""
    number: int
    front: str
    back: tuple[str, ...]


class CardTooFull(ValueError):
    """A card whose text does not fit even in the smallest letters."""


def corner(place: int, *, back: bool) -> tuple[float, float]:
    """Where a card's lower left corner is. Behind the left card of a page turned over its long edge is the right one of the next page."""
    column, row = place % ACROSS, place // ACROSS
    return MARGIN + (ACROSS - 1 - column if back else column) * WIDE, letter[1] - MARGIN - (row + 1) * HIGH


def fitted(lines: Sequence[str], how: str, bullet: str, largest: float) -> list[Paragraph]:
    """The lines in the largest letters that fit on a card. Raises CardTooFull."""
    size = largest
    while size >= SMALLEST:
        style = ParagraphStyle('card', fontName=how, fontSize=size, leading=size * 1.3, spaceAfter=size * 0.6, leftIndent=size if bullet else 0)
        shown = [Paragraph(html.escape(line, quote=False), style, bulletText=bullet or None) for line in lines]
        high = sum(one.wrap(WIDE - 2 * PADDING, HIGH)[1] + style.spaceAfter for one in shown)
        if high <= HIGH - 2 * PADDING - 2 * FOOT:
            return shown
        size -= SMALLER
    raise CardTooFull(lines[0])


def draw_card(canvas: Canvas, card: PrintedCard, place: int, language: str, *, back: bool) -> None:
    """One side of one card, with the line to cut along."""
    left, low = corner(place, back=back)
    our = {key: said[language] for key, said in words().items()}
    canvas.setDash(4, 3)
    canvas.rect(left, low, WIDE, HIGH)
    canvas.setDash()
    canvas.setFont(BOLD, 12)
    canvas.drawString(left + PADDING, low + HIGH - PADDING - 10, f'{our["can"] if back else our["problem"]} {card.number}')
    shown = fitted(card.back, PLAIN, '•', 14.0) if back else fitted([card.front], BOLD, '', LARGEST)
    y = low + HIGH - PADDING - FOOT - 4
    for one in shown:
        high = one.wrap(WIDE - 2 * PADDING, HIGH)[1]
        one.drawOn(canvas, left + PADDING, y - high)
        y -= high + one.style.spaceAfter
    canvas.setFont(PLAIN, 9)
    canvas.drawString(left + PADDING, low + PADDING - 4, shorten(card.front, MOST_OF_FRONT, placeholder=' …') if back else our['turn'])


def draw_cards(cards: Sequence[PrintedCard], language: str, note: str) -> bytes:
    """All cards: fronts, backs, fronts, backs; print on both sides, turned over the long edge. `note` stands below the cards. Raises CardTooFull."""
    letters()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=letter, invariant=True, initialFontName=PLAIN, lang=language)
    canvas.setTitle(words()['cards'][language])
    for together in batched(cards, ACROSS * DOWN):
        for back in (False, True):
            for place, card in enumerate(together):
                draw_card(canvas, card, place, language, back=back)
            canvas.setFont(PLAIN, 7.5)
            canvas.drawString(MARGIN, MARGIN / 2, note)
            canvas.showPage()
    canvas.save()
    return file.getvalue()
