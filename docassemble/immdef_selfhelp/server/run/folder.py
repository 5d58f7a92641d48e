# do not pre-load: an existing docassemble server has its own way to run
"""The data folder: everything the server keeps between starts, and nothing outside it.

    config.yml        docassemble's configuration, written anew at each start   0600
    secrets.json      passwords and the key of the web sessions                  0600
    schema            the docassemble version the tables were last brought to
    postgresql/       the database: sessions, encrypted by docassemble           0700
    valkey/           browser sessions: no answers                               0700
    files/ log/ run/  docassemble's file store, logs, settings of the run        0700
    forms/            blanks of government forms that were added (`selfhelp forms`)  0700
    static/           scripts and styles of the pages, compressed; nothing of a family
    tmp/              stands in for the folder in memory where the machine has none, emptied at each start  0700

Papers become PDFs, and the web workers keep temporary files, in a folder of the machine's memory, where there is one (`empty_papers`).
"""
import contextlib
import fcntl
import hashlib
import json
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import platformdirs
import psutil

from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem

NAME = 'immdef-selfhelp'
MEMORY = Path('/dev/shm')  # noqa: S108
ABANDONED = 150.0
ENDING = 10.0
PRIVATE = ('valkey', 'files', 'forms', 'log', 'run', 'packages', 'tmp')


def default_data() -> Path:
    """Where the data is kept when nobody says: /var/lib for root, the XDG data folder for anybody else."""
    return Path('/var/lib', NAME) if os.geteuid() == 0 else platformdirs.user_data_path(NAME)


@dataclass(frozen=True)
class Secrets:
    """Made once, at the first start. The answers are under the phones' keys; without `secretkey`, browser sessions, copies and files are lost."""

    secretkey: str
    superuser_password: str
    database_password: str
    cache_password: str


@dataclass(frozen=True)
class DataFolder:
    """The paths inside the data folder."""

    path: Path

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    @property
    def config(self) -> Path:
        """docassemble's configuration."""
        return self.path / 'config.yml'

    def prepare(self) -> None:
        """Make the folder and its private parts.

        Raises ServerProblem when it cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            # root's PostgreSQL runs as another user, which has to pass through; the parts inside are closed.
            self.path.chmod(0o711 if os.geteuid() == 0 else 0o700)
            for name in PRIVATE:
                (self / name).mkdir(exist_ok=True)
                (self / name).chmod(0o700)
            with tempfile.TemporaryFile(dir=self / 'run') as probe:
                probe.write(b'x')
        except OSError as error:
            raise ServerProblem(
                f'Cannot write in the data folder {self.path}: {error.strerror}.\n'
                'Choose another with --data FOLDER, or give yourself the right to write there.', Exit.FOLDER) from error

    def lock(self) -> IO[str]:
        """Take the folder for this process; the lock ends with the process, however it ends.

        Raises ServerProblem when another server holds it.
        """
        # Only the owner may open it: whoever can read a file can hold a lock on it.
        handle = os.fdopen(os.open(self / 'lock', os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), 'r+', encoding='utf-8')
        os.fchmod(handle.fileno(), 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.close()
            raise ServerProblem(f'A server is already running on the data folder {self.path}. Stop it first (Ctrl-C in its window), '
                                'or start this one with another --data FOLDER and --port.', Exit.RUNNING) from error
        return handle

    def end_leftovers(self) -> int:
        """End what still works for a server on this folder that was killed: web workers that hold the port, a LibreOffice.


        Returns how many there were. Only for the holder of the lock. All of them have the path of our configuration in their environment.
        """
        left = [process for process in psutil.process_iter() if _configuration(process) == str(self.config) and process.pid != os.getpid()]
        for process in left:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(left, timeout=ENDING)
        return len(left)

    def empty_temporary(self) -> None:
        """Remove what a killed worker may have left half made. Only for the holder of the lock."""
        shutil.rmtree(self / 'tmp')
        (self / 'tmp').mkdir(mode=0o700)

    def empty_papers(self) -> Path:
        """An empty private folder in which papers become PDFs, in memory where the machine has such a folder. Its name belongs to this data folder,
        so that the next start finds what a server that was killed has left. Only for the holder of the lock.
        """
        folder = MEMORY / f'{NAME}-{hashlib.sha256(str(self.path).encode()).hexdigest()[:16]}'
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(mode=0o700)
        except OSError:  # no such memory, or somebody else was there first
            return self / 'tmp'
        return folder

    def secrets(self) -> Secrets:
        """The secrets of this folder, made at the first call. Hexadecimal, so that no URL or configuration file has to quote them.

        Raises ServerProblem when the file is empty, cut off or lacks one: others would open nothing that is kept here, so none are made.
        """
        file = self / 'secrets.json'
        if not file.exists():
            made = {name: secrets.token_hex(32) for name in Secrets.__dataclass_fields__}
            write_private(file, json.dumps(made))
        try:
            return Secrets(**json.loads(file.read_text(encoding='utf-8')))
        except (ValueError, TypeError) as error:
            raise ServerProblem(f'{file} is empty or damaged, and without what stood in it nothing in this folder can be opened.\n'
                                'Bring the folder back from a backup (selfhelp restore), or start on a new one with --data FOLDER.',
                                Exit.FOLDER) from error


def _configuration(process: psutil.Process) -> str:
    try:
        return process.environ().get('DA_CONFIG_FILE', '')
    except (psutil.Error, OSError):  # of another user, or ended meanwhile
        return ''


def remove_abandoned(papers: Path, now: float) -> None:
    """Remove what a killed worker has left among the papers: no PDF takes as long as `ABANDONED`."""
    for left in papers.glob('paper-*'):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left)


def write_private(file: Path, text: str) -> None:
    """Replace a file by one that only its owner can read, at once or not at all."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f'.{file.name}.')
    with os.fdopen(handle, 'w', encoding='utf-8') as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(name, file)
