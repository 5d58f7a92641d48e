"""What a power cut, a full disk or a lost file leaves behind: the next start works at once, or says in a sentence why not."""
import errno
import inspect
import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace as Some

import pytest
from server.client import named
from server.in_workshop import joined, leader_address, opened, press, rows, signed_in
from server.live import LiveServer
from sqlalchemy.pool import QueuePool

from docassemble.immdef_selfhelp.server.run import folder as data_folder, journal, logs, native, network, serve, settings, stores, watching
from docassemble.immdef_selfhelp.server.run.folder import DataFolder
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem
from docassemble.immdef_selfhelp.server.web.error_pages import error_page

pytestmark = pytest.mark.server
GB = 1_000_000_000


def test_a_power_cut_that_leaves_locks_and_zeros_is_repaired_by_the_next_start(server: LiveServer) -> None:
    phone = named(server.url, 'Metztli')
    server.process.kill()
    server.process.wait()
    server.arguments = ('--workshop', '--host', '127.0.0.1')
    server.start()
    began = server.started[-1]
    print(f'\nafter kill -9: ready again after {began:.1f} s')
    leader = signed_in(server, leader_address(server))
    joined(server, opened(leader), phone=phone)
    press(phone, 'hand', 'up', '/taller/ayuda')
    server.kill()
    sockets, (written,) = server.data / 'postgresql-socket', (server.data / 'valkey' / 'appendonlydir').glob('*.incr.aof')
    for name in ('.s.PGSQL.5432', '.s.PGSQL.5432.lock'):
        (sockets / name).unlink(missing_ok=True)
    # The number of another program of the same user
    (sockets / '.s.PGSQL.5432.lock').write_text(f'{os.getpid()}\n{server.data}/postgresql\n0\n5432\n', encoding='utf-8')
    with written.open('ab') as stream:
        stream.write(bytes(4096))
    damaged, manifest = written.read_bytes(), written.with_name('appendonly.aof.manifest')
    told = manifest.read_text(encoding='utf-8')
    manifest.write_bytes(bytes(len(told)))
    server.start()
    assert 'The cache was damaged, as by a power cut, and was repaired' in server.said
    assert written.with_name(f'{written.name}.damaged').read_bytes() == damaged
    assert manifest.read_text(encoding='utf-8') == told
    (number, *_, needs), = rows(leader)
    assert (number, 'Necesita ayuda' in needs) == ('1', True), 'the board is back, and the leader is still signed in'
    assert phone.open().identity == 'applicant_birth'
    assert 'Metztli' in phone.back().html
    server.arguments = ()  # the next start is an ordinary one again


@pytest.mark.parametrize(('names', 'counted'), [
    (['1.base.rdb', '1.incr.aof'], ['1.base.rdb', '1.incr.aof']), (['1.incr.aof'], ['1.incr.aof']), ([], []),
    # Cut off while a new one was begun: what the old one began with is there, and all that was written since
    (['10.incr.aof', '9.incr.aof', '10.base.rdb', '9.base.rdb', '9.incr.aof.damaged'], ['9.base.rdb', '9.incr.aof', '10.incr.aof'])])
def test_a_manifest_is_written_anew_from_the_files_that_are_there(names: list[str], counted: list[str]) -> None:
    written = journal.manifest_of(f'appendonly.aof.{name}' for name in names)
    assert written == ''.join(f'file appendonly.aof.{name} seq {name.split(".")[0]} type {name.split(".")[1][0]}\n' for name in counted)
    assert all(map(journal.LINE.fullmatch, written.splitlines()))


def test_a_mark_of_the_tables_that_is_noise_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = DataFolder(tmp_path)
    folder.prepare()
    (folder / 'schema').write_bytes(b'\xff\xfe')
    monkeypatch.setattr(serve, 'spawn', lambda *_, **__: Some(poll=lambda: 0, returncode=0))
    serve.ensure_tables(folder, {}, threading.Event())
    assert (folder / 'schema').read_text(encoding='utf-8') == settings.schema_version()


@pytest.mark.parametrize('content', [b'', bytes(3), b'\xff', b'15\n'])
def test_a_database_of_another_version_or_of_none_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    folder = DataFolder(tmp_path)
    folder.prepare()
    (folder / 'postgresql').mkdir()
    (folder / 'postgresql' / 'PG_VERSION').write_bytes(content)
    with pytest.raises(ServerProblem, match='was made by PostgreSQL'):
        stores.Postgres(folder, folder.secrets(), 2)


def test_the_database_lets_in_every_pool_of_every_web_process() -> None:
    pool = inspect.signature(QueuePool).parameters
    in_one = pool['pool_size'].default + pool['max_overflow'].default
    assert all(stores.most_connections(workers) > workers * 2 * in_one for workers in (1, 2, 8, 64))


def test_a_cache_that_cannot_be_repaired_says_that_no_answer_is_in_it(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.prepare()
    (tmp_path / 'valkey' / 'appendonlydir').write_text('not a folder', encoding='utf-8')
    with pytest.raises(ServerProblem, match='answers of the families are not in it'):
        stores.Valkey(folder, folder.secrets(), network.free_port()).start()


def test_what_still_works_for_a_killed_server_is_ended_and_nothing_else(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.prepare()
    command = [sys.executable, '-c', 'import time; time.sleep(60)']
    orphan = subprocess.Popen(command, env={**os.environ, 'DA_CONFIG_FILE': str(folder.config)})
    other = subprocess.Popen(command, env={**os.environ, 'DA_CONFIG_FILE': str(tmp_path / 'another' / 'config.yml')})
    try:
        time.sleep(0.3)
        assert folder.end_leftovers() == 1
        orphan.wait(5)  # psutil has seen it end
        assert other.poll() is None
    finally:
        for one in (orphan, other):
            one.kill()
            one.wait()


@pytest.mark.parametrize('content', ['', '{', '{}', '[]', '{"secretkey": "x"}'])
def test_secrets_that_are_lost_are_a_sentence_and_no_new_ones_are_made(tmp_path: Path, content: str) -> None:
    folder = DataFolder(tmp_path)
    (tmp_path / 'secrets.json').write_text(content, encoding='utf-8')
    with pytest.raises(ServerProblem, match='empty or damaged') as problem:
        folder.secrets()
    assert problem.value.code == Exit.FOLDER
    assert (tmp_path / 'secrets.json').read_text(encoding='utf-8') == content


def test_nobody_else_can_hold_the_lock(tmp_path: Path) -> None:
    (tmp_path / 'lock').touch(0o644)
    with DataFolder(tmp_path).lock():
        assert (tmp_path / 'lock').stat().st_mode & 0o777 == 0o600


def test_a_full_disk_is_said_once_and_no_trace_of_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    free = [GB, 1000, 1000, GB, GB]
    monkeypatch.setattr(shutil, 'disk_usage', lambda _: Some(free=free[0]))
    monkeypatch.setattr(watching, 'ROOM_SECONDS', 0)
    room = watching.Room(DataFolder(tmp_path))
    while free:
        room.look()
        free.pop(0)
    said = capfd.readouterr().out
    assert said.count('is full') == said.count('There is room on the disk again') == 1

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(logging, 'raiseExceptions', True)
    monkeypatch.setattr(native, 'check', no_room)
    assert serve.run(serve.Options(tmp_path)) == Exit.FOLDER
    logger = logs.open_log(tmp_path / 'server.log')
    monkeypatch.setattr(logger.handlers[0], 'stream', Some(write=no_room, flush=no_room, close=lambda: None, tell=lambda: 0, seek=no_room))
    logger.info('something')
    said = capfd.readouterr().err
    assert 'is full' in said
    assert 'Logging error' not in said
    assert 'Traceback' not in said


def test_the_page_of_an_error_says_that_the_disk_is_full_and_no_other_page_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for free, code, said in ((GB, 500, False), (1000, 500, True), (1000, 503, True), (1000, 404, False), (1000, 413, False)):
        monkeypatch.setattr(shutil, 'disk_usage', lambda _, free=free: Some(free=free))
        page = error_page(tmp_path, code)
        assert ('está lleno' in page) == ('is full' in page) == said


def test_behind_https_is_for_this_computer_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve.run(serve.Options(tmp_path / 'data', host='0.0.0.0', behind_https=True)) == Exit.FAILED  # noqa: S104
    assert '--behind-https' in capsys.readouterr().err
    assert not (tmp_path / 'data').exists()


def test_a_computer_without_memory_for_papers_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, 'MEMORY', tmp_path / 'missing')
    folder = DataFolder(tmp_path)
    folder.prepare()
    assert folder.empty_papers() == tmp_path / 'tmp'
