"""A workshop: many families answer at once, each after a few seconds of reading; how long they wait for the next screen.

And the beginning of one: thirty phones that join and answer three easy screens within ten seconds, then think five seconds, with the board and a
question of the quiz open. The first, easy lesson is the peak (KA-Lite issue 1940).
"""
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

PHONES = (1, 10, 30)
SECONDS = 40.0
# Seconds of reading before an answer. People take longer.
READING = (2.0, 8.0)


def waits(phones: int, answers: Callable[[], Iterator[float]]) -> list[float]:
    """The seconds of every answer, of all phones. `answers` is one family: it answers once at each step and says how long that took."""
    found: list[float] = []
    end = time.monotonic() + SECONDS

    def live(number: int) -> None:
        chance = random.Random(number)  # noqa: S311
        time.sleep(chance.uniform(0, READING[1]))
        for seconds in answers():
            found.append(seconds)
            if time.monotonic() > end:
                return
            time.sleep(chance.uniform(*READING))

    threads = [threading.Thread(target=live, args=(number,)) for number in range(phones)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def told(seconds: list[float]) -> str:
    """Median and slowest twentieth in milliseconds."""
    return f'median {statistics.median(seconds) * 1000:.0f} ms, 95th percentile {statistics.quantiles(seconds, n=20)[-1] * 1000:.0f} ms'


ROOM = 30
FIRST_SCREENS, FIRST_SECONDS, THOUGHT = 3, 10.0, 5.0
ROOM_SECONDS = 40.0


@dataclass
class Room:
    """What a room of phones met: the seconds of every answer, and what failed."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Median, slowest twentieth and failures."""
        return f'{told(self.seconds)}, {len(self.seconds)} answers, {len(self.failed)} errors {sorted(set(self.failed))[:3]}'


def full_room(answers: Callable[[], Iterator[float]], beside: Callable[[], object] = lambda: None) -> Room:
    """Thirty phones at once. `answers` is one family; `beside` is what the leader's browsers ask meanwhile, every two seconds."""
    found, end = Room(), time.monotonic() + ROOM_SECONDS

    def live(number: int) -> None:
        chance = random.Random(number)  # noqa: S311
        try:
            for place, seconds in enumerate(answers()):
                found.seconds.append(seconds)
                if time.monotonic() > end:
                    return
                pause = FIRST_SECONDS / FIRST_SCREENS if place < FIRST_SCREENS else THOUGHT
                time.sleep(max(0.0, chance.uniform(0.5, 1.0) * pause - seconds))
        except Exception as problem:  # a phone that fails is counted, and the others go on
            found.failed.append(type(problem).__name__)

    def lead() -> None:
        while time.monotonic() < end:
            beside()
            time.sleep(2)

    threads = [threading.Thread(target=lead), *(threading.Thread(target=live, args=(number,)) for number in range(ROOM))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
