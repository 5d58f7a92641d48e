"""When a lawyer comes first: every trigger of the research has a stop, and a stop closes nothing."""
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law import dated, stops

ON = date(2026, 11, 25)
# Research section 12, item 18, in its order and words.
ITEM_18 = {
    'detention': 'held',
    'hearing or deadline within 14 days': 'hearing_soon',
    'prior removal order': 'removal_order',
    'any arrest or conviction': 'arrest',
    'payments, food or lodging to a gang, cartel or armed group': 'gave_to_armed_group',
    'military, police or gang role': 'armed_role',
    'prior asylum denial': 'asylum_denied',
    'status or residence in a third country': 'third_country_status',
    'more than 10 months since entry': 'ten_months',
    'in-absentia order': 'missed_court',
    'false papers or citizenship claim': 'false_papers',
    'child alone': 'child_alone',
    'trafficking': 'trafficking',
    'domestic violence with a shared household': 'violence_at_home',
    'mental-health crisis': 'mental_health_crisis',
}


def test_the_triggers_asked_are_those_of_the_research() -> None:
    assert {trigger.id for group in stops.groups() for trigger in group.triggers} == set(ITEM_18.values())


def test_no_screen_asks_more_than_five() -> None:
    assert all(1 <= len(group.triggers) <= 5 for group in stops.groups())


@pytest.mark.parametrize('language', dated.LANGUAGES)
@pytest.mark.parametrize('trigger', ITEM_18.values(), ids=ITEM_18)
def test_each_trigger_marked_gives_its_stop(trigger: str, language: str) -> None:
    found = stops.stops([trigger], 'mexico', 'not_yet', ON, language)
    assert [stop.id for stop in found] == [trigger]
    assert found[0].title
    assert found[0].why == dated.sentence(found[0].why_fact, language, ON)
    assert found[0].today
    assert dated.fact(found[0].why_fact).citation


def test_nothing_told_stops_nothing() -> None:
    assert stops.stops([], 'mexico', 'not_yet', ON, 'es') == ()
    assert stops.stops([], '', '', ON, 'es') == ()
    assert stops.stops([], 'released', 'positive', ON, 'es') == ()


def test_custody_and_a_negative_interview_stop_by_themselves() -> None:
    assert [stop.id for stop in stops.stops([], 'custody', '', ON, 'es')] == ['held']
    assert [stop.id for stop in stops.stops([], '', 'negative', ON, 'es')] == ['negative_interview']
    assert [stop.id for stop in stops.stops(['held'], 'custody', 'negative', ON, 'es')] == ['held', 'negative_interview']


def test_the_order_is_that_of_the_data_and_not_of_the_marks() -> None:
    marked = ['mental_health_crisis', 'arrest', 'hearing_soon']
    assert [stop.id for stop in stops.stops(marked, '', '', ON, 'en')] == ['hearing_soon', 'arrest', 'mental_health_crisis']


def test_a_marked_id_that_is_gone_does_not_break_a_saved_session() -> None:
    assert [stop.id for stop in stops.stops(['no_longer_asked', 'arrest'], '', '', ON, 'es')] == ['arrest']


def test_an_old_reason_says_that_it_is_old() -> None:
    late = date(2030, 1, 1)
    [stop] = stops.stops(['arrest'], '', '', late, 'es')
    assert stop.why.endswith(dated.stale_note(dated.fact(stop.why_fact), 'es'))


def test_a_hearing_soon_says_to_go_and_where_to_check_the_date() -> None:
    [stop] = stops.stops(['hearing_soon'], '', '', ON, 'en')
    assert any('Go to every court date' in step for step in stop.today)
    assert any(dated.value('step_check_date', ON) in step for step in stop.today)


@pytest.fixture
def fresh() -> Iterator[None]:
    stops.all_groups.cache_clear()
    yield
    stops.all_groups.cache_clear()


@pytest.mark.usefixtures('fresh')
@pytest.mark.parametrize(('change', 'says'), [
    ({'why': 'nothing_there'}, "no legal fact 'nothing_there'"),
    ({'today': ['nothing_there']}, "no legal fact 'nothing_there'"),
    ({'today': []}, "'today' is missing"),
    ({'title': {'es': 'Solo español'}}, "'en' is missing"),
    ({'ask': {'en': 'English only'}}, "'es' is missing"),
    ({'id': 'negative_interview'}, 'stands twice'),
    ({'id': 'renamed'}, 'must be there'),
    ({'score': 3}, 'unknown keys: score'),
])
def test_wrong_trigger_data_is_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str) -> None:
    text = {'es': 'Texto', 'en': 'Text'}
    held = {'id': 'held', 'ask': text, 'title': text, 'why': 'stop_held', 'today': ['step_do_not_sign']} | change
    negative = {'id': 'negative_interview', 'title': text, 'why': 'stop_held', 'today': ['step_do_not_sign']}
    groups = ({'id': 'sample', 'triggers': [held, negative]},)
    monkeypatch.setattr(dated, 'groups_in', MappingProxyType({'stop_triggers': groups}).__getitem__)
    with pytest.raises(dated.LawDataError) as refused:
        stops.all_groups()
    assert says in str(refused.value)
