"""Part A.III: addresses, schools, work, parents, brothers and sisters; and the empty times between the addresses or the jobs of five years."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.dates import span
from docassemble.immdef_selfhelp.story.i589.box import DATE, TICK, Box, Boxes, day, fixed, text
from docassemble.immdef_selfhelp.story.i589.part_a_you import is_a_day
from docassemble.immdef_selfhelp.story.i589.who import FATHER, MOTHER, in_family, parent_key, siblings
from docassemble.immdef_selfhelp.story.told.application import Application
from docassemble.immdef_selfhelp.story.told.application_past import UNTIL_NOW, Home
from docassemble.immdef_selfhelp.story.told.application_people import Kin
from docassemble.immdef_selfhelp.story.told.basics import NO, UNDATED, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.box_states import NONE, NOT_APPLICABLE
from docassemble.immdef_selfhelp.story.wording import country_name

YEARS = 5
PRESENT = 'PRESENT'


class Time(Protocol):
    """Something with a beginning and an end as told."""
    @property
    def start(self) -> FuzzyDate:
        """When it began."""

    @property
    def until(self) -> str:
        """Whether it goes on."""

    @property
    def end(self) -> FuzzyDate:
        """When it ended."""

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """What its boxes hold instead."""


@dataclass(frozen=True)
class Gap:
    """A time about which nothing was told, in the person's own dates: the end told before it, and the beginning told after it.

    `after` is undated at the beginning of the five years, `before` is undated when nothing follows until today.
    """
    after: FuzzyDate
    before: FuzzyDate


def from_to(item: str, told: Time) -> Boxes:
    """The two date boxes of a row; what goes on today is until "PRESENT"."""
    states = dict(told.states)
    until = Box(PRESENT, kind=DATE) if told.until == UNTIL_NOW else day(told.end, states, 'end')
    return {f'{item}.from': day(told.start, states, 'start'), f'{item}.to': until}


def home(item: str, told: Home) -> Boxes:
    """One address."""
    states = dict(told.states)
    return {f'{item}.street': text(told.street, states, 'street'), f'{item}.city': text(told.city, states, 'city'),
            f'{item}.province': text(told.province, states, 'province'),
            f'{item}.country': text(country_name(told.country, 'en'), states, 'country'), **from_to(item, told)}


def latest_first[T: Time](told: Sequence[T]) -> list[T]:
    """Rows with the present first, then by their end; those without a date keep their order, last."""
    def when(one: T) -> tuple[int, int]:
        if one.until == UNTIL_NOW:
            return 1, days_of(one.start)[0].toordinal()
        return 0, days_of(one.end if one.end != UNDATED else one.start)[0].toordinal()
    return sorted(told, key=when, reverse=True)


def days_of(told: FuzzyDate) -> tuple[date, date]:
    """The days a date can mean; the very first for one that has no year or cannot be."""
    return span(told) if told.year and is_a_day(told) else (date.min, date.min)


def homes(told: Application) -> Boxes:
    """Items 1 and 2. The second row of item 1 is for an address in the country of the feared harm that is another one."""
    second = home('A.III.1.2', told.feared_home) if told.feared_home_same == NO else {}
    if told.feared_home_same == YES:
        second = {item: fixed(NOT_APPLICABLE) for item in home('A.III.1.2', told.feared_home)}
    rows = {item: box for row, one in enumerate(latest_first(told.homes), 1) for item, box in home(f'A.III.2.{row}', one).items()}
    return {**home('A.III.1.1', told.last_home), **second, **(rows or home('A.III.2.1', Home()))}


def schools(told: Application) -> Boxes:
    """Item 3; whoever went to none has "none" in the first row."""
    if told.went_to_school == NO:
        return {'A.III.3.1.name': fixed(NONE)}
    found: Boxes = {}
    for row, one in enumerate(latest_first(told.schools), 1):
        item, states = f'A.III.3.{row}', dict(one.states)
        found |= {f'{item}.name': text(one.name, states, 'name'), f'{item}.kind': text(one.kind, states, 'kind'),
                  f'{item}.place': text(one.place, states, 'place'), **from_to(item, one)}
    return found or {'A.III.3.1.name': Box()}


def jobs(told: Application) -> Boxes:
    """Item 4; whoever did not work has "none" in the first row."""
    if told.worked == NO:
        return {'A.III.4.1.employer': fixed(NONE)}
    found: Boxes = {}
    for row, one in enumerate(latest_first(told.jobs), 1):
        item, states = f'A.III.4.{row}', dict(one.states)
        found |= {f'{item}.employer': text(one.employer, states, 'employer'), f'{item}.occupation': text(one.occupation, states, 'occupation'),
                  **from_to(item, one)}
    return found or {'A.III.4.1.employer': Box()}


def kin(case: Case, item: str, told: Kin, key: str) -> Boxes:
    """One row of item 5. Of somebody who has died the present place is "not applicable"."""
    person, states = in_family(case, key), dict(told.states)
    here = fixed(NOT_APPLICABLE) if told.dead == YES else text(told.where, states, 'where')
    return {f'{item}.name': text(person.full_name if person else told.name, states, 'name'),
            f'{item}.birthplace': text(told.birth_place, states, 'birth_place'), f'{item}.dead': Box(YES if told.dead == YES else '', kind=TICK),
            f'{item}.location': here}


def parents_and_siblings(case: Case, told: Telling) -> Boxes:
    """Item 5. No brother or sister is "none" in the first of their rows."""
    form = told.application
    found = {**kin(case, 'A.III.5.mother', form.mother, parent_key(case, told.person, MOTHER)),
             **kin(case, 'A.III.5.father', form.father, parent_key(case, told.person, FATHER))}
    listed = tuple(siblings(case, told.person, form))
    for row, one in enumerate(listed, 1):
        found |= kin(case, f'A.III.5.{row}', one, one.key)
    return found if listed else {**found, 'A.III.5.1.name': fixed(NONE if form.other_siblings == NO else '')}


def part_a_past(case: Case, told: Telling) -> Boxes:
    """Part A.III."""
    return {**homes(told.application), **schools(told.application), **jobs(told.application), **parents_and_siblings(case, told)}


def years_before(on: date, years: int) -> date:
    """The same day so many years before; February 28 for February 29."""
    return on.replace(year=on.year - years, day=28) if (on.month, on.day) == (2, 29) else on.replace(year=on.year - years)


def covered(told: Time, on: date) -> tuple[date, date]:
    """The widest time this can have been: from the first day of its beginning to the last of its end. An end not told can be any day until today."""
    first = span(told.start)[0] if is_a_day(told.start) else date.min
    return first, on if told.until == UNTIL_NOW or not is_a_day(told.end) else min(span(told.end)[1], on)


def gaps(told: Iterable[Time], on: date) -> tuple[Gap, ...]:
    """The times of the last five years about which nothing was told, however widely each date is read.

    A date that was not told can be any day, so it makes no gap: it is asked for at its own box.
    """
    rows = sorted(((covered(one, on), one) for one in told), key=lambda pair: pair[0])
    found, reached, last = [], years_before(on, YEARS), UNDATED
    for (first, end), one in rows:
        if first > reached + timedelta(days=1):
            found.append(Gap(last, one.start))
        if end >= reached:
            reached, last = end, one.end
    if rows and reached < on - timedelta(days=1):
        found.append(Gap(last, UNDATED))
    return tuple(found)
