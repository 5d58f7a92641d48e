"""The lines of the list of papers and proof, built from the case: per person, per event, and those added by hand. Nothing is added that was not told.

A line has a key that stays its own, so that what was answered about it, and its exhibit letter, stay with it when another line goes.
"""
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.law.facts.family_ties import IN_CARE, OWN
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, YES
from docassemble.immdef_selfhelp.story.told.documents import ASKED, CANNOT, HAVE, PHOTO
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person

US, ADDED = 'us', 'added'
STATE_OF_PROOF = {'have': HAVE, 'tried': ASKED, 'cannot': CANNOT}
LETTERS = 26


@dataclass(frozen=True)
class Line:
    """One paper or proof. `group` are the lines asked together; `known` is the state that follows from what was told before, or nothing."""
    key: str
    group: str
    kind: str
    person: str = APPLICANT
    event: int = -1
    known: str = ''
    text: str = ''


def bond(person: Person, on: date) -> str:
    """Which bond a paper should show for this child: `parent`, `carer`, or nothing for an adult."""
    if not is_child(person, on) or person.key == APPLICANT:
        return ''
    return 'parent' if person.relation in OWN else 'carer' if person.relation in IN_CARE else ''


def near(case: Case) -> list[Person]:
    """The people whose papers are looked for: the applicant, and who is or travels with them."""
    return [person for person in case.people if person.key == APPLICANT or person.travelling == YES or person.whereabouts == 'with_me']


def of_person(person: Person, on: date) -> Iterator[Line]:
    """The identity papers of one person. A child is not listed as lacking an adult's identity document.

    A citizen of the United States has its birth certificate and passport, whatever other nationality was told.
    """
    known = HAVE if 'birth_certificate' in person.papers else PHOTO if 'birth_certificate_copy' in person.papers else ''
    citizen = person.us_citizen
    never = not known and 'not_registered' in person.papers
    kind = 'us_birth_certificate' if citizen else 'birth_registration' if never else 'birth_certificate'
    yield Line(f'{person.key}_birth_record', person.key, kind, person.key, known=known)
    for paper, always in (('national_id', not citizen and not is_child(person, on)), ('passport', True), ('other', False)):
        if always or (paper in person.papers and not (citizen and paper == 'national_id')):
            shown = 'us_passport' if citizen and paper == 'passport' else paper
            yield Line(f'{person.key}_{paper}', person.key, shown, person.key, known=HAVE if paper in person.papers else '')
    if tie := bond(person, on):
        yield Line(f'{person.key}_bond', person.key, tie, person.key)


def of_event(event: Event, number: int, teller: str) -> Iterator[Line]:
    """What may prove one event, from what was told of it: the proof itself, the papers of a doctor, the copy of a report."""
    if event.told in (ALOUD, SKIPPED):
        return
    group = f'{teller}_event_{number}'
    if event.proof in STATE_OF_PROOF:
        yield Line(f'{group}_proof', group, 'proof', teller, number, STATE_OF_PROOF[event.proof], event.proof_what)
    if event.care.strip():
        yield Line(f'{group}_care', group, 'care', teller, number, text=event.care)
    if event.reported == YES:
        yield Line(f'{group}_report', group, 'report', teller, number)


def of_telling(telling: Telling) -> Iterator[Line]:
    """The lines of every event of one telling, in the order told."""
    for number, event in enumerate(telling.events):
        yield from of_event(event, number, telling.person)


def of_us(case: Case) -> Iterator[Line]:
    """The papers that officers of the United States gave."""
    yield from (Line(f'us_{paper}', US, f'us_{paper}', known=HAVE) for paper in case.place.us_papers)


def of_family(case: Case, on: date) -> Iterator[Line]:
    """The papers of each person, and those United States officers gave."""
    for person in near(case):
        yield from of_person(person, on)
    yield from of_us(case)


def added(case: Case) -> Iterator[Line]:
    """The lines added by hand."""
    yield from (Line(f'added_{number}', ADDED, ADDED, paper.person, text=paper.what) for number, paper in enumerate(case.documents.added))


def own_lines(case: Case, on: date) -> tuple[Line, ...]:
    """The lines of the applicant's own papers: of the family, of the applicant's telling, added by hand. Never those of another adult's telling."""
    told = (line for telling in case.tellings if telling.person == APPLICANT for line in of_telling(telling))
    return (*of_family(case, on), *told, *added(case))


def lines_of(case: Case, on: date) -> tuple[Line, ...]:
    """Every line of the case."""
    events = (line for telling in case.tellings for line in of_telling(telling))
    return (*of_family(case, on), *events, *added(case))


def attachable(case: Case, on: date) -> tuple[tuple[Line, str], ...]:
    """The papers a family has, or has a photo of, each with which of the two: those can go with a letter. What another adult told stays apart."""
    states = dict(case.documents.states)
    found = ((line, states.get(line.key, line.known)) for line in own_lines(case, on))
    return tuple((line, state) for line, state in found if state in (HAVE, PHOTO))


def groups_of(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """The lines by what they are asked together with, in order."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.group, []).append(line)
    return found


def letter(number: int) -> str:
    """The exhibit letter with this number from 1: A to Z, then AA, AB and so on."""
    text = ''
    while number:
        number, rest = divmod(number - 1, LETTERS)
        text = chr(ord('A') + rest) + text
    return text


def with_letters(lines: Iterable[Line], given: Mapping[str, str], last: int) -> tuple[dict[str, str], int]:
    """The letter of every line, and the number of the last letter ever given: a letter is given once and never again to another line."""
    found = dict(given)
    for line in lines:
        if line.key not in found:
            last += 1
            found[line.key] = letter(last)
    return found, last


def moved_key(key: str, what: str, gone: int) -> str:
    """The key after the thing with the number `gone` was erased; `what` is what its keys begin with: `family`, `added`, `applicant_event` ...

    Empty for a key of the erased thing itself.
    """
    found = re.match(rf'{re.escape(what)}_(\d+)(?=_|$)', key)
    if not found:
        return key
    number = int(found.group(1))
    return '' if number == gone else f'{what}_{number - (number > gone)}{key[found.end():]}'
