"""A phone that stands at a screen of a case."""
from pathlib import Path

from browser.small_phone import SmallPhone
from playwright.sync_api import Browser
from server.client import Phone
from server.live import LiveServer
from server.walked import walk_to

from docassemble.immdef_selfhelp.walk.case_file import first_task, read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.session import Session

CASE = Path(__file__).parents[1] / 'cases' / '01_extortion_and_police.yml'


def steps_of_the_case(**other: object) -> list[Step]:
    """What the mother of case 01 answers, screen by screen. `other` answers take the place of hers."""
    answers = {**read_case(CASE)['answers'], **other}
    return list(Driver(answers, 'es', first_task(answers)).walk(Session()))


def stand_at(browser: Browser, server: LiveServer, steps: list[Step], screen: str, script: str = '') -> SmallPhone:
    """A phone at the first screen with this id; the answers before it go without the browser, which is ten times as fast.

    `script` runs in the page before its own scripts.
    """
    told = Phone(server.url)
    walk_to(told, steps, screen)
    small = SmallPhone(browser, server.url, 'line')
    small.context.add_cookies([{'name': cookie.name, 'value': str(cookie.value), 'url': server.url} for cookie in told.http.cookies])
    if script:
        small.page.add_init_script(script)
    small.open()
    assert small.screen_id == screen
    return small
