"""A real Valkey, as the server starts it, and a workshop on it. Only the clock is made."""
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from server.live import free_port

from docassemble.immdef_selfhelp.server.run import stores
from docassemble.immdef_selfhelp.server.run.folder import DataFolder
from docassemble.immdef_selfhelp.workshop.plan import Plan, Step
from docassemble.immdef_selfhelp.workshop.store import Store, seconds_now


class Clock:
    """A clock that stands until it is moved. It begins now, as the cache counts its own time."""

    def __init__(self) -> None:
        self.seconds = seconds_now()

    def __call__(self) -> int:
        return self.seconds


@pytest.fixture(scope='session')
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix='selfhelp-workshop-'))
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope='session')
def valkey(folder: Path) -> Iterator['redis.Redis']:
    data = DataFolder(folder)
    data.prepare()
    running = stores.Valkey(data, data.secrets(), free_port())
    running.start()
    yield redis.Redis.from_url(running.url, decode_responses=True)
    running.stop()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(valkey: 'redis.Redis', clock: Clock) -> Store:
    valkey.flushdb()
    return Store(valkey, clock)


@pytest.fixture
def plan(clock: Clock) -> Plan:
    return Plan('Albergue de prueba', 'both', 'http://192.168.8.10:8080/', clock.seconds + 3 * 3600,
                (Step('know_your_rights', 20), Step('credible_fear', 60)), 'Taller', 'cosa;secreta')


@pytest.fixture
def workshop(store: Store, plan: Plan) -> str:
    return store.open(plan)
