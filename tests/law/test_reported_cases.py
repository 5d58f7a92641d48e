"""The reported cases as scenarios: each element is told, not yet told, or for a lawyer; and small changes of facts change what they should."""
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.findings.found import explain, findings

ON = date(2026, 11, 25)
SCENARIOS: dict[str, dict[str, Any]] = {
    scenario['id']: scenario for scenario in yaml.safe_load((Path(__file__).parent / 'reported_cases.yml').read_text(encoding='utf-8'))}


def status(tree: dict[str, Any]) -> dict[str, set[str]]:
    """Every kind in which each code comes."""
    kinds: dict[str, set[str]] = {}
    for finding in findings(read_facts(deepcopy(tree)), ON):
        kinds.setdefault(finding.code, set()).add(finding.kind)
    return kinds


@pytest.mark.parametrize('name', SCENARIOS)
def test_each_element_is_told_as_it_must_be(name: str) -> None:
    found = status(SCENARIOS[name]['facts'])
    wrong = {code: found.get(code) for code, kind in SCENARIOS[name]['expect'].items() if kind not in found.get(code, set())}
    assert wrong == {}
    assert set(SCENARIOS[name].get('never', ())) & set(found) == set()


@pytest.mark.parametrize('name', SCENARIOS)
def test_no_group_is_worded_and_nothing_is_won_or_lost(name: str) -> None:
    facts = read_facts(deepcopy(SCENARIOS[name]['facts']))
    for finding in findings(facts, ON):
        said = explain(finding, facts, 'en', ON)
        text = f'{said.say} {said.next}'.lower()
        assert not any(words in text for words in ('granted', 'denied your', 'member of', 'women who', 'will win', 'will lose'))


@pytest.mark.parametrize('name', SCENARIOS)
def test_every_scenario_says_what_the_case_is_worth_today(name: str) -> None:
    assert SCENARIOS[name]['good_law'] and SCENARIOS[name]['citation'] and SCENARIOS[name]['told']


def changed(name: str, **more: Any) -> dict[str, set[str]]:
    return status({**deepcopy(SCENARIOS[name]['facts']), **more})


def test_police_refused_removed_makes_the_authorities_not_described() -> None:
    tree = deepcopy(SCENARIOS['a_r_c_g']['facts'])
    tree['tellings'][0]['harms'][0] |= {'reported': 'unknown', 'report_result_told': False}
    assert status(tree)['GOV_UNABLE_UNWILLING'] == {'not_yet_described'}


def test_payments_to_an_armed_group_send_to_a_lawyer() -> None:
    assert 'ARMED_GROUP_PAYMENTS' not in status(SCENARIOS['o_z_i_z']['facts'])
    assert changed('l_e_a', limits={'gave_to_armed_group': 'yes'})['ARMED_GROUP_PAYMENTS'] == {'stop'}


def test_entry_400_days_ago_and_nothing_filed() -> None:
    tree = {'place': 'released', 'entered': 'yes', 'entries': [{'when': '2025-10-21', 'outcome': 'released'}], 'court': {'filed_asylum': 'no'}}
    assert 'ONE_YEAR_PASSED' in status(tree)
    assert 'ONE_YEAR_PASSED' not in status(tree | {'court': {'filed_asylum': 'yes'}})


def test_a_child_alone_is_told_of_its_own_path_and_not_of_the_year() -> None:
    found = status({'place': 'released', 'alone_under_18': 'yes', 'entered': 'yes', 'entries': [{'when': '2025-09-01', 'outcome': 'released'}],
                    'people': [{'key': 'applicant', 'birth': '2011-05-01'}]})
    assert 'UAC' in found
    assert not [code for code in found if code.startswith('ONE_YEAR')]


def test_lived_in_chile_with_residence() -> None:
    tree = {'tellings': [{'reasons': ['politics'], 'countries': [{'name': 'Chile', 'status': 'had'}]}]}
    assert {'FIRM_RESETTLEMENT', 'THIRD_COUNTRY_STATUS'} & set(status(tree))


def test_a_prior_order_gives_the_reasonable_fear_path_alone() -> None:
    found = status({'place': 'custody', 'papers': ['i860', 'm444'], 'limits': {'prior_removal': 'yes'}})
    assert 'PROCESS_REASONABLE_FEAR' in found
    assert 'PROCESS_EXPEDITED_REMOVAL' not in found
