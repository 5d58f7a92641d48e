"""The lists of things to mark, a few on each screen of a phone, and which fact each mark tells.

`law/data/lists/lawyer_first.yml` is asked before anything is drafted: item 18 of the list of what the program must never do (project's legal
research, section 12). `law/data/lists/circumstances.yml` is what the screening asks beside it, and
`law/data/lists/special_care.yml` what the task of staying together asks.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.facts.words import fact_names
from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.provisions.lists import Here, Words

LAWYER_FIRST, CIRCUMSTANCES, SPECIAL_CARE = 'lists/lawyer_first', 'lists/circumstances', 'lists/special_care'
EVERY_LIST = (LAWYER_FIRST, CIRCUMSTANCES, SPECIAL_CARE)
MOST_MARKS = 5
OPPOSITE = {'yes': 'no', 'no': 'yes'}


@dataclass(frozen=True)
class Mark:
    """One thing to mark. `fact`: the name of the fact; `when_marked`: its value when it is marked (`yes`, or `no` for something lacking)."""
    id: str
    fact: str
    ask: Here
    when_marked: str = 'yes'

    def value(self, marked: str) -> str:
        """The value of the fact for a mark that is `yes`, `no` or `unknown`."""
        return marked if marked == 'unknown' or self.when_marked == 'yes' else OPPOSITE[marked]


@dataclass(frozen=True)
class MarkGroup:
    """Things to mark on one screen."""
    id: str
    title: Words
    marks: tuple[Mark, ...]


@cache
def groups(stem: str) -> tuple[MarkGroup, ...]:
    """Every screen of one list of `EVERY_LIST`, in order. Raises LawDataError."""
    found = lists.all_of(MarkGroup, stem)
    for group in found:
        strict.need(len(group.marks) <= MOST_MARKS, f'{stem}.yml, {group.id}', f'a screen has one to {MOST_MARKS} marks')
        for mark in group.marks:
            strict.need(mark.fact in fact_names(), f'{stem}.yml, {group.id}', f'there is no fact {mark.fact}')
    return found


@cache
def marks_by_id() -> Mapping[str, Mark]:
    """Every mark of all lists by its id. Raises LawDataError, also for an id that stands twice: answers are kept under it."""
    found: dict[str, Mark] = {}
    for stem in EVERY_LIST:
        for mark in (mark for group in groups(stem) for mark in group.marks):
            strict.need(mark.id not in found, f'{stem}.yml', f'{mark.id} stands twice')
            found[mark.id] = mark
    return found
