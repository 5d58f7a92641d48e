"""The points to be careful with: three that fit come first, and every one is a provision."""
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.rules.careful import FIRST, FOR_EVERYBODY, fitting


@pytest.mark.parametrize(('plain', 'expected'), [
    ({}, FOR_EVERYBODY),
    ({'limits': {'gave_to_armed_group': 'yes'}}, ('careful_payments', *FOR_EVERYBODY[:2])),
    ({'limits': {'gave_to_armed_group': 'no', 'false_papers_or_claim': 'unknown'}}, FOR_EVERYBODY),
    ({'tellings': [{'countries': [{'name': 'Chile'}], 'harms': [{'actor': 'official'}]}], 'court': {'filed_asylum': 'no'}},
     ('careful_other_countries', 'careful_consulate', 'careful_not_filing')),
    ({'limits': dict.fromkeys(('gave_to_armed_group', 'armed_role', 'paid_helper', 'false_papers_or_claim'), 'yes')},
     ('careful_payments', 'careful_bars', 'careful_false')),
])
def test_the_three_that_fit_come_first(plain: dict[str, Any], expected: tuple[str, ...]) -> None:
    found = fitting(read_facts(plain))
    assert found == expected and len(found) == FIRST
    assert set(found) <= {provision.id for provision in dated.provisions_of('careful_points')}
