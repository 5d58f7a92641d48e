"""The lists to mark."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.lists import list_groups
from docassemble.immdef_selfhelp.interview.task import Variables


def ask_list(marked: Any) -> None:
    """One list to mark, a few on each screen. `marked` is what a session keeps under the list's name (`interview.lists.LISTS`)."""
    for number in range(len(list_groups(marked.instanceName))):
        look_at(marked[number])


def list_told(variables: Variables, name: str) -> bool:
    """Whether every screen of a list was gone through."""
    return variables.has(name) and len(getattr(variables, name).elements) == len(list_groups(name))
