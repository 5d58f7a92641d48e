"""The two ways to speak to a browser that is not Chromium, and starting it: nothing is needed besides the browsers as Debian has them.

WebKitWebDriver takes the commands of WebDriver (https://www.w3.org/TR/webdriver2/) over HTTP. Firefox takes the same ones over a socket of its own,
Marionette (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html); geckodriver, which Debian does not have, only translates.
"""
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import requests
from browser.small_phone import HEIGHT, WIDTH
from server.live import free_port

Told = dict[str, Any]
# Marionette's name of a command: the method and the path that WebDriver has for it.
OVER_HTTP = {
    'WebDriver:Navigate': ('POST', 'url'), 'WebDriver:GetCurrentURL': ('GET', 'url'), 'WebDriver:Back': ('POST', 'back'),
    'WebDriver:Refresh': ('POST', 'refresh'), 'WebDriver:ExecuteScript': ('POST', 'execute/sync'),
    'WebDriver:ExecuteAsyncScript': ('POST', 'execute/async'), 'WebDriver:FindElements': ('POST', 'elements'),
    'WebDriver:ElementClick': ('POST', 'element/{id}/click'), 'WebDriver:ElementClear': ('POST', 'element/{id}/clear'),
    'WebDriver:ElementSendKeys': ('POST', 'element/{id}/value'), 'WebDriver:TakeScreenshot': ('GET', 'screenshot'),
    'WebDriver:AddCookie': ('POST', 'cookie'), 'WebDriver:DeleteAllCookies': ('DELETE', 'cookie'), 'WebDriver:SetTimeouts': ('POST', 'timeouts'),
    'WebDriver:SetWindowRect': ('POST', 'window/rect'),
}
# Nothing is asked of the network; a file goes to the folder, without a question.
FIREFOX_SETTINGS = {
    'app.normandy.enabled': False, 'app.update.disabledForTesting': True, 'browser.download.folderList': 2,
    'browser.download.open_pdf_attachments_inline': False, 'browser.helperApps.neverAsk.saveToDisk': 'application/pdf',
    'browser.shell.checkDefaultBrowser': False, 'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': False, 'datareporting.policy.dataSubmissionPolicyBypassNotification': True,
    'extensions.update.enabled': False, 'intl.accept_languages': 'es-MX', 'network.captive-portal-service.enabled': False,
    'network.connectivity-service.enabled': False, 'pdfjs.disabled': True, 'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'termsofuse.bypassNotification': True, 'toolkit.legacyUserProfileCustomizations.stylesheets': True,
    'toolkit.telemetry.reportingpolicy.firstRun': False, 'ui.useOverlayScrollbars': 1,
}
MINI_BROWSER = 'usr/lib/*/webkit*gtk-*/MiniBrowser'


class BrowserError(Exception):
    """What a browser answers instead of doing what it was told: its code (`no such element`) and its words."""


class Wire(Protocol):
    """A browser that takes commands."""

    def tell(self, command: str, **told: Any) -> Any:
        """Give a command and return what the browser answers. Raises BrowserError."""


class OverHttp:
    """A session of WebKitWebDriver."""

    def __init__(self, port: int, wanted: Told) -> None:
        self.http = requests.Session()
        self.http.trust_env = False
        self.server = f'http://127.0.0.1:{port}'
        self.session = f'{self.server}/session/' + self.ask('POST', f'{self.server}/session', {'capabilities': {'alwaysMatch': wanted}})['sessionId']

    def ask(self, method: str, address: str, told: Told) -> Any:
        answer = self.http.request(method, address, json=None if method == 'GET' else told, timeout=30).json()['value']
        if isinstance(answer, dict) and 'error' in answer:
            raise BrowserError(answer['error'], answer.get('message', ''))
        return answer

    def tell(self, command: str, **told: Any) -> Any:
        method, path = OVER_HTTP[command]
        return self.ask(method, f'{self.session}/{path.format(id=told.pop("id", ""))}', told)

    def close(self) -> None:
        self.ask('DELETE', self.session, {})


class Marionette:
    """A session of Firefox: each message is its length, a colon, and a list in JSON."""

    def __init__(self, port: int) -> None:
        self.line = socket.create_connection(('127.0.0.1', port), timeout=90)
        self.incoming = self.line.makefile('rb')
        self.count = 0
        self.hear()
        self.tell('WebDriver:NewSession', strictFileInteractability=False)

    def hear(self) -> Any:
        length = b''
        while (byte := self.incoming.read(1)) != b':':
            if not byte:
                raise BrowserError('the browser hung up')
            length += byte
        return json.loads(self.incoming.read(int(length)))

    def tell(self, command: str, **told: Any) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, command, told]).encode()
        self.line.sendall(b'%d:%s' % (len(message), message))
        _, _, error, answer = self.hear()
        if error:
            raise BrowserError(error['error'], error.get('message', ''))
        return answer['value'] if isinstance(answer, dict) and set(answer) == {'value'} else answer

    def close(self) -> None:
        self.tell('Marionette:Quit', flags=['eForceQuit'])
        self.line.close()


@contextlib.contextmanager
def running(command: list[str], output: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program whose output goes to a file; all that it started ends with it."""
    with output.open('ab') as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, env={**os.environ, **environment}, start_new_session=True)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def installed(name: str) -> str:
    found = shutil.which(name)
    assert found, f'{name} is not installed; `make test` installs it, or says how'
    return found


def await_port(port: int, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait until a program listens."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(('127.0.0.1', port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError(f'{process.args!r} does not listen on port {port}')


def as_small_as_a_phone(wire: Wire) -> None:
    """Make what is seen of a page 360 x 740 pixels; the browser's own bars come on top."""
    wire.tell('WebDriver:SetWindowRect', x=0, y=0, width=WIDTH, height=HEIGHT)
    seen = wire.tell('WebDriver:ExecuteScript', script='return [innerWidth, innerHeight]', args=[])
    wire.tell('WebDriver:SetWindowRect', x=0, y=0, width=2 * WIDTH - seen[0], height=2 * HEIGHT - seen[1])


@contextlib.contextmanager
def firefox(folder: Path) -> Iterator[Wire]:
    """Firefox without a window; its downloads and its output are in the folder."""
    profile, port = folder / 'profile', free_port()
    profile.mkdir()
    settings = {**FIREFOX_SETTINGS, 'marionette.port': port, 'browser.download.dir': str(folder)}
    (profile / 'user.js').write_text(''.join(f'user_pref({json.dumps(name)}, {json.dumps(value)});\n' for name, value in settings.items()))
    # A window of Firefox is 500 wide at least.
    (profile / 'chrome').mkdir()
    (profile / 'chrome' / 'userChrome.css').write_text(':root, body { min-width: 0 !important; }')
    command = [installed('firefox-esr'), '--marionette', '--headless', '--no-remote', '--profile', str(profile), 'about:blank']
    with running(command, folder / 'output', HOME=str(folder), MOZ_HEADLESS_WIDTH=str(WIDTH), MOZ_HEADLESS_HEIGHT=str(HEIGHT)) as process:
        await_port(port, process)
        wire = Marionette(port)
        as_small_as_a_phone(wire)
        yield wire
        wire.close()


@contextlib.contextmanager
def screen_of_its_own(folder: Path) -> Iterator[str]:
    """A display that nobody sees, for a browser that must have one."""
    reading, writing = os.pipe()
    command = [installed('Xvfb'), '-displayfd', str(writing), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-nolisten', 'tcp']
    with (folder / 'display').open('ab') as file:
        process = subprocess.Popen(command, pass_fds=[writing], stdout=file, stderr=file)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    try:
        yield f':{number}'
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def webkit(folder: Path) -> Iterator[Wire]:
    """WebKitGTK's own small browser; its downloads and its output are in the folder."""
    port = free_port()
    browser = next(Path('/').glob(MINI_BROWSER))
    options = ['--automation', '--full-screen']  # no bars of its own, which are wider than a phone
    with screen_of_its_own(folder) as display, \
            running([installed('WebKitWebDriver'), f'--port={port}'], folder / 'output', DISPLAY=display, HOME=str(folder), GDK_BACKEND='x11',
                    LANGUAGE='es_MX', XDG_DOWNLOAD_DIR=str(folder)) as process:
        await_port(port, process)
        wire = OverHttp(port, {'webkitgtk:browserOptions': {'binary': str(browser), 'args': options}})
        as_small_as_a_phone(wire)
        yield wire
        wire.close()
