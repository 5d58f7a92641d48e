"""The journey: moves inside the own country, leaving it, other countries, and what came after."""
from dataclasses import dataclass
from typing import Annotated, get_args

from docassemble.immdef_selfhelp.law.facts import facts
from docassemble.immdef_selfhelp.story.told.basics import UNDATED, YES, About, FuzzyDate, OneOf, YesNo, YesNoUnknown, only


@dataclass(frozen=True)
class Move:
    """One place the person moved to inside their own country, and what happened after."""
    place: str = ''
    start: FuzzyDate = UNDATED
    end: FuzzyDate = UNDATED
    after: str = ''


@dataclass(frozen=True)
class CountryStay:
    """One other country on the way, and any status asked for or held there."""
    country: str = ''
    start: FuzzyDate = UNDATED
    end: FuzzyDate = UNDATED
    when_there: Annotated[str, OneOf(('way', 'before')), About('before: lived there before the flight, apart from the journey')] = ''
    status: Annotated[str, OneOf(get_args(facts.CountryStatus))] = ''
    what_happened: str = ''


@dataclass(frozen=True)
class JourneyTold:
    """What one adult tells of moving, leaving and travelling."""
    moved: YesNoUnknown = ''
    moves: Annotated[tuple[Move, ...], only('moved', YES)] = ()
    left_when: FuzzyDate = UNDATED
    left_how: Annotated[str, About('the journey; of who is still in the own country, how the home was left')] = ''
    other_countries: YesNo = ''
    countries: Annotated[tuple[CountryStay, ...], only('other_countries', YES)] = ()
    since_leaving: str = ''
