"""How old somebody is on a day, as far as the birth was told."""
from calendar import isleap
from datetime import date

from docassemble.immdef_selfhelp.law.facts.days import shifted
from docassemble.immdef_selfhelp.law.facts.facts import Person
from docassemble.immdef_selfhelp.law.facts.spans import Span

MAJORITY, END_OF_CHILDHOOD = 18, 21


def birthday(birth: Span, age: int) -> Span:
    """The days on which somebody reaches an age. Born on February 29, it is February 28 in a common year: the earlier day is the safe one."""
    def reached(day: date) -> date:
        year = day.year + age
        return date(year, 2, 28) if (day.month, day.day) == (2, 29) and not isleap(year) else day.replace(year=year)
    return shifted(birth, reached)


def surely_under(person: Person, age: int, on: date) -> bool:
    """Whether the person has yet to reach this age, on whichever day they were born. A birth that was not told is not surely under."""
    first = birthday(person.birth, age).first
    return first is not None and first > on


def maybe_under(person: Person, age: int, on: date) -> bool:
    """Whether the person has, or may have, yet to reach this age. A birth that was not told may be under."""
    last = birthday(person.birth, age).last
    return last is None or last > on
