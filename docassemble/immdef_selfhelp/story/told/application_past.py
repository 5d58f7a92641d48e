"""Form I-589: the entries of an adult who did not come with the family (A.I item 19.c); addresses, schools and work (A.III items 1 to 4)."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import UNDATED, About, FuzzyDate, NotWatched, OneOf, only
from docassemble.immdef_selfhelp.story.told.box_states import WithStates

UNTIL_NOW, ENDED = 'now', 'ended'
LIVES_THERE = NotWatched(only('until', UNTIL_NOW))
"""Of a home, a school or work that goes on today: it says where somebody can be found."""
Until = Annotated[str, OneOf((UNTIL_NOW, ENDED)), About('now: it goes on today')]


@dataclass(frozen=True)
class OwnEntry:
    """One entry into the United States of an adult who did not come with the family."""
    when: FuzzyDate = UNDATED
    place: str = ''
    status: Annotated[str, About('the permission or status at the entry, as told')] = ''


@dataclass(frozen=True, kw_only=True)
class Home(WithStates):
    """One address where the person lived."""
    street: Annotated[str, LIVES_THERE, About('number and street, or how the place is found')] = ''
    city: Annotated[str, LIVES_THERE] = ''
    province: Annotated[str, LIVES_THERE, About('department, province or state')] = ''
    country: str = ''
    start: FuzzyDate = UNDATED
    until: Until = ''
    end: FuzzyDate = UNDATED


@dataclass(frozen=True, kw_only=True)
class School(WithStates):
    """One school."""
    name: Annotated[str, LIVES_THERE] = ''
    kind: Annotated[str, About('primary, secondary ..., in own words')] = ''
    place: Annotated[str, LIVES_THERE, About('city or town, and country')] = ''
    start: FuzzyDate = UNDATED
    until: Until = ''
    end: FuzzyDate = UNDATED


@dataclass(frozen=True, kw_only=True)
class Job(WithStates):
    """One job, or a time without work."""
    employer: Annotated[str, LIVES_THERE, About('name and address; for own work, so said')] = ''
    occupation: str = ''
    start: FuzzyDate = UNDATED
    until: Until = ''
    end: FuzzyDate = UNDATED
