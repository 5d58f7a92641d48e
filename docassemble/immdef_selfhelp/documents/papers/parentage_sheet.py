"""Proof that a family is one: for each child the papers there are, as seen and not judged, and what each adult carries."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import brings_children, has_plan, person
from docassemble.immdef_selfhelp.documents.making.paper import APPLICANT, OFFICER, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.children import adults_with
from docassemble.immdef_selfhelp.story.told.people import Person

FOR_A_PARENT = ('doc_child_travel',)
FOR_OTHERS = ('unity_scope', 'unity_carry')


def with_papers(told: Person, language: str) -> Context:
    """One person with the papers that were told of."""
    return {**person(told, language), 'own': children.own(told), 'papers': list(told.papers)}


def parentage_context(case: Case, language: str, on: date) -> Context:
    """The sheet. Keys: `children` and `adults` (`name`, `born`, `relation`, `own`, `papers`), `carer` (who is the adult), `rules`, `law`."""
    found = [child for child in children.children_of(case, on) if child.key != APPLICANT]
    rules = (*FOR_A_PARENT, *(FOR_OTHERS if any(not children.own(child) for child in found) else ()))
    return {'children': [with_papers(child, language) for child in found],
            'adults': [with_papers(adult, language) for adult in adults_with(case, on)],
            'carer': case.people[0].full_name, 'rules': law_sentences(rules, language, on), 'law': law_note(rules, language, on)}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In English for the officer with a copy in Spanish to read, where there is somebody younger in the family."""
    return ('en', 'es') if has_plan(case) and brings_children(case) else ()


PAPER = Paper(
    'parentage_sheet', title={'es': 'Pruebas de que somos familia', 'en': 'Proof that we are family'},
    file_names={'es': 'hoja-familia', 'en': 'family-sheet'}, offered=offered, context=of_case(parentage_context), use=OFFICER, of_family=True,
)
