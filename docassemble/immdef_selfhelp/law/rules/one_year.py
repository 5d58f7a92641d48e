"""The one-year limit for asking for asylum, counted from the last arrival (INA 208(a)(2)(B); 8 CFR 208.4(a)(2)).

- The last day is the day before the anniversary: arrived on March 8, 2026, the last day to rely on is March 7, 2027. A reading with one day more
  exists; the earlier day is never late.
- Arrived on February 29, the anniversary can be read as February 28 or as March 1 of the next year. The day shown is February 28.
- A last day on a Saturday, Sunday or federal holiday is not moved on. The application must be with the office by then, so the day shown stays.
- The last entry counts. An entry told only as a month or a year gives a first and a last day, and the first is the one to rely on. Being turned
  back or sent back is no arrival.
- Nobody is told of the limit whose application is confirmed received, or who is a child alone (INA 208(a)(2)(E)), or who is not in the United
  States. For a person sent to Mexico to wait for a court (MPP) the year goes on: they arrived and have a case. The limit is of asylum, not of
  withholding of removal or the Convention against Torture.
"""
from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from docassemble.immdef_selfhelp.law.facts import days
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.nations import nation
from docassemble.immdef_selfhelp.law.rules.finding import Deadline, Finding, Rule
from docassemble.immdef_selfhelp.law.rules.process import is_unaccompanied

RULE = 'one_year_rule'
SOON = timedelta(days=60)
"""This near, a lawyer comes first: more than ten months since the entry (project's legal research, section 12, item 18)."""
NEAR = timedelta(days=120)
NOT_IN = ('turned_back', 'sent_back_same_day', 'removal_order', 'left_by_choice')


def last_day(arrival: date) -> date:
    """The last day to rely on for one day of arrival: February 28 for February 29, else the day before the anniversary."""
    if (arrival.month, arrival.day) == (2, 29):
        return date(arrival.year + 1, 2, 28)
    return arrival.replace(year=arrival.year + 1) - timedelta(days=1)


def arrivals(facts: Facts) -> tuple[int, ...]:
    """The entries after which the person was in the United States, by their number."""
    return tuple(number for number, entry in enumerate(facts.entries) if entry.outcome not in NOT_IN)


def last_arrival(facts: Facts) -> tuple[Span, str]:
    """The days the last arrival can have been, as far as told, and the path of the entry that gives them; untold and empty when none has a day."""
    known = [(facts.entries[number].when, f'entries.{number}.when') for number in arrivals(facts) if facts.entries[number].when.known]
    if not known:
        return UNTOLD, ''
    first = max(span.first for span, _ in known if span.first)
    last, path = max((span.last, path) for span, path in known if span.last)
    return Span(first, last, any(span.about for span, path_ in known if path_ == path)), path


def untold_arrivals(facts: Facts) -> tuple[str, ...]:
    """The arrivals whose day was not told; that there is no entry at all, when somebody is in the United States."""
    found = tuple(f'entries.{number}.when' for number in arrivals(facts) if not facts.entries[number].when.known)
    return found or (() if arrivals(facts) else ('entered',))


def counts(facts: Facts, on: date) -> bool:
    """Whether the limit runs, as far as told: in the United States, no child alone, and no application confirmed received."""
    arrived = facts.place == 'unknown' and facts.entered == 'yes' and bool(arrivals(facts))
    inside = facts.place in ('custody', 'released') or facts.needs.in_mpp == 'yes' or arrived
    return inside and not is_unaccompanied(facts, on) and facts.court.filed_asylum != 'yes'


def one_year(facts: Facts, on: date) -> Iterator[Finding]:
    """How near the last day is: passed, within 60 days, within 120 days or before the next hearing, or ahead."""
    arrival, path = last_arrival(facts)
    if not counts(facts, on) or not arrival.known:
        return
    limit = days.shifted(arrival, last_day)
    dates = (Deadline('one_year', limit, RULE, path, received=True),)
    because = (path, 'court.filed_asylum')
    hearing = facts.court.hearing
    first_end = dates[0].rely_on
    if limit.surely_before(on):
        if not untold_arrivals(facts):
            yield Finding('ONE_YEAR_PASSED', 'high', 'stop', because, deadlines=dates)
    elif first_end <= on + SOON:
        yield Finding('ONE_YEAR_SOON', 'urgent', 'stop', because, deadlines=dates)
    elif hearing.last is not None and not hearing.surely_before(on) and first_end < hearing.last:
        yield Finding('ONE_YEAR_SOON', 'high', 'deadline', (*because, 'court.hearing'), deadlines=dates)
    elif first_end <= on + NEAR:
        yield Finding('ONE_YEAR_SOON', 'medium', 'deadline', because, deadlines=dates)
    else:
        yield Finding('ONE_YEAR_AHEAD', 'info', 'deadline', because, deadlines=dates)


def near_or_over(facts: Facts, on: date) -> bool:
    """Whether the last day is within 60 days, may be over, or cannot be counted: only then does a reason for being late matter."""
    arrival, _ = last_arrival(facts)
    if not counts(facts, on):
        return False
    limit = days.shifted(arrival, last_day) if arrival.known else UNTOLD
    return bool(untold_arrivals(facts)) or limit.first is None or limit.first <= on + SOON


def entry_day_unknown(facts: Facts, on: date) -> Iterator[Finding]:
    """In the United States and the day of an arrival was not told: the year cannot be counted, and that is no sign that there is time."""
    because = untold_arrivals(facts)
    if counts(facts, on) and because:
        yield Finding('ONE_YEAR_DATE_UNKNOWN', 'high', 'not_yet_described', because)


def marked_ten_months(facts: Facts, on: date) -> Iterator[Finding]:
    """More than ten months since the arrival were marked, and no day told stops by itself: a lawyer first all the same.

    A day of arrival that leaves more time is set beside it: one of the two is wrong.
    """
    by_date = any(finding.kind == 'stop' for finding in one_year(facts, on))
    if facts.limits.more_than_ten_months == 'yes' and not by_date and facts.court.filed_asylum != 'yes' and not is_unaccompanied(facts, on):
        arrival, path = last_arrival(facts)
        if arrival.known:
            values = MappingProxyType({'value': arrival})
            yield Finding('ONE_YEAR_WHICH', 'urgent', 'stop', ('limits.more_than_ten_months', path, 'court.filed_asylum'), values=values)
        else:
            yield Finding('ONE_YEAR_NEAR_OR_PASSED', 'urgent', 'stop', ('limits.more_than_ten_months', 'court.filed_asylum'))


def exception_facts(facts: Facts, on: date) -> Iterator[Finding]:
    """The year is over, or may be: facts of why nothing was filed, as told (8 CFR 208.4(a)(4)-(5)). No exception is chosen."""
    arrival, path = last_arrival(facts)
    if not counts(facts, on) or not arrival.known or days.shifted(arrival, last_day).surely_from(on):
        return
    numbers = [number for number, telling in enumerate(facts.tellings) if telling.person == 'applicant']
    reason_told = any(facts.tellings[number].late_reason_told for number in numbers)
    because = (path, *(f'tellings.{number}.late_reason_told' for number in numbers))
    yield Finding('ONE_YEAR_EXCEPTION_FACTS', 'info' if reason_told else 'high', 'described' if reason_told else 'not_yet_described', because)


def tps_clock(facts: Facts, on: date) -> Iterator[Finding]:
    """The year is over, or may be, and TPS of this nationality ended or is not clear (`tps_2026`, a dated list): a second clock may run."""
    arrival, path = last_arrival(facts)
    nationality = facts.applicant.nationality
    if not counts(facts, on) or not arrival.known or days.shifted(arrival, last_day).surely_from(on):
        return
    if on >= dated.provision('tps_2026').versions[0].from_ and nationality in map(nation, dated.value('tps_2026', on)):
        yield Finding('TPS_CLOCK', 'high', 'ask_a_lawyer', ('people.0.nationality', path, 'court.filed_asylum'))


RULES: tuple[Rule, ...] = (one_year, marked_ten_months, entry_day_unknown, exception_facts, tps_clock)
