"""Health: the medicines somebody takes, and what else a nurse should know of each person. Told for whoever travels; nobody must tell anything."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import About, OneOf, SomeOf

TIMES = ('morning', 'noon', 'evening', 'night', 'when_needed')
KINDS = ('allergy', 'illness', 'disability', 'pregnancy', 'other')
WHOSE = About('`applicant`, or `family_0`, `family_1`, ...: whose it is')


@dataclass(frozen=True)
class Medicine:
    """One medicine, copied from its box."""
    who: Annotated[str, WHOSE] = ''
    name: Annotated[str, About('with the strength, as on the box')] = ''
    amount: Annotated[str, About('how much each time')] = ''
    times: Annotated[tuple[str, ...], SomeOf(TIMES)] = ()
    reason: Annotated[str, About('what it is for; on no paper that is carried')] = ''


@dataclass(frozen=True)
class Need:
    """One thing besides medicines."""
    who: Annotated[str, WHOSE] = ''
    kind: Annotated[str, OneOf(KINDS)] = ''
    what: str = ''


@dataclass(frozen=True)
class Health:
    """What a nurse should know, person by person."""
    medicines: tuple[Medicine, ...] = ()
    needs: tuple[Need, ...] = ()
