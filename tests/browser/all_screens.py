"""Every screen of every task, drawn by the engine in this process and shown one after another in one page of a real browser.

The page comes from the real server, with its own styles and scripts. Each screen is handed to docassemble's own script as the server's reply to an
answer is, so what is measured is what a family sees; only the network lies between.
"""
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import axe_playwright_python
from browser.small_phone import HEIGHT, WIDTH, SmallPhone
from interviews.pages import PageSession
from interviews.test_every_screen import ANSWERED_BY_A_LINK, IN_COURT, OF_THE_COURT, opened_by_links
from interviews.walks import case
from playwright.sync_api import TimeoutError

from docassemble.immdef_selfhelp.documents.court import filing_packet
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.posting import Request
from docassemble.immdef_selfhelp.walk.session import Session

# Between them these reach every screen that is asked; `test_every_screen_is_shown` fails when that is no longer so.
CASES = ('00_every_screen', '04_mam_negative_interview', '20_order_and_annual_fee', '09_july_protester_released', '01_extortion_and_police',
         '18_police_husband_watched_phone', '15_boy_alone_with_his_sister', '21_aunt_writes_as_witness', '12_drought_and_debt',
         '16_spouses_taken_apart', '02_protester_and_return_trip', '23_missed_hearing', '22_cousin_writes_as_sponsor', '24_two_adults_two_forms',
         '25_letters_to_officers')
SHOW = '''([screen, steps]) => {
  const page = new DOMParser().parseFromString(document.getElementById('dabody').innerHTML, 'text/html');
  page.querySelector('#daquestion').parentNode.innerHTML = screen.body;
  page.body.insertAdjacentHTML('beforeend', '<form hidden id="dabackbutton"></form>');
  daProcessAjax({ action: 'body', body: page.body.innerHTML, extra_scripts: screen.scripts, extra_css: [], browser_title: document.title,
    lang: screen.language, bodyclass: 'dabody question-' + screen.id, livehelp: {}, csrf_token: daCsrf, steps, allow_going_back: true,
    message_log: [], id_dict: {} }, document.getElementById('daform'), 1);
}'''


@dataclass(frozen=True)
class Drawn:
    """One screen: docassemble's HTML of it, and what its script is told besides."""
    id: str
    language: str
    body: str
    scripts: list[dict[str, Any]]


class DrawnOnce(PageSession):
    """A session that draws each screen once in each language, into `kept`."""

    def __init__(self, kept: dict[tuple[str, str], Drawn]) -> None:
        self.kept = kept
        super().__init__()

    def drawn(self, request: Request) -> str:
        """The HTML of a screen that was not drawn yet in this language, and of no other."""
        assert self.screen is not None
        key = request.dictionary.get('user_language', 'es'), self.screen.id
        if key in self.kept:
            return ''
        body = super().drawn(request)
        self.kept[key] = Drawn(key[1], key[0], body, request.status.extra_scripts)
        return body

    def draw_in_english(self) -> None:
        """Draw the screen that stands there in the other language too, and come back."""
        if self.screen is not None and ('en', self.screen.id) not in self.kept:
            self.act('change_language', language='en')
            self.back()


def every_screen() -> dict[tuple[str, str], Drawn]:
    """Every screen in both languages, by its language and id."""
    kept: dict[tuple[str, str], Drawn] = {}
    for name in CASES:
        session = DrawnOnce(kept)
        for _ in Driver(case(name)['answers'], 'es').walk(session):
            session.draw_in_english()
        if name in (CASES[0], IN_COURT):
            draw_linked(session, name)
            session.act('change_language', language='en')
            draw_linked(session, name)
    return kept


def draw_linked(session: Session, name: str) -> None:
    """Draw the screens that only a link opens; some when no PDF can be made, some only where papers go to a court."""
    missing = render.PdfUnavailable
    with patch.object(render, 'pdf_bytes', side_effect=missing), patch.object(filing_packet, 'pdf_bytes', side_effect=missing):
        for screen_id, (action, arguments) in opened_by_links().items():
            if (screen_id in OF_THE_COURT) != (name == IN_COURT):
                continue
            if screen_id == 'translation_page':
                session.act('translate', person='applicant')
            session.act(action, **arguments)
    for action in ANSWERED_BY_A_LINK.values() if name != IN_COURT else ():
        session.act(action)


class Showing:
    """A phone whose page shows drawn screens. No answer leaves it."""

    def __init__(self, phone: SmallPhone) -> None:
        self.phone, self.page, self.steps = phone, phone.page, 100
        phone.open()
        self.page.route('**/interview*', lambda route: route.abort())
        self.bring_measures()

    def bring_measures(self) -> None:
        """Give the page that stands there axe-core and measure.js."""
        self.page.evaluate((Path(axe_playwright_python.__file__).parent / 'axe.min.js').read_text(encoding='utf-8'))
        self.page.evaluate((Path(__file__).parent / 'measure.js').read_text(encoding='utf-8'))

    def show(self, screen: Drawn) -> str:
        """Put a screen there, as the reply to an answer does. Returns the id of what has the focus after it."""
        self.steps += 1
        self.page.evaluate(SHOW, [vars(screen), self.steps])
        with suppress(TimeoutError):
            self.page.wait_for_function('document.activeElement.id === "daMainQuestion" && measured.settled()', timeout=2000)
        return str(self.page.evaluate('document.activeElement.id'))

    def letters(self, size: str) -> None:
        """Set the size of all letters, as the phone's own setting does."""
        self.page.evaluate('size => { document.documentElement.style.fontSize = size; }', size)

    def axe(self, seen_in_spanish: bool = False) -> list[str]:
        """What axe-core finds: the rule, the element and what is wrong with it. Colors and sizes are looked at once, in Spanish."""
        return list(self.page.evaluate('measured.axe', seen_in_spanish))

    def size(self, measure: str = 'size') -> dict[str, Any]:
        """What is too wide, cut, too small to touch, overlapping, covered or out of reach; `flow` measures the first two only."""
        return {name: found for name, found in self.page.evaluate(f'measured.{measure}()').items() if found}

    def zoomed(self) -> dict[str, Any]:
        """What is too wide or cut when the page is zoomed to 200 %: a phone of 360 pixels then has 180."""
        self.page.set_viewport_size({'width': WIDTH // 2, 'height': HEIGHT // 2})
        found = self.size('flow')
        self.page.set_viewport_size({'width': WIDTH, 'height': HEIGHT})
        return found
