"""A tab that is put away, left behind or left fast: what was typed comes back where that is safe, and nothing stays where it is not."""
import pytest
from browser.at_a_screen import steps_of_the_case
from browser.at_the_story import (
    NOT_SAVED,
    STORY,
    arrived_once,
    at_the_story,
    kept_in_the_browser,
    number,
    press,
    put_away,
    sends,
)
from playwright.sync_api import Browser, Dialog
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.driver import Step

pytestmark = pytest.mark.browser


def test_leaving_fast_works_without_a_signal(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        small.page.wait_for_timeout(2_000)
        small.context.set_offline(True)
        small.page.locator('[data-leave]').tap()
        small.page.wait_for_selector('h1:has-text("Arroz con leche")')
        small.context.set_offline(False)


def test_back_paints_nothing_of_a_screen_that_was_left(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        small.page.reload()
        small.page.wait_for_selector('#daform textarea')
        small.page.add_init_script("addEventListener('DOMContentLoaded', () => { const title = document.getElementById('daMainQuestion');"
                                   " if (title) { sessionStorage.setItem('seen', getComputedStyle(title).visibility); } }, true)")
        small.page.evaluate("window.name = 'recetas'; location.assign(document.querySelector('[data-leave]').href)")
        small.page.wait_for_selector('h1:has-text("Arroz con leche")')
        small.page.evaluate('history.go(-2)')
        small.page.wait_for_function("sessionStorage.getItem('seen') !== null && location.pathname.endsWith('/recetas')")
        assert small.page.evaluate("sessionStorage.getItem('seen')") == 'hidden'


def test_a_tab_put_away_comes_back_with_what_was_typed(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        put_away(small.page)
        assert small.page.locator('#daform textarea').input_value() == STORY
        assert NOT_SAVED in small.page.locator('.saved').inner_text()
        small.page.evaluate("document.dispatchEvent(new Event('freeze'))")
        assert 'cobraban' in kept_in_the_browser(small.page)
        press(small)
        arrived_once(small, before, following)
        assert 'cobraban' not in kept_in_the_browser(small.page), 'what was sent is kept no longer'


def test_leaving_fast_leaves_nothing_of_a_draft(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        small.page.evaluate("document.dispatchEvent(new Event('freeze'))")
        assert 'cobraban' in kept_in_the_browser(small.page)
        small.page.locator('[data-leave]').tap()
        small.page.wait_for_url('**/recetas')
        assert 'cobraban' not in kept_in_the_browser(small.page)
        assert small.page.evaluate('localStorage.length + sessionStorage.length') == 0


@pytest.mark.parametrize('phone', ['watched', 'unknown', 'shared'])
def test_a_phone_that_is_not_safe_keeps_nothing(browser: Browser, server: LiveServer, phone: str) -> None:
    with at_the_story(browser, server, steps_of_the_case(phone_safety=phone)) as small:
        before = kept_in_the_browser(small.page)
        for event in ("document.dispatchEvent(new Event('freeze'))", "window.dispatchEvent(new Event('pagehide'))"):
            small.page.evaluate(event)
            assert 'cobraban' not in before + kept_in_the_browser(small.page), event
        put_away(small.page)
        assert 'cobraban' not in kept_in_the_browser(small.page)
        assert small.page.locator('#daform textarea').input_value() == ''


def test_a_tab_left_behind_by_another_says_so_before_anything_is_lost(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        other = small.context.new_page()
        other.goto(small.url)
        other.locator('#daform textarea').fill('Contado en la otra pestaña.')
        other.locator('#daform .da-field-buttons button[type=submit]').last.tap()
        small.page.wait_for_selector('[role=alert]:has-text("otra pestaña")')
        sent = sends(small)
        press(small)
        assert (sent, small.page.locator('#daform textarea').input_value()) == ([], STORY)


def test_going_to_the_page_for_another_phone_with_something_unsent_asks_first(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        asked: list[str] = []

        def stay(dialog: Dialog) -> None:
            asked.append(dialog.message)
            dialog.dismiss()
        small.page.on('dialog', stay)
        small.from_the_menu('pause')
        small.page.locator('a', has_text='Guardar mis respuestas para seguir en otro teléfono').tap()
        assert asked == ['Se va a perder lo que escribió y no envió. ¿Quiere ir de todos modos?']
        small.page.locator('#daform button[type=submit]').last.tap()
        small.page.wait_for_selector('#daform textarea')
        assert small.page.locator('#daform textarea').input_value() == STORY
