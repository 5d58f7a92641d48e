"""The order of time: only what is certain moves an event, and nothing is lost."""
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.dates import PARTS, is_before
from docassemble.immdef_selfhelp.story.timeline import timeline
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, WRITTEN, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event

dates = st.builds(FuzzyDate, st.none() | st.integers(2019, 2023), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28),
                  st.sampled_from(['', *PARTS]), st.booleans())
events = st.builds(Event, what=st.integers(0, 10**9).map(str), told=st.sampled_from([WRITTEN, ALOUD, SKIPPED]), when=dates)
tellings = st.lists(events, max_size=12).map(lambda told: Telling('applicant', events=tuple(told)))


def order(*told: tuple[str, FuzzyDate]) -> str:
    return ''.join(event.what for event in timeline(Telling('applicant', events=tuple(Event(what=name, when=when) for name, when in told))))


@pytest.mark.parametrize(('told', 'expected'), [
    ([('a', FuzzyDate(2024)), ('b', FuzzyDate(2023))], 'ba'),
    ([('a', FuzzyDate(2024, 5)), ('b', FuzzyDate(2024))], 'ab'),
    ([('a', FuzzyDate(2024)), ('b', FuzzyDate(2024, 5))], 'ab'),
    ([('a', FuzzyDate(2024, 5, 28)), ('b', FuzzyDate(2024, 5, 27))], 'ba'),
    ([('a', FuzzyDate(2024, 5, 28, about=True)), ('b', FuzzyDate(2024, 5, 27))], 'ab'),
    ([('a', FuzzyDate()), ('b', FuzzyDate(2024))], 'ab'),
    ([('a', FuzzyDate(2024)), ('b', FuzzyDate()), ('c', FuzzyDate(2023))], 'cab'),
    ([('a', FuzzyDate(2024)), ('b', FuzzyDate(None, 5)), ('c', FuzzyDate(2023)), ('d', FuzzyDate())], 'cdab'),
    ([('a', FuzzyDate(2024, part='end_of_year')), ('b', FuzzyDate(2024, part='start_of_year'))], 'ba'),
    ([('a', FuzzyDate(2024, part='dry_season')), ('b', FuzzyDate(2024, part='rainy_season'))], 'ab'),
    ([], ''),
])
def test_order(told: Any, expected: Any) -> None:
    assert order(*told) == expected


def test_a_skipped_event_is_left_out_and_one_to_be_said_aloud_stays() -> None:
    aloud, skipped = Event(told=ALOUD), Event(told=SKIPPED, when=FuzzyDate(2020))
    assert timeline(Telling('applicant', events=(skipped, aloud))) == (aloud,)


@given(tellings)
def test_no_event_is_added_changed_or_lost(telling: Telling) -> None:
    assert Counter(timeline(telling)) == Counter(event for event in telling.events if event.told != SKIPPED)
    assert timeline(telling) == timeline(telling)


@given(tellings)
def test_certain_order_is_respected(telling: Telling) -> None:
    """Among events with a year; one without a year stands where it was told, right behind its own."""
    dated = [event.when for event in timeline(telling) if event.when.year is not None]
    assert not any(is_before(later, earlier) for place, earlier in enumerate(dated) for later in dated[place + 1:])


@given(tellings)
def test_an_undated_event_stays_behind_the_one_it_was_told_after(telling: Telling) -> None:
    told = [(place, event) for place, event in enumerate(telling.events) if event.told != SKIPPED]
    numbered = Telling('applicant', events=tuple(Event(what=str(place), when=event.when, told=event.told) for place, event in told))
    found = [event.what for event in timeline(numbered)]
    before = dict(zip(found[1:], found, strict=False))
    for (one, _), (two, second) in pairwise(told):
        if second.when.year is None:
            assert before[str(two)] == str(one)
