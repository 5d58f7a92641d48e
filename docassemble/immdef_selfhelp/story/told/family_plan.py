"""What is asked of officers for the family, and the plan for the children. Kept under `family_plan`, a child's part with the child."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.law.provisions.kinship import ties
from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, UNKNOWN, YES, About, OneOf, SomeOf, WasAsked, YesNoUnknown, only

ASKS = ('together', 'where', 'contact', 'care', 'interpreter')
CARER = only('has_carer', YES)


@dataclass(frozen=True)
class FamilyPlan:
    """What the family asks of officers, and who would care for the children."""
    asks: Annotated[tuple[str, ...], SomeOf(ASKS), About('of the officers')] = ()
    asks_told: Annotated[bool, WasAsked('asks')] = False
    in_california: Annotated[YesNoUnknown, About('where the children would be cared for; asked in the United States')] = ''
    has_carer: Annotated[YesNoUnknown, About('somebody who would care for the children')] = ''
    carer_name: Annotated[str, CARER] = ''
    carer_telephone: Annotated[str, CARER, NOT_WATCHED] = ''
    carer_tie: Annotated[str, OneOf(tuple(tie.id for tie in ties())), CARER, About('to the children: `law/data/lists/kinship.yml`')] = ''
    carer_lives_with: Annotated[YesNoUnknown, CARER, About('the children live with this person, or would')] = ''
    carer_agreed: Annotated[str, OneOf((YES, 'not_yet', UNKNOWN)), CARER] = ''
    backup_name: Annotated[str, About('if the first cannot')] = ''
    backup_telephone: Annotated[str, NOT_WATCHED] = ''
    tell_little: Annotated[str, About('what to tell a child under 6, in own words')] = ''
    tell_middle: Annotated[str, About('what to tell a child of 6 to 11, in own words')] = ''
    tell_older: Annotated[str, About('what to tell a child of 12 or more, in own words')] = ''


@dataclass(frozen=True, kw_only=True)
class ChildPlan:
    """What the plan says of one child."""
    school: Annotated[str, About('of a child, or of an applicant who is one'), NOT_WATCHED] = ''
    doctor: Annotated[str, About('of a child'), NOT_WATCHED] = ''
    allergies: Annotated[str, About('of a child')] = ''
    may_fetch: Annotated[str, About('of a child: who may fetch it')] = ''
    may_not_fetch: Annotated[str, About('of a child: who may not')] = ''
