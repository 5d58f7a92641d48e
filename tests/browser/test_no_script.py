"""Both tasks in a real browser without JavaScript: every screen that is asked, to the papers."""
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.small_phone import HEIGHT, WIDTH, form_name
from playwright.sync_api import Browser, Locator, Page
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.case_file import first_task, read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.screens import Entry
from docassemble.immdef_selfhelp.walk.session import Session

pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parents[2] / 'artifacts' / 'screens'
CASES = Path(__file__).parents[1] / 'cases'


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, java_script_enabled=False, locale='es-MX')
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def standing(page: Page) -> str:
    """The id of the screen that stands there."""
    name = page.locator('#daform [name=_question_name]')
    return (name.get_attribute('value') or '').removeprefix('ID ') if name.count() else 'packet'


def answer(page: Page, step: Step) -> None:
    """Answer one screen as the walk in process did, with what a browser has without a script."""
    assert standing(page) == step.screen.id, page.locator('body').inner_text()[:400]
    if step.screen.buttons:
        name, value = form_name(step.screen.button_variable), step.given[step.screen.button_variable]
        press(page, page.locator(f'#daform button[name="{name}"][value="{value}"]'))
        return
    for entry in step.screen.entries:
        if entry.variable in step.given:
            fill(page, entry, step.given[entry.variable])
    press(page, page.locator('#daform .da-field-buttons button[type=submit]').last)


def press(page: Page, button: Locator) -> None:
    """Press a button and wait for the next page."""
    with page.expect_navigation(wait_until='domcontentloaded'):
        button.click()


def fill(page: Page, entry: Entry, value: object) -> None:
    """Fill in one field; docassemble numbers those under a condition."""
    field = page.locator(f'#daform [name="{form_name(entry.name)}"], #daform .dashowif[data-saveas="{form_name(entry.name)}"] [name]')
    if entry.kind == 'checkboxes' and isinstance(value, list):
        for chosen in value:
            box = form_name(f"{entry.name}[B'{form_name(str(chosen))}']")
            page.locator(f'#daform input[name="{box}"] + label').click()
    elif entry.kind in ('radio', 'yesno') and value is None:
        return  # a question that may be left open
    elif entry.kind in ('radio', 'yesno'):
        page.locator(f'#daform label[for="{field.and_(page.locator(f"[value={value}]")).get_attribute("id")}"]').click()
    elif entry.kind == 'dropdown':
        field.select_option(str(value))
    else:
        field.fill('' if value is None else str(value))


def test_a_refused_answer_comes_back_with_its_sentence(page: Page, server: LiveServer) -> None:
    page.goto(server.url)
    for step in Driver(read_case(CASES / '09_july_protester_released.yml')['answers'], 'es', 'screening').walk(Session()):
        if step.screen.id == 'applicant_birth':
            break
        answer(page, step)
    year = page.locator(f'#daform [name="{form_name("applicant.birth.year")}"]')
    for typed in ('91', '2o19', '2031'):
        year.fill(typed)
        press(page, page.locator('#daform .da-field-buttons button[type=submit]').last)
        assert standing(page) == 'applicant_birth'
        said = page.locator('#daquestion [role=alert]')
        assert said.is_visible()
        assert len(said.inner_text()) > 15
        assert year.get_attribute('aria-invalid') == 'true'
        assert year.get_attribute('aria-describedby') == said.get_attribute('id')
    page.screenshot(path=str(PICTURES / 'no_script_refused.png'))


@pytest.mark.parametrize('case', ['09_july_protester_released', '12_drought_and_debt'])
def test_a_task_is_done_to_its_papers_without_the_script(page: Page, server: LiveServer, case: str) -> None:
    answers = read_case(CASES / f'{case}.yml')['answers']
    steps = list(Driver(answers, 'es', first_task(answers)).walk(Session()))
    page.goto(server.url)
    ticks_left_empty = 0
    for step in steps[:-1]:
        ticks_left_empty += any(entry.kind == 'checkboxes' and not step.given.get(entry.variable) for entry in step.screen.entries)
        answer(page, step)
    assert standing(page) == steps[-1].screen.id == 'packet'
    assert ticks_left_empty > 0
    with page.expect_download(timeout=60_000) as waiting:
        page.locator('a[data-paper=pdf]').first.click()
    assert waiting.value.suggested_filename.endswith('.pdf')
