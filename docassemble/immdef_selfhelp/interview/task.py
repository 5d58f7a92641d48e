"""What a task is: what its card says, and its parts in order, each with what it asks and when it is told.

A task's module in `tasks/` ends in `TASK = Task(...)`. What the home screen, the pause and "where am I" say follows from it (docs/adr/017).
"""
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from docassemble.base.error import DANameError

from docassemble.immdef_selfhelp.law.facts.facts import Facts

SITUATION, BORDER, COURT, FAMILY = 'situation', 'border', 'court', 'family'
GROUPS = {SITUATION: 'My situation now', BORDER: 'The border and custody', COURT: 'The court', FAMILY: 'My family and papers'}


class Variables:
    """The variables of the running interview, read as its own code reads them: docassemble asks for the first that is missing."""

    def __init__(self, named: Mapping[str, Any]) -> None:
        self._named = named

    def __getattr__(self, name: str) -> Any:
        """Raises DANameError, from which docassemble takes the name of what it asks for."""
        if name not in self._named:
            raise DANameError(f"name '{name}' is not defined")
        return self._named[name]

    def has(self, name: str, attribute: str = '') -> bool:
        """Whether a variable, or an attribute of one, is there; asks for nothing."""
        return name in self._named and (not attribute or attribute in vars(self._named[name]))


@dataclass(frozen=True)
class Part:
    """One part of a task. `ask` looks at every answer it needs; `told` says whether the last of them is there, and asks for nothing."""
    name: str
    minutes: int
    ask: Callable[[Variables], None]
    told: Callable[[Variables], bool]


@dataclass(frozen=True)
class TellingPart:
    """A part that every adult who tells their own story goes through. `told` gets that adult's telling."""
    name: str
    minutes: int
    ask: Callable[[Variables, Any], None]
    told: Callable[[Variables, Any], bool]


@dataclass(frozen=True)
class Card:
    """What stands on a card of the home screen for one family. `fits` puts it first; `why_not` are the provisions that say why it is not offered."""
    title: str
    leaves_with: str
    group: str
    fits: bool = False
    why_not: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    """One service. `before` comes once, then `of_each` for each telling, then `after` once; `next` are the tasks that often follow.

    `only_read`: nothing is asked and nothing kept, so there is no progress to speak of.
    """
    id: str
    title: str
    card: Callable[[Facts, date], Card]
    before: tuple[Part, ...]
    of_each: tuple[TellingPart, ...] = ()
    after: tuple[Part, ...] = ()
    next: tuple[str, ...] = ()
    only_read: bool = False

    @property
    def parts(self) -> tuple[Part | TellingPart, ...]:
        """Every part once, in order."""
        return (*self.before, *self.of_each, *self.after)

    def number_of_parts(self, tellings: int) -> int:
        """How many parts the task has when so many people tell."""
        return len(self.before) + len(self.of_each) * tellings + len(self.after)
