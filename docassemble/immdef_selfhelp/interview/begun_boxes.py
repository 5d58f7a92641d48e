"""What a box begins with when another task asked the same: it can be left as it is or changed, and nobody types it twice."""
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.i589.who import FATHER, MOTHER
from docassemble.immdef_selfhelp.story.private import hidden_on_screen
from docassemble.immdef_selfhelp.story.told.advocacy import FACILITIES, NOBODY
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.custody import AGENCY, CENTERS, HOLDERS
from docassemble.immdef_selfhelp.story.told.people import APPLICANT


def own(case: Case) -> Telling | None:
    """The applicant's telling, when it was begun."""
    return next((one for one in case.tellings if one.person == APPLICANT), None)


def first(*texts: str) -> str:
    """The first of these that was told."""
    return next((text for text in texts if text.strip()), '')


def language_of_words(case: Case) -> str:
    """The language the applicant writes in, wherever that was asked first; each text can still be in another."""
    telling = own(case)
    custody = case.custody.told_language if case.custody.person == APPLICANT else ''
    return first(telling.told_language if telling else '', custody, case.advocacy.written, case.filing.words_in)


def home_now(case: Case) -> str:
    """The address where the applicant lives or gets mail, in one line."""
    telling = own(case)
    form = telling.application if telling else None
    parts = (form.street, form.apartment, form.city, f'{form.state} {form.zip}'.strip()) if form and form.street.strip() else ()
    of_letters = (one.address for one in case.documents.requests if one.person == APPLICANT)
    return first(case.filing.address, ', '.join(part.strip() for part in parts if part.strip()), *of_letters)


def held_person(case: Case) -> str:
    """The first who is held, as told for a letter to officers."""
    return NOBODY if case.advocacy.held_by == NOBODY else first(*case.advocacy.held)


def held_place(case: Case) -> str:
    """The place of detention chosen for a letter, when the task of custody has it too."""
    return case.advocacy.held_at if case.advocacy.held_at in CENTERS else ''


def facility(case: Case) -> str:
    """The same the other way round."""
    return case.custody.held.place if case.custody.held.place in FACILITIES else ''


FOUND: Mapping[str, Callable[[Case], str]] = MappingProxyType({
    'language': language_of_words, 'home': home_now,
    'held_person': held_person, 'held_place': held_place, 'held_place_name': lambda case: case.advocacy.held_place,
    'held_by': lambda case: case.advocacy.held_by if case.advocacy.held_by in HOLDERS else '',
    'holder': lambda case: AGENCY.get(case.custody.held.by, case.custody.held.by),
    'facility': facility, 'place_of_the_held': lambda case: case.custody.held.place_name,
    'late': lambda case: case.filing.late_words,
    'trusted_name': lambda case: case.trusted.contacts[0].name if case.trusted.contacts else '',
    'trusted_telephone': lambda case: case.trusted.contacts[0].telephone if case.trusted.contacts else '',
})
"""What can be begun with, by the name under which a screen asks for it."""


def told_for(what: str) -> str:
    """What was told elsewhere of one thing of `FOUND`; empty when nothing was. Raises KeyError for a name nobody has."""
    return FOUND[what](case_now())


def allergies_told(child: Any) -> str:
    """The allergies of one child as told for a nurse; nothing while somebody must not know of health."""
    case, key = case_now(), child.instanceName.replace('[', '_').rstrip(']')
    return '' if hidden_on_screen(case) else ', '.join(one.what.strip() for one in case.health.needs if one.who == key and one.kind == 'allergy')


def parent_told(kin: Any) -> str:
    """The name of the applicant's mother or father as a letter to a registry was told it; nothing of anybody else, also where the letter is about
    a paper of somebody outside the family."""
    telling, _, which = kin.instanceName.partition('.application.')
    if telling != 'tellings[0]' or which not in (MOTHER, FATHER):
        return ''
    return first(*(getattr(one, which) for one in case_now().documents.requests if one.person == APPLICANT and not one.paper_of.strip()))


def parent_on_form(request: Any, which: str) -> str:
    """The same the other way round: of the applicant's own record, the parent as Form I-589 was told them."""
    telling = own(case_now())
    asked = vars(request)
    # A name in a box that is folded away again stays in the session, and says nothing
    of_another = asked.get('paper') == 'another' and (asked.get('paper_of') or '').strip()
    mine = telling if asked.get('person') == APPLICANT and not of_another else None
    return {MOTHER: mine.application.mother.name, FATHER: mine.application.father.name}[which] if mine else ''


def held_since(task: str) -> FuzzyDate:
    """The day since when somebody is held, as one task was told: `custody`, or `advocacy`."""
    case = case_now()
    return case.custody.held.start if task == 'custody' else case.advocacy.held_since
