"""The dates that matter as a calendar file (.ics, RFC 5545), made with the kept `icalendar` library.

A lock screen shows titles, so every title is the same harmless word, and nothing personal, no place and no rule stands in the file. A reminder comes
in the morning: at midnight a phone lights up in a shelter room, or beside somebody who watches it.

A date that was moved replaces its old entry: the mark of an entry (UID) is made of which date it is and of whose file it is, never of the day.
"""
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from docassemble.immdef_selfhelp.law.rules.finding import Deadline

TITLE = {'es': 'Fecha importante', 'en': 'Important date'}
NOTE = {'es': 'Vea su hoja de fechas.', 'en': 'Look at your sheet of dates.'}
REMIND_BEFORE = (timedelta(days=6, hours=15), timedelta(hours=15))
"""Nine in the morning, a week and a day before: an entry of a whole day begins at midnight."""
MADE_BY = '-//dates//EN'
FIRST_MINUTE = datetime(2026, 1, 1, tzinfo=UTC)
LETTERS = 24


def calendar_file(dates: Iterable[Deadline], language: str, on: date, made: datetime, family: str) -> bytes:
    """A calendar with one all-day entry for each date that may still be ahead on this day, with a reminder a week and a day before.

    `made`: when the file is made (with its zone): of two files a phone takes the later one. `family`: what no other family has, such as the
    session's name; it cannot be read back out of the file.
    """
    calendar = Calendar()
    calendar.add('prodid', MADE_BY)
    calendar.add('version', '2.0')
    for mark, deadline in by_mark(dates).items():
        if not deadline.span.surely_before(on):
            calendar.add_component(entry(deadline, language, on, made, sha256(f'{family} {mark}'.encode()).hexdigest()[:LETTERS]))
    return bytes(calendar.to_ical())


def by_mark(dates: Iterable[Deadline]) -> dict[str, Deadline]:
    """The dates by which date each is: the hearing, this child's birthday. Whatever else is there twice is told apart by its place."""
    found: dict[str, Deadline] = {}
    for deadline in dates:
        room = deadline.counted_from.partition('.')[0]
        mark = f'{deadline.id} {deadline.counted_from}' if room == 'people' else deadline.id
        found[mark if mark not in found else f'{mark} {len(found)}'] = deadline
    return found


def entry(deadline: Deadline, language: str, on: date, made: datetime, mark: str) -> Event:
    """One all-day entry, on the day to rely on; on this day when that one is over and the date may still be ahead."""
    day = max(deadline.rely_on, on)
    event = Event()
    event.add('uid', mark)
    event.add('dtstamp', made.astimezone(UTC))
    event.add('last-modified', made.astimezone(UTC))
    event.add('sequence', max(0, int((made - FIRST_MINUTE) / timedelta(minutes=1))))
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
