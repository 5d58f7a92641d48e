"""A line that drops: what is typed stays, an answer goes out by itself when there is a signal, and the server takes it once."""
import contextlib
import signal
from collections.abc import Iterator

import psutil
import pytest
from browser.at_a_screen import stand_at, steps_of_the_case
from browser.small_phone import SmallPhone
from playwright.sync_api import Browser, Dialog, Page, Route
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.driver import Step

pytestmark = pytest.mark.browser
STORY = 'Aquella tarde llegaron. ' + 'Nos cobraban cada mes, y en marzo ya no pudimos. ' * 60 + 'Así fue.'
TRYING = '[role=alert]:has-text("sigue tratando")'
NOT_SAVED, SAVED = 'todavía no está guardada', 'ya envió está guardado'
AGAIN, ONE_SCREEN = 60_000, 1


@pytest.fixture(scope='module')
def steps() -> list[Step]:
    return steps_of_the_case()


@contextlib.contextmanager
def at_the_story(browser: Browser, server: LiveServer, steps: list[Step]) -> Iterator[SmallPhone]:
    """A phone with a long story typed and not sent."""
    small = stand_at(browser, server, steps, 'event_what')
    assert SAVED in small.page.locator('.saved').inner_text()
    small.page.set_default_timeout(10_000)
    story = small.page.locator('#daform textarea')
    story.fill(STORY)
    assert NOT_SAVED in small.page.locator('.saved').inner_text()
    yield small
    assert small.errors == []
    small.close()


def sends(small: SmallPhone) -> list[str]:
    """Grows with each form that holds the story and leaves the phone."""
    sent: list[str] = []
    small.page.on('request', lambda request: sent.append(request.url) if 'cobraban' in (request.post_data or '') else None)
    return sent


def press(small: SmallPhone) -> None:
    small.page.locator('#daform .da-field-buttons button[type=submit]').last.tap()


def number(small: SmallPhone) -> int:
    """docassemble's count of the screens."""
    return int(small.page.evaluate('daSteps'))


def arrived_once(small: SmallPhone, before: int, following: str) -> None:
    """The next screen came by itself, one further and no more, with nothing said of an error; the answer stands in the review once."""
    small.page.wait_for_selector(f'#daform [name=_question_name][value="ID {following}"]', state='attached', timeout=AGAIN)
    assert number(small) == before + ONE_SCREEN
    assert small.page.locator('.no-answer, #daflash .alert').count() == 0
    small.go_on(small.page.locator('.toolbar a', has_text='Mis respuestas'))
    assert small.page.locator('.told dd', has_text='Aquella tarde llegaron.').count() == 1


@pytest.fixture(scope='module')
def following(steps: list[Step]) -> str:
    """The screen after the first story."""
    at = next(place for place, step in enumerate(steps) if step.screen.id == 'event_what')
    return steps[at + 1].screen.id


def test_the_network_is_cut_in_the_middle_of_a_long_story_and_comes_back(browser: Browser, server: LiveServer, steps: list[Step],
                                                                         following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        small.context.set_offline(True)
        press(small)
        small.page.wait_for_selector(TRYING)
        assert small.page.locator('#daform textarea').input_value() == STORY
        assert NOT_SAVED in small.page.locator('.saved').inner_text()
        assert small.page.evaluate('localStorage.length + sessionStorage.length') == 0
        small.context.set_offline(False)
        arrived_once(small, before, following)


def test_a_busy_server_is_asked_again(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        refused: list[str] = []

        def refuse_once(route: Route) -> None:
            if route.request.method == 'POST' and not refused:
                refused.append(route.request.url)
                route.fulfill(status=502, body='<html><body><h1>502 Bad Gateway</h1></body></html>', content_type='text/html')
            else:
                route.continue_()
        small.page.route('**/*', refuse_once)
        press(small)
        small.page.wait_for_selector(TRYING)
        assert small.page.locator('h1', has_text='502').count() == 0
        arrived_once(small, before, following)
        assert len(refused) == 1


def test_an_answer_whose_reply_was_lost_is_not_sent_again(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before, sent = number(small), sends(small)
        lost: list[int] = []

        def lose_the_reply(route: Route) -> None:
            if route.request.method == 'POST' and not lost:
                lost.append(route.fetch().status)
                route.abort('connectionreset')
            else:
                route.continue_()
        small.page.route('**/*', lose_the_reply)
        press(small)
        small.page.wait_for_selector(TRYING)
        arrived_once(small, before, following)
        assert (lost, len(sent)) == ([200], 1)


def test_what_is_written_after_the_answer_had_come_is_not_thrown_away(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        lost: list[int] = []

        def lose_the_reply(route: Route) -> None:
            if route.request.method == 'POST' and not lost:
                lost.append(route.fetch().status)
                route.abort('connectionreset')
            else:
                route.continue_()
        small.page.route('**/*', lose_the_reply)
        press(small)
        small.page.wait_for_selector(TRYING)
        small.page.locator('#daform textarea').fill(STORY + ' Y una noche')
        press(small)
        small.page.wait_for_selector('[role=alert]:has-text("Lo que envió primero está guardado")')
        assert small.page.locator('#daform textarea').input_value() == STORY + ' Y una noche'
        assert NOT_SAVED in small.page.locator('.saved').inner_text()


@pytest.mark.parametrize('status', [500, 501])
def test_a_fault_of_the_server_wipes_nothing_and_the_answer_goes_again(browser: Browser, server: LiveServer, steps: list[Step], following: str,
                                                                       status: int) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        failed: list[str] = []

        def fail_once(route: Route) -> None:
            if route.request.method == 'POST' and not failed:
                failed.append(route.request.url)
                route.fulfill(status=status, body='<html><body><h1>Algo falló</h1></body></html>', content_type='text/html')
            else:
                route.continue_()
        small.page.route('**/*', fail_once)
        press(small)
        small.page.wait_for_selector(TRYING)
        arrived_once(small, before, following)


def test_what_the_server_refuses_stays_on_the_screen(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        small.page.route('**/*', lambda route: route.fulfill(status=413, body='<h1>Demasiado</h1>', content_type='text/html')
                         if route.request.method == 'POST' else route.continue_())
        press(small)
        small.page.wait_for_selector('[role=alert]:has-text("El servidor no aceptó esto")')
        assert small.page.locator('#daform textarea').input_value() == STORY


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
        small.page.wait_for_function("sessionStorage.getItem('seen') !== null && location.pathname.endsWith('recetas.html')")
        assert small.page.evaluate("sessionStorage.getItem('seen')") == 'hidden'


def test_the_same_answer_sent_twice_is_taken_once(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    """The server's part, whatever a phone does: an old form sent again neither skips a screen nor doubles what happened."""
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        with small.page.expect_request(lambda request: 'cobraban' in (request.post_data or '')) as waiting:
            press(small)
        small.page.wait_for_selector(f'#daform [name=_question_name][value="ID {following}"]', state='attached')
        body = waiting.value.post_data
        answer = small.context.request.post(waiting.value.url, data=body, headers={'Content-Type': 'application/x-www-form-urlencoded',
                                                                                   'Referer': small.page.url})
        assert answer.status == 200
        small.page.reload()
        small.page.wait_for_selector('#daform')
        assert small.screen_id == following
        arrived_once(small, before, following)


def test_a_slow_line_says_not_saved_until_the_answer_came(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before, sent = number(small), sends(small)
        line = small.context.new_cdp_session(small.page)
        line.send('Network.enable')
        line.send('Network.emulateNetworkConditions', {'offline': False, 'latency': 1500, 'downloadThroughput': 6000, 'uploadThroughput': 3000})
        press(small)
        assert NOT_SAVED in small.page.locator('.saved').inner_text()
        arrived_once(small, before, following)
        assert len(sent) == 1


def test_after_four_seconds_it_says_that_the_line_is_slow(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before, sent = number(small), sends(small)
        for process in server.named('gunicorn'):
            process.send_signal(signal.SIGSTOP)
        press(small)
        small.page.wait_for_selector('[role=alert]:has-text("La señal está lenta")')
        assert NOT_SAVED in small.page.locator('.saved').inner_text()
        for process in server.named('gunicorn'):
            process.send_signal(signal.SIGCONT)
        arrived_once(small, before, following)
        assert len(sent) == 1


def test_a_line_too_slow_is_said_and_the_answer_still_comes_once(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        held: list[Route] = []

        def hold(route: Route) -> None:
            if route.request.method == 'POST' and not held:
                held.append(route)
            else:
                route.continue_()
        small.page.evaluate('jQuery.ajaxSetup({timeout: 1500})')
        small.page.route('**/*', hold)
        press(small)
        small.page.wait_for_selector(TRYING)
        arrived_once(small, before, following)
        assert len(held) == 1


def test_nothing_half_written_is_sent_by_itself(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        small.context.set_offline(True)
        press(small)
        small.page.wait_for_selector(TRYING)
        small.page.locator('#daform textarea').fill(STORY + ' Y una noche')
        small.page.wait_for_selector('[role=alert]:has-text("Inténtelo otra vez")')
        sent = sends(small)
        small.context.set_offline(False)
        small.page.wait_for_timeout(4_000)
        assert (sent, number(small), small.screen_id) == ([], before, 'event_what')
        small.go_on(small.page.locator('#daform .da-field-buttons button[type=submit]').last)
        assert (len(sent), number(small)) == (1, before + ONE_SCREEN)


def kept_in_the_browser(page: Page) -> str:
    """All that this tab and this site keep where it can come to lie on the phone's disk."""
    return str(page.evaluate("""async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, (await indexedDB.databases()),
                                                              (await caches.keys())])"""))


def put_away(page: Page) -> None:
    """What a phone short of memory does with a tab: first it sleeps, and when its owner comes back it is loaded anew."""
    line = page.context.new_cdp_session(page)
    line.send('Page.setWebLifecycleState', {'state': 'frozen'})
    line.send('Page.setWebLifecycleState', {'state': 'active'})
    page.reload()
    page.wait_for_selector('#daform')


def kill(server: LiveServer) -> None:
    """The power of the computer fails."""
    everything = server.family()
    for process in everything:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    server.process.wait()
    psutil.wait_procs(everything, timeout=15)


def test_the_server_is_killed_while_somebody_types_and_starts_again(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        kill(server)
        press(small)
        small.page.wait_for_selector(TRYING)
        assert small.page.locator('#daform textarea').input_value() == STORY
        server.start()
        arrived_once(small, before, following)


def test_the_server_is_killed_with_an_answer_in_its_hands(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before, sent = number(small), sends(small)
        for process in server.named('gunicorn'):
            process.send_signal(signal.SIGSTOP)
        with small.page.expect_request(lambda request: 'cobraban' in (request.post_data or '')):
            press(small)
        kill(server)
        small.page.wait_for_selector(TRYING)
        server.start()
        arrived_once(small, before, following)
        assert len(sent) == 1 + ONE_SCREEN


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
        small.page.wait_for_url('**/recetas.html*')
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
        small.page.locator('.toolbar .pause').tap()
        small.page.locator('a', has_text='Guardar mis respuestas para seguir en otro teléfono').tap()
        assert asked == ['Se va a perder lo que escribió y no envió. ¿Quiere ir de todos modos?']
        small.page.locator('#daform button[type=submit]').last.tap()
        small.page.wait_for_selector('#daform textarea')
        assert small.page.locator('#daform textarea').input_value() == STORY
