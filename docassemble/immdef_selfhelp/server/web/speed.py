"""Importing this shortens eight ways that docassemble 1.10.13 goes many times for every answer. What comes out is the same, to the letter.

1. Every label and every choice goes through Markdown, half a millisecond each. Plain sentences come back in a paragraph, no more; why we ask comes
   back as it went.
2. Each object of a session that is read asks, in vain and through docassemble's own `__getattr__`, whether it wants to be restored in a special way.
3. Each request builds a reader of Markdown, as expensive as reading a session of forty events. docassemble tells its reader to forget the text
   before (`reset`) each time it reads one, so each thread can keep its own.
4. The settings of a page's script are put into the store by four questions and answers, and each page fetches them from there. They stand in the
   page instead: a phone on a thin line waits for one thing less, and the store keeps nothing of a family's page.
5. The name of each field is read as Python, to see that it is harmless, each time it is sent.
6. The address of each script and style sheet is made anew, three times for every screen, though it stays while the server runs.
7. What was typed is read as HTML to leave out its tags, also where no character can begin one.
8. Each screen asks the store whether an adviser has taken the page over. No adviser can: the routes for it are closed (`wsgi`).
"""
import json
import re
import threading
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import markdown
from bs4 import BeautifulSoup
from docassemble.base import thread_context
from docassemble.base.util import DAObject
from docassemble.webapp.daredis import r
from docassemble.webapp.interview import views
from docassemble.webapp.utils import helpers
from flask import request

from docassemble.immdef_selfhelp.server.web.rebinding import replace

# No digit, dash, quotation mark or bracket: those can begin a list, a quotation or an HTML tag.
PLAIN = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúüñÁÉÍÓÚÜÑ ,;?!¿¡')
# Three full stops become one sign and a colon can begin a definition or an address, but not behind a word and before a space.
BEHIND_A_WORD = re.compile(r'(?<=[^\W\d_])[.:](?= |$)')
# Markdown leaves a quotation in HTML as it is, and reads what comes after it as a text of its own.
BLOCK = re.compile(r'\n*(<blockquote>(?:(?!</?blockquote>|\n).)*</blockquote>)(?:\n\n+(?=[^\s<])(.*))?', re.DOTALL)
NAMES = 2048

# With none of these, nothing is a tag or stands for another character.
MARKUP = frozenset('<&')


FILES = 64
TAKEN_OVER = 'da:control:'

_convert = markdown.Markdown.convert
_address_of, _get = helpers.get_url_from_file_reference, r.get


def is_plain(text: str) -> bool:
    """Whether Markdown would only put a paragraph around this text."""
    sentence = text.strip('\n')
    return sentence != '' and sentence == sentence.strip() and PLAIN.issuperset(BEHIND_A_WORD.sub('', sentence))


def convert(self: markdown.Markdown, source: str) -> str:
    """Markdown to HTML; a plain sentence and a block of HTML without the machinery."""
    if is_plain(source):
        return f'<p>{source.strip(chr(10))}</p>'
    if block := BLOCK.fullmatch(source):
        quoted, rest = block.groups()
        return f'{quoted}\n\n{convert(self, rest)}' if rest else str(quoted)
    return _convert(self, source)


def restore(self: Any, state: dict[str, Any]) -> None:
    """What pickle does with an object that has no way of its own."""
    self.__dict__.update(state)


def reader_of_this_thread(**options: Any) -> markdown.Markdown:
    """The reader of Markdown that this thread built at its first request; it holds nothing of the last text."""
    if vars(_readers).get('options') != options:
        _readers.options, _readers.reader = options, markdown.Markdown(**options)
    reader = _readers.reader.reset()
    reader.lines = []
    return reader


def settings_script(settings: dict[str, Any]) -> str:
    """The tag of the script with a page's settings, in whose addresses no name stands that a request brought along.

    A module runs when a fetched script would: after those before it, once the page is read.
    """
    here = {name: value.removeprefix(request.host_url.rstrip('/')) if isinstance(value, str) else value for name, value in settings.items()}
    said = json.dumps(here).replace('<', '\\u003c')
    return f'<script type="module">Object.assign(window, {said});</script>'


@lru_cache(FILES)
def address_of_package_file(reference: str, package: str) -> Any:
    """The address of a file that belongs to a package."""
    return _address_of(reference, {'_package': package})


def address_of(reference: Any, options: dict[str, Any]) -> Any:
    """The address that docassemble gives a file."""
    if isinstance(reference, str) and reference.endswith(('.js', '.css')) and options.keys() == {'_package'}:
        return address_of_package_file(reference, options['_package'])
    return _address_of(reference, options)


def without_tags(typed: str, parser: str) -> Any:
    """What was typed as HTML, of which `get_text` is asked; words without a sign of HTML are their own text."""
    if MARKUP.isdisjoint(typed) and not typed.isspace():
        return SimpleNamespace(get_text=lambda _between: typed)
    return BeautifulSoup(typed, parser)


def get(name: str | bytes) -> Any:
    """What the store keeps under a name; nothing keeps who has taken a page over."""
    return None if isinstance(name, str) and name.startswith(TAKEN_OVER) else _get(name)


_readers = threading.local()
thread_context.markdown = SimpleNamespace(Markdown=reader_of_this_thread)
markdown.Markdown.convert = convert
DAObject.__setstate__ = restore
replace(helpers.redis_script, settings_script)
replace(helpers.illegal_variable_name, lru_cache(NAMES)(helpers.illegal_variable_name))
replace(helpers.get_url_from_file_reference, address_of)
views.BeautifulSoup = without_tags
r.get = get
