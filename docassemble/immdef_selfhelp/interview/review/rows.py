"""The lines of the review: which answers stand together, under which words, and which screen asks them again. One mechanism for every subject."""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docassemble.base.util import get_language, url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_now, phone_now
from docassemble.immdef_selfhelp.interview.choices import choice_words, none_words
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions.nations import nation_name
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN
from docassemble.immdef_selfhelp.story.told.reader import closed_keys
from docassemble.immdef_selfhelp.story.told.tree import date_names
from docassemble.immdef_selfhelp.story.told.watched import WATCHED, keys_closed

REVIEW_LENGTH, SHORT = 300, 90
NAME = ('given_names', 'first_surname', 'second_surname')
# A choice that says nothing by itself: what was written, or the other box of the same screen, says it.
SAYS_NOTHING = frozenset({('best_language', 'indigenous'), ('nationality', 'other')})


@dataclass(frozen=True)
class Row:
    """One line: its label in English, the answers shown in it, and the answer whose screen the link asks again.

    `apart`: those of the answers that another adult must not read when somebody of the family must not know (`story.private`).
    """
    label: str
    names: tuple[str, ...]
    target: str
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The lines of one subject, which knows what closes its answers."""
    subject: type
    lines: tuple[Row, ...]


def line(label: str, *fields: str, target: str = '', apart: tuple[str, ...] = ()) -> Row:
    """A line for these answers; without a target the first of them is asked again."""
    return Row(label, fields, target or fields[0], apart)


def line_apart(label: str, *fields: str, target: str = '') -> Row:
    """A line of which another adult must read none of the answers when somebody of the family must not know."""
    return line(label, *fields, target=target, apart=fields)


def value_text(variable: str, value: Any) -> str:
    """One answer as its user reads it: a choice in the words of its screen, dates as told, text as typed; nothing for what was not told."""
    name = variable.rpartition('.')[2]
    if name in date_names():
        return date_told(value)
    if isinstance(value, list):
        return '<br>'.join(filter(None, (value_text(variable, one) for one in value))) if value else none_words(variable) or word('None')
    if (name, value) in SAYS_NOTHING or (name.endswith('told') and value == WRITTEN):
        return ''
    code = {True: 'yes', False: 'no'}[value] if isinstance(value, bool) else str(value)
    chosen = choice_words(variable, code)
    if name == 'nationality' and not chosen:
        return nation_name(code, get_language())
    return told(value, REVIEW_LENGTH) if chosen is None else chosen


def row(label: str, text: str, variable: str) -> str:
    """One line of the review: what was asked, what was told, and the link that asks it again. The label is in the language of the screen."""
    return (f'<div class="told"><dt>{label}</dt><dd>{text or "—"} '
            f'<a href="{url_action(variable)}" class="change">{word("Change")}<span class="visually-hidden"> {label}</span></a></dd></div>')


def row_apart(label: str) -> str:
    """A line that says only that it was answered, without the link: its screen would show what was typed."""
    return f'<div class="told"><dt>{label}</dt><dd>{word("You answered this")}</dd></div>'


def told_values(fields: tuple[str, ...], known: Mapping[str, Any], before: str) -> str:
    """The answers of one line that were told: a name as one, everything else on a line of its own. `before`: what their variables begin with."""
    texts = {name: value_text(f'{before}{name}', known[name]) for name in fields if name in known and known[name] not in ('', None)}
    name = ' '.join(texts.pop(part) for part in NAME if part in texts)
    return '<br>'.join(text for text in (name, *texts.values()) if text)


def kept_back(subject: type, known: Mapping[str, Any]) -> frozenset[str]:
    """The keys of a subject that no line shows: closed by another answer, or not for a phone that somebody watches."""
    closed = closed_keys(subject, known)
    return closed | keys_closed(subject, known) if phone_now() == WATCHED else closed


def rows(known: Mapping[str, Any], base: str, table: Table) -> str:
    """The lines of one table that were answered and still count. `base` is the variable they belong to; empty for variables of their own."""
    before, closed = f'{base}.' if base else '', kept_back(table.subject, known)
    answered = {name: value for name, value in known.items() if name not in closed}
    shown = (one for one in table.lines if any(name in answered for name in one.names))
    hidden = private.hidden_on_screen(case_now())
    return ''.join(row_apart(word(one.label)) if hidden and any(answered.get(name) for name in one.apart)
                   else row(word(one.label), told_values(one.names, answered, before), before + one.target) for one in shown)


def erase_link(list_name: str, number: int, label: str) -> str:
    """The link that erases one thing of a list (after asking once more)."""
    return f'<a href="{url_action("ask_remove", list=list_name, number=number)}" class="erase-one">{label}</a>'


def folded(title: str, inner: str, list_name: str, number: int) -> str:
    """A folded card with its lines and the link that erases it (after asking once more)."""
    return f'<details class="card"><summary>{title}</summary>{inner}{erase_link(list_name, number, word("Erase this one"))}</details>'


def card(known: Mapping[str, Any], title: str, table: Table, list_name: str, number: int) -> str:
    """The folded card of one person, event, move, country or entry of a list."""
    return folded(title, f'<dl>{rows(known, f"{list_name}[{number}]", table)}</dl>', list_name, number)


def add_link(list_name: str, label: str) -> str:
    """The link that adds one more to a list."""
    return f'<p><a href="{url_action("_da_list_add", list=list_name)}" class="add">{label}</a></p>'
