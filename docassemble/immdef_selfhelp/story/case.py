"""One family's case: asked once, read by every document. Conditions between two subjects stand here, and nowhere else.

What one subject says of itself (codes, *asked only when*) stands in its type (`story.told`); `told.reader` reads and prunes by that.
"""
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from docassemble.immdef_selfhelp.law.facts.family_ties import COUPLE, YOUNGER
from docassemble.immdef_selfhelp.story.looked_at import answers_mark
from docassemble.immdef_selfhelp.story.told.advocacy import Advocacy
from docassemble.immdef_selfhelp.story.told.application import Application, ApplicationTold
from docassemble.immdef_selfhelp.story.told.basics import YES, Code
from docassemble.immdef_selfhelp.story.told.beside import Beside
from docassemble.immdef_selfhelp.story.told.court import Court
from docassemble.immdef_selfhelp.story.told.court_practice import CourtPractised
from docassemble.immdef_selfhelp.story.told.custody import Custody
from docassemble.immdef_selfhelp.story.told.declaration import DeclarationTold, Helper
from docassemble.immdef_selfhelp.story.told.documents import DocumentsTold
from docassemble.immdef_selfhelp.story.told.earlier import EarlierEvent, EarlierStatement, EarlierTold
from docassemble.immdef_selfhelp.story.told.events import EventsTold
from docassemble.immdef_selfhelp.story.told.family_plan import FamilyPlan
from docassemble.immdef_selfhelp.story.told.family_profile import FamilyProfile
from docassemble.immdef_selfhelp.story.told.fears import Fear, FearsTold
from docassemble.immdef_selfhelp.story.told.filing import Filing
from docassemble.immdef_selfhelp.story.told.health import Health
from docassemble.immdef_selfhelp.story.told.hearing_day import HearingDay
from docassemble.immdef_selfhelp.story.told.journey import JourneyTold
from docassemble.immdef_selfhelp.story.told.own import OwnTold
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES, Place
from docassemble.immdef_selfhelp.story.told.reader import Answers, many, mapping, read
from docassemble.immdef_selfhelp.story.told.reviewed import Reviewed
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer
from docassemble.immdef_selfhelp.story.told.trusted import Trusted
from docassemble.immdef_selfhelp.story.told.turn_in import TurnIn
from docassemble.immdef_selfhelp.story.told.watched import WATCHED, unwatched
from docassemble.immdef_selfhelp.story.told.witness import Witness

WITNESS, SPONSOR = 'witness', 'sponsor'
"""Whoever begins only to write a letter of their own, as a witness or a sponsor."""


@dataclass(frozen=True)
class Teller:
    """Who tells."""
    person: Code


@dataclass(frozen=True)
class Telling(ApplicationTold, CourtPractised, DeclarationTold, EarlierTold, FearsTold, JourneyTold, EventsTold, Teller):
    """One adult's own telling of what happened, and what their declaration needs: the subjects of `story.told` on one person."""


def only_for_court(telling: Telling) -> bool:
    """Whether an adult has told nothing here but what stands on Form I-589 or practises for the hearing: no paper of the story is theirs then."""
    story = telling.events or telling.background or telling.wants_practice or telling.fear != Fear()
    return bool(telling.wants_court_practice or telling.application != Application()) and not story


@dataclass(frozen=True)
class Case(OwnTold):
    """One family's case. People come with the applicant first; tellings with the applicant's first."""
    people: tuple[Person, ...] = ()
    place: Place = field(default_factory=Place)
    court: Court = field(default_factory=Court)
    family_plan: FamilyPlan = field(default_factory=FamilyPlan)
    tellings: tuple[Telling, ...] = ()
    health: Health = field(default_factory=Health)
    trusted: Trusted = field(default_factory=Trusted)
    turn_in: TurnIn = field(default_factory=TurnIn)
    documents: DocumentsTold = field(default_factory=DocumentsTold)
    advocacy: Advocacy = field(default_factory=Advocacy)
    witness: Witness = field(default_factory=Witness)
    custody: Custody = field(default_factory=Custody)
    family_profile: FamilyProfile = field(default_factory=FamilyProfile)
    sponsor_offer: SponsorOffer = field(default_factory=SponsorOffer)
    hearing_day: HearingDay = field(default_factory=HearingDay)
    filing: Filing = field(default_factory=Filing)
    beside: Beside = field(default_factory=Beside)
    reviewed: Reviewed = field(default_factory=Reviewed)
    review_changed: bool = False  # whether answers changed since a lawyer looked at them

    def person(self, key: str) -> Person:
        """The person with this key. Raises KeyError when nobody has it."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)

    def a_number(self, key: str, teller: str = '') -> str:
        """The A-number of one person, wherever it was told first; empty when it was told nowhere. It is asked only where nothing is known yet.

        `teller`: on whose paper it stands, the person's own unless said. What another adult tells of their own case stays with that adult.
        """
        return next(filter(None, map(str.strip, a_numbers_told(self, key, teller or key))), '')


def a_numbers_told(case: Case, key: str, teller: str) -> Iterator[str]:
    """The A-number of one person in each place that asks it: with the declaration, on the form, of who is held, of who is in a court case."""
    for telling in (one for one in case.tellings if one.person == teller):
        if key == teller:
            yield from (telling.a_number, telling.application.a_number)
        yield from (one.a_number for one in (telling.application.spouse, *telling.application.children) if one.key == key)
    if teller == APPLICANT:  # who tells what is told for the family; another adult swears only to what that adult told
        if case.custody.held.person == key:
            yield case.custody.held.a_number
        yield dict(case.filing.a_numbers).get(key, '')


def displaced(case: Case) -> bool:
    """Whether the family is still in its own country: Mexicans in Mexico left a home, not a country."""
    return bool(case.people) and is_at_home(case.people[0], case.place)


def is_at_home(applicant: Person, where: Place) -> bool:
    """Whether somebody is in the country of their nationality, as far as the places told have a country."""
    return applicant.country == 'Mexico' and where.now == 'mexico'


def person(key: str, told: Any) -> Person:
    """One person, by their place in the family."""
    return read(Person, {**mapping(told), 'key': key})


def people(answers: Answers) -> tuple[Person, ...]:
    """The applicant, then the family in the order told."""
    family = tuple(person(f'family_{index}', member) for index, member in enumerate(many(answers.get('family'))))
    return (person(APPLICANT, answers.get(APPLICANT)), *family)


def met_officers(place: Place) -> bool:
    """Whether the family ever met United States officers: only then are papers of officers, an interview and a court asked about."""
    return place.entered == YES or place.now in IN_THE_UNITED_STATES


def place(value: Any) -> Place:
    """The place; what only who met officers is asked goes when nobody did."""
    told = read(Place, value)
    return told if met_officers(told) else replace(told, us_papers=(), interview_status='', interview_understood='', judge_review='')


def fear(told: Fear, everybody: tuple[Person, ...]) -> Fear:
    """The fears: the children's when there is a child, of Mexico when the applicant is from elsewhere."""
    if not any(member.relation in YOUNGER for member in everybody):
        told = replace(told, children='')
    return replace(told, mexico='', mexico_what='') if everybody[0].country == 'Mexico' else told


def linked(event: EarlierEvent, events: int) -> EarlierEvent:
    """One thing of an earlier statement, without a link to an event that is not (or no longer) told."""
    place = event.told_event
    return replace(event, same_as='') if place is not None and place >= events else event


def earlier(statements: tuple[EarlierStatement, ...], events: int) -> tuple[EarlierStatement, ...]:
    """The earlier statements of who told so many events here."""
    return tuple(replace(one, events=tuple(linked(event, events) for event in one.events)) for one in statements)


def telling(value: Answers, everybody: tuple[Person, ...], now: str, screen_language: str) -> Telling:
    """One adult's telling. `now`: where the family is; the reason for a late application is asked in the United States only."""
    teller = next((found for found in everybody if found.key == value.get('person')), everybody[0])
    told = read(Telling, {**value, 'person': teller.key})
    children = {one.key for one in everybody if one.key != APPLICANT and one.relation not in (*COUPLE, 'parent')}
    told = replace(told, fear=fear(told.fear, everybody), children_fears=tuple(one for one in told.children_fears if one.person in children),
                   earlier=earlier(told.earlier, len(told.events)),
                   late_reason=told.late_reason if now in IN_THE_UNITED_STATES else '')
    in_english = (told.told_language or screen_language) == 'en'
    return replace(told, translator=Helper(), translations=()) if in_english else told


def health(value: Any, everybody: tuple[Person, ...]) -> Health:
    """What was told of health, of those who are (still) in the family."""
    told, keys = read(Health, value), {one.key for one in everybody}
    return Health(tuple(one for one in told.medicines if one.who in keys), tuple(one for one in told.needs if one.who in keys))


def turn_in(value: Any, everybody: tuple[Person, ...]) -> TurnIn:
    """The day at the border, with the papers of those who are (still) in the family."""
    told, keys = read(TurnIn, value), {one.key for one in everybody}
    return replace(told, proof=tuple(pair for pair in told.proof if pair[0] in keys))


def family_plan(value: Any, now: str) -> FamilyPlan:
    """The plan for the family; California is asked about in the United States only."""
    told = read(FamilyPlan, value)
    return told if now in IN_THE_UNITED_STATES else replace(told, in_california='')


def custody(value: Any, everybody: tuple[Person, ...]) -> Custody:
    """How custody was, while who tells it is (still) in the family."""
    told, keys = read(Custody, value), {one.key for one in everybody}
    told = told if told.held.person in keys else replace(told, held=Custody().held)
    return told if told.person in keys else Custody(held=told.held)


def advocacy(value: Any, everybody: tuple[Person, ...]) -> Advocacy:
    """What is asked of officers for those who are (still) in the family."""
    told, keys = read(Advocacy, value), {one.key for one in everybody}
    requests = tuple(one for one in told.requests if one.person in keys)
    return replace(told, held=tuple(key for key in told.held if key in keys), requests=requests)


def filing(value: Any, everybody: tuple[Person, ...], now: Court) -> Filing:
    """What is handed in at court: nothing without a case there or when a lawyer comes first, nobody who left the family."""
    if now.has_case != YES:
        return Filing()
    told, keys = read(Filing, value), {one.key for one in everybody}
    told = replace(told, on_notice=tuple(key for key in told.on_notice if key in keys),
                   a_numbers=tuple(pair for pair in told.a_numbers if pair[0] in keys))
    if now.lawyer_first:
        told = replace(told, what=(), what_told=False)
    if not told.wants_move:
        told = replace(told, new_court='', new_court_name='', venue_reasons='')
    return told


def case_from_answers(answers: Answers) -> Case:
    """The case these answers tell, without anything that belongs to a branch that is closed now, or that a watched phone does not hold.

    Reads anything and raises nothing.
    """
    everybody, where = people(answers), place(answers.get('situation'))
    own = read(OwnTold, answers)
    in_court = read(Court, answers.get('court')) if met_officers(where) else Court()
    told = Case(
        **vars(own), people=everybody, place=where, court=in_court, filing=filing(answers.get('filing'), everybody, in_court),
        family_plan=family_plan(answers.get('family_plan'), where.now),
        tellings=tuple(telling(told, everybody, where.now, own.language) for told in many(answers.get('tellings'))),
        health=health(answers.get('health'), everybody), trusted=read(Trusted, answers.get('trusted')),
        turn_in=turn_in(answers.get('turn_in'), everybody),
        documents=read(DocumentsTold, answers.get('documents')),
        advocacy=advocacy(answers.get('advocacy'), everybody),
        witness=read(Witness, answers.get('witness')) if own.preparing_for == WITNESS else Witness(),
        custody=custody(answers.get('custody'), everybody),
        family_profile=read(FamilyProfile, answers.get('family_profile')),
        sponsor_offer=read(SponsorOffer, answers.get('sponsor_offer')) if own.preparing_for == SPONSOR else SponsorOffer(),
        hearing_day=read(HearingDay, answers.get('hearing_day')), beside=read(Beside, answers.get('beside')),
        reviewed=read(Reviewed, answers.get('reviewed')),
    )
    told = unwatched(told) if told.phone == WATCHED else told
    looked_at = told.reviewed.answers
    return replace(told, review_changed=looked_at != answers_mark(told)) if looked_at else told
