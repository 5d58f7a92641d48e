"""The family's plan if a parent cannot come home: who cares for the children, whom to call, where the folder is, what to tell a child.

The same plan serves anywhere; what is law of California stands only where the children would be there. It is no custody paper, and says so.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.family_parts import carer, has_plan, person
from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.law.provisions import legal_help
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.wording import say

GENERAL = ('fpp_contents', 'fpp_privacy', 'school_emergency_card')
ELSEWHERE = ('caa_elsewhere',)
CALIFORNIA = ('caa_what', 'caa_items', 'ab495_schools', 'ab495_joint_guardian')
NOT_DONE = ('fpp_warn',)
NOT_DONE_IN_CALIFORNIA = ('fpp_warn', 'poa_ca', 'caa_not_custody', 'caa_limits', 'guardianship_ca')
FIND = ('ice_locator', 'eoir_hotline', 'orr_hotline')


def to_tell(case: Case, language: str, on: date) -> list[Context]:
    """What to tell the children, for each age there is: the family's own words, or an example."""
    own = {age: getattr(case.family_plan, f'tell_{age}') for age in (children.LITTLE, children.MIDDLE, children.OLDER)}
    name = case.family_plan.carer_name or say('tell_a_child', 'carer', language)
    return [{'age': age, 'own': own[age], 'example': say('tell_a_child', age, language, carer=name)}
            for age in children.ages_of(children.children_of(case, on), on)]


def plan_context(case: Case, language: str, on: date) -> Context:
    """The plan. Keys: `california`, `children`, `carer`, `backup`, `backup_telephone`, `contacts` (who is trusted outside), `tell`,
    and sentences: `general`, `caregiver`, `not_done`,
    `find`, `help`, with `law`."""
    california = case.family_plan.in_california == YES
    said = (*CALIFORNIA, *NOT_DONE_IN_CALIFORNIA) if california else (*ELSEWHERE, *NOT_DONE)
    places = [place.id for place in legal_help.places()]
    return {
        'california': california, 'children': [person(child, language) for child in children.children_of(case, on)],
        'carer': carer(case, language), 'backup': case.family_plan.backup_name, 'backup_telephone': case.family_plan.backup_telephone,
        'contacts': [{'name': one.name, 'relation': one.relation, 'telephone': one.telephone} for one in case.trusted.contacts],
        'tell': to_tell(case, language, on), 'general': law_sentences(GENERAL, language, on),
        'caregiver': law_sentences(CALIFORNIA if california else ELSEWHERE, language, on),
        'not_done': law_sentences(NOT_DONE_IN_CALIFORNIA if california else NOT_DONE, language, on),
        'find': law_sentences(FIND, language, on), 'help': law_sentences(places, language, on),
        'law': law_note((*GENERAL, *said, *FIND, *places), language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, once it was told who would care for the children."""
    return screen_language_first(case) if has_plan(case) else ()


PAPER = Paper(
    'family_plan', title={'es': 'Plan de la familia', 'en': 'Family plan'}, file_names={'es': 'plan-familia', 'en': 'family-plan'},
    offered=offered, context=of_case(plan_context), use=ME, of_family=True,
)
