"""A real server on a data folder and a port of its own, for tests and for the bench: `with LiveServer() as server: Phone(server.url)`."""
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

import psutil
import psycopg2
import redis
import yaml

START_SECONDS = 120


def free_port() -> int:
    """A loopback port that is free now."""
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return int(probe.getsockname()[1])


def serve(*arguments: str) -> 'subprocess.Popen[str]':
    """`selfhelp serve` as a person starts it."""
    return subprocess.Popen([sys.executable, '-P', '-m', 'docassemble.immdef_selfhelp.cli', 'serve', *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)


class LiveServer:
    """The server. `started` holds the seconds of each start as the person waits for it, `said` everything it printed."""

    def __init__(self, *arguments: str) -> None:
        self.data = Path(tempfile.mkdtemp(prefix='selfhelp-test-'))
        self.data.chmod(0o711 if os.geteuid() == 0 else 0o700)
        self.port = free_port()
        self.url = f'http://127.0.0.1:{self.port}/'
        self.arguments = arguments
        self.started: list[float] = []
        self.said = ''

    def __enter__(self) -> 'LiveServer':
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        code = self.stop(signal.SIGTERM) if self.process.poll() is None else None
        shutil.rmtree(self.data)
        if kind is None:
            assert code == 0, f'the server did not stop cleanly ({code}):\n{self.said}'

    def start(self) -> None:
        """Start, and wait until it says that it is ready."""
        began = time.monotonic()
        self.process = serve('--port', str(self.port), '--data', str(self.data), *self.arguments)
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if line.startswith('Ready'):
                self.started.append(time.monotonic() - began)
                return
        raise AssertionError(f'The server did not start:\n{self.said}')

    def family(self) -> list[psutil.Process]:
        """Every process of the server, itself first."""
        itself = psutil.Process(self.process.pid)
        return [itself, *itself.children(recursive=True)]

    def named(self, pattern: str) -> list[psutil.Process]:
        """Its processes whose command line matches."""
        found = []
        for one in self.family():
            with contextlib.suppress(psutil.NoSuchProcess):  # it may end while one looks
                found += [one] if re.search(pattern, ' '.join(one.cmdline())) else []
        return found

    def held_by_the_loaded(self) -> set[str]:
        """The states of the sockets of the process that the workers are forked from. Theirs too, so it may only listen."""
        return {connection.status for connection in self.named('gunicorn')[0].net_connections('all')}

    def stop(self, with_signal: signal.Signals) -> int:
        """Send one signal to the server itself and return its exit code."""
        self.process.send_signal(with_signal)
        said, _ = self.process.communicate(timeout=60)
        self.said += said
        return int(self.process.returncode)

    def kill(self) -> None:
        """The power of the computer fails: every process ends at once."""
        everything = self.family()
        for process in everything:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.process.wait()
        psutil.wait_procs(everything, timeout=15)

    def query(self, sql: str, *values: object, superuser: bool = False) -> list[tuple[object, ...]]:
        """The rows of one statement, as docassemble's own role or as the superuser."""
        secrets = json.loads((self.data / 'secrets.json').read_text(encoding='utf-8'))
        user, password = ('postgres', secrets['superuser_password']) if superuser else ('selfhelp', secrets['database_password'])
        connection = psycopg2.connect(host=str(self.data / 'postgresql-socket'), dbname='selfhelp', user=user, password=password)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
                return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()

    def cache(self, number: int = 0) -> 'redis.Redis':
        """One of its three Valkey databases."""
        return redis.Redis.from_url(self.config()['redis'], db=number)

    def config(self) -> dict[str, str]:
        """docassemble's configuration as written for this start."""
        return dict(yaml.safe_load((self.data / 'config.yml').read_text(encoding='utf-8')))

    def files_with(self, text: str) -> list[str]:
        """The files of the data folder that hold the text in clear, like `grep -r --text`; after everything was written out."""
        self.query('CHECKPOINT', superuser=True)
        wanted = text.encode()
        return [str(file.relative_to(self.data)) for file in self.data.rglob('*') if file.is_file() and wanted in file.read_bytes()]
