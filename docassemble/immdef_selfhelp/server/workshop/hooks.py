# do not pre-load: belongs to the local server's web application
"""What the interview tells a workshop while a family answers: the task, the part and that somebody answered. And what it shows: the family's number.

A phone that takes part in none costs one look into the cache.
"""
import html
from typing import Any

from docassemble.base.language.words import word
from docassemble.base.thread_context import this_thread
from docassemble.webapp.app_object import flaskapp as app
from docassemble.webapp.interview import views
from flask import Response, has_request_context, request, session, url_for

from docassemble.immdef_selfhelp.interview import look
from docassemble.immdef_selfhelp.interview.progress import WHERE
from docassemble.immdef_selfhelp.server.coming_back import open_session
from docassemble.immdef_selfhelp.server.web import cross_site, saving
from docassemble.immdef_selfhelp.server.workshop.common import mark, my_place, store
from docassemble.immdef_selfhelp.workshop import words

OK = 200
NOWHERE = ('', 0, 0)


def line_of_workshop() -> str:
    """Under the bar of each screen: the family's number, the way to its page, and what the leader has sent."""
    place = my_place() if has_request_context() else None
    if place is None:
        return ''
    message = store().message_to(place).partition(':')[0]
    said = f' <strong>{html.escape(word(words.MESSAGES[message]))}</strong>' if message else ''
    name = word('Workshop · Family {number}').format(number=place.number)
    return f'<p class="in-workshop"><a href="{url_for("workshop.taller")}" data-away>{html.escape(name)}</a>{said}</p>'


def tell_where(response: Response) -> Response:
    """After a screen of the interview: note where the family is."""
    where = this_thread.misc.pop(WHERE, NOWHERE) if hasattr(this_thread, 'misc') else NOWHERE
    if request.endpoint in cross_site.INTERVIEW and response.status_code == OK and (place := my_place()):
        store().seen(place, session.get('language', ''), where, answered=request.method == 'POST')
    return response


def opened_elsewhere(before: str, number: str) -> None:
    """The answers of a session go on in another one, on this or another phone: so does the family's place."""
    store().go_on(mark(before), mark(number))


def take_papers_back(number: str) -> None:
    """Something of a session was erased: papers that wait to be printed were made before it."""
    if place := store().place(mark(number)):
        store().forget_papers(place)


_reset_user_dict = views.reset_user_dict


def reset_and_leave(number: str, *rest: Any, **more: Any) -> Any:
    """Erase a session, as docassemble means to; the family takes part no longer."""
    store().leave(mark(number))
    return _reset_user_dict(number, *rest, **more)


look.UNDER_THE_BAR.append(line_of_workshop)
open_session.WHEN_OPENED.append(opened_elsewhere)
saving.WHEN_ERASED.append(take_papers_back)
views.reset_user_dict = reset_and_leave
app.after_request(tell_where)
