"""Is the form complete? What is still open in it, what is written by hand, and what to look at again: it points, and stops nobody.

Which empty boxes a rejection hangs on is dated law (`i589_rejection_reasons`); everything else follows from the boxes themselves.
"""
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.i589.box import HAND, LONG, TICK, YES_NO, Box
from docassemble.immdef_selfhelp.story.i589.labels import item_words, label, pattern_of, words
from docassemble.immdef_selfhelp.story.i589.part_a_past import Gap, gaps
from docassemble.immdef_selfhelp.story.i589.parts_b_and_c import LATE, explanation_item, files_late
from docassemble.immdef_selfhelp.story.i589.who import telling_of
from docassemble.immdef_selfhelp.story.i589.whole import boxes
from docassemble.immdef_selfhelp.story.told.application import GROUNDS, QUESTIONS
from docassemble.immdef_selfhelp.story.told.basics import NO, UNDATED, YES
from docassemble.immdef_selfhelp.story.told.box_states import NEED_HELP

RULE = 'i589_rejection_reasons'
OPEN, HELP, REQUIRED, EXPLAIN, SPANISH, HOMES_GAP, JOBS_GAP, ONE_YEAR, PREPARER, BY_HAND, BLANK = POINTS = (
    'open', 'help', 'required', 'explain', 'spanish', 'homes_gap', 'jobs_gap', 'one_year', 'preparer', 'by_hand', 'blank')
"""What a point says: a box is open; help is wanted; an open box a rejection hangs on; a Yes without explanation; Spanish where the form wants
English; a time without an address, without work; the question of one year; the facts of the preparer; what is signed by hand; what stays blank."""
CLOSING = (BY_HAND, BLANK)
"""Said of every form: they leave nothing open."""
PARTS_LEFT_BLANK = ('F', 'G')
PART = {'en': 'Part', 'es': 'Parte'}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NOT_REQUIRED = ('A.I.8.apartment',)
GROUND_ITEMS = tuple(f'B.1.{ground}' for ground in GROUNDS)


@dataclass(frozen=True)
class Point:
    """One point of the gate: its kind, and the items or the gap it is about."""
    kind: str
    items: tuple[str, ...] = ()
    gap: Gap | None = None


def required(item: str, on: date) -> bool:
    """Whether an empty box in this item is a reason for rejection, by the rule of this day. False when no rule stands on that day."""
    try:
        rule: Mapping[str, tuple[int, ...]] = dated.value(RULE, on)
    except LookupError:
        return False
    starts = [f'{part}.{number}' for part, key in (('A.I', 'part_a1'), ('B', 'part_b'), ('C', 'part_c')) for number in rule.get(key, ())]
    return item not in NOT_REQUIRED and any(item == start or item.startswith(f'{start}.') for start in starts)


def looks_spanish(text: str) -> bool:
    """Whether a text seems to be Spanish: by its signs, or by more words of Spanish than of English among those that stand in nearly every sentence.

    It can be wrong both ways (a name of a party, a word it does not know), so it only points.
    """
    told = [word.casefold() for word in WORD.findall(text)]
    known = words()['english']
    spanish, english = (sum(word in known[name] for word in told) for name in ('spanish', 'english'))
    return any(sign in text for sign in '¿¡') or spanish > english


def wants_english(item: str, box: Box) -> bool:
    """Whether the words of a box are for the reader of the form, in English: explanations and some short boxes, never names or addresses."""
    return box.kind == LONG or pattern_of(item) in words()['english']['boxes']


def is_open(item: str, box: Box, ticked: bool) -> bool:
    """Whether a box was neither answered nor given a state. A tick that is not made is an answer; of the grounds one must be made."""
    if box.kind == HAND or box.state == NEED_HELP:
        return False
    if box.kind == TICK:
        return item == GROUND_ITEMS[0] and not ticked
    return not box.answered


def open_points(found: Mapping[str, Box], on: date) -> Iterator[Point]:
    """Boxes that are open, those a rejection hangs on first; and those somebody wants help with."""
    ticked = any(found[item].text or found[item].state for item in GROUND_ITEMS)
    unexplained = {explanation_item(question) for question in QUESTIONS if found[question].text == YES}
    preparer = tuple(item for item, box in found.items() if item.startswith('E.') and is_open(item, box, ticked))
    left = [item for item, box in found.items() if is_open(item, box, ticked) and item not in (*unexplained, *preparer)
            and not (item.endswith('.explanation') and item not in unexplained)]
    groups = ((REQUIRED, [item for item in left if required(item, on)]), (EXPLAIN, [item for item in unexplained if not found[item].answered]),
              (HELP, [item for item, box in found.items() if box.state == NEED_HELP]),
              (OPEN, [item for item in left if not required(item, on)]), (PREPARER, list(preparer)))
    order = list(found)
    yield from (Point(kind, tuple(sorted(items, key=order.index))) for kind, items in groups if items)


def spanish_points(found: Mapping[str, Box]) -> Iterator[Point]:
    """Boxes that want English and seem to be in Spanish."""
    items = tuple(item for item, box in found.items() if box.text and box.kind != YES_NO and wants_english(item, box) and looks_spanish(box.text))
    if items:
        yield Point(SPANISH, items)


def gap_points(case: Case, person_key: str, on: date) -> Iterator[Point]:
    """Times of the last five years without an address, or without work or word of it, unless the person said that it is so."""
    form = telling_of(case, person_key).application
    if form.homes_gaps != YES:
        yield from (Point(HOMES_GAP, ('A.III.2',), gap) for gap in gaps(form.homes, on))
    if form.jobs_gaps != YES and form.worked != NO:
        yield from (Point(JOBS_GAP, ('A.III.4',), gap) for gap in gaps(form.jobs, on))


def one_year_point(case: Case, person_key: str, found: Mapping[str, Box], on: date) -> Iterator[Point]:
    """The question of one year, when the dates told say another answer than the one given, or cannot say."""
    by_dates, said = files_late(case, telling_of(case, person_key), on), found[LATE].text
    if said and by_dates and said != by_dates:
        yield Point(ONE_YEAR, (LATE,))


def gate(case: Case, person_key: str, on: date) -> tuple[Point, ...]:
    """Every point of one adult's form on this day, the gravest first. Raises KeyError when nobody has the key."""
    found = boxes(case, person_key, on)
    by_hand = tuple(item for item, box in found.items() if box.kind == HAND)
    return (*open_points(found, on), *one_year_point(case, person_key, found, on), *gap_points(case, person_key, on), *spanish_points(found),
            Point(BY_HAND, by_hand), Point(BLANK, PARTS_LEFT_BLANK))


def complete(points: tuple[Point, ...]) -> bool:
    """Whether nothing is left open: what is signed by hand and what stays blank is always there."""
    return all(point.kind in CLOSING for point in points)


def point_words(kind: str, language: str) -> str:
    """What a kind of point says."""
    return str(words()['points'][kind][language])


def gap_words(gap: Gap, language: str) -> str:
    """An empty time in the person's own dates."""
    after, before = (date_text(when, language) if when != UNDATED else '' for when in (gap.after, gap.before))
    pattern = 'between' if after and before else 'before' if before else 'after'
    return str(words()['gaps'][pattern][language]).format(after=after, before=before)


def point_lines(point: Point, language: str) -> list[str]:
    """The lines of a point: the empty time, or each item with its label; a part that stays empty is only named."""
    if point.gap:
        return [gap_words(point.gap, language)]
    return [f'{PART[language]} {item}' if item in PARTS_LEFT_BLANK else f'{item_words(item, language)}: {label(item, language)}'
            for item in point.items]
