"""One real server and one Chromium for all browser tests. Pictures go to `artifacts/screens/`."""
from collections.abc import Iterator

import pytest
from browser.all_screens import Drawn, every_screen
from browser.at_a_screen import steps_of_the_case
from browser.chromium import chromium
from playwright.sync_api import Browser
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.driver import Step


@pytest.fixture(scope='session')
def server() -> Iterator[LiveServer]:
    with LiveServer('--workshop', '--host', '127.0.0.1') as running:
        yield running


@pytest.fixture(scope='session')
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope='session')
def steps() -> list[Step]:
    """What the mother of case 01 answers, screen by screen."""
    return steps_of_the_case()


@pytest.fixture(scope='session')
def following(steps: list[Step]) -> str:
    """The screen after her first story."""
    at = next(place for place, step in enumerate(steps) if step.screen.id == 'event_what')
    return steps[at + 1].screen.id


@pytest.fixture(scope='session')
def screens() -> dict[tuple[str, str], Drawn]:
    """Every screen in both languages, by its language and id."""
    return every_screen()
