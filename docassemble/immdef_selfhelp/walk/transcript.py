"""What a person read and answered, screen by screen, as plain text."""
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from docassemble.immdef_selfhelp.walk.driver import Step
from docassemble.immdef_selfhelp.walk.engine import engine_globals
from docassemble.immdef_selfhelp.walk.screens import Choice, Entry, Screen, met

BLOCKS = ('p', 'div', 'section', 'details', 'summary', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'table', 'tr', 'nav')


def as_page(text: str) -> BeautifulSoup:
    """A text of a screen as the page shows it: docassemble's Markdown turned into HTML."""
    from docassemble.base.filter.html import markdown_to_html
    return BeautifulSoup(markdown_to_html(text, status=None, question=None), 'html.parser')


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text of a screen as its user reads it: one line for each paragraph and each item of a list, no markup, nothing hidden."""
    with engine_globals():
        page = as_page(text)
    for hidden in page.find_all(lambda tag: tag.has_attr('hidden') or 'visually-hidden' in (tag.get('class') or ())):
        hidden.decompose()
    lines = ''.join(pieces(page)).split('\x00')
    return '\n'.join(line for line in (' '.join(line.split()) for line in lines) if line not in ('', '*'))


def pieces(node: Tag) -> Iterable[str]:
    """The words under a node, with a mark where a line ends."""
    for child in node.children:
        if isinstance(child, Tag):
            ends = '\x00' if child.name in (*BLOCKS, 'li', 'br') else ' ' if child.name == 'a' else ''
            yield ends
            yield '* ' if child.name == 'li' else ''
            yield from pieces(child)
            yield ends
        elif type(child) is NavigableString:
            yield str(child)


def answer_text(value: Any, choices: tuple[Choice, ...]) -> str:
    """An answer in the words of its choice, or as typed."""
    labels = {str(choice.value): plain(choice.label) for choice in choices}
    if isinstance(value, list):
        return ', '.join(labels.get(str(item), str(item)) for item in value) or '—'
    return labels.get(str(value), str(value)) if value not in (None, '') else '—'


def entry_lines(entry: Entry, given: Mapping[str, Any]) -> Iterable[str]:
    """One field: its label, its choices and the answer."""
    label = plain(entry.label) if entry.label not in ('', 'no label') else ''
    yield f'- {label or "·"} → **{one_line(answer_text(given.get(entry.variable), entry.choices))}**'
    offered = [plain(choice.label) for choice in entry.choices] + ([plain(entry.none_label)] if entry.none_label else [])
    if offered:
        yield f'  [{" | ".join(offered)}]'
    if entry.hint:
        yield f'  ({plain(entry.hint)})'


def one_line(text: str) -> str:
    """A text of several lines on one."""
    return ' / '.join(line.strip() for line in re.split(r'[\r\n]+', text) if line.strip())


def screen_lines(number: int, step: Step) -> Iterable[str]:
    """One screen."""
    screen, by_name = step.screen, {entry.name: step.given.get(entry.variable) for entry in step.screen.entries}
    yield f'## {number}. {plain(screen.question)}'
    yield f'<!-- {screen.id} -->'
    if screen.subquestion:
        yield ''
        yield plain(screen.subquestion)
    yield ''
    for note in screen.notes:
        if met(note.show_if, by_name):
            yield plain(note.text)
    for entry in screen.entries:
        if entry.visible(by_name):
            yield from entry_lines(entry, step.given)
    if screen.buttons:
        pressed = step.given.get(screen.button_variable)
        yield ' '.join(f'[**{plain(button.label)}**]' if button.value == pressed else f'[{plain(button.label)}]' for button in screen.buttons)
    elif screen.entries or screen.continues:
        yield f'[**{plain(screen.continue_label)}**]'
    if screen.under:
        yield plain(screen.under)
    yield ''


def transcript(steps: Iterable[Step], title: str) -> str:
    """Every screen of a walk in the order it came, as Markdown."""
    lines = [f'# {title}', '']
    for number, step in enumerate(steps, start=1):
        lines += screen_lines(number, step)
    return '\n'.join(lines)


def texts_of(screen: Screen) -> list[str]:
    """Every text a screen shows, as its user reads it."""
    texts = [screen.question, screen.subquestion, screen.top, screen.under, screen.continue_label, screen.back_label,
             *(note.text for note in screen.notes)]
    for entry in screen.entries:
        texts += [entry.label, entry.hint, entry.none_label, *(choice.label for choice in entry.choices)]
    texts += [button.label for button in screen.buttons]
    return [plain(text) for text in texts if text and text != 'no label']
