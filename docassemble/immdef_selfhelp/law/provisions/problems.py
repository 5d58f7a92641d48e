"""Problem cards: on the front what may happen, on the back what one can do, as ids of provisions (`law/data/lists/problem_cards.yml`)."""
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law.provisions.hearings import both, read_list
from docassemble.immdef_selfhelp.law.provisions.rights import Words, ids_in


@dataclass(frozen=True)
class ProblemCard:
    """One card. `problem` tells what happened and nothing of the law; `can` are the provisions of its back, in the order read."""
    id: str
    problem: Words
    can: tuple[str, ...]


@cache
def cards() -> tuple[ProblemCard, ...]:
    """Every card. Raises LawDataError."""
    entries = read_list('problem_cards', frozenset({'id', 'problem', 'can'}))
    return tuple(ProblemCard(entry['id'], both(entry, 'problem', where), ids_in(entry, 'can', where)) for entry, where in entries)
