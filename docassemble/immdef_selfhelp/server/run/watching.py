"""What runs under `selfhelp serve`, and who watches over it: the web workers, restarts, the disk, the hourly clean-up."""
import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.server.run import full_disk, logs
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, remove_abandoned
from docassemble.immdef_selfhelp.server.run.problems import ServerProblem
from docassemble.immdef_selfhelp.server.run.processes import spawn, stop
from docassemble.immdef_selfhelp.server.run.stores import Postgres, Valkey

# documents/making/render.py makes the PDFs there.
PAPERS = 'SELFHELP_PAPERS'
# docassemble keeps the interpreter busy for most of a request: one process a core, and threads for the waiting parts. A paper that waits for its turn
# (documents/making/render.py) keeps a thread: more threads than families in a room, so that thirty papers leave some for other answers.
THREADS = 40
# Open connections of one process: more than phones that share a Wi-Fi, fewer than the files a process may open.
CONNECTIONS = 500
CLEANUP_SECONDS = 3600
# More than this many restarts of one process in a minute is no accident.
RESTARTS, RESTART_WINDOW = 5, 60.0
# gunicorn's advice for its workers' heartbeat files.
SHARED_MEMORY = '/dev/shm'  # noqa: S108
ROOM_SECONDS = 5.0
DISK_FULL = ('The disk with {folder} is full. What families sent until now is kept; what they send now is not taken, and their page says so. '
             'Make room on the disk: nothing has to be started again.')


class WebServer:
    """gunicorn on a socket we hold: while it restarts, phones wait in the socket's queue."""

    def __init__(self, listener: socket.socket, workers: int, environment: dict[str, str]) -> None:
        self._listener, self._workers, self._environment = listener, workers, environment
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        """Start it. Loaded once and then forked: half the computing and memory, and a worker that died is back at once. `wsgi` closes the connections
        it opened meanwhile, which workers would share and corrupt. No access log: addresses can hold an answer."""
        options = {'bind': f'fd://{self._listener.fileno()}', 'workers': self._workers, 'threads': THREADS,
                   'worker-class': f'{PACKAGE}.server.web.waiting_room.WaitingRoom', 'worker-connections': CONNECTIONS,
                   # A connection that waits takes no thread, and on a slow line a new one costs half a second.
                   'timeout': 120, 'graceful-timeout': 10, 'keep-alive': 75, 'forwarder-headers': ''}
        if os.path.isdir(SHARED_MEMORY):
            options['worker-tmp-dir'] = SHARED_MEMORY
        command = [sys.executable, '-m', 'gunicorn', '--no-control-socket', '--preload', *(f'--{name}={value}' for name, value in options.items())]
        command.append(f'{PACKAGE}.server.web.wsgi:application')
        # Killed with us: asked to end, it would let its workers hold the port for as long as their requests take.
        self.process = spawn(command, stop='KILL', env=self._environment, keep_open=[self._listener.fileno()])
        return self.process

    def stop(self) -> None:
        """Let the requests that run end, then stop."""
        if self.process:
            stop(self.process, signal.SIGTERM, 15)


class Watched:
    """A service that is started again when it ends by itself."""

    def __init__(self, name: str, service: Postgres | Valkey | WebServer, logger: logging.Logger) -> None:
        self.name, self._service, self._logger = name, service, logger
        self._restarts: list[float] = []
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process and follow what it says."""
        self._process = self._service.start()
        if self._process.stdout:
            logs.follow(self._process.stdout, self._logger)

    def died(self) -> bool:
        """Whether it has ended without being asked."""
        return self._process is not None and self._process.poll() is not None

    def restart(self) -> None:
        """Start it again. Raises ServerProblem when it keeps dying."""
        now = time.monotonic()
        self._restarts = [moment for moment in self._restarts if now - moment < RESTART_WINDOW] + [now]
        self._logger.info('%s ended by itself; started again', self.name)
        if len(self._restarts) > RESTARTS:
            raise ServerProblem(f'{self.name} keeps ending. The log in the data folder (log/server.log) may say why.')
        self.start()


class Room:
    """Whether the disk still has room for answers; said once when it has not, and once when it has again."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder, self._full, self._next = folder, False, 0.0

    def look(self) -> None:
        """Look, every few seconds."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + ROOM_SECONDS
        full = full_disk.is_full(self._folder.path)
        if full != self._full:
            say(DISK_FULL.format(folder=self._folder.path) if full else 'There is room on the disk again. Everything goes on.')
        self._full = full


def watch(watched: list[Watched], folder: DataFolder, environment: dict[str, str], stopped: threading.Event, logger: logging.Logger) -> None:
    """Until asked to stop: start again what dies, remove papers that a killed worker left half made, and once an hour delete the sessions that are
    past their days."""
    cleanup: subprocess.Popen[bytes] | None = None
    next_cleanup, room = time.monotonic() + 60, Room(folder)
    while not stopped.wait(0.25):
        for one in watched:
            if one.died():
                one.restart()
        remove_abandoned(Path(environment[PAPERS]), time.time())
        room.look()
        if cleanup and cleanup.poll():
            logger.error('The hourly clean-up failed: what is past its days may still be kept')
            cleanup = None
        if time.monotonic() > next_cleanup and (cleanup is None or cleanup.poll() is not None):
            next_cleanup = time.monotonic() + CLEANUP_SECONDS
            cleanup = spawn([sys.executable, '-m', f'{PACKAGE}.server.run.retention'], env=environment, output=subprocess.DEVNULL)
    if cleanup:
        stop(cleanup, signal.SIGTERM, 10)


def say(text: str) -> None:
    """A line for whoever started the server."""
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(text, flush=True)
