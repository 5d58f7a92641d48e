"""The home screen with as many cards as there will be tasks, the bar and the way back: on a small phone, with large letters, without a script."""
import importlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from browser.all_screens import Drawn, DrawnOnce, Showing
from browser.at_a_screen import stand_at
from browser.at_the_story import NOT_SAVED, SAVED
from browser.small_phone import HEIGHT, WIDTH, SmallPhone
from interviews.walks import case
from playwright.sync_api import Browser
from server.live import LiveServer
from server.walked import steps_of

from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.engine import start

pytestmark = pytest.mark.browser
NAME = '09_july_protester_released'
BAR, TWELVE, LONG = 56, 12, 2000
# The border is not offered to a family that is in the United States.
INSIDE = 1
# User trial, row 53: there the first view showed nothing to press but "Back".
FIRST_VIEW = ('phone_advice', 'applicant_nationality', 'situation_entered', 'situation_interview', 'event_kind', 'event_words', 'moves_any')
HEIGHTS = '''() => [document.querySelector('.toolbar').getBoundingClientRect().height,
  new Set([...document.querySelectorAll('.toolbar > a:not(.leave), .toolbar summary')].map(one => one.getBoundingClientRect().top)).size]'''
WAY_ON = '''() => document.querySelector('#daform .da-field-buttons [type=submit]').getBoundingClientRect().bottom
  - document.querySelector('[data-leave]').getBoundingClientRect().top'''


def module(name: str) -> Any:
    """A module of the interview, once docassemble has its configuration."""
    start()
    return importlib.import_module(f'docassemble.immdef_selfhelp.interview.{name}')


def twelve_tasks() -> tuple[Any, ...]:
    """The tasks there are, and invented ones to make twelve, with titles as long as they come."""
    kinds, tasks = module('task'), module('tasks').TASKS
    titles = ('Prepararme para la audiencia preliminar y presentarme sin abogado', 'Mantener unida a mi familia', 'Pedir atención médica',
              'Encontrar un patrocinador', 'Mis documentos y pruebas', 'Conocer mis derechos', 'Prepararme para entregarme en la frontera',
              'Mi caso en la corte de inmigración', 'Lo que pasó en la detención', 'Pedir algo a los oficiales')
    groups = list(kinds.GROUPS)

    def invented(number: int, title: str) -> Any:
        card = kinds.Card(title, 'Una carta, una lista de lo que hay que llevar y un calendario con sus fechas', groups[number % len(groups)])
        return replace(tasks[0], id=f'invented_{number}', title=title, card=lambda _facts, _on: card)

    return (*tasks, *(invented(number, title) for number, title in enumerate(titles)))[:TWELVE]


@pytest.fixture(scope='module')
def homes() -> dict[str, Drawn]:
    """The home screen as it is after a screening, and the same with twelve cards."""
    home, found = module('home'), {}
    for name, tasks in (('home', home.TASKS), ('home-12', twelve_tasks())):
        kept: dict[tuple[str, str], Drawn] = {}
        session = DrawnOnce(kept)
        for _ in Driver(case(NAME)['answers'], 'es', 'screening').walk(session):
            pass
        kept.clear()
        with patch.object(home, 'TASKS', tasks):
            session.act('_da_priority_action', _action='go_home')
        found[name] = kept['es', 'home']
    return found


@pytest.fixture(scope='module')
def showing(browser: Browser, server: LiveServer) -> Iterator[Showing]:
    phone = SmallPhone(browser, server.url, 'home')
    yield Showing(phone)
    assert (phone.errors, phone.outside) == ([], [])
    phone.close()


@pytest.mark.parametrize('name', ['home', 'home-12'])
def test_the_cards_fit_a_small_phone_and_large_letters(showing: Showing, homes: dict[str, Drawn], name: str) -> None:
    showing.show(homes[name])
    page = showing.page
    cards = TWELVE if name == 'home-12' else len(module('tasks').TASKS)
    assert page.locator('#daform .da-field-buttons button[type=submit]').count() == cards - INSIDE
    page.screenshot(path=showing.phone.folder / f'{name}.png', full_page=True)
    page.evaluate('measured.openEverything()')
    assert (showing.axe(), showing.size()) == ([], {})
    showing.letters('200%')
    page.screenshot(path=showing.phone.folder / f'{name}-large.png', full_page=True)
    assert showing.size() == {}
    showing.letters('')
    assert showing.zoomed() == {}


def test_the_name_of_a_group_lies_over_no_other_card(showing: Showing, homes: dict[str, Drawn]) -> None:
    """The names stand above the cards that bring them, in room that has to be there: with large letters too."""
    showing.show(homes['home-12'])
    lies_over = '''() => {
      const cards = [...document.querySelectorAll('#daform .da-field-buttons .btn, .my-papers')].map(one => one.getBoundingClientRect());
      return [...document.querySelectorAll('.group')].map(one => [one.innerText, one.getBoundingClientRect()])
        .filter(([, a]) => cards.some(b => a.top < b.bottom - 1 && a.bottom > b.top + 1)).map(([text]) => text); }'''
    for size in ('', '200%'):
        showing.letters(size)
        assert showing.page.evaluate(lies_over) == []
    showing.letters('')


def test_the_bar_is_one_line_and_erasing_is_two_taps_away(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = stand_at(browser, server, steps, 'situation_entered')
    height, lines = small.page.evaluate(HEIGHTS)
    assert height <= BAR and lines == 1
    assert small.page.locator('.toolbar a.home').is_visible() and small.page.locator('.toolbar a.language').is_visible()
    small.from_the_menu('erase')
    assert small.screen_id == 'erase'
    assert small.page.evaluate(HEIGHTS)[0] <= BAR, 'the menu is folded again'
    small.close()


@pytest.mark.parametrize('screen', FIRST_VIEW)
def test_the_way_on_is_seen_before_anything_is_scrolled(browser: Browser, server: LiveServer, steps: list[Step], screen: str) -> None:
    family = steps if any(step.screen.id == screen for step in steps) else steps_of(NAME)
    small = stand_at(browser, server, family, screen)
    small.page.screenshot(path=small.folder / f'{screen}.png')
    assert small.page.evaluate(WAY_ON) <= 0
    small.close()


def test_a_long_box_is_said_kindly_and_what_is_saved_only_once(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    """User trial, rows 38 and 58."""
    small = stand_at(browser, server, steps, 'event_what')
    box, hint, saved = (small.page.locator(f'#daform {name}') for name in ('textarea', '.long', '.saved'))
    assert SAVED in saved.inner_text()
    box.fill('a' * LONG)
    assert hint.count() == 0
    box.fill('a' * (LONG + 1))
    assert 'Puede seguir' in hint.inner_text()
    small.page.screenshot(path=small.folder / 'long.png', full_page=True)
    small.go_on(small.page.locator('#daform .da-field-buttons button[type=submit]').last)
    assert small.screen_id == 'event_when' and saved.count() == 0
    small.page.locator('#daform input.number-entry').first.fill('3')
    assert NOT_SAVED in saved.inner_text()
    small.close()


def test_back_works_and_stands_before_the_question(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = stand_at(browser, server, steps, 'situation_entered')
    before = small.page.locator('.way').inner_text()
    assert 'Parte 2 de' in before and 'Atrás' in before
    small.go_on(small.page.locator('.daquestionbackbutton'))
    assert small.screen_id != 'situation_entered'
    small.close()


def test_back_and_the_menu_work_without_the_script(browser: Browser, server: LiveServer) -> None:
    context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, java_script_enabled=False, locale='es-MX')
    page = context.new_page()
    page.goto(server.url)
    page.locator('#daform button[value=es]').click()
    page.wait_for_selector('.daquestionbackbutton')
    page.locator('.toolbar summary').click()
    page.locator('.toolbar a.erase').click()
    page.wait_for_selector('#daform [value="ID erase"]', state='attached')
    page.locator('.daquestionbackbutton').click()
    page.wait_for_selector('#daform [value="ID preparing_for"]', state='attached')
    context.close()


def test_after_a_change_the_answers_are_shown_where_the_change_was_made(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = stand_at(browser, server, steps, 'list_to_mark')
    small.from_the_menu('answers')
    page = small.page
    changed = page.locator('details.card a.change').last
    changed.evaluate('link => { link.closest("details").open = true; }')
    address = changed.get_attribute('href')
    assert address and changed.evaluate('link => link.getBoundingClientRect().top > window.innerHeight')
    changed.click()
    page.wait_for_function('document.querySelector("#daform [name=_question_name]").value !== "ID my_answers"')
    page.locator('#daform button.btn-primary').last.click()
    page.wait_for_function('document.querySelector("#daform [name=_question_name]").value === "ID my_answers"')
    page.wait_for_function('address => document.activeElement.getAttribute("href") === address', arg=address)
    top = page.evaluate('document.activeElement.getBoundingClientRect().top')
    assert 0 < top < page.evaluate('window.innerHeight')
    small.close()
