"""What one family told, as immutable facts. Plain Python: nothing here knows docassemble.

Every text is kept exactly as the person typed it. An empty string, an empty tuple or `unknown` means "not told";
nothing is ever filled in for the person. Choice values are invariant English codes, listed in `docs/answers.md`.
"""
from dataclasses import dataclass, field

WRITTEN, ALOUD, SKIPPED = 'written', 'aloud', 'skip'
YES, NO, UNKNOWN = 'yes', 'no', 'unknown'


@dataclass(frozen=True)
class FuzzyDate:
    """A date as told: any part may be missing, and a missing part is never guessed.

    `part` is a part of a year (`start_of_year`, `middle_of_year`, `end_of_year`, `rainy_season`, `dry_season`) used when no
    month was told. `about` is true when the person said the date is not exact. `words` are the person's own words for
    the date ("in corn-harvest time"), kept and printed as told.
    """
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ''
    about: bool = False
    words: str = ''


@dataclass(frozen=True)
class Person:
    """One person of the family. `key` is `applicant`, or `family_0`, `family_1`, ... in the order told."""
    key: str
    given_names: str = ''
    first_surname: str = ''
    second_surname: str = ''
    other_names: str = ''
    relation: str = ''
    birth: FuzzyDate = field(default_factory=FuzzyDate)
    nationality: str = ''
    second_nationality: str = ''
    whereabouts: str = ''
    travelling: str = ''
    married: str = ''
    papers: tuple[str, ...] = ()
    papers_note: str = ''
    papers_asked: bool = False

    @property
    def full_name(self) -> str:
        """Given names and both surnames, in the order the person's own papers use, single-spaced."""
        return ' '.join(' '.join((self.given_names, self.first_surname, self.second_surname)).split())


@dataclass(frozen=True)
class Entry:
    """One entry into the United States, as told."""
    when: FuzzyDate = field(default_factory=FuzzyDate)
    place: str = ''
    manner: str = ''
    outcome: str = ''


@dataclass(frozen=True)
class CourtTold:
    """What was told about the case in immigration court: answers are codes of docs/answers.md, dates as told."""
    has_case: str = ''
    hearing: FuzzyDate = field(default_factory=FuzzyDate)
    hearing_kind: str = ''
    missed_hearing: str = ''
    decision: str = ''
    decision_served: FuzzyDate = field(default_factory=FuzzyDate)
    filed_asylum: str = ''
    asylum_received: FuzzyDate = field(default_factory=FuzzyDate)
    fee_notice: FuzzyDate = field(default_factory=FuzzyDate)
    moved: str = ''
    moved_on: FuzzyDate = field(default_factory=FuzzyDate)
    told_court: str = ''
    told_uscis: str = ''


@dataclass(frozen=True)
class Event:
    """One thing that happened. `told` says whether it is written here, will be said aloud, or was skipped."""
    kind: str = ''
    what: str = ''
    told: str = WRITTEN
    when: FuzzyDate = field(default_factory=FuzzyDate)
    where: str = ''
    who: str = ''
    who_official: str = ''
    words: str = ''
    why: str = ''
    witnesses: str = ''
    injuries: str = ''
    care: str = ''
    reported: str = ''
    report_result: str = ''
    report_why_not: str = ''
    proof: str = ''
    proof_what: str = ''
    proof_tried: str = ''


@dataclass(frozen=True)
class Move:
    """One place the person moved to inside their own country, and what happened after."""
    place: str = ''
    start: FuzzyDate = field(default_factory=FuzzyDate)
    end: FuzzyDate = field(default_factory=FuzzyDate)
    after: str = ''


@dataclass(frozen=True)
class CountryStay:
    """One other country on the way, and any status asked for or held there (`none`, `asked`, `had`, `unknown`)."""
    country: str = ''
    start: FuzzyDate = field(default_factory=FuzzyDate)
    end: FuzzyDate = field(default_factory=FuzzyDate)
    status: str = ''
    what_happened: str = ''


@dataclass(frozen=True)
class Fear:
    """What the person fears on return to their own country, and, apart from it, in Mexico."""
    what: str = ''
    told: str = WRITTEN
    who: str = ''
    why: str = ''
    authorities: str = ''
    other_place: str = ''
    torture: str = ''
    torture_officials: str = ''
    children: str = ''
    mexico: str = ''
    mexico_what: str = ''


@dataclass(frozen=True)
class PracticeNote:
    """Key words the person noted for one practice question (`question` is an id of the practice question bank)."""
    question: str
    words: str


@dataclass(frozen=True)
class Helper:
    """Somebody who helped: interpreter or translator. Used in the certificates only."""
    name: str = ''
    address: str = ''
    telephone: str = ''
    language: str = ''


@dataclass(frozen=True)
class EarlierEvent:
    """One thing that an earlier statement says happened. `same_as` is the place of the told event it is (from 0), as the person said.

    `linked` tells apart "it is none of what I told" (True, no `same_as`) from "not told which one it is" (False).
    """
    what: str = ''
    who: str = ''
    when: FuzzyDate = field(default_factory=FuzzyDate)
    same_as: int | None = None
    linked: bool = False


@dataclass(frozen=True)
class EarlierStatement:
    """What was said before: notes of an interview, a form, a declaration, words in court. Texts as they stand there."""
    kind: str = ''
    when: FuzzyDate = field(default_factory=FuzzyDate)
    language_understood: str = ''
    text: str = ''
    left_when: FuzzyDate = field(default_factory=FuzzyDate)
    entered_when: FuzzyDate = field(default_factory=FuzzyDate)
    reported: str = ''
    arrested: str = ''
    returned: str = ''
    children: str = ''
    names: str = ''
    events: tuple[EarlierEvent, ...] = ()


@dataclass(frozen=True)
class Telling:
    """One adult's own telling of what happened, and what their declaration needs."""
    person: str
    background: str = ''
    community: str = ''
    reasons: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    moves: tuple[Move, ...] = ()
    left_when: FuzzyDate = field(default_factory=FuzzyDate)
    left_how: str = ''
    countries: tuple[CountryStay, ...] = ()
    since_leaving: str = ''
    fear: Fear = field(default_factory=Fear)
    corrections: str = ''
    earlier: tuple[EarlierStatement, ...] = ()
    may_compare: str = ''
    explanations: tuple[tuple[str, str], ...] = ()
    late_reason: str = ''
    practice: tuple[PracticeNote, ...] = ()
    wants_declaration: str = ''
    told_language: str = ''
    signed_where: str = ''
    reads_told_language: str = ''
    a_number: str = ''
    interpreter: Helper = field(default_factory=Helper)
    translator: Helper = field(default_factory=Helper)
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """One family's case: asked once, read by every document."""
    language: str = 'es'
    best_language: str = ''
    best_language_detail: str = ''
    helped: bool = False
    phone: str = ''
    people: tuple[Person, ...] = ()
    place_now: str = ''
    city_now: str = ''
    entered: str = ''
    entries: tuple[Entry, ...] = ()
    us_papers: tuple[str, ...] = ()
    interview_status: str = ''
    interview_understood: str = ''
    judge_review: str = ''
    court: CourtTold = field(default_factory=CourtTold)
    reads: str = ''
    circumstances: tuple[tuple[str, str], ...] = ()
    danger_facts: tuple[str, ...] = ()
    tellings: tuple[Telling, ...] = ()

    def person(self, key: str) -> Person:
        """The person with this key. Raises KeyError when nobody has it."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)
