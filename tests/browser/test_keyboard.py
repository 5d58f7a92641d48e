"""With the keyboard alone: the screening to its papers, then the first case as far as the first story; what has the focus is seen; leaving."""
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

import pytest
from browser.small_phone import HEIGHT, MARK_SCREEN, NEXT_SCREEN, WIDTH, form_name
from playwright.sync_api import Browser, Page, TimeoutError, expect
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.case_file import read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.screens import Entry
from docassemble.immdef_selfhelp.walk.session import Session

pytestmark = pytest.mark.browser
CASE = Path(__file__).parents[1] / 'cases' / '12_drought_and_debt.yml'
FARTHEST = 400
# The ring around a radio button or a box is drawn around its words, which lie over it.
RING = '''() => {
  const one = document.activeElement, drawn = one.matches('.da-to-labelauty') ? one.nextElementSibling : one, style = getComputedStyle(drawn);
  const box = drawn.getBoundingClientRect(), bar = document.querySelector('[data-leave]').getBoundingClientRect();
  const free = one.matches('[data-leave], .daskiplink') || (box.top < bar.top && box.bottom > 0);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && free ? '' : one.outerHTML.slice(0, 200);
}'''


class Keyboard:
    """A screen of the width of a phone and a keyboard. `unseen` is what had the focus and showed it not."""

    def __init__(self, page: Page) -> None:
        self.page, self.unseen = page, set[str]()

    def tab_to(self, wanted: str, key: str = 'Tab') -> None:
        """Press Tab until the element has the focus; it fails where the keyboard cannot come."""
        for _ in range(FARTHEST):
            if self.page.evaluate('wanted => document.activeElement.matches(wanted)', wanted):
                return
            self.page.keyboard.press(key)
            with suppress(TimeoutError):  # on a busy computer the page needs a moment to come to it
                self.page.wait_for_function(f'({RING})() === ""', timeout=1000)
            self.unseen.add(self.page.evaluate(f'({RING})()'))
        raise AssertionError(f'the keyboard does not reach {wanted}')

    def arrive(self) -> None:
        """Wait until the question has the focus to stay: selfhelp.js gives it 30 milliseconds after a screen comes."""
        self.page.wait_for_timeout(50)
        expect(self.page.locator('#daMainQuestion')).to_be_focused()

    def answer(self, step: Step) -> None:
        """Answer one screen as the walk in process did."""
        screen = step.screen
        self.arrive()
        assert self.page.locator('#daform [name=_question_name]').get_attribute('value') == f'ID {screen.id}'
        if screen.buttons:
            self.go_on(f'[name="{form_name(screen.button_variable)}"][value="{step.given[screen.button_variable]}"]')
            return
        for entry in screen.entries:
            if entry.variable in step.given:
                self.fill(entry, step.given[entry.variable])
        self.go_on('#daform .da-field-buttons button[type=submit]')

    def go_on(self, button: str) -> None:
        """Press a button with Enter and wait for the next screen."""
        self.tab_to(button)
        self.page.evaluate(MARK_SCREEN)
        self.page.keyboard.press('Enter')
        self.page.wait_for_function(NEXT_SCREEN)

    def fill(self, entry: Entry, value: object) -> None:
        """Fill in one field."""
        name = form_name(entry.name)
        field = f'[name="{name}"], [data-saveas="{name}"] [name]'
        if entry.kind == 'checkboxes' and isinstance(value, list):
            for chosen in value:
                self.tick(form_name(f"{entry.name}[B'{form_name(str(chosen))}']"))
            if not value and entry.none_label:
                self.tab_to('.danota-checkbox')
                self.page.keyboard.press('Space')
        elif entry.kind in ('radio', 'yesno') and value is None:
            return  # a question that may be left open
        elif entry.kind in ('radio', 'yesno'):
            self.tab_to(field)
            self.press_until('ArrowDown', 'document.activeElement.checked && document.activeElement.value', str(value))
        elif entry.kind == 'dropdown':
            self.tab_to(field)
            self.press_until('ArrowDown', 'document.activeElement.value', str(value))
        elif value not in (None, ''):
            self.tab_to(field)
            self.page.keyboard.insert_text(str(value))

    def tick(self, name: str) -> None:
        """Go to a box and tick it."""
        self.tab_to(f'[name="{name}"]')
        self.page.keyboard.press('Space')

    def press_until(self, key: str, shown: str, value: str) -> None:
        """Press a key until a choice is made; Space takes the first radio button, which the arrows would pass over."""
        if 'checked' in shown and self.page.evaluate('document.activeElement.type') == 'radio':
            self.page.keyboard.press('Space')
        for _ in range(FARTHEST):
            if self.page.evaluate(shown) == value:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f'the arrows do not reach {value}')


@pytest.fixture
def keyboard(browser: Browser, server: LiveServer) -> Iterator[Keyboard]:
    context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, locale='es-MX', reduced_motion='reduce')
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(server.url)
    page.wait_for_selector('#daform')
    yield Keyboard(page)
    context.close()


def test_the_screening_and_the_first_case_go_with_the_keyboard_alone(keyboard: Keyboard) -> None:
    answers = read_case(CASE)['answers'] | {'reads': 'yes'}
    session = Session()
    for step in list(Driver(answers, 'es', 'screening').walk(session))[:-1]:
        keyboard.answer(step)
    assert keyboard.page.locator('section.paper').count() > 0
    keyboard.arrive()
    keyboard.tab_to('a[data-paper=pdf]')
    keyboard.tab_to('[data-leave]', 'Shift+Tab')
    keyboard.tab_to('.toolbar a.home')
    keyboard.page.keyboard.press('Enter')
    session.act('go_home')
    keyboard.page.wait_for_selector('#daform [name=_question_name][value="ID home"]', state='attached')
    steps = list(takewhile(lambda step: step.screen.id != 'event_when', Driver(answers, 'es', 'credible_fear').walk(session)))
    assert steps[-1].screen.id == 'event_what'
    for step in steps:
        keyboard.answer(step)
    assert keyboard.unseen == {''}
    keyboard.tab_to('[data-leave]', 'Shift+Tab')
    keyboard.page.keyboard.press('Enter')
    keyboard.page.wait_for_url('**/recetas')


def test_nothing_holds_the_focus(keyboard: Keyboard) -> None:
    """Tab goes through everything once and leaves the page, and so it does backwards."""
    page, everything = keyboard.page, set[str]()
    for key in ('Tab', 'Shift+Tab'):
        met: list[str] = []
        for _ in range(FARTHEST):
            page.keyboard.press(key)
            one = str(page.evaluate('document.activeElement.outerHTML.slice(0, 300)'))
            if one.startswith('<body') or one in met:
                break
            met.append(one)
        assert one.startswith('<body') or one == met[0], met
        everything |= set(met)
    assert sum('data-leave' in one or 'submit' in one for one in everything) == 3, 'the two languages and the way out'


def test_three_times_escape_leaves_and_a_tap_between_begins_anew(keyboard: Keyboard) -> None:
    page = keyboard.page
    for key in ('Escape', 'Escape', '', 'Escape', 'Escape'):
        if key:
            page.keyboard.press(key)
        else:
            page.mouse.click(5, HEIGHT / 2)
    page.wait_for_timeout(500)
    assert page.locator('#daform').is_visible()
    page.keyboard.press('Escape')
    page.wait_for_url('**/recetas')


@pytest.mark.parametrize('address', ['', 'abrir'])
def test_the_phones_own_keyboard_leaves_the_way_out_free(keyboard: Keyboard, address: str) -> None:
    keyboard.page.goto(keyboard.page.url.partition('interview')[0].partition('?')[0] + address)
    keyboard.page.wait_for_selector('[data-leave]')
    assert 'interactive-widget=resizes-content' in str(keyboard.page.locator('meta[name=viewport]').get_attribute('content'))
