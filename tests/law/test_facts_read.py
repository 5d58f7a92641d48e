"""Every fact is there for a rule: what no rule reads would be asked, kept and told for nothing."""
from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields
from typing import Any

import pytest
from law.expert_cases import NAMES, expert_case
from law.test_reported_cases import ON, SCENARIOS

from docassemble.immdef_selfhelp.law.facts import facts as law
from docassemble.immdef_selfhelp.law.facts.words import fact_names
from docassemble.immdef_selfhelp.law.findings.found import RULES

PARTS: dict[type, str] = {
    law.Facts: '', law.Person: 'people.', law.Entry: 'entries.', law.FearInterview: 'interview.', law.Court: 'court.', law.Telling: 'tellings.',
    law.Harm: 'tellings.harms.', law.Move: 'tellings.moves.', law.Country: 'tellings.countries.', law.Limits: 'limits.', law.Needs: 'needs.'}
# No rule decides by a name; findings say whom they are about.
FOR_WORDS = {'people.name'}
# A case in which every list has something and every question an answer.
MANY: dict[str, Any] = {
    'people': [{'key': 'applicant', 'relation': 'applicant'},
               {'key': 'family_0', 'relation': 'stepchild', 'birth': '2012-05-01', 'whereabouts': 'with_me', 'marriage': '2015'},
               {'key': 'family_1', 'relation': 'grandchild', 'birth': '2015-05-01', 'whereabouts': 'with_me'}],
    'place': 'released', 'entered': 'yes',
    'court': {'decision': 'removal', 'decision_served': '2026-11-03', 'moved': 'yes', 'moved_on': '2026-11-20'},
    'entries': [{'when': '2026-01-21', 'manner': 'between_ports', 'outcome': 'paroled', 'parole_until': '2026-12-20'}],
    'tellings': [{'harms': [{'kind': 'threat', 'actor': 'private', 'reported': 'yes'}, {'actor': 'private', 'reported': 'no'}], 'moved': 'yes',
                  'moves': [{}], 'countries': [{'name': 'Mexico', 'status': 'had'}], 'torture': 'yes'}],
}


def spied(kind: type, seen: set[str]) -> Callable[[Any, str], Any]:
    """How a part of the facts gives its values and notes which."""
    names = {part.name for part in fields(kind)}

    def give(self: Any, name: str) -> Any:
        if name in names:
            seen.add(f'{PARTS[kind]}{name}')
        return object.__getattribute__(self, name)
    return give


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The facts that any rule looks at in any of the written cases."""
    cases = [(expert_case(name).facts, expert_case(name).on) for name in NAMES]
    cases += [(law.read_facts(deepcopy(tree)), ON) for tree in (MANY, *(scenario['facts'] for scenario in SCENARIOS.values()))]
    seen: set[str] = set()
    for kind in PARTS:
        monkeypatch.setattr(kind, '__getattribute__', spied(kind, seen))
    for facts, on in cases:
        for rule in RULES:
            list(rule(facts, on))
    return seen & set(fact_names())


def test_every_fact_is_read_by_a_rule(read: set[str]) -> None:
    assert set(fact_names()) - read == FOR_WORDS
