"""Answers as they are written on the form: the rule of each item turned into text, ticked boxes, and what has no box at all.

The contract with whoever knows the answers: a mapping `item id -> text`, the ids being those of the map. A text stands as it was told; a choice is a
code of the map ('yes', 'no', 'male', ...); a tick is 'yes'; a date is YYYY-MM-DD, YYYY-MM or YYYY, or the words of a date as told. 'none',
'not_applicable' and 'unknown', or the words the form has for them, close a box without an answer; an empty text leaves it open. Rows count from 1,
as many as were told. Answers that stand in one box (the city and the country of birth) keep ids of their own; the map joins them. An id that the form
does not know is an error, unless its text is empty, so that no answer is lost.
"""
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.layout import MissingLetter, clean, missing_letters
from docassemble.immdef_selfhelp.documents.forms.map import DATE, DIGITS, MONTH, ONE_OF, PHONE, TICK, FormMap, Item, Table
from docassemble.immdef_selfhelp.documents.forms.overflow import Continued
from docassemble.immdef_selfhelp.law.provisions.wording import MONTHS

ENGLISH_MONTHS = MONTHS['en']
ISO = re.compile(r'(\d{4})(?:-(\d\d))?(?:-(\d\d))?')
IN_WORDS = re.compile(rf'({"|".join(ENGLISH_MONTHS)}) (\d{{4}})')
ON_THE_FORM = re.compile(r'(\d\d)/\d\d/(\d{4})')
AROUND_DIGITS = re.compile(r'[\s().\-]|^[Aa]#?(?=[\s\d-])')
AREA = 3


@dataclass(frozen=True)
class Written:
    """The answers of one copy of the form: the texts of each item (several words to choose from, the first that fits is printed), the codes of its
    choices, and the rows for which the form has no line.
    """
    texts: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, str]
    beyond: tuple[Continued, ...] = ()


def written(form: FormMap, values: Mapping[str, str]) -> Written:
    """The answers of a form as they are written. Raises FormProblem for an answer that has no box, MissingLetter for a letter nobody can print."""
    told = {item: cleaned for item, value in values.items() if (cleaned := clean(value))}
    for name, value in told.items():
        if missing := missing_letters(value):
            raise MissingLetter(missing, name)
    known = form.items.keys() | form.parts_of_joins()
    beyond = _beyond(form, {item: value for item, value in told.items() if item not in known})
    texts: dict[str, tuple[str, ...]] = {}
    codes: dict[str, str] = {}
    for item in form.items.values():
        answer = _answer(form, item, told)
        if answer and item.rule in (ONE_OF, TICK):
            codes[item.id] = _code(form, item, answer)
        elif answer:
            texts[item.id] = (*_words(form, item, answer), *_shorter(form, item, told))
    return Written(MappingProxyType(texts), MappingProxyType({item: code for item, code in codes.items() if code}), beyond)


def no_answers(form: FormMap) -> Mapping[str, tuple[str, ...]]:
    """What is printed for a box closed without an answer, by its code and by the form's own word for it."""
    return {**form.written, **{words[0]: words for words in form.written.values()}}


def _answer(form: FormMap, item: Item, told: Mapping[str, str]) -> str:
    if not item.joins:
        return told.get(item.id, '') or item.always
    given = [told[other] for other in item.joins if other in told]
    closed = no_answers(form)
    said = [one for one in given if one not in closed]
    return item.between.join(said) or next(iter(given), '')


def _code(form: FormMap, item: Item, answer: str) -> str:
    """The code of a choice; empty when the box was closed without one, or left as it is."""
    if answer in item.choices:
        return answer
    if answer in no_answers(form) or (item.rule == TICK and answer == 'no'):
        return ''
    raise FormProblem(f'Item {item.id}: the form has no box for {answer!r}. It has: {", ".join(item.choices)}.')


def _words(form: FormMap, item: Item, answer: str) -> tuple[str, ...]:
    closed = no_answers(form)
    if answer in closed:
        return closed[answer]
    by_rule = {DIGITS: digits, DATE: date_on_the_form, MONTH: month_on_the_form, PHONE: phone}
    return (by_rule[item.rule](answer) if item.rule in by_rule else item.words.get(answer, answer),)


def _shorter(form: FormMap, item: Item, told: Mapping[str, str]) -> tuple[str, ...]:
    """A shorter name for the head of a page, where the whole one may not fit: the first word of the first answer, and the whole last one."""
    if not form.is_head(item) or len(item.joins) < 2:  # noqa: PLR2004
        return ()
    first, last = (told.get(item.joins[place], '') for place in (0, -1))
    return (' '.join((*first.split()[:1], last)),) if first and last else ()


def digits(text: str) -> str:
    """Only the digits of a number, without its letter A, spaces and dashes; a text that has more in it stays as it is."""
    bare = AROUND_DIGITS.sub('', text)
    return bare if bare.isdigit() else text


def phone(text: str) -> str:
    """Area code and number with a space between, without a country code 1; a number of another length stays as it is."""
    bare = digits(text).removeprefix('+').removeprefix('1') if len(digits(text).removeprefix('+')) == 11 else digits(text)  # noqa: PLR2004
    return f'{bare[:AREA]} {bare[AREA:6]}-{bare[6:]}' if bare.isdigit() and len(bare) == 10 else text  # noqa: PLR2004


def date_on_the_form(text: str) -> str:
    """A date as the form writes it, never sharper than it was told: 03/15/2019, 03/2019, 2019. Other words of a date stay."""
    if found := ISO.fullmatch(text):
        year, month, day = found.groups()
        return '/'.join(piece for piece in (month, day, year) if piece)
    if found := IN_WORDS.fullmatch(text):
        return f'{ENGLISH_MONTHS.index(found[1]) + 1:02}/{found[2]}'
    return text


def month_on_the_form(text: str) -> str:
    """The month and the year of a date: 03/2019."""
    return ON_THE_FORM.sub(r'\1/\2', date_on_the_form(text))


def _beyond(form: FormMap, told: Mapping[str, str]) -> tuple[Continued, ...]:
    """Rows the form has no line for, each as one text. Raises FormProblem for an answer that belongs to no table."""
    rows: dict[tuple[str, int], list[str]] = {}
    for item, value in told.items():
        table, row, template = _row(form, item)
        rows.setdefault((table.id, row), []).append(f'{table.ids[template]}: {_words_of_row(form, value)}')
    return tuple(Continued(f'{table}.{row}', form.tables[table].part, form.tables[table].question.format(row=row, item='all'),
                           f'{form.tables[table].title}, line {row}', '; '.join(said)) for (table, row), said in rows.items())


def _words_of_row(form: FormMap, value: str) -> str:
    closed = no_answers(form)
    return closed[value][0] if value in closed else date_on_the_form(value)


def _row(form: FormMap, identifier: str) -> tuple[Table, int, str]:
    for table in form.tables.values():
        if found := table.row_of(identifier):
            return table, *found
    raise FormProblem(f'The form has no item {identifier}.')


def again(form: FormMap, values: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[Mapping[str, str], ...]]:
    """The answers of the form itself, and those of each further copy of the page for more rows (children after the sixth), under its own ids."""
    more = form.more_rows
    if more is None:
        return values, ()
    copies: dict[int, dict[str, str]] = {}
    first: dict[str, str] = {}
    for item, value in values.items():
        found = form.tables[more.table].row_of(item)
        copy = (found[0] - more.first) // more.each if found else 0
        if found and copy > 0:
            row = more.first + (found[0] - more.first) % more.each
            copies.setdefault(copy, {})[found[1].replace('{row}', str(row))] = value
        else:
            first[item] = value
    return first, tuple(copies[copy] for copy in sorted(copies))
