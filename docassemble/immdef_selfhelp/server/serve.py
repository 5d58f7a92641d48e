"""`selfhelp serve`: starts the stores and the web workers on one data folder, watches over them, and ends them all together."""
import contextlib
import ctypes
import locale
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from docassemble.immdef_selfhelp.server import logs, network, settings
from docassemble.immdef_selfhelp.server.folder import DataFolder, default_data, write_private
from docassemble.immdef_selfhelp.server.problems import Exit, ServerProblem
from docassemble.immdef_selfhelp.server.processes import spawn, stop
from docassemble.immdef_selfhelp.server.stores import Postgres, Valkey

PORT = 8080
# docassemble keeps the interpreter busy for most of a request: one process a core, and threads for the waiting parts.
WORKERS, THREADS = 2, 4
START_SECONDS, TABLES_SECONDS = 90, 180
CLEANUP_SECONDS = 3600
# More than this many restarts of one process in a minute is no accident.
RESTARTS, RESTART_WINDOW = 5, 60.0
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOCALE = 'en_US.UTF-8'


def run(port: int = PORT, host: str = '127.0.0.1', data: Path | None = None, workers: int = WORKERS, keep_days: int = settings.KEEP_DAYS,
        interviews: tuple[str, ...] = ()) -> int:
    """Serve until a signal asks to stop. Says on standard error what went wrong, and returns the exit code (`problems.Exit`).

    `data` is the folder that keeps everything; `interviews` are docassemble names served besides our own.
    """
    stopped = threading.Event()
    for number in SIGNALS:
        signal.signal(number, lambda *_: stopped.set())
    try:
        _serve(DataFolder((data or default_data()).expanduser().resolve()), host, port, workers, keep_days, interviews, stopped)
    except ServerProblem as problem:
        print(f'selfhelp serve: {problem}', file=sys.stderr, flush=True)
        return problem.code
    return Exit.CLEAN


def _serve(folder: DataFolder, host: str, port: int, workers: int, keep_days: int, interviews: tuple[str, ...], stopped: threading.Event) -> None:
    began = time.monotonic()
    check_native()
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(network.listen(host, port))
        port = listener.getsockname()[1]
        folder.prepare()
        stack.enter_context(folder.lock())
        first = not (folder / 'schema').exists()
        _say(f'Starting on the data folder {folder.path}' + (' (the first start takes about a minute)' if first else ''))
        logger = logs.open_log(folder / 'log' / 'server.log')
        secrets = folder.secrets()
        postgres, valkey = Postgres(folder, secrets), Valkey(folder, secrets, network.free_port())
        url = network.addresses(host, port)[0] if network.addresses(host, port) else f'http://127.0.0.1:{port}/'
        config = settings.docassemble_config(folder, secrets, database=postgres.name_for_docassemble, cache=valkey.url, url=url,
                                             keep_days=keep_days, interviews=interviews)
        write_private(folder.config, settings.config_text(config))
        environment = child_environment(folder)
        watched = [Watched(postgres.name, postgres.start, postgres.stop, logger), Watched(valkey.name, valkey.start, valkey.stop, logger)]
        for one in watched:
            stack.callback(one.stop)
            one.start()
            if stopped.is_set():
                return
        ensure_tables(folder, environment)
        web = WebServer(listener, workers, environment)
        watched.append(Watched('The web server', web.start, web.stop, logger))
        stack.callback(watched[-1].stop)
        watched[-1].start()
        if not _answers(host, port, watched[-1], stopped):
            return
        announce(host, port, time.monotonic() - began)
        watch(watched, environment, stopped)
        _say('Stopping ...')
    _say('Stopped. Everything is kept in the data folder.')


class WebServer:
    """gunicorn on a socket we hold: while it restarts, phones wait in the socket's queue."""

    def __init__(self, listener: socket.socket, workers: int, environment: dict[str, str]) -> None:
        self._listener, self._workers, self._environment = listener, workers, environment
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        """Start it. No preload: forked workers would share, and corrupt, one database connection. No access log: addresses can hold an answer."""
        shared_memory = ['--worker-tmp-dir', '/dev/shm'] if os.path.isdir('/dev/shm') else []  # noqa: S108 -- gunicorn's advice
        self.process = spawn([sys.executable, '-m', 'gunicorn', f'{settings.PACKAGE}.server.wsgi:application', '--bind', f'fd://{self._listener.fileno()}',
                              '--workers', str(self._workers), '--worker-class', 'gthread', '--threads', str(THREADS), '--timeout', '120',
                              '--graceful-timeout', '10', '--keep-alive', '5', '--no-control-socket', *shared_memory],
                             env=self._environment, keep_open=[self._listener.fileno()])
        return self.process

    def stop(self) -> None:
        """Let the requests that run end, then stop."""
        if self.process:
            stop(self.process, signal.SIGTERM, 15)


class Watched:
    """A process that is started again when it dies by itself."""

    def __init__(self, name: str, start: Callable[[], 'subprocess.Popen[bytes]'], stop: Callable[[], None], logger: logging.Logger) -> None:
        self.name, self.stop, self._start, self._logger = name, stop, start, logger
        self._restarts: list[float] = []
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process and follow what it says."""
        self._process = self._start()
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


def watch(watched: list[Watched], environment: dict[str, str], stopped: threading.Event) -> None:
    """Until asked to stop: start again what dies, and once an hour delete the sessions that are past their days."""
    cleanup: subprocess.Popen[bytes] | None = None
    next_cleanup = time.monotonic() + 60
    while not stopped.wait(0.25):
        for one in watched:
            if one.died():
                one.restart()
        if time.monotonic() > next_cleanup and (cleanup is None or cleanup.poll() is not None):
            next_cleanup = time.monotonic() + CLEANUP_SECONDS
            cleanup = spawn([sys.executable, '-m', f'{settings.PACKAGE}.server.retention'], env=environment, output=subprocess.DEVNULL)
    if cleanup:
        stop(cleanup, signal.SIGTERM, 10)


def check_native() -> None:
    """Raise ServerProblem with the command that installs it when a native package is missing."""
    missing = []
    try:
        ctypes.CDLL('libzbar.so.0')
    except OSError:
        missing.append('sudo apt-get install --yes libzbar0')
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, LOCALE)
    except locale.Error:
        missing.append(f'sudo apt-get install --yes locales && sudo localedef -i en_US -f UTF-8 {LOCALE}')
    finally:
        locale.setlocale(locale.LC_ALL, before)
    if missing:
        raise ServerProblem('This computer lacks something the server needs. Install it, then start again:\n    ' + '\n    '.join(missing), Exit.MISSING)


def child_environment(folder: DataFolder) -> dict[str, str]:
    """The environment of docassemble's processes: our configuration, the locale, and none of docassemble's own overrides."""
    kept = {name: os.environ[name] for name in ('PATH', 'HOME', 'TMPDIR', 'PYTHONPATH', 'VIRTUAL_ENV', 'SSL_CERT_FILE') if name in os.environ}
    return kept | {'DA_CONFIG_FILE': str(folder.config), 'LANG': LOCALE, 'PYTHONUNBUFFERED': '1', 'PYTHONDONTWRITEBYTECODE': '1'}


def ensure_tables(folder: DataFolder, environment: dict[str, str]) -> None:
    """Make the tables, or bring them to the installed docassemble. Nothing to do when that was done before."""
    mark, wanted = folder / 'schema', settings.schema_version()
    if mark.exists() and mark.read_text(encoding='utf-8') == wanted:
        return
    process = spawn([sys.executable, '-m', f'{settings.PACKAGE}.server.tables'], env=environment)
    try:
        output, _ = process.communicate(timeout=TABLES_SECONDS)
    except subprocess.TimeoutExpired as error:
        process.kill()
        raise ServerProblem(f'Making the tables of the database took more than {TABLES_SECONDS} seconds.') from error
    if process.returncode:
        raise ServerProblem(f'The tables of the database could not be made:\n{output.decode(errors="replace").strip()[-2000:]}')
    write_private(mark, wanted)


def _answers(host: str, port: int, web: Watched, stopped: threading.Event) -> bool:
    """Wait for the first page. False when asked to stop meanwhile."""
    here = {'0.0.0.0': '127.0.0.1', '': '127.0.0.1', '::': '[::1]'}.get(host, f'[{host}]' if ':' in host else host)  # noqa: S104 -- compared, not bound
    end = time.monotonic() + START_SECONDS
    while not stopped.is_set():
        with contextlib.suppress(OSError, urllib.error.URLError), urllib.request.urlopen(f'http://{here}:{port}/health_check', timeout=5):
            return True
        if web.died() or time.monotonic() > end:
            raise ServerProblem('The web server does not start. The log in the data folder (log/server.log) says where it failed.')
        stopped.wait(0.1)
    return False


def announce(host: str, port: int, seconds: float) -> None:
    """Say that it is ready, where, and what a phone needs."""
    _say(f'Ready in {seconds:.1f} seconds. On this computer: http://127.0.0.1:{port}/' if host in ('0.0.0.0', '::', '') or network.is_local(host)  # noqa: S104
         else f'Ready in {seconds:.1f} seconds.')
    if network.is_local(host):
        _say('Phones cannot reach it. To let phones on your Wi-Fi use it, start it with --host 0.0.0.0')
    else:
        for address in network.addresses(host, port):
            _say(f'On a phone on the same Wi-Fi: {address}')
        for address in network.addresses(host, port)[:1]:
            _say(network.qr(address))
        _say('What is typed travels unencrypted on this Wi-Fi: use one of your own with a password, and give it only to the families.')
    if shutil.which('soffice') is None and shutil.which('libreoffice') is None:
        _say('LibreOffice is missing: papers come as Word files only, no PDF. To have it: sudo apt-get install --no-install-recommends libreoffice-writer-nogui')
    _say('Stop it with Ctrl-C.')


def _say(text: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(text, flush=True)
