"""What a family types is nowhere in clear on the server, is gone when erased or too old, and never reaches a log."""
import os
import secrets
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from server.client import Phone, named
from server.live import LiveServer

from docassemble.immdef_selfhelp.server.run.logs import redacted

pytestmark = pytest.mark.server


def distinctive() -> str:
    """A name that is nowhere else."""
    return 'Xochi' + ''.join(secrets.choice('aeiou') + secrets.choice('lmnrt') for _ in range(6))


def sessions(server: LiveServer) -> set[object]:
    return {key for (key,) in server.query('SELECT DISTINCT key FROM userdict')}


def cached(server: LiveServer) -> dict[bytes, bytes]:
    """Everything in the cache: each key with its serialized value."""
    return {key: client.dump(key) or b'' for client in map(server.cache, range(3)) for key in client.scan_iter()}


def test_at_rest_everything_is_encrypted(server: LiveServer) -> None:
    name, plain = distinctive(), distinctive()
    phone = named(server.url, name)
    assert name in phone.back().html, 'it was stored'
    server.query('CREATE TABLE plain_marker AS SELECT %s AS text', plain)
    assert any(file.startswith('postgresql/base/') for file in server.files_with(plain)), 'the search finds what is in clear'
    server.query('DROP TABLE plain_marker')
    assert server.files_with(name) == []
    rows = server.query('SELECT dictionary, encrypted FROM userdict')
    assert len(rows) > 1
    assert all(encrypted and name not in str(dictionary) for dictionary, encrypted in rows)


def test_the_cache_holds_no_page_and_no_answer(server: LiveServer) -> None:
    name = distinctive()
    phone = named(server.url, name)
    phone.back()
    held = cached(server)
    assert any(b'tempuser' in value for value in held.values()), 'browser sessions are there'
    assert not any(name.encode() in key + value for key, value in held.items())
    assert not any(key.startswith(b'da:html') for key in held)


def test_erase_deletes_the_session_from_the_database_and_frees_the_phone(server: LiveServer) -> None:
    before = sessions(server)
    name = distinctive()
    phone = named(server.url, name)
    mine = sessions(server) - before
    assert len(mine) == 1
    key = phone.http.cookies['secret']
    phone.follow('Borrar' if 'Borrar' in phone.screen.links() else 'Erase')
    assert phone.screen.identity == 'erase'
    phone.press(next(label for label in phone.screen.buttons() if label.startswith(('Sí', 'Yes'))))
    assert urlsplit(phone.screen.url).path.endswith('/recetas')
    assert sessions(server) == before
    assert server.query('SELECT key FROM userdictkeys WHERE key = %s', *mine) == []
    assert phone.http.cookies.get('secret') != key
    assert phone.open().identity == 'choose_language'
    assert name not in phone.screen.html


def test_a_session_past_its_days_is_deleted_and_a_younger_one_stays(server: LiveServer) -> None:
    before = sessions(server)
    named(server.url, distinctive())
    old = sessions(server) - before
    young = named(server.url, distinctive())
    server.query("UPDATE userdict SET modtime = now() - interval '16 days' WHERE key = ANY(%s)", list(old))
    command = [sys.executable, '-P', '-m', 'docassemble.immdef_selfhelp.server.run.retention']
    done = subprocess.run(command, cwd='/', check=False, capture_output=True, text=True,
                          env={'DA_CONFIG_FILE': str(server.data / 'config.yml'), 'PATH': '/usr/bin:/bin', 'LANG': 'en_US.UTF-8'})
    assert done.returncode == 0, done.stderr[-1000:]
    assert sessions(server) & old == set()
    assert young.open().identity == 'applicant_birth'


def test_another_phone_does_not_see_the_session(server: LiveServer) -> None:
    name = distinctive()
    before = sessions(server)
    phone = named(server.url, name)
    (mine,) = sessions(server) - before
    stranger = Phone(server.url, 'docassemble.immdef_selfhelp:data/questions/main.yml')
    stranger.open(session=str(mine))
    assert name not in stranger.screen.html
    stranger.http.cookies.set('session', phone.http.cookies['session'])
    stranger.open()
    assert name not in stranger.screen.html, 'without the key in the cookie the answers stay closed'


def test_no_log_holds_an_answer_even_of_an_error(server: LiveServer) -> None:
    name = distinctive()
    phone = named(server.url, name)
    phone.http.post(server.url + 'interview', data={**phone.screen._hidden(), '_varnames': name}, timeout=30)
    phone.open(action=name)
    phone.open(**{name: name})
    phone.back()
    logs = list((server.data / 'log').iterdir())
    text = ''.join(file.read_text(encoding='utf-8', errors='replace') for file in logs)
    assert 'Booting worker' in text, 'something is written'
    assert name not in text
    assert name not in server.said
    assert phone.http.cookies['secret'] not in text
    assert 'interview?' not in text


@pytest.mark.parametrize(('line', 'kept'), [
    ('[2026-11-25 02:15:41 +0000] [9317] [INFO] Booting worker with pid: 9319', 'INFO Booting worker with pid: 9319'),
    ('[2026-11-25 02:15:41 +0000] [9317] [ERROR] Error handling request /interview?i=x&name=Marisol', None),
    ('[2026-11-25 02:15:41 +0000] [9317] [INFO] Booting worker with pid: 1 Marisol', None),
    ('  File "/srv/lib/docassemble/base/parse.py", line 8582, in assemble', '  /srv/lib/docassemble/base/parse.py:8582 assemble'),
    ("ValueError: could not convert string to float: 'Marisol'", 'ValueError'),
    ("docassemble.base.error.DAError: Marisol wrote this", 'docassemble.base.error.DAError'),
    ("ModuleNotFoundError: No module named 'mammoth'", "ModuleNotFoundError No module named 'mammoth'"),
    ("ModuleNotFoundError: No module named 'mammoth' Marisol", 'ModuleNotFoundError'),
    ('Interview docassemble.x:data/questions/main.yml not found', 'Interview docassemble.x:data/questions/main.yml not found'),
    ('Interview docassemble.x:data/questions/Marisol Pineda not found', None),
    ('Marisol', None),
    ('', None),
])
def test_only_known_shapes_of_lines_are_written(line: str, kept: str | None) -> None:
    assert redacted(line) == kept


def test_the_folder_is_closed_to_other_users(server: LiveServer) -> None:
    parts = {path.name: stat.S_IMODE(path.stat().st_mode) for path in server.data.iterdir()}
    folders = [path.name for path in server.data.iterdir() if path.is_dir()]
    assert {'postgresql', 'postgresql-socket', 'valkey', 'files', 'log', 'run', 'tmp'} <= set(folders)
    assert {name: oct(parts[name]) for name in folders} == dict.fromkeys(folders, '0o700')
    for name in ('config.yml', 'secrets.json'):
        assert oct(parts[name]) == '0o600'
    assert oct(stat.S_IMODE((server.data / 'log' / 'server.log').stat().st_mode)) == '0o600'
    left = [path for name in ('files', 'tmp') for path in (server.data / name).rglob('*') if path.is_file()]
    assert left == [], 'no upload, no assembled document, nothing half made'


def test_a_paper_that_a_killed_worker_left_half_made_is_removed() -> None:
    with LiveServer('--workers', '1') as server:
        papers = Path(server.named('gunicorn')[0].environ()['SELFHELP_PAPERS'])
        assert stat.S_IMODE(papers.stat().st_mode) == 0o700
        left, now = papers / 'paper-left', papers / 'paper-now'
        for folder in (left, now):
            folder.mkdir()
            (folder / '0.pdf').write_text('Marisol', encoding='utf-8')
        os.utime(left, (0, 0))
        for _ in range(100):
            if not left.exists():
                break
            time.sleep(0.1)
        assert not left.exists()
        assert now.exists(), 'one in the making stays'
        server.kill()
        assert now.exists()
        server.start()
        assert not now.exists(), 'the next start removes what a killed server left'
    assert not papers.exists()
