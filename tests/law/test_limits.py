"""What limits asylum: each marked fact stops or sends to a lawyer, "no" and unknown do not, and the windows of the border rules have exact ends."""
from typing import Any

import pytest
from law.rule_facts import a_person, family, found, levels

from docassemble.immdef_selfhelp.law.rules import limits


@pytest.mark.parametrize(('code', 'name'), limits.STOPS)
def test_each_mark_of_the_lawyer_first_list_is_a_stop(code: str, name: str) -> None:
    assert levels(limits, {'limits': {name: 'yes'}}) == {(code, 'stop'): 'high'}
    assert levels(limits, {'limits': {name: 'no'}}) == {}
    assert levels(limits, {'limits': {name: 'unknown'}}) == {}


def test_extortion_told_and_payments_not_asks_for_a_lawyer_before_more_is_written() -> None:
    told: dict[str, Any] = {'tellings': [{'harms': [{'kind': 'extortion'}]}]}
    finding = found(limits, told)['ARMED_GROUP_PAYMENTS', 'ask_a_lawyer']
    assert finding.because == ('tellings.0.harms.0.kind', 'limits.gave_to_armed_group')
    assert levels(limits, {**told, 'limits': {'gave_to_armed_group': 'no'}}) == {}
    assert levels(limits, {**told, 'limits': {'gave_to_armed_group': 'yes'}}) == {('ARMED_GROUP_PAYMENTS', 'stop'): 'high'}


@pytest.mark.parametrize('order', [{'limits': {'prior_removal': 'yes'}}, {'entries': [{'outcome': 'removal_order'}]}])
def test_an_earlier_order_is_urgent_and_entering_again_is_urgent_before_crossing(order: dict[str, Any]) -> None:
    before = levels(limits, {**order, 'place': 'mexico'})
    assert before['PRIOR_REMOVAL_REINSTATEMENT', 'stop'] == before['REENTRY_CRIMINAL_EXPOSURE', 'stop'] == 'urgent'
    assert levels(limits, {**order, 'place': 'released'})['REENTRY_CRIMINAL_EXPOSURE', 'ask_a_lawyer'] == 'high'


def test_no_order_told_is_none() -> None:
    for told in ('no', 'unknown'):
        assert levels(limits, {'limits': {'prior_removal': told}, 'entries': [{'outcome': 'sent_back_same_day'}], 'place': 'mexico'}) == {}


@pytest.mark.parametrize(('told', 'raised'), [('yes', True), ('no', False), ('unknown', False)])
def test_an_earlier_stay_and_a_trip_back(told: str, raised: bool) -> None:
    assert bool(levels(limits, {'limits': {'stayed_without_permission': told}})) is raised
    assert (('RETURN_TRIP', 'ask_a_lawyer') in levels(limits, {'tellings': [{'returned': told}]})) is raised


@pytest.mark.parametrize(('country', 'expected'), [
    ({'status': 'had'}, {('FIRM_RESETTLEMENT', 'stop'): 'high'}),
    ({'status': 'had', 'could_stay': 'yes'}, {('FIRM_RESETTLEMENT', 'stop'): 'high'}),
    ({'status': 'none', 'could_stay': 'yes'}, {('FIRM_RESETTLEMENT', 'stop'): 'high'}),
    ({'status': 'had', 'could_stay': 'no'}, {('THIRD_COUNTRY_STATUS', 'stop'): 'high'}),
    ({'status': 'asked'}, {('THIRD_COUNTRY_STATUS', 'ask_a_lawyer'): 'medium'}),
    ({'status': 'unknown'}, {('THIRD_COUNTRY_STATUS', 'not_yet_described'): 'info'}),
    ({'status': 'none'}, {}),
])
def test_another_country(country: dict[str, Any], expected: dict[tuple[str, str], str]) -> None:
    plain = {'people': family(nationality='Haiti'), 'tellings': [{'countries': [{'name': 'Chile', **country}]}]}
    assert levels(limits, plain) == expected
    for own in ('Haiti', 'Haití'):
        plain['tellings'] = [{'countries': [{'name': own, **country}]}]
        assert levels(limits, plain) == {}, 'the own country is no third one'


@pytest.mark.parametrize(('person', 'raised'), [
    ({'nationality': 'Costa Rica', 'travelling': 'yes'}, True), ({'other_nationality': 'yes'}, True),
    ({'nationality': 'Nicaragua', 'travelling': 'yes', 'other_nationality': 'no'}, False),
    ({'nationality': '', 'travelling': 'yes'}, False), ({'nationality': 'Costa Rica', 'travelling': 'no'}, False),
])
def test_more_than_one_nationality(person: dict[str, Any], raised: bool) -> None:
    given = found(limits, {'people': family(a_person('son', **person), nationality='Nicaragua')})
    assert (('MULTIPLE_NATIONALITY', 'ask_a_lawyer') in given) is raised
    assert all(finding.about == ('family_0',) for finding in given.values())


def windows(when: str, nationality: str = 'Honduras', **more: Any) -> set[str]:
    """The codes of the rules that depend on the day of entry."""
    entry = {'when': when, 'manner': more.pop('manner', 'between_ports'), 'outcome': more.pop('outcome', 'released')}
    return {code for code, _ in levels(limits, {'people': family(nationality=nationality), 'entries': [entry], **more})}


@pytest.mark.parametrize(('when', 'inside'), [
    ('2023-05-10', False), ('2023-05-11', True), ('2025-05-11', True), ('2025-05-12', False), ('2023', True), ('2025-05', True), ('2022', False),
])
def test_the_window_of_the_2023_rule_has_both_its_days(when: str, inside: bool) -> None:
    assert ('CLP_WINDOW' in windows(when)) is inside


def test_the_2023_rule_leaves_out_mexicans_children_alone_visas_and_people_turned_back() -> None:
    assert 'CLP_WINDOW' in windows('2024-01-01', manner='unknown')
    assert 'CLP_WINDOW' not in windows('2024-01-01', 'Mexico')
    assert windows('2024-01-01', alone_under_18='yes') == windows('2024-01-01', manner='visa') == set()
    assert windows('2024-01-01', outcome='turned_back') == set()


@pytest.mark.parametrize(('code', 'before', 'first'), [
    ('STB_WINDOW', '2024-06-04', '2024-06-05'), ('PROCLAMATION_WINDOW', '2025-01-19', '2025-01-20'),
    ('THIRD_COUNTRY_AGREEMENT', '2025-09-01', '2025-09-02'),
])
def test_the_later_rules_begin_on_their_day(code: str, before: str, first: str) -> None:
    assert code not in windows(before)
    assert code in windows(first)
    assert code not in windows(first, alone_under_18='yes')
