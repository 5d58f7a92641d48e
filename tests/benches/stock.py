"""docassemble as it comes, on the stores and the configuration of a running server of ours, with as many workers and threads."""
import signal
import subprocess
import sys
import time
from types import TracebackType

import requests
from server.live import LiveServer, free_port

from docassemble.immdef_selfhelp.server.run import processes, serve, watching
from docassemble.immdef_selfhelp.server.run.folder import DataFolder

SMALLEST = 'docassemble.base:data/questions/examples/yesno.yml'
START_SECONDS = 120


class StockServer:
    """The second web server. `url` is docassemble's own smallest interview on it, one question long."""

    def __init__(self, ours: LiveServer) -> None:
        self._ours, self._port = ours, free_port()
        self.root = f'http://127.0.0.1:{self._port}/'
        self.url = f'{self.root}interview?i={SMALLEST}'

    def __enter__(self) -> 'StockServer':
        command = [sys.executable, '-m', 'gunicorn', '--no-control-socket', f'--bind=127.0.0.1:{self._port}', f'--workers={serve.WORKERS}',
                   '--worker-class=gthread', f'--threads={watching.THREADS}', '--timeout=120', f'--chdir={__file__.rpartition("/")[0]}']
        environment = serve.child_environment(DataFolder(self._ours.data))
        self._process = processes.spawn([*command, 'stock_wsgi:application'], env=environment, output=subprocess.DEVNULL)
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                requests.get(f'{self.root}health_check', timeout=10)
                return self
            except (requests.ConnectionError, requests.ReadTimeout):
                assert self._process.poll() is None and time.monotonic() < end, 'the stock server does not start'
                time.sleep(0.2)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        processes.stop(self._process, signal.SIGTERM, 15)
