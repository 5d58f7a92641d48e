"""Form I-589, Part A.II and Part A.III item 5: the spouse, the children, the parents, the brothers and sisters, as one adult swears to them.

Each form is sworn by the one who files it, so what is told here is that adult's own and stands on no other form. What the family told together
(names, birth, nationality, where somebody is) is not asked again: `key` says who of the family it is.
"""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import (
    NO,
    NOT_WATCHED,
    UNDATED,
    UNKNOWN,
    YES,
    About,
    AsTyped,
    FuzzyDate,
    Name,
    OneOf,
    WasAsked,
    YesNo,
    YesNoUnknown,
    only,
)
from docassemble.immdef_selfhelp.story.told.box_states import WithStates, YesNoOpen

SINGLE, MARRIED, DIVORCED, WIDOWED = 'single', 'married', 'divorced', 'widowed'
MARITAL = (SINGLE, MARRIED, DIVORCED, WIDOWED)
SEXES = ('female', 'male')
NOT_IN_FAMILY = only('key', '')
HERE, AWAY = only('in_us', '', YES), only('in_us', '', NO, UNKNOWN)


@dataclass(frozen=True, kw_only=True)
class Relative(WithStates):
    """The spouse or one child, as the form asks for them. Item numbers: of the spouse / of a child."""
    key: Annotated[str, AsTyped(), About('key of the person of the family; empty for somebody told only for the form')] = ''
    given_names: Annotated[Name, NOT_IN_FAMILY] = ''
    first_surname: Annotated[Name, NOT_IN_FAMILY] = ''
    second_surname: Annotated[Name, NOT_IN_FAMILY] = ''
    middle_name: Annotated[str, About('which of the given names stands in the box "middle name"')] = ''
    other_names: Annotated[str, About('of the spouse: other, maiden or earlier names (item 8)')] = ''
    birth: Annotated[FuzzyDate, NOT_IN_FAMILY] = UNDATED
    nationality: Annotated[str, NOT_IN_FAMILY, About('as typed')] = ''
    a_number: Annotated[str, About('item 1')] = ''
    passport_number: Annotated[str, About('passport or ID card number, item 2')] = ''
    social_security: Annotated[str, About('item 4')] = ''
    numbers_asked: Annotated[bool, WasAsked('social_security')] = False
    marital: Annotated[str, OneOf(MARITAL), About('of a child, item 3')] = ''
    birth_city: str = ''
    birth_country: str = ''
    race: Annotated[str, About('race, ethnic or tribal group, item 13 / 11')] = ''
    sex: Annotated[str, OneOf(SEXES)] = ''
    married_when: Annotated[FuzzyDate, About('of the spouse, item 9')] = UNDATED
    married_where: Annotated[str, About('of the spouse, item 10')] = ''
    in_us: Annotated[YesNoUnknown, About('item 15 / 13')] = ''
    where: Annotated[str, AWAY, NOT_WATCHED, About('where this person is, when not in the United States')] = ''
    entry_place: Annotated[str, HERE, About('item 16 / 14')] = ''
    entry_when: Annotated[FuzzyDate, HERE, About('item 17 / 15')] = UNDATED
    i94_number: Annotated[str, HERE, About('item 18 / 16')] = ''
    i94_asked: Annotated[bool, WasAsked('i94_number')] = False
    entry_status: Annotated[str, HERE, About('item 19 / 17')] = ''
    status_now: Annotated[str, HERE, About('item 20 / 18')] = ''
    status_expires: Annotated[FuzzyDate, HERE, About('item 21 / 19; may lie ahead')] = UNDATED
    in_court: Annotated[YesNoOpen, HERE, About('item 22 / 20')] = ''
    earlier_arrival: Annotated[FuzzyDate, HERE, About('of the spouse: an earlier arrival, item 23')] = UNDATED
    included: Annotated[YesNoOpen, HERE, About('in this application, item 24 / 21')] = ''


@dataclass(frozen=True, kw_only=True)
class Kin(WithStates):
    """The mother, the father, or one brother or sister (A.III item 5)."""
    key: Annotated[str, AsTyped(), About('key of the person of the family; empty for somebody told only for the form')] = ''
    name: Annotated[str, NOT_IN_FAMILY, About('whole name')] = ''
    birth_place: Annotated[str, About('city or town, and country')] = ''
    dead: YesNo = ''
    where: Annotated[str, only('dead', '', NO), NOT_WATCHED, About('where this person is now')] = ''
