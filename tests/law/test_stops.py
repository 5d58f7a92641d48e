"""When a lawyer comes first: every trigger of the research gives a finding that stands before drafting, and a stop closes nothing."""
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from law.expert_cases import NAMES, expert_case

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.facts import marks
from docassemble.immdef_selfhelp.law.facts.facts import Facts, read_facts
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.findings.found import explain, findings, stops
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 25)
# Research section 12, item 18, in its order and words: the mark that tells it, and the finding it must give.
ITEM_18 = {
    'detention': ('held', 'HELD'),
    'hearing or deadline within 14 days': ('hearing_soon', 'DATE_SOON'),
    'prior removal order': ('removal_order', 'PRIOR_REMOVAL_REINSTATEMENT'),
    'any arrest or conviction': ('arrest', 'ARREST_OR_CONVICTION'),
    'payments, food or lodging to a gang, cartel or armed group': ('gave_to_armed_group', 'ARMED_GROUP_PAYMENTS'),
    'military, police or gang role': ('armed_role', 'ARMED_ROLE'),
    'prior asylum denial': ('asylum_denied', 'ASYLUM_DENIED_BEFORE'),
    'status or residence in a third country': ('third_country_status', 'FIRM_RESETTLEMENT'),
    'more than 10 months since entry': ('ten_months', 'ONE_YEAR_NEAR_OR_PASSED'),
    'in-absentia order': ('missed_court', 'IN_ABSENTIA_ORDER'),
    'false papers or citizenship claim': ('false_papers', 'FALSE_PAPERS_OR_CLAIM'),
    'child alone': ('child_alone', 'UAC'),
    'trafficking': ('trafficking', 'TRAFFICKING_INDICATOR'),
    'domestic violence with a shared household': ('violence_at_home', 'VIOLENCE_AT_HOME'),
    'mental-health crisis': ('mental_health_crisis', 'CRISIS'),
}
# Stops that do not stand before drafting, and why.
NOT_BEFORE_DRAFTING = {
    'PHONE_UNSAFE': 'the screen on the phone has said it before the first answer',
    'REENTRY_CRIMINAL_EXPOSURE': 'the earlier order stands there, with "before crossing"',
    'CHILD_PACE': 'nobody can tell it before a child has begun to tell',
    'CONSULATE_DANGER': 'it is about papers of a consulate, and the list of papers obeys it',
}


def facts(**tree: Any) -> Facts:
    return read_facts(tree)


def raised(**tree: Any) -> list[str]:
    return [found.code for found in stops(facts(**tree), ON)]


def with_mark(mark_id: str, told: str = 'yes') -> dict[str, Any]:
    """The facts of one mark."""
    room, _, name = marks.marks_by_id()[mark_id].fact.partition('.')
    return {room: {name: told}}


def test_the_lawyer_first_list_asks_what_the_research_names() -> None:
    asked = {mark.id for group in marks.groups(marks.LAWYER_FIRST) for mark in group.marks}
    assert asked == {mark_id for mark_id, _ in ITEM_18.values()}


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize(('mark_id', 'code'), ITEM_18.values(), ids=ITEM_18)
def test_each_mark_gives_its_stop_with_what_to_do_today(mark_id: str, code: str, language: str) -> None:
    case = facts(**with_mark(mark_id))
    [stop] = stops(case, ON)
    assert stop.code == code
    said = explain(stop, case, language, ON)
    assert said.title and said.say and said.next and said.today and said.authorities
    assert said.reasons[0].path == marks.marks_by_id()[mark_id].fact


@pytest.mark.parametrize('told', ['no', 'unknown'])
def test_what_was_not_marked_stops_nothing(told: str) -> None:
    assert [mark_id for mark_id, _ in ITEM_18.values() if raised(**with_mark(mark_id, told))] == []
    assert stops(Facts(), ON) == ()


@pytest.mark.parametrize(('tree', 'codes'), [
    ({'place': 'custody'}, ['HELD']),
    ({'interview': {'status': 'negative'}}, ['LEGAL_REVIEW_URGENT']),
    ({'interview': {'status': 'negative', 'judge_review': 'agreed_with_officer'}}, ['JUDGE_AGREED_WITH_OFFICER']),
    ({'interview': {'status': 'negative', 'judge_review': 'changed'}}, []),
    ({'interview': {'status': 'positive'}, 'place': 'released'}, []),
    ({'entries': [{'outcome': 'removal_order'}]}, ['PRIOR_REMOVAL_REINSTATEMENT']),
    ({'court': {'hearing': '2026-12-09'}}, ['HEARING_SOON']),
    ({'court': {'hearing': '2026-12-10'}}, []),
    ({'court': {'decision': 'in_absentia'}}, ['IN_ABSENTIA_ORDER']),
    ({'place': 'released', 'entered': 'yes', 'entries': [{'when': '2026-01-21', 'outcome': 'released'}]}, ['ONE_YEAR_SOON']),
    ({'tellings': [{'countries': [{'name': 'Chile', 'status': 'had'}]}]}, ['FIRM_RESETTLEMENT']),
    ({'tellings': [{'harms': [{'kind': 'forced_work'}]}]}, ['TRAFFICKING_INDICATOR']),
    ({'needs': {'child_of_family_apart': 'yes'}}, ['SEPARATION_OCCURRED']),
])
def test_other_answers_stop_by_themselves(tree: dict[str, Any], codes: list[str]) -> None:
    assert raised(**tree) == codes


def test_a_date_told_says_more_than_its_mark() -> None:
    assert raised(court={'date_soon': 'yes', 'hearing': '2026-12-01'}) == ['HEARING_SOON']
    assert raised(court={'date_soon': 'yes', 'hearing': '2027-12-01'}) == ['DATE_SOON_WHICH'], 'another date may be meant'
    entered: dict[str, Any] = {'place': 'released', 'entered': 'yes', 'limits': {'more_than_ten_months': 'yes'}}
    assert raised(**entered, entries=[{'when': '2026-01-21', 'outcome': 'released'}]) == ['ONE_YEAR_SOON']
    assert raised(**entered, entries=[{'when': '2026-09-01', 'outcome': 'released'}]) == ['ONE_YEAR_WHICH'], 'one of the two is wrong'
    assert raised(**entered, court={'filed_asylum': 'yes'}) == []


def test_a_date_marked_stands_beside_the_one_that_was_told() -> None:
    told = facts(court={'date_soon': 'yes', 'hearing': '2027-01-26'})
    said = explain(next(one for one in findings(told, ON) if one.code == 'DATE_SOON_WHICH'), told, 'es', ON)
    assert '14 días' in said.say and '26 de enero de 2027' in said.say and 'muy cerca' not in said.title


def test_a_country_told_says_more_than_its_mark() -> None:
    marked: dict[str, Any] = {'limits': {'third_country_status': 'yes'}}
    assert raised(**marked, tellings=[{'countries': [{'name': 'Chile', 'status': 'had', 'could_stay': 'no'}]}]) == ['THIRD_COUNTRY_STATUS']
    assert raised(**marked, tellings=[{'countries': [{'name': 'Mexico', 'status': 'none'}]}]) == ['FIRM_RESETTLEMENT']


def test_a_child_alone_in_the_family_of_an_adult_hides_no_limit() -> None:
    aunt: dict[str, Any] = {'place': 'released', 'entered': 'yes', 'entries': [{'when': '2026-01-21', 'outcome': 'released'}],
                            'needs': {'child_alone': 'yes'}, 'people': [{'key': 'applicant', 'birth': '1990-01-01'}]}
    for alone in ('unknown', 'yes'):
        found = {finding.code for finding in findings(facts(**aunt, alone_under_18=alone), ON)}
        assert {'UAC', 'ONE_YEAR_SOON'} <= found
        assert 'PROCESS_UNACCOMPANIED_CHILD' not in found


def test_every_stop_stands_before_drafting_or_has_a_reason_not_to() -> None:
    trees: list[dict[str, Any]] = [
        {'needs': {'phone': 'watched'}}, {'limits': {'prior_removal': 'yes'}, 'place': 'mexico'},
        {'people': [{'key': 'applicant', 'birth': '2012-01-01'}], 'tellings': [{}]}, {'tellings': [{'fears_officials': 'yes'}]},
        *(with_mark(mark_id) for mark_id, _ in ITEM_18.values()),
    ]
    cases = [facts(**tree) for tree in trees]
    kept = {finding.code for case in cases for finding in findings(case, ON) if finding.kind == 'stop' and finding not in stops(case, ON)}
    assert kept == set(NOT_BEFORE_DRAFTING)
    assert not [code for code in NOT_BEFORE_DRAFTING if finding_texts.text_of(code, 'stop').today]


def test_an_old_reason_says_that_it_is_old() -> None:
    late = date(2030, 1, 1)
    case = facts(limits={'arrest_or_conviction': 'yes'})
    said = explain(stops(case, late)[0], case, 'es', late)
    assert all('puede haber cambiado' in source.note for source in said.authorities)
    assert all('puede haber cambiado' in step for step in said.today)


def test_a_date_soon_says_to_go_and_where_to_check_the_date() -> None:
    case = facts(court={'date_soon': 'yes'})
    said = explain(stops(case, ON)[0], case, 'en', ON)
    assert any('Go to every court date' in step for step in said.today)
    assert any(dated.value('step_check_date', ON) in step for step in said.today)


@pytest.fixture
def fresh() -> Iterator[None]:
    marks.groups.cache_clear()
    yield
    marks.groups.cache_clear()


@pytest.mark.usefixtures('fresh')
@pytest.mark.parametrize(('change', 'says'), [
    ({'fact': 'needs.nothing_there'}, 'there is no fact needs.nothing_there'),
    ({'es': ''}, "'es' is missing"),
    ({'id': ''}, "'id' is missing"),
    ({'score': 3}, 'unknown keys: score'),
])
def test_wrong_marks_are_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str) -> None:
    text = {'es': 'Texto', 'en': 'Text'}
    group = {'id': 'sample', 'title': text, 'marks': [{'id': 'held', 'fact': 'needs.somebody_held', **text} | change]}
    monkeypatch.setattr(dated, 'groups_in', MappingProxyType({marks.LAWYER_FIRST: (group,)}).__getitem__)
    with pytest.raises(strict.LawDataError) as refused:
        marks.groups(marks.LAWYER_FIRST)
    assert says in str(refused.value)


@pytest.mark.parametrize('name', NAMES)
def test_no_stop_lies_in_what_happened(name: str) -> None:
    """The interview reads no event when it looks, twice for each answer, for a reason to see a lawyer first (`interview.stops.answers_for_stops`)."""
    case = expert_case(name)
    without = replace(case.facts, tellings=tuple(replace(told, harms=()) for told in case.facts.tellings))
    assert {found.code for found in stops(without, case.on)} == {found.code for found in stops(case.facts, case.on)}
