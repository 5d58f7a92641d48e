"""Which text stands in which box, in which lines: what fits, what is shortened, what goes on at another place."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docassemble.immdef_selfhelp.documents.forms.answers import Written
from docassemble.immdef_selfhelp.documents.forms.appearance import Placed
from docassemble.immdef_selfhelp.documents.forms.fields import CHOICE, Field, FormProblem
from docassemble.immdef_selfhelp.documents.forms.layout import Laid, laid_out, several_lines
from docassemble.immdef_selfhelp.documents.forms.map import FormMap, Item
from docassemble.immdef_selfhelp.documents.forms.overflow import Continued, Note, shortened, words_for

ELSEWHERE = 'attached page'


@dataclass(frozen=True)
class Placing:
    """What stands in one copy of a form: the texts in their boxes, the state of each ticked box, and what goes on elsewhere."""
    placed: tuple[Placed, ...]
    states: Mapping[str, str]
    continued: tuple[Continued, ...]

    @property
    def values(self) -> dict[str, str]:
        """The value of each field of text by its full name."""
        return {one.field.name: one.text for one in self.placed}


def placing(form: FormMap, fields: Mapping[str, Field], answers: Written, notes: Mapping[str, Note]) -> Placing:
    """Place every answer. Raises FormProblem when the file has no such box, or a list has no such value."""
    placed: list[Placed] = []
    continued: list[Continued] = []
    for item_id, words in answers.texts.items():
        item = form.items[item_id]
        boxes = tuple(box_of(fields, item, name) for name in item.boxes)
        found = _whole(item, boxes, words)
        if not found:
            note = notes.get(item_id, Note())
            # What the head of a page repeats stands whole where it is asked.
            if not form.is_head(item):
                continued.append(Continued(item_id, item.part, item.question, item.label, words[0], note.attached))
            found = _short(form, item, boxes[-1], words[0], note)
        placed += found
    return Placing(tuple(placed), dict(_states(form, fields, answers.codes)), (*continued, *answers.beyond))


def field_of(fields: Mapping[str, Field], name: str) -> Field:
    """A field of the file. Raises FormProblem when it has none of this name."""
    if name not in fields:
        raise FormProblem(f'This file has no box {name!r}. It is another edition than the map, or another file.')
    return fields[name]


def box_of(fields: Mapping[str, Field], item: Item, name: str) -> Field:
    """A field as the map knows it: with the lines printed in it. Raises as `field_of`."""
    field = field_of(fields, name)
    return replace(field, ruled=item.ruled) if item.ruled else field


def _whole(item: Item, boxes: Sequence[Field], words: Sequence[str]) -> list[Placed]:
    """The whole answer in its boxes, with the first of its words that fit; nothing when none does."""
    for text in words:
        texts = (text,) if len(boxes) == 1 else _two(text)
        found = [(field, listed(item, field, one), _laid(field, listed(item, field, one))) for field, one in zip(boxes, texts, strict=True) if one]
        if all(laid for _, _, laid in found):
            return [Placed(item.id, field, place, laid, one) for field, one, laid in found if laid for place in field.places]
    return []


def _two(phone: str) -> tuple[str, str]:
    """Area code and number; a telephone of another shape stands whole in the second box, and what closes a box in both."""
    area, _, number = phone.partition(' ')
    if area.isdigit() and len(area) == 3 and number:  # noqa: PLR2004
        return area, number
    return ('', phone) if any(map(str.isdigit, phone)) else (phone, phone)


def _laid(field: Field, text: str) -> Laid | None:
    """The lines of a text, in all places of the field alike."""
    found = [laid_out(text, field, place) for place in field.places]
    fitting = [laid for laid in found if laid]
    return min(fitting, key=lambda laid: laid.size) if len(fitting) == len(found) else None


def listed(item: Item, field: Field, text: str) -> str:
    """The text; of a list, the value of the list that it is. Raises FormProblem when the list has none."""
    if field.kind != CHOICE:
        return text
    found = [option for option in field.options if option.strip().casefold() == text.casefold()]
    if not found:
        raise FormProblem(f'Item {item.id}: the list of the form has no {text!r}.')
    return found[0]


def _short(form: FormMap, item: Item, field: Field, text: str, note: Note) -> list[Placed]:
    """What stands in the box of an answer that is too long for it."""
    where = form.more_text.name if form.more_text else ELSEWHERE
    if several_lines(field, field.places[0]):
        end = f'See attached {note.attached}.' if note.attached else f'See {where}.'
        said = shortened(text, lambda one: _laid(field, one) is not None, end, note.summary)
    else:
        said = next((words for words in words_for(where) if _laid(field, words)), '')
    laid = _laid(field, said)
    if not said or not laid:
        raise FormProblem(f'Item {item.id} does not fit its box, and there is no room to say where it goes on: {text!r}.')
    return [Placed(item.id, field, place, laid, said) for place in field.places]


def _states(form: FormMap, fields: Mapping[str, Field], codes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for item_id, code in codes.items():
        if place := form.items[item_id].choices[code]:
            name, wanted = place
            yield name, state_in(field_of(fields, name), wanted)


def state_in(field: Field, wanted: str) -> str:
    """The state of a box as the file writes it: some have spaces around. Raises FormProblem when it has none of this name."""
    found = [state for state in field.options if state.strip() == wanted]
    if not found:
        raise FormProblem(f'The box {field.name!r} has no state {wanted!r}. It has: {", ".join(field.options)}.')
    return found[0]


def boxes_on(form: FormMap, fields: Mapping[str, Field], page: int) -> tuple[Item, ...]:
    """The items that stand on this page of the file."""
    return tuple(item for item in form.items.values() if any(field_of(fields, name).places[0].page == page for name in item.fields))
