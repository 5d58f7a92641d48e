"""Language, reading, telephone, safety and paid help: told, told no, unknown."""
from typing import Any, get_args

import pytest
from law.rule_facts import ON, found, levels

from docassemble.immdef_selfhelp.law.facts.facts import INDIGENOUS_LANGUAGES, InterviewStatus, read_facts
from docassemble.immdef_selfhelp.law.findings.found import explain
from docassemble.immdef_selfhelp.law.rules import needs

INDIGENOUS, INTERPRETER = ('LANGUAGE_INDIGENOUS', 'ask_a_lawyer'), ('LANGUAGE_INTERPRETER', 'described')
NOT_LISTED = 'LANGUAGE_INTERPRETER', 'not_yet_described'


def test_a_case_without_a_word_gives_nothing() -> None:
    assert levels(needs, {}) == {}


@pytest.mark.parametrize('told', ['no', 'unknown'])
def test_no_and_unknown_give_nothing(told: str) -> None:
    plain = {'needs': dict.fromkeys(('afraid_of_family', 'violence_at_home', 'crisis'), told), 'limits': {'paid_helper': told}}
    assert levels(needs, plain) == {}


@pytest.mark.parametrize(('told', 'code', 'kind', 'level'), [
    ({'needs': {'afraid_of_family': 'yes'}}, 'CONFIDENTIAL_FROM_FAMILY', 'described', 'medium'),
    ({'needs': {'violence_at_home': 'yes'}}, 'VIOLENCE_AT_HOME', 'stop', 'high'),
    ({'needs': {'crisis': 'yes'}}, 'CRISIS', 'stop', 'high'),
    ({'limits': {'paid_helper': 'yes'}}, 'NOTARIO_FRAUD', 'ask_a_lawyer', 'high'),
    ({'interview': {'understood': 'no'}}, 'LANGUAGE_INTERPRETER_ERROR', 'ask_a_lawyer', 'high'),
    ({'needs': {'reads': 'no'}}, 'LITERACY_LOW', 'described', 'high'),
    ({'needs': {'phone': 'watched'}}, 'PHONE_UNSAFE', 'stop', 'urgent'),
    ({'needs': {'phone': 'shared'}}, 'PHONE_SHARED', 'described', 'medium'),
])
def test_what_was_told_is_found(told: dict[str, Any], code: str, kind: str, level: str) -> None:
    assert levels(needs, told) == {(code, kind): level}


@pytest.mark.parametrize('language', sorted(INDIGENOUS_LANGUAGES))
@pytest.mark.parametrize('status', get_args(InterviewStatus))
def test_an_indigenous_language_is_for_today_when_the_interview_has_a_date_or_went_wrong(language: str, status: str) -> None:
    given = found(needs, {'needs': {'best_language': language}, 'interview': {'status': status}})[INDIGENOUS]
    assert given.level == ('urgent' if status in ('scheduled', 'negative') else 'high')
    assert given.values['language'] == language
    assert ('interview.status' in given.because) is (given.level == 'urgent')


@pytest.mark.parametrize(('fluent', 'there'), [('yes', False), ('no', True), ('unknown', True)])
def test_who_also_understands_spanish_as_well(fluent: str, there: bool) -> None:
    given = levels(needs, {'needs': {'best_language': 'nahuatl', 'second_language_fluent': fluent}})
    assert (INDIGENOUS in given) is there


@pytest.mark.parametrize(('best', 'expected'), [
    ('haitian_creole', {INTERPRETER}), ('portuguese', {INTERPRETER}), ('other', {NOT_LISTED}), ('spanish', set()), ('english', set()),
    ('unknown', set()),
])
def test_other_languages(best: str, expected: set[tuple[str, str]]) -> None:
    assert set(levels(needs, {'needs': {'best_language': best}})) == expected


@pytest.mark.parametrize(('language', 'named'), [('es', 'criollo haitiano'), ('en', 'Haitian Creole')])
def test_the_language_is_named_in_words(language: str, named: str) -> None:
    plain = {'needs': {'best_language': 'haitian_creole'}}
    assert named in explain(found(needs, plain)[INTERPRETER], read_facts(plain), language, ON).say


@pytest.mark.parametrize('understood', ['yes', 'unknown'])
def test_an_interview_understood_or_not_known(understood: str) -> None:
    assert levels(needs, {'interview': {'understood': understood}}) == {}


@pytest.mark.parametrize(('reads', 'phone', 'level'), [
    ('some', 'no', 'high'), ('some', 'yes', 'medium'), ('some', 'unknown', 'medium'), ('yes', 'yes', None), ('unknown', 'unknown', None),
])
def test_who_reads_some(reads: str, phone: str, level: str | None) -> None:
    assert levels(needs, {'needs': {'reads': reads, 'has_phone': phone}}).get(('LITERACY_LOW', 'described')) == level


@pytest.mark.parametrize(('phone', 'place', 'alone', 'there'), [
    ('no', 'mexico', 'unknown', True), ('no', 'custody', 'unknown', False), ('no', 'released', 'yes', False),
    ('yes', 'mexico', 'unknown', False), ('unknown', 'mexico', 'unknown', False),
])
def test_no_phone(phone: str, place: str, alone: str, there: bool) -> None:
    plain = {'needs': {'has_phone': phone}, 'place': place, 'alone_under_18': alone}
    assert (('NO_PHONE', 'described') in levels(needs, plain)) is there


@pytest.mark.parametrize('phone', ['private', 'unknown'])
def test_a_private_phone_or_one_not_known(phone: str) -> None:
    assert levels(needs, {'needs': {'phone': phone}}) == {}
