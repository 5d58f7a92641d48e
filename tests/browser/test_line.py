"""A line that drops: what is typed stays, an answer goes out by itself when there is a signal, and the server takes it once."""
import signal

import pytest
from browser.at_the_story import (
    NOT_SAVED,
    ONE_SCREEN,
    STORY,
    TRYING,
    arrived_once,
    at_the_story,
    first_post,
    lose_the_reply,
    number,
    press,
    sends,
)
from playwright.sync_api import Browser, Route
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.driver import Step

pytestmark = pytest.mark.browser


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
        refused = first_post(small, lambda route: route.fulfill(status=502, body='<html><body><h1>502 Bad Gateway</h1></body></html>',
                                                                content_type='text/html'))
        press(small)
        small.page.wait_for_selector(TRYING)
        assert small.page.locator('h1', has_text='502').count() == 0
        arrived_once(small, before, following)
        assert len(refused) == 1


def test_an_answer_whose_reply_was_lost_is_not_sent_again(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before, sent = number(small), sends(small)
        lost = first_post(small, lose_the_reply)
        press(small)
        small.page.wait_for_selector(TRYING)
        arrived_once(small, before, following)
        assert (len(lost), len(sent)) == (1, 1)


def test_what_is_written_after_the_answer_had_come_is_not_thrown_away(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    with at_the_story(browser, server, steps) as small:
        first_post(small, lose_the_reply)
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
        first_post(small, lambda route: route.fulfill(status=status, body='<h1>Algo falló</h1>', content_type='text/html'))
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


def test_the_server_is_killed_while_somebody_types_and_starts_again(browser: Browser, server: LiveServer, steps: list[Step], following: str) -> None:
    with at_the_story(browser, server, steps) as small:
        before = number(small)
        server.kill()
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
        server.kill()
        small.page.wait_for_selector(TRYING)
        server.start()
        arrived_once(small, before, following)
        assert len(sent) == 1 + ONE_SCREEN
