# pre-load: docassemble servers import a module of a package at start when they find these words
"""A link for a sponsor: `/nota` makes it on the family's phone, `/nota/<word>` opens an empty interview on the sponsor's, once and within a day.

It carries a random word and nothing of a case (`one_time`). Looking at it does not use it up; pressing its button does. What it opens is another
session with another key in another browser session: no way leads from it to the family's. docs/adr/032.
"""
from functools import partial
from urllib.parse import urlsplit

from docassemble.base.language.words import word
from docassemble.webapp.app_object import flaskapp as app
from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.server import qr
from docassemble.immdef_selfhelp.server.coming_back import one_time, reachable, throttle
from docassemble.immdef_selfhelp.server.coming_back.open_session import Session, erase_session, server_secret
from docassemble.immdef_selfhelp.server.coming_back.routes import begin_anew, language, page
from docassemble.immdef_selfhelp.story.case import SPONSOR

# The word of the link stands in the address of its page: no page that comes after is told more of it than the name of this server.
REFERRER = 'strict-origin'
GONE = 410
invitations = Blueprint('invitation', __name__, template_folder='pages')


@invitations.after_request
def tell_no_more(response: Response) -> Response:
    """Also on a docassemble server that is not ours."""
    response.headers['Referrer-Policy'] = REFERRER
    return response


@invitations.get('/nota')
def make_page() -> AnyResponse:
    """Where a family makes a link, with where to send it. Not on a phone that somebody may look through."""
    return show_make(Session.open())


def show_make(open_now: Session | None, problem: str = '', status: int = 200) -> AnyResponse:
    """The page that makes a link, or that of a phone with nothing open."""
    here = url_for('invitation.make_page')
    if open_now is None:
        return page('nothing_open', here=here)
    return page('invitation_make', status, here=here, watched=open_now.watched, problem=problem)


@invitations.post('/nota')
def make_link() -> AnyResponse:
    """Make a link and show it, this once. Nothing of the session goes with it, and the session keeps nothing of it."""
    open_now = Session.open()
    if open_now is None or open_now.watched:
        return show_make(open_now)
    if not throttle.may_make(open_now.mark):
        return show_make(open_now, 'too_many', 429)
    path = url_for('invitation.open_page', token=one_time.make(server_secret()))
    address = (reachable.for_other_phones() or request.host_url).rstrip('/') + path
    same_network = urlsplit(address).netloc != request.host
    return page('invitation_link', here=url_for('invitation.make_page'), link=address, picture=qr.drawing(address), same_network=same_network)


@invitations.get('/nota/<token>')
def open_page(token: str) -> AnyResponse:
    """What the link opens and what it does not, with a button; or that it has ended. The link is not used up by looking."""
    if not one_time.is_open(token, server_secret()):
        return show_ended()
    open_now = Session.open()
    return page('invitation_open', here=url_for('invitation.open_page', token=token), has_story=open_now is not None and open_now.has_story)


@invitations.post('/nota/<token>')
def open_link(token: str) -> AnyResponse:
    """Begin an empty interview for a sponsor, if the link still opens. What was open and empty here is erased."""
    if not one_time.take(token, server_secret()):
        return show_ended()
    before = Session.open()
    if before and not before.has_story:
        erase_session(before.number)
    response = redirect(url_for('interview.index'), 303)
    begin_anew({'preparing_for': SPONSOR}, language(), response)
    return response


def show_ended() -> AnyResponse:
    """A link that was used or is older than a day, or never was one: the same kind page, in both languages at once."""
    other = next(code for code in LANGUAGES if code != language())
    return page('invitation_ended', GONE, here=url_for('invitation.make_page'),
                other_language=other, other=partial(word, language=other))


app.register_blueprint(invitations)
ENDPOINTS = frozenset(name for name in app.view_functions if name.startswith(f'{invitations.name}.'))
