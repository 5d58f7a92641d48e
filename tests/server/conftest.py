"""One real server for all server tests, and two that share their stores; a test that stops one starts it again."""
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
import redis
from server.client import Phone
from server.in_workshop import leader_address, opened, signed_in
from server.live import LiveServer
from server.outgoing import recorded
from server.outside_stores import OutsideStores

from docassemble.immdef_selfhelp.workshop.store import Store


@pytest.fixture(scope='session')
def server() -> Iterator[LiveServer]:
    with LiveServer() as running:
        yield running


@pytest.fixture(scope='session')
def stores() -> Iterator[OutsideStores]:
    with OutsideStores() as running:
        yield running


@pytest.fixture(scope='session')
def outgoing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where both servers of the pair write what they ask of the network."""
    return tmp_path_factory.mktemp('outgoing')


@pytest.fixture(scope='session')
def pair(stores: OutsideStores, outgoing: Path) -> Iterator[list[LiveServer]]:
    """Two servers that start at the same time on an empty database, ready for a workshop."""
    with ExitStack() as stack:
        servers = [stores.server('--workshop', '--host', '127.0.0.1') for _ in range(2)]
        with recorded(outgoing), ThreadPoolExecutor() as pool:
            both = list(pool.map(stack.enter_context, servers))
        yield both


@pytest.fixture(scope='session')
def leader(pair: list[LiveServer]) -> Phone:
    return signed_in(pair[0], leader_address(pair[0]))


@pytest.fixture(scope='session')
def kept(stores: OutsideStores) -> Store:
    return Store(redis.Redis.from_url(stores.redis, decode_responses=True))


@pytest.fixture
def code(leader: Phone, kept: Store) -> str:
    """A workshop just opened; the one before it is closed."""
    for one in kept.opened():
        kept.close(one)
    for tries_or_report in (*kept.client.scan_iter('selfhelp*'), *kept.client.scan_iter('workshop:*:report')):
        kept.client.delete(tries_or_report)
    return opened(leader)
