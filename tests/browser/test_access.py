"""Every screen of every task in both languages, at 360 pixels: axe-core, the thumb, letters twice as large, the focus, the errors, the fields."""
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser.all_screens import Drawn, Showing
from browser.small_phone import SmallPhone
from bs4 import BeautifulSoup
from interviews.test_every_screen import screens_of_the_interview
from playwright.sync_api import Browser
from server.client import decoded
from server.live import LiveServer

from docassemble.immdef_selfhelp.server.web import shared_files

pytestmark = pytest.mark.browser
BASELINE = Path(__file__).parent / 'axe_baseline.yml'
Key = tuple[str, str]
NO_WORDS = frozenset({'aria-describedby', 'autocomplete', 'class', 'for', 'id', 'inputmode', 'maxlength', 'name', 'role', 'type'})
# Digits are typed on these; the rest is words.
DIGITS = re.compile(r'\.(year|day)$|^filing\.pages\[')


HEADING = """() => { const style = getComputedStyle(document.querySelector('h1')); return [style.fontWeight, style.fontSize,
  document.querySelector('h1').getBoundingClientRect().top - document.querySelector('.toolbar').getBoundingClientRect().bottom >= 8] }"""


@dataclass(frozen=True)
class Seen:
    """What was measured on one screen."""
    focus: str
    headings: int
    axe: list[str]
    size: dict[str, Any]
    size_large: dict[str, Any]
    size_zoomed: dict[str, Any]
    fields: list[dict[str, str]]
    required: int
    errors: list[dict[str, Any]]
    names: list[str]
    fetched_late: list[str]


@pytest.fixture(scope='module')
def seen(browser: Browser, server: LiveServer, screens: dict[Key, Drawn]) -> Iterator[dict[Key, Seen]]:
    """All screens, one after another. Spanish is longer: what fits in Spanish fits in English too, so sizes are measured in Spanish; and a screen
    that is the Spanish one in other words is not shown again."""
    phone = SmallPhone(browser, server.url, 'access')
    showing = Showing(phone)
    found: dict[Key, Seen] = {}
    for key, screen in screens.items():
        if key[0] == 'en' and structure(screen) == structure(screens['es', key[1]]):
            continue
        focus, headings = showing.show(screen), phone.page.evaluate('measured.headings()')
        if key[0] == 'es':
            phone.page.screenshot(path=phone.folder / f'{len(found):03d}-{key[1]}.png', full_page=True)
        phone.page.evaluate('measured.openEverything()')
        violations, size, large, zoomed = showing.axe(seen_in_spanish=key[0] != 'es'), {}, {}, {}
        if key[0] == 'es':
            size = showing.size()
            showing.letters('200%')
            large = showing.size()
            showing.letters('')
            zoomed = showing.zoomed()
        fields = phone.page.evaluate('measured.fields()')
        required = phone.page.evaluate('measured.leaveEmpty()')
        found[key] = Seen(focus, headings, violations, size, large, zoomed, fields, required, phone.page.evaluate('measured.errors()'),
                          phone.page.evaluate('measured.names()'), phone.page.evaluate('measured.fetchedLate()'))
    assert (phone.errors, phone.outside) == ([], [])
    yield found
    phone.close()


def structure(screen: Drawn) -> list[tuple[Any, ...]]:
    """What a screen is made of besides its words: each element with what it is for, and whether words stand in it and in what describes it."""
    return [(one.name, *((name, str(value) if name in NO_WORDS else bool(value)) for name, value in sorted(one.attrs.items())),
             any(text.strip() for text in one.find_all(string=True, recursive=False))) for one in BeautifulSoup(screen.body, 'lxml').find_all(True)]


def wrong(seen: dict[Key, Seen], of: Callable[[Seen], Any]) -> dict[Key, Any]:
    """What is wrong, by the screen it is wrong on."""
    return {key: found for key, one in seen.items() if (found := of(one))}


def test_every_screen_is_shown(screens: dict[Key, Drawn]) -> None:
    ids = screens_of_the_interview()
    assert {key[1] for key in screens} == ids
    assert ids - {key[1] for key in screens if key[0] == 'en'} == {'choose_language'}, 'this one stands in both languages at once'


def test_axe_finds_nothing_of_ours(seen: dict[Key, Seen]) -> None:
    """All rules of axe-core with those of WCAG 2.2 AA, and contrast as for AAA: the phone is read in the sun."""
    entries = yaml.safe_load(BASELINE.read_text(encoding='utf-8'))
    known = [re.compile(f'^{re.escape(entry["rule"])} .*{entry["element"]}', re.DOTALL) for entry in entries]
    ours = wrong(seen, lambda one: [said for said in one.axe if not any(pattern.search(said) for pattern in known)])
    assert ours == {}
    everything = [said for one in seen.values() for said in one.axe]
    assert [pattern for pattern in known if not any(map(pattern.search, everything))] == [], 'no longer there'


def test_nothing_is_too_wide_cut_covered_or_too_small_to_touch(seen: dict[Key, Seen]) -> None:
    assert wrong(seen, lambda one: one.size) == {}


def test_the_same_with_letters_twice_as_large(seen: dict[Key, Seen]) -> None:
    assert wrong(seen, lambda one: one.size_large) == {}
    assert wrong(seen, lambda one: one.size_zoomed) == {}


def test_the_focus_lands_on_the_one_question(seen: dict[Key, Seen]) -> None:
    assert wrong(seen, lambda one: one.focus if one.focus != 'daMainQuestion' else '') == {}
    assert wrong(seen, lambda one: one.headings if one.headings != 1 else 0) == {}


def test_an_error_is_plain_and_tied_to_its_field(seen: dict[Key, Seen]) -> None:
    assert sum(one.required > 0 for one in seen.values()) > 60
    assert wrong(seen, lambda one: one.required > 0 and not one.errors) == {}
    assert wrong(seen, lambda one: [error for error in one.errors if not error['described'] or not error['text']]) == {}


def test_fields_open_the_right_keyboard_and_are_not_remembered(seen: dict[Key, Seen]) -> None:
    """The browser keeps nothing of what is typed, so no field tells it what it is for: docs/use/access.md says why."""
    fields = [field | {'name': decoded(field['name'])} for one in seen.values() for field in one.fields]
    assert {field['autocomplete'] for field in fields} == {'off'}
    assert {DIGITS.search(field['name']) is not None for field in fields if field['inputmode'] == 'numeric'} == {True}
    assert {field['inputmode'] for field in fields if DIGITS.search(field['name'])} == {'numeric'}
    assert {field['inputmode'] for field in fields if field['name'].endswith('telephone')} == {'tel'}


def test_every_screen_has_all_of_docassembles_styles(seen: dict[Key, Seen]) -> None:
    """What page_styles.py takes out of the style sheets is for classes and ids that no screen has, with errors shown and everything open."""
    static = shared_files.static_folder()
    sheets = ' '.join((static / name).read_text(encoding='utf-8') for name in shared_files.STYLES)
    served = ' '.join(content.decode() for address, content in shared_files.sources() if address.endswith('.css'))
    styled, kept = (set(re.findall(r'[.#]([A-Za-z_][\w-]*)', text)) for text in (sheets, served))
    assert len(styled - kept) > 1000
    assert wrong(seen, lambda one: set(one.names) & styled - kept) == {}


def test_no_screen_asks_for_the_scripts_left_out(seen: dict[Key, Seen]) -> None:
    assert wrong(seen, lambda one: one.fetched_late) == {}


@pytest.mark.parametrize('language', ['es', 'en'])
def test_the_pages_for_another_phone(browser: Browser, server: LiveServer, language: str) -> None:
    """The plain pages beside the interview (`server/coming_back/routes.py`): nothing kept yet, making a copy, the code, and opening one."""
    phone = SmallPhone(browser, server.url, 'access')
    showing = Showing(phone)
    for address in ('copia', 'abrir'):
        phone.page.goto(f'{server.url}{address}?language={language}')
        if address == 'copia' and phone.page.locator('form[action$="codigo"]').count():
            with phone.page.expect_navigation():
                phone.page.locator('form[action$="codigo"] button').tap()
        assert phone.page.evaluate(HEADING) == ['700', '24px', True], 'as on the screens of the interview, with air above'
        showing.bring_measures()
        phone.page.evaluate('measured.openEverything()')
        assert showing.axe() == []
        assert showing.size() == {}
        showing.letters('200%')
        assert showing.size() == {}
        showing.letters('')
        assert showing.zoomed() == {}
        assert phone.page.evaluate('measured.headings()') == 1
    phone.close()
