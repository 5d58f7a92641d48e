"""How old somebody is on a day, as far as the birth was told, and so who is a child: by the day and never by the year."""
from calendar import isleap
from datetime import date

from docassemble.immdef_selfhelp.law.facts import family_ties
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


def is_child(person: Person, on: date) -> bool:
    """Whether to treat somebody as a child: one who is, or may be, under 18 on this day. Without a birth the tie decides."""
    return maybe_under(person, MAJORITY, on) if person.birth.known else person.relation in family_ties.YOUNGER


def is_adult(person: Person, on: date) -> bool:
    """Whether to treat somebody as an adult: surely 18. Without a birth the tie decides; for husband, wife or parent also with a rough one."""
    if not person.birth.known:
        return person.relation in family_ties.GROWN
    grown_by_tie = person.relation in (*family_ties.COUPLE, 'parent') and not surely_under(person, MAJORITY, on)
    return grown_by_tie or not maybe_under(person, MAJORITY, on)
