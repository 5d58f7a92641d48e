# do not pre-load: an existing docassemble server has its own way to run
"""`selfhelp serve`: starts the stores and the web workers on one data folder, watches over them, and ends them all together."""
import contextlib
import errno
import http.client
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from docassemble.immdef_selfhelp.documents.forms.store import FOLDER as FORMS, NAME as FORMS_NAME
from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.server.run import leader_keys, logs, native, network, outside, settings
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, write_private
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem
from docassemble.immdef_selfhelp.server.run.processes import spawn, stop
from docassemble.immdef_selfhelp.server.run.stores import Postgres, Valkey
from docassemble.immdef_selfhelp.server.run.watching import DISK_FULL, PAPERS, SHARED_MEMORY, Watched, WebServer, say, watch
from docassemble.immdef_selfhelp.server.web import shared_files

PORT = 8080
ONLY_HERE, EVERYBODY = '127.0.0.1', '0.0.0.0'  # noqa: S104 -- for the phones of a room, when the person asks
# docassemble keeps the interpreter busy for most of a request: one process a core, and threads for the waiting parts.
WORKERS = 2
START_SECONDS, TABLES_SECONDS = 90, 180
OPEN_BEHIND_HTTPS = ('With --behind-https only the web server in front may reach this, or others could go around its TLS and claim any address.\n'
                     'Leave out --host, or run that web server on this computer (docs/use/deploy.md).')
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


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
    workshop: bool = False


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
            say('Stopping ...')
    except ServerProblem as problem:
        with contextlib.suppress(OSError):
            print(f'selfhelp serve: {problem}', file=sys.stderr, flush=True)
        return problem.code
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print(f'selfhelp serve: {DISK_FULL.format(folder=options.data)}', file=sys.stderr, flush=True)
        return Exit.FOLDER
    say('Stopped. Everything is kept in the data folder.')
    return Exit.CLEAN


@dataclass(frozen=True)
class Running:
    """What was started, in its order; `stack` ends it, last first, however this ends."""

    folder: DataFolder
    stack: contextlib.ExitStack
    stopped: threading.Event
    logger: logging.Logger
    watched: list[Watched] = field(default_factory=list)

    def begin(self, name: str, service: Postgres | Valkey | WebServer) -> Watched:
        """Start a process that is watched from now on. Raises StopAsked when a signal came first, ServerProblem when it does not start."""
        if self.stopped.is_set():
            raise StopAsked
        self.watched.append(Watched(name, service, self.logger))
        self.stack.callback(service.stop)
        self.watched[-1].start()
        return self.watched[-1]


def _serve(options: Options, folder: DataFolder, stack: contextlib.ExitStack, stopped: threading.Event) -> None:
    """Start everything in its order, then watch. `stack` ends what was started, last first, however this ends."""
    began = time.monotonic()
    listener = stack.enter_context(_listener(options, folder))
    port = listener.getsockname()[1]
    _take(folder, stack)
    running = Running(folder, stack, stopped, logs.open_log(folder / 'log' / 'server.log'))
    environment = child_environment(folder) | _places_of_papers(folder, stack)
    secrets = folder.secrets()
    secretkey = outside.secretkey_of(options.secretkey) if options.secretkey else secrets.secretkey
    database, cache = _stores_elsewhere(options, folder) or (Postgres(folder, secrets, options.workers), Valkey(folder, secrets, network.free_port()))
    url = (network.addresses(options.host, port) or [f'http://127.0.0.1:{port}/'])[0]
    config = settings.docassemble_config(folder, secretkey, database=database.for_docassemble, cache=cache.url, url=url,
                                         keep_days=options.keep_days, behind_https=options.behind_https, interviews=options.interviews,
                                         workshop=leader_keys.settings_of(options.host, port, options.behind_https, options.workshop),
                                         host=options.host)
    write_private(folder.config, settings.config_text(config))
    _begin_stores(running, database, cache, secretkey)
    with database.alone():
        ensure_tables(folder, environment, stopped, known=not database.shared)
    web = running.begin('The web server', WebServer(listener, options.workers, environment))
    wait_for_page(options.host, port, web, stopped)
    announce(options.host, port, time.monotonic() - began)
    if options.workshop:
        say(leader_keys.how_to_sign_in(config['redis'], network.from_here(options.host, port)))
    watch(running.watched, folder, environment, stopped, running.logger)


def _take(folder: DataFolder, stack: contextlib.ExitStack) -> None:
    """Make the data folder ours alone and ready, without what a server that was killed has left."""
    folder.prepare()
    stack.enter_context(folder.lock())
    folder.end_leftovers()
    folder.empty_temporary()
    shared_files.gather(folder.path)
    say(f'Starting on the data folder {folder.path}' + ('' if (folder / 'schema').exists() else ' (the first start takes half a minute)'))


def _places_of_papers(folder: DataFolder, stack: contextlib.ExitStack) -> dict[str, str]:
    """The environment that says where papers are made, in memory where the computer can, and where blank forms lie."""
    papers = folder.empty_papers()
    stack.callback(shutil.rmtree, papers, ignore_errors=True)
    if papers == folder / 'tmp':
        say(f'This computer has no folder in memory ({SHARED_MEMORY}): papers in the making are written to the disk for a moment. Encrypt the disk.')
    return {PAPERS: str(papers), FORMS: str(folder / FORMS_NAME), 'TMPDIR': str(papers)}


def _begin_stores(running: Running, database: Postgres | outside.Database, cache: Valkey | outside.Cache, secretkey: str) -> None:
    """Start the stores that come with it; join those elsewhere. Raises ServerProblem when one does not answer."""
    for name, store in (('PostgreSQL', database), ('Valkey', cache)):
        if isinstance(store, Postgres | Valkey):
            running.begin(name, store)
        else:
            store.join(secretkey)
    if isinstance(cache, Valkey) and cache.repaired:
        say('The cache was damaged, as by a power cut, and was repaired. No answer is in it. As it was: ' + ', '.join(map(str, cache.repaired)))


def _listener(options: Options, folder: DataFolder) -> socket.socket:
    """The listening socket. Right after a server on this folder was killed its web workers may hold the port: they are ended first.

    Raises ServerProblem when the port cannot be had, or another server runs on this folder.
    """
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


def child_environment(folder: DataFolder) -> dict[str, str]:
    """The environment of docassemble's processes: our configuration, the locale, and none of docassemble's own overrides.

    docassemble asks `pip` for the installed packages: that of this environment, as the computer's own knows others, or is not there at all.
    """
    kept = {name: os.environ[name] for name in ('HOME', 'PYTHONPATH', 'VIRTUAL_ENV') if name in os.environ}
    kept['PATH'] = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get('PATH', os.defpath)))
    return kept | {'DA_CONFIG_FILE': str(folder.config), 'TMPDIR': str(folder / 'tmp'), 'LANG': native.LOCALE, 'PYTHONUNBUFFERED': '1'}


def ensure_tables(folder: DataFolder, environment: dict[str, str], stopped: threading.Event, known: bool = True) -> None:
    """Make the tables, or bring them to the installed docassemble. Nothing to do when that was done before and only this folder's server does it.

    Raises ServerProblem when they cannot be made, StopAsked when a signal comes first.
    """
    mark, wanted = folder / 'schema', settings.schema_version()
    if known and mark.exists() and mark.read_text(encoding='utf-8', errors='replace') == wanted:
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
    say(f'Ready in {seconds:.1f} seconds. On this computer: {network.from_here(host, port)}')
    if network.is_local(host):
        say('Phones cannot reach it. To let phones on your Wi-Fi use it, start it with --host 0.0.0.0')
    else:
        for address in network.addresses(host, port):
            say(f'On a phone on the same Wi-Fi: {address}')
        for address in network.addresses(host, port)[:1]:
            say(network.qr(address))
        say('What is typed travels unencrypted on this Wi-Fi: use one of your own with a password, and give it only to the families.')
    if advice := native.without_pdf():
        say(advice)
    say('Stop it with Ctrl-C.')
