"""The one-year limit: which day it is, what each entry makes of it, and who is not told of it."""
from datetime import date, timedelta
from typing import Any

import pytest
from law.rule_facts import ON, family, found, levels

from docassemble.immdef_selfhelp.law.rules import one_year

HELD = {'manner': 'between_ports', 'outcome': 'released'}


def case(*entries: str | dict[str, Any], **more: Any) -> dict[str, Any]:
    """A case of somebody released, with these entries (a date or the whole entry)."""
    told = [entry if isinstance(entry, dict) else {**HELD, 'when': entry} for entry in entries]
    return {'place': 'released', 'entered': 'yes', 'entries': told, **more}


def limit(plain: dict[str, Any], on: date = ON) -> tuple[date | None, date | None]:
    """The first and the last day the limit can be."""
    dates = {deadline for finding in found(one_year, plain, on).values() for deadline in finding.deadlines}
    assert len(dates) == 1
    deadline = dates.pop()
    assert (deadline.id, deadline.rule, deadline.received, deadline.rely_on) == ('one_year', 'one_year_rule', True, deadline.span.first)
    return deadline.span.first, deadline.span.last


@pytest.mark.parametrize(('arrival', 'last'), [
    (date(2026, 3, 8), date(2027, 3, 7)), (date(2026, 1, 21), date(2027, 1, 20)),
    (date(2026, 1, 1), date(2026, 12, 31)), (date(2026, 3, 1), date(2027, 2, 28)),
    (date(2023, 3, 1), date(2024, 2, 29)), (date(2027, 3, 1), date(2028, 2, 29)),
    (date(2024, 2, 28), date(2025, 2, 27)), (date(2024, 2, 29), date(2025, 2, 28)), (date(2024, 3, 1), date(2025, 2, 28)),
])
def test_the_last_day_is_the_day_before_the_anniversary(arrival: date, last: date) -> None:
    assert one_year.last_day(arrival) == last


def test_a_later_arrival_never_has_an_earlier_last_day() -> None:
    day = date(2023, 1, 1)
    while day < date(2025, 1, 1):
        assert one_year.last_day(day) <= one_year.last_day(day + timedelta(days=1))
        day += timedelta(days=1)


def test_a_weekend_or_holiday_is_not_moved_on() -> None:
    assert limit(case('2026-02-21'))[0] == date(2027, 2, 20), 'a Saturday'
    assert limit(case('2026-07-06'))[0] == date(2027, 7, 5), 'a federal holiday as observed'


def test_an_entry_told_as_a_month_or_year_gives_two_ends_and_the_first_is_relied_on() -> None:
    assert limit(case('2026-03')) == (date(2027, 2, 28), date(2027, 3, 30))
    assert limit(case('2026')) == (date(2026, 12, 31), date(2027, 12, 30))
    assert limit(case('2024-02'), date(2024, 6, 1)) == (date(2025, 1, 31), date(2025, 2, 28)), 'the leap day is inside'


@pytest.mark.parametrize(('arrival', 'key', 'level'), [
    ('2025-11-24', ('ONE_YEAR_PASSED', 'stop'), 'high'),
    ('2025-11-25', ('ONE_YEAR_SOON', 'stop'), 'urgent'),
    ('2026-01-24', ('ONE_YEAR_SOON', 'stop'), 'urgent'),
    ('2026-01-25', ('ONE_YEAR_SOON', 'deadline'), 'medium'),
    ('2026-03-25', ('ONE_YEAR_SOON', 'deadline'), 'medium'),
    ('2026-03-26', ('ONE_YEAR_AHEAD', 'deadline'), 'info'),
])
def test_how_near_it_is(arrival: str, key: tuple[str, str], level: str) -> None:
    given = levels(one_year, case(arrival))
    assert given[key] == level
    assert len({code for code, _ in given} & {'ONE_YEAR_PASSED', 'ONE_YEAR_SOON', 'ONE_YEAR_AHEAD'}) == 1


def test_before_the_next_hearing_it_is_high_however_far_away() -> None:
    assert levels(one_year, case('2026-09-01', court={'hearing': '2027-10-01'}))['ONE_YEAR_SOON', 'deadline'] == 'high'
    assert ('ONE_YEAR_AHEAD', 'deadline') in levels(one_year, case('2026-09-01', court={'hearing': '2027-08-01'}))
    assert ('ONE_YEAR_AHEAD', 'deadline') in levels(one_year, case('2026-09-01', court={'hearing': '2026-11-01'})), 'a hearing that has passed'


def test_an_arrival_that_may_be_over_a_year_ago_is_today_and_not_passed() -> None:
    given = levels(one_year, case('2025-11'))
    assert given['ONE_YEAR_SOON', 'stop'] == 'urgent'
    assert given['ONE_YEAR_EXCEPTION_FACTS', 'not_yet_described'] == 'high'
    assert ('ONE_YEAR_PASSED', 'stop') not in given


def test_the_last_entry_counts_and_being_turned_back_is_none() -> None:
    assert limit(case('2024-05-05', '2026-03-08'))[0] == date(2027, 3, 7)
    assert limit(case('2026-03-08', '2024-05-05'))[0] == date(2027, 3, 7), 'in any order'
    later = [{'when': '2026-10-01', 'outcome': outcome} for outcome in one_year.NOT_IN]
    assert limit(case('2026-03-08', *later))[0] == date(2027, 3, 7)
    assert limit(case('2026-02', '2026-01-20'))[0] == date(2027, 1, 31)


def test_an_arrival_without_a_day_is_said_and_never_taken_for_time_left() -> None:
    for plain in (case(), case({**HELD}), case({**HELD, 'when': None}, '2020-01-01')):
        given = levels(one_year, plain)
        assert given['ONE_YEAR_DATE_UNKNOWN', 'not_yet_described'] == 'high'
        assert ('ONE_YEAR_PASSED', 'stop') not in given
    assert ('ONE_YEAR_DATE_UNKNOWN', 'not_yet_described') not in levels(one_year, case('2026-03-08'))


@pytest.mark.parametrize('more', [
    {'alone_under_18': 'yes'}, {'court': {'filed_asylum': 'yes'}}, {'place': 'mexico'}, {'place': 'elsewhere'}, {'place': 'unknown', 'entered': 'no'},
])
def test_who_is_not_told_of_it(more: dict[str, Any]) -> None:
    assert levels(one_year, {**case('2025-01-01'), **more}) == {}


@pytest.mark.parametrize('more', [
    {'alone_under_18': 'unknown'}, {'alone_under_18': 'no'}, {'court': {'filed_asylum': 'unknown'}}, {'court': {'filed_asylum': 'no'}},
    {'place': 'custody'}, {'place': 'unknown'}, {'place': 'mexico', 'needs': {'in_mpp': 'yes'}},
])
def test_unknown_is_not_an_exception(more: dict[str, Any]) -> None:
    assert ('ONE_YEAR_PASSED', 'stop') in levels(one_year, {**case('2025-01-01'), **more})


def test_the_reason_for_being_late_is_facts_only() -> None:
    late = case('2025-01-01', people=family(), tellings=[{'late_reason_told': True}])
    assert levels(one_year, late)['ONE_YEAR_EXCEPTION_FACTS', 'described'] == 'info'
    late['tellings'] = [{}]
    finding = found(one_year, late)['ONE_YEAR_EXCEPTION_FACTS', 'not_yet_described']
    assert (finding.level, finding.because) == ('high', ('entries.0.when', 'tellings.0.late_reason_told'))
    assert not any(code == 'ONE_YEAR_EXCEPTION_FACTS' for code, _ in levels(one_year, case('2026-03-08')))


@pytest.mark.parametrize(('nationality', 'on', 'raised'), [
    ('Haiti', date(2026, 6, 24), False), ('Haiti', date(2026, 7, 27), True), ('El Salvador', date(2026, 9, 9), False),
    ('El Salvador', date(2026, 9, 10), True), ('Guatemala', date(2026, 9, 10), False), ('', date(2026, 9, 10), False),
])
def test_the_end_of_tps_starts_a_clock_of_its_own(nationality: str, on: date, raised: bool) -> None:
    over = case('2024-03-01', people=family(nationality=nationality))
    assert (('TPS_CLOCK', 'ask_a_lawyer') in found(one_year, over, on)) is raised


def test_nothing_is_said_of_tps_while_the_year_runs_or_once_the_application_is_in() -> None:
    haitian = family(nationality='Haiti')
    assert ('TPS_CLOCK', 'ask_a_lawyer') not in found(one_year, case('2026-09-01', people=haitian), date(2026, 11, 1))
    filed = case('2024-03-01', people=haitian, court={'filed_asylum': 'yes'})
    assert ('TPS_CLOCK', 'ask_a_lawyer') not in found(one_year, filed, date(2026, 11, 1))
