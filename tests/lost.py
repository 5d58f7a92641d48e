"""Counts the answers that a family's page showed as kept and that are gone: `.venv/bin/python tests/lost.py --meetings 500`.

Meetings: an answer and a link of one session are sent at the same instant, up to some milliseconds apart. `--servers 2` puts two servers on
the same stores, and sends the two requests to different ones. Not part of the tests, which have a small one (tests/server/test_nothing_lost.py): it
takes minutes, and counts.
"""
import argparse
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable

from server.client import Phone, named
from server.live import LiveServer
from server.outside_stores import OutsideStores

NAME, AFTER = 'applicant_name', 'applicant_birth'
APART = (0.0, 0.002, 0.01, 0.03, 0.06)


def both(first: Callable[[], object], second: Callable[[], object], apart: float) -> None:
    """Do two things, the second so many seconds after the first; return when both are done."""
    def later() -> None:
        time.sleep(apart)
        second()

    threads = [threading.Thread(target=first), threading.Thread(target=later)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def same_phone(phone: Phone, address: str) -> Phone:
    """The same phone's browser on another connection, and perhaps another web server."""
    other = Phone(address)
    other.http.cookies.update(phone.http.cookies)
    other.screen = phone.screen
    return other


def meeting(phone: Phone, address: str, turn: int, apart: float) -> str:
    """Correct the surname and press a link at the same instant. `kept`, `lost`, or `refused` where the page did not say that it was taken."""
    phone.open()
    for _ in range(5):
        if phone.screen.identity == NAME:
            break
        phone.back()
    assert phone.screen.identity == NAME, phone.screen.text
    surname = f'Vuelta{turn:04d}x'
    other = same_phone(phone, address)

    def answer() -> None:
        phone.answer({'applicant.given_names': 'Xochitl', 'applicant.first_surname': surname})

    def link() -> None:
        other.follow(('Mis respuestas', 'Pausa')[turn // 4 % 2])

    first, second = (answer, link) if turn % 2 else (link, answer)
    both(first, second, apart)
    taken = phone.screen.status == 200 and phone.screen.identity == AFTER
    return 'refused' if not taken else 'kept' if surname in same_phone(phone, phone.server)._show('GET', answers_of(phone)).html else 'lost'


def answers_of(phone: Phone) -> str:
    """The address of "Mis respuestas" on the page that stands there."""
    return next(address for label, address in phone.screen.links().items() if label == 'Mis respuestas')


def count(families: int, each: Callable[[int], Counter[str]]) -> Counter[str]:
    """Let several families do it at once."""
    found: list[Counter[str]] = []
    threads = [threading.Thread(target=lambda number=number: found.append(each(number))) for number in range(families)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == families, 'a family ended with an error'
    return sum(found, Counter())


def meetings(server: LiveServer, address: str, tries: int, families: int) -> Counter[str]:
    """So many meetings, shared out among families."""
    def each(number: int) -> Counter[str]:
        phone = named(server.url, f'Xochitl{number}')
        return Counter(meeting(phone, address, turn, APART[turn // 2 % len(APART)]) for turn in range(tries // families))

    return count(families, each)


def main() -> int:
    """The command line."""
    command = argparse.ArgumentParser(description='Counts the answers that were shown as kept and are gone.')
    command.add_argument('--meetings', type=int, default=500)
    command.add_argument('--families', type=int, default=4)
    command.add_argument('--servers', type=int, choices=(1, 2), default=1)
    chosen = command.parse_args()
    if chosen.servers == 2:
        with OutsideStores() as stores, stores.server() as server, stores.server() as second:
            found = meetings(server, second.url, chosen.meetings, chosen.families)
    else:
        with LiveServer() as server:
            found = meetings(server, server.url, chosen.meetings, chosen.families)
    print(f'{chosen.servers} web server(s), {found.total()} meetings: {dict(found)}')
    return 1 if found['lost'] else 0


if __name__ == '__main__':
    sys.exit(main())
