"""The fields of a PDF form: full name, kind, options, longest text, page and box, as they stand in the file."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pikepdf

TEXT, BUTTON, CHOICE, SIGNATURE = 'text', 'button', 'choice', 'signature'
KINDS = {'/Tx': TEXT, '/Btn': BUTTON, '/Ch': CHOICE, '/Sig': SIGNATURE}
INHERITED = ('/FT', '/Ff', '/MaxLen', '/V', '/DV', '/Opt')
# Bits of /Ff (ISO 32000-2, tables 228, 229 and 231).
MULTILINE, PUSH_BUTTON, COMB = 1 << 12, 1 << 16, 1 << 24
BARCODE = 'BarCode'
OFF = '/Off'

type Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge on the page, in points."""


@dataclass(frozen=True)
class Place:
    """One box in which a field shows itself: the page counted from 1, its edges, and of a button the states it can show besides off."""
    page: int
    box: Box
    states: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """In points."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """In points."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True)
class Field:
    """One field. `options` are the states of a button, or the values of a list; `longest` is its MaxLen, 0 when it has none. `ruled` is the distance
    of the lines printed in its box, which only the map knows; 0 when it has none.
    """
    name: str
    kind: str
    places: tuple[Place, ...]
    options: tuple[str, ...] = ()
    longest: int = 0
    multiline: bool = False
    comb: bool = False
    tooltip: str = ''
    ruled: float = 0

    @property
    def barcode(self) -> bool:
        """Whether it is a barcode of the form, which is never written."""
        return BARCODE in self.name


class FormProblem(ValueError):
    """A form that cannot be used as asked. The message says why, for the person who asked."""


def widgets(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object, list[pikepdf.Object], Mapping[str, Any]]]:
    """Every field that ends a branch of the tree: full name, its object, its boxes, and what it has or inherits."""
    if '/AcroForm' not in pdf.Root or '/Fields' not in pdf.Root.AcroForm:
        return
    waiting: list[tuple[pikepdf.Object, str, dict[str, Any]]] = [(field, '', {}) for field in reversed(list(pdf.Root.AcroForm.Fields))]
    while waiting:
        node, above, had = waiting.pop()
        has = had | {key: node[key] for key in INHERITED if key in node}
        name = '.'.join(part for part in (above, str(node['/T']) if '/T' in node else '') if part)
        children = list(node['/Kids']) if '/Kids' in node else []
        named = [child for child in children if '/T' in child]
        if named:
            waiting += [(child, name, has) for child in reversed(named)]
        else:
            yield name, node, children or [node], has


def read_fields(pdf: pikepdf.Pdf) -> Mapping[str, Field]:
    """The fields by their full name, in the order of the form's tree. Raises FormProblem when a name stands twice or a box on no page."""
    pages = {widget.objgen: number for number, page in enumerate(pdf.pages, 1) for widget in page.get('/Annots', ())}
    found: dict[str, Field] = {}
    for name, node, boxes, has in widgets(pdf):
        if '/FT' not in has or name in found or any(box.objgen not in pages for box in boxes):
            raise FormProblem(f'The field {name!r} has no kind, stands twice or is on no page.')
        found[name] = _field(name, node, boxes, has, pages)
    return MappingProxyType(found)


def _field(name: str, node: pikepdf.Object, boxes: list[pikepdf.Object], has: Mapping[str, Any], pages: Mapping[tuple[int, int], int]) -> Field:
    kind, flags = KINDS[str(has['/FT'])], int(has.get('/Ff', 0))
    places = tuple(Place(pages[box.objgen], _box(box), states_of(box) if kind == BUTTON else ()) for box in boxes)
    options = tuple(dict.fromkeys(state for place in places for state in place.states)) if kind == BUTTON else _choices(has)
    longest = int(has.get('/MaxLen', 0)) if kind == TEXT else 0
    return Field(name, kind, places, options, longest, kind == TEXT and bool(flags & MULTILINE), bool(longest and flags & COMB),
                 str(node.get('/TU', '')))


def _box(widget: pikepdf.Object) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in widget['/Rect'])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def states_of(widget: pikepdf.Object) -> tuple[str, ...]:
    """The states a button can show besides off, without the stroke before a name."""
    shown: Any = widget['/AP']['/N'] if '/AP' in widget and '/N' in widget['/AP'] else {}
    return tuple(str(state)[1:] for state in shown.keys() if str(state) != OFF)  # noqa: SIM118


def _choices(has: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(one[0]) if isinstance(one, pikepdf.Array) else str(one) for one in has.get('/Opt', ()))
