"""The day of the hearing: what the notice says of it, and how the family gets there. Kept under `hearing_day`."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.law.provisions.hearings import KINDS, clocks, court_ids
from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, UNKNOWN, About, Name, OneOf, SomeOf, only

OTHER, VIDEO = 'other', 'video'
QUARTERS = tuple(f'{hour:02}:{minute:02}' for hour in range(7, 18) for minute in (0, 15, 30, 45))
BRINGS = ('notice', 'identity', 'filed', 'evidence', 'receipts', 'address')


@dataclass(frozen=True)
class HearingDay:
    """The hearing as the notice says it, and the plan of the day."""
    kind: Annotated[str, OneOf((*KINDS, UNKNOWN)), About('which hearing it is; `court.hearing_kind` knows the first two')] = ''
    court: Annotated[str, OneOf((*court_ids(), OTHER, UNKNOWN)), About('the court on the notice: an id of `law/data/provisions/places.yml`')] = ''
    court_other: Annotated[str, only('court', OTHER), About('the court and its address as the notice writes them')] = ''
    judge: Annotated[Name, About('as the notice says')] = ''
    hour: Annotated[str, OneOf(QUARTERS), About('on the notice, by the clock of the court')] = ''
    how: Annotated[str, OneOf(('in_person', VIDEO, UNKNOWN)), About('video: the notice or the judge said WebEx')] = ''
    place: Annotated[str, OneOf((*clocks(), OTHER)), About('whose clock the family goes by: `law/data/lists/clocks.yml`')] = ''
    transport: Annotated[str, NOT_WATCHED, About('how the family gets there, and where it leaves from')] = ''
    children_with: Annotated[str, NOT_WATCHED, About('who stays with the children, and so where they are')] = ''
    comes: Annotated[str, About('who comes along')] = ''
    call_name: Annotated[str, About('whom to call that day')] = ''
    call_telephone: Annotated[str, NOT_WATCHED] = ''
    brings: Annotated[tuple[str, ...], SomeOf(BRINGS), About('the papers to bring')] = ()
