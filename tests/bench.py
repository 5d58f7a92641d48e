"""Figures of speed, printed and never asserted: `make bench`. Ratios are taken in one run, on one server, turn by turn.

1. Answer -> next screen over HTTP, at 5 and at 40 events, against docassemble's own smallest one-question interview on the same server.
2. The walk of case 01 in process: screens a second.
3. All documents of case 01: seconds as Word files, and as PDFs.
4. All findings of the largest of the ten cases of the law: milliseconds, and the same with every sentence.
"""
import copy
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from law.expert_cases import NAMES, expert_case
from server.client import Phone
from server.live import LiveServer
from server.walked import answer

from docassemble.immdef_selfhelp.documents import catalog, render
from docassemble.immdef_selfhelp.law.findings import explain, findings
from docassemble.immdef_selfhelp.story.reading import case_from_answers
from docassemble.immdef_selfhelp.walk.case_file import read_case
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.session import Session

CASE = Path(__file__).parent / 'cases' / '01_extortion_and_police.yml'
SMALLEST = 'docassemble.base:data/questions/examples/yesno.yml'
EVENTS = (5, 40)
REPEATS = 5


def with_events(answers: dict[str, Any], number: int) -> dict[str, Any]:
    """The case with this many events: those it has, again and again."""
    longer = copy.deepcopy(answers)
    events = longer['tellings'][0]['events']
    longer['tellings'][0]['events'] = [copy.deepcopy(events[place % len(events)]) for place in range(number)]
    return longer


def smallest_answer(phone: Phone) -> float:
    """Seconds of answer -> next screen in the smallest interview."""
    phone.open(reset='1')
    phone.press('Yes')
    return phone.seconds


def at_events(server: LiveServer, answers: dict[str, Any], number: int) -> tuple[list[float], list[float]]:
    """Seconds of every answer about the last events told, and of as many answers of the smallest interview in between."""
    steps = list(Driver(with_events(answers, number), 'es').walk(Session()))
    phone, small = Phone(server.url), Phone(server.url, SMALLEST)
    phone.open()
    ours, theirs = [], []
    for step in steps[:-1]:
        answer(phone, step)
        seconds = phone.seconds
        told = [name for name in step.given if f'.events[{number - 1}]' in name or f'.events[{number - 2}]' in name]
        if told:
            ours.append(seconds)
            theirs.append(smallest_answer(small))
    return ours, theirs


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


def main() -> None:
    """Measure and print."""
    answers = read_case(CASE)['answers']
    steps = list(Driver(answers, 'es').walk(Session()))
    walked = median_of(lambda: list(Driver(answers, 'es').walk(Session())))
    print(f'In process: {len(steps)} screens in {walked:.2f} s, {len(steps) / walked:.0f} screens a second')
    case, today = case_from_answers(answers), date.today()
    papers = catalog.documents_for(case, today)
    files = [render.docx_bytes(paper, case, today) for paper in papers]
    as_word = median_of(lambda: [render.docx_bytes(paper, case, today) for paper in papers])
    as_pdf = median_of(lambda: render.pdf_bytes(files))
    print(f'Documents of case 01: {len(papers)} Word files in {as_word:.2f} s, as PDFs in {as_pdf:.2f} s')
    found, said, largest = findings_times()
    print(f'Findings of {largest}: {found * 1000:.2f} ms, in words {said * 1000:.2f} ms')
    with LiveServer('--interview', SMALLEST) as server:
        at_events(server, answers, 2)  # every worker has read both interviews then
        for number in EVENTS:
            ours, theirs = at_events(server, answers, number)
            mine, small = statistics.median(ours), statistics.median(theirs)
            print(f'Answer -> next screen at {number} events: {mine * 1000:.0f} ms, smallest interview {small * 1000:.0f} ms, '
                  f'ratio {mine / small:.2f} (median of {len(ours)} answers)')


if __name__ == '__main__':
    main()
