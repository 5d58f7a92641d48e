# pre-load: docassemble servers import a module of a package at start when they find these words
"""The pages with which a family goes on with another phone, without an account: `/copia` makes a code or a file, `/abrir` opens one.

Plain pages beside the interview, because a code or a password must not become an answer of a session, and opening begins another session with another
key (session fixation). They work without a script and obey forms only, each with its token. docs/adr/012.
"""
import json
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from docassemble.base import __version__ as docassemble_version
from docassemble.base.codec import myb64quote
from docassemble.base.generate_key import random_string
from docassemble.base.language.control import set_language
from docassemble.base.language.words import word
from docassemble.webapp.app_object import flaskapp as app
from docassemble.webapp.extensions import db
from docassemble.webapp.users.models import TempUser
from docassemble.webapp.utils.helpers import get_url_from_file_reference
from flask import Blueprint, Response, current_app, get_flashed_messages, make_response, redirect, render_template, request, session, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview import carried
from docassemble.immdef_selfhelp.interview.answers import today_here
from docassemble.immdef_selfhelp.interview.look import in_the_menu, script_words
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.server.coming_back import addresses, code_words, copies, open_session, reachable, sealing, throttle
from docassemble.immdef_selfhelp.server.coming_back.open_session import (
    DEVICE_COOKIE,
    OLDER_SECRET_COOKIE,
    SECRET_COOKIE,
    Session,
    erase_session,
    mark_of_session,
    server_secret,
)
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate

CHOSEN_HERE = 'page_language'
DAYS = (1, 3, 7, 14, 30)
USUAL_DAYS = 7
SHORTEST_PASSWORD = 10
# A name like the one of the page one leaves to. It says nothing, and whoever opens it sees nothing.
FILE_NAME = 'recetas.dat'
# Less than `maximum content length`, so that what is given out can be brought back.
LARGEST_FILE = 1_900_000
BOOTSTRAP = ('bootstrap/css/bootstrap.min.css', 'app/bundle.css')
STATIC = 'docassemble.immdef_selfhelp:data/static/'
HARMLESS = Path(__file__).parents[2] / 'data' / 'static' / 'recetas.html'
SCRIPTS = ('selfhelp.js', 'read_aloud.js', 'copies.js')
pages = Blueprint('selfhelp', __name__, template_folder='pages')


# The page

def language() -> str:
    """The language of the screen: the one asked for in the address, else that of the interview, else Spanish.

    Before the interview has begun, docassemble takes the language the browser asks for, which is seldom the reader's choice.
    """
    if request.args.get('language') in LANGUAGES:
        session['language'] = session[CHOSEN_HERE] = request.args['language']
    spoken = session.get('language' if session.get('sessions') else CHOSEN_HERE)
    return spoken if spoken in LANGUAGES else 'es'


def page(name: str, status: int = 200, here: str = '', **more: Any) -> Response:
    """One page in the language of the screen, in the look of the interview. `here`: its address, where it is none of these pages' own."""
    chosen = language()
    set_language(chosen)
    # While the template is read, docassemble sets the language of its own pages.
    text = render_template(
        f'{name}.html', language=chosen, word=partial(word, language=chosen), said=script_words(), menu=bar_menu(),
        styles=[*map(static_file, BOOTSTRAP), ours('selfhelp.css')], scripts=[ours(script) for script in SCRIPTS], leave=url_for(RECIPES),
        here=here or url_for('selfhelp.open_page' if name == 'open' else 'selfhelp.opened_page' if name == 'opened' else 'selfhelp.copy_page'),
        interview=url_for('interview.index'), address=reachable.for_other_phones() or request.host_url, only_here=not reachable.for_other_phones(),
        messages=get_flashed_messages(), days=DAYS, usual=USUAL_DAYS,
        shortest=SHORTEST_PASSWORD, file_name=FILE_NAME, **more)
    return make_response(text, status)


def bar_menu() -> list[tuple[str, str, str]]:
    """The menu of the bar on a phone that has a folder open: the answers, a pause and erasing, as on every screen. Each: picture, address, words.

    Where nothing is open there is nothing to erase, and the bar has the way out and the way to begin.
    """
    open_now = Session.open()
    if open_now is None or 'user_language' not in open_now.variables:
        return []
    set_language(language())
    return [(picture, url_for('interview.index', action=myb64quote(json.dumps({'action': action, 'arguments': {}}))), name)
            for action, name, picture in in_the_menu()]


def static_file(name: str) -> str:
    """The address of a file of docassemble's own, as its pages give it, so that a phone has it already."""
    return url_for('static', filename=name, v=docassemble_version)


def ours(name: str) -> str:
    """The address of a file of ours."""
    return str(get_url_from_file_reference(f'{STATIC}{name}', {}))


def day_words(day: date) -> str:
    """A day as people say it."""
    return date_text(FuzzyDate(day.year, day.month, day.day), language())


# Making a code or a file

@pages.get('/copia')
def copy_page() -> AnyResponse:
    """What is kept, and the two ways to take the answers along."""
    return show_copy(Session.open())


def show_copy(open_now: Session | None, problem: str = '', opened: bool = False, status: int = 200) -> AnyResponse:
    """The page of the copy, or of a phone with nothing open."""
    if open_now is None:
        return page('nothing_open')
    until = max(filter(None, (copies.last_day(mark, today_here()) for mark in open_now.marks)), default=None)
    return page('opened' if opened else 'copy', status, until=day_words(until) if until else '', other_phone=bool(open_now.came_from),
                watched=open_now.watched, problem=problem)


@pages.post('/copia/codigo')
def make_code() -> AnyResponse:
    """Store a copy and show its code, this once."""
    open_now, days = Session.open(), request.form.get('days', type=int)
    if open_now is None or days not in DAYS:
        return show_copy(open_now)
    if not throttle.may_make(open_now.mark):
        return show_copy(open_now, 'too_many', status=429)
    words, last = code_words.new_code(), today_here() + timedelta(days=days)
    keys = sealing.code_keys(code_words.secret_of(words), server_secret())
    copies.keep(copies.Copy(keys.row, sealing.sealed(open_now.content(), keys), last), open_now.mark)
    return page('code', words=words, until=day_words(last))


@pages.post('/copia/archivo')
def make_file() -> AnyResponse:
    """Send the file. Nothing of it stays here."""
    open_now = Session.open()
    password = password_typed('password')
    if open_now is None:
        return show_copy(open_now)
    if len(password) < SHORTEST_PASSWORD or password != password_typed('again'):
        return show_copy(open_now, 'short' if len(password) < SHORTEST_PASSWORD else 'differs', status=422)
    if not throttle.may_make(open_now.mark):
        return show_copy(open_now, 'too_many', status=429)
    file = sealing.sealed_file(open_now.content(), password, server_secret())
    if len(file) > LARGEST_FILE:
        return show_copy(open_now, 'too_large', status=422)
    return Response(file, mimetype='application/octet-stream', headers={'Content-Disposition': f'attachment; filename={FILE_NAME}'})


def password_typed(name: str) -> str:
    """A password of the form, as `sealing.plain_password` writes it."""
    return sealing.plain_password(request.form.get(name, ''))


@pages.post('/copia/borrar')
def delete_copy() -> AnyResponse:
    """Delete the stored copies, also those of the phone the answers came from; their codes then open nothing."""
    if open_now := Session.open():
        for mark in open_now.marks:
            copies.forget(mark)
    return back()


@pages.post('/copia/otro-telefono')
def erase_other_phone() -> AnyResponse:
    """Erase the answers where they came from."""
    if open_now := Session.open():
        open_session.erase_origin(open_now)
    return back()


def back() -> AnyResponse:
    """To the page the button stood on."""
    return redirect(url_for('selfhelp.opened_page' if request.form.get('from') == 'opened' else 'selfhelp.copy_page'), 303)


# Opening a code or a file

@pages.get('/abrir')
def open_page() -> AnyResponse:
    """Where a code or a file is given."""
    return show_open()


def show_open(problem: str = '', status: int = 200, **more: Any) -> AnyResponse:
    """The page that opens, with what was wrong said beside the field."""
    open_now = Session.open()
    return page('open', status, problem=problem, has_story=open_now is not None and open_now.has_story, **more)


@pages.post('/abrir/codigo')
def open_code() -> AnyResponse:
    """Open a stored copy. A wrong code and one that has ended are the same."""
    typed = request.form.get('code', '')
    try:
        code = code_words.read_code(typed)
    except code_words.UnknownWord as unknown:
        return show_open('unknown_word', 422, typed=typed, unknown=unknown)
    except ValueError:
        return show_open('not_five', 422, typed=typed)
    place = throttle.place_of(addresses.address_of(request), server_secret())
    with throttle.UNDER_WAY:
        if minutes := throttle.minutes_to_wait(place):
            return show_open('wait', 429, typed=typed, minutes=minutes)
        keys = sealing.code_keys(code, server_secret())
        copy = copies.find(keys.row, today_here())
        if copy is None:
            throttle.count_wrong(place)
            return show_open('wrong_code', 422, typed=typed)
    return go_on(sealing.opened(copy.sealed, keys), copy.row)


@pages.post('/abrir/archivo')
def open_file() -> AnyResponse:
    """Open a file. Nothing in it is read before the lock is found to be ours and whole."""
    file, password = request.files.get('file', FileStorage()), request.form.get('password', '')
    if not file.filename or not password.strip():
        return show_open('nothing_given', 422)
    place = throttle.place_of(addresses.address_of(request), server_secret())
    with throttle.UNDER_WAY:
        if minutes := throttle.minutes_to_wait(place, code=False):
            return show_open('wait_file', 429, minutes=minutes)
        try:
            content = sealing.opened_file(file.read(), password, server_secret())
        except sealing.NotOurs:
            throttle.count_wrong(place, code=False)
            return show_open('wrong_file', 422)
    return go_on(content)


def go_on(content: bytes, row: str = '') -> AnyResponse:
    """Begin a session with the answers of a copy: another number, another key, another browser session. What was open and empty here is erased."""
    told = json.loads(content)
    variables = carried.unpacked(told['answers'])
    before = Session.open()
    if before and not before.has_story:
        erase_session(before.number)
    response = redirect(url_for('selfhelp.opened_page'), 303)
    number = begin_anew(variables, variables.get('user_language', 'es'), response, str(told['session']))
    if row:
        copies.goes_with(row, mark_of_session(number))
    return response


def begin_anew(variables: Mapping[str, Any], spoken: str, response: AnyResponse, came_from: str = '') -> str:
    """Begin a session with these answers: another number, another key, another browser session. The response brings the key. Returns its number."""
    session.clear()
    session.regenerate()  # type: ignore[attr-defined]
    nobody = TempUser()
    db.session.add(nobody)
    db.session.commit()
    session.update(tempuser=nobody.id, renewed=True, language=spoken)
    key = random_string(16)
    number = open_session.begin(variables, came_from, key)
    response.set_cookie(SECRET_COOKIE, key, httponly=True, secure=current_app.config['SESSION_COOKIE_SECURE'],
                        samesite=current_app.config['SESSION_COOKIE_SAMESITE'])
    response.delete_cookie(OLDER_SECRET_COOKIE)
    # docassemble's name for this device would stand beside both sessions, that of a family and that of a sponsor
    response.delete_cookie(DEVICE_COOKIE)
    return number


@pages.get('/copia/<way>')
@pages.get('/abrir/<way>')
def form_page(way: str) -> AnyResponse:
    """The page of a form, for whoever comes to the form's own address without one: a page kept open for hours, or an address typed from memory."""
    return redirect(url_for('selfhelp.open_page' if request.path.startswith(url_for('selfhelp.open_page')) else 'selfhelp.copy_page'), 303)


@pages.get('/abierto')
def opened_page() -> AnyResponse:
    """What was opened, told without any of it, and what may be deleted now."""
    return show_copy(Session.open(), opened=True)


@pages.get('/recetas')
def recipes() -> AnyResponse:
    """The page one leaves to, at an address that says nothing."""
    return Response(HARMLESS.read_text(encoding='utf-8'), mimetype='text/html')


app.register_blueprint(pages)
RECIPES = f'{pages.name}.recipes'
ENDPOINTS = frozenset(name for name in app.view_functions if name.startswith(f'{pages.name}.'))
