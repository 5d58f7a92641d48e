"""The day at the border: who carries the paper of each child, what the family agreed if it is separated, and whether it wants its sheets."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, YES, About, OneOf, Pairs

PROOF = ('each_adult', 'one_adult', 'trusted', 'none')


@dataclass(frozen=True)
class TurnIn:
    """What is told only for the day at the border. A session keeps it under `turn_in`."""
    proof: Annotated[tuple[tuple[str, str], ...], Pairs(PROOF),
                     About('for each child (`family_0`): who carries the paper that shows whose child it is')] = ()
    agreed: Annotated[str, About('what the family agreed if it is separated, in own words')] = ''
    sheets: Annotated[str, OneOf((YES, 'later')), NOT_WATCHED] = ''
