"""The fears: of the own country and, apart from it, of Mexico; what was wrong before, and why no application was made in time."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NO, SKIPPED, UNKNOWN, WRITTEN, YES, About, AsTyped, HowTold, OneOf, YesNoUnknown, only
from docassemble.immdef_selfhelp.story.told.health import WHOSE
from docassemble.immdef_selfhelp.story.told.nothing import Silence

WRITTEN_ONLY = only('told', WRITTEN)


@dataclass(frozen=True)
class Fear:
    """What is feared on return to the own country, and, apart from it, in Mexico. Said aloud or skipped, only what is apart from it stays."""
    what: Annotated[str, WRITTEN_ONLY] = ''
    told: HowTold = WRITTEN
    who: Annotated[str, WRITTEN_ONLY] = ''
    why: Annotated[str, WRITTEN_ONLY] = ''
    authorities: Annotated[str, WRITTEN_ONLY, About('would the police or government protect you, and why')] = ''
    other_place: Annotated[str, WRITTEN_ONLY, About('would another place in the country be safe, and why')] = ''
    torture: Annotated[YesNoUnknown, WRITTEN_ONLY, About('harm by officials, or that they let others do')] = ''
    torture_officials: Annotated[str, only('torture', YES)] = ''
    children: Annotated[str, About('what each child fears; asked when a child is told of')] = ''
    mexico: Annotated[YesNoUnknown, About('not asked of who is from Mexico')] = ''
    mexico_what: Annotated[str, only('mexico', YES)] = ''


@dataclass(frozen=True)
class ChildFear:
    """What one child went through or fears, as far as the adult who tells knows it. It belongs to that adult's telling: another does not read it."""
    person: Annotated[str, WHOSE] = ''
    own_fear: Annotated[str, OneOf((YES, NO, UNKNOWN, SKIPPED)), About('something happened to this child, or this child fears something')] = ''
    what: Annotated[str, only('own_fear', YES), About("in the adult's words, or in the child's as the adult heard them")] = ''
    words_from: Annotated[str, OneOf(('child', 'adult')), only('own_fear', YES), About('whose words they are')] = ''


@dataclass(frozen=True)
class FearsTold:
    """What one adult fears, and what they correct or explain."""
    fear: Fear = Fear()
    children_fears: tuple[ChildFear, ...] = ()
    corrections: Annotated[str, About('earlier statements that were wrong or misunderstood')] = ''
    late_reason: Annotated[str, AsTyped(Silence.REASON), About('why no application in the first year; asked in the United States')] = ''
