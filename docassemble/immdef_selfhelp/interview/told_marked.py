"""What was marked or chosen elsewhere about what a list, the court or a form asks now: it is shown there, so that nobody has to say it twice.

A ruling-out list asks everybody the same, so nothing is taken off it; what other answers tell already need not be marked, and the facts have it
from there (`story.case_facts`). A sworn form asks in its own words and nothing is ticked there for anybody, so what was told only stands beside.
"""
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.a_number import teller_of
from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.lists import list_groups
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.interview.told_before import LONGEST, MOST
from docassemble.immdef_selfhelp.law.facts.marks import marks_by_id
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.basics import NO, WRITTEN, YES
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.wording import country_name

ORDERED = ('removal', 'in_absentia')
ILL = ('allergy', 'illness', 'disability')


def of_health(case: Case, *kinds: str) -> bool:
    """Whether something of these kinds was told for a nurse."""
    return any(one.kind in kinds for one in case.health.needs)


TOLD_ELSEWHERE: Mapping[str, Callable[[Case], bool]] = MappingProxyType({
    'held': lambda case: case.place.now == 'custody',
    'removal_order': lambda case: case.court.decision in ORDERED or any(one.outcome == 'removal_order' for one in case.place.entries),
    'missed_court': lambda case: case.court.lawyer_first,
    'child_alone': lambda case: case.people[0].with_parent == NO,
    'third_country_status': lambda case: any(stay.status == 'had' for telling in case.tellings for stay in telling.countries),
    'pregnant': lambda case: of_health(case, 'pregnancy'),
    'medical': lambda case: bool(case.health.medicines) or of_health(case, *ILL),
    'disability': lambda case: of_health(case, 'disability'),
    'notes_wrong': lambda case: any(telling.corrections.strip() for telling in case.tellings if telling.person == APPLICANT),
})
"""The marks that another answer tells as fully, and whether it does."""
RELATED: Mapping[str, tuple[str, ...]] = MappingProxyType({'accused_abroad': ('arrest',)})
"""A mark of a list, and those of an earlier one that say nearly the same: only the rest is asked."""
ON_THE_FORM: Mapping[str, tuple[str, ...]] = MappingProxyType({
    'B.2': ('arrest', 'accused_abroad'), 'B.3.A': ('armed_role',), 'C.1': ('asylum_denied',), 'C.2.B': ('third_country_status',),
    'C.4': ('returned',), 'C.5': ('ten_months',), 'C.6': ('arrest',),
})
"""A question of Form I-589, and the marks that say something of it."""


def note(lines: Iterable[str], after: str = '') -> str:
    """What was told, as a list under one sentence; nothing when that is nothing. The lines are safe already."""
    once = list(dict.fromkeys(line for line in lines if line))[:MOST]
    return f'<p>{word("You already told us this, and it is saved:")}</p>{items(once)}{f"<p>{after}</p>" if after else ""}' if once else ''


def marks_told(case: Case, *ids: str) -> Iterator[str]:
    """Those of these marks that were marked, in their words; not what another adult who holds this phone must not read."""
    marks, hidden = marks_by_id(), private.private_facts(case) if private.another_adult_tells(case) else frozenset()
    marked = {*case.danger_facts, *(key for key, value in case.circumstances if value == YES)}
    yield from (marks[one].ask[get_language()] for one in ids if one in marked and marks[one].fact not in hidden)


def marked_before(*ids: str) -> str:
    """A note with those of these marks that were marked, where their details are asked."""
    return note(marks_told(case_now(), *ids))


def list_told_before(name: str, number: int) -> str:
    """On one screen of a list: what of it other answers tell already, and what an earlier list says nearly the same."""
    case, marks = case_now(), list_groups(name)[number].marks
    hidden = private.private_facts(case) if private.another_adult_tells(case) else frozenset()
    known = [mark.ask[get_language()] for mark in marks
             if mark.fact not in hidden and mark.id in TOLD_ELSEWHERE and TOLD_ELSEWHERE[mark.id](case)]
    nearly = [line for mark in marks for line in marks_told(case, *RELATED.get(mark.id, ()))]
    enough = word('No need to mark it again. If nothing else is true, check “None of these”.')
    return note(known, enough) + note(nearly, word('Mark here only what goes beyond that.'))


def of_telling(question: str, telling: Telling) -> Iterator[str]:
    """What one adult told of their own story that a question of the form asks about."""
    if question == 'B.1.A':
        yield from (event.what for event in telling.events if event.kind == 'harm' and event.told == WRITTEN)
    elif question == 'B.1.B':
        yield telling.fear.what
    elif question == 'B.4':
        yield telling.fear.torture_officials
    elif question == 'B.3.A':
        yield telling.community
    elif question == 'C.2.B':
        yield from (country_name(stay.country, get_language()) for stay in telling.countries if stay.status in ('asked', 'had'))


def moves_told_before(home: Any) -> str:
    """On an address of the last five years: the places this adult told of moving to, with their dates."""
    if '.homes[' not in home.instanceName:
        return ''
    moves = next((one.moves for one in case_now().tellings if one.person == teller_of(home)), ())
    return note(' · '.join(filter(None, (told(move.place), date_told(move.start), date_told(move.end)))) for move in moves)


def question_told_before(person: str, question: str) -> str:
    """On a question of Parts B and C of Form I-589: what its teller told of it. What the applicant marked stands on the applicant's own form only."""
    case = case_now()
    telling = next((one for one in case.tellings if one.person == person), None)
    if telling is None:
        return ''
    marked = marks_told(case, *ON_THE_FORM.get(question, ())) if person == APPLICANT else ()
    written = (told(text.strip(), LONGEST) for text in of_telling(question, telling) if text.strip())
    return note([*marked, *written], word('The form asks it in its own words, and only you answer it.'))
