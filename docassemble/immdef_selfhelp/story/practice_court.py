"""Questions to practise for a hearing with, made from nothing but the person's own dates, places, events and earlier papers.

Each quotes what was told and asks something open; none holds an answer, a judgement, or which of two things is true. What happened is asked
about only where the person chose it (`court_events`). One adult's questions come from their own telling and the family's names, never from what
another adult tells.
"""
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path

import yaml

from docassemble.immdef_selfhelp.law.provisions.folding import folded
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks import WITH_EARLIER, differences
from docassemble.immdef_selfhelp.story.checks.order import own_entries
from docassemble.immdef_selfhelp.story.checks.result import Difference, Line
from docassemble.immdef_selfhelp.story.checks.statements import ANSWERS, stated
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, NO, SKIPPED, UNDATED, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.court_practice import PAPERS
from docassemble.immdef_selfhelp.story.told.earlier import EarlierEvent, EarlierStatement
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.wording import country_name, say

TOPICS = WAY, FROM_PAPERS, EVENTS, FAMILY = ('way', 'papers', 'events', 'family')
"""In the order asked: what happened stands in the middle, so that neither the first nor the last question is a hard one."""
ON_A_SCREEN, MOST_OF_A_TOPIC, MOST_OF_AN_EVENT, MOST_PAIRS, MOST_LINES, WORDS_QUOTED = 2, 14, 8, 2, 4, 14
DIGEST_LETTERS = 8
HARD_WORDS = Path(__file__).parent / 'data' / 'hard_words.yml'
TOLD_EVENT = re.compile(r'^events\[(\d+)\]')
PAPER_EVENT = re.compile(r'^earlier\[(\d+)\]\.events\[(\d+)\]')
# What was told of an event, each with the question that quotes it.
QUOTED = (('where_like', 'where'), ('who_know', 'who'), ('who_number', 'who'), ('words_who', 'words'), ('why_know', 'why'),
          ('witnesses_saw', 'witnesses'), ('report_then', 'report_result'), ('report_not', 'report_why_not'), ('proof_from', 'proof_what'),
          ('injuries_long', 'injuries'), ('care_who', 'care'))
OPEN = ('event_where', 'event_who', 'event_number', 'event_long', 'event_before', 'event_after')
STATED = (('paper_children', 'children'), ('paper_names', 'names'), ('paper_lived', 'lived'))


@dataclass(frozen=True)
class Label:
    """What an event is called in a question: its date as told and the first of its words."""
    date: FuzzyDate
    text: str


@dataclass(frozen=True)
class Country:
    """A country by its name as told."""
    name: str


Part = str | FuzzyDate | Label | Country | Line


@dataclass(frozen=True)
class Question:
    """One question. `parts` fill its pattern in data/court_questions.yml; `chosen`: it is about something the person chose to practise."""
    topic: str
    pattern: str
    parts: tuple[tuple[str, Part], ...]
    chosen: bool = False

    @property
    def key(self) -> str:
        """The name under which ticks and key words are kept: another date or word makes another question."""
        return f'{self.pattern}-{hashlib.sha256(repr(self.parts).encode()).hexdigest()[:DIGEST_LETTERS]}'

    def text(self, language: str) -> str:
        """The question in this language; what was typed stays as typed."""
        return say('court_questions', self.pattern, language, **{name: part_words(part, language) for name, part in self.parts})


def quoted(text: str) -> str:
    """The first words of a text in quotation marks, with an ellipsis where it goes on."""
    words = text.split()
    return f'«{" ".join(words[:WORDS_QUOTED])}{"…" if len(words) > WORDS_QUOTED else ""}»'


def line_words(line: Line, language: str) -> str:
    """Where a line stands and what it says, in one sentence."""
    said = line.says(language).replace('\n', ' · ').rstrip('.')
    return f'{line.where(language)}: {said}' if said else line.where(language)


def part_words(part: Part, language: str) -> str:
    """A part of a question as words."""
    match part:
        case FuzzyDate():
            return date_text(part, language)
        case Label(date, text):
            told = ('' if date == UNDATED else date_text(date, language), quoted(text) if text.strip() else '')
            return ', '.join(one for one in told if one)
        case Country(name):
            return country_name(name, language)
        case Line():
            return line_words(part, language)
    return part


@cache
def hard_words() -> re.Pattern[str]:
    """The words of data/hard_words.yml that tell of sexual harm."""
    words: dict[str, list[str]] = yaml.safe_load(HARD_WORDS.read_text(encoding='utf-8'))
    return re.compile(rf'\b(?:{"|".join(word for of_language in words.values() for word in of_language)})')


def is_hard(text: str) -> bool:
    """Whether a text has a word that tells of sexual harm: then it is quoted only where the person chose it."""
    return bool(hard_words().search(folded(text)))


def events_to_choose(telling: Telling) -> tuple[tuple[int, Event], ...]:
    """The events a practice can ask about, each with its place: those not skipped of which a date, a place or words were told."""
    return tuple((number, event) for number, event in enumerate(telling.events) if event.told != SKIPPED and has_label(event))


def label_of(event: Event) -> Label:
    """What a told event is called. Of one that will be said aloud only its date and place were told."""
    return Label(event.when, event.where if event.told == ALOUD else event.what)


def has_label(event: Event | EarlierEvent) -> bool:
    """Whether anything was told by which a question can name an event."""
    return event.when != UNDATED or bool(event.what.strip()) or (isinstance(event, Event) and bool(event.where.strip()))


def about_moves(telling: Telling) -> Iterator[Question]:
    """The places inside the own country."""
    for move in telling.moves:
        if move.place.strip():
            yield from (Question(WAY, pattern, (('place', move.place),)) for pattern in ('move_long', 'move_why'))
        if move.after.strip():
            yield Question(WAY, 'move_after', (('quote', quoted(move.after)),))
    for first, second in pairwise(telling.moves):
        if first.place.strip() and second.place.strip():
            yield Question(WAY, 'move_order', (('place', first.place), ('other', second.place)))
        if UNDATED not in (first.end, second.start):
            yield Question(WAY, 'move_gap', (('date', first.end), ('later', second.start)))


def about_leaving(case: Case, telling: Telling) -> Iterator[Question]:
    """Leaving, other countries, and each entry."""
    entries = own_entries(case, telling)
    if telling.left_when != UNDATED:
        yield from (Question(WAY, pattern, (('date', telling.left_when),)) for pattern in ('left_who', 'left_day'))
        yield from (Question(WAY, 'left_entered', (('date', telling.left_when), ('later', entry.when))) for entry in entries[-1:]
                    if entry.when != UNDATED)
    if telling.left_how.strip():
        yield Question(WAY, 'left_how', (('quote', quoted(telling.left_how)),))
    for stay in telling.countries:
        if stay.country.strip():
            yield Question(WAY, 'country_long', (('country', Country(stay.country)),))
            if stay.start != UNDATED:
                yield Question(WAY, 'country_when', (('country', Country(stay.country)), ('date', stay.start)))
            if stay.status in ('asked', 'had'):
                yield Question(WAY, 'country_paper', (('country', Country(stay.country)),))
    for first, second in pairwise(stay.country for stay in telling.countries if stay.country.strip()):
        yield Question(WAY, 'country_order', (('country', Country(first)), ('other', Country(second))))
    for entry in entries:
        if entry.when != UNDATED:
            yield from (Question(WAY, pattern, (('date', entry.when),)) for pattern in ('entry_where', 'entry_after'))
        if entry.place.strip():
            yield from (Question(WAY, pattern, (('place', entry.place),)) for pattern in ('entry_when', 'entry_who'))
    for before, after in pairwise(entry.when for entry in entries if entry.when != UNDATED):
        yield Question(WAY, 'entry_order', (('date', before), ('later', after)))


def about_life(case: Case, telling: Telling) -> Iterator[Question]:
    """Birth, home and what others knew."""
    born = case.person(telling.person).birth
    if born != UNDATED:
        yield Question(WAY, 'born_where', (('date', born),))
    for pattern, text in (('life_where', telling.background), ('life_known', telling.community)):
        if text.strip():
            yield Question(WAY, pattern, (('quote', quoted(text)),))


def about_event(event: Event) -> Iterator[Question]:
    """One event the person chose: in turn what is open, and what was told of it."""
    label = label_of(event)
    if event.when == UNDATED:
        yield Question(EVENTS, 'event_when', (('event', label),), chosen=True)
    open_ones = [Question(EVENTS, pattern, (('event', label),), chosen=True) for pattern in OPEN]
    quoting = [Question(EVENTS, pattern, (('quote', quoted(getattr(event, name))),), chosen=True) for pattern, name in QUOTED
               if getattr(event, name).strip()]
    for pair in zip_longest(open_ones, quoting):
        yield from (one for one in pair if one is not None)


def about_order(telling: Telling, chosen: list[Event]) -> Iterator[Question]:
    """The order of the chosen events, and the time between them and until leaving."""
    for first, second in list(pairwise(chosen))[:MOST_PAIRS]:
        yield Question(EVENTS, 'event_order', (('event', label_of(second)), ('other', label_of(first))), chosen=True)
        if UNDATED not in (first.when, second.when):
            yield Question(EVENTS, 'event_gap', (('date', first.when), ('later', second.when)), chosen=True)
    if chosen and telling.left_when != UNDATED:
        yield Question(EVENTS, 'event_left', (('event', label_of(chosen[-1])), ('date', telling.left_when)), chosen=True)


def about_events(telling: Telling) -> Iterator[Question]:
    """The events the person chose, in turn, so that a long list leaves none out."""
    chosen = [event for number, event in events_to_choose(telling) if str(number) in telling.court_events]
    yield from about_order(telling, chosen)
    for round_of in zip_longest(*(tuple(about_event(event))[:MOST_OF_AN_EVENT] for event in chosen)):
        yield from (one for one in round_of if one is not None)


def paper_event_chosen(telling: Telling, event: EarlierEvent) -> bool:
    """Whether something an earlier paper tells may be asked about: as the event it is, or with all that the papers tell."""
    return str(event.told_event) in telling.court_events if event.told_event is not None else PAPERS in telling.court_events


def difference_chosen(telling: Telling, found: Difference) -> bool:
    """Whether both sides of a difference are about nothing that was not chosen."""
    for about in found.about:
        if (told := TOLD_EVENT.match(about)) and told[1] not in telling.court_events:
            return False
        if (place := PAPER_EVENT.match(about)) and not paper_event_chosen(telling, telling.earlier[int(place[1])].events[int(place[2])]):
            return False
    return True


def shortened(line: Line, keep: bool) -> Line:
    """A line with the first of its words, or without them."""
    return replace(line, text=quoted(line.text) if keep and line.text.strip() else '')


def about_paper(telling: Telling, statement: EarlierStatement) -> Iterator[Question]:
    """What one earlier statement says, each thing under where it stands."""
    paper = ('paper', stated(statement))
    for pattern, date in (('paper_left', statement.left_when), ('paper_entered', statement.entered_when)):
        if date != UNDATED:
            yield Question(FROM_PAPERS, pattern, (paper, ('date', date)))
    for name in ANSWERS:
        if getattr(statement, name) in (YES, NO):
            yield Question(FROM_PAPERS, f'paper_{name}_{getattr(statement, name)}', (paper,))
    for pattern, name in STATED:
        if getattr(statement, name).strip():
            yield Question(FROM_PAPERS, pattern, (paper, ('quote', quoted(getattr(statement, name)))))
    for event in statement.events:
        if has_label(event) and paper_event_chosen(telling, event):
            yield Question(FROM_PAPERS, 'paper_event', (paper, ('event', Label(event.when, event.what))), chosen=True)
            if event.who.strip():
                yield Question(FROM_PAPERS, 'paper_event_who', (paper, ('quote', quoted(event.who))), chosen=True)
    if statement.text.strip() and PAPERS in telling.court_events:
        yield Question(FROM_PAPERS, 'paper_text', (paper, ('quote', quoted(statement.text))), chosen=True)
    yield from (Question(FROM_PAPERS, pattern, (paper,)) for pattern in ('paper_language', 'paper_when'))


def about_papers(case: Case, telling: Telling) -> Iterator[Question]:
    """Two lines that do not say the same, then what each earlier statement says. Another adult's story is never one of the lines."""
    for found in [one for one in differences(case, telling, WITH_EARLIER) if difference_chosen(telling, one)][:MOST_LINES]:
        # Whether help was asked for is told in the words of an event that may not have been chosen
        keep = any(TOLD_EVENT.match(about) for about in found.about)
        sides = (('left', shortened(found.left, keep)), ('right', shortened(found.right, keep)))
        yield Question(FROM_PAPERS, 'two_lines', sides, chosen=keep)
    for statement in telling.earlier:
        yield from about_paper(telling, statement)


def about_family(case: Case, telling: Telling) -> Iterator[Question]:
    """The people who were told of, by their names. A parent who is no longer part of the home is not asked about here."""
    for member in case.people:
        if member.key != telling.person and member.full_name and member.relation != 'other_parent':
            yield Question(FAMILY, 'member_where', (('name', member.full_name),))
            if member.birth != UNDATED:
                yield Question(FAMILY, 'member_born', (('name', member.full_name), ('date', member.birth)))
            if member.travelling == YES or member.whereabouts == 'with_me':
                yield Question(FAMILY, 'member_way', (('name', member.full_name),))


def questions(case: Case, telling: Telling) -> tuple[Question, ...]:
    """Everything one adult can practise with, by topic, each once. What tells of sexual harm is there only where it was chosen."""
    found = dict.fromkeys((*about_life(case, telling), *about_moves(telling), *about_leaving(case, telling), *about_papers(case, telling),
                           *about_events(telling), *about_family(case, telling)))
    kept = [one for one in found if one.chosen or not is_hard(one.text('es') + ' ' + one.text('en'))]
    return tuple(one for topic in TOPICS for one in [one for one in kept if one.topic == topic][:MOST_OF_A_TOPIC])


def screens(case: Case, telling: Telling) -> tuple[tuple[Question, ...], ...]:
    """The questions a few at a time, one topic on a screen."""
    asked = questions(case, telling)
    by_topic = [[one for one in asked if one.topic == topic] for topic in TOPICS]
    return tuple(tuple(some[start:start + ON_A_SCREEN]) for some in by_topic for start in range(0, len(some), ON_A_SCREEN))


def topic_name(topic: str, language: str) -> str:
    """What a topic is called."""
    return say('court_topics', topic, language)
