"""A small phone in a real browser: fills in the screens of a walk as a thumb does, and keeps what went wrong."""
import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, TimeoutError

from docassemble.immdef_selfhelp.walk.driver import Step
from docassemble.immdef_selfhelp.walk.screens import Entry

WIDTH, HEIGHT = 360, 740
ARTIFACTS = Path(__file__).resolve().parents[2] / 'artifacts' / 'screens'
# The address says nothing of a screen (docs/adr/016): the heading of the one before is marked, and the next one has no mark.
MARK_SCREEN = '''() => document.querySelectorAll('#daquestion h1').forEach(title => { title.dataset.before = 'yes'; })'''
NEXT_SCREEN = '''() => document.querySelector('#daquestion h1') !== null && !document.querySelector('#daquestion h1[data-before]')'''
SMALL_TARGETS = '''() => [...document.querySelectorAll('#daquestion a, #daquestion button, #daquestion label.btn, #daquestion summary')]
  .filter(one => one.offsetParent !== null && !one.classList.contains('visually-hidden')).map(one => [one.getBoundingClientRect(), one.innerText])
  .filter(([box]) => box.width > 1 && (box.height < 43.5 || box.width < 24))
  .map(([box, text]) => `${Math.round(box.width)}x${Math.round(box.height)} ${text}`)'''
TOO_WIDE = '() => document.documentElement.scrollWidth - document.documentElement.clientWidth'


def form_name(variable: str) -> str:
    """docassemble's name of a field: base64 without padding."""
    return base64.b64encode(variable.encode()).decode().rstrip('=')


def under_condition(varnames: str) -> dict[str, str]:
    """docassemble numbers the fields that stand under a condition: from the form name of each to its number."""
    return {long.rstrip('='): short for short, long in json.loads(base64.b64decode(varnames + '==').decode()).items()} if varnames else {}


class SmallPhone:
    """One phone of 360 x 740 pixels. `outside` are the requests that left the machine, `errors` those of the page's own scripts."""

    def __init__(self, browser: Browser, url: str, pictures: str) -> None:
        self.context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, device_scale_factor=1, has_touch=True, is_mobile=True,
                                           locale='es-MX', accept_downloads=True)
        self.page: Page = self.context.new_page()
        self.url, self.folder = url, ARTIFACTS / pictures
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.violations: dict[str, list[str]] = {}
        self.small: dict[str, list[str]] = {}
        self.wide: dict[str, int] = {}
        self.seen: set[str] = set()
        self.page.on('request', lambda request: self.outside.append(request.url) if not request.url.startswith((url, 'data:', 'blob:')) else None)
        self.page.on('pageerror', lambda error: self.errors.append(str(error)))
        self.folder.mkdir(parents=True, exist_ok=True)

    def open(self) -> None:
        """Open the program as from a bookmark."""
        self.page.goto(self.url)
        self.page.wait_for_selector('#daform')

    @property
    def screen_id(self) -> str:
        """The id of the screen that stands there; only the screen of the papers has no form."""
        name = self.page.locator('#daform [name=_question_name]')
        return name.input_value().removeprefix('ID ') if name.count() else 'packet'

    def look(self, axe: bool = False) -> None:
        """On its first showing: a picture of the screen, the size of what is touched, whether it is wider than the phone, and axe-core if asked.

        test_access.py asks axe-core about every screen; a walk only has to see that it finds no more on a page of the server.
        """
        if self.screen_id in self.seen:
            return
        self.seen.add(self.screen_id)
        self.page.screenshot(path=self.folder / f'{len(self.seen):03d}-{self.screen_id}.png', full_page=True)
        if axe:
            found = Axe().run(self.page).response['violations']
            self.violations[self.screen_id] = [f'{one["id"]} {node["html"]}' for one in found for node in one['nodes']]
        self.small[self.screen_id] = self.page.evaluate(SMALL_TARGETS)
        self.wide[self.screen_id] = self.page.evaluate(TOO_WIDE)

    def answer(self, step: Step) -> None:
        """Answer the screen as the walk in process did, then wait for the next one."""
        assert self.screen_id == step.screen.id, f'the browser shows "{self.screen_id}", the walk was at "{step.screen.id}"'
        if step.screen.buttons:
            name, value = form_name(step.screen.button_variable), step.given[step.screen.button_variable]
            self.go_on(self.page.locator(f'#daform button[name="{name}"][value="{value}"]'))
            return
        for entry in step.screen.entries:
            if entry.variable in step.given:
                self.fill(entry, step.given)
            elif entry.kind == 'checkboxes' and entry.none_label:
                self.none_of(entry)
        self.go_on(self.page.locator('#daform .da-field-buttons button[type=submit]').last)

    def go_on(self, button: Locator) -> None:
        """Press a button and wait until docassemble has put the next screen there."""
        self.page.evaluate(MARK_SCREEN)
        button.tap()
        try:
            self.page.wait_for_function(NEXT_SCREEN, timeout=20_000)
        except TimeoutError as stuck:
            self.page.screenshot(path=self.folder / 'stuck.png', full_page=True)
            raise AssertionError(f'nothing came after "{self.screen_id}": {self.page.locator("body").inner_text()[:400]}') from stuck

    def from_the_menu(self, name: str) -> None:
        """Open the menu of the bar and tap one of its links: `answers`, `pause` or `erase`."""
        self.page.locator('.toolbar summary').tap()
        self.go_on(self.page.locator(f'.toolbar .menu a.{name}'))

    def named(self, entry: Entry) -> str:
        """The form name of a field; docassemble numbers those that stand under a condition."""
        wanted = form_name(entry.name)
        hidden = self.page.locator('#daform [name=_varnames]')
        if self.page.locator(f'#daform [name="{wanted}"]').count() or not hidden.count():
            return wanted
        return under_condition(hidden.input_value()).get(wanted, wanted)

    def fill(self, entry: Entry, given: Mapping[str, Any]) -> None:
        """Fill in one field."""
        value, name = given[entry.variable], self.named(entry)
        if entry.kind == 'checkboxes':
            for chosen in value:
                box = form_name(f"{entry.name}[B'{form_name(str(chosen))}']")
                self.tap_label(self.page.locator(f'#daform input[name="{box}"]'))
            if not value and entry.none_label:
                self.none_of(entry)
        elif entry.kind in ('radio', 'yesno'):
            if value is not None:  # a question that may be left open
                self.tap_label(self.page.locator(f'#daform input[name="{name}"][value="{value}"]'))
        elif entry.kind == 'dropdown':
            self.page.locator(f'#daform select[name="{name}"]').select_option(str(value))
        else:
            self.page.locator(f'#daform [name="{name}"]').fill('' if value is None else str(value))

    def none_of(self, entry: Entry) -> None:
        """Tick "none of these"."""
        self.page.get_by_text(entry.none_label, exact=True).locator('visible=true').first.tap()

    def tap_label(self, control: Locator) -> None:
        """Tap the words beside a radio button or a box: the control itself is hidden under them."""
        if not control.is_checked():
            self.page.locator(f'label[for="{control.get_attribute("id")}"]').tap()
            assert control.is_checked()

    def close(self) -> None:
        """Put the phone away."""
        self.context.close()
