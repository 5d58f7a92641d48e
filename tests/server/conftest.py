"""One real server for all server tests; a test that stops it starts it again."""
from collections.abc import Iterator

import pytest
from server.live import LiveServer


@pytest.fixture(scope='session')
def server() -> Iterator[LiveServer]:
    with LiveServer() as running:
        yield running
