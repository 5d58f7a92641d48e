"""Where every part of a packet stands. The only place that counts pages: cover, contents, tab pages, pages put in by hand."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docassemble.immdef_selfhelp.documents.packet.parts import PacketPart, PlacedPart


@dataclass(frozen=True)
class Sheet:
    """One printed page of the packet: its number, the part it belongs to (None: the contents), and whether it is that part's tab page.

    `source`: which page of the part's own PDF it is; of the contents, which of their pages.
    """
    number: int
    part: PlacedPart | None
    is_tab: bool = False
    source: int = 0


def has_tab_page(part: PacketPart, covers: bool) -> bool:
    """Whether a tab page is printed: for every tab with covers on, and always for what has no other page here."""
    return not part.pdf or bool(part.tab and covers)


def place(parts: Sequence[PacketPart], pages: Callable[[PacketPart], int], contents_pages: int, covers: bool) -> tuple[
        tuple[PlacedPart, ...], tuple[Sheet, ...]]:
    """Every part with its numbers, and every printed sheet in order, numbered from 1 without a gap but for the pages put in by hand.

    `pages` tells how many pages a part's own PDF has. `contents_pages` is known before any number is: a line of the contents is as high whatever
    numbers stand in it.
    """
    placed: list[PlacedPart] = []
    sheets: list[Sheet] = []
    number = 0

    def put(part: PacketPart) -> None:
        nonlocal number
        tab, own = has_tab_page(part, covers), pages(part) if part.pdf else 0
        here = PlacedPart(part, number + 1, number + int(tab) + own + (part.by_hand or 0))
        placed.append(here)
        if tab:
            sheets.append(Sheet(number + 1, here, is_tab=True))
        sheets.extend(Sheet(number + int(tab) + one + 1, here, source=one) for one in range(own))
        number = here.last

    for part in parts:
        if part.front:
            put(part)
    sheets.extend(Sheet(number + one + 1, None, source=one) for one in range(contents_pages))
    number += contents_pages
    for part in parts:
        if not part.front:
            put(part)
    return tuple(placed), tuple(sheets)
