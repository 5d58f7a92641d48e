"""A workshop on two real servers that share their stores: phones spread over both, one leader, one helper, and what nobody may do."""
import io
import re
import time
from base64 import b64decode
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import redis
from requests.adapters import HTTPAdapter
from server.client import Phone, words
from server.in_workshop import code_on, joined, leader_address, number_of, opened, press, rows, signed_in
from server.live import LiveServer
from server.outgoing import asked, outside
from server.outside_stores import OutsideStores
from server.two_phones import new_code, send, visit
from server.walked import answer, steps_of
from workshop.test_store import not_allowed

from docassemble.immdef_selfhelp.workshop.codes import LETTERS
from docassemble.immdef_selfhelp.workshop.store import Store

pytestmark = pytest.mark.server
NAME, SURNAME = 'Marisolanda', 'Quiñonero'
FORBIDDEN = 403
INTERVIEWS = Path(__file__).parents[2] / 'interviews'


class FromAnotherAddress(HTTPAdapter):
    """A phone whose network was changed."""

    def init_poolmanager(self, *given: Any, **more: Any) -> None:
        """Connections begin at another address of loopback."""
        super().init_poolmanager(*given, source_address=('127.0.0.2', 0), **more)


@pytest.fixture(scope='module')
def leader(pair: list[LiveServer]) -> Phone:
    return signed_in(pair[0], leader_address(pair[0]))


@pytest.fixture
def code(leader: Phone, kept: Store) -> str:
    """A workshop just opened; the one before it is closed."""
    for one in kept.opened():
        kept.close(one)
    for tries_or_report in (*kept.client.scan_iter('selfhelp*'), *kept.client.scan_iter('workshop:*:report')):
        kept.client.delete(tries_or_report)
    return opened(leader)


@pytest.fixture(scope='module')
def kept(stores: OutsideStores) -> Store:
    return Store(redis.Redis.from_url(stores.redis, decode_responses=True))


def told_their_name(phone: Phone) -> None:
    """Go on in the interview, as far as the date of birth."""
    phone.open()
    for answers in ({'preparing_for': 'self'}, {'best_language': 'spanish'}, {'phone_safety': 'private'}, None):
        phone.answer(answers)  # type: ignore[arg-type]
    phone.press('agreed')
    phone.press('credible_fear')
    phone.answer({'applicant.given_names': NAME, 'applicant.first_surname': SURNAME})
    assert phone.screen.identity == 'applicant_birth', phone.screen.text


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


def press_on_page(phone: Phone, name: str, value: str, action: str) -> None:
    visit(phone, '/taller')
    press(phone, name, value, action)


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


def invited(leader: Phone, role: str) -> str:
    """The address with which somebody of this role joins the leader."""
    visit(leader, '/taller/mesa')
    press(leader, 'role', role, '/taller/invitar')
    address = re.search(r'/taller/llave\?llave=[\w-]+', leader.screen.text)
    assert address is not None
    return address.group()


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


def test_a_poll_is_small_and_nothing_is_sent_twice(pair: list[LiveServer], leader: Phone, code: str, kept: Store) -> None:
    workshop = str(kept.of_code(code))
    for one in range(1, 31):
        place = kept.join(workshop, f'{one:064x}', 'es' if one % 3 else 'en') and kept.place(f'{one:064x}')
        assert place
        kept.seen(place, 'es' if one % 3 else 'en', ('credible_fear' if one % 2 else 'screening', one % 7, 7), answered=True)
        kept.tick(place, {'lawyer': '1', 'hearing': str(one), 'speaks': 'mam'} if one % 4 == 0 else {})
        if one % 5 == 0:
            kept.raise_hand(place)
    address = f'{pair[0].url}taller/mesa/parte'
    first = leader.http.get(address, headers={'Accept-Encoding': 'br'}, stream=True)
    assert len(first.raw.read(decode_content=False)) < 2000, 'bytes of thirty families'
    again = leader.http.get(address, headers={'Accept-Encoding': 'br', 'If-None-Match': first.headers['ETag']})
    assert (again.status_code, again.content) == (304, b'')
    assert 2 <= float(again.headers['X-Again']) <= 4


def test_the_next_family_finds_nothing(pair: list[LiveServer], stores: OutsideStores, leader: Phone, code: str) -> None:
    tablet = joined(pair[0], code)
    told_their_name(tablet)
    before = stores.query('SELECT count(DISTINCT key) FROM userdict')
    visit(tablet, '/taller/siguiente')
    send(tablet, '/taller/siguiente')
    assert stores.query('SELECT count(DISTINCT key) FROM userdict')[0][0] == int(str(before[0][0])) - 1
    assert number_of(tablet) == 0
    assert NAME not in tablet.open().html
    assert number_of(joined(pair[0], code, phone=tablet)) == 2
    assert [row[0] for row in rows(leader)] == ['2', '1']


def test_papers_are_printed_only_after_yes_and_gone_when_they_came_out(pair: list[LiveServer], leader: Phone, code: str, kept: Store) -> None:
    family = joined(pair[0], code)
    family.open()
    for step in steps_of('21_aunt_writes_as_witness')[1:-1]:  # the language is chosen
        answer(family, step)
    shown = visit(family, '/taller/papeles')
    name = str(shown.page.select('.copies input')[0]['name'])
    assert send(family, '/taller/papeles', None, **{name: '2'}).status == 422, 'without "yes" nothing is made'
    assert visit(leader, '/taller/imprimir/1.pdf').status == 404
    send(family, '/taller/papeles', None, **{name: '2', 'yes': '1'})
    assert 'Sus papeles esperan en la impresora' in family.screen.text
    assert not_allowed(kept) == []
    assert b'%PDF' not in b64decode(kept.client.hget(f'workshop:{kept.of_code(code)}:print:1', 'sealed'))
    file = visit(leader, '/taller/imprimir/1.pdf')
    with pikepdf.open(io.BytesIO(file.content)) as printed:
        pages = len(printed.pages)
        assert pages % 2 == 0
        assert [float(one) for one in printed.pages[0].mediabox][2:] == [612, 792], 'Letter'
    assert visit(family, '/taller/imprimir/1.pdf').status == FORBIDDEN
    visit(leader, '/taller/imprimir')
    assert f'1 {pages} ' in leader.screen.text
    press(leader, 'came_out', '1', '/taller/imprimir')
    assert visit(leader, '/taller/imprimir/1.pdf').status == 404
    assert 'Sus papeles esperan' not in visit(family, '/taller').text
    visit(family, '/taller/papeles')
    send(family, '/taller/papeles', None, **{name: '1', 'yes': '1'})
    assert visit(leader, '/taller/imprimir/1.pdf').status == 200
    visit(family, '/taller')
    send(family, '/taller/salir')
    assert visit(leader, '/taller/imprimir/1.pdf').status == 404, 'nothing waits of who has left'


def test_wall_and_notes_of_another_server_show_the_same_slide_of_every_deck(pair: list[LiveServer], leader: Phone, code: str) -> None:
    elsewhere = Phone(pair[1].url)
    elsewhere.http.cookies = leader.http.cookies
    for topic, shown in (('credible_fear_say', 'cf_say_it'), ('reasonable_fear', 'rf_who'), ('practice.why', 'how_know_reason'),
                         ('hearing.master', 'hearing_master'), ('sentence.time', 'sentence.time.es'), ('problem.moved_house', 'eoir33')):
        visit(leader, '/taller/notas')
        press(leader, 'topic', topic, '/taller/pantalla')
        for _ in range(3):
            wall = visit(elsewhere, '/taller/pantalla/parte')
            ids = {str(one['data-id']) for one in wall.page.select('[data-id]')}
            if shown in ids:
                break
            assert ids == set() or topic == 'credible_fear_say', 'the scene shows nothing of the law'
            visit(leader, '/taller/notas')
            press(leader, 'move', 'next', '/taller/pantalla')
        assert shown in ids, topic
        assert len(wall.page.select('.slides section')) == 2, 'side by side'
        assert visit(elsewhere, '/taller/notas').page.select('.preview [data-id]'), 'the notes follow'


def test_who_joins_late_answers_the_question_once_and_nobody_after_its_result(pair: list[LiveServer], leader: Phone, code: str) -> None:
    kinds = []
    visit(leader, '/taller/pantalla')
    while not leader.screen.page.select('.slide.question'):
        press(leader, 'move', 'next', '/taller/pantalla')
        kinds += [one['class'][1] for one in visit(leader, '/taller/pantalla').page.select('.slide')[:1]]
    assert kinds[:2] == ['scene', 'say'], 'from the code to the first slide'
    late, second = joined(pair[1], code), joined(pair[0], code, 'en')
    chosen = str(late.screen.page.select('button[name=vote]')[0]['value'])
    asked_page = late.screen
    for _ in range(2):  # a double tap
        late.screen = asked_page
        press(late, 'vote', chosen, '/taller/voto')
    assert 'Su respuesta ya llegó' in late.screen.text
    assert '< 5' not in visit(leader, '/taller/pantalla').text, 'hidden until it is shown'
    press(leader, 'move', 'next', '/taller/pantalla')
    shown = visit(leader, '/taller/pantalla').page.select('.slide.result')[0]
    assert [words(one) for one in shown.select('ol b')] == ['< 5', '0', '0'], 'nothing under five'
    press(second, 'vote', chosen, '/taller/voto')
    assert not second.screen.page.select('.voting'), 'the result was shown'


def test_a_leader_prints_the_papers_of_the_room(leader: Phone, code: str) -> None:
    links = [str(link['href']) for link in visit(leader, '/taller/hojas').page.select('main table a')]
    assert len(links) == 2 * (len(list(INTERVIEWS.glob('tasks/*.yml'))) + 2)
    for name, words_on_it in (('agenda_es', 'Programa y notas'), ('cards_en', 'Problem cards'), ('credible_fear_es', 'miedo')):
        file = visit(leader, next(link for link in links if link.endswith(f'/{name}.pdf'))).content
        with pikepdf.open(io.BytesIO(file)) as paper:
            assert words_on_it in str(paper.docinfo['/Title'])
    assert visit(leader, '/taller/hojas/no_such_es.pdf').status == 404


def test_closing_leaves_counts_and_the_families_their_sessions(pair: list[LiveServer], leader: Phone, code: str, kept: Store) -> None:
    family = joined(pair[0], code)
    told_their_name(family)
    visit(leader, '/taller/cerrar')
    send(leader, '/taller/cerrar')
    assert [key for key in kept.client.scan_iter('workshop:*') if not re.search(r':(report|key)(:|$)', key)] == []
    assert 'Familias 1' in leader.screen.text
    assert '< 5' in leader.screen.text
    table = visit(leader, '/taller/cuentas.csv')
    assert table.headers['Content-Type'].startswith('text/csv')
    assert 'language,es,< 5' in table.content.decode()
    assert family.open().identity == 'applicant_birth'
    assert number_of(family) == 0
    assert code not in ' '.join(kept.client.keys('*'))


def test_a_server_that_is_killed_takes_nothing_along(pair: list[LiveServer], leader: Phone, code: str) -> None:
    family = joined(pair[0], code)
    told_their_name(family)
    press_on_page(family, 'hand', 'up', '/taller/ayuda')
    pair[0].kill()
    elsewhere = Phone(pair[1].url)
    elsewhere.http.cookies = family.http.cookies
    assert elsewhere.open().identity == 'applicant_birth'
    began = time.monotonic()
    leader.server = pair[1].url
    leader.screen.url = leader.screen.url.replace(str(pair[0].port), str(pair[1].port))
    assert rows(leader)[0][0] == '1'
    assert time.monotonic() - began < 10
    pair[0].start()


def test_no_server_looked_up_a_name_or_asked_outside_the_whole_workshop(pair: list[LiveServer], outgoing: Path) -> None:
    lines = asked(outgoing)
    assert any(line.startswith("connect ('127.0.0.1'") for line in lines), f'nothing was recorded of {len(pair)} servers'
    assert outside(lines) == []
    elsewhere = ["getaddrinfo 'example.org'", "connect ('203.0.113.7', 443)"]
    assert outside([*lines, *elsewhere]) == elsewhere, 'what would have been outside is found'
