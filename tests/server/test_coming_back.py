"""Two phones and one server: a family takes its answers along with five words or with a file, and nobody else does."""
import gzip
import io
import os
import pickle
import re
import secrets
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import pytest
import requests
from limits import parse
from limits.storage import RedisStorage
from limits.strategies import MovingWindowRateLimiter
from server.client import Phone, Screen, named
from server.live import LiveServer
from server.test_private import cached, distinctive, sessions
from server.test_retention import tables_with

from docassemble.immdef_selfhelp.server import sealing
from docassemble.immdef_selfhelp.server.code_words import LIST, WORDS

pytestmark = pytest.mark.server
PASSWORD = 'cuatro perros comen pan'  # noqa: S105
OPENS_NOTHING = 'Estas palabras no abren nada. Quizás una es distinta, o ya pasó el último día. Mírelas otra vez, por favor.'
FILE_OPENS_NOTHING = 'Este archivo y esta contraseña no abren nada. Mire otra vez la contraseña. Un archivo solo se abre donde se hizo.'


@pytest.fixture(autouse=True)
def nobody_has_tried_yet(server: LiveServer) -> None:
    for key in server.cache().scan_iter('selfhelp*'):
        server.cache().delete(key)


def today_here() -> date:
    """Today where the families are: a copy ends with a day there."""
    return datetime.now(ZoneInfo('America/Los_Angeles')).date()


def visit(phone: Phone, path: str) -> Screen:
    return phone._show('GET', path)


def send(phone: Phone, action: str, file: bytes | None = None, **fields: str) -> Screen:
    """Fill in the form of this address on the page that stands there, as a browser without a script does."""
    form = phone.screen.page.find('form', action=action)
    assert form is not None, f'{phone.screen.title} has no form {action}'
    sent = {str(one['name']): str(one.get('value', '')) for one in form.select('input[type=hidden]')} | fields
    files = {} if file is None else {'files': {'file': ('recetas.dat', file)}}
    return phone._show('POST', action, data=sent, **files)


def problem(screen: Screen) -> str:
    """What the page says went wrong."""
    return ' '.join(one.get_text(' ', strip=True) for one in screen.page.select('.problem'))


def new_code(phone: Phone, days: str = '7') -> str:
    """Take a code, as the family writes it down."""
    visit(phone, '/copia')
    shown = send(phone, '/copia/codigo', days=days)
    words = [one.get_text() for one in shown.page.select('ol.code li')]
    assert len(words) == WORDS
    assert set(words) <= set(LIST.values())
    return ' '.join(words)


def new_file(phone: Phone, password: str = PASSWORD) -> bytes:
    visit(phone, '/copia')
    return send(phone, '/copia/archivo', password=password, again=password).content


def open_code(server: LiveServer, code: str) -> Phone:
    """Another phone that types the code."""
    phone = Phone(server.url)
    visit(phone, '/abrir')
    send(phone, '/abrir/codigo', code=code)
    return phone


def open_file(server: LiveServer, file: bytes, password: str = PASSWORD) -> Phone:
    phone = Phone(server.url)
    visit(phone, '/abrir')
    send(phone, '/abrir/archivo', file, password=password)
    return phone


def tells_name(phone: Phone, name: str) -> bool:
    """Go on in the interview, after the questions about this phone, to what was told."""
    phone.open()
    assert phone.screen.identity == 'phone_safety', phone.screen.text
    phone.answer({'phone_safety': 'private'})
    phone.answer()
    assert phone.screen.identity == 'home'
    phone.press('credible_fear')
    phone.follow('Mis respuestas')
    return name in phone.screen.html


def copies(server: LiveServer) -> int:
    ((number,),) = server.query('SELECT count(*) FROM selfhelp_copy')
    return int(str(number))


def logs(server: LiveServer) -> str:
    return server.said + ''.join(file.read_text(encoding='utf-8', errors='replace') for file in (server.data / 'log').iterdir())


# With a code

def test_another_phone_goes_on_where_the_first_stopped(server: LiveServer) -> None:
    name = distinctive()
    phone = named(server.url, name)
    code = new_code(phone)
    other = open_code(server, code.upper().replace(' ', ', '))
    assert (other.screen.status, other.screen.title) == (200, 'Sus respuestas ya están en este teléfono')
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
    rare = max((word for word in code.split()), key=len)
    visit(phone, '/copia')
    assert rare not in phone.screen.text.split()
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


@pytest.mark.parametrize('days', ['0', '2', '31', '3650', '-1', 'x', ''])
def test_only_the_days_on_the_list_can_be_chosen(server: LiveServer, days: str) -> None:
    phone, before = named(server.url, distinctive()), copies(server)
    visit(phone, '/copia')
    assert send(phone, '/copia/codigo', days=days).title == 'Seguir en otro teléfono'
    assert copies(server) == before


def test_opening_begins_another_session_with_another_key_and_another_cookie(server: LiveServer) -> None:
    phone = named(server.url, distinctive())
    code = new_code(phone)
    stranger = Phone(server.url)
    stranger.open()
    planted = {cookie.name: str(cookie.value) for cookie in stranger.http.cookies}
    victim, before = Phone(server.url), sessions(server)
    for name, value in planted.items():
        victim.http.cookies.set(name, value, domain='127.0.0.1', path='/')
    visit(victim, '/abrir')
    send(victim, '/abrir/codigo', code=code)
    assert victim.screen.title == 'Sus respuestas ya están en este teléfono'
    assert len(sessions(server) - before) == 1
    now = {cookie.name: str(cookie.value) for cookie in victim.http.cookies}
    for name in ('session', 'secret'):
        assert now[name] not in (planted[name], phone.http.cookies[name]), name
    assert stranger.open().identity == 'choose_language'


def test_the_kept_copy_is_deleted_from_the_new_phone(server: LiveServer) -> None:
    code = new_code(named(server.url, distinctive()))
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
    code = new_code(named(server.url, distinctive()), days='1')
    kept_code = new_code(named(server.url, distinctive()))
    ((row,),) = server.query("SELECT row FROM selfhelp_copy ORDER BY last_day LIMIT 1")
    server.query('UPDATE selfhelp_copy SET last_day = %s WHERE row = %s', today_here(), row)
    assert open_code(server, code).screen.title == 'Sus respuestas ya están en este teléfono', 'the last day is a whole day'
    server.query('UPDATE selfhelp_copy SET last_day = %s WHERE row = %s', today_here() - timedelta(days=1), row)
    assert problem(open_code(server, code).screen) == OPENS_NOTHING
    command = [sys.executable, '-P', '-m', 'docassemble.immdef_selfhelp.server.retention']
    done = subprocess.run(command, cwd='/', check=False, capture_output=True, text=True,
                          env={'DA_CONFIG_FILE': str(server.data / 'config.yml'), 'PATH': '/usr/bin:/bin', 'LANG': 'en_US.UTF-8'})
    assert done.returncode == 0, done.stderr[-1000:]
    assert tables_with(server, str(row)) == []
    assert open_code(server, kept_code).screen.title == 'Sus respuestas ya están en este teléfono'


def test_a_phone_that_has_answers_is_told_before_it_loses_sight_of_them(server: LiveServer) -> None:
    code = new_code(named(server.url, distinctive()))
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


def test_the_pages_speak_english_too(server: LiveServer) -> None:
    phone = named(server.url, distinctive())
    visit(phone, '/copia')
    phone.follow('English')
    assert phone.screen.title == 'Go on with another phone'
    assert 'lang="en"' in phone.screen.html
    assert visit(phone, '/abrir').title == 'Open what you kept'
    assert visit(phone, '/abrir?language=fr').title == 'Open what you kept'


def test_a_watched_phone_is_warned_and_not_invited(server: LiveServer) -> None:
    phone = Phone(server.url)
    phone.open()
    assert phone.screen.links()['Tengo un código o un archivo · I have a code or a file'] == '/abrir'
    phone.press('Español')
    phone.answer({'best_language': 'spanish'})
    phone.answer({'preparing_for': 'self'})
    phone.answer({'phone_safety': 'watched'})
    phone.answer()
    phone.press('agreed')
    assert phone.screen.identity == 'home'
    assert '/abrir' in phone.screen.links().values()
    assert '/copia' not in phone.screen.links().values()
    assert '/copia' not in phone.follow('Pausa').links().values()
    assert 'Puede ser que alguien mire este teléfono.' in visit(phone, '/copia').text
    private = named(server.url, distinctive())
    assert '/copia' in private.follow('Pausa').links().values()
    assert 'Puede ser que alguien mire este teléfono.' not in visit(private, '/copia').text


# With a file

def test_a_file_opens_on_another_phone_and_nothing_of_it_stays_on_the_server(server: LiveServer) -> None:
    name = distinctive()
    phone, before = named(server.url, name), copies(server)
    visit(phone, '/copia')
    answer = send(phone, '/copia/archivo', password=PASSWORD, again=PASSWORD)
    assert answer.headers['Content-Disposition'] == 'attachment; filename=recetas.dat'
    assert answer.headers['Cache-Control'] == 'no-store'
    assert name.encode() not in answer.content
    assert copies(server) == before
    assert [path for part in ('files', 'tmp') for path in (server.data / part).rglob('*') if path.is_file()] == []
    other = open_file(server, answer.content, f' {PASSWORD} ')
    assert other.screen.title == 'Sus respuestas ya están en este teléfono'
    assert tells_name(other, name)
    assert tells_name(open_file(server, answer.content), name), 'a file opens as often as wanted'


@pytest.mark.parametrize(('password', 'again', 'said'), [
    ('gatito', 'gatito', 'La contraseña es muy corta.'), ('', '', 'La contraseña es muy corta.'), (' ' * 20, ' ' * 20, 'La contraseña es muy corta.'),
    (PASSWORD, PASSWORD + 'x', 'Las dos contraseñas no son iguales.'),
])
def test_a_password_that_will_not_do_is_said_kindly(server: LiveServer, password: str, again: str, said: str) -> None:
    phone = named(server.url, distinctive())
    visit(phone, '/copia')
    shown = send(phone, '/copia/archivo', password=password, again=again)
    assert shown.status == 422
    assert said in problem(shown)
    assert password not in shown.html or not password.strip()


def zip_bomb() -> bytes:
    """A hundred kilobytes that want to be a hundred megabytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('answers.json', bytes(100_000_000))
    return packed.getvalue()


class Trap:
    """What a pickle can do to whoever reads it."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (self.folder,)


@pytest.mark.parametrize('forged', ['wrong password', 'one bit', 'cut', 'longer', 'other server', 'pickle', 'sealed pickle of another server',
                                    'noise', 'zip bomb', 'gzip bomb', 'json', 'mark only'])
def test_a_file_that_is_not_ours_is_refused_before_it_is_read(server: LiveServer, forged: str) -> None:
    file, password = new_file(named(server.url, distinctive())), PASSWORD
    made = server.data / 'tmp' / f'trap-{forged.replace(" ", "-")}'
    other_secret = secrets.token_hex(32)
    match forged:
        case 'wrong password':
            password = PASSWORD.replace('cuatro', 'cinco')
        case 'one bit':
            file = file[:60] + bytes([file[60] ^ 1]) + file[61:]
        case 'cut':
            file = file[:-7]
        case 'longer':
            file += b'more'
        case 'other server':
            file = sealing.sealed_file(b'{"session": "x", "answers": {}}', PASSWORD, other_secret)
        case 'pickle':
            file = pickle.dumps(Trap(str(made)))
        case 'sealed pickle of another server':
            file = sealing.sealed_file(pickle.dumps(Trap(str(made))), PASSWORD, other_secret)
        case 'noise':
            file = secrets.token_bytes(20_000)
        case 'zip bomb':
            file = zip_bomb()
        case 'gzip bomb':
            file = gzip.compress(bytes(100_000_000))
        case 'json':
            file = b'{"session": "x", "answers": {"applicant": {"object": "DAObject", "has": {}}}}'
        case _:
            file = sealing.MARK
    before = sessions(server)
    shown = open_file(server, file, password).screen
    assert (shown.status, problem(shown)) == (422, FILE_OPENS_NOTHING)
    assert sessions(server) == before
    assert not made.exists()
    assert 'coming_back' not in logs(server), 'no error was written'


def test_no_file_or_no_password_is_said_kindly_and_counts_as_no_try(server: LiveServer) -> None:
    assert problem(open_file(server, b'').screen) == FILE_OPENS_NOTHING
    phone = Phone(server.url)
    visit(phone, '/abrir')
    for password in (PASSWORD, ''):
        shown = send(phone, '/abrir/archivo', password=password)
        assert problem(shown) == 'Escoja el archivo y escriba su contraseña, por favor.'


def test_fifty_megabytes_are_refused_without_being_kept(server: LiveServer) -> None:
    phone = Phone(server.url)
    visit(phone, '/abrir')
    try:
        shown = send(phone, '/abrir/archivo', bytes(50_000_000), password=PASSWORD)
    except requests.exceptions.ConnectionError:
        pass  # the server may hang up before all of it has come
    else:
        assert shown.status == 413
        assert 'Eso es demasiado grande para esta página.' in shown.text
    assert [path for part in ('files', 'tmp') for path in (server.data / part).rglob('*') if path.is_file()] == []
    assert visit(phone, '/abrir').status == 200


# Guessing

def count_on(server: LiveServer, limit: str, place: str, cost: int) -> None:
    """Count wrong tries without typing each."""
    storage = RedisStorage('redis://', connection_pool=server.cache().connection_pool, key_prefix='selfhelp')
    assert MovingWindowRateLimiter(storage).hit(parse(limit), 'wrong', place, cost=cost)


def from_address(phone: Phone, address: str) -> Phone:
    """Let a phone speak from another loopback address."""
    class Adapter(requests.adapters.HTTPAdapter):
        def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **more: Any) -> None:
            super().init_poolmanager(connections, maxsize, block, source_address=(address, 0), **more)
    phone.http.mount('http://', Adapter())
    return phone


WRONG_CODES = ('abeja camino niño huevo zapato', 'zapato huevo niño camino abeja')


def test_after_many_wrong_codes_an_address_has_to_wait_and_another_has_not(server: LiveServer) -> None:
    name = distinctive()
    code = new_code(named(server.url, name))
    for wrong in WRONG_CODES:
        assert problem(open_code(server, wrong).screen) == OPENS_NOTHING
    count_on(server, '20/15 minutes', sealing.mark_of('127.0.0.1', server.config()['secretkey']), 18)
    for typed in (WRONG_CODES[0], code):
        shown = open_code(server, typed).screen
        assert shown.status == 429
        found = re.fullmatch(r'Hubo muchos intentos que no abrieron nada\. Inténtelo otra vez en (\d+) min\. No se perdió nada\.', problem(shown))
        assert found, problem(shown)
        assert 1 <= int(found[1]) <= 15
        assert typed in shown.page.select_one('textarea#code').get_text(), 'what was typed stays'  # type: ignore[union-attr]
    assert open_file(server, b'x').screen.status == 429
    elsewhere = from_address(Phone(server.url), '127.0.0.2')
    visit(elsewhere, '/abrir')
    assert send(elsewhere, '/abrir/codigo', code=code).title == 'Sus respuestas ya están en este teléfono'


def test_over_all_addresses_wrong_codes_are_counted_too(server: LiveServer) -> None:
    count_on(server, '600/hour', 'all', 600)
    phone = from_address(Phone(server.url), '127.0.0.3')
    visit(phone, '/abrir')
    assert send(phone, '/abrir/codigo', code=WRONG_CODES[0]).status == 429


def test_what_the_throttle_keeps_is_no_address_and_ends_by_itself(server: LiveServer) -> None:
    open_code(server, WRONG_CODES[0])
    kept = {key: server.cache().ttl(key) for key in server.cache().scan_iter('selfhelp*')}
    assert len(kept) == 2
    assert all(0 < seconds <= 3600 for seconds in kept.values())
    values = [key + (server.cache().dump(key) or b'') for key in kept]
    assert not any(b'127.0.0' in value or b'abeja' in value for value in values)


def test_a_word_that_is_not_on_the_list_costs_no_try_and_is_named(server: LiveServer) -> None:
    assert problem(open_code(server, 'abeja camino <b>xyxyxy</b> huevo zapato').screen).startswith('Un código tiene cinco palabras.')
    shown = open_code(server, 'abeja camino xyxyxy huevo zapato').screen
    assert problem(shown) == 'La palabra 3 no está en nuestra lista: xyxyxy. Mírela otra vez, por favor.'
    assert '<b>' not in open_code(server, 'abeja camino <b>niño huevo').screen.page.select_one('main').decode_contents()  # type: ignore[union-attr]
    assert list(server.cache().scan_iter('selfhelp*')) == []


def test_one_session_cannot_keep_the_server_busy_making_codes(server: LiveServer) -> None:
    phone = named(server.url, distinctive())
    shown = [visit(phone, '/copia') and send(phone, '/copia/codigo', days='1').status for _ in range(13)]
    assert shown == [200] * 12 + [429]
    assert problem(phone.screen) == 'Ya hizo muchos en poco tiempo. Inténtelo otra vez en una hora, por favor.'


# Forms of others

PATHS = ('copia/codigo', 'copia/archivo', 'copia/borrar', 'copia/otro-telefono', 'abrir/codigo', 'abrir/archivo')


@pytest.fixture
def family_with_copy(server: LiveServer) -> Iterator[Phone]:
    phone = named(server.url, distinctive())
    new_code(phone)
    before = copies(server)
    yield phone
    assert copies(server) == before, 'nothing was made and nothing was deleted'
    assert phone.open().identity == 'applicant_birth'


@pytest.mark.parametrize('path', PATHS)
def test_a_form_of_another_site_or_without_the_token_does_nothing(server: LiveServer, family_with_copy: Phone, path: str) -> None:
    phone = family_with_copy
    token = str(visit(phone, '/copia').page.select_one('input[name=csrf_token]')['value'])  # type: ignore[index]
    fields = {'days': '7', 'password': PASSWORD, 'again': PASSWORD, 'code': WRONG_CODES[0]}
    foreign = phone.http.post(server.url + path, data={'csrf_token': token, **fields}, headers={'Origin': 'https://elsewhere.example'}, timeout=30)
    assert foreign.status_code == 403
    for sent in (fields, {'csrf_token': 'forged', **fields}):
        phone.http.post(server.url + path, data=sent, timeout=30)
    assert phone.http.get(server.url + path, timeout=30).status_code in (404, 405)


@pytest.mark.parametrize('path', ['/copia', '/abrir', '/abierto'])
def test_the_plain_pages_carry_the_headers_of_every_page(server: LiveServer, path: str) -> None:
    phone = named(server.url, distinctive())
    shown = visit(phone, path)
    assert shown.headers['Cache-Control'] == 'no-store'
    assert shown.headers['Referrer-Policy'] == 'same-origin'
    assert "default-src 'self'" in shown.headers['Content-Security-Policy']
    page = shown.page
    addresses = [str(one.get('href') or one.get('src')) for one in page.select('link, script, a')]
    assert all(urljoin(server.url, one).startswith(server.url) for one in addresses)
    assert page.select('script:not([src])') == []
