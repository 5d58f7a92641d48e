"""A whole workshop in a real browser: one leader, three phones, the wall. Each step within its seconds; and no request leaves the network."""
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy
import pytest
from browser.small_phone import ARTIFACTS, HEIGHT, WIDTH
from PIL import Image
from playwright.sync_api import Browser, Page
from pyzbar.pyzbar import decode  # type: ignore[import-untyped]
from server.in_workshop import PLACE, leader_address
from server.live import LiveServer

pytestmark = pytest.mark.browser
WIFI, PASSWORD = 'Taller', 'libro azul; 22'
BOARD_SECONDS, JOIN_SECONDS = 5, 20
PHONES = 3
COVERED = '''() => { const foot = document.querySelector('footer').getBoundingClientRect().top;
  return [...document.querySelectorAll('.slide li, .slide p, .slide h2')].some(one => one.getBoundingClientRect().bottom > foot); }'''


@pytest.fixture
def asked() -> list[str]:
    """Every address any browser of the workshop asks for."""
    return []


@pytest.fixture
def window(browser: Browser, asked: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens the window of one more computer or phone."""
    contexts = []

    def opened(phone: bool = True) -> Page:
        size = {'width': WIDTH, 'height': HEIGHT} if phone else {'width': 1280, 'height': 720}
        contexts.append(browser.new_context(viewport=size, is_mobile=phone, has_touch=phone, locale='es-MX'))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        contexts[-1].on('request', lambda request: asked.append(request.url))
        return page

    yield opened
    for one in contexts:
        one.close()


def picture(page: Page, name: str) -> Path:
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    path = ARTIFACTS / f'workshop_{name}.png'
    page.screenshot(path=path)
    return path


def read_codes(file: Path) -> set[str]:
    """What a camera reads on a picture."""
    return {one.data.decode() for one in decode(Image.fromarray(numpy.array(Image.open(file).convert('L'))))}


def within(seconds: float, is_so: Callable[[], bool], page: Page) -> float:
    """Wait until it is so, and say how long that took. Fails when it takes longer."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < seconds, f'not within {seconds} s'
        page.wait_for_timeout(100)
    return time.monotonic() - began


def board_rows(board: Page) -> list[str]:
    return board.locator('.board tbody tr').all_inner_texts()


def sign_in_and_open(board: Page, server: LiveServer) -> str:
    """From the address that the terminal prints to the code."""
    board.goto(server.url.rstrip('/') + leader_address(server))
    board.fill('#name', 'AB')
    board.click('main button.btn-primary')
    board.fill('#place', PLACE)
    board.fill('#wifi', WIFI)
    board.fill('#wifi_password', PASSWORD)
    board.locator('main button.btn-primary').last.click()
    return board.inner_text('.state .code').replace(' ', '')


def test_one_leader_and_three_phones(server: LiveServer, window: Callable[..., Page], asked: list[str]) -> None:
    base = server.url.rstrip('/')
    board = window(phone=False)
    code = sign_in_and_open(board, server)
    wall = board.context.new_page()
    wall.goto(f'{base}/taller/pantalla')
    codes = read_codes(picture(wall, 'wall'))
    assert codes == {f'{base}/taller?c={code}', 'WIFI:T:WPA;S:Taller;P:libro azul\\; 22;;'}

    # Join: each within seconds, on the board within five
    phones = [window() for _ in range(PHONES)]
    for number, phone in enumerate(phones, 1):
        began = time.monotonic()
        phone.goto(next(one for one in codes if one.startswith('http')))
        phone.locator('main button.btn-primary').tap()
        assert phone.wait_for_selector('h1.family-number').inner_text() == f'Familia {number}'  # type: ignore[union-attr]
        assert time.monotonic() - began < JOIN_SECONDS
    within(BOARD_SECONDS, lambda: len(board_rows(board)) == PHONES, board)
    picture(phones[0], 'family')

    # Help: raised, seen, somebody goes, the phone says so
    phones[1].get_by_text('Necesito ayuda', exact=True).tap()
    within(BOARD_SECONDS, lambda: re.match(r'2\b.*Necesita ayuda', board_rows(board)[0], re.DOTALL) is not None, board)
    phones[2].locator('summary').last.tap()
    phones[2].check('[name=lawyer]')
    phones[2].locator('.tell button').tap()
    within(BOARD_SECONDS, lambda: 'Necesita un abogado hoy' in board_rows(board)[1], board)
    picture(board, 'board')
    board.click('button[name=going]')
    within(10, lambda: 'Ya viene alguien a ayudarle.' in phones[1].inner_text('main'), phones[1])
    board.select_option('#message', 'listen')
    board.click('button[name=send]')
    within(10, lambda: phones[0].locator('.message').count() == 1, phones[0])

    # Reload, and the interview: the same place
    phones[0].reload()
    assert phones[0].inner_text('h1') == 'Familia 1'
    phones[0].locator('main a.btn-primary').tap()
    phones[0].wait_for_selector('.in-workshop')
    assert phones[0].inner_text('.in-workshop a') == 'Taller · Familia 1'

    the_quiz(wall, phones, board)
    the_signal_goes(board, asked)
    outside = [one for one in asked if not one.startswith((f'{base}/', 'data:', 'blob:'))]
    assert outside == []
    closing(board, base)


def the_quiz(wall: Page, phones: list[Page], board: Page) -> None:
    """Slides by arrow keys; a question on the phones; double taps count once; nothing under five is shown."""
    for _ in range(4):
        before = wall.inner_text('main')
        wall.keyboard.press('ArrowRight')
        within(5, lambda before=before: wall.inner_text('main') != before, wall)  # type: ignore[misc]
        assert not wall.evaluate(COVERED), 'the code at the foot covers a line'
    picture(wall, 'slide')
    assert wall.locator('.slide.question').count() == 2, 'side by side'
    phone = phones[1]
    within(10, lambda: phone.locator('.voting button').count() == 3, phone)
    picture(phone, 'quiz')
    phone.locator('.voting button').first.dblclick()
    within(10, lambda: 'Su respuesta ya llegó' in phone.inner_text('main'), phone)
    assert wall.locator('.slide.result').count() == 0
    wall.keyboard.press('ArrowRight')
    within(5, lambda: wall.locator('.slide.result').count() == 2, wall)
    assert '< 5' in wall.inner_text('.slide.result ol')
    assert board_rows(board), 'the board goes on meanwhile'


def the_signal_goes(board: Page, asked: list[str]) -> None:
    """A board that hears nothing says so after five seconds, and is itself again when the line is back."""
    board.context.set_offline(True)
    within(BOARD_SECONDS + 3, lambda: board.locator('[data-age]:visible').count() == 1, board)
    assert 'segundos' in board.inner_text('[data-age]')
    board.context.set_offline(False)
    within(BOARD_SECONDS + 1, lambda: board.locator('[data-age]:visible').count() == 0, board)
    assert asked


def closing(board: Page, base: str) -> None:
    """Closing leaves the counts."""
    board.goto(f'{base}/taller/cerrar')
    board.click('main button.btn-primary')
    board.wait_for_selector('.counts')
    assert 'Familias' in board.inner_text('.counts')
    picture(board, 'report')
    assert PLACE in board.inner_text('main')
