"""Parts become one PDF: flattened, on Letter, numbered, with contents, outline and page labels. Whole, or not at all."""
import io
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, Rectangle

from docassemble.immdef_selfhelp.documents.packet.drawn import HEIGHT, WIDTH, contents_in_pages, draw_contents, draw_numbers, draw_tabs
from docassemble.immdef_selfhelp.documents.packet.parts import Packet, PacketPart, PacketRefused, PacketWords, PlacedPart
from docassemble.immdef_selfhelp.documents.packet.places import Sheet, place

POINT = 1.0


def assemble(parts: Sequence[PacketPart], words: PacketWords, covers: bool = True) -> Packet:
    """One packet of these parts. `covers`: whether parts with a letter have a tab page; what is put in by hand always has one.

    Raises PacketRefused, and makes nothing, when a part has no page, cannot be read or is locked, or when there is no part.
    """
    if not parts:
        raise PacketRefused('there is nothing to file')
    opened = {part.id: opened_part(part) for part in parts if part.pdf}
    if len({part.id for part in parts}) != len(parts):
        raise PacketRefused('two parts have the same name')
    pages = contents_in_pages([part for part in parts if not part.front])
    placed, sheets = place(parts, lambda part: len(opened[part.id].pages), len(pages), covers)
    where = {one.part.id: one for one in placed}
    tabs = [sheet.part for sheet in sheets if sheet.is_tab and sheet.part]
    drawn = {'': pdf_of(draw_contents([[where[part.id] for part in page] for page in pages], words)), **opened}
    packet = Pdf.new()
    tab_pages = iter(pdf_of(draw_tabs(tabs, words)).pages)
    for sheet in sheets:
        own = drawn[sheet.part.part.id if sheet.part and not sheet.is_tab else '']
        packet.pages.append(next(tab_pages) if sheet.is_tab else own.pages[sheet.source])
    finish(packet, sheets, placed, words)
    whole = saved(packet)
    return Packet(whole, tuple(files_of(whole, placed, sheets)), placed)


def pdf_of(content: bytes) -> Pdf:
    """An opened PDF."""
    return Pdf.open(io.BytesIO(content))


def opened_part(part: PacketPart) -> Pdf:
    """The pages of a part, flattened and on Letter. Raises PacketRefused."""
    try:
        pdf = pdf_of(part.pdf)
        if not pdf.pages:
            raise PacketRefused(f'{part.title}: it has no page')
        pdf.flatten_annotations('all')
    except pikepdf.PasswordError as problem:
        raise PacketRefused(f'{part.title}: it is locked') from problem
    except pikepdf.PdfError as problem:
        raise PacketRefused(f'{part.title}: it cannot be read') from problem
    for number, page in enumerate(pdf.pages):
        # What is left of a form (empty fields keep their widgets) and of links, whose ends are in another file
        if Name.Annots in page:
            del page[Name.Annots]
        if not on_letter(page):
            fit_to_letter(pdf, number)
    return pdf


def on_letter(page: pikepdf.Page) -> bool:
    """Whether a page is a Letter page that stands upright."""
    left, below, right, above = (float(side) for side in page.mediabox)
    upright = int(page.obj.get(Name.Rotate, 0)) % 360 == 0
    return upright and max(abs(left), abs(below), abs(right - WIDTH), abs(above - HEIGHT)) <= POINT


def fit_to_letter(pdf: Pdf, number: int) -> None:
    """Put a page of another size, or one that is turned, whole on a Letter page."""
    source = pdf.pages[number]
    sheet = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    sheet.add_overlay(source, Rectangle(0, 0, WIDTH, HEIGHT))
    pdf.pages[number] = sheet
    del pdf.pages[-1]


def finish(packet: Pdf, sheets: Sequence[Sheet], placed: Sequence[PlacedPart], words: PacketWords) -> None:
    """Numbers, outline and page labels: last, when every page has its place."""
    numbers = pdf_of(draw_numbers(sheets, words))
    for page, number in zip(packet.pages, numbers.pages, strict=True):
        page.add_overlay(number, Rectangle(0, 0, WIDTH, HEIGHT))
    index = {sheet.number: position for position, sheet in enumerate(sheets)}
    contents = next(position for position, sheet in enumerate(sheets) if sheet.part is None)
    with packet.open_outline() as outline:
        entries = [(index[one.first], f'{one.part.tab}  {one.part.title}'.strip()) for one in placed]
        outline.root.extend(OutlineItem(title, position) for position, title in sorted([*entries, (contents, words.contents)]))
    packet.Root.PageLabels = Dictionary(Nums=Array(label_ranges(sheets)))
    packet.Root.PageMode = Name.UseOutlines


def label_ranges(sheets: Sequence[Sheet]) -> list[object]:
    """Page labels that say the printed number, a new run wherever pages put in by hand are left out."""
    runs: list[object] = []
    for position, sheet in enumerate(sheets):
        if position == 0 or sheet.number != sheets[position - 1].number + 1:
            runs += [position, Dictionary(S=Name.D, St=sheet.number)]
    return runs


def saved(pdf: Pdf) -> bytes:
    """A PDF as bytes; it names nobody."""
    made = io.BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def files_of(whole: bytes, placed: Sequence[PlacedPart], sheets: Sequence[Sheet]) -> list[tuple[str, bytes]]:
    """Each part as it stands in the packet, and beside it the file that can still be filled in, each under a neutral name."""
    packet = pdf_of(whole)
    own: Mapping[str, list[int]] = {one.part.id: [position for position, sheet in enumerate(sheets) if sheet.part is one] for one in placed}
    files = []
    for number, one in enumerate(placed, 1):
        part = Pdf.new()
        for position in own[one.part.id]:
            part.pages.append(packet.pages[position])
        files.append((f'{number:02}-{one.part.id}.pdf', saved(part)))
        if one.part.keep:
            files.append((f'{number:02}-{one.part.id}-to-fill.pdf', one.part.keep))
    return files
