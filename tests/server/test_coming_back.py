"""Two phones and one server: a family takes its answers along with five words, and nobody else does."""
import subprocess
import sys
from datetime import timedelta

import pytest
from server.client import Phone, named
from server.live import LiveServer
from server.test_private import cached, distinctive, sessions
from server.test_retention import tables_with
from server.two_phones import (
    OPENED,
    OPENS_NOTHING,
    PASSWORD,
    begun,
    copies,
    logs,
    new_code,
    new_file,
    open_code,
    open_file,
    problem,
    send,
    tells_name,
    today_here,
    visit,
)

pytestmark = pytest.mark.server


def test_another_phone_goes_on_where_the_first_stopped(server: LiveServer) -> None:
    name = distinctive()
    phone = named(server.url, name)
    code = new_code(phone)
    other = open_code(server, code.upper().replace(' ', ', '))
    assert (other.screen.status, other.screen.title) == (200, OPENED)
    assert name not in other.screen.html, 'what was opened is told without any of it'
    assert tells_name(other, name)
    assert phone.open().identity == 'applicant_birth', 'the first phone still has it'


def test_a_code_is_shown_once_and_stands_nowhere_else(server: LiveServer) -> None:
    name = distinctive()
    phone = named(server.url, name)
    code = new_code(phone)
    assert phone.screen.url.endswith('/copia/codigo')
    assert phone.screen.page.title is not None
    assert phone.screen.page.title.get_text() == 'Mi carpeta'
    visit(phone, '/copia')
    assert not set(code.split()) <= set(phone.screen.text.split()), 'one of them may be a word of the page'
    open_code(server, code)
    plain = code.encode()
    assert server.files_with(code) == []
    assert not any(plain in key + value for key, value in cached(server).items())
    assert code not in logs(server)
    assert tables_with(server, code) == []


def test_the_server_holds_a_name_that_says_nothing_a_lock_and_a_day(server: LiveServer) -> None:
    before = sessions(server)
    name = distinctive()
    phone = named(server.url, name)
    new_code(phone, days='30')
    (number,) = sessions(server) - before
    columns = {str(table): [str(column) for (column,) in server.query('SELECT column_name FROM information_schema.columns WHERE table_name = %s '
                                                                     'ORDER BY ordinal_position', table)]
               for table in ('selfhelp_copy', 'selfhelp_copy_of')}
    assert columns == {'selfhelp_copy': ['row', 'sealed', 'last_day'], 'selfhelp_copy_of': ['mark', 'row']}
    assert set(tables_with(server, str(number))) <= {'userdict', 'userdictkeys'}, 'the number of the session is not beside the copy'
    assert server.files_with(name) == []
    assert server.query('SELECT count(*) FROM selfhelp_copy WHERE position(%s in sealed) > 0', b'answers') == [(0,)]
    assert server.query('SELECT max(last_day) FROM selfhelp_copy') == [(today_here() + timedelta(days=30),)]


def test_only_the_days_on_the_list_can_be_chosen(server: LiveServer) -> None:
    phone, before = begun(server), copies(server)
    visit(phone, '/copia')
    for days in ('0', '2', '31', '3650', '-1', 'x', ''):
        assert send(phone, '/copia/codigo', days=days).title == 'Seguir en otro teléfono', days
    assert copies(server) == before


def test_opening_begins_another_session_with_another_key_and_another_cookie(server: LiveServer) -> None:
    phone = begun(server)
    code = new_code(phone)
    stranger = Phone(server.url)
    stranger.open()
    planted = {cookie.name: str(cookie.value) for cookie in stranger.http.cookies}
    victim, before = Phone(server.url), sessions(server)
    for name, value in planted.items():
        victim.http.cookies.set(name, value, domain='127.0.0.1', path='/')
    visit(victim, '/abrir')
    send(victim, '/abrir/codigo', code=code)
    assert victim.screen.title == OPENED
    assert len(sessions(server) - before) == 1
    now = {cookie.name: str(cookie.value) for cookie in victim.http.cookies}
    for name in ('session', 'secret'):
        assert now[name] not in (planted[name], phone.http.cookies[name]), name
    assert stranger.open().identity == 'choose_language'


def test_the_kept_copy_is_deleted_from_the_new_phone(server: LiveServer) -> None:
    code = new_code(begun(server))
    other, before = open_code(server, code), copies(server)
    shown = send(other, '/copia/borrar')
    assert shown.url.endswith('/abierto')
    assert 'Aquí no hay ninguna copia guardada con código.' in shown.text
    assert copies(server) == before - 1
    assert problem(open_code(server, code).screen) == OPENS_NOTHING


def test_the_answers_on_the_old_phone_are_erased_from_the_new_one(server: LiveServer) -> None:
    before = sessions(server)
    name = distinctive()
    phone = named(server.url, name)
    (old,) = sessions(server) - before
    file = new_file(phone)
    other = open_code(server, new_code(phone))
    shown = send(other, '/copia/otro-telefono')
    assert shown.url.endswith('/abierto')
    assert 'otro teléfono' not in shown.text
    assert tables_with(server, str(old)) == []
    assert phone.open().identity == 'choose_language'
    assert name not in phone.screen.html
    assert tells_name(other, name)
    assert 'otro teléfono' not in open_file(server, file).screen.text, 'nothing is said to be where it no longer is'


def test_a_new_code_ends_the_one_from_before(server: LiveServer) -> None:
    name = distinctive()
    phone = named(server.url, name)
    first, before = new_code(phone), copies(server)
    second = new_code(phone)
    assert copies(server) == before
    assert problem(open_code(server, first).screen) == OPENS_NOTHING
    assert tells_name(open_code(server, second), name)


@pytest.mark.parametrize('erases', ['old phone', 'new phone'])
def test_erasing_deletes_the_kept_copy_too(server: LiveServer, erases: str) -> None:
    before = sessions(server)
    name = distinctive()
    old = named(server.url, name)
    code = new_code(old)
    new = open_code(server, code)
    assert tells_name(new, name)
    numbers, kept = sessions(server) - before, copies(server)
    phone = old if erases == 'old phone' else new
    phone.open()
    phone.follow('Borrar')
    assert 'La copia que abre un código' in phone.screen.text or 'la copia que abre un código' in phone.screen.text
    phone.press('Sí, borrar todo')
    assert len(numbers & sessions(server)) == 1
    assert copies(server) == kept - 1
    assert server.query('SELECT count(*) FROM selfhelp_copy_of WHERE row NOT IN (SELECT row FROM selfhelp_copy)') == [(0,)]
    assert problem(open_code(server, code).screen) == OPENS_NOTHING
    assert server.files_with(name) == []
    assert not any(name.encode() in key + value for key, value in cached(server).items())
    assert name not in logs(server)


def test_a_copy_past_its_last_day_opens_nothing_and_is_deleted(server: LiveServer) -> None:
    code = new_code(begun(server), days='1')
    kept_code = new_code(begun(server))
    ((row,),) = server.query("SELECT row FROM selfhelp_copy ORDER BY last_day LIMIT 1")
    server.query('UPDATE selfhelp_copy SET last_day = %s WHERE row = %s', today_here(), row)
    assert open_code(server, code).screen.title == OPENED, 'the last day is a whole day'
    server.query('UPDATE selfhelp_copy SET last_day = %s WHERE row = %s', today_here() - timedelta(days=1), row)
    assert problem(open_code(server, code).screen) == OPENS_NOTHING
    command = [sys.executable, '-P', '-m', 'docassemble.immdef_selfhelp.server.run.retention']
    done = subprocess.run(command, cwd='/', check=False, capture_output=True, text=True,
                          env={'DA_CONFIG_FILE': str(server.data / 'config.yml'), 'PATH': '/usr/bin:/bin', 'LANG': 'en_US.UTF-8'})
    assert done.returncode == 0, done.stderr[-1000:]
    assert tables_with(server, str(row)) == []
    assert open_code(server, kept_code).screen.title == OPENED


def test_a_phone_that_has_answers_is_told_before_it_loses_sight_of_them(server: LiveServer) -> None:
    code = new_code(begun(server))
    own = distinctive()
    phone, before = named(server.url, own), sessions(server)
    assert 'En este teléfono hay respuestas abiertas.' in visit(phone, '/abrir').text
    send(phone, '/abrir/codigo', code=code)
    assert before < sessions(server), 'they are not erased'
    empty = Phone(server.url)
    empty.open()
    began = sessions(server)
    assert 'En este teléfono hay respuestas abiertas.' not in visit(empty, '/abrir').text
    send(empty, '/abrir/codigo', code=code)
    assert len(sessions(server)) == len(began), 'a session in which nothing was told is not left lying about'


def test_a_phone_without_answers_is_sent_to_begin(server: LiveServer) -> None:
    phone = Phone(server.url)
    assert visit(phone, '/copia').title == 'No hay respuestas en este teléfono'
    token = visit(phone, '/abrir').page.select_one('input[name=csrf_token]')
    assert token is not None
    for path in ('copia/codigo', 'copia/archivo', 'copia/borrar', 'copia/otro-telefono'):
        answer = phone.http.post(server.url + path, data={'csrf_token': str(token['value']), 'days': '7', 'password': PASSWORD, 'again': PASSWORD},
                                 timeout=30)
        assert 'No hay respuestas en este teléfono' in answer.text, path


def test_a_key_that_is_not_of_this_session_shows_nothing(server: LiveServer) -> None:
    phone = begun(server)
    phone.http.cookies.set('secret', 'A' * 16, domain='127.0.0.1', path='/')
    assert visit(phone, '/copia').title == 'No hay respuestas en este teléfono'


def test_the_pages_speak_english_too(server: LiveServer) -> None:
    phone = begun(server)
    visit(phone, '/copia')
    phone.follow('English')
    assert phone.screen.title == 'Continue on another phone'
    assert 'lang="en"' in phone.screen.html
    assert visit(phone, '/abrir').title == 'Open what you kept'
    assert visit(phone, '/abrir?language=fr').title == 'Open what you kept'


def test_a_watched_phone_is_warned_and_not_invited(server: LiveServer) -> None:
    phone = Phone(server.url)
    phone.open()
    assert phone.screen.links()['Tengo un código o un archivo · I have a code or a file'] == '/abrir'
    phone.press('Español')
    phone.answer({'preparing_for': 'self'})
    phone.answer({'best_language': 'spanish'})
    phone.answer({'phone_safety': 'watched'})
    phone.answer()
    phone.press('agreed')
    assert phone.screen.identity == 'home'
    assert '/abrir' in phone.screen.links().values()
    assert '/copia' not in phone.screen.links().values()
    assert '/copia' not in phone.follow('Pausa').links().values()
    assert 'Puede ser que alguien mire este teléfono.' in visit(phone, '/copia').text
    private = begun(server)
    assert '/copia' in private.follow('Pausa').links().values()
    assert 'Puede ser que alguien mire este teléfono.' not in visit(private, '/copia').text


@pytest.mark.parametrize('address', ['/copia', '/abrir', '/nota', '/abierto'])
def test_a_plain_page_has_a_pause_and_erasing_where_there_is_something_to_erase(server: LiveServer, address: str) -> None:
    phone = begun(server)
    for words, identity in (('Pausa', 'pause'), ('Borrar', 'erase'), ('Mis respuestas', 'my_answers')):
        visit(phone, address)
        assert words in [one.get_text() for one in phone.screen.page.select('nav.toolbar details.menu a')]
        assert phone.follow(words).identity == identity
    visit(stranger := Phone(server.url), address)
    assert not stranger.screen.page.select('nav.toolbar details.menu'), 'nothing is open, so there is nothing to erase'
    assert [one['href'] for one in stranger.screen.page.select('nav.toolbar a[data-leave]')] == ['/recetas']
    assert '/' in stranger.screen.links().values(), 'the way to begin'


def test_erasing_the_other_phone_from_the_new_one_leaves_no_copy_of_it(server: LiveServer) -> None:
    """Not even one that was made there after the file, and that the new phone never saw."""
    name = distinctive()
    phone = named(server.url, name)
    file = new_file(phone)
    code = new_code(phone)
    other = open_file(server, file)
    assert 'Aquí no hay ninguna copia guardada' not in other.screen.text
    before = copies(server)
    send(other, '/copia/otro-telefono')
    assert copies(server) == before - 1
    assert problem(open_code(server, code).screen) == OPENS_NOTHING
    assert tells_name(other, name), 'the new phone still has the answers'
