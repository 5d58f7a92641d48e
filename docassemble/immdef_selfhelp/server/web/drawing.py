# do not pre-load: belongs to the local server's web application
"""Importing this shortens three ways that docassemble 1.10.13 goes many times for each screen. What comes out is the same, to the letter.

1. Every label and every choice goes through Markdown, half a millisecond each. Plain sentences come back in a paragraph, no more; why we ask comes
   back as it went.
2. Each object of a session that is read asks, in vain and through docassemble's own `__getattr__`, whether it wants to be restored in a special way.
3. Each request builds a reader of Markdown, as expensive as reading a session of forty events. docassemble tells its reader to forget the text
   before (`reset`) each time it reads one, so each thread can keep its own.
"""
import re
import threading
from types import SimpleNamespace
from typing import Any

import markdown
from docassemble.base import thread_context
from docassemble.base.util import DAObject

# No digit, dash, quotation mark or bracket: those can begin a list, a quotation or an HTML tag.
PLAIN = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúüñÁÉÍÓÚÜÑ ,;?!¿¡')
# Three full stops become one sign and a colon can begin a definition or an address, but not behind a word and before a space.
BEHIND_A_WORD = re.compile(r'(?<=[^\W\d_])[.:](?= |$)')
# Markdown leaves a quotation in HTML as it is, and reads what comes after it as a text of its own.
BLOCK = re.compile(r'\n*(<blockquote>(?:(?!</?blockquote>|\n).)*</blockquote>)(?:\n\n+(?=[^\s<])(.*))?', re.DOTALL)

_convert = markdown.Markdown.convert


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


_readers = threading.local()
thread_context.markdown = SimpleNamespace(Markdown=reader_of_this_thread)
markdown.Markdown.convert = convert
DAObject.__setstate__ = restore
