"""A PostgreSQL and a Valkey on loopback that no server of ours started, as an organisation has them; and servers that share them."""
import os
import secrets
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

import psycopg2
from server.client import Phone, Screen
from server.live import LiveServer, free_port

from docassemble.immdef_selfhelp.server.run import stores
from docassemble.immdef_selfhelp.server.run.folder import DataFolder


class OutsideStores:
    """The stores. `database` and `redis` are their addresses, `secretkey` the file for `selfhelp serve --secretkey`."""

    def __enter__(self) -> 'OutsideStores':
        self.folder = DataFolder(Path(tempfile.mkdtemp(prefix='selfhelp-stores-')))
        self.folder.prepare()
        port, made = free_port(), self.folder.secrets()
        self._database = stores.Postgres(self.folder, made, 4)
        self._cache = stores.Valkey(self.folder, made, free_port())
        with patch.dict(os.environ, PGPORT=str(port)), patch.dict(stores.POSTGRES_SETTINGS, listen_addresses='127.0.0.1'):
            self._database.start()
        self._cache.start()
        self.database = f'postgresql://selfhelp:{made.database_password}@127.0.0.1:{port}/selfhelp?sslmode=prefer'
        self.redis = f'{self._cache.url}/3'
        self.secretkey = self.folder / 'secretkey'
        self.secretkey.write_text(secrets.token_hex(32) + '\n', encoding='utf-8')
        self.secretkey.chmod(0o600)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._cache.stop()
        self._database.stop()
        shutil.rmtree(self.folder.path)

    @property
    def arguments(self) -> tuple[str, ...]:
        """What each server of these stores is started with."""
        return ('--database', self.database, '--redis', self.redis, '--secretkey', str(self.secretkey), '--workers', '1')

    def server(self, *arguments: str) -> LiveServer:
        """Another server on these stores."""
        return LiveServer(*self.arguments, *arguments)

    def query(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """The rows of one statement."""
        connection = psycopg2.connect(self.database)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(sql, values)
                return list(cursor.fetchall())
        finally:
            connection.close()


class WanderingPhone(Phone):
    """A phone behind a balancer that sends each request to the next server: one address for the phone, whoever answers it."""

    ADDRESS = 'selfhelp.example.org'

    def __init__(self, servers: list[LiveServer]) -> None:
        super().__init__(servers[0].url)
        self.servers, self.answered_by = servers, []  # type: tuple[list[LiveServer], list[LiveServer]]
        self.http.headers['Host'] = self.ADDRESS

    def stay(self) -> None:
        """Ask the same server once more: the balancer has noticed that the next one is dead."""
        self.servers = self.servers[-1:] + self.servers[:-1]

    def _show(self, method: str, address: str, **more: object) -> Screen:
        self.servers = self.servers[1:] + self.servers[:1]
        self.server = self.servers[0].url
        self.answered_by.append(self.servers[0])
        if hasattr(self, 'screen'):
            self.screen.url = f'http://{self.ADDRESS}/interview'
        return super()._show(method, address, **more)
