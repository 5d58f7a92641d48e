"""The facts of one family's case that the rules of law read: typed, immutable, without a word of free text.

Free text stays in the story room: a rule must never weigh what somebody wrote, only what they answered. `unknown` is a value of its own: it means
not asked, not answered or "I do not know", and no rule may take it for "no". A facts file holds the same tree: see docs/use/findings.md.
"""
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import cattrs
import yaml

from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, SpanError, read_span
from docassemble.immdef_selfhelp.law.provisions.nations import UNITED_STATES, nation
from docassemble.immdef_selfhelp.law.strict import UniqueKeyLoader

Told = Literal['yes', 'no', 'unknown']
Place = Literal['mexico', 'custody', 'released', 'elsewhere', 'unknown']
Relation = Literal['applicant', 'spouse', 'partner', 'son', 'daughter', 'stepchild', 'grandchild', 'niece_nephew', 'sibling', 'parent',
                   'other_parent', 'other', 'unknown']
OtherParent = Literal['spouse', 'partner', 'other_parent', 'elsewhere', 'dead', 'unknown']
Whereabouts = Literal['with_me', 'home_country', 'mexico', 'united_states', 'elsewhere', 'unknown']
HeldBy = Literal['nobody', 'cbp', 'ice', 'orr', 'unknown']
Manner = Literal['port_of_entry', 'between_ports', 'visa', 'other', 'unknown']
Outcome = Literal['turned_back', 'sent_back_same_day', 'removal_order', 'left_by_choice', 'released', 'paroled', 'admitted', 'held', 'unknown']
Paper = Literal['notice_to_appear', 'm444', 'i860', 'i220a', 'i94', 'other', 'unknown']
InterviewStatus = Literal['not_yet', 'scheduled', 'positive', 'negative', 'unknown']
JudgeReview = Literal['not_asked', 'asked', 'agreed_with_officer', 'changed', 'unknown']
HearingKind = Literal['master', 'individual', 'unknown']
Decision = Literal['none', 'removal', 'in_absentia', 'relief', 'unknown']
Actor = Literal['official', 'with_officials', 'community', 'private', 'unknown']
HarmKind = Literal['threat', 'extortion', 'attack', 'sexual', 'killing', 'detention', 'forced_work', 'forced_to_join', 'family_violence',
                   'discrimination', 'other', 'unknown']
Reason = Literal['money', 'crime', 'politics', 'religion', 'race', 'nationality', 'family', 'gender', 'orientation', 'witness', 'land_or_work',
                 'refused_to_join', 'other', 'unknown']
"""What the person says the words or acts of those who harmed them had to do with. Chosen by the person, never by a rule."""
CountryStatus = Literal['none', 'asked', 'had', 'unknown']
PhoneSafety = Literal['private', 'shared', 'watched', 'unknown']
Reads = Literal['yes', 'some', 'no', 'unknown']
ANOTHER_INDIGENOUS = 'indigenous'
INDIGENOUS_LANGUAGES = frozenset({
    'mam', 'kiche', 'qanjobal', 'qeqchi', 'ixil', 'garifuna', 'miskito', 'nahuatl', 'mixtec', 'zapotec', 'chuj', 'akateko', 'popti', 'kaqchikel',
    'kichwa', 'quechua', ANOTHER_INDIGENOUS})
"""Languages of `best_language` for which an officer's Spanish interpreter is the wrong one."""


@dataclass(frozen=True)
class Person:
    """One person of the family. `key`: `applicant`, `family_0`, `family_1`, ...; `name` as the family calls them on its own papers."""
    key: str
    name: str = ''
    relation: Relation = 'unknown'
    birth: Span = UNTOLD
    nationality: str = ''
    other_nationality: Told = 'unknown'
    whereabouts: Whereabouts = 'unknown'
    travelling: Told = 'unknown'
    held_by: HeldBy = 'unknown'
    parentage_proof: Told = 'unknown'   # a paper that names the parent, or the marriage for a spouse, is at hand
    married: Told = 'unknown'
    marriage: Span = UNTOLD             # of the spouse with the applicant, or of the applicant with the stepchild's parent
    us_citizen: Told = 'unknown'
    other_parent: OtherParent = 'unknown'   # of a child: the one of the family with this relation to the applicant, or who is not in the list
    own_fear: Told = 'unknown'          # was harmed or targeted for themself, or fears something of their own

    def __post_init__(self) -> None:
        """A country is one name however it was told, so that every rule compares the same; a nationality of the United States is its citizenship."""
        object.__setattr__(self, 'nationality', nation(self.nationality))
        if self.us_citizen == 'unknown' and self.nationality == UNITED_STATES:
            object.__setattr__(self, 'us_citizen', 'yes')


@dataclass(frozen=True)
class Entry:
    """One entry into the United States, or try to enter."""
    when: Span = UNTOLD
    manner: Manner = 'unknown'
    outcome: Outcome = 'unknown'
    parole_until: Span = UNTOLD         # the last day of a parole, of `paroled`


@dataclass(frozen=True)
class FearInterview:
    """The credible fear or reasonable fear interview."""
    status: InterviewStatus = 'unknown'
    understood: Told = 'unknown'        # the interview was in a language the person understands well
    notes_wrong: Told = 'unknown'       # the officer's notes, or an earlier form, say something different
    judge_review: JudgeReview = 'unknown'


@dataclass(frozen=True)
class Court:
    """The case in immigration court, and what was filed there or with USCIS."""
    has_case: Told = 'unknown'
    hearing: Span = UNTOLD
    hearing_kind: HearingKind = 'unknown'
    missed_hearing: Told = 'unknown'
    decision: Decision = 'unknown'
    decision_served: Span = UNTOLD
    filed_asylum: Told = 'unknown'      # the court or USCIS has confirmed that it received the I-589
    i589_due: Span = UNTOLD             # the day the judge set for filing the I-589
    asylum_received: Span = UNTOLD
    fee_notice: Span = UNTOLD           # the date on the notice about the annual asylum fee
    moved: Told = 'unknown'             # moved since the last address was given
    moved_on: Span = UNTOLD
    told_court: Told = 'unknown'        # EOIR-33 filed for the move
    told_uscis: Told = 'unknown'        # AR-11 filed for the move
    date_soon: Told = 'unknown'         # a hearing or another last day within 14 days, whichever date it is


@dataclass(frozen=True)
class Harm:
    """One thing that was done to somebody. `..._told` means that words were written for it: the rules never read the words."""
    kind: HarmKind = 'unknown'
    to: str = 'applicant'               # key of the person harmed
    actor: Actor = 'unknown'
    reported: Told = 'unknown'
    report_result_told: bool = False
    report_why_not_told: bool = False
    proof_only_on_phone: Told = 'unknown'


@dataclass(frozen=True)
class Move:
    """A move to another place of the own country. `after_told`: what happened there was written."""
    after_told: bool = False


@dataclass(frozen=True)
class Country:
    """Another country on the way, or lived in before. `status`: asked for, or had, refuge, residence or a permit there."""
    name: str = ''
    status: CountryStatus = 'unknown'
    could_stay: Told = 'unknown'        # could live there for good, or was offered it


@dataclass(frozen=True)
class Telling:
    """What one adult told of their own story."""
    person: str = 'applicant'
    harms: tuple[Harm, ...] = ()
    reasons: tuple[Reason, ...] = ()
    why_told: bool = False
    moved: Told = 'unknown'
    moves: tuple[Move, ...] = ()
    other_place_told: bool = False      # whether another place of the country would be safe was answered
    countries: tuple[Country, ...] = ()
    fears_officials: Told = 'unknown'
    torture: Told = 'unknown'
    mexico_fear: Told = 'unknown'
    returned: Told = 'unknown'          # went back to the country of harm after leaving it
    late_reason_told: bool = False


@dataclass(frozen=True)
class Limits:
    """What a lawyer must know first. Each is about anybody of the family, ever, however small or long ago."""
    prior_removal: Told = 'unknown'     # an order of deportation or expulsion by the United States
    asylum_denied: Told = 'unknown'
    arrest_or_conviction: Told = 'unknown'
    accused_abroad: Told = 'unknown'    # a warrant, charge or conviction in another country
    gave_to_armed_group: Told = 'unknown'
    armed_role: Told = 'unknown'        # police, army, armed group, gang
    false_papers_or_claim: Told = 'unknown'
    stayed_without_permission: Told = 'unknown'   # an earlier stay of more than 180 days
    more_than_ten_months: Told = 'unknown'        # have passed since the last arrival in the United States
    third_country_status: Told = 'unknown'        # residence, refuge or a permit in another country, now or before
    paid_helper: Told = 'unknown'       # paid somebody who is not a lawyer or accredited representative


@dataclass(frozen=True)
class Needs:
    """What the family needs today: language, health, safety, custody, people who help."""
    best_language: str = 'unknown'      # codes of docs/answers.md
    second_language_fluent: Told = 'unknown'      # understands an interview in Spanish or English as well as in the best language
    reads: Reads = 'unknown'
    phone: PhoneSafety = 'unknown'
    has_phone: Told = 'unknown'
    proof_only_on_phone: Told = 'unknown'
    afraid_of_family: Told = 'unknown'  # something must not be heard or read by someone in the family
    violence_at_home: Told = 'unknown'
    crisis: Told = 'unknown'
    pregnant: Told = 'unknown'
    medical: Told = 'unknown'
    disability: Told = 'unknown'        # somebody of the family, of body or mind
    older_person: Told = 'unknown'      # an older person whom the family cares for
    identity_risk: Told = 'unknown'     # somebody is in danger for sexual orientation or gender identity
    forced_work_or_trafficking: Told = 'unknown'
    crime_in_united_states: Told = 'unknown'
    child_alone: Told = 'unknown'       # a child of the family, or the applicant as a child, without mother, father or legal guardian
    somebody_held: Told = 'unknown'     # immigration officers hold someone in the family now
    child_without_parent_care: Told = 'unknown'   # a child whose parent died, left or mistreated them
    abused_by_citizen_or_resident: Told = 'unknown'
    relative_with_status: Told = 'unknown'        # parent, spouse or adult child who is a citizen or permanent resident
    child_of_family_apart: Told = 'unknown'       # officers took a child or a parent apart
    other_parent_may_object: Told = 'unknown'     # the other parent did not agree to the journey, or looks for the child
    held_by_cbp: Told = 'unknown'       # held by Border Patrol or at a port of entry, now or in the last year
    sponsor: Told = 'unknown'           # somebody in the United States who can receive them
    sponsor_status_at_risk: Told = 'unknown'
    in_mpp: Told = 'unknown'            # sent to Mexico with a court date (Remain in Mexico)


@dataclass(frozen=True)
class Facts:
    """One family's case. People come with the applicant first; tellings with the applicant's first."""
    people: tuple[Person, ...] = field(default_factory=lambda: (Person('applicant', relation='applicant'),))
    place: Place = 'unknown'
    alone_under_18: Told = 'unknown'    # the applicant is a child and no parent or legal guardian is with them
    entered: Told = 'unknown'
    entries: tuple[Entry, ...] = ()
    papers: tuple[Paper, ...] = ()
    interview: FearInterview = FearInterview()
    court: Court = Court()
    tellings: tuple[Telling, ...] = ()
    limits: Limits = Limits()
    needs: Needs = Needs()

    @property
    def applicant(self) -> Person:
        """The person whose case this is."""
        return self.people[0]

    def person(self, key: str) -> Person:
        """The person with this key. Raises KeyError when nobody has it."""
        for person in self.people:
            if person.key == key:
                return person
        raise KeyError(key)


class FactsError(ValueError):
    """A facts file that cannot be used. The message has one line for each thing that is wrong."""


def yaml_word(value: Any, kind: Any) -> Any:
    """A Literal value. YAML reads a bare `yes` or `no` as true or false; both are meant as words here. Raises ValueError."""
    word = {True: 'yes', False: 'no'}.get(value, value) if isinstance(value, bool) else value
    if word not in kind.__args__:
        raise ValueError(f'{word!r} is none of {", ".join(kind.__args__)}')
    return word


def whole_text(value: Any, _kind: Any) -> str:
    """A text; YAML may have read a number. Raises ValueError for a list or a mapping."""
    if isinstance(value, list | dict):
        raise ValueError('must be a text')
    return '' if value is None else str(value)


def problem_text(problem: BaseException, kind: type | None) -> str:
    """One problem in words. What this module found says so itself; the rest is cattrs' own."""
    return str(problem) if type(problem) in (ValueError, SpanError) else cattrs.v.format_exception(problem, kind)


def make_converter() -> cattrs.Converter:
    """What reads plain data into facts: no unknown key, no wrong word, no impossible date."""
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Span, lambda value, _: read_span(value))
    converter.register_structure_hook(str, whole_text)
    converter.register_structure_hook_func(lambda kind: getattr(kind, '__origin__', None) is Literal, yaml_word)
    return converter


CONVERTER = make_converter()


def read_facts(plain: Any) -> Facts:
    """Facts from plain data (the tree of a facts file). Raises FactsError, which names every place and problem."""
    try:
        found = CONVERTER.structure(plain, Facts)
    except (cattrs.ClassValidationError, cattrs.IterableValidationError, SpanError) as wrong:
        raise FactsError('\n'.join(cattrs.transform_error(wrong, path='facts', format_exception=problem_text))) from wrong
    if not found.people or found.people[0].key != 'applicant':
        raise FactsError("facts.people: the first person must have the key 'applicant'")
    keys = [person.key for person in found.people]
    if len(set(keys)) != len(keys):
        raise FactsError('facts.people: a key stands twice')
    unknown = [telling.person for telling in found.tellings if telling.person not in keys]
    unknown += [harm.to for telling in found.tellings for harm in telling.harms if harm.to not in keys]
    if unknown:
        raise FactsError(f'facts.tellings: nobody has the key {", ".join(sorted(set(unknown)))}')
    return found


def facts_tree(path: Path) -> Any:
    """The plain content of a YAML file. Raises FactsError; OSError when it cannot be read."""
    try:
        return yaml.load(path.read_text(encoding='utf-8'), UniqueKeyLoader)  # noqa: S506 (a SafeLoader)
    except (ValueError, yaml.YAMLError) as broken:
        raise FactsError(f'{path.name}: {broken}') from broken


def facts_in(content: Any) -> Facts:
    """The facts of a file's content: the tree itself, or under the key `facts`. Raises FactsError."""
    tree = content.get('facts', content) if isinstance(content, dict) else content
    return read_facts(tree or {})
