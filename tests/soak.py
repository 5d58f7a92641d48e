"""Many families at once while parts of the server are killed: `make soak`, or `.venv/bin/python tests/soak.py --phones 6 --seconds 40`.

Each family changes its own surname again and again, as people correct an answer, and reads it back from the page. In turn a web worker, the cache
and the database are killed. Fails when an answer that the server took is gone, or when a page shows the name of another family. Prints how long
families waited after each kill. Not part of the tests: it takes minutes, and measures.
"""
import argparse
import statistics
import sys
import threading
import time
from dataclasses import dataclass, field

import requests
from server.client import Phone, named
from server.live import LiveServer

KILLED = {'a web worker': 'gunicorn', 'the cache': '/valkey-server ', 'the database': '/postgres '}
NAME, AFTER = 'applicant_name', 'applicant_birth'
LONGEST_WAIT, REST = 90.0, 0.2
FAMILY = 'Familia{:03d}x'
TIMES = 'Vuelta{:04d}x'


@dataclass
class Family:
    """One virtual family. `taken` is the last surname the server took, `sent` the last one sent; `failures` are moments without an answer.

    `going_back`: it asked for the screen of the name, so it may stand there, empty, without an answer being lost.
    """
    number: int
    phone: Phone
    taken: int = 0
    sent: int = 0
    going_back: bool = False
    seconds: list[float] = field(default_factory=list)
    failures: list[tuple[float, float]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its given name, which no other family has."""
        return FAMILY.format(self.number)

    def check(self, families: int) -> None:
        """On the screen of the name: its own name, and the last surname that was taken, or the one sent of which nothing was heard."""
        shown = self.phone.screen.html
        if self.name not in shown:
            self.wrong.append(f'{self.name} does not see its own name')
        self.wrong += [f'{self.name} sees {other}' for other in map(FAMILY.format, range(families)) if other != self.name and other in shown]
        if self.taken and not any(TIMES.format(turn) in shown for turn in range(self.taken, self.sent + 1)):
            self.wrong.append(f'{self.name} lost its answer number {self.taken}')

    def change(self, families: int) -> None:
        """Back to the name, look, correct it, go on. Raises requests.RequestException or LookupError where no answer comes."""
        self.phone.open()
        if self.phone.screen.identity == NAME and not self.going_back:
            self.wrong.append(f'{self.name} lost its answer number {self.taken}: it stands before it again')
        came_back = self.phone.screen.identity == AFTER
        if came_back:
            self.going_back = True
            self.phone.back()
        if self.phone.screen.status != requests.codes.ok or self.phone.screen.identity != NAME:
            raise LookupError(self.phone.screen.identity)
        if came_back:
            self.check(families)
        self.sent = max(self.sent, self.taken) + 1
        began = time.monotonic()
        self.phone.answer({'applicant.given_names': self.name, 'applicant.first_surname': TIMES.format(self.sent)})
        if self.phone.screen.status != requests.codes.ok or self.phone.screen.identity != AFTER:
            raise LookupError(self.phone.screen.identity)
        self.seconds.append(time.monotonic() - began)
        self.taken, self.going_back = self.sent, False

    def live(self, end: float, families: int) -> None:
        """Go on until the end, and after a failure until something works again."""
        lost_since = 0.0
        while time.monotonic() < end or (lost_since and time.monotonic() < end + LONGEST_WAIT):
            try:
                self.change(families)
            except (requests.RequestException, LookupError, KeyError):
                lost_since = lost_since or time.monotonic()
                time.sleep(REST)
                continue
            if lost_since:
                self.failures.append((lost_since, time.monotonic()))
                lost_since = 0.0
            time.sleep(REST)
        if lost_since:
            self.wrong.append(f'{self.name} had no answer for {time.monotonic() - lost_since:.0f} s at the end')


def kill(server: LiveServer, pattern: str) -> float:
    """Kill one process, a web worker rather than its master; the moment of it."""
    found = server.named(pattern)
    (found[-1] if pattern == 'gunicorn' else found[0]).kill()
    return time.monotonic()


def soak(phones: int, seconds: float) -> int:
    """Run it and print. The exit code: 0 when nothing was lost or mixed."""
    with LiveServer() as server:
        families = [Family(number, named(server.url, FAMILY.format(number))) for number in range(phones)]
        end = time.monotonic() + seconds
        threads = [threading.Thread(target=family.live, args=(end, phones)) for family in families]
        for thread in threads:
            thread.start()
        moments = []
        for name, pattern in KILLED.items():
            time.sleep(seconds / (len(KILLED) + 1))
            moments.append((name, kill(server, pattern)))
        for thread in threads:
            thread.join()
    starts = [*(moment for _, moment in moments[1:]), float('inf')]
    for (name, moment), following in zip(moments, starts, strict=True):
        waits = [until - moment for family in families for since, until in family.failures if moment <= until and since < following]
        told = f'{len(waits)} families without an answer, the last one again after {max(waits):.1f} s' if waits else 'nobody noticed'
        print(f'Killed {name}: {told}')
    taken = [one for family in families for one in family.seconds]
    print(f'{phones} phones, {seconds:.0f} s: {len(taken)} answers taken, median {statistics.median(taken) * 1000:.0f} ms, '
          f'slowest 5 % from {statistics.quantiles(taken, n=20)[-1] * 1000:.0f} ms')
    wrong = [one for family in families for one in family.wrong]
    print('\n'.join(wrong) or 'No answer lost, no session mixed with another')
    return 1 if wrong else 0


def main() -> int:
    """The command line."""
    command = argparse.ArgumentParser(description='Many families at once while parts of the server are killed.')
    command.add_argument('--phones', type=int, default=30)
    command.add_argument('--seconds', type=float, default=300)
    chosen = command.parse_args()
    return soak(chosen.phones, chosen.seconds)


if __name__ == '__main__':
    sys.exit(main())
