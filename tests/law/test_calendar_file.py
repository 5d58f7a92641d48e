"""The calendar file: right days, nothing that a lock screen could give away, and a moved date that replaces its old entry."""
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.facts.spans import Span, in_month, on_day
from docassemble.immdef_selfhelp.law.findings.calendar_file import calendar_file
from docassemble.immdef_selfhelp.law.findings.found import deadlines, findings
from docassemble.immdef_selfhelp.law.rules.finding import Deadline

ON, MADE = date(2026, 11, 28), datetime(2026, 11, 28, 18, tzinfo=UTC)
HEARING = Deadline('hearing', on_day(date(2027, 3, 2)), 'must_attend', 'court.hearing', nature='event')
PERMIT = Deadline('work_permit', in_month(2027, 4), 'ead_clock', 'court.asylum_received', nature='first_day')
ONE_YEAR = Deadline('one_year', Span(date(2027, 1, 1), date(2027, 1, 31)), 'one_year_rule', 'entries.0.when')
NINE = timedelta(hours=9)


def file(dates: Any, language: str = 'es', on: date = ON, made: datetime = MADE, family: str = 'one') -> bytes:
    return calendar_file(dates, language, on, made, family)


def events(dates: Any, **how: Any) -> list[Any]:
    return Calendar.from_ical(file(dates, **how)).walk('VEVENT')


def of_case(**court: Any) -> tuple[Deadline, ...]:
    """The dates of somebody released with a case in court."""
    tree = {'place': 'released', 'entries': [{'when': '2026-06-10', 'outcome': 'released'}], 'court': {'has_case': 'yes', **court}}
    return deadlines(findings(read_facts(tree), ON))


def test_each_date_is_one_whole_day_the_one_to_rely_on() -> None:
    found = events([HEARING, PERMIT, ONE_YEAR])
    assert [event.decoded('DTSTART') for event in found] == [date(2027, 3, 2), date(2027, 4, 30), date(2027, 1, 1)]
    assert all(len(event.walk('VALARM')) == 2 for event in found)


@pytest.mark.parametrize('language', ['es', 'en'])
def test_titles_say_nothing(language: str) -> None:
    title = {'es': 'Fecha importante', 'en': 'Important date'}[language]
    text = file([HEARING, ONE_YEAR], language, family='the-secret-of-a-session').decode()
    assert {str(event['SUMMARY']) for event in Calendar.from_ical(text).walk('VEVENT')} == {title}
    for word in ('asil', 'asyl', 'corte', 'court', 'hear', 'audien', 'immi', 'inmi', 'year', 'año', 'secret'):
        assert word not in text.lower()


def test_a_moved_hearing_replaces_its_old_entry() -> None:
    """The hearing is moved from March to April: the papers before it move along, and no entry of the first file is left beside the second."""
    first = events(of_case(hearing='2027-03-02', hearing_kind='individual'))
    second = events(of_case(hearing='2027-04-20', hearing_kind='individual'), made=MADE + timedelta(days=3))
    assert {event['UID'] for event in first} == {event['UID'] for event in second}
    assert len({event['UID'] for event in first}) == len(first) == 3
    assert max(event['SEQUENCE'] for event in first) < min(event['SEQUENCE'] for event in second)
    assert max(event.decoded('LAST-MODIFIED') for event in first) < min(event.decoded('LAST-MODIFIED') for event in second)
    assert date(2027, 3, 2) not in {event.decoded('DTSTART') for event in second}


def test_an_entry_told_later_does_not_double_the_year() -> None:
    moved = Deadline('one_year', ONE_YEAR.span, 'one_year_rule', 'entries.1.when')
    assert [event['UID'] for event in events([ONE_YEAR])] == [event['UID'] for event in events([moved])]


def test_two_families_on_one_phone_keep_their_own_entries() -> None:
    assert events([HEARING], family='one')[0]['UID'] != events([HEARING], family='two')[0]['UID']


def test_two_children_turn_18_in_two_entries() -> None:
    dates = [Deadline('turning_18', on_day(date(2027, 5, day)), 'uac_definition', f'people.{day}.birth', nature='event') for day in (1, 2)]
    assert len({event['UID'] for event in events(dates)}) == 2


def test_a_second_download_of_the_same_minute_is_the_same() -> None:
    assert file([HEARING]) == file([HEARING])


def test_reminders_come_at_nine_in_the_morning() -> None:
    for event in events([HEARING, ONE_YEAR]):
        start = datetime.combine(event.decoded('DTSTART'), datetime.min.time())
        alarms = [start + alarm.decoded('TRIGGER') for alarm in event.walk('VALARM')]
        assert [alarm - datetime.combine(alarm.date(), datetime.min.time()) for alarm in alarms] == [NINE, NINE]
        assert [(start.date() - alarm.date()).days for alarm in alarms] == [7, 1]


def test_a_date_that_is_over_is_out_and_one_that_may_be_ahead_is_today() -> None:
    over = Deadline('hearing', on_day(ON - timedelta(days=1)), 'must_attend', 'court.hearing', nature='event')
    maybe = Deadline('appeal', Span(ON - timedelta(days=10), ON + timedelta(days=20)), 'appeal_deadline', 'court.decision_served')
    assert [event.decoded('DTSTART') for event in events([over, maybe])] == [ON]
