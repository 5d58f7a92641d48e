"""Several web servers on the same stores: any of them answers any family, one that dies takes nothing along, and a wrong one is refused."""
import threading
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
import requests
from server.live import LiveServer, serve
from server.outside_stores import OutsideStores, WanderingPhone
from server.two_phones import new_code, open_code, tells_name
from server.walked import answer, steps_of

from docassemble.immdef_selfhelp.server.run.outside import Cache, Database
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem
from docassemble.immdef_selfhelp.walk.driver import Step

CASE = '12_drought_and_debt'
PHONES = 3


@pytest.fixture(scope='module')
def steps() -> list[Step]:
    return steps_of(CASE)


def sessions(stores: OutsideStores) -> int:
    return int(str(stores.query('SELECT count(DISTINCT key) FROM userdict')[0][0]))


@pytest.mark.server
def test_workers_share_no_connection_with_a_workshop_and_stores_elsewhere(pair: list[LiveServer]) -> None:
    assert [server.held_by_the_loaded() for server in pair] == [{psutil.CONN_LISTEN}] * 2


@pytest.mark.server
def test_a_family_is_answered_by_another_server_at_each_step(pair: list[LiveServer], stores: OutsideStores, steps: list[Step]) -> None:
    before = sessions(stores)
    phone = WanderingPhone(pair)
    phone.open()
    for step in steps[:-1]:
        answer(phone, step)
    assert phone.screen.title == steps[-1].screen.question, phone.screen.text
    assert {server.port for server in phone.answered_by[::2]} != {server.port for server in phone.answered_by[1::2]}, 'it went to and fro'
    assert not any((server.data / 'postgresql').exists() for server in pair), 'nobody keeps answers of his own'
    assert sessions(stores) == before + 1


@pytest.mark.server
def test_a_code_of_one_server_opens_at_the_other(pair: list[LiveServer], steps: list[Step]) -> None:
    phone = WanderingPhone(pair[:1])
    phone.open()
    name = next(place for place, step in enumerate(steps) if step.screen.id == 'applicant_name')
    for step in steps[:name + 1]:
        answer(phone, step)
    given = str(steps[name].given['applicant.given_names'])
    assert tells_name(open_code(pair[1], new_code(phone)), given)


class Family:
    """Walks the case to its end while servers die, as a person does: when nothing comes, load the page again and answer what stands there."""

    def __init__(self, servers: list[LiveServer], steps: list[Step]) -> None:
        self.phone, self.steps, self.repeated = WanderingPhone(servers), steps, 0

    def walk(self, halfway: threading.Event) -> None:
        self.again()
        place = 0
        while place < len(self.steps) - 1:  # the last is a page that asks nothing
            if place == len(self.steps) // 2:
                halfway.set()
            shown = self.phone.screen.text
            try:
                answer(self.phone, self.steps[place])
            except requests.ConnectionError:
                self.again()
                self.phone.stay()
                self.repeated += 1
                # Not lost: what stands there is this screen again, or the next if the answer had come in.
                if self.phone.screen.text == shown:
                    continue
            place += 1

    def again(self) -> None:
        for _ in range(20):
            try:
                self.phone.open()
                return
            except requests.ConnectionError:
                continue
        raise AssertionError('no server answers')


@pytest.mark.server
def test_a_server_killed_in_the_middle_takes_no_answer_along(pair: list[LiveServer], steps: list[Step]) -> None:
    families = [Family(pair, steps) for _ in range(PHONES)]
    halfway = threading.Event()
    with ThreadPoolExecutor() as pool:
        walking = [pool.submit(family.walk, halfway) for family in families]
        assert halfway.wait(300)
        pair[0].kill()
        for one in walking:
            one.result(600)
    assert all(family.repeated for family in families), 'each met the dead server'
    pair[0].start()
    for family in families:
        assert {family.phone.open().title, family.phone.open().title} == {steps[-1].screen.question}, 'the one that came back knows them too'


@pytest.mark.server
def test_a_server_with_another_key_is_refused(pair: list[LiveServer], stores: OutsideStores) -> None:
    refused = stores.server()
    arguments = [one for one in stores.arguments if one not in ('--secretkey', str(stores.secretkey))]
    with serve('--port', str(refused.port), '--data', str(refused.data), *arguments) as process:
        said, _ = process.communicate(timeout=60)
    assert (process.returncode, 'another secret key' in said) == (Exit.SECRET, True), said


def run(*arguments: str) -> tuple[int, str]:
    with serve('--port', '0', *arguments) as process:
        said, _ = process.communicate(timeout=60)
    return process.returncode, said


def test_both_stores_go_together(tmp_path: object) -> None:
    code, said = run('--data', str(tmp_path), '--redis', 'redis://127.0.0.1:1')
    assert code == Exit.FAILED
    assert '--database and --redis go together' in said


@pytest.mark.parametrize(('url', 'expected'), [
    ('postgresql://ana:secret@db.example.org/families',
     {'name': 'families', 'user': 'ana', 'password': 'secret', 'host': 'db.example.org', 'port': '5432'}),
    ('postgres://ana:secret@10.0.0.7:6432/families?sslmode=verify-full&sslrootcert=/etc/ssl/db.pem',
     {'name': 'families?sslmode=verify-full&sslrootcert=/etc/ssl/db.pem', 'user': 'ana', 'password': 'secret', 'host': '10.0.0.7', 'port': '6432'}),
    ('postgresql://ana@/families?host=/run/postgresql', {'name': 'families?host=/run/postgresql', 'user': 'ana'}),
])
def test_the_address_of_a_database_as_docassemble_reads_it(url: str, expected: dict[str, str]) -> None:
    assert Database(url).for_docassemble == expected


@pytest.mark.parametrize('url', ['mysql://ana:secret@db/families', 'postgresql://db/families', 'postgresql://ana:x%40y@db/families', 'families'])
def test_an_address_docassemble_could_not_use_is_refused(url: str) -> None:
    with pytest.raises(ServerProblem) as refused:
        Database(url)
    assert 'secret@' not in str(refused.value)


@pytest.mark.parametrize('url', ['http://cache', 'redis://', 'redis://:x%40y@cache:6379', 'redis://:secret@cache:6379/families', 'redis://cache:x'])
def test_an_address_of_a_cache_docassemble_could_not_use_is_refused(url: str) -> None:
    with pytest.raises(ServerProblem):
        Cache(url)
