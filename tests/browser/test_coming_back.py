"""Two phones of 360 x 740 in a real browser, in Spanish: the first gets a code and a file, the second opens them. Pictures of each screen."""
import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.small_phone import SMALL_TARGETS, TOO_WIDE, SmallPhone
from playwright.sync_api import Browser, Error, expect
from server.client import named
from server.live import LiveServer

pytestmark = pytest.mark.browser
PASSWORD = 'cuatro perros comen pan'  # noqa: S105


def picture(phone: SmallPhone, name: str) -> None:
    """Look at the screen: as a picture, with axe-core, and with a thumb."""
    phone.seen.add(name)
    phone.page.screenshot(path=phone.folder / f'{len(phone.seen):03d}-{name}.png', full_page=True)
    phone.violations[name] = [f'{one["id"]} {node["html"]}' for one in Axe().run(phone.page).response['violations'] for node in one['nodes']]
    phone.small[name] = phone.page.evaluate(SMALL_TARGETS)
    phone.wide[name] = phone.page.evaluate(TOO_WIDE)


@pytest.fixture
def first(browser: Browser, server: LiveServer) -> Iterator[SmallPhone]:
    """A phone on which a name was told."""
    phone = SmallPhone(browser, server.url, 'coming_back_first')
    cookies = named(server.url, 'Marisol').http.cookies
    phone.context.add_cookies([{'name': one.name, 'value': str(one.value), 'url': server.url} for one in cookies])
    yield phone
    phone.close()


@pytest.fixture
def second(browser: Browser, server: LiveServer) -> Iterator[SmallPhone]:
    phone = SmallPhone(browser, server.url, 'coming_back_second')
    yield phone
    phone.close()


def take_file(phone: SmallPhone, file: Path) -> None:
    """Get a file, after a password that was too short."""
    phone.open()
    phone.from_the_menu('pause')
    phone.page.get_by_role('link', name='Guardar mis respuestas para seguir en otro teléfono').tap()
    expect(phone.page.get_by_role('heading', name='Seguir en otro teléfono')).to_be_visible()
    picture(phone, 'copy')
    phone.page.get_by_label('Invente una contraseña').fill('corta')
    phone.page.get_by_text('Mostrar la contraseña').tap()
    assert phone.page.locator('#again').get_attribute('type') == 'text'
    phone.page.get_by_role('button', name='Bajar el archivo').tap()
    expect(phone.page.locator('#password')).to_be_focused()
    picture(phone, 'password_too_short')
    for label in ('Invente una contraseña', 'La misma contraseña otra vez'):
        phone.page.get_by_label(label).fill(PASSWORD)
    with phone.page.expect_download() as waiting:
        phone.page.get_by_role('button', name='Bajar el archivo').tap()
    assert waiting.value.suggested_filename == 'recetas.dat'
    waiting.value.save_as(file)


def take_code(phone: SmallPhone) -> list[str]:
    """Get a code, which stands on no page and in no memory of the browser after."""
    phone.page.get_by_role('button', name='Quiero un código').tap()
    expect(phone.page.get_by_role('heading', name='Su código')).to_be_visible()
    words = phone.page.locator('ol.code li').all_inner_texts()
    assert len(words) == 5
    picture(phone, 'code')
    assert phone.page.title() == 'Mi carpeta'
    kept = phone.page.evaluate('JSON.stringify([location.href, {...localStorage}, {...sessionStorage}, history.state])')
    assert not any(word in kept for word in words if len(word) > 4)
    phone.page.get_by_role('link', name='Ya las apunté. Seguir').tap()
    phone.page.wait_for_selector('#daform')
    with contextlib.suppress(Error):  # the browser does not show that page again
        phone.page.go_back()
    assert phone.page.locator('ol.code').count() == 0
    return words


def open_code(phone: SmallPhone, words: list[str]) -> None:
    """Open it, after a wrong one, and delete what was kept, here and on the first phone."""
    phone.open()
    picture(phone, 'choose_language')
    phone.page.get_by_role('link', name='Tengo un código o un archivo').tap()
    picture(phone, 'open')
    phone.page.get_by_label('Las cinco palabras, en orden').fill('abeja camino niño huevo zapato')
    phone.page.get_by_role('button', name='Abrir con el código').tap()
    expect(phone.page.get_by_role('alert')).to_have_text(re.compile('Estas palabras no abren nada'))
    picture(phone, 'wrong_code')
    phone.page.get_by_label('Las cinco palabras, en orden').fill(' '.join(words).upper())
    phone.page.get_by_role('button', name='Abrir con el código').tap()
    expect(phone.page.get_by_role('heading', name='Sus respuestas ya están en este teléfono')).to_be_visible()
    picture(phone, 'opened')
    phone.page.get_by_role('button', name='Borrar la copia guardada').tap()
    expect(phone.page.get_by_text('Aquí no hay ninguna copia guardada con código.')).to_be_visible()
    phone.page.get_by_role('button', name='Borrarlas en el otro teléfono').tap()
    expect(phone.page.get_by_role('button', name='Borrarlas en el otro teléfono')).to_have_count(0)
    picture(phone, 'all_deleted')
    phone.page.get_by_role('link', name='Seguir', exact=True).tap()
    phone.page.wait_for_selector('#daform')
    assert phone.screen_id == 'phone_safety'


def open_file(phone: SmallPhone, file: Path) -> None:
    """Open the file where everything was erased, and leave fast."""
    phone.page.goto(phone.url)
    phone.page.wait_for_selector('#daform')
    assert phone.screen_id == 'choose_language', 'erased from the second phone'
    phone.page.get_by_role('link', name='Tengo un código o un archivo').tap()
    phone.page.locator('#file').set_input_files(file)
    phone.page.get_by_label('La contraseña del archivo').fill(PASSWORD)
    phone.page.get_by_role('button', name='Abrir el archivo').tap()
    expect(phone.page.get_by_role('heading', name='Sus respuestas ya están en este teléfono')).to_be_visible()
    phone.page.locator('#quick_exit').tap()
    phone.page.wait_for_url('**/recetas')


def fits(phone: SmallPhone) -> None:
    """Whether every screen fitted the phone, the thumb and the ear."""
    assert {name: width for name, width in phone.wide.items() if width > 0} == {}
    assert {name: targets for name, targets in phone.small.items() if targets} == {}
    assert {name: found for name, found in phone.violations.items() if found} == {}
    assert (phone.outside, phone.errors) == ([], [])


def test_five_words_and_a_file_bring_the_answers_to_another_phone(first: SmallPhone, second: SmallPhone, tmp_path: Path) -> None:
    file = tmp_path / 'recetas.dat'
    take_file(first, file)
    open_code(second, take_code(first))
    open_file(first, file)
    fits(first)
    fits(second)
