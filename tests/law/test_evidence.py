"""Proof on one phone, and the consulate of a government that is feared."""
from typing import Any

import pytest
from law.rule_facts import found, levels

from docassemble.immdef_selfhelp.law.rules import evidence

PHONE = 'EVIDENCE_DIGITAL_PRESERVE', 'described'
STOP, ASK = ('CONSULATE_DANGER', 'stop'), ('CONSULATE_DANGER', 'ask_a_lawyer')


def test_a_case_without_a_word_gives_nothing() -> None:
    assert levels(evidence, {}) == {}
    assert levels(evidence, {'tellings': [{'harms': [{}]}]}) == {}


@pytest.mark.parametrize('told', ['no', 'unknown'])
def test_no_and_unknown_give_nothing(told: str) -> None:
    plain = {'needs': {'proof_only_on_phone': told}, 'tellings': [{'fears_officials': told, 'harms': [{'proof_only_on_phone': told}]}]}
    assert levels(evidence, plain) == {}


@pytest.mark.parametrize(('plain', 'because'), [
    ({'needs': {'proof_only_on_phone': 'yes'}}, ('needs.proof_only_on_phone',)),
    ({'tellings': [{'harms': [{}, {'proof_only_on_phone': 'yes'}]}]}, ('tellings.0.harms.1.proof_only_on_phone',)),
])
def test_proof_that_is_only_on_a_phone(plain: dict[str, Any], because: tuple[str, ...]) -> None:
    assert found(evidence, plain)[PHONE].because == because


@pytest.mark.parametrize(('actors', 'fears', 'expected', 'because'), [
    (['official'], 'unknown', {STOP: 'high'}, ('tellings.0.harms.0.actor',)),
    (['private'], 'yes', {STOP: 'high'}, ('tellings.0.fears_officials',)),
    (['with_officials'], 'unknown', {ASK: 'medium'}, ('tellings.0.harms.0.actor',)),
    (['with_officials', 'official'], 'unknown', {STOP: 'high'}, ('tellings.0.harms.1.actor',)),
    (['private'], 'no', {}, ()), (['unknown'], 'unknown', {}, ()),
])
def test_the_consulate_of_a_feared_government(actors: list[str], fears: str, expected: dict[tuple[str, str], str], because: tuple[str, ...]) -> None:
    plain = {'tellings': [{'fears_officials': fears, 'harms': [{'actor': actor} for actor in actors]}]}
    given = found(evidence, plain)
    assert {key: finding.level for key, finding in given.items()} == expected
    assert all(finding.because == because for finding in given.values())
