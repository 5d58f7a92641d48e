"""A session that also draws each page, with docassemble's own code for it, and notes every word that has no Spanish."""
from typing import Any

from bs4 import BeautifulSoup

from docassemble.immdef_selfhelp.walk.engine import start
from docassemble.immdef_selfhelp.walk.posting import Request
from docassemble.immdef_selfhelp.walk.session import Session

DRAWN = ('fields', 'multiple_choice', 'settrue', 'deadend')
# What the web application adds to the status before it draws (docassemble.webapp.interview.views, 1.10.13).
EMPTY = ('exit_label', 'title', 'display_title', 'tabtitle', 'short_title', 'display_short_title', 'nav_item', 'post', 'footer', 'submit',
         'cornerback')
AROUND = {'using_navigation': False, 'exit_url': None, 'exit_link': 'leave', 'title_url': None, 'title_url_opens_in_other_window': True,
          **dict.fromkeys(EMPTY, '')}


class Words(dict[str, str]):
    """The Spanish words, with a note of what was looked for and is not there."""

    def __init__(self, known: dict[str, str]) -> None:
        super().__init__(known)
        self.missing: set[str] = set()

    def __missing__(self, word: str) -> str:
        self.missing.add(word)
        raise KeyError(word)


def spanish_words() -> Words:
    """docassemble's own table of Spanish words, from now on with notes."""
    start()
    from docassemble.base.language.words import word_collection
    found = word_collection['es']
    if not isinstance(found, Words):
        found = word_collection['es'] = Words(found)
    return found


class PageSession(Session):
    """A session that keeps the HTML of every page it shows."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        super().__init__()

    def _finish(self, request: Request, changed: bool) -> None:
        super()._finish(request, changed)
        if self.screen is not None and self.screen.kind in DRAWN:
            self.pages.append(self.drawn(request))

    def drawn(self, request: Request) -> str:
        """The HTML of the page."""
        from docassemble.base.standardformatter import as_html
        assert self.screen is not None
        status: Any = request.status
        around = AROUND | {'pre': self.screen.top, 'back': self.screen.back_label,
                           'special_vars': {name: request.dictionary[name] for name in 'xijklmn' if name in request.dictionary}}
        for name, value in around.items():
            setattr(status, name, value)
        return str(as_html(status, False, '/', {'rules': {}, 'messages': {}}, {}, '', 1))


def lines_of(page: str) -> list[str]:
    """The text of a page, a line for each piece."""
    return [' '.join(line.split()) for line in BeautifulSoup(page, 'html.parser').get_text('\n').split('\n') if line.strip()]
