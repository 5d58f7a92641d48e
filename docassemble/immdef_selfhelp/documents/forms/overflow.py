"""Answers that are longer than their box: what stands in the box, and how the whole answer goes on at another place.

The box keeps a summary, or the first sentences of the person's own words, and says where the rest is. The whole answer stands there again under its
part, its question and the words of the form, so that nobody has to put two pieces together. Nothing is cut without a word.
"""
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docassemble.immdef_selfhelp.documents.forms.layout import broken

SENTENCE = re.compile(r'.*?[.!?…]+["”’»)]*(?=\s)|.+', re.DOTALL)
GOES_ON = ' (continued)'
SEE_BELOW = 'See below'
# Fewer lines of an answer than this are not left alone at the foot of a page.
TOGETHER = 3


@dataclass(frozen=True)
class Note:
    """How an answer that may be too long is treated: a summary for the box, and the attached paper that tells it whole, if one does.

    `attached` is named as it will stand in the box: "declaration, paragraphs 3 to 9".
    """
    summary: str = ''
    attached: str = ''


@dataclass(frozen=True)
class Continued:
    """An answer that did not fit: its part, question and words of the form, and the whole text; and the attached paper that tells it, if one does."""
    item: str
    part: str
    question: str
    label: str
    text: str
    attached: str = ''


@dataclass(frozen=True)
class Sheet:
    """One page on which answers go on: the part, its questions, and the lines."""
    part: str
    question: str
    lines: tuple[str, ...]


def words_for(place: str) -> tuple[str, ...]:
    """What a small box says when its answer stands at another place, the longest first."""
    short = place.replace('Supplement', 'Supp.')
    return (f'See {place}', f'See {short}', 'See attached', 'See att.', 'Att.', 'Att')


def shortened(text: str, fits: Callable[[str], bool], end: str, summary: str = '') -> str:
    """What stands in a story's box: the summary, or the first sentences that fit, or the first words of a sentence without an end; then the end."""
    own = summary.strip() or text
    if summary and fits(f'{own} {end}'):
        return f'{own} {end}'
    kept = ''
    for sentence in (found.strip() for found in SENTENCE.findall(own) if found.strip()):
        longer = f'{kept} {sentence}'.strip()
        if not fits(f'{longer} {end}'):
            break
        kept = longer
    words = own.split() if not kept else []
    few = bisect_left(range(1, len(words) + 1), True, key=lambda number: not fits(f'{" ".join(words[:number])} … {end}'))
    return f'{kept} {end}' if kept else f'{" ".join(words[:few])} … {end}' if few else end


def sheets(continued: Sequence[Continued], columns: int, lines: int, fits_question: Callable[[str], bool]) -> tuple[Sheet, ...]:
    """The pages for the answers that no other paper has, in the order of the form; each part begins a page, as a page has one place for its part."""
    made: list[Sheet] = []
    for part, answers in groupby([one for one in continued if not one.attached], key=lambda one: one.part):
        for questions, page in _pages(list(answers), columns, lines):
            named = ', '.join(dict.fromkeys(questions))
            made.append(Sheet(part, named if fits_question(named) else SEE_BELOW, page))
    return tuple(made)


def _pages(answers: Sequence[Continued], columns: int, lines: int) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    questions: list[str] = []
    page: list[str] = []
    for one in answers:
        heading = f'Part {one.part}, item {one.question}. {one.label}'
        rest = list(broken(one.text, columns))
        head = list(broken(heading, columns))
        while rest:
            space = [''] if page else []
            room = lines - len(page) - len(space) - len(head)
            if page and room < min(TOGETHER, len(rest)):
                yield questions, tuple(page)
                questions, page = [], []
                continue
            page += [*space, *head, *rest[:room]]
            questions.append(one.question)
            rest = rest[room:]
            head = list(broken(heading + GOES_ON, columns))
    if page:
        yield questions, tuple(page)
