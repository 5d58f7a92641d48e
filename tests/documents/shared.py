"""What the tests of papers share: the day, the kinds of their fixtures, and texts that must come out as they were typed."""
import re
from collections.abc import Callable
from datetime import date

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from docassemble.immdef_selfhelp.documents.making.paper import Document
from docassemble.immdef_selfhelp.story.case import Case

ON = date(2026, 11, 25)
Make = Callable[[Document, Case], bytes]
Paper = Callable[[str, str, str], bytes]
Opened = Callable[[bytes], WordDocument]
ParagraphsOf = Callable[[bytes], list[Paragraph]]
TextsOf = Callable[[bytes], list[str]]
# What a template that reads typed text as its own would print.
PRODUCT = str(1009 * 1013)
HOSTILE = (
    '¡Ñandú, corazón! «á» “e” \u202eal revés', '👩‍👧‍👦 🇭🇳 e\u0301', 'palabra ' * 2_500,
    '${1009*1013} {{1009*1013}} {%p endfor %} {% raw %} {# no #}',
    '{_{1009*1013}_} {_% x %_}',
    '{text} {0} %s', '<b>no</b> <script>alert(1)</script> & &amp; "x" \'y\' </w:t>', 'control \x00\x07\x0b\x0c\x1b\ud800\ufffe fin',
    'una\nlínea\r\notra\u2028más\ttab', '  dos  espacios  ',
)


def style_of(paragraph: Paragraph) -> str:
    """The name of its style."""
    return paragraph.style.name or '' if paragraph.style else ''


def comes_out(typed: str) -> str:
    """How a hostile text must stand in a Word file: as typed, every kind of line end as one, without the few characters that XML cannot hold."""
    return re.sub('[\x00\x07\x1b\ud800\ufffe]', '', re.sub('\r\n|[\x0b\x0c\u2028]', '\n', typed))
