"""A parent's written permission that somebody else takes a child to the doctor, to sign by the parent. It claims no law and no notary."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import carer, has_plan, own_children
from docassemble.immdef_selfhelp.documents.making.paper import CARERS, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, when
from docassemble.immdef_selfhelp.law.facts.family_ties import OWN
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case


def consent_context(case: Case, language: str, on: date) -> Context:
    """Keys: `parent`, `carer`, `children` (`name`, `born`, `allergies`, `doctor`)."""
    return {'parent': case.people[0].full_name, 'carer': carer(case, language),
            'children': [{'name': child.full_name, 'born': when(child.birth, language), 'allergies': child.allergies, 'doctor': child.doctor}
                         for child in own_children(case, on)]}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, where the applicant is mother or father of a child who is here: nobody else can give it."""
    mine = any(told.relation in OWN and children.is_here(told) for told in case.people[1:])
    return screen_language_first(case) if has_plan(case) and mine else ()


PAPER = Paper(
    'medical_consent', title={'es': 'Permiso para llevar al médico', 'en': 'Permission for a doctor\'s visit'},
    file_names={'es': 'para-el-medico', 'en': 'for-the-doctor'}, offered=offered, context=of_case(consent_context), use=CARERS, of_family=True,
)
