"""From what a family told to the facts the rules of law read. No words cross over: only answers, dates, and whether something was written.

The bridge of the story room to the law room. Elsewhere the story borrows from the law only how it reads days and family ties, so that both mean
the same; the law never knows the story.
"""
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin

from docassemble.immdef_selfhelp.law.facts import ages, facts as law
from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.law.facts.marks import marks_by_id
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, between, countable
from docassemble.immdef_selfhelp.law.facts.words import fact_names
from docassemble.immdef_selfhelp.law.rules.one_year import near_or_over
from docassemble.immdef_selfhelp.story import dates
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks import WITH_EARLIER, differences
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS
from docassemble.immdef_selfhelp.story.languages import language_code
from docassemble.immdef_selfhelp.story.reading import reads_easily
from docassemble.immdef_selfhelp.story.told.advocacy import NOBODY
from docassemble.immdef_selfhelp.story.told.basics import NO, UNKNOWN, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.custody import AGENCY
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.health import Health
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person

PAPERS_OF_A_CHILD = frozenset({'birth_certificate', 'birth_certificate_copy'})
COMPARED = frozenset({'left', 'entered', 'event', 'reported', 'arrested', 'returned', 'event_only_earlier', 'event_not_in_earlier'})
"""Differences of dates, answers and events that were told apart (`story.checks`), not of words."""


def span(told: FuzzyDate) -> Span:
    """The days a date as told can mean. Without a year, or with one no life has, nothing can be counted, so it is untold for the law."""
    if not told.year:
        return UNTOLD
    try:
        first, last = map(countable, dates.span(replace(told, about=False)))
    except ValueError:
        return UNTOLD
    return between(first, last, told.about)


@cache
def codes(fact: str) -> frozenset[str]:
    """The codes of a fact; none of one that has other values."""
    kind = fact_names()[fact]
    return frozenset(get_args(kind) if get_origin(kind) is not None else ())


def known(fact: str, told: str) -> Any:
    """An answer as the code of this fact; what is empty, or no code of it, is unknown."""
    return told if told in codes(fact) else UNKNOWN


def tie(told: Person) -> Any:
    """What somebody is to the applicant, as the code of the fact."""
    return known('people.relation', APPLICANT if told.key == APPLICANT else told.relation)


def by_age(told: Person) -> law.Person:
    """As much of somebody as their age rests on. It is asked of everybody for each answer, so the rest is left out."""
    return law.Person(told.key, relation=tie(told), birth=span(told.birth))


def person(told: Person, with_spouse: bool = False) -> law.Person:
    """One person of the family. `with_spouse`: the applicant, when a husband or wife was told of."""
    married = YES if told.relation == 'spouse' or with_spouse else told.married or UNKNOWN
    child = told.relation in YOUNGER
    proof = (YES if PAPERS_OF_A_CHILD & set(told.papers) else NO) if child and told.papers_asked else UNKNOWN
    return law.Person(
        key=told.key, name=told.full_name, relation=tie(told),
        birth=span(told.birth), nationality=told.country, other_nationality='yes' if told.second_country else 'unknown',
        us_citizen='yes' if told.us_citizen else 'unknown',
        whereabouts=known('people.whereabouts', told.whereabouts), travelling=known('people.travelling', told.travelling),
        other_parent=known('people.other_parent', told.other_parent),
        parentage_proof=known('people.parentage_proof', proof), married=known('people.married', married),
    )


def is_child(told: Person, on: date) -> bool:
    """Whether somebody is, or may be, a child on this day (`law.facts.ages`)."""
    return ages.is_child(by_age(told), on)


def told_as_child(told: Person, on: date) -> bool:
    """Whether a birthday was told by which somebody is, or may be, a child on this day."""
    return span(told.birth).known and is_child(told, on)


def is_adult(told: Person, on: date) -> bool:
    """Whether somebody is an adult on this day (`law.facts.ages`)."""
    return ages.is_adult(by_age(told), on)


def harm(event: Event, teller: str) -> law.Harm:
    """One thing that was done, without its words."""
    return law.Harm(
        to=teller, actor=known('tellings.harms.actor', event.who_official),
        reported=known('tellings.harms.reported', event.reported), report_result_told=bool(event.report_result.strip()),
        report_why_not_told=bool(event.report_why_not.strip()),
    )


def harms_of(event: Event, teller: str) -> Iterator[law.Harm]:
    """What was done, and what an official to whom it was reported then threatened or did: each is a harm of its own."""
    if event.kind == 'harm':
        yield harm(event, teller)
    if event.report_threat == YES:
        yield law.Harm(to=teller, kind='threat', actor='official')


def telling(told: Telling, marks: Mapping[str, str]) -> law.Telling:
    """One adult's telling, without its words. What was marked of going back counts for the applicant, who marked it."""
    harms = [event for event in told.events if event.kind == 'harm']
    returned = marks.get('tellings.returned', UNKNOWN) if told.person == 'applicant' else UNKNOWN
    return law.Telling(
        person=told.person, harms=tuple(one for event in told.events for one in harms_of(event, told.person)),
        reasons=tuple(known('tellings.reasons', code) for code in told.reasons), why_told=any(event.why.strip() for event in harms),
        moved='yes' if told.moves else 'unknown', moves=tuple(law.Move(bool(move.after.strip())) for move in told.moves),
        other_place_told=bool(told.fear.other_place.strip()),
        countries=tuple(law.Country(stay.country, known('tellings.countries.status', stay.status)) for stay in told.countries),
        torture=known('tellings.torture', told.fear.torture), mexico_fear=known('tellings.mexico_fear', told.fear.mexico),
        returned=known('tellings.returned', returned), late_reason_told=bool(told.late_reason.strip()),
    )


def marked(case: Case) -> dict[str, str]:
    """The value of every fact that a mark tells, by the name of the fact."""
    by_id = marks_by_id()
    found = {by_id[key].fact: by_id[key].value(value) for key, value in case.circumstances if key in by_id}
    return found | {by_id[key].fact: YES for key in case.danger_facts if key in by_id}


def with_marks[T](part: T, name: str, marks: Mapping[str, str]) -> T:
    """The facts of one part (`limits`, `needs`, ...) with what the marks tell of it."""
    prefix = f'{name}.'
    told = {fact.removeprefix(prefix): known(fact, value) for fact, value in marks.items() if fact.startswith(prefix)}
    return replace(part, **told)  # type: ignore[type-var]


def with_health(needs: law.Needs, health: Health) -> law.Needs:
    """The needs with what was told of health, which a list left unmarked does not take back."""
    pregnant = any(one.kind == 'pregnancy' for one in health.needs)
    medical = bool(health.medicines) or any(one.kind in ('allergy', 'illness', 'disability') for one in health.needs)
    return replace(needs, **{name: 'yes' for name, told in (('pregnant', pregnant), ('medical', medical)) if told})  # type: ignore[arg-type]


def held_by(case: Case, key: str) -> str:
    """Who holds somebody today, as told for the page a lawyer reads, else for the letters; empty when nothing of it was told."""
    page, letters = case.custody.held, case.advocacy
    if page.person == key:
        return AGENCY.get(page.by, page.by)
    return letters.held_by if key in letters.held or letters.held_by == NOBODY else ''


def with_held(needs: law.Needs, case: Case) -> law.Needs:
    """The needs with that somebody is held, once that was told, also when it is not known by whom."""
    told = case.custody.held.person or case.advocacy.held_by not in ('', NOBODY)
    return replace(needs, somebody_held='yes') if told else needs


def differs_from_earlier(case: Case, told: Telling) -> bool:
    """Whether an earlier statement has another date, answer or event than the telling. What is only counted or spelled in free text is left out."""
    return bool(told.earlier) and any(
        found.code in COMPARED and found.seriousness == SERIOUS and any(name.startswith('earlier[') for name in found.about)
        for found in differences(case, told, WITH_EARLIER))


def court_facts(case: Case) -> law.Court:
    """The case in court. A Notice to Appear is a paper, not a case: whether there is one is what was answered."""
    told = case.court
    return law.Court(
        hearing=span(told.hearing), decision_served=span(told.decision_served), asylum_received=span(told.asylum_received),
        i589_due=span(told.i589_due), fee_notice=span(told.fee_notice), moved_on=span(told.moved_on),
        **{name: known(f'court.{name}', getattr(told, name)) for name in
           ('has_case', 'hearing_kind', 'missed_hearing', 'decision', 'filed_asylum', 'moved', 'told_court', 'told_uscis')},
    )


def tellings(case: Case, marks: Mapping[str, str]) -> Iterator[law.Telling]:
    """Every telling; before any story was told, what the marks say of the applicant's."""
    if not case.tellings and 'tellings.returned' in marks:
        yield law.Telling(returned=known('tellings.returned', marks['tellings.returned']))
    yield from (telling(told, marks) for told in case.tellings)


def alone_under_18(case: Case, marks: Mapping[str, str]) -> str:
    """Whether the applicant is a child alone: as answered, else as marked.

    Without a birthday it is not known: rules for such children must not hide a limit.
    """
    if not (case.people and span(case.people[0].birth).known):
        return UNKNOWN
    asked = not any(one.relation == 'parent' and (one.whereabouts == 'with_me' or one.travelling == YES) for one in case.people)
    return {YES: NO, NO: YES}.get(case.people[0].with_parent if asked else '') or marks.get('needs.child_alone', UNKNOWN)


def own_fears(case: Case) -> dict[str, str]:
    """By the key of each child, whether something happened to them or they fear something: `yes` of one who tells counts most, then `unknown`."""
    told = [one for telling in case.tellings for one in telling.children_fears if one.own_fear]
    return {one.person: one.own_fear for code in (NO, UNKNOWN, YES) for one in told if one.own_fear == code}


def facts_of(case: Case) -> law.Facts:
    """The facts of a case. Nothing is added to what was told, and what was not told is unknown."""
    marks = marked(case)
    spouse = any(member.relation == 'spouse' for member in case.people)
    afraid = own_fears(case)
    people = tuple(replace(person(told, spouse and told.key == 'applicant'), own_fear=known('people.own_fear', afraid.get(told.key, '')),
                           held_by=known('people.held_by', held_by(case, told.key)))
                   for told in case.people)
    needs = law.Needs(
        best_language=language_code(case.best_language, case.best_language_detail) or UNKNOWN,
        reads=known('needs.reads', reads_easily(case)), phone=known('needs.phone', case.phone),
    )
    interview = law.FearInterview(
        status=known('interview.status', case.place.interview_status), understood=known('interview.understood', case.place.interview_understood),
        judge_review=known('interview.judge_review', case.place.judge_review),
    )
    interview = with_marks(interview, 'interview', marks)
    # After the marks: what was written or typed from a paper is not taken back by a list that was left unmarked
    if any(told.corrections.strip() or differs_from_earlier(case, told) for told in case.tellings):
        interview = replace(interview, notes_wrong='yes')
    return law.Facts(
        people=people or law.Facts().people, place=known('place', case.place.now),
        alone_under_18=known('alone_under_18', alone_under_18(case, marks)), entered=known('entered', case.place.entered),
        entries=tuple(law.Entry(span(entry.when), known('entries.manner', entry.manner), known('entries.outcome', entry.outcome),
                                span(entry.parole_until))
                      for entry in case.place.entries),
        papers=tuple(known('papers', code) for code in case.place.us_papers), interview=interview,
        court=with_marks(court_facts(case), 'court', marks), tellings=tuple(tellings(case, marks)),
        limits=with_marks(law.Limits(), 'limits', marks), needs=with_held(with_health(with_marks(needs, 'needs', marks), case.health), case),
    )


def late_reason_matters(case: Case, on: date) -> bool:
    """Whether a reason for a late application may be asked and printed: the year is over, near its end, or cannot be counted."""
    return near_or_over(facts_of(replace(case, tellings=())), on)


def as_of(case: Case, on: date) -> Case:
    """The case on a day: without a reason for lateness while there is time."""
    if not any(told.late_reason for told in case.tellings) or late_reason_matters(case, on):
        return case
    return replace(case, tellings=tuple(replace(told, late_reason='') for told in case.tellings))


def facts_for(case: Case, person_key: str = 'applicant') -> law.Facts:
    """The facts one person may read about: everything of the family but the stories other adults told in private."""
    return facts_of(replace(case, tellings=tuple(told for told in case.tellings if told.person == person_key)))
