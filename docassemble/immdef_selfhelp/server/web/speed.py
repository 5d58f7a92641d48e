"""Importing this shortens three ways that docassemble 1.10.13 goes many times for every answer. What comes out is the same, to the letter.

1. Every label and every choice goes through Markdown, half a millisecond each. A plain sentence of letters comes back in a paragraph, no more.
2. Each object of a session that is read asks, in vain and through docassemble's own `__getattr__`, whether it wants to be restored in a special way.
3. Each request builds a reader of Markdown, as expensive as reading a session of forty events. docassemble tells its reader to forget the text
   before (`reset`) each time it reads one, so each thread can keep its own.
"""
import threading
from types import SimpleNamespace
from typing import Any

import markdown
from docassemble.base import thread_context
from docassemble.base.util import DAObject

# No digit, dash, quotation mark, colon or bracket: those can begin a list, a quotation, an address or an HTML tag.
PLAIN = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáéíóúüñÁÉÍÓÚÜÑ ,;?!¿¡')

_convert = markdown.Markdown.convert


def is_plain(text: str) -> bool:
    """Whether Markdown would only put a paragraph around this text."""
    sentence = text.strip('\n')
    return sentence != '' and sentence == sentence.strip() and PLAIN.issuperset(sentence)


def convert(self: markdown.Markdown, source: str) -> str:
    """Markdown to HTML; a plain sentence without the machinery."""
    return f'<p>{source.strip(chr(10))}</p>' if is_plain(source) else _convert(self, source)


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
