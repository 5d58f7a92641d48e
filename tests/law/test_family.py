"""The family's rules: who goes in one application, birthdays to the day, who may be taken apart, and what proves a tie."""
from datetime import date
from typing import Any

import pytest
from law.rule_facts import ON, a_person, family as people, found, levels

from docassemble.immdef_selfhelp.law.facts.ages import birthday
from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.facts.family_ties import NOT_A_PARENT_OF
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, in_month, in_year, on_day
from docassemble.immdef_selfhelp.law.findings.found import explain
from docassemble.immdef_selfhelp.law.findings.ordered import ordered
from docassemble.immdef_selfhelp.law.findings.texts import text_of
from docassemble.immdef_selfhelp.law.rules import family

INCLUDED, ASK, NOT_TOLD = (('DERIVATIVE_ELIGIBILITY', kind) for kind in ('described', 'ask_a_lawyer', 'not_yet_described'))
STEPCHILD = 'STEPCHILD_MARRIAGE_DATE', 'ask_a_lawyer'
GAP, CONSENT = (('SEPARATION_DOC_GAP', kind) for kind in ('not_yet_described', 'ask_a_lawyer'))
NON_PARENT, AGE_NOT_TOLD = (('SEPARATION_NON_PARENT', kind) for kind in ('stop', 'not_yet_described'))
TURNS_18, TURNS_21 = ('SEPARATION_TURNING_18', 'deadline'), ('AGES_OUT', 'deadline')
TURNS_18_WITH_PARENT = ('TURNING_18_WITH_PARENT', 'deadline')
OWN_CLAIM = 'CHILD_OWN_CLAIM', 'ask_a_lawyer'


def with_me(relation: str, **more: Any) -> dict[str, Any]:
    """Somebody who travels with the applicant, with the papers of the family at hand."""
    return a_person(relation, **{'travelling': 'yes', 'parentage_proof': 'yes', **more})


def raised(*others: dict[str, Any], on: date = ON, **case: Any) -> dict[tuple[str, str], str]:
    """The levels of what is found for these people."""
    return levels(family, {'people': people(*others), **case}, on)


@pytest.mark.parametrize(('born', 'age', 'reached'), [
    (on_day(date(2008, 2, 29)), 18, on_day(date(2026, 2, 28))), (on_day(date(2008, 2, 29)), 20, on_day(date(2028, 2, 29))),
    (on_day(date(2008, 5, 3), about=True), 18, Span(date(2026, 4, 18), date(2026, 5, 18), True)), (UNTOLD, 18, UNTOLD),
    (in_month(2008, 2), 21, in_month(2029, 2)), (in_year(2008), 18, in_year(2026)),
])
def test_a_birthday_is_as_sharp_as_the_birth(born: Span, age: int, reached: Span) -> None:
    assert birthday(born, age) == reached


def test_nobody_told_gives_nothing() -> None:
    assert levels(family, {}) == {}
    assert raised(a_person('niece_nephew', birth='2012-01-31'), a_person('son', 'family_1')) == {}, 'not told that they travel'


@pytest.mark.parametrize(('relation', 'birth', 'level'), [
    ('niece_nephew', '2012-01-31', 'high'), ('niece_nephew', None, 'high'), ('grandchild', '2000-01-31', 'medium'),
    ('sibling', '2008-11-24', 'medium'),
    ('parent', None, 'medium'), ('partner', None, 'medium'), ('other', '1990', 'medium'), ('other_parent', '1990', 'medium'),
])
def test_other_relatives_ask_for_themselves(relation: str, birth: str | None, level: str) -> None:
    assert raised(with_me(relation, birth=birth))[ASK] == level
    assert INCLUDED not in raised(with_me(relation, birth=birth))


def test_a_husband_or_wife_is_included() -> None:
    assert raised(with_me('spouse')) == {INCLUDED: 'info'}


def test_nobody_is_said_to_be_included_by_who_has_an_earlier_order() -> None:
    ordered: dict[str, Any] = {'entered': 'yes', 'entries': [{'outcome': 'removal_order'}]}
    wife, child = with_me('spouse'), with_me('son', key='family_1', birth='2016-06-16')
    assert INCLUDED in raised(wife, child)
    assert INCLUDED not in raised(wife, child, **ordered)
    assert raised(with_me('niece_nephew', birth='2012-01-31'), **ordered)[ASK] == 'high', 'who needs their own application still hears it'
    assert INCLUDED in raised(wife, limits={'prior_removal': 'yes'}), 'marked for the family: it may not be theirs'


@pytest.mark.parametrize(('relation', 'birth', 'asked'), [
    ('son', '2008-11-26', False), ('son', '2008-11-25', True), ('daughter', '2005-11-26', True), ('daughter', '2005-11-25', False),
    ('stepchild', '2007', True), ('son', '2008', True), ('daughter', None, True), ('niece_nephew', '2007', False), ('spouse', '2007', False),
])
def test_only_a_grown_child_or_one_of_no_told_age_is_asked_about(relation: str, birth: str | None, asked: bool) -> None:
    told = read_facts({'people': people(with_me(relation, birth=birth))}).people[1]
    assert family.marriage_matters(told, date(2026, 11, 25)) == asked


@pytest.mark.parametrize(('birth', 'married', 'expected'), [
    ('2015-03-02', 'unknown', INCLUDED), ('2005-11-25', 'no', INCLUDED), ('2005-11-24', 'no', ASK), ('2005-11', 'no', NOT_TOLD),
    ('2007-01-01', 'unknown', NOT_TOLD), ('2007-01-01', 'yes', ASK), (None, 'unknown', NOT_TOLD), (None, 'no', NOT_TOLD),
])
def test_a_child_is_included_while_unmarried_and_under_21(birth: str | None, married: str, expected: tuple[str, str]) -> None:
    given = raised(with_me('daughter', birth=birth, married=married))
    assert [key for key in (INCLUDED, ASK, NOT_TOLD) if key in given] == [expected]


@pytest.mark.parametrize(('marriage', 'birth', 'expected'), [
    ('2020-05-05', '2008-01-10', {INCLUDED}), ('2026-01-09', '2008-01-10', {INCLUDED}), ('2026-01-10', '2008-01-10', {STEPCHILD}),
    ('2026', '2008-01-10', {STEPCHILD}), (None, '2008-01-10', {STEPCHILD}), ('2020-05-05', None, {NOT_TOLD, STEPCHILD}),
    ('2020-05-05', '2005-11-24', {ASK}),
])
def test_a_stepchild_needs_the_marriage_before_18(marriage: str | None, birth: str | None, expected: set[tuple[str, str]]) -> None:
    given = raised(with_me('stepchild', marriage=marriage, birth=birth, married='no'), place='released')
    assert set(given) & {INCLUDED, ASK, NOT_TOLD, STEPCHILD} == expected


@pytest.mark.parametrize(('birth', 'on', 'there'), [
    ('2006-01-10', date(2026, 11, 24), True), ('2006-01-10', date(2027, 1, 10), True), ('2006-01-10', date(2027, 1, 11), False),
    ('2006-01-10', date(2026, 1, 10), True), ('2006-01-10', date(2026, 1, 9), False), ('2007-02-28', date(2028, 2, 29), False),
    ('2007-02-28', date(2027, 2, 28), True), ('2006', date(2027, 6, 1), True), (None, ON, False),
])
def test_the_21st_birthday_within_a_year(birth: str | None, on: date, there: bool) -> None:
    given = found(family, {'people': people(a_person('son', birth=birth, whereabouts='home_country'))}, on)
    assert (TURNS_21 in given) is there
    if there:
        deadline = given[TURNS_21].deadlines[0]
        assert (deadline.id, deadline.nature, deadline.counted_from) == ('turning_21', 'event', 'people.1.birth')
        assert deadline.span == birthday(read_facts({'people': people(a_person('son', birth=birth))}).people[1].birth, 21)


def test_the_21st_birthday_of_a_child_born_on_a_leap_day() -> None:
    given = found(family, {'people': people(a_person('daughter', birth='2008-02-29'))}, date(2028, 12, 1))
    assert given[TURNS_21].deadlines[0].rely_on == date(2029, 2, 28)


def test_a_married_child_has_no_such_date_and_a_filed_application_softens_it() -> None:
    son = a_person('son', birth='2006-03-10')
    assert raised(son)[TURNS_21] == 'medium'
    assert raised({**son, 'birth': '2006-01-10'})[TURNS_21] == 'high', 'the level follows the days that are left'
    assert raised(son, court={'filed_asylum': 'yes'})[TURNS_21] == 'info'
    assert raised(son, court={'filed_asylum': 'unknown'})[TURNS_21] == 'medium'
    assert TURNS_21 not in raised({**son, 'married': 'yes'})
    assert TURNS_21 not in raised(a_person('sibling', birth='2006-01-10'))


@pytest.mark.parametrize(('person', 'there'), [
    (with_me('niece_nephew'), True), (with_me('son'), False), (with_me('stepchild'), True), (a_person('son', held_by='orr'), True),
    (a_person('son', whereabouts='home_country'), False), (a_person('sibling'), False), (with_me('partner'), False),
])
def test_the_18th_birthday_of_a_child_on_the_way_or_held(person: dict[str, Any], there: bool) -> None:
    assert (TURNS_18 in raised({**person, 'birth': '2009-02-01'})) is there


@pytest.mark.parametrize(('birth', 'level'), [
    ('2008-11-28', 'urgent'), ('2008-12-08', 'urgent'), ('2008-12-09', 'high'), ('2009-01-23', 'high'), ('2009-01-24', 'medium'), ('2009', 'high'),
])
def test_the_level_of_an_18th_birthday_follows_the_days(birth: str, level: str) -> None:
    assert raised(with_me('niece_nephew', birth=birth))[TURNS_18] == level
    assert raised(with_me('daughter', birth=birth))[TURNS_18_WITH_PARENT] == level


def test_the_rule_of_children_alone_is_not_said_of_a_child_with_its_mother() -> None:
    given = found(family, {'people': people(with_me('daughter', birth='2009-01-02'))})
    assert TURNS_18 not in given and [deadline.rule for deadline in given[TURNS_18_WITH_PARENT].deadlines] == ['derivatives']
    assert found(family, {'people': people(a_person('daughter', birth='2009-01-02', held_by='cbp'))})[TURNS_18].deadlines[0].rule == 'uac_definition'


@pytest.mark.parametrize(('alone', 'there'), [('yes', True), ('no', False), ('unknown', False)])
def test_the_18th_birthday_of_a_child_alone(alone: str, there: bool) -> None:
    given = levels(family, {'people': people(birth='2009-02-01'), 'alone_under_18': alone})
    assert (TURNS_18 in given) is there


@pytest.mark.parametrize('language', ['es', 'en'])
def test_two_birthdays_are_two_dates(language: str) -> None:
    plain = {'people': people(with_me('son', birth='2009-02-01'), with_me('daughter', key='family_1', birth='2009-09'))}
    said = explain(found(family, plain)[TURNS_18_WITH_PARENT], read_facts(plain), language, ON).say
    assert 'Family_0' in said and 'Family_1' in said
    assert said.count('2027') == 2


@pytest.mark.parametrize(('birth', 'there'), [('2012-01-31', True), ('2008-11-24', False), (None, False)])
def test_a_child_harmed_or_afraid_has_a_story_of_their_own(birth: str | None, there: bool) -> None:
    child = a_person('niece_nephew', birth=birth)
    harmed = {'people': people(child), 'tellings': [{'harms': [{'to': 'family_0'}, {'to': 'applicant'}]}]}
    given = found(family, harmed)
    assert (OWN_CLAIM in given) is there
    if there:
        assert given[OWN_CLAIM].because == ('tellings.0.harms.0.to',)
        assert given[OWN_CLAIM].about == ('family_0',)
    assert (OWN_CLAIM in raised({**child, 'own_fear': 'yes'})) is there
    assert OWN_CLAIM not in raised({**child, 'own_fear': 'no'})
    assert OWN_CLAIM not in raised({**child, 'own_fear': 'unknown'})


@pytest.mark.parametrize('relation', NOT_A_PARENT_OF)
@pytest.mark.parametrize(('birth', 'expected'), [
    ('2012-01-31', {NON_PARENT: 'urgent'}), ('2008-11-25', {NON_PARENT: 'urgent'}), ('2008-11-24', {}), ('2000', {}),
    ('2008', {AGE_NOT_TOLD: 'high'}), (None, {AGE_NOT_TOLD: 'high'}),
])
def test_a_child_with_somebody_who_is_no_parent(relation: str, birth: str | None, expected: dict[tuple[str, str], str]) -> None:
    given = raised(with_me(relation, birth=birth), place='mexico')
    assert {key: level for key, level in given.items() if key in (NON_PARENT, AGE_NOT_TOLD)} == expected
    after = raised(with_me(relation, birth=birth), place='released')
    assert not {NON_PARENT, AGE_NOT_TOLD} & set(after), 'the border is behind them'


def test_a_child_with_their_parent_is_no_such_case() -> None:
    assert not {NON_PARENT, AGE_NOT_TOLD} & set(raised(with_me('son', birth='2015-01-01'), with_me('parent', key='family_1')))


@pytest.mark.parametrize(('proofs', 'place', 'level'), [
    (('no', 'no'), 'mexico', 'urgent'), (('no', 'yes'), 'mexico', 'high'), (('no',), 'mexico', 'high'), (('no', 'no'), 'released', 'medium'),
    (('unknown',), 'mexico', 'medium'), (('no', 'unknown'), 'unknown', 'high'), (('yes', 'yes'), 'mexico', None),
])
def test_proof_that_a_child_is_the_parents(proofs: tuple[str, ...], place: str, level: str | None) -> None:
    children = [with_me('son', key=f'family_{number}', birth='2015-01-01', parentage_proof=proof) for number, proof in enumerate(proofs)]
    given = found(family, {'people': people(*children), 'place': place})
    assert (given[GAP].level if GAP in given else None) == level
    if level:
        assert set(given[GAP].about) == {f'family_{number}' for number, proof in enumerate(proofs) if proof != 'yes'}


def test_proof_is_not_asked_of_the_grown_or_of_those_who_stay() -> None:
    assert GAP not in raised(with_me('son', birth='2008-11-24', parentage_proof='no'))
    assert GAP not in raised(a_person('son', birth='2015-01-01', parentage_proof='no', travelling='no', whereabouts='home_country'))


@pytest.mark.parametrize(('objects', 'there'), [('unknown', True), ('yes', True), ('no', False)])
def test_the_other_parent_stays_behind(objects: str, there: bool) -> None:
    child, spouse = with_me('son', birth='2020-01-01'), a_person('spouse', key='family_1', travelling='no', whereabouts='home_country')
    assert (CONSENT in raised(child, spouse, needs={'other_parent_may_object': objects})) is there
    assert CONSENT not in raised(child, {**spouse, 'travelling': 'unknown'}, needs={'other_parent_may_object': objects})
    assert CONSENT not in raised(spouse, needs={'other_parent_may_object': objects}), 'no child travels'


@pytest.mark.parametrize('told', ['yes', 'no', 'unknown'])
def test_what_was_told_of_separation_custody_and_citizenship(told: str) -> None:
    there = told == 'yes'
    given = raised(a_person('daughter', birth='2015-01-01', us_citizen=told),
                   needs={'child_of_family_apart': told, 'other_parent_may_object': told})
    assert given == ({('SEPARATION_OCCURRED', 'stop'): 'urgent', ('CUSTODY_ABDUCTION_RISK', 'ask_a_lawyer'): 'high',
                      ('US_CITIZEN_CHILD', 'ask_a_lawyer'): 'medium'} if there else {})


@pytest.mark.parametrize(('order', 'place', 'there'), [
    ('yes', 'mexico', True), ('no', 'mexico', False), ('unknown', 'mexico', False), ('yes', 'released', False), ('yes', 'custody', False),
])
def test_an_earlier_order_and_children_on_the_way(order: str, place: str, there: bool) -> None:
    key = 'SEPARATION_PROSECUTION', 'ask_a_lawyer'
    case: dict[str, Any] = {'place': place, 'limits': {'prior_removal': order}}
    child = with_me('son', birth='2015-01-01')
    given = found(family, {'people': people(child), **case})
    assert (key in given) is there
    if there:
        assert given[key].because == ('limits.prior_removal', 'people.1.relation')
    assert key not in raised(with_me('son', birth='2000-01-01'), **case), 'grown'
    assert key not in raised(**case), 'no children'


def test_an_unmarried_couple_and_a_child_whose_other_mother_travels_along_are_spoken_of_as_they_are() -> None:
    """A wedding is no more supposed than that whoever is no parent for the border is the only one there."""
    stepchild, apart = text_of(*STEPCHILD), text_of(*NON_PARENT)
    assert stepchild.next['es'].startswith('Si se casaron') and stepchild.next['en'].startswith('If you married')
    assert 'si la mamá o el papá va con ustedes' in apart.next['es'] and 'mother or father is with you' in apart.next['en']


@pytest.mark.parametrize(('birth', 'near'), [('2009-01-02', True), ('2009-01-23', True), ('2009-01-24', False)])
def test_a_birthday_within_60_days_opens_the_page_by_name(birth: str, near: bool) -> None:
    """User trial, row 14: a daughter who turns 18 in five weeks was folded away, without her name."""
    told = read_facts({'place': 'released', 'people': people(with_me('daughter', birth=birth))})
    assert [('Family_0' in one.title) for one in ordered(told, 'es', ON).near] == [True] * near
