"""The beginning of a workshop: thirty phones join and have their first three screens within ten seconds, then think five seconds before each answer,
with board, wall and notes open and a question of the quiz on the phones. The first, easy lesson is the peak (KA-Lite issue 1940).

docassemble as it comes carries the same load in the same run: as many phones, each in a session of its own of its smallest interview, as many
answers, at the same pace; the two take turns, so that a machine that has other work has it for both. Everything a family waits for is counted.
"""
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from server.client import Phone
from server.in_workshop import joined, leader_address, opened, press, signed_in
from server.live import LiveServer
from server.two_phones import visit
from server.walked import answer

from docassemble.immdef_selfhelp.walk.driver import Step

PHONES, ROUNDS, SECONDS = 30, 3, 30.0
FIRST_SCREENS, FIRST_SECONDS, THOUGHT = 3, 10.0, 5.0
# What the leader has open, with the scripts of these pages that ask again and again.
WATCHED = ('mesa', 'pantalla', 'notas')
REFUSED = 400

Family = Callable[[], Iterator[Phone]]
Watcher = Callable[[], float]


@dataclass
class Room:
    """What a room met: the seconds of all that a family waits for, those of the leader's pages, and what failed."""

    seconds: list[float] = field(default_factory=list)
    watched: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The median."""
        return statistics.median(self.seconds)

    @property
    def slow(self) -> float:
        """The slowest twentieth begins here."""
        return statistics.quantiles(self.seconds, n=20)[-1]

    def told(self) -> str:
        """Median, slowest twentieth, and failures."""
        return (f'p50 {self.middle * 1000:.0f} ms, p95 {self.slow * 1000:.0f} ms, {len(self.seconds)} answers, '
                f'{len(self.failed)} errors {sorted(set(self.failed))[:3]}')


def pause_after(place: int, chance: random.Random) -> float:
    """Seconds between the beginnings of two screens: the first within ten seconds together, the others after five of thought."""
    return FIRST_SECONDS / FIRST_SCREENS * chance.uniform(0.5, 1.0) if place < FIRST_SCREENS else THOUGHT


def live(found: Room, family: Family, number: int, end: float) -> None:
    """One phone, until the end; a phone that fails is counted, and the others go on."""
    chance = random.Random(number)  # noqa: S311
    time.sleep(chance.uniform(0, FIRST_SECONDS / FIRST_SCREENS))
    try:
        for place, phone in enumerate(family()):
            found.seconds.append(phone.seconds)
            if phone.screen.status >= REFUSED:
                found.failed.append(f'{phone.screen.status} at {phone.screen.url}')
            if time.monotonic() > end:
                return
            pause = pause_after(place, chance)
            time.sleep(max(0.0, pause - phone.seconds) if place < FIRST_SCREENS else pause)
    except Exception as problem:
        found.failed.append(f'{type(problem).__name__} {str(problem)[:80]}')


def watch(found: Room, look: Watcher, end: float) -> None:
    """One page of the leader, until the end."""
    try:
        while time.monotonic() < end:
            began = time.perf_counter()
            again = look()
            found.watched.append(time.perf_counter() - began)
            time.sleep(again)
    except Exception as problem:
        found.failed.append(f'leader: {type(problem).__name__} {str(problem)[:80]}')


def one_round(found: Room, family: Family, watchers: Sequence[Watcher] = ()) -> None:
    """Thirty phones that begin now, and what the leader has open meanwhile."""
    end = time.monotonic() + SECONDS
    threads = [*(threading.Thread(target=watch, args=(found, look, end)) for look in watchers),
               *(threading.Thread(target=live, args=(found, family, number, end)) for number in range(PHONES))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def watcher(browser: Phone, name: str) -> Watcher:
    """A page as its script asks for it: with what it has already, and again when the server says."""
    tag = ''

    def look() -> float:
        nonlocal tag
        response = browser.http.get(f'{browser.server}taller/{name}/parte', headers={'If-None-Match': tag} if tag else {}, timeout=60)
        response.raise_for_status()
        tag = response.headers['ETag']
        return float(response.headers['X-Again'])

    return look


def at_a_question(leader: Phone) -> str:
    """Open a workshop with the first question on the wall. Returns its code."""
    code = opened(leader)
    visit(leader, '/taller/pantalla')
    while not leader.screen.page.select('.slide.question'):
        press(leader, 'move', 'next', '/taller/pantalla')
        visit(leader, '/taller/pantalla')
    return code


def family_of(server: LiveServer, code: str, steps: Sequence[Step]) -> Family:
    """A family that joins, answers the question of the quiz, and then screen after screen of the interview."""
    def family() -> Iterator[Phone]:
        phone = joined(server, code)
        yield phone
        yield _voted(phone)
        phone.open()
        yield phone
        for step in steps[1:-1]:
            answer(phone, step)
            yield phone

    return family


def _voted(phone: Phone) -> Phone:
    button = phone.screen.page.select_one('button[name=vote]')
    assert button is not None, 'no question of the quiz is open'
    press(phone, 'vote', str(button['value']), '/taller/voto')
    return phone


def smallest_family(root: str, interview: str) -> Family:
    """A family in a session of its own that answers the smallest interview again and again: its one question is sent anew each time."""
    def family() -> Iterator[Phone]:
        phone = Phone(root, interview)
        phone.open()
        yield phone
        asked = phone.screen
        while True:
            phone.screen = asked
            phone.press('Yes')
            assert phone.screen.title == 'Result of question', phone.screen.text
            yield phone

    return family


def told(server: LiveServer, steps: Sequence[Step], root: str, smallest: str) -> str:
    """Both rooms, turn by turn, and how many times as long ours takes."""
    leader = signed_in(server, leader_address(server))
    ours, theirs = Room(), Room()
    other = smallest_family(root, smallest)
    next(other())  # every worker has read it
    for _ in range(ROUNDS):
        code = at_a_question(leader)
        one_round(ours, family_of(server, code, steps), [watcher(leader, name) for name in WATCHED])
        one_round(theirs, other)
    return (f'{PHONES} phones begin a workshop, board and quiz open: {ours.told()}; docassemble as it comes: {theirs.told()}; '
            f'ratio p50 {ours.middle / theirs.middle:.2f}, p95 {ours.slow / theirs.slow:.2f}; '
            f'board, wall and notes meanwhile: p95 {statistics.quantiles(ours.watched, n=20)[-1] * 1000:.0f} ms')
