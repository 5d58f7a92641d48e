"""Pieces that the papers of a family share: a child, an adult, who would care for the children. Plain text and lists."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.parts import Context, when
from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.law.provisions import kinship
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.private import LOVED
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN, YES
from docassemble.immdef_selfhelp.story.told.health import Medicine
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.wording import names


def has_plan(case: Case) -> bool:
    """Whether it was told who would care for the children: asked only where there are children."""
    return bool(case.family_plan.has_carer)


def brings_children(case: Case) -> bool:
    """Whether the applicant is with younger ones of the family, own or not."""
    return any(children.is_here(told) and told.relation in YOUNGER for told in case.people[1:])


def person(told: Person, language: str) -> Context:
    """One person on a list: name, birth, and what they are to the applicant, unless that says whom somebody loves."""
    relation = '' if told.relation in LOVED else told.relation
    return {'name': told.full_name, 'born': when(told.birth, language), 'relation': 'applicant' if told.key == APPLICANT else relation,
            'us_citizen': told.us_citizen}


def medicine_line(medicine: Medicine, language: str) -> str:
    """One medicine as on its box, how much, and when."""
    times = names('medicine_times', language)
    return ', '.join(part for part in (medicine.name, medicine.amount, *(times[code] for code in medicine.times)) if part)


def child_page(told: Person, case: Case, language: str) -> Context:
    """What a page about one child says, as told; what was not told is a line to write on."""
    plan, health = case.family_plan, case.health
    allergies = told.allergies or ', '.join(one.what for one in health.needs if one.who == told.key and one.kind == 'allergy')
    return {**person(told, language), 'school': told.school, 'doctor': told.doctor, 'allergies': allergies,
            'medicines': [medicine_line(one, language) for one in health.medicines if one.who == told.key], 'may_fetch': told.may_fetch,
            'may_not_fetch': told.may_not_fetch, 'carer': plan.carer_name, 'carer_telephone': plan.carer_telephone, 'backup': plan.backup_name,
            'backup_telephone': plan.backup_telephone}


def carer(case: Case, language: str) -> Context:
    """Who would care for the children, and whether they know it."""
    plan = case.family_plan
    tie = kinship.tie(plan.carer_tie).name[language] if plan.carer_tie not in ('', UNKNOWN) else ''
    return {'name': plan.carer_name, 'telephone': plan.carer_telephone, 'tie': tie, 'agreed': plan.carer_agreed == YES,
            'lives_with': plan.carer_lives_with == YES}


def own_children(case: Case, on: date) -> tuple[Person, ...]:
    """The children of whom the applicant is mother or father."""
    return tuple(child for child in children.children_of(case, on) if children.own(child))
