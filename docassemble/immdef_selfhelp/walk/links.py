"""The action links on a screen: what a person can tap besides answering."""
import base64
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from docassemble.immdef_selfhelp.walk.engine import engine_globals
from docassemble.immdef_selfhelp.walk.screens import Screen
from docassemble.immdef_selfhelp.walk.transcript import as_page


@dataclass(frozen=True)
class Link:
    """One action link: its words, the action and the arguments; `file` is the name of the file it downloads."""
    text: str
    action: str
    arguments: dict[str, Any] = field(default_factory=dict)
    file: str = ''


def links_of(screen: Screen) -> list[Link]:
    """Every action link in the text of a screen, above it and under its buttons, in order."""
    found = []
    with engine_globals():
        pages = [as_page(text) for text in (screen.top, screen.subquestion, screen.under) if text]
    for anchor in (anchor for page in pages for anchor in page.find_all('a', href=True)):
        packed = parse_qs(urlsplit(str(anchor['href'])).query).get('action')
        if packed:
            action = json.loads(base64.b64decode(packed[0] + '=' * (-len(packed[0]) % 4)))
            found.append(Link(' '.join(anchor.get_text(' ').split()), action['action'], action['arguments'], str(anchor.get('download') or '')))
    return found
