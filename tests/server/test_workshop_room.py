"""A workshop on two real servers, in the room: what the wall, the board and the printer show, the next family at the same tablet, and its end."""
import io
import re
import time
from base64 import b64decode
from pathlib import Path

import pikepdf
import pytest
from server.client import Phone, words
from server.in_workshop import (
    NAME,
    joined,
    number_of,
    press,
    press_on_page,
    rows,
    told_their_name,
)
from server.live import LiveServer
from server.outgoing import asked, outside
from server.outside_stores import OutsideStores
from server.two_phones import send, visit
from server.walked import answer, steps_of
from workshop.kept import not_allowed

from docassemble.immdef_selfhelp.workshop.store import Store

pytestmark = pytest.mark.server
FORBIDDEN = 403
INTERVIEWS = Path(__file__).parents[2] / 'interviews'


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
