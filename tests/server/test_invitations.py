"""A link for a sponsor: it opens an empty letter once and within a day, and carries nothing of the family that made it."""
import socket
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from urllib.parse import urlsplit

import psutil
import pytest
from server.client import Phone, named
from server.live import LiveServer
from server.test_private import cached, distinctive, sessions
from server.test_retention import tables_with
from server.two_phones import OPENS_NOTHING, begun, logs, new_code, open_code, problem, send, tells_name, visit

from docassemble.immdef_selfhelp.server.run import network

pytestmark = pytest.mark.server
ENDED, ENDED_IN_ENGLISH = 'Este enlace ya no sirve', 'This link has ended'
AT_ONCE = 6
DAY = 24 * 3600
BEGINS = 'choose_language'


def new_link(phone: Phone) -> str:
    """The path of a link, as the family passes it on."""
    visit(phone, '/nota')
    shown = send(phone, '/nota')
    field = shown.page.select_one('textarea#link')
    assert field is not None, shown.text
    return urlsplit(field.get_text().strip()).path


def taken(server: LiveServer, link: str) -> Phone:
    """Another phone that opened the link and pressed its button."""
    phone = Phone(server.url)
    visit(phone, link)
    send(phone, link)
    return phone


def asked_first(phone: Phone) -> Phone:
    """The sponsor at the warnings, which come right after the language."""
    phone.press('Español')
    return phone


def test_a_link_opens_an_empty_letter_with_the_warnings_before_the_first_question(server: LiveServer) -> None:
    name = distinctive()
    family = named(server.url, name)
    before = sessions(server)
    sponsor = taken(server, new_link(family))
    assert urlsplit(sponsor.screen.url).path == '/' and sponsor.screen.identity == BEGINS
    assert asked_first(sponsor).screen.identity == 'sponsor_begin' and not sponsor.screen.fields
    assert name not in sponsor.screen.html
    (own,) = sessions(server) - before
    assert own not in before, 'another session than the family has'
    sponsor.answer()
    assert sponsor.screen.identity == 'phone_safety'
    assert family.open().identity == 'applicant_birth', 'the family goes on where it was'


ONLY_HERE = 'No abre en otro teléfono'
EVERYWHERE = '0.0.0.0'  # noqa: S104 -- compared with, never bound


def test_an_address_of_this_device_alone_is_said_to_be_one(server: LiveServer) -> None:
    """The live server of the tests listens at 127.0.0.1 for itself."""
    family = named(server.url, distinctive())
    assert ONLY_HERE in visit(family, '/nota').html and ONLY_HERE in send(family, '/nota').html
    assert not family.screen.page.select('svg[aria-label=QR]'), 'no picture for a camera that could not open it'
    new_code(family)
    assert ONLY_HERE in family.screen.html


@pytest.mark.parametrize(('here', 'host', 'other_phones'), [
    ('http://192.168.8.2:8080/', EVERYWHERE, 'http://192.168.8.2:8080/'),
    ('https://carpeta.example/', '127.0.0.1', 'https://carpeta.example/'),
    ('http://127.0.0.1:8080/', '127.0.0.1', ''),
    ('http://localhost:8080/', '127.0.0.1', ''),
    ('http://[::1]:8080/', '::1', ''),
    ('http://localhost:8080/', EVERYWHERE, 'http://192.168.8.2:8080/'),
    ('http://127.0.0.1/', '10.0.0.5', 'http://10.0.0.5:80/'),
])
def test_which_address_another_phone_can_open(here: str, host: str, other_phones: str, monkeypatch: pytest.MonkeyPatch) -> None:
    card = SimpleNamespace(address='192.168.8.2', family=socket.AF_INET)
    monkeypatch.setattr(psutil, 'net_if_stats', lambda: {'wlan0': SimpleNamespace(isup=True)})
    monkeypatch.setattr(psutil, 'net_if_addrs', lambda: {'wlan0': [card]})
    assert network.for_other_phones(here, host) == other_phones


def test_a_link_opens_once_and_looking_at_it_uses_nothing_up(server: LiveServer) -> None:
    link = new_link(named(server.url, distinctive()))
    for _ in range(3):
        assert visit(Phone(server.url), link).title == 'Una carta que usted escribe', 'a chat that looks at the link uses nothing up'
    sponsor = asked_first(taken(server, link))
    for late in (visit(Phone(server.url), link), visit(sponsor, link)):
        assert late.title == ENDED and ENDED_IN_ENGLISH in late.text, 'kind, in both languages'
    assert sponsor.open().identity == 'sponsor_begin', 'the sponsor goes on'


def taken_in_one_step(server: LiveServer) -> int:
    """How often the cache gave and deleted something in one step."""
    return int(server.cache().info('commandstats').get('cmdstat_getdel', {'calls': 0})['calls'])


def test_of_several_phones_at_once_one_opens_it(server: LiveServer) -> None:
    """The race alone seldom shows a fault on a busy computer, so that each press was one step of the cache is counted, too."""
    link = new_link(named(server.url, distinctive()))
    phones = [Phone(server.url) for _ in range(AT_ONCE)]
    for phone in phones:
        visit(phone, link)
    before = taken_in_one_step(server)
    with ThreadPoolExecutor(AT_ONCE) as together:
        shown = list(together.map(lambda phone: send(phone, link), phones))
    assert sorted(screen.identity == BEGINS for screen in shown) == [False] * (AT_ONCE - 1) + [True]
    assert [screen.title for screen in shown if screen.identity != BEGINS] == [ENDED] * (AT_ONCE - 1)
    assert taken_in_one_step(server) == before + AT_ONCE


def test_one_device_goes_from_the_family_to_the_sponsor_and_back(server: LiveServer) -> None:
    """As the page says it: a code first, the link opened here, the sponsor erases at the end, the family comes back with its code."""
    name, own_name = distinctive(), distinctive()
    device = named(server.url, name)
    family_tab, family_cookies = device.screen, {cookie.value for cookie in device.http.cookies}
    link, code = new_link(device), new_code(device)
    assert 'En este teléfono hay respuestas abiertas' in visit(device, link).text, 'nobody hands it over by mistake'
    send(device, link)
    kept = {cookie.value for cookie in device.http.cookies}
    assert device.screen.identity == BEGINS and not kept & family_cookies, 'the device has no key of the family any more'
    sponsor_says(device, own_name)
    for path in ('/', '/copia', '/abierto', '/abrir', '/nota', link):
        shown = visit(device, path)
        assert name not in shown.html, path
    device.open()
    for action in ('Mis respuestas', 'Inicio', 'Pausa'):
        assert name not in device.follow(action).html, action
        device.open()
    # A tab of the family that stayed open, and Back: what they send reaches neither the family's answers nor the sponsor's
    device.screen = family_tab
    device.answer({'applicant.birth.year': '1987'})
    assert name not in device.screen.html
    device.open()
    assert '1987' not in device.follow('Mis respuestas').html
    sponsor_code = new_code(device)
    other = open_code(server, sponsor_code)
    assert name not in other.open().html, 'what comes back from a sponsor is the sponsor alone'
    device.open()
    device.follow('Borrar')
    device.press('Sí, borrar todo')
    assert own_name not in device.open().html and name not in device.screen.html
    visit(device, '/abrir')
    send(device, '/abrir/codigo', code=sponsor_code)
    assert problem(device.screen) == OPENS_NOTHING, 'erased with its copies'
    visit(device, '/abrir')
    send(device, '/abrir/codigo', code=code)
    assert tells_name(device, name) and own_name not in device.screen.html


def sponsor_says(phone: Phone, name: str) -> None:
    """From the language to who the letter is about."""
    asked_first(phone)
    phone.answer()
    phone.answer({'phone_safety': 'private'})
    phone.answer()
    phone.press('agreed')
    phone.answer()
    phone.answer({'sponsor_offer.letter_language': 'es', 'sponsor_offer.name': name})
    assert phone.screen.identity == 'sponsor_about'


def test_a_link_lives_a_day(server: LiveServer) -> None:
    before = set(server.cache().keys('selfhelp:once:*'))
    link = new_link(named(server.url, distinctive()))
    (key,) = set(server.cache().keys('selfhelp:once:*')) - before
    assert DAY - 60 < server.cache().ttl(key) <= DAY
    server.cache().expire(key, 0)
    assert visit(Phone(server.url), link).title == ENDED
    assert visit(Phone(server.url), '/nota/x').title == ENDED


def test_a_link_carries_nothing_of_the_family(server: LiveServer) -> None:
    name = distinctive()
    before, keys = sessions(server), set(cached(server))
    family = named(server.url, name)
    (number,) = sessions(server) - before
    link = new_link(family)
    word = link.rpartition('/')[2]
    assert len(word) == 32 and int(word, 16) and str(number) not in link
    (kept,) = [key for key in set(cached(server)) - keys if key.startswith(b'selfhelp:once:')]
    assert server.cache().get(kept) == b'1' and word.encode() not in kept, 'a mark and nothing beside it'
    assert not any(word.encode() in key + value for key, value in cached(server).items())
    assert tables_with(server, word) == [] and server.files_with(word) == [] and word not in logs(server)
    sponsor = Phone(server.url)
    shown = visit(sponsor, link)
    assert shown.headers['Referrer-Policy'] == 'strict-origin', 'no page that comes after is told the word'
    assert str(number) not in shown.html and name not in shown.html
    send(sponsor, link)
    cookies = ' '.join(f'{cookie.name}={cookie.value}' for cookie in sponsor.http.cookies)
    assert word not in cookies and str(number) not in cookies
    mine = {cookie.value for cookie in family.http.cookies} & {cookie.value for cookie in sponsor.http.cookies}
    assert not mine, 'no cookie is the same'
    assert word not in sponsor.screen.html and word not in sponsor.screen.url


def test_a_watched_phone_makes_no_link(server: LiveServer) -> None:
    phone = begun(server)
    phone.answer({'preparing_for': 'self'})
    phone.answer({'best_language': 'spanish'})
    phone.answer({'phone_safety': 'watched'})
    visit(phone, '/nota')
    assert phone.screen.page.find('form', action='/nota') is None and 'Alguien puede mirar' in phone.screen.text
    assert ONLY_HERE in phone.screen.html, 'that address is the one of this device: a sponsor who types it finds nothing'
    assert not phone.screen.page.select('a[href="/copia"]'), 'nor is it said to save a code here and hand the device over'
    token = phone.open()._hidden()['csrf_token']
    kept = len(server.cache().keys('selfhelp:once:*'))
    phone._show('POST', '/nota', data={'csrf_token': token})
    assert phone.screen.status == 200 and len(server.cache().keys('selfhelp:once:*')) == kept, 'nor for a form that was kept'
    assert visit(Phone(server.url), '/nota').page.find('form', action='/nota') is None, 'nor does a phone with nothing open'


def test_a_sponsor_comes_back_and_erases_on_their_own(server: LiveServer) -> None:
    family_name, own_name = distinctive(), distinctive()
    family = named(server.url, family_name)
    sponsor = asked_first(taken(server, new_link(family)))
    sponsor.answer()
    sponsor.answer({'phone_safety': 'private'})
    sponsor.answer()
    sponsor.press('agreed')
    assert sponsor.screen.identity == 'sponsor_channel'
    sponsor.answer()
    assert sponsor.screen.identity == 'sponsor_name', 'the first question can be left without an answer'
    sponsor.answer({'sponsor_offer.letter_language': 'es', 'sponsor_offer.name': own_name})
    other = open_code(server, new_code(sponsor))
    other.open()
    other.answer({'phone_safety': 'private'})
    other.answer()
    assert other.screen.identity == 'sponsor_about' and family_name not in other.follow('Mis respuestas').html
    before = sessions(server)
    visit(sponsor, '/abrir')
    assert 'En este teléfono hay respuestas abiertas' in sponsor.screen.text, 'what a sponsor told is not thrown away as empty'
    sponsor.open()
    sponsor.follow('Borrar')
    sponsor.press('Sí, borrar todo')
    assert len(before - sessions(server)) == 1
    assert family.open().identity == 'applicant_birth', 'erasing one leaves the other'
