"""People outside whom the family trusts: who keeps copies and whom to call; and whether the one number was learned by heart.

The number that is learned is kept nowhere: only whether it was learned (`interview/by_heart.py`).
"""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NO, NOT_WATCHED, YES, About, OneOf, only


@dataclass(frozen=True)
class Contact:
    """One person outside. The first one told is the one everybody calls first."""
    name: Annotated[str, About('as the family calls this person')] = ''
    relation: Annotated[str, About('who this person is, in own words')] = ''
    where: Annotated[str, OneOf(('mexico', 'united_states', 'home_country', 'elsewhere'))] = ''
    telephone: Annotated[str, NOT_WATCHED, About('only if it may be printed')] = ''
    copies: Annotated[str, OneOf((YES, 'will_ask', NO)), About('keeps copies or photos of the papers')] = ''


@dataclass(frozen=True)
class Trusted:
    """Whom the family trusts outside."""
    contacts: tuple[Contact, ...] = ()
    by_heart: Annotated[str, OneOf((YES, 'practice', 'later')), NOT_WATCHED, About('whether one number is known by heart')] = ''
    learned: Annotated[str, OneOf((YES, 'not_yet')), only('by_heart', 'practice'),
                       About('typed again from memory; the number itself is not kept')] = ''
