# do not pre-load: belongs to the local server's web application
"""What every page of a workshop needs: the store, who is signed in, which family a phone is, and the page itself."""
import functools
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import redis
from docassemble.base.config import daconfig
from docassemble.base.language.control import set_language
from docassemble.base.language.words import word
from docassemble.webapp.sessions import get_session
from flask import Blueprint, Response, g, make_response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview.tasks import TASKS
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.server.coming_back.open_session import INTERVIEW, server_secret
from docassemble.immdef_selfhelp.server.coming_back.routes import BOOTSTRAP, RECIPES, bar_menu, language, ours, static_file
from docassemble.immdef_selfhelp.server.coming_back.sealing import mark_of
from docassemble.immdef_selfhelp.server.run import network
from docassemble.immdef_selfhelp.server.workshop import privileges
from docassemble.immdef_selfhelp.workshop import counts, words
from docassemble.immdef_selfhelp.workshop.codes import shown_code
from docassemble.immdef_selfhelp.workshop.store import HELPER, LEADER, REVIEWER, ROLES, Place, Store

pages = Blueprint('workshop', __name__, template_folder='pages')
SIGNED_IN = 'workshop'
FORBIDDEN, NOT_MODIFIED, SEE_OTHER = 403, 304, 303
# Seconds between two looks: the board for each who watches it, within these; a phone more seldom (Kolibri's rule: the server says how often).
BOARD_SECONDS, PHONE_SECONDS = (2, 4), 6
SETTINGS: dict[str, Any] = daconfig['workshop']


@cache
def store() -> Store:
    """The store of this server: the cache that all servers of a workshop share."""
    return Store(redis.Redis.from_url(daconfig['redis'], decode_responses=True, health_check_interval=30))


# Who asks

@dataclass(frozen=True)
class Leader:
    """Whoever is signed in: the role, the workshop (none before it is opened) and the letters that stand beside a raised hand."""

    role: str
    workshop: str
    name: str

    @property
    def leads(self) -> bool:
        """Whether it is a leader and not a helper."""
        return self.role == LEADER


def signed_in() -> Leader | None:
    """Who is signed in on this browser; None for a family, a stranger, and for whom a workshop is over."""
    kept = session.get(SIGNED_IN)
    # docassemble's privilege decides; the browser session only tells which workshop, and which letters
    return Leader(kept['role'], kept['id'], kept['name']) if kept and kept['role'] in ROLES and privileges.holds(kept['role']) else None


def sign_in(role: str, workshop: str, name: str) -> None:
    """Make this browser a leader's, a helper's or a reviewer's, under a browser session of its own, with docassemble's privilege."""
    session.regenerate()  # type: ignore[attr-defined]
    privileges.log_in(role)
    session[SIGNED_IN] = {'role': role, 'id': workshop, 'name': name}


def for_roles(*roles: str) -> Callable[[Callable[..., AnyResponse]], Callable[..., AnyResponse]]:
    """A page for these roles; everybody else is told how one signs in, and nothing of the workshop."""
    def guarded(view: Callable[..., AnyResponse]) -> Callable[..., AnyResponse]:
        @functools.wraps(view)
        def answer(*rest: Any, **more: Any) -> AnyResponse:
            leader = signed_in()
            if leader is None or leader.role not in roles:
                return page('not_leader', FORBIDDEN)
            return view(leader, *rest, **more)
        return answer
    return guarded


for_leaders, for_helpers, for_reviewers = for_roles(LEADER), for_roles(LEADER, HELPER), for_roles(REVIEWER)


def mark(number: str) -> str:
    """A session number as the workshop's data hold it."""
    return mark_of(f'workshop {number}', server_secret())


def my_mark() -> str:
    """The mark of the session this phone has open; nothing when it has none."""
    known = get_session(INTERVIEW)
    return mark(str(known['uid'])) if known else ''


def my_place() -> Place | None:
    """Which family of which workshop this phone is; looked up once a request."""
    if 'workshop_place' not in g:
        mine = my_mark()
        place = store().place(mine) if mine else None
        g.workshop_place = place if place and store().about(place.workshop) else None
    found: Place | None = g.workshop_place
    return found


# The page

def titles() -> dict[str, str]:
    """The title of each task by its id, in English."""
    return {task.id: task.title for task in TASKS}


def render(name: str, **more: Any) -> str:
    """One template in the language of the screen."""
    chosen = language()
    set_language(chosen)
    spoken = [(code, partial(word, language=code)) for code in LANGUAGES]
    return render_template(f'taller/{name}.html', language=chosen, word=partial(word, language=chosen), spoken=spoken, tasks=titles(), words=words,
                           shown_code=shown_code, shown_count=counts.shown, interview=url_for('interview.index'), **more)


def page(name: str, status: int = 200, **more: Any) -> Response:
    """A whole page."""
    styles = [*map(static_file, BOOTSTRAP), ours('selfhelp.css'), ours('workshop.css')]
    return make_response(render(name, styles=styles, scripts=[ours('selfhelp.js'), ours('workshop.js')], leave=url_for(RECIPES),
                                menu=bar_menu(), **more), status)


def part(name: str, seconds: float, **more: Any) -> Response:
    """A part of a page that is asked for again and again: nothing is sent when it is as before (`ETag`), and the server says when to ask again."""
    text = render(name, **more)
    tag = hashlib.sha256(text.encode()).hexdigest()[:16]
    same = tag in request.headers.get('If-None-Match', '')  # the compression adds to what we sent
    response = Response('' if same else text, NOT_MODIFIED if same else 200, mimetype='text/html')
    response.headers['ETag'] = f'"{tag}"'
    response.headers['X-Again'] = str(seconds)
    return response


def go(endpoint: str, **values: Any) -> AnyResponse:
    """To another page, after a form."""
    return redirect(url_for(f'workshop.{endpoint}', **values), SEE_OTHER)


def addresses() -> list[str]:
    """The addresses phones can open, as the network is now: the travel router may have been plugged in after the start."""
    if SETTINGS['behind_https']:
        return [request.host_url]
    found = network.addresses(SETTINGS['host'], SETTINGS['port'])
    return found or [request.host_url]
