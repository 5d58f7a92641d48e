# do not pre-load: an existing docassemble server has its own way to run
"""Stores that run elsewhere, which several web servers share: `selfhelp serve --database URL --redis URL`.

docassemble keeps nothing of a session in a process, so any of the servers may answer any family, as long as all have the same `secretkey`.
"""
import contextlib
import hashlib
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import redis

from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem

READY_SECONDS = 30
# Seconds that another server may take to make the tables.
TABLES_SECONDS = 300
# Any numbers, as long as nothing else on the database uses them: the servers wait for one another with these.
TABLES_LOCK, CLEANING_LOCK = 5_897_208_002, 5_897_208_003
SHORTEST_KEY = 32
# Where docassemble looks for whom to trust, when that is nobody the computer knows.
AUTHORITY = Path('/etc/ssl/docassemble/redis_ca.crt')
KEY_MARK = 'immdef-selfhelp:secretkey'
# docassemble pastes names and passwords into addresses as they stand, and a percent sign stops it: only what means nothing there.
PLAIN = re.compile(r'[\w.~-]*', re.ASCII)


class Database:
    """A PostgreSQL elsewhere, by its libpq address: postgresql://USER:PASSWORD@HOST:PORT/NAME?sslmode=verify-full.

    Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
    """

    shared = True

    def __init__(self, url: str) -> None:
        """Raises ServerProblem for an address that libpq or docassemble cannot read."""
        try:
            self._parts = psycopg2.extensions.parse_dsn(url) if url.startswith(('postgresql://', 'postgres://')) else {}
        except psycopg2.ProgrammingError:
            self._parts = {}
        if not {'dbname', 'user'} <= self._parts.keys():
            raise ServerProblem('--database is an address like postgresql://USER:PASSWORD@HOST:5432/NAME.')
        _check_plain('--database', self._parts['user'], self._parts.get('password', ''))

    @property
    def for_docassemble(self) -> dict[str, str]:
        """docassemble's `db`. What it has no key for goes behind the name, as a query that SQLAlchemy hands to libpq.

        Source: https://docs.sqlalchemy.org/en/20/dialects/postgresql.html#module-sqlalchemy.dialects.postgresql.psycopg2
        """
        more = dict(self._parts)
        keys = {'name': more.pop('dbname'), 'user': more.pop('user')}
        if not more.get('host', '/').startswith('/'):
            keys |= {'host': more.pop('host'), 'port': more.pop('port', '5432')}
        if 'password' in more:
            keys['password'] = more.pop('password')
        query = '&'.join(f'{name}={value}' for name, value in more.items())
        return keys | ({'name': f'{keys["name"]}?{query}'} if query else {})

    def join(self, _secretkey: str) -> None:
        """Wait until it lets us in. Raises ServerProblem with what it said when it does not."""
        _wait('PostgreSQL', lambda: self._connect().close(), psycopg2.OperationalError)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """While this lasts, no other server makes or changes the tables. Raises ServerProblem when another one takes too long."""
        with contextlib.closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{TABLES_SECONDS}s'")
            try:
                cursor.execute('SELECT pg_advisory_lock(%s)', (TABLES_LOCK,))
            except psycopg2.errors.LockNotAvailable as error:
                raise ServerProblem('Another server has been changing the tables for minutes. Look at that one first.') from error
            yield

    def _connect(self) -> 'psycopg2.extensions.connection':
        return psycopg2.connect(**self._parts, connect_timeout=5)


class Cache:
    """A Valkey or Redis elsewhere, by its address: rediss://:PASSWORD@HOST:PORT/0. docassemble uses the database of that number and the next two."""

    def __init__(self, url: str) -> None:
        """Raises ServerProblem for an address that docassemble cannot read."""
        try:
            parts = urlsplit(url)
            if parts.scheme not in ('redis', 'rediss') or not parts.hostname or parts.port == 0 or not re.fullmatch(r'(/\d*)?', parts.path):
                raise ValueError
        except ValueError as error:
            raise ServerProblem('--redis is an address like redis://:PASSWORD@HOST:6379/0, or rediss:// for TLS.') from error
        _check_plain('--redis', parts.username or '', parts.password or '')
        self.url = url

    def join(self, secretkey: str) -> None:
        """Wait until it lets us in, and become one of its servers.

        Raises ServerProblem when it does not, or when the others have another `secretkey`: each would shut out the families of the other.
        """
        mark = hashlib.sha256(f'{KEY_MARK} {secretkey}'.encode()).hexdigest()
        with self._client() as client:
            _wait('Valkey or Redis', client.ping, redis.exceptions.RedisError)
            client.set(KEY_MARK, mark, nx=True)
            if client.get(KEY_MARK) != mark.encode():
                raise ServerProblem(
                    'The other servers of these stores have another secret key. Give each the same with --secretkey FILE. To change the key for all: '
                    f'stop all, delete {KEY_MARK!r} in Valkey or Redis, start again. Families then lose the screens they have open, and their codes '
                    'and files open nothing.', Exit.SECRET)

    def _client(self) -> 'redis.Redis':
        authority = {'ssl_ca_certs': str(AUTHORITY)} if self.url.startswith('rediss:') and AUTHORITY.is_file() else {}
        return redis.Redis.from_url(self.url, socket_timeout=5, socket_connect_timeout=5, **authority)


def secretkey_of(file: Path) -> str:
    """The key that several servers share. Raises ServerProblem when the file cannot be read, others may read it, or the key is short."""
    try:
        key, mode = file.read_text(encoding='utf-8').strip(), file.stat().st_mode
    except (OSError, ValueError) as error:
        raise ServerProblem(f'The secret key cannot be read from {file}. Make one: (umask 077; openssl rand -hex 32 > FILE)', Exit.SECRET) from error
    if mode & 0o077:
        raise ServerProblem(f'Others may read the secret key. Close it: chmod 600 {file}', Exit.SECRET)
    if len(key) < SHORTEST_KEY:
        raise ServerProblem(f'The secret key in {file} has fewer than {SHORTEST_KEY} characters. Make one: openssl rand -hex 32', Exit.SECRET)
    return key


def _check_plain(option: str, *values: str) -> None:
    if not all(PLAIN.fullmatch(value) for value in values):
        raise ServerProblem(f'{option}: docassemble takes only letters, digits and . _ ~ - in the name and the password. '
                            'Choose another password there, for example of openssl rand -hex 32.')


def _wait(name: str, ask: Callable[[], object], failure: type[Exception]) -> None:
    end = time.monotonic() + READY_SECONDS
    while True:
        try:
            ask()
            return
        except failure as error:
            if time.monotonic() > end:
                raise ServerProblem(f'{name} does not let this server in. It said: {str(error).strip()[-300:]}', Exit.STORES) from error
            time.sleep(0.5)
