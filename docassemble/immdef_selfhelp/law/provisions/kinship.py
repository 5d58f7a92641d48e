"""How many steps of kinship lie between a child and an adult (Cal. Prob. Code 13), and whether California's affidavit counts them as a relative.

It says what the law counts; whether an affidavit may be used in a case is for a lawyer.
"""
from dataclasses import dataclass
from datetime import date
from functools import cache

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated, lists
from docassemble.immdef_selfhelp.law.provisions.lists import Here

BLOOD, STEP, MARRIAGE, PARENT, NONE, UNKNOWN = 'blood', 'step', 'marriage', 'parent', 'none', 'unknown'
WITHIN, BEYOND = 'within', 'beyond'
LIMIT = 'ab495_relative'


@dataclass(frozen=True)
class Tie:
    """What an adult is to a child. `place`: row and column in the drawing, for those counted in steps; `up` and `down`: the steps."""
    id: str
    name: Here
    kind: str = BLOOD
    up: int = 0
    down: int = 0
    place: tuple[int, int] | None = None

    @property
    def degree(self) -> int:
        """The steps from the child up to the relative they share and down to the adult; 0 for a tie that is not counted so."""
        return self.up + self.down


@cache
def ties() -> tuple[Tie, ...]:
    """Every tie, in the order of the screen. Raises LawDataError."""
    found = lists.all_of(Tie, 'lists/kinship')
    for one in found:
        where = f'kinship.yml, {one.id}'
        strict.need(one.kind in (BLOOD, STEP, MARRIAGE, PARENT, NONE, UNKNOWN), where, f'unknown kind {one.kind}')
        strict.need((one.kind == BLOOD) == (one.place is not None), where, 'a tie by blood has a place in the drawing, and no other has one')
    return found


def tie(tie_id: str) -> Tie:
    """The tie with this id. Raises KeyError when there is none."""
    return {one.id: one for one in ties()}[tie_id]


def limit(on: date) -> int:
    """Up to which degree an adult is a relative in the affidavit (Cal. Fam. Code 6550). Raises LookupError before the law is in force."""
    return int(dated.value(LIMIT, on))


def said(tie_id: str, language: str, on: date) -> str:
    """What the law counts for a tie, in words: the steps and the limit; never whether a paper may be used."""
    found = tie(tie_id)
    text = lists.named('words/kinship_says')[counted(tie_id, on)][language]
    return text.format(tie=found.name[language], degree=found.degree, limit=limit(on))


def counted(tie_id: str, on: date) -> str:
    """How the affidavit's law counts a tie: `within` or `beyond` its degree for a relative by blood, else the kind of the tie."""
    found = tie(tie_id)
    if found.kind != BLOOD:
        return found.kind
    return WITHIN if found.degree <= limit(on) else BEYOND
