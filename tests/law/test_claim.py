"""The rules of the claim: told, not told and unknown give what they should, and no reason but a marked one is ever named."""
from typing import Any

import pytest
from law.rule_facts import a_person, family, found, levels

from docassemble.immdef_selfhelp.law.facts.facts import Facts, read_facts
from docassemble.immdef_selfhelp.law.rules import claim
from docassemble.immdef_selfhelp.law.rules.process import earlier_order


def story(*harms: dict[str, Any], **telling: Any) -> dict[str, Any]:
    """A case with one telling."""
    return {'tellings': [{'harms': list(harms), **telling}]}


def test_a_case_without_a_word_gives_nothing() -> None:
    assert levels(claim, {}) == {}
    assert earlier_order(Facts()) == ()


@pytest.mark.parametrize(('reason', 'code', 'level', 'kind'), [
    ('politics', 'POLITICAL_OPINION', 'info', 'described'),
    ('religion', 'RELIGION', 'info', 'described'),
    ('race', 'RACE_ETHNICITY', 'info', 'described'),
    ('nationality', 'RACE_ETHNICITY', 'info', 'described'),
    ('family', 'PSG_FAMILY', 'high', 'ask_a_lawyer'),
    ('gender', 'PSG_GENDER', 'high', 'ask_a_lawyer'),
    ('orientation', 'PSG_GENDER', 'high', 'ask_a_lawyer'),
    ('witness', 'PSG_OTHER', 'medium', 'ask_a_lawyer'),
    ('land_or_work', 'PSG_OTHER', 'medium', 'ask_a_lawyer'),
    ('refused_to_join', 'PSG_OTHER', 'medium', 'ask_a_lawyer'),
])
def test_only_the_reason_marked_is_named(reason: str, code: str, level: str, kind: str) -> None:
    named = {*(code for code, _ in claim.PLAIN_REASONS), *(code for code, _ in claim.CONTESTED_REASONS)}
    given = levels(claim, story(reasons=[reason], why_told=True))
    assert {key: value for key, value in given.items() if key[0] in named} == {(code, kind): level}
    assert not any(key[0].startswith('NEXUS') for key in given), 'a reason was told with its words'


def test_family_beside_money_is_medium_because_the_reason_itself_is_not_clear() -> None:
    given = levels(claim, story(reasons=['money', 'family'], why_told=True))
    assert given['PSG_FAMILY', 'ask_a_lawyer'] == 'medium'
    assert given['NEXUS_UNCLEAR', 'not_yet_described'] == 'high'


@pytest.mark.parametrize('reasons', [['money'], ['crime'], ['money', 'crime']])
def test_money_or_crime_alone_is_said_plainly_with_open_questions_and_the_warning(reasons: list[str]) -> None:
    given = levels(claim, story(reasons=reasons, why_told=True))
    assert given['NEXUS_NONE_STATED', 'described'] == 'high'
    assert given['ASK_OPEN_QUESTIONS', 'not_yet_described'] == 'high'
    assert given['FRIVOLOUS_WARNING', 'described'] == 'high'
    assert ('NEXUS_UNCLEAR', 'not_yet_described') not in given


@pytest.mark.parametrize('reasons', [[], ['unknown'], ['other'], ['money', 'unknown'], ['politics', 'unknown'], ['crime', 'politics']])
def test_a_reason_not_known_or_mixed_is_unclear_and_never_none(reasons: list[str]) -> None:
    given = levels(claim, story({'kind': 'threat'}, reasons=reasons, why_told=True))
    assert given['NEXUS_UNCLEAR', 'not_yet_described'] == 'high'
    assert not any(key[0] == 'NEXUS_NONE_STATED' for key in given)


def test_a_reason_without_its_words_is_unclear() -> None:
    assert found(claim, story(reasons=['politics']))['NEXUS_UNCLEAR', 'not_yet_described'].because == ('tellings.0.reasons', 'tellings.0.why_told')


@pytest.mark.parametrize(('harm', 'level'), [
    ({'actor': 'official'}, 'info'), ({'actor': 'with_officials'}, 'info'),
    ({'actor': 'official', 'kind': 'family_violence'}, 'high'), ({'actor': 'private'}, None), ({}, None),
])
def test_an_official_did_it_or_had_a_part(harm: dict[str, Any], level: str | None) -> None:
    assert levels(claim, story(harm)).get(('GOV_ACTOR', 'described')) == level


@pytest.mark.parametrize(('report', 'kind'), [
    ({}, 'not_yet_described'),
    ({'reported': 'yes'}, 'not_yet_described'),
    ({'reported': 'no'}, 'not_yet_described'),
    ({'reported': 'no', 'report_result_told': True}, 'not_yet_described'),
    ({'reported': 'yes', 'report_result_told': True}, 'described'),
    ({'reported': 'no', 'report_why_not_told': True}, 'described'),
])
def test_a_private_person_asks_what_the_authorities_did(report: dict[str, Any], kind: str) -> None:
    given = levels(claim, story({'actor': 'private', **report}))
    assert {key[1]: level for key, level in given.items() if key[0] == 'GOV_UNABLE_UNWILLING'} == {kind: 'high' if kind != 'described' else 'info'}


def test_what_officials_did_asks_nothing_about_a_report() -> None:
    assert not any(key[0] == 'GOV_UNABLE_UNWILLING' for key in levels(claim, story({'actor': 'official'})))


@pytest.mark.parametrize(('harms', 'telling', 'expected'), [
    ([], {'torture': 'yes'}, ('not_yet_described', 'medium')),
    ([{'actor': 'private'}], {'torture': 'yes'}, ('not_yet_described', 'medium')),
    ([], {'torture': 'yes', 'fears_officials': 'yes'}, ('described', 'info')),
    ([{'actor': 'with_officials'}], {'torture': 'yes'}, ('described', 'high')),
    ([{'actor': 'with_officials'}], {'torture': 'yes', 'fears_officials': 'yes'}, ('described', 'info')),
    ([{'actor': 'official'}], {'torture': 'unknown'}, ('described', 'info')),
    ([{'actor': 'private'}], {'torture': 'unknown'}, None),
    ([{'actor': 'private'}], {'torture': 'no'}, None),
])
def test_torture_and_the_part_of_officials(harms: list[dict[str, Any]], telling: dict[str, Any], expected: tuple[str, str] | None) -> None:
    given = {key[1]: level for key, level in levels(claim, story(*harms, **telling)).items() if key[0] == 'CAT_ACQUIESCENCE'}
    assert given == ({expected[0]: expected[1]} if expected else {})


@pytest.mark.parametrize(('telling', 'because'), [
    ({'other_place_told': True}, ('tellings.0.moved',)),
    ({'moved': 'no'}, ('tellings.0.other_place_told',)),
    ({'moved': 'yes', 'moves': [{'after_told': True}, {}], 'other_place_told': True}, ('tellings.0.moves.1.after_told',)),
])
def test_what_is_not_told_of_other_places(telling: dict[str, Any], because: tuple[str, ...]) -> None:
    given = found(claim, story({'actor': 'private'}, **telling))
    assert given['INTERNAL_RELOCATION', 'not_yet_described'].because == because
    assert given['INTERNAL_RELOCATION', 'not_yet_described'].level == 'medium'
    assert ('INTERNAL_RELOCATION', 'described') not in given


def test_moves_told_are_medium_for_private_harm_and_info_where_officials_did_it() -> None:
    told = {'moved': 'yes', 'moves': [{'after_told': True}], 'other_place_told': True}
    assert levels(claim, story({'actor': 'private'}, **told))['INTERNAL_RELOCATION', 'described'] == 'medium'
    assert levels(claim, story({'actor': 'official'}, **told))['INTERNAL_RELOCATION', 'described'] == 'info'


@pytest.mark.parametrize(('fear', 'place', 'mpp', 'expected'), [
    ('yes', 'released', 'unknown', {'described': 'info'}), ('yes', 'mexico', 'yes', {'described': 'high'}),
    ('unknown', 'mexico', 'unknown', {'not_yet_described': 'info'}), ('unknown', 'released', 'yes', {'not_yet_described': 'high'}),
    ('unknown', 'released', 'no', {}), ('no', 'mexico', 'yes', {}),
])
def test_fear_in_mexico_is_told_apart(fear: str, place: str, mpp: str, expected: dict[str, str]) -> None:
    plain = {**story(mexico_fear=fear), 'place': place, 'needs': {'in_mpp': mpp}, 'people': family(nationality='Honduras')}
    assert {key[1]: level for key, level in levels(claim, plain).items() if key[0] == 'MEXICO_FEAR'} == expected
    plain['people'] = family(nationality='Mexico')
    assert not any(key[0] == 'MEXICO_FEAR' for key in levels(claim, plain)), 'for a Mexican it is the fear at home'


@pytest.mark.parametrize(('person', 'order', 'level'), [
    ({'relation': 'spouse', 'travelling': 'yes'}, 'unknown', 'medium'),
    ({'relation': 'spouse', 'travelling': 'yes', 'own_fear': 'yes'}, 'no', 'high'),
    ({'relation': 'partner', 'whereabouts': 'with_me'}, 'yes', 'high'),
    ({'relation': 'spouse', 'travelling': 'yes', 'own_fear': 'no'}, 'unknown', None),
    ({'relation': 'spouse', 'whereabouts': 'home_country', 'travelling': 'no'}, 'unknown', None),
    ({'relation': 'daughter', 'travelling': 'yes', 'birth': '2008-11-24'}, 'unknown', 'medium'),
    ({'relation': 'daughter', 'travelling': 'yes', 'birth': '2008-11-25'}, 'unknown', None),
    ({'relation': 'daughter', 'travelling': 'yes', 'birth': '2008'}, 'unknown', None),
    ({'relation': 'daughter', 'travelling': 'yes'}, 'unknown', None),
])
def test_another_adult_on_the_way_may_have_an_own_claim(person: dict[str, Any], order: str, level: str | None) -> None:
    plain = {'people': family(a_person(**person)), 'limits': {'prior_removal': order}}
    finding = found(claim, plain).get(('SEPARATE_APPLICATIONS', 'ask_a_lawyer'))
    assert (finding.level if finding else None) == level
    assert not finding or finding.about == ('family_0',)


def test_two_of_a_couple_who_told_are_two_tellings() -> None:
    people = family(a_person('spouse'), a_person('sibling', 'family_1'))
    both = {'people': people, 'tellings': [{}, {'person': 'family_0'}]}
    assert levels(claim, both)['CONSISTENCY_BETWEEN_SPOUSES', 'ask_a_lawyer'] == 'high'
    others: tuple[list[dict[str, str]], ...] = ([{}], [{}, {'person': 'family_1'}], [{'person': 'family_0'}])
    for tellings in others:
        assert levels(claim, {'people': people, 'tellings': tellings}) == {}


@pytest.mark.parametrize(('told', 'raised'), [('yes', True), ('no', False), ('unknown', False)])
def test_a_paper_that_says_something_different(told: str, raised: bool) -> None:
    assert (('CFI_CONFLICT', 'ask_a_lawyer') in levels(claim, {'interview': {'notes_wrong': told}})) is raised


def test_every_telling_is_looked_at() -> None:
    tellings = [{'reasons': ['politics'], 'why_told': True}, {'person': 'family_0', 'reasons': ['money']}]
    plain = {'people': family(a_person('spouse')), 'tellings': tellings}
    assert found(claim, plain)['NEXUS_NONE_STATED', 'described'].because == ('tellings.1.reasons',)
    assert [path for path, _ in claim.told(read_facts(plain))] == ['tellings.0', 'tellings.1']
