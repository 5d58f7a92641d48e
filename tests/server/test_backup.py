"""A backup of a stopped server, restored into a new folder: the family goes on where it was, and nothing of it is in clear on the way."""
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from server.client import named
from server.live import LiveServer
from server.two_phones import OPENED, new_code, new_file, open_code, open_file

pytestmark = pytest.mark.server


def selfhelp(*arguments: object) -> tuple[int, str]:
    """Exit code and output of the command as a person runs it."""
    done = subprocess.run([sys.executable, '-P', '-m', 'docassemble.immdef_selfhelp.cli', *map(str, arguments)],
                          check=False, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that root's database user may pass through, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix='selfhelp-backup-'))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def test_a_family_goes_on_from_a_restored_backup(place: Path) -> None:
    file = place / 'backup.tar.gz'
    with LiveServer('--workers', '1') as server:
        phone = named(server.url, 'Tlalli')
        words, taken = new_code(phone), new_file(phone)
        code, said = selfhelp('backup', file, '--data', server.data)
        assert code == 6 and 'Stop it first' in said, 'a running server is not copied'
        assert not file.exists()
        server.stop(signal.SIGTERM)
        code, said = selfhelp('backup', file, '--data', server.data)
        assert code == 0, said
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert selfhelp('backup', file, '--data', server.data)[0] == 4, 'an older backup is not overwritten'
        with tarfile.open(file) as archive:
            for member in archive.getmembers():
                stream = archive.extractfile(member)
                assert stream is None or b'Tlalli' not in stream.read(), member.name
            assert {name.partition('/')[0] for name in archive.getnames()} <= {
                'postgresql', 'valkey', 'files', 'packages', 'schema', 'secrets.json', 'forms'}
        code, said = selfhelp('restore', file, '--data', server.data)
        assert code == 4 and 'not empty' in said, 'what is there is not overwritten'
        kept = json.loads((server.data / 'secrets.json').read_text(encoding='utf-8'))
        shutil.rmtree(server.data)  # the disk is lost; the backup is what there is
        code, said = selfhelp('restore', file, '--data', server.data)
        assert code == 0, said
        modes = {str(path.relative_to(server.data)): oct(stat.S_IMODE(path.stat().st_mode) & 0o077) for path in server.data.rglob('*')}
        assert set(modes.values()) == {'0o0'}, modes
        server.start()
        assert json.loads((server.data / 'secrets.json').read_text(encoding='utf-8')) == kept
        assert phone.open().identity == 'applicant_birth'
        assert 'Tlalli' in phone.back().html
        assert phone.answer().identity == 'applicant_birth', 'and what is told now is kept'
        assert open_code(server, words).screen.title == OPENED
        assert open_file(server, taken).screen.title == OPENED
    assert list(place.glob('.*')) == [], 'nothing half made'


def damaged(place: Path, how: str) -> Path:
    """A file that is no good backup."""
    file, content = place / f'{how}.tar.gz', place / 'content'
    content.mkdir()
    (content / 'postgresql').mkdir()
    (content / 'postgresql' / 'PG_VERSION').write_bytes(os.urandom(300_000))
    (content / 'secrets.json').write_text('{}', encoding='utf-8')
    with tarfile.open(file, 'w:gz') as archive:
        archive.add(content / 'postgresql', 'postgresql')
        if how == 'outside':
            archive.add(content / 'secrets.json', 'postgresql/../../../planted')
        if how == 'foreign':
            archive.add(content / 'secrets.json', 'config.yml')
        if how == 'link':
            link = tarfile.TarInfo('files')
            link.type, link.linkname = tarfile.SYMTYPE, '/etc'
            archive.addfile(link)
        if how != 'without the end':
            archive.add(content / 'secrets.json', 'secrets.json')
    if how == 'cut off':
        file.write_bytes(file.read_bytes()[:100_000])
    if how == 'not an archive':
        file.write_bytes(b'hello')
    return file


@pytest.mark.parametrize('how', ['outside', 'foreign', 'link', 'without the end', 'cut off', 'not an archive'])
def test_a_file_that_is_no_good_backup_makes_no_folder(place: Path, how: str) -> None:
    code, said = selfhelp('restore', damaged(place, how), '--data', place / 'new')
    assert code == 4
    assert 'cannot be restored' in said
    assert 'Traceback' not in said
    assert sorted(path.name for path in place.iterdir()) == sorted([f'{how}.tar.gz', 'content'])


def test_a_missing_file_and_an_empty_folder_are_told(place: Path) -> None:
    code, said = selfhelp('restore', place / 'nothing.tar.gz', '--data', place / 'new')
    assert code == 4 and 'Traceback' not in said
    code, said = selfhelp('backup', place / 'one.tar.gz', '--data', place / 'new')
    assert code == 4 and 'no data of a server' in said
    assert list(place.iterdir()) == []
