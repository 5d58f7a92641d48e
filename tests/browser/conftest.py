"""One real server and one Chromium for all browser tests. Pictures go to `artifacts/screens/`."""
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from server.live import LiveServer

FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
         '--disable-sync']


@pytest.fixture(scope='session')
def server() -> Iterator[LiveServer]:
    with LiveServer() as running:
        yield running


@pytest.fixture(scope='session')
def browser() -> Iterator[Browser]:
    found = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
    assert found, 'Chromium is not installed; `make test` installs it, or says how'
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()
