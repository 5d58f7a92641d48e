"""How long a whole filing of case 02 takes: to its one PDF, and each kind of work in it. Printed, never asserted."""
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.documents.court.filing_packet import KINDS, packet, pieces, with_pages
from docassemble.immdef_selfhelp.documents.packet.assemble import assemble
from docassemble.immdef_selfhelp.documents.packet.parts import WORDS
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.walk.case_file import read_case

CASE = Path(__file__).parents[1] / 'cases' / '02_protester_and_return_trip.yml'
REPEATS = 5


def seconds(work: Callable[[], Any]) -> float:
    """The middle of several runs."""
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def told() -> str:
    """The figures of both filings of the case, a line each."""
    case, on = case_from_answers(read_case(CASE)['answers']), date.today()
    lines = []
    for kind in KINDS:
        made = pieces(case, kind, 'en', on)
        parts, _ = with_pages(made)
        whole, words, pages, joined = (seconds(work) for work in (
            lambda kind=kind: packet(case, kind, 'en', on), lambda kind=kind: pieces(case, kind, 'en', on), lambda made=made: with_pages(made),
            lambda parts=parts: assemble(parts, WORDS['en'])))
        lines.append(f'Packet of case 02 ({kind}), {len(parts)} parts: {whole:.2f} s to one PDF; Word {words / whole:.0%}, LibreOffice '
                     f'{pages / whole:.0%}, assembling {joined / whole:.0%}')
    return '\n'.join(lines)
