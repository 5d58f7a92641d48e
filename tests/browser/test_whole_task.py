"""The whole task in Spanish, on a phone of 360 x 740 in a real browser, from the first screen to the PDF in the phone's downloads."""
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.small_phone import SmallPhone
from playwright.sync_api import Browser
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.case_file import first_task, read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.session import Session

pytestmark = pytest.mark.browser
CASE = Path(__file__).parents[1] / 'cases' / '01_extortion_and_police.yml'
MEASURES = (Path(__file__).parent / 'measure.js').read_text(encoding='utf-8')


@pytest.fixture(scope='module')
def steps() -> list[Step]:
    """What the mother of case 01 answers, screen by screen, as the engine in process asked it."""
    answers = read_case(CASE)['answers']
    return list(Driver(answers, 'es', first_task(answers)).walk(Session()))


@pytest.fixture(scope='module')
def phone(browser: Browser, server: LiveServer, steps: list[Step]) -> Iterator[SmallPhone]:
    """Her phone, after the whole task."""
    small = SmallPhone(browser, server.url, 'es')
    small.open()
    for step in steps[:-1]:
        small.look()
        small.answer(step)
    small.look()
    yield small
    small.close()


def test_the_task_ends_with_the_papers(phone: SmallPhone, steps: list[Step]) -> None:
    assert phone.screen_id == steps[-1].screen.id == 'packet'
    assert phone.page.locator('html').get_attribute('lang') == 'es'
    assert phone.page.locator('section.paper').count() >= 5


def test_every_screen_of_the_walk_was_seen_in_the_browser(phone: SmallPhone, steps: list[Step]) -> None:
    assert {step.screen.id for step in steps} == phone.seen
    assert len(list(phone.folder.glob('*.png'))) >= len(phone.seen)


def test_no_request_leaves_the_machine_and_no_script_fails(phone: SmallPhone) -> None:
    assert phone.outside == []
    assert phone.errors == []


def test_every_screen_fits_the_phone_and_the_thumb(phone: SmallPhone) -> None:
    assert {name: width for name, width in phone.wide.items() if width > 0} == {}
    assert {name: targets for name, targets in phone.small.items() if targets} == {}


def test_the_declaration_is_read_on_the_screen_first(phone: SmallPhone) -> None:
    card = phone.page.locator('section.paper').filter(has_text='Declaración').first
    phone.go_on(card.get_by_role('link', name='Leer aquí'))
    phone.look()
    preview = phone.page.locator('.preview')
    assert preview.get_attribute('lang') == 'es'
    assert 'Marisol Ejemplo Pineda' in preview.inner_text()
    assert phone.page.locator('h1:visible').count() == 1
    phone.go_on(phone.page.locator('#daform button[type=submit]').last)
    assert phone.screen_id == 'packet'


def test_no_word_breaks_in_a_table_that_is_read_on_the_phone(phone: SmallPhone) -> None:
    """User trial, row 43: columns of three letters made "Confirma/da" of a word."""
    card = phone.page.locator('section.paper').filter(has_text='Hoja de preparación').first
    phone.go_on(card.get_by_role('link', name='Leer aquí'))
    phone.look()
    assert phone.page.locator('.preview td').count() > 10
    phone.page.evaluate(MEASURES)
    assert phone.page.evaluate('measured.brokenInTables()') == []
    assert phone.page.evaluate('measured.brokenNumbers()') == []
    phone.go_on(phone.page.locator('#daform button[type=submit]').last)
    assert phone.screen_id == 'packet'


@pytest.mark.parametrize(('title', 'words'), [
    ('Declaración', 'Por sapa, vos y tu sangre'), ('Hoja de preparación', 'Chino'), ('Lista de documentos', 'Keyli'),
])
def test_the_pdf_lands_in_the_downloads(phone: SmallPhone, tmp_path: Path, title: str, words: str) -> None:
    card = phone.page.locator('section.paper').filter(has_text=title).first
    with phone.page.expect_download(timeout=60_000) as waiting:
        card.locator('a[data-paper=pdf]').first.tap()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.suffix == '.pdf'
    assert 'asilo' not in file.name
    text = subprocess.run(['pdftotext', '-layout', str(file), '-'], capture_output=True, text=True, check=True).stdout
    assert 'Marisol Ejemplo Pineda' in text
    assert words in ' '.join(text.split())


def test_leaving_fast_ends_on_a_harmless_page_with_no_way_back(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = SmallPhone(browser, server.url, 'leave')
    small.open()
    small.answer(steps[0])
    small.page.locator('[data-leave]').tap()
    small.page.wait_for_url('**/recetas')
    assert 'asilo' not in small.page.content().lower()
    small.page.go_back()
    assert small.page.locator('#daform').count() == 0
    small.close()


def test_the_language_changes_and_what_is_typed_stays(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = SmallPhone(browser, server.url, 'language')
    small.open()
    for step in steps:
        if step.screen.id == 'applicant_name':
            break
        small.answer(step)
    field = small.page.locator('#daform input[type=text]').first
    field.fill('María José Ñandú')
    small.page.locator('.toolbar a[hreflang=en]').tap()
    small.page.wait_for_selector('h1:has-text("What is your name?")')
    assert field.input_value() == 'María José Ñandú'
    small.page.locator('.toolbar a[hreflang=es]').tap()
    small.page.wait_for_selector('.toolbar a[hreflang=en]')
    assert field.input_value() == 'María José Ñandú'
    small.close()


def test_a_dropped_connection_keeps_the_screen_and_what_is_typed(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = SmallPhone(browser, server.url, 'offline')
    small.open()
    for step in steps:
        if step.screen.id == 'applicant_name':
            break
        small.answer(step)
    fields = small.page.locator('#daform input[type=text]')
    fields.nth(0).fill('María José')
    fields.nth(1).fill('Ñandú')
    small.context.set_offline(True)
    button = small.page.locator('#daform .da-field-buttons button[type=submit]').last
    button.tap()
    small.page.wait_for_selector('[role=alert]:has-text("No hubo respuesta")')
    assert (small.screen_id, fields.nth(0).input_value()) == ('applicant_name', 'María José')
    small.context.set_offline(False)
    small.go_on(button)
    assert small.screen_id == 'applicant_birth'
    small.close()


def test_what_is_typed_about_one_thing_never_lands_in_another(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = SmallPhone(browser, server.url, 'aside')
    small.open()
    seen = 0
    for step in steps:
        seen += step.screen.id == 'event_what'
        if seen == 2:
            break
        small.answer(step)
    told = small.page.locator('#daform textarea')
    told.fill('Todavía sin enviar')
    small.from_the_menu('answers')
    small.page.evaluate("document.querySelectorAll('details').forEach(card => { card.open = true; })")
    small.go_on(small.page.locator('.told .change', has_text='Lo que pasó').first)
    assert small.screen_id == 'event_what' and 'Todavía sin enviar' not in told.input_value() != ''
    for _ in ('the change', 'the review'):
        small.go_on(small.page.locator('#daform .da-field-buttons button[type=submit]').last)
    assert (small.screen_id, told.input_value()) == ('event_what', 'Todavía sin enviar')
    small.close()
