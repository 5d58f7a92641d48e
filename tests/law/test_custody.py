"""People held, conditions, who can receive the family, and care: told, told no, unknown."""
import re
from pathlib import Path
from typing import Any

import pytest
from law.rule_facts import a_person, family, found, levels

from docassemble.immdef_selfhelp.law.rules import custody

HELD, CONDITIONS = ('HELD', 'stop'), ('CBP_CONDITIONS', 'not_yet_described')
SEARCH, FOR_DETAINED = ('SPONSOR_SEARCH', 'not_yet_described'), ('SPONSOR_FOR_DETAINED', 'not_yet_described')


def test_a_case_without_a_word_gives_nothing() -> None:
    assert levels(custody, {}) == {}


@pytest.mark.parametrize('told', ['no', 'unknown'])
def test_no_and_unknown_give_nothing(told: str) -> None:
    needs = dict.fromkeys(('held_by_cbp', 'pregnant', 'medical', 'sponsor_status_at_risk'), told)
    assert levels(custody, {'needs': needs, 'people': family(a_person('spouse', held_by='nobody'))}) == {}


@pytest.mark.parametrize(('fact', 'code', 'kind'), [
    ('held_by_cbp', 'CBP_CONDITIONS', 'not_yet_described'), ('pregnant', 'PREGNANT', 'described'), ('medical', 'MEDICAL', 'described'),
    ('sponsor_status_at_risk', 'SPONSOR_EXPOSURE', 'ask_a_lawyer'),
])
def test_what_was_told_is_found(fact: str, code: str, kind: str) -> None:
    given = found(custody, {'needs': {fact: 'yes'}})
    assert {key: (finding.level, finding.because) for key, finding in given.items()} == {(code, kind): ('high', (f'needs.{fact}',))}


@pytest.mark.parametrize(('holder', 'expected'), [
    ('ice', {HELD, FOR_DETAINED}), ('orr', {HELD, FOR_DETAINED}), ('cbp', {HELD, CONDITIONS}), ('nobody', set()), ('unknown', set()),
])
def test_who_holds_somebody(holder: str, expected: set[tuple[str, str]]) -> None:
    given = found(custody, {'people': family(a_person('spouse', held_by=holder))})
    assert set(given) == expected
    assert all(finding.because == ('people.1.held_by',) for finding in given.values())
    assert all(given[key].about == ('family_0',) for key in expected - {CONDITIONS})


def test_the_applicant_in_custody() -> None:
    assert found(custody, {'place': 'custody'})[HELD].because == ('place',)
    both = {'place': 'custody', 'people': family(held_by='ice')}
    assert found(custody, both)[HELD].because == ('place', 'people.0.held_by')


@pytest.mark.parametrize(('sponsor', 'place', 'holder', 'expected'), [
    ('no', 'mexico', 'nobody', {SEARCH}), ('no', 'unknown', 'nobody', {SEARCH}), ('no', 'released', 'nobody', set()),
    ('no', 'released', 'ice', {SEARCH}), ('yes', 'mexico', 'nobody', set()), ('unknown', 'mexico', 'nobody', set()),
    ('unknown', 'released', 'ice', {FOR_DETAINED}), ('yes', 'released', 'ice', {FOR_DETAINED}),
])
def test_who_can_receive_them(sponsor: str, place: str, holder: str, expected: set[tuple[str, str]]) -> None:
    plain = {'place': place, 'needs': {'sponsor': sponsor}, 'people': family(a_person('spouse', held_by=holder))}
    assert set(levels(custody, plain)) - {HELD} == expected


@pytest.mark.parametrize(('birth', 'there'), [('2012-02-14', True), ('2008-11-25', True), ('2008-11-24', False), ('2008', False), (None, False)])
def test_a_child_tells_their_own_story(birth: str | None, there: bool) -> None:
    key = 'CHILD_PACE', 'stop'
    own: dict[str, Any] = {'people': family(birth=birth), 'tellings': [{}]}
    other: dict[str, Any] = {'people': family(a_person('son', birth=birth), birth='1990-01-01'), 'tellings': [{}, {'person': 'family_0'}]}
    assert (key in levels(custody, own)) is there
    given = found(custody, other)
    assert (key in given) is there
    if there:
        assert given[key].because == ('tellings.1.person', 'people.1.birth')
        assert given[key].about == ('family_0',)


def test_who_is_alone_is_not_spoken_to_as_a_family() -> None:
    """Who can receive somebody, who held them, an interview without children: said so that it is true of one person too."""
    data = Path(custody.__file__).parents[1] / 'data'
    texts = [*(data / 'findings').glob('*.yml'), *(data / 'words').glob('*.yml'), data / 'provisions' / 'credible_fear.yml']
    plural = re.compile(r'recibirles|\b(?:les recibe|les detuv|les mandaron)|sea sin sus hijos')
    assert {path.name: found for path in texts if (found := plural.findall(path.read_text(encoding='utf-8')))} == {}
