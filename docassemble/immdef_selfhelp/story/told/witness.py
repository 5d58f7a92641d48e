"""A witness or relative who writes a letter, alone and on their own phone. What they write is theirs: nothing of a family's case stands here."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, YES, About, Language, OneOf, YesNo, only

SWORN = only('sworn', YES)


@dataclass(frozen=True)
class Witness:
    """What a witness tells, each text in their own words."""
    letter_language: Language = ''
    name: str = ''
    about: Annotated[str, About('the person the letter is about, as the witness names them')] = ''
    known: Annotated[str, About('how and since when they know the person')] = ''
    saw: Annotated[str, About('what they saw or heard themselves')] = ''
    heard: Annotated[str, About('what somebody else told them, and who')] = ''
    more: str = ''
    sworn: Annotated[YesNo, About('whether they want to sign under penalty of perjury')] = ''
    signed_where: Annotated[str, OneOf(('inside_us', 'outside_us', 'unknown')), SWORN] = ''
    contact: Annotated[str, NOT_WATCHED, About('only if they want it in the letter')] = ''
