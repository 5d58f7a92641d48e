"""The link for a sponsor on two small phones, the sponsor's without a script: pictures, and no page is told the word of the link."""
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from browser.small_phone import HEIGHT, WIDTH, SmallPhone
from browser.test_coming_back import picture
from playwright.sync_api import Browser, expect
from server.client import named
from server.live import LiveServer

pytestmark = pytest.mark.browser


@pytest.fixture
def family(browser: Browser, server: LiveServer) -> Iterator[SmallPhone]:
    """A phone on which a name was told."""
    phone = SmallPhone(browser, server.url, 'invitation')
    cookies = named(server.url, 'Marisol').http.cookies
    phone.context.add_cookies([{'name': one.name, 'value': str(one.value), 'url': server.url} for one in cookies])
    yield phone
    phone.close()


def test_a_link_goes_from_phone_to_phone(browser: Browser, server: LiveServer, family: SmallPhone) -> None:
    family.page.goto(f'{server.url}nota')
    picture(family, 'make')
    family.page.get_by_role('button', name='Hacer el enlace').tap()
    expect(family.page.get_by_text('No abre en otro teléfono')).to_be_visible()
    picture(family, 'link')
    link = family.page.locator('#link').input_value()
    word = urlsplit(link).path.rpartition('/')[2]
    assert link.startswith(server.url) and len(word) == 32
    assert {name: found for name, found in family.violations.items() if found} == {}
    assert {name: found for name, found in family.small.items() if found} == {} and not any(family.wide.values())
    context = browser.new_context(viewport={'width': WIDTH, 'height': HEIGHT}, is_mobile=True, has_touch=True, locale='es-MX',
                                  java_script_enabled=False)
    page, told = context.new_page(), []
    page.on('request', lambda request: told.append(request.all_headers().get('referer', '')) if word not in request.url else None)
    page.goto(link)
    page.screenshot(path=family.folder / '003-opens.png', full_page=True)
    page.get_by_role('button', name='Empezar').tap()
    page.get_by_role('button', name='Español').tap()
    expect(page.get_by_role('heading', name='Antes de dar sus datos')).to_be_visible()
    page.screenshot(path=family.folder / '004-begins.png', full_page=True)
    page.goto(link)
    expect(page.get_by_role('heading', name='Este enlace ya no sirve')).to_be_visible()
    page.screenshot(path=family.folder / '005-ended.png', full_page=True)
    page.get_by_role('link', name='Empezar · Begin').tap()
    expect(page.get_by_role('heading', name='Antes de dar sus datos')).to_be_visible()
    assert len(told) > 3 and not [one for one in told if word in one], 'styles, pictures and pages hear the server alone'
    assert all(word not in f'{one["name"]}{one["value"]}' for one in context.cookies())
    context.close()
