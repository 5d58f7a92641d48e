# do not pre-load: belongs to the local server's web application
"""What a request may bring along: nothing that another web site, a link in a message or somebody with the phone in hand has put there.

docassemble 1.10.13 obeys addresses, also that of a picture. `?reset=1` or `/exit` in a link deletes a family's answers, `?session=` opens another
session, `?js_target=` gives the page and its token to a script, and a `secret` cookie that somebody set beforehand becomes the key of the answers
to come.
Source of the four remedies: OWASP Cheat Sheets "Cross-Site Request Forgery Prevention" and "Session Management".
"""
from urllib.parse import urlsplit

from docassemble.base.config import daconfig
from flask import request, session
from werkzeug.datastructures import ImmutableMultiDict

METHODS = frozenset({'GET', 'HEAD', 'POST'})
INTERVIEW = frozenset({'interview.index', 'interview.rootindex'})
# The only arguments of an address that mean something here; docassemble would keep any other among the answers.
NAME_OF_INTERVIEW, ACTION = 'i', 'action'
# What asks: a window, or a script of the page (which says by `Accept` that it wants what a window would get).
GOES, PAGE = frozenset({'document', 'empty'}), 'text/html'
# docassemble's keys and marks of a phone. They are worth nothing without the browser session they were given out with.
KEYS = frozenset({'secret', 'visitor_secret', 'ds'})
RENEWED = 'renewed'


def is_ours(address: str | None) -> bool:
    """Whether an `Origin` or `Referer` names this server: same host, same port."""
    return bool(address) and urlsplit(str(address)).netloc.lower() == request.host.lower()


def is_foreign_form() -> bool:
    """Whether a form says that it was sent from a page of somebody else. Old browsers say nothing; the token in the form guards those."""
    return request.method == 'POST' and 'Origin' in request.headers and not is_ours(request.headers['Origin'])


def goes_somewhere() -> bool:
    """Whether a person goes to this address, or a script of our page asks for it: not a picture, a frame or a style of a page, and not beforehand.

    Browsers say so by `Sec-Fetch-Dest`, but only over TLS and to this computer itself. By `Accept` they have always told a page from a picture;
    Chromium leaves it out for a link that downloads.
    """
    if 'Sec-Purpose' in request.headers or 'Purpose' in request.headers:
        return False
    return request.headers.get('Sec-Fetch-Dest', 'document') in GOES and PAGE in request.headers.get('Accept', PAGE)


def forget_what_a_link_brings() -> None:
    """Leave in the address only what means something, and an action only when somebody went to it from a page of ours."""
    obeyed = is_ours(request.referrer) and (request.method == 'POST' or goes_somewhere())
    kept = {name: value for name, value in request.args.items() if name == NAME_OF_INTERVIEW or (name == ACTION and obeyed)}
    # Addresses of ours do not name the interview (`neutral`); docassemble would take the one the phone had last.
    request.args = ImmutableMultiDict({NAME_OF_INTERVIEW: daconfig['default interview']} | kept)


def renew_session() -> None:
    """No key and no browser session from before a family begins is used after it has begun (session fixation).

    A key without a session of ours is dropped, so docassemble makes one. The browser session gets another number with the first answer: later, a
    reply lost on a bad line would lose the family's work with it.
    """
    if 'tempuser' not in session:
        request.cookies = ImmutableMultiDict({name: value for name, value in request.cookies.items() if name not in KEYS})
    elif request.method == 'POST' and RENEWED not in session:
        session[RENEWED] = True
        session.regenerate()  # type: ignore[attr-defined]
