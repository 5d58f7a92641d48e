"""The dates that matter as a calendar file (.ics, RFC 5545), made with the kept `icalendar` library.

A lock screen shows titles, so every title is the same harmless word, and nothing personal, no place and no rule stands in the file.
"""
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from docassemble.immdef_selfhelp.law.rules.finding import Deadline

TITLE = {'es': 'Fecha importante', 'en': 'Important date'}
NOTE = {'es': 'Vea su hoja de fechas.', 'en': 'Look at your sheet of dates.'}
REMIND_BEFORE = (timedelta(days=7), timedelta(days=1))
MADE_BY = '-//dates//EN'


def calendar_file(dates: Iterable[Deadline], language: str) -> bytes:
    """A calendar with one all-day entry for each date to rely on, and a reminder a week and a day before."""
    calendar = Calendar()
    calendar.add('prodid', MADE_BY)
    calendar.add('version', '2.0')
    for deadline in dates:
        calendar.add_component(entry(deadline, language))
    return bytes(calendar.to_ical())


def entry(deadline: Deadline, language: str) -> Event:
    """One all-day entry. Its stamp and mark depend on the date alone, so that a second download replaces the first and tells nothing."""
    day = deadline.rely_on
    event = Event()
    event.add('uid', sha256(f'{deadline.id} {day.isoformat()}'.encode()).hexdigest()[:24])
    event.add('dtstamp', datetime.combine(day, time(), UTC))
    event.add('dtstart', day)
    event.add('dtend', day + timedelta(days=1))
    event.add('summary', TITLE[language])
    event.add('description', NOTE[language])
    event.add('class', 'PRIVATE')
    for before in REMIND_BEFORE:
        alarm = Alarm()
        alarm.add('action', 'DISPLAY')
        alarm.add('description', TITLE[language])
        alarm.add('trigger', -before)
        event.add_component(alarm)
    return event
