"""The calendar file: right days, and nothing that a lock screen could give away."""
from datetime import date

from icalendar import Calendar

from docassemble.immdef_selfhelp.law.facts.spans import Span, in_month, on_day
from docassemble.immdef_selfhelp.law.findings.calendar_file import calendar_file
from docassemble.immdef_selfhelp.law.rules.finding import Deadline

HEARING = Deadline('hearing', on_day(date(2027, 3, 2)), 'must_attend', 'court.hearing', nature='event')
PERMIT = Deadline('work_permit', in_month(2027, 4), 'ead_clock', 'court.asylum_received', nature='first_day')
ONE_YEAR = Deadline('one_year', Span(date(2027, 1, 1), date(2027, 1, 31)), 'one_year_rule', 'entries.0.when')


def test_each_date_is_one_whole_day_the_one_to_rely_on() -> None:
    events = Calendar.from_ical(calendar_file([HEARING, PERMIT, ONE_YEAR], 'es')).walk('VEVENT')
    assert [event.decoded('DTSTART') for event in events] == [date(2027, 3, 2), date(2027, 4, 30), date(2027, 1, 1)]
    assert all(len(event.walk('VALARM')) == 2 for event in events)


def test_titles_say_nothing() -> None:
    for language, title in (('es', 'Fecha importante'), ('en', 'Important date')):
        text = calendar_file([HEARING, ONE_YEAR], language).decode()
        events = Calendar.from_ical(text).walk('VEVENT')
        assert {str(event['SUMMARY']) for event in events} == {title}
        for word in ('asil', 'asyl', 'corte', 'court', 'hear', 'audien', 'immi', 'inmi', 'year', 'año'):
            assert word not in text.lower()


def test_a_second_download_replaces_the_first() -> None:
    assert calendar_file([HEARING], 'es') == calendar_file([HEARING], 'es')
    first, second = (Calendar.from_ical(calendar_file([date_], 'es')).walk('VEVENT')[0]['UID'] for date_ in (HEARING, ONE_YEAR))
    assert first != second
