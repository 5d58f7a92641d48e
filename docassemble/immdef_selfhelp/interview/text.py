"""What a person typed, on a screen: never read as markup, never cut without saying so."""
import html
import re
from typing import Any

MARKDOWN = re.compile(r'([\\`*_{}\[\]()#+\-.!|~$%:@=])')


def told(text: Any, limit: int | None = None) -> str:
    """What a person typed, safe to put on a screen: markup and Markdown become plain characters, lines stay lines.

    `limit` cuts after that many characters, with an ellipsis. Returns HTML.
    """
    typed = '' if text is None else str(text)
    if limit is not None and len(typed) > limit:
        typed = typed[:limit].rstrip() + '…'
    pieces = (html.escape(character, quote=True) if character in '<>&"\'' else MARKDOWN.sub(lambda found: f'&#{ord(found.group(1))};', character)
              for character in typed.replace('\r\n', '\n'))
    return ''.join(pieces).replace('\n', '<br>')


def items(sentences: list[str]) -> str:
    """An HTML list of sentences that are already safe."""
    return '<ul>' + ''.join(f'<li>{sentence}</li>' for sentence in sentences) + '</ul>' if sentences else ''
