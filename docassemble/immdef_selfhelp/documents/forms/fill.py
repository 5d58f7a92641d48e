"""A form filled from answers: the file itself, which can still be changed, and the further pages it needs.

    filled = fill(read_map('i-589'), blank, {'A.I.4': 'Pérez López', 'A.I.24': 'no', ...}, {'B.1.A.explanation': Note(summary='...')})

How answers are given: `answers.py`. Values and drawings are both set, `NeedAppearances` never is, and what only Adobe reads (XFA, usage rights) is
dropped, so that every program shows the same letters in the same lines. Barcodes are not touched.
"""
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf

from docassemble.immdef_selfhelp.documents.forms.answers import Written, again, written
from docassemble.immdef_selfhelp.documents.forms.appearance import Placed, put
from docassemble.immdef_selfhelp.documents.forms.attached import attached_pages
from docassemble.immdef_selfhelp.documents.forms.fields import BARCODE, Field, read_fields, widgets
from docassemble.immdef_selfhelp.documents.forms.layout import STORY_SIZES, Laid, laid_out, usable
from docassemble.immdef_selfhelp.documents.forms.map import FormMap, MoreText
from docassemble.immdef_selfhelp.documents.forms.overflow import Continued, Note, Sheet, sheets
from docassemble.immdef_selfhelp.documents.forms.placing import Placing, boxes_on, field_of, placing

DROPPED = ('/XFA', '/NeedAppearances')


@dataclass(frozen=True)
class Filled:
    """A filled form. `main` can still be changed; `more` are single flattened pages (Supplements), each a copy of the page of the form in `more_of`.

    `placing` and `more_placing` say what stands where, for the reading back. `continued` lists every answer that goes on elsewhere, and
    `unanswered` the items whose boxes stand empty.
    """
    form: FormMap
    main: bytes
    placing: Placing
    more: tuple[bytes, ...]
    more_of: tuple[int, ...]
    more_placing: tuple[Placing, ...]
    continued: tuple[Continued, ...]
    unanswered: tuple[str, ...]


@lru_cache(maxsize=8)
def fields_of(blank: bytes) -> Mapping[str, Field]:
    """The fields of a blank, read once."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        return read_fields(pdf)


def fill(form: FormMap, blank: bytes, values: Mapping[str, str], notes: Mapping[str, Note] | None = None) -> Filled:
    """Fill a form from a mapping of item id to answer. Raises FormProblem, and MissingLetter for a letter that cannot be printed."""
    fields = fields_of(blank)
    first, copies = again(form, values)
    main = _without_unused_heads(form, fields, written(form, first), first)
    made = placing(form, fields, main, notes or {})
    rows = [placing(form, fields, _on_page(form, fields, written(form, {**values, **copy}), copy), notes or {}) for copy in copies]
    continued = tuple(sorted((one for placed in (made, *rows) for one in placed.continued), key=lambda one: form.place_in_form(one.item)))
    texts = _text_pages(form, fields, values, continued)
    whole = _together(made, texts[0]) if texts else made
    pages = [(placed, form.more_rows.page) for placed in rows if form.more_rows]
    pages += [(placed, form.more_text.page) for placed in texts[1:] if form.more_text]
    return Filled(form, write(blank, whole), whole, tuple(flattened(write(page_of(blank, page), placed)) for placed, page in pages),
                  tuple(page for _, page in pages), tuple(placed for placed, _ in pages), continued, _unanswered(form, main))


def _together(first: Placing, more: Placing) -> Placing:
    return Placing((*first.placed, *more.placed), {**first.states, **more.states}, first.continued)


def _without_unused_heads(form: FormMap, fields: Mapping[str, Field], answers: Written, values: Mapping[str, str]) -> Written:
    """Without the name at the head of a supplement that nothing else is written on."""
    texts = dict(answers.texts)
    for more in (form.more_rows, form.more_text):
        items = boxes_on(form, fields, more.page) if more else ()
        if not any(item.id in values or any(other in values for other in item.joins) for item in items if not form.is_head(item)):
            texts = {item: words for item, words in texts.items() if item not in {one.id for one in items}}
    return Written(texts, answers.codes, answers.beyond)


def _on_page(form: FormMap, fields: Mapping[str, Field], answers: Written, copy: Mapping[str, str]) -> Written:
    """Of the answers, those on the page for more rows: its head, and the rows of this copy."""
    items = {item.id for item in boxes_on(form, fields, form.more_rows.page)} if form.more_rows else set()
    given = {item for item in items if item in copy or any(other in copy for other in form.items[item].joins) or
             form.is_head(form.items[item])}
    return Written({item: words for item, words in answers.texts.items() if item in given},
                   {item: code for item, code in answers.codes.items() if item in given})


def _text_pages(form: FormMap, fields: Mapping[str, Field], values: Mapping[str, str], continued: Sequence[Continued]) -> list[Placing]:
    """The pages on which answers go on; none when the form has no such page: then the attachment is a paper of its own."""
    more = form.more_text
    if more is None or not continued:
        return []
    text, question = (field_of(fields, form.items[item].boxes[0]) for item in (more.text, more.question))
    columns, lines = usable(text, text.places[0], STORY_SIZES[0])
    heads = {item.id for item in boxes_on(form, fields, more.page) if item.joins}
    answers = written(form, values)
    head = placing(form, fields, Written({item: words for item, words in answers.texts.items() if item in heads}, {}), {})
    return [_together(head, Placing(tuple(_sheet(form, fields, more, sheet)), {}, ()))
            for sheet in sheets(continued, columns, lines, lambda one: laid_out(one, question, question.places[0]) is not None)]


def _sheet(form: FormMap, fields: Mapping[str, Field], more: MoreText, sheet: Sheet) -> list[Placed]:
    found = []
    for item, said in ((more.part, sheet.part), (more.question, sheet.question)):
        field = field_of(fields, form.items[item].boxes[0])
        laid = laid_out(said, field, field.places[0])
        found += [Placed(item, field, place, laid, said) for place in field.places if laid]
    text = field_of(fields, form.items[more.text].boxes[0])
    return [*found, Placed(more.text, text, text.places[0], Laid(sheet.lines, STORY_SIZES[0]), '\n'.join(sheet.lines))]


def _unanswered(form: FormMap, answers: Written) -> tuple[str, ...]:
    return tuple(item.id for item in form.items.values()
                 if item.id not in answers.texts and item.id not in answers.codes and not form.is_head(item))


def write(blank: bytes, made: Placing) -> bytes:
    """The blank with these texts and ticks, and nothing else in its boxes."""
    values, drawn = made.values, {(one.field.name, number): one for one in made.placed for number, place in enumerate(one.field.places)
                                  if place == one.place}
    boxes: list[pikepdf.Object] = []
    texts: list[Placed] = []
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        for key in DROPPED:
            if key in pdf.Root.AcroForm:
                del pdf.Root.AcroForm[key]
        if '/Perms' in pdf.Root:
            del pdf.Root['/Perms']
        for name, node, shown, has in widgets(pdf):
            if BARCODE in name or str(has.get('/FT')) == '/Sig':
                continue
            if str(has.get('/FT')) == '/Btn':
                _tick(node, shown, made.states.get(name))
                continue
            _set(node, shown, values.get(name))
            for number, box in enumerate(shown):
                if (name, number) in drawn:
                    boxes.append(box)
                    texts.append(drawn[name, number])
        put(pdf, boxes, texts)
        return _saved(pdf)


def _set(node: pikepdf.Object, shown: Sequence[pikepdf.Object], value: str | None) -> None:
    if value is not None:
        node['/V'] = pikepdf.String(value)
    elif '/V' in node:
        # An example that stands in the blank is no answer.
        del node['/V']
        for box in shown:
            if '/AP' in box:
                del box['/AP']


def _tick(node: pikepdf.Object, shown: Sequence[pikepdf.Object], state: str | None) -> None:
    node['/V'] = pikepdf.Name(f'/{state}') if state else pikepdf.Name('/Off')
    for box in shown:
        states: Any = box['/AP']['/N'] if '/AP' in box and '/N' in box['/AP'] else {}
        box['/AS'] = node['/V'] if state and f'/{state}' in states else pikepdf.Name('/Off')


def _saved(pdf: pikepdf.Pdf) -> bytes:
    made = io.BytesIO()
    pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


@lru_cache(maxsize=8)
def page_of(blank: bytes, number: int) -> bytes:
    """One page of a blank with its fields, counted from 1, for the copies of a page that is used again."""
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        del pdf.pages[number:]
        del pdf.pages[:number - 1]
        here = {note.objgen for note in pdf.pages[0].get('/Annots', ())}
        pdf.Root.AcroForm['/Fields'] = pikepdf.Array([field for field in pdf.Root.AcroForm.Fields if _pruned(field, here)])
        for key in ('/StructTreeRoot', '/Outlines', '/Names', '/Metadata'):
            if key in pdf.Root:
                del pdf.Root[key]
        return _saved(pdf)


def _pruned(node: pikepdf.Object, here: set[tuple[int, int]]) -> bool:
    """Take the fields of other pages out of a branch of the tree; whether any is left."""
    if '/Kids' not in node:
        return node.objgen in here
    children = [child for child in node['/Kids'] if _pruned(child, here)]
    node['/Kids'] = pikepdf.Array(children)
    return bool(children)


def flattened(filled: bytes) -> bytes:
    """A filled form as plain pages, as they are printed."""
    with pikepdf.open(io.BytesIO(filled)) as pdf:
        pdf.flatten_annotations('all')
        for one in pdf.pages:
            if '/Annots' in one:
                one['/Annots'] = pikepdf.Array([note for note in one['/Annots'] if note.get('/Subtype') != '/Widget'])
        if '/AcroForm' in pdf.Root:
            del pdf.Root['/AcroForm']
        pdf.remove_unreferenced_resources()
        return _saved(pdf)


def printed(filled: Filled) -> bytes:
    """The whole form as it is printed: plain pages, each further Supplement behind the page it is a copy of, and what is attached last."""
    with pikepdf.open(io.BytesIO(flattened(filled.main))) as pdf:
        # From the last to the first, so that no page before has moved.
        for number, more in sorted(zip(filled.more_of, filled.more, strict=True), key=lambda pair: pair[0])[::-1]:
            with pikepdf.open(io.BytesIO(more)) as copy:
                pdf.pages.insert(number, copy.pages[0])
        if attached := attached_pages(filled.form, filled.placing, filled.continued):
            with pikepdf.open(io.BytesIO(attached)) as behind:
                pdf.pages.extend(behind.pages)
        return _saved(pdf)
