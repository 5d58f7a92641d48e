"""What is asked of officers, and the plan for the children."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.family_unity import plan_children
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES


def ask_carers(variables: Variables) -> None:
    """Who would care for the children; where California's law may matter, the drawing of kinship."""
    plan, place, flags = variables.family_plan, variables.situation, variables.family_unity
    if not plan_children(variables.applicant, variables.family):
        return
    if place.place in IN_THE_UNITED_STATES:
        look_at(plan.in_california)
    look_at(plan.has_carer)
    if plan.has_carer == 'yes':
        look_at(plan.carer_agreed)
        if in_california(plan, place):
            look_at(flags.kinship_read)
    look_at(plan.backup_name)


def ask_children(variables: Variables) -> None:
    """Of each child what a page about it says, what to tell them, and what the plan does not do."""
    children = plan_children(variables.applicant, variables.family)
    for child in children:
        look_at(child.allergies, child.may_fetch)
    if children:
        look_at(variables.family_unity.tell_read)
    look_at(variables.family_unity.limits_read)


def in_california(plan: Any, place: Any) -> bool:
    """Whether the children would be cared for in California, as told."""
    return place.place in IN_THE_UNITED_STATES and vars(plan).get('in_california') == 'yes'


def carers_told(variables: Variables) -> bool:
    """Whether it is told who would care for the children, or there are none."""
    if not variables.has('family', 'gathered') or not variables.has('applicant', 'nationality'):
        return False
    return variables.has('family_plan', 'backup_name') or not plan_children(variables.applicant, variables.family)


def children_told(variables: Variables) -> bool:
    """Whether every child has a page, and what the plan does not do was read."""
    if not variables.has('family_unity', 'limits_read') or not variables.has('family', 'gathered'):
        return False
    return all('may_fetch' in vars(child) for child in plan_children(variables.applicant, variables.family))
