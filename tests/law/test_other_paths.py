"""Doors beside asylum: what was told opens the talk with a lawyer, "no" and unknown do not."""
from datetime import date, timedelta
from typing import Any

import pytest
from law.rule_facts import family, found, levels

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.rules import other_paths


def test_a_case_without_a_word_gives_nothing() -> None:
    assert levels(other_paths, {}) == {}


@pytest.mark.parametrize('told', ['no', 'unknown'])
def test_no_and_unknown_open_nothing(told: str) -> None:
    names = ('relative_with_status', 'crime_in_united_states', 'abused_by_citizen_or_resident', 'forced_work_or_trafficking',
             'child_without_parent_care')
    assert levels(other_paths, {'alone_under_18': told, 'needs': dict.fromkeys(names, told)}) == {}


@pytest.mark.parametrize(('fact', 'level', 'authority'), [
    ('relative_with_status', 'medium', 'path_family'), ('crime_in_united_states', 'medium', 'path_u_visa'),
    ('abused_by_citizen_or_resident', 'high', 'path_vawa'),
])
def test_each_door_brings_its_own_authority(fact: str, level: str, authority: str) -> None:
    finding = found(other_paths, {'needs': {fact: 'yes'}})['OTHER_RELIEF_CHECK', 'ask_a_lawyer']
    assert (finding.level, finding.authority, finding.because) == (level, (authority,), (f'needs.{fact}',))


@pytest.mark.parametrize(('papers', 'outcome', 'authority'), [
    (['i220a'], 'released', ('path_cuban_adjustment', 'i220a_not_parole')), (['i94'], 'unknown', ('path_cuban_adjustment',)),
    ([], 'paroled', ('path_cuban_adjustment',)), ([], 'released', None), (['notice_to_appear'], 'held', None),
])
def test_a_cuban_admitted_paroled_or_with_the_i220a(papers: list[str], outcome: str, authority: tuple[str, ...] | None) -> None:
    plain = {'people': family(nationality='Cuba'), 'papers': papers, 'entries': [{'outcome': outcome}]}
    finding = found(other_paths, plain).get(('OTHER_RELIEF_CHECK', 'ask_a_lawyer'))
    assert (finding.authority if finding else None) == authority
    plain['people'] = family(nationality='Honduras')
    assert levels(other_paths, plain) == {}


@pytest.mark.parametrize(('reasons', 'raised'), [(['money'], True), (['crime', 'money'], True), (['money', 'family'], False), ([], False)])
def test_only_money_or_crime_told(reasons: list[str], raised: bool) -> None:
    assert (('OTHER_RELIEF_CHECK', 'ask_a_lawyer') in levels(other_paths, {'tellings': [{'reasons': reasons}]})) is raised


@pytest.mark.parametrize('plain', [{'needs': {'forced_work_or_trafficking': 'yes'}}, {'tellings': [{'harms': [{'kind': 'forced_work'}]}]}])
def test_forced_work_stops_for_a_lawyer(plain: dict[str, Any]) -> None:
    assert levels(other_paths, plain) == {('TRAFFICKING_INDICATOR', 'stop'): 'high'}


@pytest.mark.parametrize(('place', 'level'), [('released', 'high'), ('custody', 'high'), ('mexico', 'medium'), ('unknown', 'medium')])
def test_a_child_without_a_parents_care(place: str, level: str) -> None:
    plain = {'place': place, 'needs': {'child_without_parent_care': 'yes'}}
    assert levels(other_paths, plain) == {('SIJ_POTENTIAL', 'ask_a_lawyer'): level}


def test_a_child_alone() -> None:
    assert levels(other_paths, {'alone_under_18': 'yes'}) == {('UAC', 'stop'): 'high'}


def test_the_hold_is_the_dated_list_and_softer_with_a_case_in_court() -> None:
    last_day = date(2026, 8, 23)
    assert len(dated.value('asylum_pause', last_day)) == 3
    for nationality in dated.value('asylum_pause', last_day):
        assert levels(other_paths, {'people': family(nationality=nationality)}, last_day) == {('COUNTRY_HOLD', 'described'): 'medium'}
        in_court = {'people': family(nationality=nationality), 'court': {'has_case': 'yes'}}
        assert levels(other_paths, in_court, last_day) == {('COUNTRY_HOLD', 'described'): 'info'}
        assert levels(other_paths, {'people': family(nationality=nationality)}, last_day + timedelta(days=1)) == {}, 'courts stopped the pause'
    assert levels(other_paths, {'people': family(nationality='Honduras')}) == {}


def test_mexicans_and_remain_in_mexico() -> None:
    assert levels(other_paths, {'people': family(nationality='Mexico')}) == {('MPP_NOT_APPLICABLE', 'described'): 'info'}
    assert levels(other_paths, {'people': family(nationality='Mexico'), 'needs': {'in_mpp': 'yes'}}) == {}, 'said to be in it: no such sentence'


@pytest.mark.parametrize(('abuser', 'raised'), [('no', True), ('unknown', False), ('yes', False)])
def test_violence_by_no_citizen_or_resident(abuser: str, raised: bool) -> None:
    plain = {'tellings': [{'harms': [{'kind': 'family_violence'}]}], 'needs': {'abused_by_citizen_or_resident': abuser}}
    assert (('VAWA_NOT_APPLICABLE', 'described') in levels(other_paths, plain)) is raised
    assert ('VAWA_NOT_APPLICABLE', 'described') not in levels(other_paths, {'needs': {'abused_by_citizen_or_resident': abuser}})
