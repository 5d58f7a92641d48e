# do not pre-load: belongs to the local server's web application
"""Addresses that say nothing to whoever looks at the history of a browser: the interview is `/`, whatever is asked.

docassemble writes the name of the interview into every address, and its package with it (`/interview?i=docassemble.immdef_selfhelp:...`). Here one
interview is the usual one, so its name is left out where an address is made and put back where one comes in. Old addresses still work. docs/adr/016.
"""
from typing import Any

from docassemble.base.config import daconfig
from docassemble.webapp.app_object import flaskapp as app

ROOT, INTERVIEW = 'interview.rootindex', 'interview.index'

_url_for = app.url_for


def url_for(endpoint: str, **values: Any) -> str:
    """The address of a page, as Flask makes it; that of the interview without its name."""
    if endpoint == INTERVIEW:
        if values.get('i') == daconfig['default interview']:
            del values['i']
        if 'i' not in values:
            endpoint = ROOT
    return _url_for(endpoint, **values)


app.url_for = url_for
# docassemble takes no form at the root.
app.add_url_rule('/', endpoint=INTERVIEW, view_func=app.view_functions[INTERVIEW], methods=['POST'])
