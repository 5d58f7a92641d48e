"""What the server stores of one family: a session is stored anew at every answer, so what stands there grows with each answer and with its length.

On a server of its own, started with one day to keep, whose database is measured before, at 5 and at the last event, at the end, after the family
erased everything, and, with a second family, after its days were over.
"""
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from server.client import Phone
from server.live import LiveServer
from server.walked import answer

from docassemble.immdef_selfhelp.walk.case_file import first_task
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.session import Session

EARLY = 'events[4]'
OVER_SECONDS = 150
STORED = 'SELECT count(*), coalesce(sum(octet_length(dictionary)), 0), coalesce(max(octet_length(dictionary)), 0) FROM userdict'


def stored(server: LiveServer) -> tuple[int, int, int]:
    """How many copies of sessions are stored, their bytes, and those of the largest."""
    [(copies, together, largest)] = server.query(STORED)
    return int(str(copies)), int(str(together)), int(str(largest))


def in_words(found: tuple[int, int, int]) -> str:
    """One measure."""
    copies, together, largest = found
    return f'{copies} copies, {together / 1e6:.2f} MB together, the largest {largest / 1000:.1f} kB'


def left(server: LiveServer) -> str:
    """What is stored of anybody, in rows of all tables that hold a session and in keys of the cache."""
    copies, together, _ = stored(server)
    [(keys,)] = server.query('SELECT count(*) FROM userdictkeys')
    return f'{copies} copies, {together} bytes, {keys} keys'


@contextmanager
def a_family(server: LiveServer, answers: Mapping[str, Any]) -> Iterator[tuple[Phone, str]]:
    """A family that told everything, and what was stored when it had told five events."""
    phone, early = Phone(server.url), ''
    phone.open()
    for step in list(Driver(dict(answers), 'es', first_task(answers)).walk(Session()))[:-1]:
        answer(phone, step)
        if not early and any(EARLY in name for name in step.given):
            early = in_words(stored(server))
    yield phone, early


def wait_until_over(server: LiveServer) -> None:
    """Make everything stored older than its day, and wait for the server's own round."""
    server.query("UPDATE userdict SET modtime = now() - interval '3 days'")
    end = time.monotonic() + OVER_SECONDS
    while stored(server)[0] and time.monotonic() < end:
        time.sleep(1)


def told(answers: Mapping[str, Any]) -> str:
    """All figures in words."""
    with LiveServer('--workers', '1', '--keep-days', '1') as server:
        with a_family(server, answers) as (phone, early):
            whole = stored(server)
            phone.follow('Borrar')
            phone.press('Sí, borrar todo')
            erased = left(server)
        Phone(server.url).open()
        wait_until_over(server)
        over = left(server)
    return (f'Kept at the fifth event: {early}\nKept of the whole family: {in_words(whole)}, {whole[1] / whole[0] / 1000:.1f} kB for each answer\n'
            f'Left after erasing: {erased}; after its days: {over}')
