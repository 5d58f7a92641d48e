"""Many families answer at once, each after a few seconds of reading; how long they wait for the next screen."""
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator

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
