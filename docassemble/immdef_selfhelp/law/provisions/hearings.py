"""Hearings as data: the four kinds and how each goes, who sits where, what to say to ask for something, and which clock a place goes by.

The lists stand in `law/data/lists/` (`hearings`, `courtroom`, `court_sentences`, `clocks`), their legal sentences in `law/data/provisions/`.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated, lists
from docassemble.immdef_selfhelp.law.provisions.lists import Provisions, Words

KINDS = ('master', 'individual', 'bond', 'appeal')
SEATS = ('judge', 'government_lawyer', 'interpreter', 'you', 'clerk', 'benches')
COURT_ZONES = 'hearing_time'


@dataclass(frozen=True)
class Hearing:
    """One kind of hearing: its name, what the notice calls it, and the provisions that say how it goes, in the order read."""
    id: str
    title: Words
    notice: Words
    goes: Provisions


@dataclass(frozen=True)
class Seat:
    """One person of the drawing and what that person does. `rests_on`: the provisions behind it."""
    id: str
    title: Words
    does: Words
    rests_on: Provisions


@dataclass(frozen=True)
class Sentence:
    """A sentence to ask for something in court. `rests_on`: the provisions behind it."""
    id: str
    title: Words
    say: Words
    rests_on: Provisions


@dataclass(frozen=True)
class Clock:
    """A place where a family can be, and its time zone."""
    id: str
    title: Words
    zone: str


@dataclass(frozen=True)
class Court:
    """A court of the data: its name and its address as the data writes them."""
    id: str
    name: str
    address: str


@cache
def hearings() -> Mapping[str, Hearing]:
    """The four kinds by their id, in the order shown. Raises LawDataError."""
    found = {one.id: one for one in lists.all_of(Hearing, 'lists/hearings')}
    strict.need(tuple(found) == KINDS, 'hearings.yml', 'the kinds are not those of law/provisions/hearings.py')
    return found


@cache
def seats() -> tuple[Seat, ...]:
    """Everybody in the drawing of the court. Raises LawDataError."""
    found = lists.all_of(Seat, 'lists/courtroom')
    strict.need(tuple(seat.id for seat in found) == SEATS, 'courtroom.yml', 'the seats are not those of law/provisions/hearings.py')
    return found


@cache
def sentences() -> tuple[Sentence, ...]:
    """What to say to ask for something. Raises LawDataError."""
    return lists.all_of(Sentence, 'lists/court_sentences')


@cache
def clocks() -> Mapping[str, Clock]:
    """The places and their clocks by id. Raises LawDataError, also for a time zone this computer does not know."""
    found = {one.id: one for one in lists.all_of(Clock, 'lists/clocks')}
    for clock in found.values():
        ZoneInfo(clock.zone)
    return found


@cache
def courts(on: date) -> Mapping[str, Court]:
    """The courts whose address the data holds on this day, by id."""
    found = {}
    for place in dated.provisions_of('places'):
        value = dated.version_on(place, on).value if place.versions[0].from_ <= on else None
        if isinstance(value, Mapping) and value.get('kind') == 'court':
            found[place.id] = Court(place.id, str(value['name']), f'{value["street"]}, {value["city"]}, {value["state"]} {value["zip"]}')
    return found


@cache
def court_ids() -> tuple[str, ...]:
    """Every court that was ever in the data: an answer of an old session may name it."""
    return tuple(place.id for place in dated.provisions_of('places')
                 if any(isinstance(version.value, Mapping) and version.value.get('kind') == 'court' for version in place.versions))


def court_zone(court_id: str, on: date) -> str:
    """The time zone of a court; empty for a court the data does not hold. Source: provision `hearing_time`."""
    return str(dated.value(COURT_ZONES, on).get(court_id, ''))


def elsewhere(day: date, hour: time, court: str, clock: str) -> datetime | None:
    """The moment of a hearing by the clock of another place: `day` and `hour` are the court's. None when a clock is not known."""
    zone = court_zone(court, day)
    if not zone or clock not in clocks():
        return None
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(ZoneInfo(clocks()[clock].zone))
