"""A phone whose browser runs no script, or on which docassemble's script broke: its forms are understood all the same.

docassemble 1.10.13 leaves three things to its script. The script tells which fields the person saw (`_visible`), and only of those does the server
believe that nothing was ticked: without it a list with no tick comes back again and again. And the script shows a field that stands under a
condition, and asks for its answer only then: without it the field is hidden, and where it is required the browser refuses to send the form. And the
script shows why an answer was refused: without it the same screen came back without a word.
docs/use/access.md says what still needs the script.
"""
import html
import json
import re
from base64 import b64decode, b64encode
from binascii import Error
from typing import Any

from docassemble.base import standardformatter
from flask import Response, g, has_request_context, request
from werkzeug.datastructures import ImmutableMultiDict

from docassemble.immdef_selfhelp.server.web import cross_site

VISIBLE, TICKS, NAMES = '_visible', '_checkboxes', '_varnames'
# docassemble's name of a field under a condition begins with the base64 of `_field`.
SHOWN = '<noscript><style>.dashowif{display:block!important}</style></noscript></head>'
CONDITIONAL = re.compile(r'(<(?:input|select|textarea)\b[^>]*\bname="X2ZpZWxk[^>]*?)\s+required(?=[\s>])')


def listed(name: str) -> list[str]:
    """The names in a hidden field of the form; none when it holds something else."""
    packed = request.form.get(name, '')
    try:
        found = json.loads(b64decode(packed + '=' * (-len(packed) % 4)))
    except (Error, ValueError):
        return []
    return list(found) if isinstance(found, dict) else []


def tell_what_was_seen() -> None:
    """Add to a form that was sent without the script what the script would have told: every field was seen."""
    if request.method != 'POST' or 'ajax' in request.form or request.form.get(VISIBLE) != '':
        return
    sent = list(request.form.items(multi=True))
    seen = {*listed(TICKS), *(name for name in listed(NAMES) if name in request.form), *(name for name, _ in sent if not name.startswith('_'))}
    packed = b64encode(json.dumps(sorted(seen)).encode()).decode()
    request.form = ImmutableMultiDict([*((name, value) for name, value in sent if name != VISIBLE), (VISIBLE, packed)])


_add_validation = standardformatter.add_validation


def add_validation_and_note(scripts: Any, rules: Any, refused: dict[str, str] | None) -> None:
    """Give the script what it shows of refused answers, and keep it for a page without the script."""
    _add_validation(scripts, rules, refused)
    if refused and has_request_context():
        g.refused = {name: html.escape(str(sentence)) for name, sentence in refused.items()}


def say_why(page: str) -> str:
    """The page with the sentences of refused answers under its question, and each of their fields marked and told by its sentence."""
    told = ''
    for number, (name, sentence) in enumerate(g.get('refused', {}).items()):
        told += f'<p class="problem" id="refused{number}" role="alert">{sentence}</p>'
        field = re.compile(rf'(<(?:input|select|textarea)\b[^>]*\bname="{re.escape(name)}")')
        page = field.sub(rf'\1 aria-invalid="true" aria-describedby="refused{number}"', page, count=1)
    return page.replace('</h1>', f'</h1><noscript>{told}</noscript>', 1) if told else page


def ask_what_applies(response: Response) -> Response:
    """The page as a browser without the script can show and send it; a reply to the script is left alone."""
    if response.mimetype == 'text/html' and request.endpoint in cross_site.INTERVIEW and not response.is_streamed:
        page = CONDITIONAL.sub(r'\1', response.get_data(as_text=True)).replace('</head>', SHOWN, 1)
        response.set_data(say_why(page))
    return response


standardformatter.add_validation = add_validation_and_note
