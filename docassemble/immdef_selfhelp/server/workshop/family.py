# do not pre-load: belongs to the local server's web application
"""What a family does in a workshop: join, ask for help, tell the leader what it ticks, answer the quiz, leave. Never anything of its answers."""
import re
from typing import Any

from docassemble.webapp.interview import helpers
from docassemble.webapp.lock import lock_context
from flask import request, session
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview.answers import today_here
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.server.coming_back import addresses, copies, throttle
from docassemble.immdef_selfhelp.server.coming_back.open_session import INTERVIEW, OLDER_SECRET_COOKIE, SECRET_COOKIE, Session, server_secret
from docassemble.immdef_selfhelp.server.coming_back.routes import begin_anew
from docassemble.immdef_selfhelp.server.workshop.common import PHONE_SECONDS, go, mark, my_mark, my_place, page, pages, part, store
from docassemble.immdef_selfhelp.workshop import codes, print_hold, words
from docassemble.immdef_selfhelp.workshop.rows import FLAG
from docassemble.immdef_selfhelp.workshop.slides import answers, question_of
from docassemble.immdef_selfhelp.workshop.store import JOINING, Place

# A browser inside another app, or the window in which a phone signs in to a Wi-Fi: both forget cookies. Source: what they call themselves.
INSIDE = re.compile(r'FBA[NV]|Instagram|WhatsApp|Line/|MicroMessenger|musical_ly|Telegram|; wv\)|CaptiveNetworkSupport|CaptivePortal')
WRONG, TOO_MANY = 422, 429


def is_inside_another_app(browser: str) -> bool:
    """Whether a page is shown inside another app, by what the browser calls itself."""
    return INSIDE.search(browser) is not None


@pages.get('/taller')
def taller() -> AnyResponse:
    """A family's own page in the workshop; before it has joined, the page on which it joins."""
    place = my_place()
    scanned = request.args.get('c')
    if place is None or (scanned and scanned != store().about(place.workshop).get('code')):
        return show_join()
    return page('family', place=place, **told(place))


def told(place: Place) -> dict[str, Any]:
    """What the family's page shows."""
    about, kept = store().about(place.workshop), store().family(place)
    agenda = about.get('agenda', '').split()
    at = int(about.get('agenda_at', 0))
    question = about.get('question', '')
    return {'kept': kept, 'ticked': any(name.startswith(FLAG) for name in kept),
            'message': store().message_to(place).partition(':')[0],
            'now_at': agenda[at].partition(':')[0] if agenda else '',
            'question': question_of(question) if question and f'shown:{question}' not in about else None,
            'waiting': print_hold.waits(store(), place), 'answers': answers,
            'voted': bool(question) and store().has_voted(place, question)}


@pages.get('/taller/parte')
def family_part() -> AnyResponse:
    """What changes on the family's page."""
    place = my_place()
    return go('taller') if place is None else part('family_part', PHONE_SECONDS, place=place, **told(place))


def show_join(problem: str = '', status: int = 200, **more: Any) -> AnyResponse:
    """The page on which a family joins."""
    inside = is_inside_another_app(request.user_agent.string)
    return page('join', status, problem=problem, code=request.values.get('c', '')[:12], inside=inside, **more)


@pages.post('/taller/unirse')
def join() -> AnyResponse:
    """Take part, with a session of this phone's own: the one it has, or a new one. Guessed codes are counted like wrong words."""
    chosen = request.form.get('language', '')
    counted = throttle.place_of(addresses.address_of(request), server_secret())
    if minutes := throttle.minutes_to_wait(counted):
        return show_join('wait', TOO_MANY, minutes=minutes)
    try:
        workshop = store().of_code(codes.read_code(request.form.get('c', '')))
    except codes.NoCode:
        return show_join('not_six', WRONG)
    if workshop is None:
        throttle.count_wrong(counted)
        return show_join('no_such', WRONG)
    if chosen not in LANGUAGES:
        return show_join('language', WRONG)
    return take_part(workshop, chosen)


def take_part(workshop: str, chosen: str) -> AnyResponse:
    """Give the phone its number in the workshop."""
    if store().about(workshop).get(JOINING) != '1' and my_place() is None:
        return show_join('closed', WRONG)  # before a session is begun that nobody could open
    open_now, response = Session.open(), go('taller')
    number = open_now.number if open_now else begin_anew({'user_language': chosen}, chosen, response)
    if (place := store().place(mark(number))) and place.workshop != workshop:
        store().leave(mark(number))
    if not store().join(workshop, mark(number), chosen):
        return show_join('closed', WRONG)
    return response


@pages.post('/taller/ayuda')
def ask_for_help() -> AnyResponse:
    """Raise the hand, or take it down."""
    if place := my_place():
        (store().lower_hand if request.form.get('hand') == 'down' else store().raise_hand)(place)
    return go('taller')


@pages.post('/taller/avisos')
def tell_leader() -> AnyResponse:
    """What the leader shall know: what is ticked, and nothing else."""
    if place := my_place():
        ticked = {name: request.form.get(f'{name}_value', '1').strip() for name in words.FLAGS if request.form.get(name)}
        store().tick(place, ticked)
    return go('taller')


@pages.post('/taller/voto')
def vote() -> AnyResponse:
    """The answer of a family to the question on the wall."""
    place, (question, _, choice) = my_place(), request.form.get('vote', '').partition(':')
    if place and question_of(question) and choice in ('right', 'wrong', 'unknown'):
        store().vote(place, question, choice)
    return go('taller')


@pages.post('/taller/salir')
def leave() -> AnyResponse:
    """Take part no longer. The answers stay on this phone."""
    if mine := my_mark():
        store().leave(mine)
    return page('left')


@pages.get('/taller/siguiente')
def next_family_page() -> AnyResponse:
    """Before the phone is handed on: what is erased, and how to take it along first."""
    open_now = Session.open()
    kept = open_now is not None and any(copies.last_day(one, today_here()) for one in open_now.marks)
    return page('next_family', kept=kept, anything=open_now is not None)


@pages.post('/taller/siguiente')
def next_family() -> AnyResponse:
    """Leave nothing of this family on the phone, nor answers that nobody could open any more. A copy with five words stays."""
    if mine := my_mark():
        store().leave(mine)
    if open_now := Session.open():
        with lock_context(open_now.number, INTERVIEW):
            helpers.reset_user_dict(open_now.number, INTERVIEW, force=True)
    session.clear()
    session.regenerate()  # type: ignore[attr-defined]
    response = go('taller')
    for cookie in (SECRET_COOKIE, OLDER_SECRET_COOKIE):
        response.delete_cookie(cookie)
    return response


@pages.get('/taller/<any(unirse, ayuda, avisos, voto, salir):_form>')
def family_form(_form: str) -> AnyResponse:
    """The address of a form, typed or kept: back to the page it stands on."""
    return go('taller')
