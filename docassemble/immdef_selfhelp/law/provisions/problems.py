"""Problem cards: on the front what may happen, on the back what one can do, as ids of provisions (`law/data/lists/problem_cards.yml`)."""
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.provisions.lists import Provisions, Words


@dataclass(frozen=True)
class ProblemCard:
    """One card. `problem` tells what happened and nothing of the law; `can` are the provisions of its back, in the order read."""
    id: str
    problem: Words
    can: Provisions


@cache
def cards() -> tuple[ProblemCard, ...]:
    """Every card. Raises LawDataError."""
    return lists.all_of(ProblemCard, 'lists/problem_cards')
