"""What a person typed, on a screen: never read as markup, never cut without saying so."""
import html
import re
from typing import Any

# What Markdown, docassemble's tags in brackets (`[CENTER]`, `[FILE 1]`) or its signs (`:smile:`) are made of.
MARKDOWN = re.compile(r'[\\`*_{}\[\]()#+\-.!|~$%:@=^"\'/]')
# Every way to end a line, Word's (vertical tab) and a page's (form feed) among them.
LINE_ENDS = re.compile('\r\n|[\r\v\f\x85\u2028\u2029]')
# In safe HTML: a tag, a character that stands there as an entity already, or text.
PIECES = re.compile(r'(<[^>]*>|&#?\w+;)')


def plain_signs(text: str) -> str:
    """A text that is safe as HTML, with each character that docassemble's filters would read as markup as an entity, which they leave alone."""
    return MARKDOWN.sub(lambda found: f'&#{ord(found[0])};', text)


def as_it_stands(page: str) -> str:
    """HTML that was cleaned (nh3: no attribute, no comment), so that what stands between its tags is shown letter for letter.

    docassemble reads a screen's text as its own tags and as Markdown, also inside HTML: `[CENTER]` ends a block of HTML, and the rest is Markdown.
    """
    return ''.join(piece if place % 2 else plain_signs(piece) for place, piece in enumerate(PIECES.split(page)))


def told(text: Any, limit: int | None = None) -> str:
    """What a person typed, safe to put on a screen: markup and Markdown become plain characters, lines stay lines.

    `limit` cuts after that many characters, with an ellipsis. Returns HTML.
    """
    typed = '' if text is None else str(text)
    if limit is not None and len(typed) > limit:
        typed = typed[:limit].rstrip() + '…'
    return as_it_stands(html.escape(LINE_ENDS.sub('\n', typed), quote=True)).replace('\n', '<br>')


def items(sentences: list[str]) -> str:
    """An HTML list of sentences that are already safe."""
    return '<ul>' + ''.join(f'<li>{sentence}</li>' for sentence in sentences) + '</ul>' if sentences else ''
