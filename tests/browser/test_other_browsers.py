"""Firefox and WebKitGTK (what Safari is made of): a whole task to its papers, every screen without a script error, what a bad day needs.

Chromium has the long tests of each of these. What differs between the browsers stands in docs/use/access.md.
"""
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.all_screens import SHOW, Drawn
from browser.at_the_story import NOT_SAVED, STORY
from browser.cut_line import Line
from browser.other_phone import CONTINUE, OtherPhone
from browser.test_read_to_me import OF_A_SERVICE, PHONE_VOICES, SPANISH, TYPED
from browser.wires import firefox, webkit
from server.client import Phone, named
from server.live import LiveServer
from server.walked import steps_of, walk_to

from docassemble.immdef_selfhelp.walk.driver import Step

pytestmark = pytest.mark.browser
PASSWORD = 'cuatro perros comen pan'  # noqa: S105
MEASURES = (Path(__file__).parent / 'measure.js').read_text(encoding='utf-8')
BROWSERS = {'firefox': firefox, 'webkit': webkit}
NOTHING_OF_OURS = "document.querySelector('#daquestion') === null"
AT_THE_RECIPES = "location.pathname === '/recetas' && document.title === 'Recetas · Recipes'"
STANDS = "return [...document.querySelectorAll(arguments[0])].some(one => one.textContent.includes(arguments[1]))"


@pytest.fixture(scope='module', params=BROWSERS)
def phone(request: pytest.FixtureRequest, server: LiveServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OtherPhone]:
    """A phone in this browser. A voice of the phone's own is there only when a test brings one."""
    folder = tmp_path_factory.mktemp(request.param)
    with Line(server.url, PHONE_VOICES) as line, BROWSERS[request.param](folder) as wire:
        yield OtherPhone(request.param, wire, line, folder)


@pytest.fixture(autouse=True)
def a_good_line_and_no_error(phone: OtherPhone) -> Iterator[None]:
    phone.line.is_cut = False
    phone.line.errors.clear()
    phone.line.sent.clear()
    yield
    assert phone.line.errors == []


@pytest.fixture(scope='module')
def task() -> list[Step]:
    """What the family of case 12 answers, up to its papers, on a phone that only they use."""
    return steps_of('12_drought_and_debt', phone_safety='private')


@pytest.fixture(scope='module')
def told(server: LiveServer, task: list[Step]) -> Phone:
    """The phone of a family that stands at its first story; one for each browser would be the same."""
    family = Phone(server.url)
    walk_to(family, task, 'event_what')
    return family


def at_the_story(phone: OtherPhone, server: LiveServer, task: list[Step]) -> None:
    """Put the phone at a story, typed and not sent."""
    family = Phone(server.url)
    walk_to(family, task, 'event_what')
    phone.take_over(family)
    phone.script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
                 phone.element('#daform textarea'), STORY[:-1])
    phone.touch(phone.element('#daform textarea'), 'WebDriver:ElementSendKeys', text=STORY[-1])
    assert (phone.value('#daform textarea'), NOT_SAVED in phone.text('.saved')) == (STORY, True)


def arrived_once(phone: OtherPhone, task: list[Step], times: int = 1) -> None:
    """The next screen came by itself; the story reached the server so many times, and stands in the review once."""
    following = task[next(place for place, step in enumerate(task) if step.screen.id == 'event_what') + 1].screen.id
    phone.until(lambda: phone.screen_id == following, following, 60)
    assert [phone.count('.no-answer'), phone.count('#daflash .alert')] == [0, times - 1]
    # A message stands over the menu for a moment.
    phone.wait("return [...document.querySelectorAll('#daflash .alert')].every(one => !one.checkVisibility())")
    assert len([form for form in phone.line.sent if 'cobraban' in form]) == times
    phone.from_the_menu('answers')
    assert phone.script("return [...document.querySelectorAll('.told dd')].filter(one => one.textContent.includes('Aquella tarde')).length") == 1


def test_an_error_of_a_page_is_noticed(phone: OtherPhone) -> None:
    """What the other tests say of errors is worth something only if one is seen here."""
    phone.open()
    phone.script("document.body.append(Object.assign(document.createElement('script'), { textContent: 'setTimeout(() => notThere(), 0)' }))")
    phone.script("document.body.append(Object.assign(new Image(), { src: '/static/app/not_there.png' }))")
    phone.until(lambda: len(phone.line.errors) > 1, 'both errors')
    assert sorted('not_there.png' if 'not_there.png' in error else 'notThere' for error in phone.line.errors) == ['notThere', 'not_there.png']
    phone.line.errors.clear()


def test_a_whole_task_in_spanish_to_its_papers(phone: OtherPhone, task: list[Step]) -> None:
    phone.forget()
    phone.open()
    for step in task[:-1]:
        phone.answer(step)
    assert phone.screen_id == task[-1].screen.id == 'packet'
    phone.picture('papers')
    assert phone.script('return document.documentElement.lang') == 'es'
    paper = '//section[contains(@class, "paper")][contains(., "Hoja de preparación")]//a[@data-paper="pdf"]'
    link = phone.script('return document.evaluate(arguments[0], document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue', paper)
    file = phone.downloaded('.pdf', lambda: phone.touch(link))
    text = subprocess.run(['pdftotext', '-layout', str(file), '-'], capture_output=True, text=True, check=True).stdout
    assert 'asilo' not in file.name
    assert 'Efraín Ejemplo' in text


def test_every_screen_is_shown_without_a_script_error(phone: OtherPhone, screens: dict[tuple[str, str], Drawn]) -> None:
    phone.forget()
    phone.open()
    phone.script(MEASURES)
    spanish = [screen for (language, _), screen in screens.items() if language == 'es']
    wrong = {}
    phone.script('history.pushState = () => {}')  # Safari allows a hundred in ten seconds, which is more screens than a person sees
    for place, screen in enumerate(spanish):
        phone.script(f'({SHOW})(arguments[0])', [vars(screen), 100 + place])
        phone.wait("return document.activeElement.id === 'daMainQuestion' && measured.settled()")
        wide = phone.script('measured.openEverything(); measured.leaveEmpty(); return measured.flow().wide')
        if wide > 0 or phone.line.errors or not phone.script('return measured.headings() === 1'):
            wrong[screen.id] = (wide, list(phone.line.errors))
            phone.line.errors.clear()
    assert phone.script('return measured.fetchedLate()') == [], 'no screen asks for a script that is left out'
    assert (wrong, len(spanish) > 100) == ({}, True)


def test_leaving_fast_ends_on_a_harmless_page_with_no_way_back(phone: OtherPhone, told: Phone) -> None:
    phone.take_over(told)
    phone.tap('[data-leave]')
    phone.wait(f'return {AT_THE_RECIPES}')
    phone.back()
    phone.wait("return document.querySelector('#daform') === null")


def test_leaving_fast_works_without_a_signal_and_with_the_keyboard(phone: OtherPhone, told: Phone) -> None:
    phone.take_over(told)
    phone.script('return new Promise(done => setTimeout(done, 2000))')
    phone.line.is_cut = True
    phone.touch(phone.element('#daform textarea'), 'WebDriver:ElementSendKeys', text='\ue00c\ue00c\ue00c')
    phone.wait(f'return {NOTHING_OF_OURS}')
    if phone.name == 'firefox':  # the WebKit of a test keeps no file, like a private window: its own page says that there is no line
        phone.wait(STANDS, 'h1', 'Arroz con leche')
    phone.line.is_cut = False
    phone.back()
    phone.wait(f"return {AT_THE_RECIPES} || {NOTHING_OF_OURS}")


def test_a_story_typed_on_a_dropped_line_stays_and_goes_out_by_itself(phone: OtherPhone, server: LiveServer, task: list[Step]) -> None:
    at_the_story(phone, server, task)
    phone.line.is_cut = True
    phone.tap(CONTINUE)
    phone.wait(STANDS, '[role=alert]', 'sigue tratando')
    assert (phone.value('#daform textarea'), NOT_SAVED in phone.text('.saved')) == (STORY, True)
    phone.line.is_cut = False
    arrived_once(phone, task)


def test_an_answer_whose_reply_was_lost_is_taken_once(phone: OtherPhone, server: LiveServer, task: list[Step]) -> None:
    """Firefox sends a form again by itself when the line ends without a word. The server has it already and shows the next screen."""
    at_the_story(phone, server, task)
    phone.line.lose_reply_to('cobraban')
    phone.tap(CONTINUE)
    arrived_once(phone, task, times=2 if phone.name == 'firefox' else 1)


def test_a_page_loaded_anew_has_what_was_typed(phone: OtherPhone, server: LiveServer, task: list[Step]) -> None:
    at_the_story(phone, server, task)
    phone.wire.tell('WebDriver:Refresh')
    phone.wait("return document.querySelector('#daform textarea') !== null")
    assert (phone.value('#daform textarea'), NOT_SAVED in phone.text('.saved')) == (STORY, True)
    phone.go_on(CONTINUE)
    assert 'cobraban' not in phone.script('return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')


def test_back_never_shows_a_page_that_the_browser_kept_whole(phone: OtherPhone, told: Phone) -> None:
    """It may be of another family by now, or hold what was erased. Each of our pages says that it must not be kept; over plain HTTP WebKit does."""
    phone.take_over(told)
    phone.script('window.before = true')
    phone.go('copia')
    phone.back()
    phone.wait("return window.before === undefined && document.querySelector('#daform') !== null")


def test_five_words_and_a_file_bring_the_answers_to_another_phone(phone: OtherPhone, server: LiveServer) -> None:
    phone.take_over(named(server.url, 'Marisol'))
    phone.go('copia')
    for field in ('#password', '#again'):
        phone.type(field, PASSWORD)
    file = phone.downloaded('recetas.dat', lambda: phone.tap('button', 'Bajar el archivo'))
    phone.tap('button', 'Quiero un código')
    phone.wait("return document.querySelectorAll('ol.code li').length === 5")
    words = phone.script("return [...document.querySelectorAll('ol.code li')].map(one => one.innerText.trim()).join(' ')")
    phone.picture('code')
    phone.tap('a', 'Ya las apunté')
    phone.wait("return document.querySelector('#daform') !== null")
    phone.back()
    phone.wait("return document.querySelector('#daform, ol.code') === null")
    for kept in ('words', 'file'):
        phone.forget()
        phone.open()
        phone.tap('a', 'Tengo un código o un archivo')
        if kept == 'words':
            phone.type('#code', words.upper())
            phone.tap('button', 'Abrir con el código')
        else:
            phone.give_file('#file', file)
            phone.type('#password', PASSWORD)
            phone.tap('button', 'Abrir el archivo')
        phone.wait(STANDS, 'h1', 'Sus respuestas ya están en este teléfono')
        phone.picture(f'opened_{kept}')
        phone.tap('a', 'Seguir')
        phone.wait("return document.querySelector('#daform') !== null")
        assert phone.screen_id == 'phone_safety'


def test_it_reads_the_screen_aloud_and_never_what_is_typed(phone: OtherPhone, told: Phone) -> None:
    phone.take_over(told)
    phone.script('voices([arguments[0]])', OF_A_SERVICE)
    assert phone.count('.read-aloud') == 0
    phone.script('voices(arguments[0])', [OF_A_SERVICE, SPANISH])
    phone.type('#daform textarea', TYPED)
    phone.tap('.read-aloud button', 'Leer en voz alta')
    heard = phone.script("while (finish()) {} return spoken.map(one => one.text).join(' ')")
    assert heard.startswith(phone.text('#daquestion h1'))
    assert TYPED not in heard and 'Salir' not in heard
    phone.tap('.read-aloud button', 'Leer en voz alta')
    assert phone.script('return queue.length') == 1
    phone.tap('[data-leave]')
    phone.wait(f'return {AT_THE_RECIPES}')
