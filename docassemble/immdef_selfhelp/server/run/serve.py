# do not pre-load: an existing docassemble server has its own way to run
"""`selfhelp serve`: starts the stores and the web workers on one data folder, watches over them, and ends them all together."""
import argparse
import contextlib
import errno
import http.client
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.server.run import logs, native, network, outside, settings
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, default_data, remove_abandoned, write_private
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem
from docassemble.immdef_selfhelp.server.run.processes import spawn, stop
from docassemble.immdef_selfhelp.server.run.stores import Postgres, Valkey
from docassemble.immdef_selfhelp.server.web import shared_files

PORT = 8080
# documents/making/render.py makes the PDFs there.
PAPERS = 'SELFHELP_PAPERS'
# docassemble keeps the interpreter busy for most of a request: one process a core, and threads for the waiting parts.
WORKERS, THREADS = 2, 16
# Open connections of one process: more than phones that share a Wi-Fi, fewer than the files a process may open.
CONNECTIONS = 500
START_SECONDS, TABLES_SECONDS = 90, 180
CLEANUP_SECONDS = 3600
# More than this many restarts of one process in a minute is no accident.
RESTARTS, RESTART_WINDOW = 5, 60.0
# gunicorn's advice for its workers' heartbeat files.
SHARED_MEMORY = '/dev/shm'  # noqa: S108
# Below this the database can take no answer for much longer.
ROOM_BYTES, ROOM_SECONDS = 30_000_000, 5.0
DISK_FULL = ('The disk with {folder} is full. What families sent until now is kept; what they send now is not taken, and their page says so. '
             'Make room on the disk: nothing has to be started again.')
OPEN_BEHIND_HTTPS = ('With --behind-https only the web server in front may reach this, or others could go around its TLS and claim any address.\n'
                     'Leave out --host, or run that web server on this computer (docs/use/deploy.md).')
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def add_parser(subcommands: 'argparse._SubParsersAction[argparse.ArgumentParser]') -> None:
    """The command line of `selfhelp serve`."""
    command = subcommands.add_parser(
        'serve', help='run the program on this computer, for its own browser or for the phones of the local network',
        description='Run the program on this computer. Database, cache and web server come with it. Stop it with Ctrl-C; the answers are kept, '
                    'encrypted, in the data folder until they are erased or past their days.',
        epilog='Exit codes: 0 stopped, 1 failed, 3 the port is taken, 4 the data folder cannot be written, 5 a native package is missing, '
               '6 another server runs on the same data folder, 7 a store elsewhere does not answer, 8 the secret key is missing or another one.')
    command.add_argument('--port', type=int, default=PORT, help='port to listen on (default: %(default)s)')
    command.add_argument('--host', default='127.0.0.1',
                         help='address to listen on: 127.0.0.1 for this computer only (default), 0.0.0.0 for the phones of the local network too')
    command.add_argument('--data', type=Path, default=default_data(), metavar='FOLDER',
                         help='folder that keeps everything between starts (default: %(default)s)')
    command.add_argument('--workers', type=_at_least_one, default=WORKERS, help='web processes, one for each processor core (default: %(default)s)')
    command.add_argument('--keep-days', type=_at_least_one, default=settings.KEEP_DAYS, metavar='DAYS',
                         help='delete the answers of a family that has not come back for so many days (default: %(default)s)')
    command.add_argument('--behind-https', action='store_true',
                         help='a web server in front adds TLS (docs/use/deploy.md): mark cookies as secure and trust its X-Forwarded headers')
    command.add_argument('--interview', action='append', default=[], metavar='NAME', dest='interviews',
                         help='serve this interview too, by its docassemble name, PACKAGE:data/questions/FILE.yml; for authors, may be repeated')
    elsewhere = command.add_argument_group('several servers', 'Web servers that share their stores (docs/use/deploy.md). Give both addresses; in the '
                                           'environment, SELFHELP_DATABASE and SELFHELP_REDIS, no other user of the computer sees the passwords.')
    elsewhere.add_argument('--database', default=os.environ.get('SELFHELP_DATABASE'), metavar='URL',
                           help='a PostgreSQL elsewhere, postgresql://USER:PASSWORD@HOST:5432/NAME, in place of the one that comes with it')
    elsewhere.add_argument('--redis', default=os.environ.get('SELFHELP_REDIS'), metavar='URL',
                           help='a Valkey or Redis elsewhere, redis://:PASSWORD@HOST:6379/0')
    elsewhere.add_argument('--secretkey', type=Path, metavar='FILE',
                           help='file with the key all of these servers share, 32 characters or more, readable by its owner only')
    command.set_defaults(run=lambda chosen: run(Options(
        chosen.data, chosen.host, chosen.port, chosen.workers, chosen.keep_days, chosen.behind_https, tuple(chosen.interviews),
        chosen.database, chosen.redis, chosen.secretkey)))


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError('has to be 1 or more')
    return number


class StopAsked(Exception):
    """A signal asked to stop while something was still starting."""


@dataclass(frozen=True)
class Options:
    """What to serve and where. `interviews` are docassemble names served besides our own."""

    data: Path
    host: str = '127.0.0.1'
    port: int = PORT
    workers: int = WORKERS
    keep_days: int = settings.KEEP_DAYS
    behind_https: bool = False
    interviews: tuple[str, ...] = ()
    database: str | None = None
    redis: str | None = None
    secretkey: Path | None = None


def run(options: Options) -> int:
    """Serve until a signal asks to stop. Says on standard error what went wrong, and returns the exit code (`problems.Exit`)."""
    stopped = threading.Event()
    for number in SIGNALS:
        signal.signal(number, lambda *_: stopped.set())
    # A log that cannot be written, on a full disk, must not fill the terminal with Python's own traces
    logging.raiseExceptions = False
    try:
        if options.behind_https and not network.is_local(options.host):
            raise ServerProblem(OPEN_BEHIND_HTTPS)
        native.check()
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(StopAsked):
                _serve(options, DataFolder(options.data.expanduser().resolve()), stack, stopped)
            _say('Stopping ...')
    except ServerProblem as problem:
        with contextlib.suppress(OSError):
            print(f'selfhelp serve: {problem}', file=sys.stderr, flush=True)
        return problem.code
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print(f'selfhelp serve: {DISK_FULL.format(folder=options.data)}', file=sys.stderr, flush=True)
        return Exit.FOLDER
    _say('Stopped. Everything is kept in the data folder.')
    return Exit.CLEAN


def _serve(options: Options, folder: DataFolder, stack: contextlib.ExitStack, stopped: threading.Event) -> None:
    """Start everything in its order, then watch. `stack` ends what was started, last first, however this ends."""
    began = time.monotonic()
    listener = stack.enter_context(_listener(options, folder))
    port = listener.getsockname()[1]
    folder.prepare()
    stack.enter_context(folder.lock())
    folder.end_leftovers()
    folder.empty_temporary()
    shared_files.gather(folder.path)
    _say(f'Starting on the data folder {folder.path}' + ('' if (folder / 'schema').exists() else ' (the first start takes half a minute)'))
    logger = logs.open_log(folder / 'log' / 'server.log')
    papers = folder.empty_papers()
    stack.callback(shutil.rmtree, papers, ignore_errors=True)
    if papers == folder / 'tmp':
        _say(f'This computer has no folder in memory ({SHARED_MEMORY}): papers in the making are written to the disk for a moment. Encrypt the disk.')
    environment = child_environment(folder) | {PAPERS: str(papers), 'TMPDIR': str(papers)}
    watched: list[Watched] = []

    def begin(name: str, service: Postgres | Valkey | WebServer) -> Watched:
        if stopped.is_set():
            raise StopAsked
        watched.append(Watched(name, service, logger))
        stack.callback(service.stop)
        watched[-1].start()
        return watched[-1]

    secrets = folder.secrets()
    secretkey = outside.secretkey_of(options.secretkey) if options.secretkey else secrets.secretkey
    database, cache = _stores_elsewhere(options, folder) or (Postgres(folder, secrets), Valkey(folder, secrets, network.free_port()))
    url = (network.addresses(options.host, port) or [f'http://127.0.0.1:{port}/'])[0]
    config = settings.docassemble_config(folder, secretkey, database=database.for_docassemble, cache=cache.url, url=url,
                                         keep_days=options.keep_days, behind_https=options.behind_https, interviews=options.interviews)
    write_private(folder.config, settings.config_text(config))
    for name, store in (('PostgreSQL', database), ('Valkey', cache)):
        if isinstance(store, Postgres | Valkey):
            begin(name, store)
        else:
            store.join(secretkey)
    if isinstance(cache, Valkey) and cache.repaired:
        _say(f'The cache had a damaged end, as after a power cut. It was cut off; the file as it was: {cache.repaired}. No answer is in it.')
    with database.alone():
        ensure_tables(folder, environment, stopped, known=not database.shared)
    web = begin('The web server', WebServer(listener, options.workers, environment))
    wait_for_page(options.host, port, web, stopped)
    announce(options.host, port, time.monotonic() - began)
    watch(watched, folder, environment, stopped, logger)


def _listener(options: Options, folder: DataFolder) -> socket.socket:
    """The listening socket. Right after a server on this folder was killed its web workers may hold the port: they are ended first."""
    try:
        return network.listen(options.host, options.port)
    except ServerProblem as problem:
        if problem.code != Exit.PORT or not folder.path.is_dir():
            raise
        with folder.lock():
            if not folder.end_leftovers():
                raise
    return network.listen(options.host, options.port)


def _stores_elsewhere(options: Options, folder: DataFolder) -> tuple[outside.Database, outside.Cache] | None:
    """The stores of `--database` and `--redis`, or None for those that come with it.

    Raises ServerProblem when only one is given, an address cannot be read, or families already have answers in the folder's own database.
    """
    if not options.database and not options.redis:
        return None
    if not options.database or not options.redis:
        raise ServerProblem('--database and --redis go together: families may be answered by several servers only when these share both.')
    if (folder / 'postgresql').exists():
        raise ServerProblem(f'The data folder {folder.path} has a database of its own, whose families this server would not find. '
                            'Choose another with --data FOLDER.', Exit.FOLDER)
    return outside.Database(options.database), outside.Cache(options.redis)


class WebServer:
    """gunicorn on a socket we hold: while it restarts, phones wait in the socket's queue."""

    def __init__(self, listener: socket.socket, workers: int, environment: dict[str, str]) -> None:
        self._listener, self._workers, self._environment = listener, workers, environment
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        """Start it. No preload: forked workers would share, and corrupt, one database connection. No access log: addresses can hold an answer."""
        options = {'bind': f'fd://{self._listener.fileno()}', 'workers': self._workers, 'threads': THREADS,
                   'worker-class': f'{PACKAGE}.server.web.waiting_room.WaitingRoom', 'worker-connections': CONNECTIONS,
                   # A connection that waits takes no thread, and on a slow line a new one costs half a second.
                   'timeout': 120, 'graceful-timeout': 10, 'keep-alive': 75, 'forwarder-headers': ''}
        if os.path.isdir(SHARED_MEMORY):
            options['worker-tmp-dir'] = SHARED_MEMORY
        command = [sys.executable, '-m', 'gunicorn', '--no-control-socket', *(f'--{name}={value}' for name, value in options.items())]
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
        full = shutil.disk_usage(self._folder.path).free < ROOM_BYTES
        if full != self._full:
            _say(DISK_FULL.format(folder=self._folder.path) if full else 'There is room on the disk again. Everything goes on.')
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


def child_environment(folder: DataFolder) -> dict[str, str]:
    """The environment of docassemble's processes: our configuration, the locale, and none of docassemble's own overrides.

    docassemble asks `pip` for the installed packages: that of this environment, as the computer's own knows others, or is not there at all.
    """
    kept = {name: os.environ[name] for name in ('HOME', 'PYTHONPATH', 'VIRTUAL_ENV') if name in os.environ}
    kept['PATH'] = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get('PATH', os.defpath)))
    return kept | {'DA_CONFIG_FILE': str(folder.config), 'TMPDIR': str(folder / 'tmp'), 'LANG': native.LOCALE, 'PYTHONUNBUFFERED': '1'}


def ensure_tables(folder: DataFolder, environment: dict[str, str], stopped: threading.Event, known: bool = True) -> None:
    """Make the tables, or bring them to the installed docassemble. Nothing to do when that was done before and only this folder's server does it."""
    mark, wanted = folder / 'schema', settings.schema_version()
    if known and mark.exists() and mark.read_text(encoding='utf-8') == wanted:
        return
    with tempfile.TemporaryFile(dir=folder / 'run') as output:
        process = spawn([sys.executable, '-m', f'{PACKAGE}.server.run.tables'], env=environment, output=output)
        end = time.monotonic() + TABLES_SECONDS
        while process.poll() is None:
            if stopped.wait(0.1) or time.monotonic() > end:
                stop(process, signal.SIGTERM, 5)
        if stopped.is_set():
            raise StopAsked
        if process.returncode:
            output.seek(0)
            said = output.read().decode(errors='replace').strip()[-2000:]
            raise ServerProblem(f'The tables of the database could not be made:\n{said}')
    write_private(mark, wanted)


def wait_for_page(host: str, port: int, web: Watched, stopped: threading.Event) -> None:
    """Wait until the web server answers. Raises ServerProblem when it does not, StopAsked when a signal comes first."""
    address = f'{network.from_here(host, port)}health_check'
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    # Behind a web server with TLS docassemble sends everything else away to https.
    direct.addheaders = [('X-Forwarded-Proto', 'https')]
    end = time.monotonic() + START_SECONDS
    while not stopped.is_set():
        with contextlib.suppress(OSError, http.client.HTTPException), direct.open(address, timeout=5):
            return
        if web.died() or time.monotonic() > end:
            raise ServerProblem('The web server does not start. The log in the data folder (log/server.log) says where it failed.')
        stopped.wait(0.1)
    raise StopAsked


def announce(host: str, port: int, seconds: float) -> None:
    """Say that it is ready, where, and what a phone needs."""
    _say(f'Ready in {seconds:.1f} seconds. On this computer: {network.from_here(host, port)}')
    if network.is_local(host):
        _say('Phones cannot reach it. To let phones on your Wi-Fi use it, start it with --host 0.0.0.0')
    else:
        for address in network.addresses(host, port):
            _say(f'On a phone on the same Wi-Fi: {address}')
        for address in network.addresses(host, port)[:1]:
            _say(network.qr(address))
        _say('What is typed travels unencrypted on this Wi-Fi: use one of your own with a password, and give it only to the families.')
    if advice := native.without_pdf():
        _say(advice)
    _say('Stop it with Ctrl-C.')


def _say(text: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(text, flush=True)
