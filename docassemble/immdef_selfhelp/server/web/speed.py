"""Importing this shortens five ways that docassemble's web application 1.10.13 goes for every answer. What comes out is the same, to the letter.

1. The settings of a page's script are put into the store by four questions and answers, and each page fetches them from there. They stand in the
   page instead: a phone on a thin line waits for one thing less, and the store keeps nothing of a family's page.
2. The name of each field is read as Python, to see that it is harmless, each time it is sent.
3. The address of each script and style sheet is made anew, three times for every screen, though it stays while the server runs.
4. What was typed is read as HTML to leave out its tags, also where no character can begin one.
5. Each screen asks the store whether an adviser has taken the page over. No adviser can: the routes for it are closed (`wsgi`).
"""
import json
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from bs4 import BeautifulSoup
from docassemble.webapp.daredis import r
from docassemble.webapp.interview import views
from docassemble.webapp.utils import helpers
from flask import request

from docassemble.immdef_selfhelp.server.web.rebinding import replace

NAMES = 2048

# With none of these, nothing is a tag or stands for another character.
MARKUP = frozenset('<&')
FILES = 64
TAKEN_OVER = 'da:control:'

_address_of, _get = helpers.get_url_from_file_reference, r.get


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


replace(helpers.redis_script, settings_script)
replace(helpers.illegal_variable_name, lru_cache(NAMES)(helpers.illegal_variable_name))
replace(helpers.get_url_from_file_reference, address_of)
views.BeautifulSoup = without_tags
r.get = get
