"""What differs between a PDF somebody added and the blank with which its map was made, in words."""
import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date

import pikepdf
from pdfminer.high_level import extract_text

from docassemble.immdef_selfhelp.documents.forms.fields import BUTTON, Field, FormProblem, Place, read_fields
from docassemble.immdef_selfhelp.documents.forms.layout import SPACES
from docassemble.immdef_selfhelp.documents.forms.map import FormMap, measures_path
from docassemble.immdef_selfhelp.documents.forms.placing import state_in
from docassemble.immdef_selfhelp.law.provisions.wording import MONTHS

MOVED = 1.0
"""Points by which a box may stand elsewhere and still be the same one."""
COLUMNS = ('name', 'kind', 'page', 'left', 'lower', 'right', 'upper', 'states', 'options', 'longest', 'multiline', 'comb')
BETWEEN = '|'
FIRST_PAGES = (0, 1)
PRINTED = (re.compile(r'Edition\s+(\d\d)/(\d\d)/(\d\d)'), re.compile(r'Rev(?:ised|\.)\s+([A-Z][a-z]{2})[a-z]*\.?\s+(\d{4})'))
SHORT_MONTHS = tuple(name[:3] for name in MONTHS['en'])


def measured(fields: Mapping[str, Field]) -> str:
    """The measures of a form's boxes as a table, one line for each place of each field, in the order of the file."""
    made = io.StringIO()
    table = csv.writer(made, lineterminator='\n')
    table.writerow(COLUMNS)
    for field in fields.values():
        for place in field.places:
            options = () if field.kind == BUTTON else field.options
            table.writerow([field.name, field.kind, place.page, *(round(edge, 1) for edge in place.box), BETWEEN.join(place.states),
                            BETWEEN.join(options), field.longest, int(field.multiline), int(field.comb)])
    return made.getvalue()


def read_measures(form: str) -> Mapping[str, Field]:
    """The boxes as they were when the map was made. Raises LookupError when nobody measured them."""
    path = measures_path(form)
    if not path.exists():
        raise LookupError(f'{path.name} is missing: selfhelp forms measure writes it from the blank.')
    found: dict[str, Field] = {}
    with path.open(encoding='utf-8', newline='') as table:
        for row in csv.DictReader(table):
            states = tuple(row['states'].split(BETWEEN)) if row['states'] else ()
            place = Place(int(row['page']), (float(row['left']), float(row['lower']), float(row['right']), float(row['upper'])), states)
            before = found[row['name']].places if row['name'] in found else ()
            places = (*before, place)
            options = tuple(dict.fromkeys(state for one in places for state in one.states)) if row['kind'] == BUTTON else (
                tuple(row['options'].split(BETWEEN)) if row['options'] else ())
            found[row['name']] = Field(row['name'], row['kind'], places, options, int(row['longest']), row['multiline'] == '1', row['comb'] == '1')
    return found


def open_form(content: bytes) -> tuple[Mapping[str, Field], int]:
    """The fields and the number of pages of a PDF. Raises FormProblem when it is none, is locked or has no fields."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found = read_fields(pdf), len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise FormProblem('This PDF is locked with a password.') from error
    except pikepdf.PdfError as error:
        raise FormProblem(f'This file is no PDF that can be read: {error}') from error
    if not found[0]:
        raise FormProblem('This PDF has no boxes to fill in. It is a printed copy, or only the instructions.')
    return found


def printed_text(content: bytes) -> str:
    """The words of the first pages."""
    return SPACES.sub(' ', extract_text(io.BytesIO(content), page_numbers=FIRST_PAGES))


def printed_edition(text: str) -> date | None:
    """The edition that is printed at the foot of the first pages; None when none is found there."""
    if found := PRINTED[0].search(text):
        month, day, year = (int(piece) for piece in found.groups())
        return date(2000 + year, month, day)
    found = PRINTED[1].search(text)
    return date(int(found[2]), SHORT_MONTHS.index(found[1]) + 1, 1) if found and found[1] in SHORT_MONTHS else None


def names_form(text: str, form: FormMap) -> bool:
    """Whether the pages name the form: I-589, EOIR-33/IC."""
    return ''.join(filter(str.isalnum, form.form.upper())) in ''.join(filter(str.isalnum, text.upper()))


def differences(form: FormMap, fields: Mapping[str, Field], pages: int) -> list[str]:
    """Everything in which this PDF is not the blank of the map, in words and in the order of the map; empty when the map fits it."""
    return [*_pages(form, pages), *_of_boxes(form, fields)]


def _pages(form: FormMap, pages: int) -> Iterator[str]:
    if pages != form.pages:
        yield f'It has {pages} pages; the blank of the map has {form.pages}.'


def _of_boxes(form: FormMap, fields: Mapping[str, Field]) -> Iterator[str]:
    before, said = read_measures(form.form), {name: f'item {item.id} ({item.label})' for item in form.items.values() for name in item.fields}
    said |= {name: f'a box left blank ({why})' for name, why in form.left_blank.items()}
    for name, where in said.items():
        if name not in fields:
            yield f'{where}: the box {name!r} is gone.'
        elif name in before:
            yield from (f'{where}: {what}' for what in _changed(before[name], fields[name]))
    yield from (f'a new box that the map does not know: {field.name!r}, page {field.places[0].page} {field.tooltip[:100]}'.rstrip()
                for name, field in fields.items() if name not in said and not field.barcode)
    for item in form.items.values():
        for name, state in (place for place in item.choices.values() if place and place[0] in fields):
            try:
                state_in(fields[name], state)
            except FormProblem as problem:
                yield f'item {item.id} ({item.label}): {problem}'


def _changed(before: Field, now: Field) -> Iterator[str]:
    if before.kind != now.kind:
        yield f'was a box of kind {before.kind} and is one of kind {now.kind}.'
    if before.longest != now.longest:
        yield f'held {before.longest or "any number of"} letters and holds {now.longest or "any number"}.'
    if before.options != now.options:
        yield f'offered {", ".join(before.options) or "nothing"} and offers {", ".join(now.options) or "nothing"}.'
    if (before.multiline, before.comb) != (now.multiline, now.comb):
        yield 'is now written in another way (one line, several lines, or one letter in each cell).'
    if [place.page for place in before.places] != [place.page for place in now.places]:
        yield f'stood on page {before.places[0].page} and stands on page {now.places[0].page}.'
    elif any(_moved(was, new) for was, new in zip(before.places, now.places, strict=True)):
        yield f'moved or changed its size: {_edges(before.places[0])} before, {_edges(now.places[0])} now.'


def _moved(before: Place, now: Place) -> bool:
    return any(abs(was - new) > MOVED for was, new in zip(before.box, now.box, strict=True))


def _edges(place: Place) -> str:
    return f'({", ".join(f"{edge:.0f}" for edge in place.box)})'
