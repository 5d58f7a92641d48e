"""Many families in court who ask for their whole packet in the same moment, on a real server with its limit of conversions at once: who is refused,
how long the last one waits, and how long another family waits for its next screen meanwhile.
"""
import statistics
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urljoin

from server.client import Phone
from server.walked import answer, steps_of

from docassemble.immdef_selfhelp.walk.driver import Step

FAMILIES = 30
CASE = '02_protester_and_return_trip'
FILE_NAME = 'packet-one-en.pdf'
PDF = b'%PDF'
SECONDS = 600


@dataclass
class Asked:
    """What the families met: the seconds of each packet, who was refused and why, and the seconds of another family's screens meanwhile."""
    seconds: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    meanwhile: list[float] = field(default_factory=list)

    def told(self) -> str:
        """The figures in one line."""
        return (f'{len(self.seconds) + len(self.refused)} families at once ask for their packet: first after {min(self.seconds, default=0):.1f} s, '
                f'last after {max(self.seconds, default=0):.1f} s, {len(self.refused)} refused {sorted(set(self.refused))[:3]}; a family that comes '
                f'meanwhile waits {statistics.median(self.meanwhile) * 1000:.0f} ms, at most {max(self.meanwhile) * 1000:.0f} ms')


def at_its_papers(server: str, steps: Sequence[Step]) -> Phone:
    """A phone that has answered everything and stands at its papers."""
    phone = Phone(server)
    phone.open()
    for step in steps[:-1]:
        answer(phone, step)
    return phone


def packet_of(phone: Phone) -> str:
    """The address of the whole packet in English as one PDF, as it stands on the screen of the papers."""
    return urljoin(phone.server, str(phone.screen.page.select_one(f'a[download="{FILE_NAME}"]')['href']))  # type: ignore[index]


def all_at_once(server: str, steps: Sequence[Step], families: int) -> Asked:
    """Let so many families ask at once, each in a session of its own, while another one comes anew again and again."""
    with ThreadPoolExecutor(families) as pool:
        phones = list(pool.map(lambda _: at_its_papers(server, steps), range(families)))
        found, gate, done = Asked(), threading.Barrier(families), threading.Event()

        def ask(phone: Phone) -> None:
            address = packet_of(phone)
            gate.wait()
            began = time.monotonic()
            response = phone.http.get(address, headers={'Referer': phone.screen.url}, timeout=SECONDS)
            if response.ok and response.content.startswith(PDF):
                found.seconds.append(time.monotonic() - began)
            else:
                found.refused.append(f'{response.status_code} {response.content[:20]!r}')

        def look_on() -> None:
            phone = Phone(server)
            while not done.is_set():
                phone.open()
                found.meanwhile.append(phone.seconds)
                time.sleep(0.5)

        watcher = threading.Thread(target=look_on)
        watcher.start()
        list(pool.map(ask, phones))
        done.set()
        watcher.join()
    return found


def told(server: str) -> str:
    """The figures of thirty families on this server, in one line."""
    return all_at_once(server, steps_of(CASE, task='court_case'), FAMILIES).told()
