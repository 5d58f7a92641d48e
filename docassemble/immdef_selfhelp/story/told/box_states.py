"""What a box of an official form can hold instead of a value, and the question it answers: one list for every form.

`none`: there is none ("NONE"). `not_applicable`: the question is not about this person ("N/A"). `unknown`: the person does not know ("UNKNOWN").
`need_help`: the person wants to ask somebody first; the box stays open and the completeness gate names it. Codes are stored and never change.
"""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NO, UNKNOWN, YES, About, OneOf, Pairs

NONE, NOT_APPLICABLE, NEED_HELP = 'none', 'not_applicable', 'need_help'
BOX_STATES = (NONE, NOT_APPLICABLE, UNKNOWN, NEED_HELP)
YesNoOpen = Annotated[str, OneOf((YES, NO, UNKNOWN, NEED_HELP))]
"""A Yes/No box of a form: also "I do not know" and "I need help with this"."""


@dataclass(frozen=True)
class WithStates:
    """Answers that each fill one box of a form."""
    states: Annotated[tuple[tuple[str, str], ...], Pairs(BOX_STATES), About('name of an answer beside it -> what its box holds instead')] = ()
