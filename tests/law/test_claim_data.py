"""The dated law of claims, bars, fear interviews and the border: the state of each policy on a day, and what a rule computes with."""
from datetime import date, timedelta

import pytest

from docassemble.immdef_selfhelp.law.provisions import countries, dated
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 29)
GROUPS = ('asylum_elements', 'one_year_deadline', 'asylum_bars', 'withholding_and_torture', 'reasonable_fear', 'border_policies',
          'policies_in_the_country', 'credibility')
POLICIES = ('border_policies', 'policies_in_the_country')

STATES = [
    ('title42', date(2021, 6, 1), 'lets officers expel'),
    ('title42', date(2023, 5, 10), 'lets officers expel'),
    ('title42', date(2023, 5, 11), 'has ended'),
    ('metering_turnbacks', date(2019, 1, 1), 'ordered bridges'),
    ('metering_turnbacks', date(2022, 1, 1), 'took back the order'),
    ('metering_turnbacks', date(2025, 1, 1), 'against the law'),
    ('metering_turnbacks', date(2026, 6, 25), 'has not yet arrived'),
    ('mpp_1', date(2019, 2, 1), 'sends people to wait'),
    ('mpp_1', date(2021, 3, 1), 'no more people'),
    ('mpp_1', ON, 'ended the first'),
    ('mpp_2', date(2022, 1, 1), 'start again'),
    ('mpp_2', date(2022, 7, 1), 'may end'),
    ('mpp_2', ON, 'ended on August 8, 2022'),
    ('mpp_3', date(2025, 2, 1), 'announced'),
    ('mpp_3', date(2025, 5, 1), 'across the country'),
    ('mpp_3', ON, 'only for clients of ImmDef'),
    ('proclamation_10888', date(2025, 7, 1), 'closed asylum'),
    ('proclamation_10888', date(2025, 7, 2), 'A judge said'),
    ('proclamation_10888', date(2025, 8, 1), 'cannot close the other protections'),
    ('proclamation_10888', date(2026, 4, 24), 'An appeals court said'),
    ('proclamation_10888', ON, 'asked the Supreme Court'),
    ('clp_rule', date(2023, 6, 1), 'who cross the southern border'),
    ('clp_rule', date(2023, 8, 1), 'during the appeal'),
    ('clp_rule', date(2025, 5, 11), 'during the appeal'),
    ('clp_rule', ON, 'May 11, 2023 and May 11, 2025'),
    ('stb_rule', date(2024, 7, 1), 'gives 4 hours'),
    ('stb_rule', date(2025, 5, 9), 'struck down'),
    ('cbp_one', date(2024, 1, 1), 'There are appointments'),
    ('cbp_one', date(2025, 1, 20), 'took away'),
    ('er_interior', date(2025, 2, 1), 'uses expedited removal'),
    ('er_interior', date(2025, 8, 29), 'stopped expedited removal'),
    ('er_interior', date(2026, 6, 23), 'not yet in effect'),
    ('er_interior', date(2026, 7, 17), 'in the whole country again'),
    ('asylum_pause', date(2025, 12, 1), 'for all countries'),
    ('asylum_pause', date(2026, 3, 30), 'Venezuela, Cuba and Haiti'),
    ('asylum_pause', date(2026, 6, 1), 'struck down the USCIS pause'),
    ('asylum_pause', ON, 'Courts stopped the USCIS pause'),
    ('acas', date(2025, 9, 2), 'Guatemala, Honduras, Ecuador and Uganda'),
    ('acas', ON, 'before asylum'),
    ('bond_yajure', date(2025, 10, 1), 'there is no bond'),
    ('bond_yajure', date(2025, 12, 1), 'may ask for bond'),
    ('bond_yajure', date(2026, 1, 13), 'keep refusing'),
    ('bond_yajure', date(2026, 7, 29), 'outside that ruling'),
    ('bond_yajure', date(2026, 7, 30), 'arrested inside the country can ask a judge'),
    ('bond_yajure', ON, 'The Supreme Court is reviewing this'),
    ('bia_rule_2026', date(2026, 2, 6), 'seeks to cut'),
    ('bia_rule_2026', date(2026, 3, 8), 'still 30 days'),
    ('bia_rule_2026', ON, 'still prints 10 days'),
    ('home_entry_memo', date(2025, 6, 1), 'by force'),
    ('home_entry_memo', ON, 'lawsuits against it'),
    ('tps_2026', date(2026, 7, 26), 'could not check on which date'),
    ('tps_2026', date(2026, 7, 27), 'TPS for Haiti ended on July 27, 2026'),
    ('tps_2026', ON, 'TPS for El Salvador ran to September 9, 2026'),
    ('apprehension_fees', ON, 'would be 5,000 dollars'),
    ('who_may_apply', date(2026, 6, 24), 'arrives there'),
    ('who_may_apply', date(2026, 6, 25), 'has not arrived yet'),
    ('cf_consult_time', date(2024, 1, 1), '24 hours'),
    ('cf_consult_time', date(2024, 7, 1), '4 hours are given'),
    ('cf_consult_time', ON, 'could not check'),
    ('psg_gender_2025', date(2025, 8, 1), 'Since July 2025'),
    ('psg_gender_2025', ON, 'there is disagreement'),
]


@pytest.mark.parametrize(('provision_id', 'on', 'says'), STATES)
def test_the_state_of_a_policy_on_a_day(provision_id: str, on: date, says: str) -> None:
    assert says in dated.sentence(provision_id, 'en', on)
    assert says not in dated.sentence(provision_id, 'es', on)


def test_every_border_policy_is_asked_about() -> None:
    assert {provision.id for group in POLICIES for provision in dated.provisions_of(group)} <= {provision_id for provision_id, _, _ in STATES}


@pytest.mark.parametrize(('provision_id', 'first'), [
    ('mpp_2', date(2021, 12, 6)), ('mpp_3', date(2025, 1, 20)), ('stb_rule', date(2024, 6, 5)), ('asylum_pause', date(2025, 11, 28)),
    ('bar_material_support_fto', date(2025, 2, 20)), ('uac_uscis_jurisdiction', date(2025, 2, 24)), ('cf_bars_rule', date(2025, 1, 17)),
    ('persecution_review_2026', date(2026, 3, 4)), ('aca_bar', date(2025, 10, 31)), ('er_nationwide_2026', date(2026, 6, 23)),
])
def test_nothing_is_said_of_the_days_before(provision_id: str, first: date) -> None:
    with pytest.raises(LookupError):
        dated.sentence(provision_id, 'es', first - timedelta(days=1))
    assert dated.sentence(provision_id, 'es', first)


@pytest.mark.parametrize('on', [date(2023, 5, 11), date(2024, 1, 1), ON])
def test_the_window_of_entry_of_the_rule_of_2023(on: date) -> None:
    assert dated.value('clp_rule', on) == (date(2023, 5, 11), date(2025, 5, 11))


def test_a_pause_touches_countries_by_their_code() -> None:
    assert set(dated.value('asylum_pause', date(2026, 3, 29))) == set(countries.country_codes())
    assert set(dated.value('asylum_pause', date(2026, 8, 23))) == {'Venezuela', 'Cuba', 'Haiti'} <= set(countries.country_codes())
    assert dated.value('asylum_pause', ON) == ()
    assert set(dated.value('tps_2026', ON)) < set(countries.country_codes())


def test_groups_are_on_the_list_from_their_day_and_not_before() -> None:
    names = dated.value('bar_material_support_fto', date(2025, 2, 20))
    assert len(names) == 8
    for language in LANGUAGES:
        text = dated.sentence('bar_material_support_fto', language, ON)
        assert all(name in text for name in names)
    with pytest.raises(LookupError):
        dated.value('bar_material_support_fto', date(2025, 2, 19))


@pytest.mark.parametrize(('provision_id', 'figure', 'written'), [
    ('uac_uscis_jurisdiction', date(2028, 2, 24), 'February 24, 2028'), ('stb_rule', date(2024, 6, 5), 'June 5, 2024'),
    ('rf_timing', 10, '10 days'), ('cf_reconsideration', 7, '7 days'), ('er_interior', 2, '2 years'), ('derivatives', 21, 'under 21'),
])
def test_figures_that_rules_compute_with(provision_id: str, figure: date | int, written: str) -> None:
    assert dated.value(provision_id, ON) == figure
    assert written in dated.sentence(provision_id, 'en', ON)


@pytest.mark.parametrize('provision_id', ['psg_gender_2025', 'psg_family_2025', 'nexus_withholding_ninth', 'unable_unwilling'])
def test_where_california_and_the_government_differ_both_are_named(provision_id: str) -> None:
    spanish, english = (dated.sentence(provision_id, language, ON) for language in ('es', 'en'))
    assert 'corte federal para California' in spanish
    assert 'federal court for California' in english
    assert 'gobierno' in spanish or 'Junta de Apelaciones' in spanish
    assert 'government' in english or 'Board of Immigration Appeals' in english


@pytest.mark.parametrize('language', LANGUAGES)
def test_that_a_policy_may_have_changed_is_said_by_the_date_and_not_by_hand(language: str) -> None:
    words = {'es': 'puede haber cambiado', 'en': 'may have changed'}[language]
    for provision in (provision for group in POLICIES for provision in dated.provisions_of(group)):
        assert words not in dated.sentence(provision.id, language, ON)
        assert words not in dated.notes(provision, language, provision.review_by)
        assert words in dated.notes(provision, language, provision.review_by + timedelta(days=1))


@pytest.mark.parametrize('group', GROUPS)
def test_every_fact_speaks_today_was_checked_before_and_is_reviewed_soon_enough(group: str) -> None:
    for provision in dated.provisions_of(group):
        assert dated.version_on(provision, ON)
        assert provision.checked <= ON
        assert provision.review_by <= (date(2026, 12, 25) if group in POLICIES else date(2027, 5, 24))
