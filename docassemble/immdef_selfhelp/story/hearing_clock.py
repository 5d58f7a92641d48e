"""The hearing by two clocks: that of the court, and that of the place where the family is. What is not known is said, never guessed."""
from datetime import date, time

from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.hearing_day import OTHER
from docassemble.immdef_selfhelp.story.wording import say

NOON = 12


def hour_text(hour: time) -> str:
    """An hour as a notice writes it: "8:30 AM"."""
    return f'{(hour.hour - 1) % NOON + 1}:{hour.minute:02} {"AM" if hour.hour < NOON else "PM"}'


def day_of(told: FuzzyDate) -> date | None:
    """The day of a hearing whose year, month and day were told, and not as "about"; None otherwise, or where there is no such day."""
    if told.about or not (told.year and told.month and told.day):
        return None
    try:
        return date(told.year, told.month, told.day)
    except ValueError:
        return None


def court_called(court: str, other: str, on: date) -> str:
    """A court by name: one of the data, or another as typed; empty when it is not known."""
    if court == OTHER:
        return other.strip()
    found = hearings.courts(on).get(court)
    return found.name if found else ''


def court_name(case: Case, on: date) -> str:
    """The court of the notice by name; empty when it was not told."""
    return court_called(case.hearing_day.court, case.hearing_day.court_other, on)


def clock_lines(case: Case, language: str, on: date) -> tuple[str, ...]:
    """When the hearing is: by the court's clock, then by that of the place the family told of. What cannot be known is said in its line."""
    told = case.hearing_day
    if not told.hour:
        return (say('hearing_clock', 'no_hour', language),)
    hour = time.fromisoformat(told.hour)
    court = court_name(case, on) or say('hearing_clock', 'the_court', language)
    first = say('hearing_clock', 'at_court', language, hour=hour_text(hour), court=court)
    return (first, line_there(case, hour, language, on)) if told.place else (first,)


def line_there(case: Case, hour: time, language: str, on: date) -> str:
    """The hour by the clock of the place told; without a known clock, or the day that decides on summer time, that it is not known."""
    told, day = case.hearing_day, day_of(case.court.hearing)
    if not hearings.court_zone(told.court, on):
        return say('hearing_clock', 'court_unknown', language)
    if told.place == OTHER:
        return say('hearing_clock', 'place_unknown', language)
    there = hearings.elsewhere(day, hour, told.court, told.place) if day else None
    if there is None:
        return say('hearing_clock', 'no_day', language)
    key = 'same' if there.replace(tzinfo=None).time() == hour else 'other'
    shifted = '' if there.date() == day else f' ({date_text(FuzzyDate(there.year, there.month, there.day), language)})'
    return say('hearing_clock', key, language, hour=hour_text(there.time()), place=hearings.clocks()[told.place].title[language]) + shifted
