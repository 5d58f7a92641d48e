"""The take-away file, and what somebody else tries: files that are not ours, codes one after another, forms of another site."""
import gzip
import io
import os
import pickle
import re
import secrets
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urljoin

import pytest
import requests
from limits import parse
from limits.storage import RedisStorage
from limits.strategies import MovingWindowRateLimiter
from lost import same_phone
from server.client import Phone, named
from server.live import LiveServer
from server.test_private import distinctive, sessions
from server.two_phones import (
    FILE_OPENS_NOTHING,
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
    visit,
)

from docassemble.immdef_selfhelp.server.coming_back import sealing

pytestmark = pytest.mark.server


@pytest.fixture(autouse=True)
def nobody_has_tried_yet(server: LiveServer) -> None:
    for key in server.cache().scan_iter('selfhelp*'):
        server.cache().delete(key)


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
    assert other.screen.title == OPENED
    assert tells_name(other, name)
    assert tells_name(open_file(server, answer.content), name), 'a file opens as often as wanted'


def test_a_password_that_will_not_do_is_said_kindly(server: LiveServer) -> None:
    phone = begun(server)
    visit(phone, '/copia')
    for password, again, said in (('gatito', 'gatito', 'La contraseña es muy corta.'), ('', '', 'La contraseña es muy corta.'),
                                  (' ' * 20, ' ' * 20, 'La contraseña es muy corta.'),
                                  (PASSWORD, PASSWORD + 'x', 'Las dos contraseñas no son iguales.')):
        shown = send(phone, '/copia/archivo', password=password, again=again)
        assert shown.status == 422
        assert said in problem(shown)
        assert not password.strip() or password not in shown.html


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


def forged_files(file: bytes, trap: str) -> dict[str, bytes]:
    """Files that are not ours, or no longer."""
    other_secret = secrets.token_hex(32)
    return {
        'one bit': file[:60] + bytes([file[60] ^ 1]) + file[61:], 'cut': file[:-7], 'longer': file + b'more', 'mark only': sealing.MARK, 'empty': b'',
        'other server': sealing.sealed_file(b'{"session": "x", "answers": {}}', PASSWORD, other_secret),
        'pickle': pickle.dumps(Trap(trap)), 'sealed pickle of another server': sealing.sealed_file(pickle.dumps(Trap(trap)), PASSWORD, other_secret),
        'noise': secrets.token_bytes(20_000), 'zip bomb': zip_bomb(), 'gzip bomb': gzip.compress(bytes(100_000_000)),
        'json': b'{"session": "x", "answers": {"applicant": {"object": "DAObject", "has": {}}}}',
    }


def test_a_file_that_is_not_ours_is_refused_before_it_is_read(server: LiveServer) -> None:
    trap = server.data / 'tmp' / 'trap'
    file = new_file(begun(server))
    phone = Phone(server.url)
    visit(phone, '/abrir')
    before = sessions(server)
    for what, forged in forged_files(file, str(trap)).items():
        shown = send(phone, '/abrir/archivo', forged, password=PASSWORD)
        assert (shown.status, problem(shown)) == (422, FILE_OPENS_NOTHING), what
        assert not trap.exists(), what
    shown = send(phone, '/abrir/archivo', file, password=PASSWORD.replace('cuatro', 'cinco'))
    assert (shown.status, problem(shown)) == (422, FILE_OPENS_NOTHING)
    assert sessions(server) == before
    assert 'coming_back' not in logs(server), 'no error was written'


def test_no_file_or_no_password_is_said_kindly_and_counts_as_no_try(server: LiveServer) -> None:
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


AT_ONCE = 16
WRONG_CODES = ('abeja camino niño huevo zapato', 'zapato huevo niño camino abeja')


def test_after_many_wrong_codes_an_address_has_to_wait_and_another_has_not(server: LiveServer) -> None:
    code = new_code(begun(server))
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
    assert send(elsewhere, '/abrir/codigo', code=code).title == OPENED


def test_many_tries_at_the_same_moment_are_counted_before_others_may(server: LiveServer) -> None:
    count_on(server, '20/15 minutes', sealing.mark_of('127.0.0.1', server.config()['secretkey']), 19)
    before = Phone(server.url)
    visit(before, '/abrir')
    phones = [same_phone(before, server.url) for _ in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        shown = list(pool.map(lambda phone: send(phone, '/abrir/codigo', code=WRONG_CODES[0]).status, phones))
    assert set(shown) == {422, 429}
    assert shown.count(422) <= 2 * 4, 'those that were under way in two processes when the last one was counted'


def test_over_all_addresses_wrong_codes_are_counted_too(server: LiveServer) -> None:
    file = new_file(begun(server))
    count_on(server, '3000/hour', 'all', 3000)
    phone = from_address(Phone(server.url), '127.0.0.3')
    visit(phone, '/abrir')
    assert send(phone, '/abrir/codigo', code=WRONG_CODES[0]).status == 429
    assert open_file(server, file).screen.title == OPENED, 'whoever guesses codes keeps nobody from their own file'


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
    phone = begun(server)
    shown = [visit(phone, '/copia') and send(phone, '/copia/codigo', days='1').status for _ in range(13)]
    assert shown == [200] * 12 + [429]
    assert problem(phone.screen) == 'Ya hizo muchos en poco tiempo. Inténtelo otra vez en una hora, por favor.'


# Forms of others

PATHS = ('copia/codigo', 'copia/archivo', 'copia/borrar', 'copia/otro-telefono', 'abrir/codigo', 'abrir/archivo')


def test_a_form_of_another_site_or_without_the_token_does_nothing(server: LiveServer) -> None:
    phone = named(server.url, distinctive())
    new_code(phone)
    before = copies(server)
    token = str(visit(phone, '/copia').page.select_one('input[name=csrf_token]')['value'])  # type: ignore[index]
    fields = {'days': '7', 'password': PASSWORD, 'again': PASSWORD, 'code': WRONG_CODES[0]}
    foreign_site = {'Origin': 'https://elsewhere.example'}
    for path in PATHS:
        foreign = phone.http.post(server.url + path, data={'csrf_token': token, **fields}, headers=foreign_site, timeout=30)
        assert foreign.status_code == 403, path
        for sent in (fields, {'csrf_token': 'forged', **fields}):
            phone.http.post(server.url + path, data=sent, timeout=30)
        assert phone.http.get(server.url + path, timeout=30).url == server.url + path.partition('/')[0], 'leads to the form'
    assert copies(server) == before, 'nothing was made and nothing was deleted'
    assert phone.open().identity == 'applicant_birth'


def test_the_plain_pages_carry_the_headers_of_every_page(server: LiveServer) -> None:
    phone = begun(server)
    for path in ('/copia', '/abrir', '/abierto'):
        shown = visit(phone, path)
        assert shown.headers['Cache-Control'] == 'no-store'
        assert shown.headers['Referrer-Policy'] == 'same-origin'
        assert "default-src 'self'" in shown.headers['Content-Security-Policy']
        addresses = [str(one.get('href') or one.get('src')) for one in shown.page.select('link, script, a')]
        assert all(urljoin(server.url, one).startswith(server.url) for one in addresses)
        assert shown.page.select('script:not([src])') == []
