"""What a browser keeps of a family's visit: its own file of addresses and titles, and what "Back" offers, after a walk and after leaving fast."""
import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser.chromium import FLAGS, closing, marked, playwright_of, program
from browser.small_phone import HEIGHT, WIDTH
from browser.test_no_script import standing
from playwright.sync_api import BrowserContext, Page
from server.live import LiveServer

pytestmark = pytest.mark.browser
# A name of the package or of docassemble, a word of what it is about, the number of a step.
TELLS = re.compile(r'immdef|selfhelp|docassemble|interview|asyl|asil|package|page\d|\d{2,}', re.IGNORECASE)
TITLES = {'', 'My folder', 'Mi carpeta', 'Recetas · Recipes'}


@contextlib.contextmanager
def own_browser(folder: Path, script: bool) -> Iterator[BrowserContext]:
    """A browser that keeps a history in this folder, as the one of a phone does."""
    environment = marked()
    with playwright_of() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(folder), executable_path=program(), args=[*FLAGS, '--headless=new'], env=environment, locale='es-MX',
            viewport={'width': WIDTH, 'height': HEIGHT}, java_script_enabled=script)
        context.set_default_timeout(60_000)  # a second browser beside the one of the other tests
        yield context
        with closing(environment):
            context.close()


def kept(folder: Path) -> list[tuple[str, str]]:
    """Addresses and titles in the browser's own file."""
    with contextlib.closing(sqlite3.connect(folder / 'Default' / 'History')) as history:
        return [(str(address), str(title)) for address, title in history.execute('SELECT url, title FROM urls')]


def back_offers(page: Page) -> list[str]:
    """The addresses that Back and Forward of this tab lead to."""
    return [str(entry['url']) for entry in page.context.new_cdp_session(page).send('Page.getNavigationHistory')['entries']]


def told(address: str) -> str:
    """What an address says besides the name of the server: its path, the names of its arguments, its mark."""
    parts = urlsplit(address)
    return f'{parts.path} {parts.query.partition("=")[0]} {parts.fragment}'


def walk(page: Page, url: str) -> None:
    """The first screens, another language and back, the answers, the pages for another phone."""
    page.goto(url)
    page.get_by_role('button', name='Español').click()
    page.locator('#daform').get_by_text('Español').first.wait_for()
    for _ in range(2):
        before = standing(page)
        page.locator('#daform input[type=radio] + label').first.click()
        page.locator('#daform .da-field-buttons button[type=submit]').last.click()
        page.wait_for_function('before => document.querySelector("#daform [name=_question_name]").value !== `ID ${before}`', arg=before)
    page.locator('.toolbar summary').click()
    page.locator('.toolbar .menu a.answers').click()
    page.wait_for_function('document.querySelector("#daform [name=_question_name]").value === "ID my_answers"')
    page.goto(f'{url}copia')
    page.goto(url)


def test_the_history_of_a_browser_tells_nothing(server: LiveServer, tmp_path: Path) -> None:
    with own_browser(tmp_path, script=True) as context:
        page = context.pages[0]
        walk(page, server.url)
        assert {told(address) for address in back_offers(page)} <= {'/  ', '/copia  ', 'blank  '}
        page.locator('.toolbar .leave').click()
        page.wait_for_url('**/recetas')
        assert [address for address in back_offers(page) if TELLS.search(told(address))] == []
    addresses = kept(tmp_path)
    assert any(address.endswith('/recetas') for address, _ in addresses), 'this browser keeps a history'
    assert [address for address, _ in addresses if TELLS.search(told(address))] == []
    assert {title for _, title in addresses} <= TITLES
