"""The system's Chromium, without a window."""
import contextlib
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
         '--disable-sync']


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser, ended afterwards."""
    found = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
    assert found, 'Chromium is not installed; `make test` installs it, or says how'
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()
