"""Phones that walk out of the Wi-Fi in mid-request cost nobody else a wait, whatever they had sent until then."""
import contextlib
import http.client
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
import requests
from server.client import Phone, named
from server.live import LiveServer

from docassemble.immdef_selfhelp.server.web.waiting_room import missing

pytestmark = pytest.mark.server
PHONES = 24
FORM = b'POST /interview HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n'
ASKED = b'GET /health_check HTTP/1.1\r\nHost: %s\r\n'
HALVES = {
    'nothing': b'', 'a half head': FORM, 'three bytes of a form': FORM + b'\r\na=b', 'two requests, the second a half': ASKED + b'\r\n' + FORM,
    'more than is taken': FORM.replace(b'9999', b'99999999') + b'\r\n', 'chunks without an end': ASKED + b'Transfer-Encoding: chunked\r\n\r\n5\r\nab',
    'a whole one, never closed': ASKED + b'Connection: close\r\n\r\n',
}


@contextmanager
def half_open(server: LiveServer, sent: bytes) -> Iterator[list[socket.socket]]:
    """Phones that have sent so much and then stop, with the connection open."""
    host = f'127.0.0.1:{server.port}'.encode()
    phones = [socket.create_connection(('127.0.0.1', server.port)) for _ in range(PHONES)]
    try:
        for phone in phones:
            phone.sendall(sent.replace(b'%s', host))
        yield phones
    finally:
        for phone in phones:
            phone.close()


def slowest(server: LiveServer, probes: int) -> float:
    """The longest wait of others, each a phone that comes now."""
    waits = []
    for _ in range(probes):
        began = time.monotonic()
        assert requests.get(f'{server.url}health_check', timeout=15).status_code == requests.codes.ok
        waits.append(time.monotonic() - began)
    return max(waits)


@pytest.mark.parametrize('sent', HALVES.values(), ids=HALVES)
def test_half_open_phones_cost_nobody_a_wait(server: LiveServer, sent: bytes) -> None:
    with half_open(server, sent):
        time.sleep(0.5)
        waited = slowest(server, 6)
    print(f'\nthe longest wait: {waited:.2f} s')
    assert waited < 4, 'gthread: up to five seconds for the silent, for good for the half forms'


def test_phones_that_drip_cost_nobody_a_wait_and_are_sent_away(server: LiveServer) -> None:
    with half_open(server, FORM[:40]) as phones:
        end = time.monotonic() + 45

        def drip() -> None:
            while time.monotonic() < end:
                for phone in phones:
                    with contextlib.suppress(OSError):
                        phone.send(b'x')
                time.sleep(2)

        dripping = threading.Thread(target=drip)
        dripping.start()
        while time.monotonic() < end:
            assert slowest(server, 1) < 4
            time.sleep(1)
        dripping.join()
        for phone in phones:
            phone.settimeout(1)
            with pytest.raises(ConnectionError):
                assert phone.recv(1) == b''
                raise ConnectionError  # closed quietly is as good as reset


def test_phones_that_do_not_read_cost_nobody_a_wait(server: LiveServer) -> None:
    phone = named(server.url, 'Xochitl')
    style = next(str(one['href']) for one in phone.screen.page.select('link[rel=stylesheet]'))
    asked = f'GET {style} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n'.encode()
    with half_open(server, asked):
        time.sleep(0.5)
        assert slowest(server, 6) < 4


def test_a_form_that_comes_in_pieces_is_taken(server: LiveServer) -> None:
    phone = Phone(server.url)
    phone.open()
    body = urlencode(phone.screen.payload({}, phone.screen.buttons()['Español']))
    cookies = '; '.join(f'{name}={value}' for name, value in phone.http.cookies.items())
    sent = (FORM % f'127.0.0.1:{server.port}'.encode()).replace(b'9999', str(len(body)).encode())
    sent += f'Cookie: {cookies}\r\nConnection: close\r\n\r\n{body}'.encode()
    with socket.create_connection(('127.0.0.1', server.port)) as line:
        for start in range(0, len(sent), 199):
            line.sendall(sent[start:start + 199])
            time.sleep(0.02)
        answer = b''.join(iter(lambda: line.recv(65536), b''))
    assert answer.startswith(b'HTTP/1.1 200')
    assert b'ID preparing_for' in answer


def test_a_connection_is_kept_for_the_next_answer(server: LiveServer) -> None:
    line = http.client.HTTPConnection('127.0.0.1', server.port)
    line.auto_open = False
    line.connect()
    for pause in (6, 0):
        line.request('GET', '/health_check')
        assert line.getresponse().read()
        time.sleep(pause)
    line.close()


@pytest.mark.parametrize(('received', 'expected'), [
    (b'', None), (b'GET / HTTP/1.1\r\nHost: a\r\n', None), (b'GET / HTTP/1.1\r\nHost: a\r\n\r\n', 0),
    (b'POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab', 3), (b'POST / HTTP/1.1\r\ncontent-length:5\r\n\r\nabcde', 0),
    (b'POST / HTTP/1.1\r\nContent-Length: +4\r\n\r\n', 0), (b'POST / HTTP/1.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n', 0),
    (b'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n', None), (b'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 0),
    (b'x' * 70000, 0),
])
def test_what_is_missing_of_a_request(received: bytes, expected: int | None) -> None:
    assert missing(received) == expected
