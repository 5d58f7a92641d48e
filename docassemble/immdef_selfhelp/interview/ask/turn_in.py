"""Who carries the paper of each child, and what is agreed if the family is separated."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.fields import has_children
from docassemble.immdef_selfhelp.interview.task import Variables


def ask_separation(turn_in: Any, family: Any) -> None:
    """The papers of the children, when there are any; then what the family agreed."""
    if has_children(family):
        look_at(turn_in.proof_read)
    look_at(turn_in.agreed)


def separation_told(variables: Variables) -> bool:
    """Whether it was told what the family agreed."""
    return variables.has('turn_in', 'agreed')
