"""The lists to mark."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.fields import circumstance_groups
from docassemble.immdef_selfhelp.interview.task import Variables


def ask_circumstances(circumstances: Any) -> None:
    """The lists to mark, a few on each screen."""
    for number in range(len(circumstance_groups())):
        look_at(circumstances[number])


def circumstances_told(variables: Variables) -> bool:
    """Whether every list was gone through."""
    return variables.has('circumstances') and len(variables.circumstances.elements) == len(circumstance_groups())
