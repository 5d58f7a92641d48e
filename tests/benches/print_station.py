"""Thirty families of a workshop say "yes, print" at once: seconds until the last one's papers wait at the printer, and how many were refused."""
import threading
import time
from collections.abc import Sequence

from server.client import Phone
from server.in_workshop import joined, leader_address, opened, signed_in
from server.live import LiveServer
from server.two_phones import send, visit
from server.walked import answer, steps_of

from docassemble.immdef_selfhelp.walk.driver import Step

FAMILIES = 30
CASE = '21_aunt_writes_as_witness'
OK = 200


def at_its_papers(server: LiveServer, code: str, steps: Sequence[Step]) -> Phone:
    """A family that has told enough for a paper and looks at what it can print."""
    phone = joined(server, code)
    phone.open()
    for step in steps[1:-1]:
        answer(phone, step)
    visit(phone, '/taller/papeles')
    return phone


def told(server: LiveServer) -> str:
    """The seconds until each family's papers waited."""
    leader = signed_in(server, leader_address(server))
    code = opened(leader)
    steps, took = steps_of(CASE), list[float]()
    families = [at_its_papers(server, code, steps) for _ in range(FAMILIES)]
    began = time.monotonic()

    def yes(phone: Phone) -> None:
        name = str(phone.screen.page.select('.copies input')[0]['name'])
        if send(phone, '/taller/papeles', None, **{name: '1', 'yes': '1'}).status == OK:
            took.append(time.monotonic() - began)

    threads = [threading.Thread(target=yes, args=(phone,)) for phone in families]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waiting = len(visit(leader, '/taller/imprimir').page.select('.board tbody tr'))
    return (f'{FAMILIES} families of a workshop print at once: first paper waits after {min(took):.1f} s, the last after {max(took):.1f} s; '
            f'{waiting} wait at the printer, {FAMILIES - len(took)} refused')
