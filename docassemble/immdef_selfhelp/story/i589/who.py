"""Whose form it is, and who on it is who of the family: the one who files, the spouse, the children, the parents, the brothers and sisters."""
from collections.abc import Iterator

from docassemble.immdef_selfhelp.law.facts.family_ties import OWN
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.told.application import Application
from docassemble.immdef_selfhelp.story.told.application_people import Kin, Relative
from docassemble.immdef_selfhelp.story.told.basics import NO, YES
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person

CHILDREN = (*OWN, 'stepchild')
MOTHER, FATHER = 'mother', 'father'
PARENT_SEX = {MOTHER: 'female', FATHER: 'male'}


def telling_of(case: Case, person_key: str) -> Telling:
    """The telling of whoever files; an empty one when there is none yet."""
    return next((told for told in case.tellings if told.person == person_key), Telling(person=person_key))


def filers(case: Case) -> tuple[str, ...]:
    """The keys of those who file a form of their own: the applicant, and every other adult who said so."""
    others = (told.person for told in case.tellings if told.person != APPLICANT and told.application.own_form == YES)
    return tuple(dict.fromkeys((APPLICANT, *others)))


def spouse_key(case: Case, person_key: str) -> str:
    """The key of the spouse of whoever files, when the family told of one; else empty."""
    if person_key == APPLICANT:
        return next((one.key for one in case.people if one.relation == 'spouse'), '')
    return APPLICANT if any(one.key == person_key and one.relation == 'spouse' for one in case.people) else ''


def family_children(case: Case, person_key: str, application: Application) -> tuple[str, ...]:
    """The keys of the family who are children of whoever files: the applicant's by their relation, another adult's as that adult said."""
    if person_key == APPLICANT:
        return tuple(one.key for one in case.people if one.relation in CHILDREN)
    return tuple(one.key for one in case.people if one.key in application.family_children and one.key != person_key)


def children(case: Case, person_key: str, application: Application) -> Iterator[Relative]:
    """Every child on the form: those of the family, then those told only for the form."""
    told = {child.key: child for child in application.children if child.key}
    yield from (told.get(key, Relative(key=key)) for key in family_children(case, person_key, application))
    if application.other_children != NO:
        yield from (child for child in application.children if not child.key)


def parent_key(case: Case, person_key: str, which: str) -> str:
    """The key of the mother or father of the applicant, when the family told of one with that word; of nobody else."""
    if person_key != APPLICANT:
        return ''
    return next((one.key for one in case.people if one.relation == 'parent' and one.gender == PARENT_SEX[which]), '')


def siblings(case: Case, person_key: str, application: Application) -> Iterator[Kin]:
    """Every brother and sister: those of the family, for the applicant, then those told only for the form."""
    told = {kin.key: kin for kin in application.siblings if kin.key}
    known = (one.key for one in case.people if one.relation == 'sibling') if person_key == APPLICANT else ()
    yield from (told.get(key, Kin(key=key)) for key in known)
    if application.other_siblings != NO:
        yield from (kin for kin in application.siblings if not kin.key)


def in_family(case: Case, key: str) -> Person | None:
    """Somebody of the family by key; None for somebody told only for the form."""
    return next((one for one in case.people if one.key == key), None) if key else None
