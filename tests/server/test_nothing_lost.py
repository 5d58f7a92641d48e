"""What a page showed as kept is there afterwards, whatever else the phone asked at the same time; and the papers stop nobody."""
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg2
import pytest
import redis
from lost import both, meeting, same_phone
from server.client import Phone, named
from server.live import LiveServer
from server.walked import answer, steps_of, walk_to

from docassemble.immdef_selfhelp.documents.making import render

pytestmark = pytest.mark.server
PAPERS = 6
UNAVAILABLE = 503
SLOW, SHORT = 12, '20_order_and_annual_fee'


@contextmanager
def slow_office() -> Iterator[None]:
    """A LibreOffice that takes SLOW seconds longer, for the servers started meanwhile: longer than docassemble's own lock lasts."""
    real, path = render.office_program(), os.environ['PATH']
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / 'soffice'
        program.write_text(f'#!/bin/sh\nsleep {SLOW}\nexec {real} "$@"\n', encoding='utf-8')
        program.chmod(0o755)
        os.environ['PATH'] = f'{folder}:{path}'
        try:
            yield
        finally:
            os.environ['PATH'] = path


@contextmanager
def locks_that_vanish(server: LiveServer) -> Iterator[None]:
    """The cache forgets its locks again and again, as when it is started anew: what is left is that an older state is not saved."""
    over = threading.Event()

    def forget() -> None:
        client = server.cache()
        while not over.is_set():
            with suppress(redis.RedisError):
                for key in client.scan_iter('da:lock:*', count=1000):
                    client.delete(key)

    forgetting = threading.Thread(target=forget)
    forgetting.start()
    try:
        yield
    finally:
        over.set()
        forgetting.join()


def test_an_answer_and_a_link_at_the_same_instant(server: LiveServer) -> None:
    phone = named(server.url, 'Xochitl')
    results = [meeting(phone, server.url, turn, (0, 0.002)[turn // 2 % 2]) for turn in range(12)]
    assert 'lost' not in results
    assert 'kept' in results


def test_even_without_a_lock_nothing_older_is_saved(server: LiveServer) -> None:
    phone = named(server.url, 'Xochitl')
    with locks_that_vanish(server):
        results = [meeting(phone, server.url, turn, (0, 0.01, 0.03, 0.06)[turn // 2 % 4]) for turn in range(24)]
    assert 'lost' not in results, results


def test_whoever_waited_for_another_save_puts_nothing_over_it(server: LiveServer) -> None:
    """The other save is this test's: it holds the newest row until the answer waits for it, then writes a newer one."""
    phone, before = named(server.url, 'Xochitl'), steps_kept(server)
    secrets = json.loads((server.data / 'secrets.json').read_text(encoding='utf-8'))
    with psycopg2.connect(host=str(server.data / 'postgresql-socket'), dbname='selfhelp', user='selfhelp',
                          password=secrets['database_password']) as other, other.cursor() as cursor, ThreadPoolExecutor() as pool:
        cursor.execute('SELECT indexno FROM userdict ORDER BY indexno DESC LIMIT 1 FOR UPDATE')
        ((newest,),) = cursor.fetchall()
        answered = pool.submit(phone.answer, {'applicant.birth.year': '1990'})
        waits_for_a_row(server)
        cursor.execute('INSERT INTO userdict (filename, key, dictionary, encrypted, modtime) '
                       'SELECT filename, key, dictionary, encrypted, now() FROM userdict WHERE indexno = %s', (newest,))
        other.commit()
        assert answered.result().status == UNAVAILABLE
    assert steps_kept(server) == before + 1
    assert phone.open().identity == 'applicant_birth'


def waits_for_a_row(server: LiveServer) -> None:
    """Wait until a request waits for a row that another transaction holds."""
    end = time.monotonic() + 20
    while not server.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'", superuser=True):
        assert time.monotonic() < end, 'nobody waits'
        time.sleep(0.02)


def test_the_same_form_twice_is_one_step(server: LiveServer) -> None:
    for turn in range(6):
        phone = named(server.url, f'Xochitl{turn}')
        phone.back()
        twin = same_phone(phone, server.url)
        before = steps_kept(server)
        both(phone.answer, twin.answer, 0)
        assert phone.open().identity == 'applicant_birth'
        assert steps_kept(server) == before + 1


def steps_kept(server: LiveServer) -> int:
    """The rows of every session."""
    ((number,),) = server.query('SELECT count(*) FROM userdict')
    return int(str(number))


@pytest.mark.skipif(shutil.which('soffice') is None, reason='LibreOffice is not installed')
def test_a_paper_saves_nothing_and_makes_nobody_wait() -> None:
    with slow_office(), LiveServer('--workers', '1') as server:
        phone = Phone(server.url)
        steps = steps_of(SHORT)
        walk_to(phone, steps, 'my_situation')
        answer(phone, next(step for step in steps if step.screen.id == 'my_situation'))
        pdf, before = paper_of(phone), steps_kept(server)
        types: list[str] = []
        readers = [same_phone(phone, server.url) for _ in range(PAPERS)]
        threads = [threading.Thread(target=lambda one=one: types.append(one._show('GET', pdf).headers['Content-Type'])) for one in readers]
        for thread in threads:
            thread.start()
        time.sleep(1)
        phone.follow('Cambiar algo')
        Phone(server.url).open()
        assert types == [], 'neither the same family nor another waits for a paper that is in the making'
        for thread in threads:
            thread.join()
        assert types == ['application/pdf'] * PAPERS
        assert steps_kept(server) == before + 2, 'one step of each phone that looked'
        assert phone.open().identity == 'my_answers'


def paper_of(phone: Phone) -> str:
    """The address of the first PDF on the page of papers."""
    return str(phone.screen.page.select_one('a[data-paper=pdf]')['href'])  # type: ignore[index]
