"""What cannot be in this order inside one telling: only what is certain by the dates as told."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, product

from docassemble.immdef_selfhelp.story.case import Case, Telling, displaced
from docassemble.immdef_selfhelp.story.checks.compare import certainly_before
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL, Difference, Line
from docassemble.immdef_selfhelp.story.dates import span
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.journey import CountryStay
from docassemble.immdef_selfhelp.story.told.place import Entry

SIX_MONTHS = timedelta(days=183)
BEFORE = 'before'
INSIDE = ('released', 'custody')


@dataclass(frozen=True)
class Stay:
    """One place, by its name, with the lines of its beginning and its end."""
    name: str
    start: Line
    end: Line


def event_line(event: Event) -> Line:
    """A told event. Of what will be said aloud only the date stands here."""
    return Line(answer='aloud', date=event.when) if event.told == ALOUD else Line(date=event.when, text=event.what)


def told_events(telling: Telling) -> Iterator[tuple[str, Event]]:
    """The events that were not skipped, each with its name."""
    for number, event in enumerate(telling.events):
        if event.told != SKIPPED:
            yield f'events[{number}]', event


def own_entries(case: Case, telling: Telling) -> tuple[Entry, ...]:
    """The entries that were told of this person: the screens ask them of the applicant."""
    return case.place.entries if telling.person == 'applicant' else ()


def births(case: Case, telling: Telling) -> Iterator[Difference]:
    """What happened before the teller was born."""
    born = case.person(telling.person).birth
    for name, event in told_events(telling):
        if certainly_before(event.when, born):
            yield Difference('before_birth', SERIOUS, Line(answer='born', date=born), event_line(event), ('birth', name))
    if certainly_before(telling.left_when, born):
        yield Difference('before_birth', SERIOUS, Line(answer='born', date=born), Line(answer='left', date=telling.left_when), ('birth', 'left_when'))


def within(when: FuzzyDate, stay: CountryStay) -> bool:
    """Whether something can have happened during a stay in another country. A stay whose dates were not told can be at any time."""
    return not certainly_before(when, stay.start) and not certainly_before(stay.end, when)


def after_leaving(case: Case, telling: Telling) -> Iterator[Difference]:
    """Harm after leaving the country that lies in no stay in another country that was told. Not of who is still in the own country."""
    if displaced(case):
        return
    for name, event in told_events(telling):
        elsewhere = any(within(event.when, stay) for stay in telling.countries)
        if event.kind == 'harm' and certainly_before(telling.left_when, event.when) and not elsewhere:
            yield Difference('harm_after_leaving', SERIOUS, Line(answer='left', date=telling.left_when), event_line(event), ('left_when', name))


def journey(case: Case, telling: Telling) -> Iterator[Difference]:
    """The way in an order that cannot be: other countries, or the last entry, before leaving."""
    left = Line(answer='left', date=telling.left_when)
    for number, stay in enumerate(telling.countries):
        if stay.when_there != BEFORE and certainly_before(stay.start, telling.left_when):
            yield Difference('country_before_leaving', SERIOUS, left, Line(answer='arrived', date=stay.start, text=stay.country),
                             ('left_when', f'countries[{number}]'))
    # Who is outside now may have left the country again after an entry; inside, the last entry came after leaving
    entries = own_entries(case, telling)
    if case.place.now in INSIDE and entries and all(certainly_before(entry.when, telling.left_when) for entry in entries):
        entry = entries[-1]
        yield Difference('entry_before_leaving', SERIOUS, left, Line(answer='entered', date=entry.when, text=entry.place),
                         ('left_when', f'entries[{len(entries) - 1}]'))


def stay_of(name: str, place: str, start: FuzzyDate, end: FuzzyDate) -> Stay:
    """One place of the telling."""
    return Stay(name, Line(answer='arrived', date=start, text=place), Line(answer='ended', date=end, text=place))


def stays(telling: Telling) -> tuple[list[Stay], list[Stay]]:
    """The places inside the country, and the other countries."""
    return ([stay_of(f'moves[{number}]', move.place, move.start, move.end) for number, move in enumerate(telling.moves)],
            [stay_of(f'countries[{number}]', stay.country, stay.start, stay.end) for number, stay in enumerate(telling.countries)
             if stay.when_there != BEFORE])


def overlap(first: Stay, second: Stay) -> bool:
    """Whether the person was certainly in both places at one time, whatever days the dates mean."""
    return certainly_before(first.start.date, second.end.date) and certainly_before(second.start.date, first.end.date)


def residences(_case: Case, telling: Telling) -> Iterator[Difference]:
    """Places that end before they begin, and two places at one time."""
    for places in stays(telling):
        for place in places:
            if certainly_before(place.end.date, place.start.date):
                yield Difference('end_before_start', SERIOUS, place.start, place.end, (f'{place.name}.start', f'{place.name}.end'))
        for first, second in combinations(places, 2):
            if overlap(first, second):
                yield Difference('stays_overlap', SERIOUS, first.end, second.start, (first.name, second.name))


def long_gap(before: Stay, after: Stay, others: list[Stay]) -> bool:
    """Whether more than six months certainly lie between two places, and certainly no other place lies there."""
    try:
        end, start = span(before.end.date)[1], span(after.start.date)[0]
        return start - end > SIX_MONTHS and all(span(one.end.date)[1] <= end or span(one.start.date)[0] >= start for one in others)
    except ValueError:
        return False


def gaps(case: Case, telling: Telling) -> Iterator[Difference]:
    """More than six months between one place and the next, inside the country and on the way."""
    inside, way = stays(telling)
    left = Line(answer='left', date=telling.left_when)
    arrived = [Line(answer='entered', date=entry.when, text=entry.place) for entry in own_entries(case, telling)]
    entries = [Stay(f'entries[{number}]', line, line) for number, line in enumerate(arrived)]
    # Between an entry and leaving the country another time nothing is asked: the way begins with leaving and ends with an entry
    for begins, middle, ends in (([], inside, []), ([Stay('left_when', left, left)], way, entries)):
        chain = [*begins, *middle, *ends]
        for before, after in product([*begins, *middle], [*middle, *ends]):
            if before != after and long_gap(before, after, [one for one in chain if one not in (before, after)]):
                yield Difference('stay_gap', SMALL, before.end, after.start, (before.name, after.name))
