"""A workshop on two real servers that share their stores: phones spread over both, one leader, one helper, and what nobody may do."""
import re
from typing import Any

import pytest
from requests.adapters import HTTPAdapter
from server.client import Phone
from server.in_workshop import NAME, SURNAME, code_on, invited, joined, number_of, opened, press, press_on_page, rows, signed_in, told_their_name
from server.live import LiveServer
from server.outside_stores import OutsideStores
from server.two_phones import new_code, send, visit
from workshop.kept import not_allowed

from docassemble.immdef_selfhelp.workshop.codes import LETTERS
from docassemble.immdef_selfhelp.workshop.store import Store

pytestmark = pytest.mark.server
FORBIDDEN = 403


class FromAnotherAddress(HTTPAdapter):
    """A phone whose network was changed."""

    def init_poolmanager(self, *given: Any, **more: Any) -> None:
        """Connections begin at another address of loopback."""
        super().init_poolmanager(*given, source_address=('127.0.0.2', 0), **more)


def test_phones_of_two_servers_stand_on_one_board(pair: list[LiveServer], leader: Phone, code: str, kept: Store) -> None:
    first, second = joined(pair[0], code), joined(pair[1], code, 'en')
    assert [number_of(first), number_of(second)] == [1, 2]
    told_their_name(first)
    assert [one.get_text() for one in second.screen.page.select('.toolbar .menu a')] == ['My answers', 'Pause', 'Erase']
    press_on_page(second, 'hand', 'up', '/taller/ayuda')
    (number, language, where, _, needs), (_, _, task, *_) = rows(leader)
    assert (number, language, where, needs) == ('2', 'en', '', 'Necesita ayuda Voy yo Ya está')
    assert re.fullmatch(r'Prepararme para la entrevista.* 1/\d+', task)
    assert 'Taller · Familia 1' in first.screen.text
    assert not_allowed(kept) == []
    dump = ' '.join(str(kept.client.hgetall(key)) for key in kept.client.scan_iter('workshop:*:family:*'))
    assert NAME not in dump


def test_the_same_place_again(pair: list[LiveServer], code: str) -> None:
    phone = joined(pair[0], code)
    told_their_name(phone)
    assert phone.open().identity == 'applicant_birth'
    assert visit(phone, f'/taller?c={code}').title == 'Familia 1', 'scanned again'
    assert phone.open().identity == 'applicant_birth', 'joining again begins nothing anew'
    phone.http.mount('http://', FromAnotherAddress())
    assert number_of(phone) == 1, 'from mobile data to the Wi-Fi and back: another address'
    assert phone.open().identity == 'applicant_birth'
    other = Phone(pair[1].url)
    visit(other, '/abrir')
    send(other, '/abrir/codigo', code=new_code(phone))
    assert number_of(other) == 1, 'the five words bring the number along'
    assert number_of(phone) == 0


def test_a_phone_goes_from_one_workshop_to_another(pair: list[LiveServer], leader: Phone, code: str, kept: Store) -> None:
    phone = joined(pair[0], code)
    first = str(kept.of_code(code))
    joined(pair[0], opened(leader), phone=phone)
    assert [row.left for row in kept.rows(first)] == [True]
    assert number_of(phone) == 1
    assert len(rows(leader)) == 1


def test_who_opens_a_workshop_at_an_address_of_this_computer_alone_is_told_so(leader: Phone, code: str) -> None:
    """The servers of the tests listen at 127.0.0.1: no phone of a room would get there, and the QR code of the wall would lead nowhere."""
    told = visit(leader, '/taller/abrir').text
    assert 'Ningún teléfono puede abrir esta dirección: es esta misma computadora.' in told and '--host 0.0.0.0' in told


def test_a_family_sees_no_page_of_a_leader(pair: list[LiveServer], leader: Phone, code: str) -> None:
    family = joined(pair[0], code)
    pages = ('mesa', 'mesa/parte', 'imprimir', 'imprimir/parte', 'imprimir/1.pdf', 'pantalla',
             'pantalla/parte', 'notas', 'notas/parte', 'hoja', 'hojas', 'hojas/cards_es.pdf', 'cerrar', 'cuentas', 'cuentas.csv')
    assert {visit(family, f'/taller/{one}').status for one in pages} == {FORBIDDEN}
    visit(family, '/taller')
    token = str(family.screen.page.select_one('input[name=csrf_token]')['value'])  # type: ignore[index]
    for one in ('mesa', 'pantalla', 'cerrar', 'abrir', 'invitar', 'imprimir'):
        refused = family.http.post(f'{pair[0].url}taller/{one}', data={'csrf_token': token}, headers={'Referer': family.screen.url})
        assert refused.status_code == FORBIDDEN, one
    assert rows(leader), 'it is still open'


def test_a_leader_opens_no_session_of_a_family(pair: list[LiveServer], stores: OutsideStores, leader: Phone, code: str) -> None:
    told_their_name(joined(pair[0], code))
    numbers = [str(number) for number, in stores.query('SELECT DISTINCT key FROM userdict')]
    for page in ('mesa', 'mesa/parte', 'pantalla', 'notas', 'hoja', 'cerrar'):
        html = visit(leader, f'/taller/{page}').html
        assert not [one for one in (*numbers, NAME, SURNAME) if one in html], page
    assert NAME not in leader.open().html
    for number in numbers:
        assert NAME not in visit(leader, f'/interview?session={number}').html


def test_a_helper_cannot_close(pair: list[LiveServer], leader: Phone, code: str) -> None:
    address = invited(leader, 'helper')
    helper = signed_in(pair[1], address, 'ZZ')
    assert code_on(visit(helper, '/taller/mesa')) == code
    family = joined(pair[0], code)
    press_on_page(family, 'hand', 'up', '/taller/ayuda')
    visit(helper, '/taller/mesa')
    press(helper, 'going', '1')
    assert 'ZZ' in rows(leader)[0][-1]
    assert visit(helper, '/taller/cerrar').status == FORBIDDEN
    visit(helper, '/taller/mesa')
    for action, name in (('/taller/cerrar', 'x'), ('/taller/invitar', 'role')):
        token = str(helper.screen.page.select_one('input[name=csrf_token]')['value'])  # type: ignore[index]
        sent = {'csrf_token': token, name: 'leader'}
        refused = helper.http.post(pair[1].url.rstrip('/') + action, data=sent, headers={'Referer': helper.screen.url})
        assert refused.status_code == FORBIDDEN
    assert signed_in(pair[1], address).screen.status != 200, 'the address opens once'


def test_a_second_leader_takes_part_in_the_open_workshop_and_can_close(pair: list[LiveServer], leader: Phone, code: str) -> None:
    address = invited(leader, 'leader')
    other = signed_in(pair[1], address, 'CD')
    assert code_on(visit(other, '/taller/mesa')) == code
    visit(other, '/taller/cerrar')
    send(other, '/taller/cerrar')
    assert 'Familias 0' in visit(leader, '/taller/mesa').text, 'the first one sees the counts'


@pytest.mark.parametrize(('browser', 'inside'), [
    ('Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/420.0]', True),
    ('Mozilla/5.0 (Linux; Android 9; SM-J260M; wv) AppleWebKit/537.36 Version/4.0 Chrome/110.0 Mobile Safari/537.36 Instagram 275.0', True),
    ('Mozilla/5.0 (Linux; Android 12; M2003J15SC; wv) AppleWebKit/537.36 Version/4.0 Chrome/119.0 Mobile Safari/537.36', True),
    ('CaptiveNetworkSupport-443.120.2 wispr', True),
    ('Mozilla/5.0 (Linux; Android 9; SM-J260M) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36', False),
    ('Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Version/16.0 Mobile/15E148 Safari/604.1', False)])
def test_inside_another_app_or_the_sign_in_window_of_the_wifi_the_family_is_told_where_to_open_it(
        pair: list[LiveServer], code: str, browser: str, inside: bool) -> None:
    phone = Phone(pair[0].url)
    phone.http.headers['User-Agent'] = browser
    assert ('Ábrala en Chrome o Safari' in visit(phone, f'/taller?c={code}').text) is inside


def test_guessing_codes_is_throttled(pair: list[LiveServer], code: str) -> None:
    phone = Phone(pair[1].url)
    visit(phone, '/taller')
    statuses = [send(phone, '/taller/unirse', c=(LETTERS[place] * 6), language='es').status for place in range(18)]
    statuses += [send(phone, '/taller/unirse', c='CFGH34', language='es').status for _ in range(4)]
    assert (statuses[0], statuses[-1]) == (422, 429)
    assert send(phone, '/taller/unirse', c=code, language='es').status == 429, 'the right one has to wait too'
