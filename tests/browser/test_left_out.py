"""The scripts that no screen of ours uses come when a page asks for one of them, and then do what docassemble's own bundle does."""
from typing import Any

import pytest
from browser.small_phone import SmallPhone
from playwright.sync_api import Browser
from server.live import LiveServer

pytestmark = pytest.mark.browser
ASKS = {
    'upload': "jQuery('<input type=file id=asked>').appendTo('#daquestion').fileinput({language: 'es'}).closest('.file-input').length",
    'slider': "jQuery('<input type=text id=asked>').appendTo('#daquestion').slider({min: 0, max: 9, value: 4}).slider('getValue') && 1",
    'signature': "new SignaturePad(document.createElement('canvas')).isEmpty() ? 1 : 0",
    'hint': "Object.keys(new bootstrap.Popover(document.querySelector('h1'), {content: 'a'})).length && 1",
    'rule': "jQuery('<form><input name=asked value=a></form>').appendTo('body').validate({rules: {asked: {nowhitespace: true}}}).form() ? 1 : 0",
}


@pytest.fixture(scope='module')
def phone(browser: Browser, server: LiveServer) -> Any:
    small = SmallPhone(browser, server.url, 'left_out')
    yield small
    assert small.errors == []
    small.close()


@pytest.mark.parametrize('asked', ASKS)
def test_what_is_asked_for_is_there_at_once(phone: SmallPhone, asked: str) -> None:
    phone.open()
    fetched = "performance.getEntriesByType('resource').filter(one => one.name.includes('left_out')).length"
    assert phone.page.evaluate(fetched) == 0, 'the first page asks for none'
    assert phone.page.evaluate(ASKS[asked]) == 1
    assert phone.page.evaluate(fetched) == 1
    assert phone.page.evaluate("bootstrap.Tooltip.Default.allowList['a'].includes('style')"), 'what docassemble set before is still set'
