"""Know my rights on a small phone: every screen of every situation, with large letters, by keyboard and without a script."""
from collections.abc import Iterator

import pytest
from browser.all_screens import Drawn, DrawnOnce, Showing
from browser.at_a_screen import stand_at
from browser.small_phone import HEIGHT, WIDTH, SmallPhone
from browser.test_read_to_me import ENGLISH, PHONE_VOICES, SPANISH
from interviews.walks import LANGUAGES, case
from playwright.sync_api import Browser, Page
from server.client import Phone
from server.live import LiveServer
from server.walked import walk_to

from docassemble.immdef_selfhelp.law.provisions import rights
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.session import Session

pytestmark = pytest.mark.browser
SCREENS = (*rights.SCREENS, 'quiz')
# The English words are shorter, and the shapes the same: one situation stands for all, so that the browser's minutes stay few.
SHOWN = {'es': rights.SITUATIONS, 'en': ('home',)}
LARGE = 26
"""The least height of the letters of the sentence to show, in pixels."""


@pytest.fixture(scope='module')
def drawn() -> dict[str, Drawn]:
    """Every screen of the task in Spanish, and one situation in English, by its name."""
    found: dict[str, Drawn] = {}
    for language in LANGUAGES:
        kept: dict[tuple[str, str], Drawn] = {}
        session = DrawnOnce(kept)
        for _ in Driver({**case('12_drought_and_debt')['answers'], 'task': 'know_your_rights'}, language).walk(session):
            pass
        found[f'{language}-menu'] = kept[language, 'know_your_rights']
        for situation in SHOWN[language]:
            for screen in SCREENS:
                kept.pop((language, 'rights_screen'), None)
                session.act('rights', situation=situation, screen=screen)
                found[f'{language}-{situation}-{screen}'] = kept[language, 'rights_screen']
        session.act('rights_papers')
        found[f'{language}-papers'] = kept[language, 'rights_papers']
    return found


@pytest.fixture(scope='module')
def showing(browser: Browser, server: LiveServer) -> Iterator[Showing]:
    phone = SmallPhone(browser, server.url, 'rights')
    yield Showing(phone)
    assert (phone.errors, phone.outside) == ([], [])
    phone.close()


def test_every_screen_fits_a_small_phone_and_large_letters(showing: Showing, drawn: dict[str, Drawn]) -> None:
    for name, screen in drawn.items():
        showing.show(screen)
        showing.page.screenshot(path=showing.phone.folder / f'{name}.png', full_page=True)
        showing.page.evaluate('measured.openEverything()')
        assert (showing.axe(), showing.size()) == ([], {}), name
        showing.letters('200%')
        if 'home' in name or 'menu' in name or 'papers' in name:
            showing.page.screenshot(path=showing.phone.folder / f'{name}-large.png', full_page=True)
        assert showing.size() == {}, name
        showing.letters('')
        assert showing.zoomed() == {}, name


@pytest.mark.parametrize('situation', rights.SITUATIONS)
def test_the_sentence_is_large_and_seen_at_once(showing: Showing, drawn: dict[str, Drawn], situation: str) -> None:
    showing.show(drawn[f'es-{situation}-say'])
    heights, bottom, bar = showing.page.evaluate('''() => [
      [...document.querySelectorAll('.say p')].map(one => parseFloat(getComputedStyle(one).fontSize)),
      document.querySelector('.say').getBoundingClientRect().bottom, document.querySelector('[data-leave]').getBoundingClientRect().top]''')
    assert len(heights) == 2 and min(heights) >= LARGE
    assert bottom <= bar, 'both languages stand in the first view'


@pytest.fixture
def without_script(browser: Browser, server: LiveServer) -> Iterator[Page]:
    """A page without a script that stands at the cards, before anything of a family was told."""
    told = Phone(server.url)
    walk_to(told, list(Driver(case('12_drought_and_debt')['answers'], 'es').walk(Session())), 'home')
    context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, java_script_enabled=False, locale='es-MX')
    context.add_cookies([{'name': cookie.name, 'value': str(cookie.value), 'url': server.url} for cookie in told.http.cookies])
    page = context.new_page()
    page.goto(server.url)
    yield page
    context.close()


def test_the_way_from_the_cards_to_an_explained_answer_works_without_a_script(without_script: Page) -> None:
    page = without_script
    page.locator('#daform button[value=know_your_rights]').click()
    page.locator('.situation', has_text='En la calle').click()
    for following in ('Qué decir', 'Qué no hacer', 'Preguntas para practicar'):
        page.locator('a.btn-primary', has_text=following).click()
    answer = page.locator('.answer').first
    assert not answer.locator('p').is_visible()
    answer.locator('summary').focus()
    page.keyboard.press('Enter')
    assert answer.locator('p').is_visible()


def test_the_sentence_is_read_aloud_in_each_language_by_a_voice_of_its_own(browser: Browser, server: LiveServer) -> None:
    steps = list(Driver(case('12_drought_and_debt')['answers'], 'es').walk(Session()))
    small = stand_at(browser, server, steps, 'home', PHONE_VOICES)
    small.page.locator('#daform button[value=know_your_rights]').click()
    for place, words in (('.situation', 'En su casa'), ('a.btn-primary', 'Qué decir')):
        small.page.locator(place, has_text=words).click()
    small.page.wait_for_selector('.say')
    small.page.evaluate('list => voices(list)', [SPANISH, ENGLISH])
    small.page.locator('.read-aloud button', has_text='Leer en voz alta').click()
    spoken = small.page.evaluate('() => { while (finish()) {} return spoken.map(one => [one.lang.slice(0, 2), one.text]); }')
    say = rights.situations()['home'].say
    for language in LANGUAGES:
        assert ' '.join(text for code, text in spoken if code == language and text in say[language]) == say[language]
    assert (small.errors, small.outside) == ([], [])
    small.close()
