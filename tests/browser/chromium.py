"""The system's Chromium, without a window, and ended for certain."""
import contextlib
import os
import shutil
import threading
import uuid
from collections.abc import Iterator, Mapping

import psutil
from playwright.sync_api import Browser, Playwright, sync_playwright

FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
         '--disable-sync']
# In the environment of a browser and of whatever it starts, also of what outlives it.
MARK = 'SELFHELP_TEST_BROWSER'
CLOSE_SECONDS = 30.0


def program() -> str:
    """Where Chromium is."""
    found = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
    assert found, 'Chromium is not installed; `make test` installs it, or says how'
    return found


def marked() -> dict[str, str | float | bool]:
    """The environment for one program."""
    return {**os.environ, MARK: uuid.uuid4().hex}


@contextlib.contextmanager
def playwright_of(seconds: float = CLOSE_SECONDS) -> Iterator[Playwright]:
    """Playwright, whose own program (Node.js) is ended afterwards."""
    mark = uuid.uuid4().hex
    os.environ[MARK] = mark
    try:
        running = sync_playwright().start()
    finally:
        del os.environ[MARK]
    try:
        yield running
    finally:
        with closing({MARK: mark}, seconds):
            running.stop()


def parts(mark: object) -> list[psutil.Process]:
    """Every process with a mark that still runs."""
    found = []
    for one in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            found += [one] if one.environ().get(MARK) == mark else []
    return found


def end(mark: object) -> None:
    """End by force what is left with a mark."""
    for one in parts(mark):
        with contextlib.suppress(psutil.Error):
            one.kill()


@contextlib.contextmanager
def closing(environment: Mapping[str, object], seconds: float = CLOSE_SECONDS) -> Iterator[None]:
    """While a browser, or its driver, is asked to close: what has not ended in time is ended by force.

    Playwright 1.65 ends the browser's group of processes after as long, and then waits without end for a part of it that left the group and holds
    the output open (Crashpad starts its handler so).
    """
    timer = threading.Timer(seconds, end, [environment[MARK]])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextlib.contextmanager
def chromium(seconds: float = CLOSE_SECONDS) -> Iterator[Browser]:
    """A running browser, ended afterwards."""
    environment = marked()
    with playwright_of(seconds) as playwright:
        running = playwright.chromium.launch(executable_path=program(), args=FLAGS, env=environment)
        try:
            yield running
        finally:
            with closing(environment, seconds):
                running.close()
