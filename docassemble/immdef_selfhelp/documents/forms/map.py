"""Field maps: which answer goes into which box of a form, as a lawyer reads and corrects them (`templates/forms/<form>.yml`).

A map belongs to one edition. It names every box of the blank: those that answers fill, those that stay blank and why; barcodes are left alone.
How to write one: docs/change/add-a-form.md. Read strictly: what nobody reads, or a box named twice, is an error that names its place.
"""
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docassemble.immdef_selfhelp.law.strict import day_in, known_keys, need, read_yaml, text_in

PACKAGE = Path(__file__).resolve().parents[2]
# An installed package has its maps inside; a source tree keeps them at its top.
FOLDERS = (PACKAGE / 'data' / 'templates' / 'forms', PACKAGE.parent.parent / 'templates' / 'forms')
TEXT, DIGITS, DATE, MONTH, PHONE, STORY, TICK, ONE_OF = 'text', 'digits', 'date', 'month', 'phone', 'story', 'tick', 'one_of'
RULES = frozenset({TEXT, DIGITS, DATE, MONTH, PHONE, STORY, TICK})
NO_ANSWER = ('none', 'not_applicable', 'unknown')
FORM_KEYS = frozenset({'form', 'title', 'edition', 'sha256', 'pages', 'address', 'written', 'more_rows', 'more_text', 'whose', 'groups',
                       'left_blank'})
GROUP_KEYS = frozenset({'part', 'title', 'under', 'items', 'table', 'question', 'columns', 'rows'})
COLUMN_KEYS = frozenset({'label', 'source', 'rule', 'words', 'joins', 'between'})
ITEM_KEYS = COLUMN_KEYS | {'field', 'fields', 'choices', 'question', 'always', 'ruled'}
ROWS_KEYS = frozenset({'table', 'first', 'each', 'page'})
TEXT_KEYS = frozenset({'page', 'part', 'question', 'text', 'name'})
ROW = '{row}'
NUMBER = re.compile(r'\d+[a-z]?|[A-Za-z]')


@dataclass(frozen=True)
class Item:
    """One item of the form: its id (the number printed there), the form's own words, which answer it is, and where and how it is written.

    `boxes` are the full names of its fields; of a choice, `choices` gives the box and its state for each code (none for a code that ticks
    nothing), of a tick for 'yes'. An item that `joins` others prints their answers with `between` in between. One that is `always` the same prints
    this text. `words` are what is printed for a code in a box of text, and `ruled` is the distance of the lines printed in its box, in points.
    """
    id: str
    part: str
    title: str
    question: str
    label: str
    source: str
    rule: str
    boxes: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, str] | None] = MappingProxyType({})
    words: Mapping[str, str] = MappingProxyType({})
    joins: tuple[str, ...] = ()
    between: str = ' '
    always: str = ''
    ruled: float = 0

    @property
    def fields(self) -> tuple[str, ...]:
        """The full names of all its boxes."""
        return self.boxes or tuple(dict.fromkeys(place[0] for place in self.choices.values() if place))


@dataclass(frozen=True)
class Table:
    """Rows of the form. `ids` are the ids of its answers with `{row}` in the place of the row, each with the words that stand over its column."""
    id: str
    part: str
    title: str
    question: str
    ids: Mapping[str, str]

    def row_of(self, identifier: str) -> tuple[int, str] | None:
        """The number of the row of an answer, and its id with `{row}`; None when it is none of this table."""
        for template in self.ids:
            before, after = template.split(ROW)
            row = identifier.removeprefix(before).removesuffix(after)
            if row.isdigit() and identifier == template.replace(ROW, row):
                return int(row), template
        return None


@dataclass(frozen=True)
class MoreRows:
    """A page that is used again for more rows of a table: the first row that stands on it, and how many it holds."""
    table: str
    first: int
    each: int
    page: int


@dataclass(frozen=True)
class MoreText:
    """The page on which answers go on, its name, and the items of its part, its question and its text."""
    page: int
    name: str
    part: str
    question: str
    text: str


@dataclass(frozen=True)
class FormMap:
    """The map of one edition of a form. `sha256` and `pages` are those of the blank it was made with.

    `whose`: the items that say whose form it is, repeated on a page of ours behind it.
    """
    form: str
    title: str
    edition: date
    address: str
    sha256: str
    pages: int
    written: Mapping[str, tuple[str, ...]]
    items: Mapping[str, Item]
    tables: Mapping[str, Table]
    left_blank: Mapping[str, str]
    more_rows: MoreRows | None = None
    more_text: MoreText | None = None
    whose: tuple[str, ...] = ()

    def names(self) -> Iterator[str]:
        """The full name of every box the map speaks of."""
        for item in self.items.values():
            yield from item.fields
        yield from self.left_blank

    def is_head(self, item: Item) -> bool:
        """Whether an item stands at the head of a page that is used again: it repeats other items and is no answer of its own."""
        goes_on = (self.more_text.part, self.more_text.question, self.more_text.text) if self.more_text else ()
        return all(one.joins or one.id in goes_on for one in self.items.values() if one.part == item.part)

    def place_in_form(self, identifier: str) -> int:
        """Where an answer stands in the order of the form; of a row the form has no line for, behind its table."""
        order = list(self.items)
        if identifier in self.items:
            return order.index(identifier)
        table = self.tables[identifier.rpartition('.')[0]]
        return max(place for place, one in enumerate(order) if table.row_of(one))

    def parts_of_joins(self) -> frozenset[str]:
        """The answers that stand together in one box."""
        return frozenset(other for item in self.items.values() for other in item.joins)


@cache
def read_map(form: str) -> FormMap:
    """The map of a form. Raises LawDataError when it is wrong, LookupError when there is none."""
    path = next((folder / f'{form}.yml' for folder in FOLDERS if (folder / f'{form}.yml').exists()), None)
    if path is None or not re.fullmatch(r'[a-z0-9-]+', form):
        raise LookupError(f'There is no map of a form {form!r}. There are: {", ".join(forms())}.')
    return map_from(read_yaml(path), path.name)


def forms() -> tuple[str, ...]:
    """The forms that have a map."""
    return tuple(sorted({path.stem for folder in FOLDERS for path in folder.glob('*.yml')}))


def measures_path(form: str) -> Path:
    """Where the measures of a form's boxes stand: page, kind, edges, as they were when its map was made."""
    return next((folder for folder in FOLDERS if (folder / f'{form}.yml').exists()), FOLDERS[-1]) / f'{form}.fields.csv'


def map_from(entry: Any, where: str) -> FormMap:
    """A map from its YAML. Raises LawDataError."""
    known_keys(entry, FORM_KEYS, where)
    items: dict[str, Item] = {}
    tables: dict[str, Table] = {}
    for group in entry.get('groups') or ():
        known_keys(group, GROUP_KEYS, where)
        for item in _items(group, f'{where}, {group.get("title")}'):
            need(item.id not in items, where, f'the item {item.id} stands twice')
            items[item.id] = item
        if 'table' in group:
            tables[text_in(group, 'table', where)] = _table(group)
    blank = {name: why for why, names in (entry.get('left_blank') or {}).items() for name in names}
    made = FormMap(
        text_in(entry, 'form', where), text_in(entry, 'title', where), day_in(entry, 'edition', where), text_in(entry, 'address', where),
        text_in(entry, 'sha256', where), int(entry['pages']), _written(entry.get('written') or {}, where), MappingProxyType(items),
        MappingProxyType(tables), MappingProxyType(blank), _more_rows(entry.get('more_rows'), where), _more_text(entry.get('more_text'), where),
        tuple(entry.get('whose') or ()))
    _whole(made, where)
    return made


def _whole(made: FormMap, where: str) -> None:
    names = list(made.names())
    twice = sorted({name for name in names if names.count(name) > 1})
    need(not twice, where, f'boxes named twice: {", ".join(twice)}')
    more = made.more_text
    goes_on = (more.part, more.question, more.text) if more else ()
    lost = [other for other in (*goes_on, *made.whose) if other not in made.items]
    need(not lost, where, f'no such item: {", ".join(lost)}')
    need(made.more_rows is None or made.more_rows.table in made.tables, where, 'more_rows names no table')


@dataclass(frozen=True)
class _Group:
    part: str
    title: str
    under: str
    where: str


def _items(entry: Mapping[str, Any], where: str) -> Iterator[Item]:
    group = _Group(text_in(entry, 'part', where), text_in(entry, 'title', where), str(entry.get('under', '')), where)
    need(('items' in entry) != ('table' in entry), where, "a group has 'items' or a 'table'")
    for identifier, item in (entry.get('items') or {}).items():
        known_keys(item, ITEM_KEYS, f'{where}, {identifier}')
        question = str(item.get('question') or question_of(str(identifier), group.part))
        yield _item(group, str(identifier), question, item, item.get('choices') or item.get('fields') or item.get('field'))
    columns = entry.get('columns') or {}
    for row, cells in (entry.get('rows') or {}).items():
        need(len(cells) == len(columns), where, f'row {row} has {len(cells)} boxes for {len(columns)} columns')
        for (column, item), cell in zip(columns.items(), cells, strict=True):
            known_keys(item, COLUMN_KEYS, f'{where}, {column}')
            question = str(entry.get('question', '')).format(row=row, item=str(column).partition('.')[0])
            yield _item(group, template_of(entry, column).replace(ROW, str(row)), question, item, cell, row=str(row))


def template_of(table: Mapping[str, Any], column: Any) -> str:
    """The id of a table's column with `{row}` in the place of the row: after the table's own, unless the column says where."""
    return f'{table["table"]}.{column}' if ROW in str(column) else f'{table["table"]}.{ROW}.{column}'


def _table(entry: Mapping[str, Any]) -> Table:
    ids: dict[str, str] = {}
    for column, item in entry['columns'].items():
        ids |= dict.fromkeys(item.get('joins') or (template_of(entry, column),), str(item['label']))
    return Table(str(entry['table']), str(entry['part']), str(entry['title']), str(entry.get('question', '')), MappingProxyType(ids))


def _item(group: _Group, identifier: str, question: str, entry: Mapping[str, Any], cell: Any, *, row: str = '') -> Item:
    where = f'{group.where}, {identifier}'
    rule = ONE_OF if isinstance(cell, Mapping) else str(entry.get('rule', TEXT))
    need(rule in RULES | {ONE_OF}, where, f'no rule {rule!r}')
    need(bool(cell), where, 'names no box')
    need((rule == PHONE) == (isinstance(cell, list)), where, 'a phone has two boxes in fields, anything else one')
    choices = _choices(cell, group.under, where) if rule == ONE_OF else {'yes': _state(cell, group.under, where)} if rule == TICK else {}
    boxes = () if choices else tuple(f'{group.under}{name}' for name in (cell if isinstance(cell, list) else [cell]))
    return Item(identifier, group.part, group.title, question, text_in(entry, 'label', where), text_in(entry, 'source', where), rule, boxes,
                MappingProxyType(choices), MappingProxyType(dict(entry.get('words') or {})),
                tuple(str(other).replace(ROW, row) for other in entry.get('joins') or ()), str(entry.get('between', ' ')),
                str(entry.get('always', '')), float(entry.get('ruled', 0)))


def _choices(cell: Mapping[Any, Any], under: str, where: str) -> dict[str, tuple[str, str] | None]:
    need(all(isinstance(code, str) for code in cell), where, "write the codes 'yes' and 'no' between quotes")
    return {code: _state(written, under, where) if written else None for code, written in cell.items()}


def _state(written: Any, under: str, where: str) -> tuple[str, str]:
    name, equals, state = str(written).partition(' = ')
    need(bool(equals), where, 'a box to tick is written "name = state"')
    return f'{under}{name}', state


def question_of(identifier: str, part: str) -> str:
    """The question as its number is printed, from the item's id: A.I.8.street of part A.I is 8, B.1.A.explanation of part B is 1.A."""
    found = []
    for piece in identifier.removeprefix(f'{part}.').split('.'):
        if not NUMBER.fullmatch(piece):
            break
        found.append(piece)
    return '.'.join(found) or identifier.removeprefix(f'{part}.').replace('_', ' ').replace('.', ' ')


def _written(entry: Any, where: str) -> Mapping[str, tuple[str, ...]]:
    known_keys(entry, frozenset(NO_ANSWER), f'{where}, written')
    return MappingProxyType({code: tuple(words) for code, words in entry.items()})


def _more_rows(entry: Any, where: str) -> MoreRows | None:
    if entry is None:
        return None
    known_keys(entry, ROWS_KEYS, f'{where}, more_rows')
    return MoreRows(text_in(entry, 'table', where), int(entry['first']), int(entry['each']), int(entry['page']))


def _more_text(entry: Any, where: str) -> MoreText | None:
    if entry is None:
        return None
    known_keys(entry, TEXT_KEYS, f'{where}, more_text')
    return MoreText(int(entry['page']), *(text_in(entry, key, where) for key in ('name', 'part', 'question', 'text')))
