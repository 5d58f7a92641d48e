"""Read aloud: by a voice that lives on the phone, only when asked, what is seen and never what is typed. Chromium here has no voices: a stand-in
keeps what it was given to say."""
import re
from collections.abc import Iterator

import pytest
from browser.at_a_screen import stand_at
from browser.small_phone import SmallPhone
from playwright.sync_api import Browser
from server.live import LiveServer

from docassemble.immdef_selfhelp.walk.driver import Step

pytestmark = pytest.mark.browser
# As a phone's speech behaves: one after another, cancelled all at once, an `end` also for what is cancelled.
PHONE_VOICES = '''
  window.spoken = []; window.queue = []; window.phoneVoices = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const speech = new EventTarget();
  speech.getVoices = () => window.phoneVoices;
  speech.speak = one => { window.queue.push(one); window.spoken.push(one); };
  speech.cancel = () => { const cut = window.queue; window.queue = []; cut.forEach(one => setTimeout(() => one.onend())); };
  Object.defineProperty(speech, 'speaking', { get: () => window.queue.length > 0 });
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.voices = list => { window.phoneVoices = list; speech.dispatchEvent(new Event('voiceschanged')); };
  window.finish = () => { const one = window.queue.shift(); if (one) { one.onend(); } return Boolean(one); };
'''
SPANISH = {'lang': 'es-MX', 'localService': True, 'name': 'Español'}
OF_A_SERVICE = {'lang': 'es-US', 'localService': False, 'name': 'Service'}
ENGLISH = {'lang': 'en_US', 'localService': True, 'name': 'English'}
TYPED = 'Palabras que solo yo sé'


@pytest.fixture(scope='module')
def phone(browser: Browser, server: LiveServer, steps: list[Step]) -> Iterator[SmallPhone]:
    small = stand_at(browser, server, steps, 'event_what', PHONE_VOICES)
    yield small
    assert (small.errors, small.outside) == ([], [])
    small.close()


@pytest.fixture(autouse=True)
def silence(phone: SmallPhone) -> None:
    """A phone whose voices have not come yet, and that has said nothing."""
    phone.page.evaluate('voices([]); spoken = []; queue = []')


def voices(phone: SmallPhone, *found: dict[str, object]) -> None:
    phone.page.evaluate('list => voices(list)', list(found))


def labels(phone: SmallPhone) -> list[str]:
    """The buttons for reading that are seen."""
    return phone.page.locator('.read-aloud button:visible').all_inner_texts()


def tap(phone: SmallPhone, label: str) -> None:
    phone.page.locator('.read-aloud button', has_text=label).tap()


def said(phone: SmallPhone) -> list[str]:
    return list(phone.page.evaluate('spoken.map(one => one.text)'))


def hear_to_the_end(phone: SmallPhone) -> str:
    phone.page.evaluate('() => { while (finish()) {} }')
    return ' '.join(said(phone))


def test_without_a_voice_of_this_language_on_the_phone_there_is_no_button(phone: SmallPhone) -> None:
    for found in ((), (OF_A_SERVICE,), (ENGLISH,)):
        voices(phone, *found)
        assert labels(phone) == []


def test_voices_that_come_late_bring_the_button_and_nothing_speaks_by_itself(phone: SmallPhone) -> None:
    voices(phone, OF_A_SERVICE, SPANISH)
    assert labels(phone) == ['Leer en voz alta']
    assert said(phone) == []
    assert phone.page.locator('.read-aloud [aria-live], .read-aloud [role=status], .read-aloud[aria-live]').count() == 0


def test_it_reads_the_screen_in_order_and_never_what_is_typed(phone: SmallPhone) -> None:
    voices(phone, OF_A_SERVICE, SPANISH)
    phone.page.locator('#daform textarea').fill(TYPED)
    tap(phone, 'Leer en voz alta')
    heard = hear_to_the_end(phone)
    title = phone.page.locator('#daquestion h1').inner_text()
    assert heard.startswith(title)
    assert heard.endswith(phone.page.locator('#daform .da-field-buttons button[type=submit]').last.inner_text())
    assert TYPED not in heard and 'Salir' not in heard and 'todavía no está guardada' not in heard
    for shown in phone.page.locator('#daquestion p:visible:not(.read-aloud):not(.saved):not(.way p), #daquestion label:visible').all_inner_texts():
        assert re.sub(r'\W+', '', shown) in re.sub(r'\W+', '', heard)
    assert phone.page.evaluate("spoken.every(one => one.voice.localService && one.lang === 'es-MX')")
    assert labels(phone) == ['Leer en voz alta']


def test_a_pause_goes_on_at_the_same_sentence(phone: SmallPhone) -> None:
    voices(phone, SPANISH)
    tap(phone, 'Leer en voz alta')
    phone.page.evaluate('finish()')
    tap(phone, 'Pausar la lectura')
    phone.page.wait_for_function('queue.length === 0')
    assert labels(phone) == ['Seguir leyendo', 'Parar la lectura']
    tap(phone, 'Seguir leyendo')
    heard = said(phone)
    assert len(heard) == 3 and heard[1] == heard[2] != heard[0]
    tap(phone, 'Parar la lectura')
    assert labels(phone) == ['Leer en voz alta']
    assert phone.page.evaluate('queue.length') == 0


@pytest.mark.parametrize('way', ['Escape', 'hidden', 'pagehide'])
def test_it_falls_silent_when_the_phone_is_put_away(phone: SmallPhone, way: str) -> None:
    voices(phone, SPANISH)
    tap(phone, 'Leer en voz alta')
    assert phone.page.evaluate('queue.length') == 1
    if way == 'Escape':
        phone.page.keyboard.press('Escape')
    elif way == 'hidden':
        phone.page.evaluate('''() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true });
          document.dispatchEvent(new Event('visibilitychange')); delete document.hidden; }''')
    else:
        phone.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    phone.page.wait_for_timeout(50)
    assert phone.page.evaluate('queue.length') == 0
    if labels(phone) != ['Leer en voz alta']:
        tap(phone, 'Parar la lectura')


def test_another_screen_stops_it_and_is_read_in_its_own_language(phone: SmallPhone) -> None:
    voices(phone, SPANISH, ENGLISH)
    tap(phone, 'Leer en voz alta')
    phone.page.locator('.toolbar a[hreflang=en]').tap()
    phone.page.wait_for_selector('.toolbar a[hreflang=es]')
    phone.page.wait_for_timeout(50)
    assert phone.page.evaluate('queue.length') == 0
    assert labels(phone) == ['Read aloud']
    phone.page.evaluate('spoken = []')
    tap(phone, 'Read aloud')
    hear_to_the_end(phone)
    assert phone.page.evaluate("spoken.length > 0 && spoken.every(one => one.lang === 'en_US')")
    phone.page.locator('.toolbar a[hreflang=es]').tap()
    phone.page.wait_for_selector('.toolbar a[hreflang=en]')


def test_axe_and_the_thumb_find_nothing(phone: SmallPhone) -> None:
    voices(phone, SPANISH)
    tap(phone, 'Leer en voz alta')
    phone.seen.clear()
    phone.look(axe=True)
    assert [found for found in phone.violations[phone.screen_id] if 'read-aloud' in found or 'lectura' in found] == []
    assert phone.small[phone.screen_id] == []
    assert phone.wide[phone.screen_id] == 0


def test_leaving_fast_silences_it_at_once(browser: Browser, server: LiveServer, steps: list[Step]) -> None:
    small = stand_at(browser, server, steps, steps[1].screen.id, PHONE_VOICES)
    voices(small, SPANISH)
    tap(small, 'Leer en voz alta')
    small.page.evaluate("addEventListener('pagehide', event => event.stopImmediatePropagation(), true)")
    left = small.page.evaluate('''() => { document.querySelector('[data-leave]').click(); return queue.length; }''')
    assert left == 0
    small.page.wait_for_url('**/recetas')
    small.close()
