"""One real server and one Chromium for all browser tests. Pictures go to `artifacts/screens/`."""
from collections.abc import Iterator

import pytest
from browser.chromium import chromium
from playwright.sync_api import Browser
from server.live import LiveServer


@pytest.fixture(scope='session')
def server() -> Iterator[LiveServer]:
    with LiveServer() as running:
        yield running


@pytest.fixture(scope='session')
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running
