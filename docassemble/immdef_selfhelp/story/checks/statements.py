"""What is told here beside what earlier statements say, and these beside each other."""
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from docassemble.immdef_selfhelp.law.facts.family_ties import CHILD_IN_LAW, OWN, YOUNGER
from docassemble.immdef_selfhelp.story.case import Case, Telling, displaced
from docassemble.immdef_selfhelp.story.checks.compare import certainly_before, compare_counts, compare_dates
from docassemble.immdef_selfhelp.story.checks.counts import Count, count
from docassemble.immdef_selfhelp.story.checks.order import event_line, own_entries, told_events
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL, UNDATED, Difference, Line
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, NO, WRITTEN, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.earlier import EarlierStatement

ANSWERS = ('reported', 'arrested', 'returned')
Value = FuzzyDate | Count | str


@dataclass(frozen=True)
class Claim:
    """One thing one source says. Any of `values` may be meant ("my children" with or without a stepchild)."""
    topic: str
    code: str
    about: str
    line: Line
    values: tuple[Value, ...]


def compare(first: Value, second: Value) -> str:
    """How serious it is that two values are not the same; empty when they are."""
    if isinstance(first, FuzzyDate) and isinstance(second, FuzzyDate):
        return compare_dates(first, second)
    if isinstance(first, tuple) and isinstance(second, tuple):
        return compare_counts(first, second)
    return '' if first == second else SERIOUS


def seriousness(first: Claim, second: Claim) -> str:
    """The mildest reading of both claims."""
    found = {compare(one, other) for one in first.values for other in second.values}
    return next((level for level in ('', SMALL, SERIOUS) if level in found), '')


def own_dates(case: Case, telling: Telling) -> Iterator[Claim]:
    """When the person left and entered, as told here. Any of several entries may be meant."""
    # Who is still in the own country told when the home was left, and an earlier paper may mean another time
    if telling.left_when != UNDATED and not displaced(case):
        yield Claim('left', 'left', 'left_when', Line(date=telling.left_when), (telling.left_when,))
    dated = [entry for entry in own_entries(case, telling) if entry.when != UNDATED]
    if dated:
        last = dated[-1]
        yield Claim('entered', 'entered', 'entries', Line(date=last.when, text=last.place), tuple(entry.when for entry in dated))


def own_reporting(telling: Telling) -> Iterator[Claim]:
    """Whether any harm was reported. "No" only when it was answered so for all harm and nothing else tells of asking for help."""
    events = [event for _, event in told_events(telling)]
    yes = next((event for event in events if event.kind == 'report' or event.reported == YES), None)
    harms = [event for event in events if event.kind == 'harm' and event.told == WRITTEN]
    if yes:
        text = yes.report_result if yes.kind == 'harm' else '' if yes.told == ALOUD else yes.what
        yield Claim('reported', 'reported', 'reported', Line(answer=YES, date=yes.when, text=text), (YES,))
    elif harms and all(event.reported == NO for event in harms) and len(harms) == sum(event.kind == 'harm' for event in events):
        why_not = next((event.report_why_not for event in harms if event.report_why_not), '')
        yield Claim('reported', 'reported', 'reported', Line(answer=NO, text=why_not), (NO,))


def own_marks(case: Case, telling: Telling) -> Iterator[Claim]:
    """What the applicant marked on the lists, and the children of the family. The family and the lists are the applicant's."""
    if telling.person != 'applicant':
        return
    # Not marked is not "no": the sheet says it was not marked here, and it differs only from a statement that says yes
    arrested = 'arrest' in case.danger_facts
    yield Claim('arrested', 'arrested', 'arrested', Line(answer=YES if arrested else 'unmarked'), (YES if arrested else NO,))
    back = dict(case.circumstances).get('returned', '')
    before = next((entry for entry in case.place.entries if certainly_before(entry.when, telling.left_when)), None)
    if before:
        yield Claim('returned', 'returned', 'returned', Line(answer='entered', date=before.when, text=before.place), (YES,))
    elif back in (YES, NO):
        yield Claim('returned', 'returned', 'returned', Line(answer=back), (back,))
    kinds = (OWN, CHILD_IN_LAW, YOUNGER)
    numbers = [sum(person.relation in kind for person in case.people) for kind in kinds]
    named = ', '.join(person.full_name for person in case.people if person.relation in kinds[-1])
    yield Claim('children', 'children', 'family', Line(answer='' if numbers[-1] else 'none_told', text=named), tuple((one, one) for one in numbers))


def own_claims(case: Case, telling: Telling) -> Iterator[Claim]:
    """Everything told here that an earlier statement may say too."""
    yield from own_dates(case, telling)
    yield from own_reporting(telling)
    yield from own_marks(case, telling)
    for name, event in told_events(telling):
        if event.when != UNDATED:
            yield Claim(name, 'event', name, event_line(event), (event.when,))
        if (people := count(event.who)) is not None:
            yield Claim(f'{name}.who', 'people_count', name, Line(date=event.when, text=event.who), (people,))


def stated(statement: EarlierStatement, answer: str = '', date: FuzzyDate = UNDATED, text: str = '') -> Line:
    """A line of an earlier statement."""
    return Line(statement.kind or 'other', said_on=statement.when, answer=answer, date=date, text=text)


def earlier_claims(number: int, statement: EarlierStatement) -> Iterator[Claim]:
    """Everything one earlier statement says that may be told here too."""
    base = f'earlier[{number}]'
    for topic, date in (('left', statement.left_when), ('entered', statement.entered_when)):
        if date != UNDATED:
            yield Claim(topic, topic, f'{base}.{topic}_when', stated(statement, date=date), (date,))
    for topic in ANSWERS:
        answer = getattr(statement, topic)
        if answer in (YES, NO):
            yield Claim(topic, topic, f'{base}.{topic}', stated(statement, answer), (answer,))
    if (children := count(statement.children)) is not None:
        yield Claim('children', 'children', f'{base}.children', stated(statement, text=statement.children), (children,))
    for place, event in enumerate(statement.events):
        if event.told_event is not None:
            name, about = f'events[{event.told_event}]', f'{base}.events[{place}]'
            if event.when != UNDATED:
                yield Claim(name, 'event', about, stated(statement, date=event.when, text=event.what), (event.when,))
            if (people := count(event.who)) is not None:
                yield Claim(f'{name}.who', 'people_count', about, stated(statement, date=event.when, text=event.who), (people,))


def changed(case: Case, telling: Telling) -> Iterator[Difference]:
    """Dates, counts and answers that are not the same in two of the places where they were told."""
    sources = [list(own_claims(case, telling)), *(list(earlier_claims(number, one)) for number, one in enumerate(telling.earlier))]
    for first_source, second_source in combinations(sources, 2):
        for first in first_source:
            for second in second_source:
                if first.topic == second.topic and (found := seriousness(first, second)):
                    yield Difference(first.code, found, first.line, second.line, (first.about, second.about))


def missing(_case: Case, telling: Telling) -> Iterator[Difference]:
    """What stands in one text and not in the other, by what the person said belongs together."""
    for number, statement in enumerate(telling.earlier):
        base = f'earlier[{number}]'
        for place, event in enumerate(statement.events):
            if event.linked and event.told_event is None:
                said = '\n'.join(text for text in (event.what, event.who) if text.strip())
                yield Difference('event_only_earlier', SERIOUS, Line(answer='absent'), stated(statement, date=event.when, text=said),
                                 ('events', f'{base}.events[{place}]'))
        if not statement.events or not all(event.linked for event in statement.events):
            continue
        known = {f'events[{event.told_event}]' for event in statement.events}
        for name, told in told_events(telling):
            # What will be said aloud is not told yet, so nothing differs
            if name not in known and told.kind in ('harm', 'report') and told.told == WRITTEN:
                level = SERIOUS if told.kind == 'harm' else SMALL
                yield Difference('event_not_in_earlier', level, event_line(told), stated(statement, 'absent'), (name, base))
