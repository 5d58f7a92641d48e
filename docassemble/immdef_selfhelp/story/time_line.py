"""What was told, as a line of time to be drawn: each thing a bar from the first to the last day it can have been, in the order of time.

Nothing is made sharper than it was told: what is known to a day is a point, what is known to a month, or "about", is as wide as it can be. What has
no year has no place on the line and stands under it. The words are the person's own, cut short.
"""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from docassemble.immdef_selfhelp.story import dates
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.timeline import timeline
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.wording import country_name, say

MOST_LETTERS = 60
FIRST, LAST = 0.0, 1.0


@dataclass(frozen=True)
class Bar:
    """One thing on the line: when (as told) and what, in words, and where it is drawn, from 0 to 1. `drawn` is False without a year."""
    when: str
    what: str
    start: float = FIRST
    end: float = LAST
    drawn: bool = True

    @property
    def point(self) -> bool:
        """Whether it is known to the day."""
        return self.drawn and self.start == self.end


def short(text: str) -> str:
    """The first words of a text, whole ones, on one line."""
    line = ' '.join(text.split())
    return line if len(line) <= MOST_LETTERS else line[:MOST_LETTERS].rsplit(' ', 1)[0] + '…'


def of_event(event: Event, language: str, words: bool) -> str:
    """What happened, in the person's own first words; without them, only which kind of thing it was."""
    if event.told == ALOUD:
        return say('time_line', 'aloud', language)
    return short(event.what) if words else say('time_line', 'asked_for_help' if event.kind == 'report' else 'happened', language)


def told(case: Case, telling: Telling, language: str, words: bool = True) -> Iterator[tuple[FuzzyDate, str]]:
    """Everything that was told with a date, or could have one: what happened, moves, leaving, other countries and, of the applicant, the entries."""
    for event in timeline(telling):
        yield event.when, of_event(event, language, words)
    for move in telling.moves:
        yield move.start, say('time_line', 'moved_to', language, place=short(move.place)) if words else say('time_line', 'moved', language)
    if telling.left_when.year:
        yield telling.left_when, say('time_line', 'left', language)
    for stay in telling.countries:
        yield stay.start, say('time_line', 'country', language, country=country_name(stay.country, language))
    for entry in case.place.entries if telling.person == 'applicant' else ():
        yield entry.when, say('time_line', 'entered', language)


def bars(case: Case, telling: Telling, language: str, words: bool = True) -> tuple[Bar, ...]:
    """The bars of one telling, the earliest first day first; what has no year comes last. Without `words`, no text of the person stands on it."""
    found = [(when if words else replace(when, words=''), what) for when, what in told(case, telling, language, words) if what]
    dated = sorted(((dates.span(when), when, what) for when, what in found if when.year), key=lambda one: (one[0][0], one[0][1]))
    if not dated:
        return ()
    first, last = min(span[0] for span, _, _ in dated), max(span[1] for span, _, _ in dated)
    length = max(1, (last - first).days)

    def place(day: date) -> float:
        return (day - first).days / length
    return (*(Bar(dates.date_text(when, language), what, place(span[0]), place(span[1])) for span, when, what in dated),
            *(Bar(dates.date_text(when, language), what, drawn=False) for when, what in found if not when.year))


def years(case: Case, telling: Telling) -> tuple[int, int]:
    """The first and the last year of the line. Raises ValueError when nothing has a year."""
    spans = [dates.span(when) for when, what in told(case, telling, 'en') if what and when.year]
    return min(first.year for first, _ in spans), max(last.year for _, last in spans)
