"""The children of a family for whom the plan is made, and who the adults with them are."""
from datetime import date

from docassemble.immdef_selfhelp.law.facts.ages import surely_under
from docassemble.immdef_selfhelp.law.facts.family_ties import OWN
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import is_child, person
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.fears import ChildFear
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.wording import say

HERE = ('with_me', 'united_states')
LITTLE, MIDDLE, OLDER = 'little', 'middle', 'older'
AGES = ((LITTLE, 6), (MIDDLE, 12))
"""The age under which a child is spoken to in these words; from the last on, in those for older ones."""


def is_here(told: Person) -> bool:
    """Whether somebody is with the applicant, travels along or lives in the United States; the applicant is."""
    return told.key == APPLICANT or told.travelling == YES or told.whereabouts in HERE


def in_plan(told: Person, on: date) -> bool:
    """Whether the plan is about this person: a child who is here."""
    return is_here(told) and is_child(told, on)


def children_of(case: Case, on: date) -> tuple[Person, ...]:
    """The children the plan is about, the applicant among them when the applicant is one."""
    return tuple(told for told in case.people if in_plan(told, on))


def adults_with(case: Case, on: date) -> tuple[Person, ...]:
    """The adults with whom the children are: the applicant, and who is with them or travels along."""
    return tuple(told for told in case.people if (told.key == APPLICANT or told.travelling == YES or told.whereabouts == 'with_me')
                 and not is_child(told, on))


def own(told: Person) -> bool:
    """Whether the applicant is this child's mother or father."""
    return told.relation in OWN


def age_of(told: Person, on: date) -> str:
    """In which words a child is spoken to; older ones when no birth was told."""
    return next((name for name, age in AGES if surely_under(person(told), age, on)), OLDER)


def ages_of(children: tuple[Person, ...], on: date) -> tuple[str, ...]:
    """Every age there is among these children, the youngest first."""
    found = {age_of(child, on) for child in children}
    return tuple(age for age in (LITTLE, MIDDLE, OLDER) if age in found)


def own_fears(telling: Telling) -> tuple[ChildFear, ...]:
    """The children of whom this adult wrote what happened to them, or what they fear."""
    return tuple(one for one in telling.children_fears if one.what.strip())


def own_fear_label(case: Case, told: ChildFear, language: str) -> str:
    """Whose words stand about a child: what the child told, or what the adult knows. Nothing is put into a mouth when it was not said."""
    return say('fear_labels', f'child_{told.words_from or "unsaid"}', language, name=case.person(told.person).full_name)
