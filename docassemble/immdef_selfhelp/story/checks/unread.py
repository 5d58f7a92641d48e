"""What an earlier statement says that nobody but a reader can compare: both lines stand side by side, and the paper never says "no differences".

A number that cannot be counted for certain, and the places where somebody lived.
"""
import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.law.provisions.folding import folded
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks.counts import count
from docassemble.immdef_selfhelp.story.checks.result import SMALL, UNDATED, Difference, Line
from docassemble.immdef_selfhelp.story.checks.statements import stated
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN

PLACES = re.compile(r'[\n;,/|•·()]|\b(?:y|and)\b|\d+')
SAME_PLACE, SHORTEST_PLACE = 85, 3


def counts(case: Case, telling: Telling) -> Iterator[Difference]:
    """How many children, and how many people did something, where one of the two texts has no certain count."""
    for number, statement in enumerate(telling.earlier):
        base = f'earlier[{number}]'
        if statement.children.strip() and count(statement.children) is None and telling.person == 'applicant':
            named = ', '.join(person.full_name for person in case.people if person.relation in YOUNGER)
            yield Difference('children_unread', SMALL, Line(answer='' if named else 'none_told', text=named),
                             stated(statement, text=statement.children), ('family', f'{base}.children'))
        for place, event in enumerate(statement.events):
            told = telling.events[event.told_event] if event.told_event is not None and event.told_event < len(telling.events) else None
            if told is None or told.told != WRITTEN or not (told.who.strip() and event.who.strip()):
                continue
            if None in (count(told.who), count(event.who)) and folded(told.who).split() != folded(event.who).split():
                yield Difference('people_unread', SMALL, Line(date=told.when, text=told.who), stated(statement, date=event.when, text=event.who),
                                 (f'events[{event.told_event}]', f'{base}.events[{place}]'))


def told_places(telling: Telling) -> str:
    """Every text of a telling that can name a place where the person lived."""
    written = [event for event in telling.events if event.told == WRITTEN]
    return ' '.join([*(move.place for move in telling.moves), *(stay.country for stay in telling.countries), telling.background, telling.community,
                     telling.left_how, *(text for event in written for text in (event.where, event.what))])


def residences(_case: Case, telling: Telling) -> Iterator[Difference]:
    """Where an earlier statement says the person lived, when a place of it stands nowhere in the telling."""
    known = folded(told_places(telling))
    for number, statement in enumerate(telling.earlier):
        places = [place for part in PLACES.split(folded(statement.lived)) if len(place := part.strip(' .:-')) >= SHORTEST_PLACE]
        if any(fuzz.partial_ratio(place, known) < SAME_PLACE for place in places):
            here = '\n'.join(move.place for move in telling.moves)
            first = next((move.start for move in telling.moves), UNDATED)
            yield Difference('residence', SMALL, Line(answer='' if here else 'no_place_told', date=first if here else UNDATED, text=here),
                             stated(statement, text=statement.lived), ('moves', f'earlier[{number}].lived'))
