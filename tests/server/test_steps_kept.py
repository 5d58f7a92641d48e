"""The steps kept for "Back": not without end, never those from before something was erased, and the only one is never gone back from."""
import pytest
from server.client import Phone, named
from server.live import LiveServer
from server.walked import steps_of, walk_to

pytestmark = pytest.mark.server
KEPT_STEPS, FORGET_EVERY = 60, 8


def newest_session(server: LiveServer) -> str:
    """The session that was used last."""
    ((key,),) = server.query('SELECT key FROM userdict ORDER BY indexno DESC LIMIT 1')
    return str(key)


def steps_kept(server: LiveServer, key: str) -> int:
    """The rows of a session."""
    ((number,),) = server.query('SELECT count(*) FROM userdict WHERE key = %s', key)
    return int(str(number))


def erase_the_first(phone: Phone, list_name: str) -> None:
    """On "Mis respuestas": erase the first thing told of a kind, and confirm."""
    phone.follow('Mis respuestas')
    links = [str(link['href']) for link in phone.screen.page.select('a.erase-one')]
    phone._show('GET', links[['family', 'situation.entries'].index(list_name)])
    assert 'Un código o un archivo' in phone.screen.text, 'what a copy still holds is said'
    phone.follow('Sí, borrar')


@pytest.mark.parametrize(('list_name', 'gone'), [('family', 'Ainhoa'), ('situation.entries', 'San Ysidro')])
def test_back_does_not_bring_back_what_was_erased(server: LiveServer, list_name: str, gone: str) -> None:
    steps = steps_of('20_order_and_annual_fee')
    phone = Phone(server.url)
    walk_to(phone, steps, 'situation_papers')
    key = newest_session(server)
    assert gone in phone.follow('Mis respuestas').html
    erase_the_first(phone, list_name)
    assert gone not in phone.screen.html
    assert steps_kept(server, key) == 1
    for _ in range(4):
        phone.back()
        assert gone not in phone.follow('Mis respuestas').html
    assert 'Ejemplo' in phone.screen.html


def test_no_more_steps_are_kept_than_people_go_back(server: LiveServer) -> None:
    phone = named(server.url, 'Xochitl')
    key = newest_session(server)
    columns = 'filename, key, dictionary, encrypted, modtime'
    server.query(f'INSERT INTO userdict ({columns}) SELECT {columns} FROM userdict, generate_series(1, 100) '  # noqa: S608 -- no text of others
                 'WHERE indexno = (SELECT max(indexno) FROM userdict WHERE key = %s)', key)
    for _ in range(FORGET_EVERY):
        phone.follow('Mis respuestas')
    kept = steps_kept(server, key)
    assert KEPT_STEPS <= kept < KEPT_STEPS + FORGET_EVERY
    phone.back()
    assert steps_kept(server, key) == kept - 1


def test_the_only_step_stays(server: LiveServer) -> None:
    phone = named(server.url, 'Xochitl')
    key = newest_session(server)
    server.query('DELETE FROM userdict WHERE key = %s AND indexno < (SELECT max(indexno) FROM userdict WHERE key = %s)', key, key)
    assert phone.back().identity == 'applicant_birth'
    assert 'Xochitl' in phone.follow('Mis respuestas').html
    assert phone.back().identity == 'applicant_birth'
