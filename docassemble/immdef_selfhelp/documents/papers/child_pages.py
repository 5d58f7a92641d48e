"""A page for each child, for whoever cares for them: school, doctor, allergies, who may fetch them and who may not. No immigration word."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import child_page, has_plan
from docassemble.immdef_selfhelp.documents.making.paper import CARERS, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case


def pages_context(case: Case, language: str, on: date) -> Context:
    """Keys: `children`, each with what their page says, and `parent`, the adult to call first (empty when the applicant is the child)."""
    found = children.children_of(case, on)
    parent = '' if case.people[0] in found else case.people[0].full_name
    return {'children': [child_page(child, case, language) for child in found], 'parent': parent}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, once it was told who would care for the children."""
    return screen_language_first(case) if has_plan(case) else ()


PAPER = Paper(
    'child_pages', title={'es': 'Una hoja para cada niño', 'en': 'A page for each child'}, file_names={'es': 'hojas-ninos', 'en': 'child-pages'},
    offered=offered, context=of_case(pages_context), use=CARERS, of_family=True,
)
