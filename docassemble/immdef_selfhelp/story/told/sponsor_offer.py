"""A sponsor's own letter, told alone and on their own phone. Nothing of a family's case stands here, and a status never has to be said."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, YES, About, Language, OneOf, SomeOf, YesNo, only
from docassemble.immdef_selfhelp.story.told.family_profile import CHANNELS

WILL = ('home', 'food', 'transport', 'appointments', 'school', 'doctor', 'papers')
"""What a sponsor can tick that they will do; nothing is ticked beforehand."""
STATUSES = ('citizen', 'resident', 'other', 'no_answer')
SWORN = only('sworn', YES)


@dataclass(frozen=True)
class SponsorOffer:
    """What a sponsor tells, each text in their own words."""
    channel: Annotated[str, OneOf(CHANNELS), About('who decides: `law/data/lists/sponsor_channels.yml`; may stay empty')] = ''
    letter_language: Annotated[Language, About('in which they write their own words')] = ''
    name: str = ''
    telephone: Annotated[str, NOT_WATCHED, About('only if they want it in the letter')] = ''
    about: Annotated[str, About('the person the letter is about, as the sponsor names them')] = ''
    known: Annotated[str, About('how and since when they know the person')] = ''
    address: Annotated[str, NOT_WATCHED, About('where the person would live')] = ''
    room: Annotated[str, About('where the person would sleep')] = ''
    household: Annotated[str, About('who else lives there')] = ''
    will: Annotated[tuple[str, ...], SomeOf(WILL), About('what they will do')] = ()
    will_more: Annotated[str, About('what they will do, in own words')] = ''
    says_income: Annotated[YesNo, About('whether the letter says what they earn; may stay empty')] = ''
    income: Annotated[str, only('says_income', YES)] = ''
    status: Annotated[str, OneOf(STATUSES), About('never required; nothing is chosen beforehand')] = ''
    sworn: Annotated[YesNo, About('whether they want to sign under penalty of perjury')] = ''
    signed_where: Annotated[str, OneOf(('inside_us', 'outside_us', 'unknown')), SWORN] = ''
