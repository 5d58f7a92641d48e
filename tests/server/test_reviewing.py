"""On a real server: a lawyer leaves initials on a family's phone with a code, and the roles of a workshop are docassemble's privileges."""
import re
from collections.abc import Iterator

import pytest
import redis
from server.client import Phone
from server.in_workshop import joined, opened, press, signed_in
from server.live import LiveServer
from server.outside_stores import OutsideStores
from server.two_phones import begun, new_code, send, visit
from workshop.kept import not_allowed

from docassemble.immdef_selfhelp.workshop.codes import LETTERS
from docassemble.immdef_selfhelp.workshop.store import LEADER, Store

pytestmark = pytest.mark.server
FORBIDDEN, NOTE = 403, 'Traiga el acta de nacimiento'
NAME = 'Marisolanda'
INVITED = re.compile(r'/taller/llave\?llave=[\w-]+')


def cache(stores: OutsideStores) -> Store:
    return Store(redis.Redis.from_url(stores.redis, decode_responses=True))


@pytest.fixture(scope='module')
def leader(pair: list[LiveServer], stores: OutsideStores) -> Phone:
    """With a key of its own, as of `selfhelp workshop key`: the terminal's was used by another module."""
    return signed_in(pair[0], f'/taller/llave?llave={cache(stores).new_key(LEADER)}')


@pytest.fixture(scope='module')
def code(leader: Phone, stores: OutsideStores) -> Iterator[str]:
    """A workshop; afterwards it is closed and no wrong try counts for other modules."""
    yield opened(leader)
    kept = cache(stores)
    for one in kept.opened():
        kept.close(one)
    for tries in kept.client.scan_iter('selfhelp*'):
        kept.client.delete(tries)


@pytest.fixture(scope='module')
def reviewer(pair: list[LiveServer], leader: Phone, code: str) -> Phone:
    visit(leader, '/taller/mesa')
    address = INVITED.search(press(leader, 'role', 'reviewer', '/taller/invitar').text)
    assert address
    return signed_in(pair[1], address.group(), 'LQ')


def at_home(phone: Phone) -> None:
    """As far as the home screen."""
    phone.open()
    for answers in ({'preparing_for': 'self'}, {'best_language': 'spanish'}, {'phone_safety': 'private'}, None):
        phone.answer(answers)  # type: ignore[arg-type]
    phone.press('agreed')


def review_code(reviewer: Phone) -> str:
    visit(reviewer, '/taller/revisar')
    shown = send(reviewer, '/taller/revisar').page.select_one('.code')
    assert shown is not None
    return shown.get_text()


def looked(phone: Phone, code: str, **more: str) -> int:
    visit(phone, '/taller/revision')
    return send(phone, '/taller/revision', None, code=code, **more).status


def test_a_lawyer_looked_at_this(pair: list[LiveServer], stores: OutsideStores, reviewer: Phone, code: str) -> None:
    family = joined(pair[0], code)
    at_home(family)
    given = review_code(reviewer)
    assert looked(family, given, note=NOTE) == 422, 'not without what the lawyer says of it'
    assert looked(family, given, note=NOTE, shown='1') == 200
    home = family.open()
    assert 'Un abogado o representante acreditado revisó esto: LQ' in home.text
    assert NOTE in home.text
    assert 'cambiaron desde entonces' not in home.text
    assert looked(family, given, shown='1') == 422, 'the code opens once'
    family.open()
    family.press('credible_fear')
    family.answer({'applicant.given_names': NAME, 'applicant.first_surname': 'Ejemplo'})
    assert 'cambiaron desde entonces' in visit(family, '/taller/revision').text
    assert not_allowed(cache(stores)) == []
    other = Phone(pair[1].url)
    visit(other, '/abrir')
    send(other, '/abrir/codigo', code=new_code(family))
    assert 'LQ' in visit(other, '/taller/revision').text, 'the five words bring it along'
    send(other, '/taller/revision/borrar')
    assert 'LQ' not in visit(other, '/taller/revision').text


def test_who_sits_with_the_family_goes_along_to_the_next_session(pair: list[LiveServer]) -> None:
    family = begun(pair[0])
    at_home(family)
    family.follow('Quién está con nosotros')
    family.answer({'beside.interpreter.name': 'Eva Prueba', 'beside.interpreter.language': 'Mam'})
    home = family.answer({'beside.drafter.name': 'Leo Prueba'})
    assert 'Interpreta: Eva Prueba · Escribe: Leo Prueba' in home.text
    other = Phone(pair[1].url)
    visit(other, '/abrir')
    send(other, '/abrir/codigo', code=new_code(family))
    other.open()
    for answers in ({'phone_safety': 'private'}, None):
        other.answer(answers)  # type: ignore[arg-type]
    assert 'Interpreta: Eva Prueba · Escribe: Leo Prueba' in other.screen.text


def test_nobody_gets_the_mark_without_the_privilege(pair: list[LiveServer], leader: Phone, reviewer: Phone, code: str) -> None:
    family = joined(pair[0], code)
    at_home(family)
    for nobody in (family, leader):
        assert visit(nobody, '/taller/revisar').status == FORBIDDEN
        visit(nobody, '/taller' if nobody is family else '/taller/mesa')
        token = str(nobody.screen.page.select_one('input[name=csrf_token]')['value'])  # type: ignore[index]
        made = nobody.http.post(f'{pair[0].url}taller/revisar', data={'csrf_token': token}, headers={'Referer': nobody.screen.url})
        assert made.status_code == FORBIDDEN
    for one in ('mesa', 'cerrar', 'imprimir', 'pantalla', 'cuentas', 'abrir'):
        assert visit(reviewer, f'/taller/{one}').status == FORBIDDEN, 'a lawyer sees no board'
    statuses = [looked(family, LETTERS[place] * 6, shown='1') for place in range(len(LETTERS))] + [looked(family, 'CFGH34', shown='1')] * 2
    assert looked(family, review_code(reviewer), shown='1') == 429, statuses
    assert 'LQ' not in visit(family, '/taller/revision').text


def test_the_roles_are_privileges_of_docassemble(stores: OutsideStores, leader: Phone, reviewer: Phone) -> None:
    held = stores.query('SELECT r.name, u.email, u.password, u.nickname FROM "user" u JOIN user_roles ur ON ur.user_id = u.id '
                        "JOIN role r ON r.id = ur.role_id WHERE r.name LIKE 'workshop_%%' ORDER BY r.name")
    assert {row[0] for row in held} >= {'workshop_leader', 'workshop_reviewer'}, 'a helper may have signed in too'
    assert [tuple(row) for row in held] == [(row[0], None, '', row[0]) for row in held], 'one account a role, of no person'
    stores.query("DELETE FROM user_roles WHERE role_id = (SELECT id FROM role WHERE name = 'workshop_leader') RETURNING 1")
    assert visit(leader, '/taller/mesa').status == FORBIDDEN, 'without the privilege the browser session gives nothing'
