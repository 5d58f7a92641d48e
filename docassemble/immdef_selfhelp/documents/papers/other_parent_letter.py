"""A letter of the parent who is not there, in Spanish and English side by side, to sign: which children may be with whom. It claims no notary.

Not offered where that parent does not agree, or somebody at home is violent, or somebody of the family must not know: to ask for a
signature then is no help (`CUSTODY_ABDUCTION_RISK`).
"""
from collections.abc import Iterable
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import brings_children, has_plan
from docassemble.immdef_selfhelp.documents.making.paper import APPLICANT, OFFICER, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, when
from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.private import somebody_is_feared_at_home
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.people import Person

OBJECTS = 'other_parent_may_object'
RULES = ('doc_child_travel',)


def away(told: Person) -> bool:
    """Whether this is the other parent, or husband or wife, and not here."""
    return told.relation in ('other_parent', 'spouse') and not children.is_here(told)


def absent_parent(case: Case, children_of_it: Iterable[Person]) -> str:
    """The name of the parent who is not there, when one person can be meant; else a line to write on.

    Of whom the children have as their other parent: somebody who is not in the list, or not known, is no husband, wife or partner who is.
    """
    codes = {child.other_parent for child in children_of_it if child.other_parent}
    found = [told.full_name for told in case.people if away(told) and (not codes or codes == {told.relation})]
    return found[0] if len(found) == 1 else ''


def asks_for(child: Person, case: Case) -> bool:
    """Whether the letter is about this child: not when the other parent died, or is here and can sign for themselves."""
    here = {told.relation for told in case.people[1:] if children.is_here(told)}
    return child.key != APPLICANT and child.other_parent != 'dead' and child.other_parent not in here


def letter_context(case: Case, language: str, on: date) -> Context:
    """The letter. Keys: `parent`, `applicant`, `children` (`name`, `born` in both languages), `rules` (both languages), `law`."""
    young = [child for child in children.children_of(case, on) if asks_for(child, case)]
    return {
        'parent': absent_parent(case, young), 'applicant': case.people[0].full_name,
        'children': [{'name': child.full_name, 'born': {one: when(child.birth, one) for one in LANGUAGES}} for child in young],
        'rules': law_sentences(RULES, language, on), 'law': law_note(RULES, language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """One letter in both languages, where the applicant brings children and asking for it does no harm."""
    refused = dict(case.circumstances).get(OBJECTS) == YES or somebody_is_feared_at_home(case)
    about = any(asks_for(child, case) for child in case.people[1:] if child.relation in YOUNGER)
    return ('es',) if has_plan(case) and brings_children(case) and about and not refused else ()


PAPER = Paper(
    'other_parent_letter', title={'es': 'Carta del otro padre o madre (español e inglés)',
                                  'en': 'Letter from the other parent (Spanish and English)'},
    file_names={'es': 'carta-permiso'}, offered=offered, context=of_case(letter_context), use=OFFICER, of_family=True,
)
