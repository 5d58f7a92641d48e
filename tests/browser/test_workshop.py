"""A whole workshop in a real browser: one leader, six phones, the wall, the printer. Each step within its seconds, which are written beside the
pictures; and no request leaves the network."""
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy
import pytest
from browser.small_phone import ARTIFACTS, HEIGHT, TOO_WIDE, WIDTH
from PIL import Image
from playwright.sync_api import Browser, Page
from pyzbar.pyzbar import decode  # type: ignore[import-untyped]
from server.client import Phone
from server.in_workshop import PLACE, leader_address
from server.live import LiveServer
from server.walked import answer, steps_of

pytestmark = pytest.mark.browser
WIFI, PASSWORD = 'Taller', 'libro azul; 22'
# From lid open to code 180; a family within 60, a board 5 seconds old at most: acceptance points 1, 2 and 4.
OPEN_SECONDS, JOIN_SECONDS, BOARD_SECONDS, PRINT_SECONDS = 180, 20, 5, 60
PHONES = 6
# What can be read from three metres of a wall 1280 wide: no letter under 28 pixels, no line under the code at the foot.
LEGIBLE = '''() => { const foot = document.querySelector('footer').getBoundingClientRect().top;
  const lines = [...document.querySelectorAll('[data-part] .slide *, footer span')].filter(one => one.innerText && one.children.length === 0);
  return lines.filter(one => parseFloat(getComputedStyle(one).fontSize) < 28
    || (!one.closest('footer') && one.getBoundingClientRect().bottom > foot)).map(one => one.innerText); }'''


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


def test_one_leader_and_six_phones(server: LiveServer, window: Callable[..., Page], asked: list[str]) -> None:
    base, began = server.url.rstrip('/'), time.monotonic()
    board = window(phone=False)
    code = sign_in_and_open(board, server)
    wall = board.context.new_page()
    wall.goto(f'{base}/taller/pantalla')
    codes = read_codes(picture(wall, 'wall'))
    assert codes == {f'{base}/taller?c={code}', 'WIFI:T:WPA;S:Taller;P:libro azul\\; 22;;'}
    took = {'start of the server until the code is on the wall': server.started[0] + time.monotonic() - began}
    assert took['start of the server until the code is on the wall'] < OPEN_SECONDS

    phones = [window() for _ in range(PHONES)]
    took['an old phone joins'] = like_a_phone_of_2018(phones[0], lambda: join(phones[0], 1, f'{base}/taller?c={code}'))
    took['slowest of the others to join'] = max(join(phone, number, f'{base}/taller?c={code}') for number, phone in enumerate(phones[1:], 2))
    took['all on the board'] = within(BOARD_SECONDS, lambda: len(board_rows(board)) == PHONES, board)
    picture(phones[0], 'family')
    took |= a_hand_and_a_message(board, phones)
    on_a_phone(board)

    # Asleep and out of reach, a reload, and the interview: the same place
    took['a phone that wakes up is in step again'] = asleep(phones[3], board)
    phones[0].reload()
    assert phones[0].inner_text('h1') == 'Familia 1'
    phones[0].locator('main a.btn-primary').tap()
    phones[0].wait_for_selector('.in-workshop')
    assert phones[0].inner_text('.in-workshop a') == 'Taller · Familia 1'

    the_quiz(wall, phones, board)
    took |= printing(board, phones[PHONES - 1], server)
    took['a board that hears nothing says so'] = the_signal_goes(board, asked)
    outside = [one for one in asked if not one.startswith((f'{base}/', 'data:', 'blob:'))]
    assert outside == []
    closing(board, base)
    (ARTIFACTS / 'workshop_seconds.txt').write_text(''.join(f'{seconds:6.1f} {what}\n' for what, seconds in took.items()), encoding='utf-8')


def like_a_phone_of_2018(phone: Page, does: Callable[[], float]) -> float:
    """What it does with a processor that takes six times as long."""
    processor = phone.context.new_cdp_session(phone)
    processor.send('Emulation.setCPUThrottlingRate', {'rate': 6})
    seconds = does()
    processor.send('Emulation.setCPUThrottlingRate', {'rate': 1})
    return seconds


def join(phone: Page, number: int, scanned: str) -> float:
    """A family joins. Returns the seconds from the scan to its number."""
    began = time.monotonic()
    phone.goto(scanned)
    phone.locator('main button.btn-primary').tap()
    assert phone.wait_for_selector('h1.family-number').inner_text() == f'Familia {number}'  # type: ignore[union-attr]
    seconds = time.monotonic() - began
    assert seconds < JOIN_SECONDS
    return seconds


def a_hand_and_a_message(board: Page, phones: list[Page]) -> dict[str, float]:
    """Help: raised, seen, somebody goes, the phone says so; what is ticked; a message to all."""
    phones[1].get_by_text('Necesito ayuda', exact=True).tap()
    raised = within(BOARD_SECONDS, lambda: re.match(r'2\b.*Necesita ayuda', board_rows(board)[0], re.DOTALL) is not None, board)
    phones[2].locator('summary').last.tap()
    phones[2].check('[name=lawyer]')
    phones[2].locator('.tell button').tap()
    within(BOARD_SECONDS, lambda: 'Necesita un abogado hoy' in board_rows(board)[1], board)
    picture(board, 'board')
    board.click('button[name=going]')
    going = within(10, lambda: 'Ya viene alguien a ayudarle.' in phones[1].inner_text('main'), phones[1])
    board.select_option('#message', 'listen')
    board.click('button[name=send]')
    sent = within(10, lambda: phones[0].locator('.message').count() == 1, phones[0])
    return {'a raised hand on the board': raised, '"I go" on the phone': going, 'a message on a phone': sent}


def asleep(phone: Page, board: Page) -> float:
    """A phone without signal misses a message, and has it as soon as it wakes up. Returns the seconds."""
    phone.context.set_offline(True)
    board.select_option('#message', 'break')
    board.click('button[name=send]')
    phone.wait_for_timeout(300)
    said = phone.locator('.message').all_inner_texts()
    phone.context.set_offline(False)
    phone.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    seconds = within(3, lambda: phone.locator('.message').all_inner_texts() != said, phone)
    assert phone.inner_text('h1') == 'Familia 4'
    return seconds


def on_a_phone(board: Page) -> None:
    """The board of a leader who has only a phone."""
    board.set_viewport_size({'width': WIDTH, 'height': HEIGHT})
    assert board.evaluate(TOO_WIDE) == 0
    picture(board, 'board_on_a_phone')
    board.set_viewport_size({'width': 1280, 'height': 720})


def the_quiz(wall: Page, phones: list[Page], board: Page) -> None:
    """Slides by arrow keys; a question on the phones; double taps count once; nothing under five is shown."""
    while not wall.locator('.slide.question').count():
        before = wall.inner_text('main')
        wall.keyboard.press('ArrowRight')
        within(5, lambda before=before: wall.inner_text('main') != before, wall)  # type: ignore[misc]
        assert wall.evaluate(LEGIBLE) == []
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
    assert wall.evaluate(LEGIBLE) == []
    assert board_rows(board), 'the board goes on meanwhile'


def printing(board: Page, phone: Page, server: LiveServer) -> dict[str, float]:
    """A family says yes, its number stands at the printer, the paper comes out and is gone. The paper is told over HTTP, with the phone's cookies."""
    told = Phone(server.url)
    told.http.cookies.update({one['name']: one['value'] for one in phone.context.cookies()})
    told.open()
    for step in steps_of('21_aunt_writes_as_witness')[1:-1]:
        answer(told, step)
    station = board.context.new_page()
    station.goto(f'{server.url}taller/imprimir')
    phone.goto(f'{server.url}taller/papeles')
    phone.locator('.copies input').first.fill('1')
    phone.check('[name=yes]')
    picture(phone, 'print')
    began = time.monotonic()
    phone.locator('main button.btn-primary').tap()
    phone.wait_for_selector('h1.family-number')
    made = time.monotonic() - began
    shown = within(PRINT_SECONDS, lambda: station.locator('.board tbody tr').count() == 1, station)
    picture(station, 'station')
    file = station.context.request.get(f'{server.url}taller/imprimir/{PHONES}.pdf')
    assert file.headers['content-type'] == 'application/pdf'
    station.click('button[name=came_out]')
    within(5, lambda: station.locator('.board').count() == 0, station)
    station.close()
    return {'"yes, print" until the paper waits': made, 'then until its number stands at the printer': shown}


def the_signal_goes(board: Page, asked: list[str]) -> float:
    """A board that hears nothing says so after five seconds, and is itself again when the line is back. Returns the seconds until it said so."""
    board.context.set_offline(True)
    seconds = within(BOARD_SECONDS + 3, lambda: board.locator('[data-age]:visible').count() == 1, board)
    assert 'segundos' in board.inner_text('[data-age]')
    board.context.set_offline(False)
    within(BOARD_SECONDS + 1, lambda: board.locator('[data-age]:visible').count() == 0, board)
    assert asked
    return seconds


def closing(board: Page, base: str) -> None:
    """Closing leaves the counts."""
    board.goto(f'{base}/taller/cerrar')
    board.click('main button.btn-primary')
    board.wait_for_selector('.counts')
    assert 'Familias' in board.inner_text('.counts')
    picture(board, 'report')
    assert PLACE in board.inner_text('main')
