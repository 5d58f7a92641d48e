"""The screening in Spanish, on a phone of 360 x 740 in a real browser: from the first screen to "my situation" and its calendar file."""
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.small_phone import SmallPhone
from icalendar import Calendar
from playwright.sync_api import Browser
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.case_file import read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.session import Session

pytestmark = pytest.mark.browser
CASE = Path(__file__).parents[1] / 'cases' / '09_july_protester_released.yml'


@pytest.fixture(scope='module')
def steps() -> list[Step]:
    return list(Driver(read_case(CASE)['answers'], 'es', 'screening').walk(Session()))


@pytest.fixture(scope='module')
def phone(browser: Browser, server: LiveServer, steps: list[Step]) -> Iterator[SmallPhone]:
    """Her phone, standing at "my situation"."""
    small = SmallPhone(browser, server.url, 'screening')
    small.open()
    for step in steps:
        small.look(axe=True)
        if step.screen.id == 'my_situation':
            break
        small.answer(step)
    yield small
    small.close()


def test_every_screen_fits_the_phone_the_thumb_and_the_ear(phone: SmallPhone) -> None:
    assert {name: width for name, width in phone.wide.items() if width > 0} == {}
    assert {name: targets for name, targets in phone.small.items() if targets} == {}
    ours = {name: found for name, violations in phone.violations.items() if (found := [one for one in violations if 'aria-required' not in one])}
    assert ours == {}
    assert (phone.outside, phone.errors) == ([], [])


def test_my_situation_says_what_comes_next_and_why(phone: SmallPhone) -> None:
    assert phone.screen_id == 'my_situation'
    phone.page.locator('details.others > summary', has_text='Este mes').tap()
    card = phone.page.locator('section.finding').filter(has_text='EOIR-33').first
    assert 'Siguiente paso' in card.inner_text()
    card.locator('summary', has_text='Por qué me dicen esto').tap()
    assert '20 de noviembre de 2026' in card.inner_text()


def test_the_calendar_file_names_nothing(phone: SmallPhone, tmp_path: Path) -> None:
    with phone.page.expect_download() as waiting:
        phone.page.get_by_role('link', name='calendario').tap()
    file = tmp_path / 'dates.ics'
    waiting.value.save_as(file)
    events = Calendar.from_ical(file.read_bytes()).walk('VEVENT')
    assert '2027-03-02' in {event.decoded('DTSTART').isoformat() for event in events}
    assert {str(event['SUMMARY']) for event in events} == {'Fecha importante'}
