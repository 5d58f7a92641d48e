"""Figures of speed and size, printed and never asserted: `make bench`, or `make bench ARGS="answers line"` for some parts.

process   The walk of case 01 in process: screens a second. All its documents: seconds as Word files, and as PDFs. All findings of the largest of the
          ten cases of the law: milliseconds, and the same with every sentence.
kept      Bytes stored for each answered screen and for a whole family of 40 events, and what is left after erasing and after the days
          (`benches/kept.py`).
forms     Form I-589 with an answer in every box, and with a story of 40 events and ten children: seconds to fill it and to read it back
          (`benches/forms.py`; needs the blank).
packet    A whole filing of case 02: seconds to one PDF, and what each kind of work takes of it (`benches/packet.py`).
packets   Thirty families at once ask for their packet: seconds to the last, and how many were refused (`benches/many_packets.py`).
station   Thirty families of a workshop print at once: seconds to the last (`benches/print_station.py`).

The rest against docassemble as it comes, with its smallest one-question interview, on the same stores of the same machine (`benches/stock.py`);
ratios are taken in one run, turn by turn:

answers   Answer -> next screen over HTTP, at 5 and at 40 events.
line      In a real browser at 400 kbit/s and 400 ms: bytes and seconds of a first visit and of the next screen (`benches/thin_line.py`).
workshop  1, 10 and 30 phones at once (`benches/workshop.py`).
room      30 phones that begin a workshop, the board and the quiz open (`benches/full_room.py`).
"""
import argparse
import copy
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benches import forms, full_room, kept, many_packets, packet, print_station, thin_line, workshop
from benches.stock import SMALLEST, StockServer
from browser.chromium import chromium
from law.expert_cases import NAMES, expert_case
from server.client import Phone
from server.live import LiveServer
from server.walked import answer

from docassemble.immdef_selfhelp.documents import catalog
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.law.findings.found import explain, findings
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.walk.case_file import first_task, read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.session import Session

CASE = Path(__file__).parent / 'cases' / '01_extortion_and_police.yml'
PARTS = ('process', 'kept', 'forms', 'packet', 'packets', 'station', 'answers', 'line', 'workshop', 'room')
EVENTS = (5, 40)
REPEATS = 5


def with_events(answers: dict[str, Any], number: int) -> dict[str, Any]:
    """The case with this many events: those it has, again and again."""
    longer = copy.deepcopy(answers)
    events = longer['tellings'][0]['events']
    longer['tellings'][0]['events'] = [copy.deepcopy(events[place % len(events)]) for place in range(number)]
    return longer


def smallest_answer(server: str) -> float:
    """Seconds of answer -> next screen in the smallest interview, by a family that has just come."""
    phone = Phone(server, SMALLEST)
    phone.open()
    phone.press('Yes')
    return phone.seconds


def at_events(server: LiveServer, stock: StockServer, answers: dict[str, Any], number: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of every answer about the last events told, and of as many of the smallest interview in between: on our server and as it comes."""
    steps = list(Driver(with_events(answers, number), 'es', first_task(answers)).walk(Session()))
    phone = Phone(server.url)
    phone.open()
    ours, same, theirs = [], [], []
    for step in steps[:-1]:
        told = [name for name in step.given if f'.events[{number - 1}]' in name or f'.events[{number - 2}]' in name]
        if told:
            phone.open()  # as the smallest interview is opened before it is answered: neither finds the processor's caches full of the others
        answer(phone, step)
        seconds = phone.seconds
        if told:
            ours.append(seconds)
            same.append(smallest_answer(server.url))
            theirs.append(smallest_answer(stock.root))
    return ours, same, theirs


def median_of(work: Callable[[], object]) -> float:
    """The median seconds of some runs."""
    seconds = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def findings_times() -> tuple[float, float, str]:
    """Seconds for the findings of the largest of the ten cases, for putting them into words, and its name."""
    largest = max(map(expert_case, NAMES), key=lambda case: len(case.found))
    found = median_of(lambda: findings(largest.facts, largest.on))
    said = median_of(lambda: [explain(finding, largest.facts, 'es', largest.on) for finding in largest.found])
    return found, said, largest.name


def against(ours: float, theirs: float, unit: str, times: float = 1) -> str:
    """Two figures and their ratio in words."""
    return f'{ours * times:,.0f} {unit}, docassemble as it comes {theirs * times:,.0f} {unit}, ratio {ours / theirs:.2f}'


def on_a_thin_line(server: LiveServer, stock: StockServer) -> None:
    """Measure and print what a real browser sees."""
    with chromium() as browser:
        found = thin_line.compare(browser, server.url, stock.url)
    for name, words in (('first_bytes', 'Bytes of a first visit'), ('later_bytes', 'Bytes of the next screen')):
        print(f'{words}: {against(*found[name], "bytes")}')
    for name, words in (('painted', 'a first visit until the question is painted'), ('ready', 'until everything is there'),
                        ('following', 'answer -> next screen')):
        print(f'At 400 kbit/s and 400 ms, {words}: {against(*found[name], "ms", 1000)}')


def in_a_workshop(server: LiveServer, stock: StockServer, steps: list[Step]) -> None:
    """Measure and print how long each phone waits when many answer at once."""
    def family() -> Iterator[float]:
        while True:
            phone = Phone(server.url)
            phone.open()
            for step in steps[:-1]:
                answer(phone, step)
                yield phone.seconds

    def other() -> Iterator[float]:
        while True:
            yield smallest_answer(stock.root)

    for phones in workshop.PHONES:
        print(f'{phones} phones: {workshop.told(workshop.waits(phones, family))}; '
              f'docassemble as it comes: {workshop.told(workshop.waits(phones, other))}')


def in_process(answers: dict[str, Any], steps: list[Step]) -> None:
    """Measure and print what needs no server: a walk, papers, findings."""
    walked = median_of(lambda: list(Driver(answers, 'es', first_task(answers)).walk(Session())))
    print(f'In process: {len(steps)} screens in {walked:.2f} s, {len(steps) / walked:.0f} screens a second')
    case, today = case_from_answers(answers), date.today()
    papers = catalog.documents_for(case, today)
    files = [render.docx_bytes(paper, case, today) for paper in papers]
    as_word = median_of(lambda: [render.docx_bytes(paper, case, today) for paper in papers])
    as_pdf = median_of(lambda: render.pdf_bytes(files))
    print(f'Documents of case 01: {len(papers)} Word files in {as_word:.2f} s, as PDFs in {as_pdf:.2f} s')
    found, said, largest = findings_times()
    print(f'Findings of {largest}: {found * 1000:.2f} ms, in words {said * 1000:.2f} ms')


def answers_on_a_server(server: LiveServer, stock: StockServer, answers: dict[str, Any]) -> None:
    """Measure and print how long the next screen takes."""
    at_events(server, stock, answers, 2)  # every worker has read both interviews then
    for number in EVENTS:
        ours, same, theirs = map(statistics.median, at_events(server, stock, answers, number))
        print(f'Answer -> next screen at {number} events: {against(ours, theirs, "ms", 1000)}; '
              f'its smallest interview on our server {same * 1000:.0f} ms, ratio {ours / same:.2f}')


def main(parts: Sequence[str]) -> None:
    """Measure and print these parts, or all."""
    wanted = parts or PARTS
    answers = read_case(CASE)['answers']
    steps = list(Driver(answers, 'es', first_task(answers)).walk(Session()))
    if 'process' in wanted:
        in_process(answers, steps)
    if 'kept' in wanted:
        print(kept.told(with_events(answers, EVENTS[-1])))
    if 'forms' in wanted:
        print(forms.told())
    if 'packet' in wanted:
        print(packet.told())
    if 'packets' in wanted:
        with LiveServer() as server:
            print(many_packets.told(server.url))
    if 'station' in wanted:
        with LiveServer('--workshop', '--host', '127.0.0.1') as server:
            print(print_station.told(server))
    if not {'answers', 'line', 'workshop', 'room'}.intersection(wanted):
        return
    with LiveServer('--interview', SMALLEST, '--workshop', '--host', '127.0.0.1') as server, StockServer(server) as stock:
        if 'answers' in wanted:
            answers_on_a_server(server, stock, answers)
        if 'line' in wanted:
            on_a_thin_line(server, stock)
        if 'workshop' in wanted:
            in_a_workshop(server, stock, steps)
        if 'room' in wanted:
            print(full_room.told(server, steps, stock.root, SMALLEST))


if __name__ == '__main__':
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument('parts', nargs='*', choices=PARTS, default=[])
    main(asked.parse_args().parts)
