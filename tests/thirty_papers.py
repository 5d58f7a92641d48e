"""How long another family waits while thirty papers are made as PDF: `.venv/bin/python tests/thirty_papers.py`.

Thirty phones ask for the same paper at once; one more opens its page again and again. Prints its waits, before and meanwhile, and their ratio. Fails
when a paper did not come, or when one wait was longer than LONGEST seconds. Not part of the tests: it measures.
"""
import statistics
import sys
import threading
import time

from lost import same_phone
from server.client import Phone
from server.live import LiveServer
from server.test_nothing_lost import SHORT, paper_of
from server.walked import answer, steps_of, walk_to

PHONES, CALM, LONGEST = 30, 20, 5.0


def wait_of(phone: Phone) -> float:
    """Seconds until the page of a phone stands there."""
    phone.open()
    time.sleep(0.05)
    return phone.seconds


def main() -> int:
    """Measure and print."""
    with LiveServer() as server:
        phone, steps = Phone(server.url), steps_of(SHORT)
        walk_to(phone, steps, 'my_situation')
        answer(phone, next(step for step in steps if step.screen.id == 'my_situation'))
        pdf, other, kinds = paper_of(phone), Phone(server.url), list[str]()
        calm = [wait_of(other) for _ in range(CALM)]
        readers = [same_phone(phone, server.url) for _ in range(PHONES)]
        threads = [threading.Thread(target=lambda one=one: kinds.append(one._show('GET', pdf).headers['Content-Type'])) for one in readers]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        meanwhile = []
        while any(thread.is_alive() for thread in threads):
            meanwhile.append(wait_of(other))
        whole = time.monotonic() - began
    before, during = statistics.median(calm), statistics.median(meanwhile)
    came = kinds.count('application/pdf')
    print(f'{came} of {PHONES} papers in {whole:.1f} s; another family waited {during:.2f} s '
          f'(median of {len(meanwhile)}, longest {max(meanwhile):.1f}), before {before:.2f} s: {during / before:.1f}x')
    return 0 if came == PHONES and max(meanwhile) < LONGEST else 1


if __name__ == '__main__':
    sys.exit(main())
