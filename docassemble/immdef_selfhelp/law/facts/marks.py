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
from docassemble.immdef_selfhelp.law.provisions import dated

LAWYER_FIRST, CIRCUMSTANCES, SPECIAL_CARE = 'lists/lawyer_first', 'lists/circumstances', 'lists/special_care'
EVERY_LIST = (LAWYER_FIRST, CIRCUMSTANCES, SPECIAL_CARE)
MOST_MARKS = 5
GROUP_KEYS = frozenset({'id', 'title', 'marks'})
MARK_KEYS = frozenset({'id', 'fact', 'when_marked', 'es', 'en'})
OPPOSITE = {'yes': 'no', 'no': 'yes'}


@dataclass(frozen=True)
class Mark:
    """One thing to mark. `fact`: the name of the fact; `when_marked`: its value when it is marked (`yes`, or `no` for something lacking)."""
    id: str
    fact: str
    when_marked: str
    ask: Mapping[str, str]

    def value(self, marked: str) -> str:
        """The value of the fact for a mark that is `yes`, `no` or `unknown`."""
        return marked if marked == 'unknown' or self.when_marked == 'yes' else OPPOSITE[marked]


@dataclass(frozen=True)
class MarkGroup:
    """Things to mark on one screen."""
    id: str
    title: Mapping[str, str]
    marks: tuple[Mark, ...]


@cache
def groups(stem: str) -> tuple[MarkGroup, ...]:
    """Every screen of one list of `EVERY_LIST`, in order. Raises LawDataError."""
    found = []
    for entry in dated.groups_in(stem):
        where = f'{stem}.yml, {strict.text_in(entry, "id", stem)}'
        strict.known_keys(entry, GROUP_KEYS, where)
        marks = []
        for line in entry.get('marks') or ():
            strict.known_keys(line, MARK_KEYS, where)
            strict.need(line.get('fact') in fact_names(), where, f'there is no fact {line.get("fact")}')
            marks.append(Mark(strict.text_in(line, 'id', where), line['fact'], line.get('when_marked', 'yes'), strict.both_languages(line, where)))
        strict.need(0 < len(marks) <= MOST_MARKS, where, f'a screen has one to {MOST_MARKS} marks')
        found.append(MarkGroup(entry['id'], strict.both_languages(entry.get('title'), where), tuple(marks)))
    return tuple(found)


@cache
def marks_by_id() -> Mapping[str, Mark]:
    """Every mark of all lists by its id. Raises LawDataError, also for an id that stands twice: answers are kept under it."""
    found: dict[str, Mark] = {}
    for stem in EVERY_LIST:
        for mark in (mark for group in groups(stem) for mark in group.marks):
            strict.need(mark.id not in found, f'{stem}.yml', f'{mark.id} stands twice')
            found[mark.id] = mark
    return found
