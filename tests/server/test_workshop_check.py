"""What `selfhelp workshop check` says before the families come."""
import shutil
import socket
import threading
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from server.live import free_port

from docassemble.immdef_selfhelp.server.run import network, workshop_command

NOW = datetime(2026, 11, 28, 9)


def test_a_computer_without_a_network_is_told_so() -> None:
    assert not workshop_command.addresses([]).well
    found = workshop_command.addresses(['http://192.168.8.10:8080/', 'http://172.17.0.1:8080/'])
    assert found.well
    assert '192.168.8.10' in found.said


def test_a_hotspot_of_its_own_is_warned_of() -> None:
    assert not workshop_command.hotspot(['http://10.42.0.1:8080/']).well
    assert workshop_command.hotspot(['http://192.168.8.10:8080/']).well


def test_a_clock_before_the_program_cannot_be_right() -> None:
    assert not workshop_command.clock(NOW, NOW + timedelta(days=1)).well
    assert workshop_command.clock(NOW, NOW - timedelta(days=1)).well


def test_a_full_disk_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, 'disk_usage', lambda _: SimpleNamespace(free=999))
    assert not workshop_command.disk(tmp_path / 'not' / 'yet').well


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(('0.0.0.0', 0))  # noqa: S104
        other.listen()
        port = other.getsockname()[1]
        assert workshop_command.run_check(port, tmp_path, 0) == 1
    assert f'LOOK   Port {port} is taken' in capsys.readouterr().out


def test_this_computer_itself_is_no_second_device(monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    with network.listen('127.0.0.1', port) as listener:
        def ask() -> None:
            with socket.create_connection(('127.0.0.1', port), timeout=5) as phone:
                phone.sendall(b'GET / HTTP/1.0\r\n\r\n')
                assert b'gets through' in phone.recv(4096)

        for own in (True, False):
            if not own:
                monkeypatch.setattr(psutil, 'net_if_addrs', dict)
            phone = threading.Thread(target=ask)
            phone.start()
            assert workshop_command.second_device(listener, 0.5).well is not own
            phone.join()


def test_a_key_needs_a_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert workshop_command.run_key(tmp_path) == 1
    assert 'selfhelp serve --workshop' in capsys.readouterr().out
