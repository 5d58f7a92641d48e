"""Addresses for phones and their QR code."""
import socket
from types import SimpleNamespace as Some

import numpy
import psutil
import pytest
from PIL import Image
from pyzbar.pyzbar import decode  # type: ignore[import-untyped]

from docassemble.immdef_selfhelp.server.run import network, serve

EVERYWHERE = '0.0.0.0'  # noqa: S104 -- compared with and printed, never bound
# The half-block characters of a terminal: is the upper half, the lower half light?
HALVES = {' ': (0, 0), '\N{NO-BREAK SPACE}': (0, 0), '▀': (1, 0), '▄': (0, 1), '█': (1, 1)}


def test_the_qr_code_in_the_terminal_can_be_read() -> None:
    address = 'http://192.168.43.117:8080/'
    lines = [line for line in network.qr(address).splitlines() if line]
    width = max(map(len, lines))
    cells = numpy.array([[HALVES[character][half] for character in line.ljust(width)] for line in lines for half in (0, 1)], dtype=numpy.uint8)
    picture = Image.fromarray(numpy.kron(cells, numpy.full((8, 8), 255, dtype=numpy.uint8)))
    assert [one.data.decode() for one in decode(picture)] == [address]


@pytest.mark.parametrize(('host', 'local'), [('127.0.0.1', True), ('localhost', True), ('::1', True), (EVERYWHERE, False), ('192.168.1.5', False)])
def test_is_local(host: str, local: bool) -> None:
    assert network.is_local(host) is local


@pytest.mark.parametrize(('found', 'only_here'), [
    (['http://127.0.0.1:8080/'], True), (['http://[::1]/', 'http://localhost:8080/'], True), (['http://192.168.8.2:8080/'], False),
    (['http://127.0.0.1:8080/', 'http://192.168.8.2:8080/'], False), (['https://taller.example/'], False)])
def test_a_phone_of_the_room_can_open_one_of_the_addresses_or_none(found: list[str], only_here: bool) -> None:
    assert network.only_here(found) is only_here


def test_addresses_are_those_of_the_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    def cards(*numbers: str) -> list[Some]:
        return [Some(family=socket.AF_INET, address=number) for number in numbers]

    monkeypatch.setattr(psutil, 'net_if_addrs', lambda: {
        'lo': cards('127.0.0.1'), 'docker0': cards('172.17.0.1'), 'wlan0': cards('192.168.43.117', '169.254.3.3'), 'off0': cards('10.0.0.9')})
    monkeypatch.setattr(psutil, 'net_if_stats', lambda: {name: Some(isup=name != 'off0') for name in ('lo', 'docker0', 'wlan0', 'off0')})
    assert network.addresses(EVERYWHERE, 8080) == ['http://192.168.43.117:8080/', 'http://172.17.0.1:8080/']
    assert network.addresses('192.168.1.5', 80) == ['http://192.168.1.5:80/']


def test_the_person_is_told_how_phones_get_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(network, 'addresses', lambda host, port: [f'http://192.168.43.117:{port}/'])
    serve.announce('127.0.0.1', 8080, 5.0)
    assert 'Phones cannot reach it' in capsys.readouterr().out
    serve.announce(EVERYWHERE, 8080, 5.0)
    said = capsys.readouterr().out
    assert 'On a phone on the same Wi-Fi: http://192.168.43.117:8080/' in said
    assert network.qr('http://192.168.43.117:8080/') in said
    assert 'unencrypted' in said
