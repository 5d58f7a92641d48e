"""What goes into a packet and what comes out of it, and why one is refused. Pure data."""
from dataclasses import dataclass


class PacketRefused(Exception):
    """The packet cannot be made whole, so nothing of it is made. Says which part is at fault, by its title, and why."""


@dataclass(frozen=True)
class PacketPart:
    """One part of a filing, in the order of the packet.

    `pdf`: its pages; empty for a paper that the family puts in by hand behind its tab page. `tab`: its exhibit letter, which gives it a tab page.
    `by_hand`: how many pages are put in by hand, None while nobody counted them. `notes`: what the tab page says goes behind it.
    `front`: stands before the contents (the cover page). `keep`: the file as it was given, when it is more than its printed pages (a form that
    can still be filled in).
    """
    id: str
    title: str
    pdf: bytes = b''
    tab: str = ''
    by_hand: int | None = 0
    notes: tuple[str, ...] = ()
    front: bool = False
    keep: bytes = b''


@dataclass(frozen=True)
class PlacedPart:
    """A part with the pages it has in the packet: from its first number to its last, those put in by hand among them."""
    part: PacketPart
    first: int
    last: int

    @property
    def pages(self) -> str:
        """The pages as the contents name them."""
        return str(self.first) if self.first == self.last else f'{self.first}\N{EN DASH}{self.last}'


@dataclass(frozen=True)
class Packet:
    """A finished packet: one PDF, each part as a file of its own by a neutral name, and where each part stands."""
    pdf: bytes
    files: tuple[tuple[str, bytes], ...]
    placed: tuple[PlacedPart, ...]


@dataclass(frozen=True)
class PacketWords:
    """The words that the packet itself draws, in one language. `copy_note`: above every page of a copy that is only for reading, else empty."""
    contents: str
    contents_more: str
    tab: str
    part: str
    pages: str
    behind: str
    put_in: str
    put_in_one: str
    not_counted: str
    copy_note: str = ''


WORDS = {
    'en': PacketWords(
        contents='TABLE OF CONTENTS', contents_more='TABLE OF CONTENTS (continued)', tab='TAB', part='Document', pages='Pages',
        behind='Behind this page, in this order:', put_in='Pages {pages} go here. Each has its number at the bottom right.',
        put_in_one='Page {page} goes here. It has its number at the bottom right.',
        not_counted='Numbers of the pages that go here, at the bottom right: {page}-1, {page}-2, {page}-3 and so on.'),
    'es': PacketWords(
        contents='CONTENIDO', contents_more='CONTENIDO (sigue)', tab='LETRA', part='Documento', pages='Páginas',
        behind='Detrás de esta hoja, en este orden:', put_in='Aquí van las páginas {pages}. Cada una lleva su número abajo a la derecha.',
        put_in_one='Aquí va la página {page}. Lleva su número abajo a la derecha.',
        not_counted='Números de las páginas que van aquí, abajo a la derecha: {page}-1, {page}-2, {page}-3 y así.',
        copy_note='COPIA PARA LEER. A la corte se entrega la versión en inglés.'),
}
