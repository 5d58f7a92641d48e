"""What was told for the family: what is asked of officers, who would care for the children, and each child's page."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.family_unity import plan_children
from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.interview.review.rows import Table, line, rows
from docassemble.immdef_selfhelp.story.told.family_plan import FamilyPlan
from docassemble.immdef_selfhelp.story.told.people import Person

PLAN = Table(FamilyPlan, (
    line('What you ask officers for', 'asks'), line('The children would be in California', 'in_california'),
    line('Who would care for the children', 'has_carer', 'carer_name', 'carer_tie'),
    line('This person agrees', 'carer_agreed', 'carer_telephone'),
    line('The children live with this person', 'carer_lives_with', target='carer_agreed'),
    line('If that person cannot', 'backup_name', 'backup_telephone'),
    line('What you will tell the children', 'tell_little', 'tell_middle', 'tell_older'),
))
CHILD = Table(Person, (
    line('School, doctor, allergies', 'school', 'doctor', 'allergies', target='allergies'), line('Who may pick up', 'may_fetch'),
    line('Who may not', 'may_not_fetch', target='may_fetch'),
))


def family_plan_section(applicant: Any, family: Any, variables: Mapping[str, Any]) -> str:
    """The plan and a part for each child; nothing before it was asked. Lists are never erased here: a child is erased among the people."""
    lines = rows(plain(variables['family_plan']), 'family_plan', PLAN) if 'family_plan' in variables else ''
    if not lines:
        return ''
    parts = ''.join(f'<h3>{person_label(child)}</h3><dl>{told}</dl>' for child in plan_children(applicant, family)
                    if (told := rows({**plain(child), 'key': ''}, child.instanceName, CHILD)))
    return f'<h2>{word("Your family together")}</h2><dl>{lines}</dl>{parts}'
