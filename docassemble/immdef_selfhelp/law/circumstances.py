"""The lists of circumstances that the screening asks everybody about, and which fact each mark tells (`law/data/circumstances.yml`)."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law import dated
from docassemble.immdef_selfhelp.law.fact_words import fact_names

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
def groups() -> tuple[MarkGroup, ...]:
    """Every screen of marks, in order. Raises LawDataError."""
    found = []
    for entry in dated.groups_in('circumstances'):
        where = f'circumstances.yml, {entry.get("id")}'
        dated.known_keys(entry, GROUP_KEYS, where)
        marks = []
        for line in entry.get('marks') or ():
            dated.known_keys(line, MARK_KEYS, where)
            dated.need(line.get('fact') in fact_names(), where, f'there is no fact {line.get("fact")}')
            marks.append(Mark(line['id'], line['fact'], line.get('when_marked', 'yes'), dated.both_languages(line, where)))
        dated.need(0 < len(marks) <= MOST_MARKS, where, f'a screen has one to {MOST_MARKS} marks')
        found.append(MarkGroup(dated.text_in(entry, 'id', where), dated.both_languages(entry.get('title'), where), tuple(marks)))
    return tuple(found)


def marks_by_id() -> Mapping[str, Mark]:
    """Every mark by its id."""
    return {mark.id: mark for group in groups() for mark in group.marks}
