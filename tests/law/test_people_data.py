"""What the data on people must hold: ages and hours that rules compute with, states of a policy on a day, and addresses that say to check them."""
from datetime import date, timedelta
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 29)
GROUPS = ('custody_conditions', 'children', 'habeas', 'know_your_rights', 'consulates', 'other_paths', 'sponsors', 'family_preparedness', 'places',
          'detention_centers')
ADDRESS = ('street', 'city', 'zip')


def with_addresses() -> tuple[dated.Provision, ...]:
    return (*dated.provisions_of('places'), *dated.provisions_of('detention_centers'))


def places() -> dict[str, Any]:
    """The addresses, by the id of their fact."""
    found = {provision.id: dated.version_on(provision, ON).value for provision in with_addresses()}
    return {provision_id: value for provision_id, value in found.items() if hasattr(value, 'keys')}


@pytest.mark.parametrize(('provision_id', 'figure'), [
    ('uac_definition', 18), ('tvpra_72h', 72), ('tvpra_mexico_48h', 48), ('flores_72h', 72), ('flores_20_days', 20), ('ice_locator', 48),
    ('path_sij', 21), ('child_age_frozen', 21), ('stepchild_18', 18), ('kyr_2yr_proof', 2), ('kyr_registration', 18), ('caa_what', 18),
    ('habeas_fee', 5), ('sponsor_bond_limits', 1500),
])
def test_figures_that_rules_compute_with(provision_id: str, figure: int) -> None:
    assert dated.value(provision_id, ON) == figure
    for language in LANGUAGES:
        assert f'{figure:,}' in dated.sentence(provision_id, language, ON)


def test_bars_of_unlawful_presence_are_whole() -> None:
    assert dict(dated.value('unlawful_presence_3', ON)) == {'more_than_days': 180, 'years_out': 3}
    assert dict(dated.value('unlawful_presence_10', ON)) == {'at_least_months': 12, 'years_out': 10}
    for provision_id in ('unlawful_presence_3', 'unlawful_presence_10', 'permanent_bar'):
        years = str(dated.value(provision_id, ON)['years_out'])
        assert all(years in dated.sentence(provision_id, language, ON) for language in LANGUAGES)


@pytest.mark.parametrize(('provision_id', 'on', 'says'), [
    ('mpp_nri', date(2019, 6, 1), 'on their own'),
    ('mpp_nri', date(2022, 3, 1), 'Everyone was asked'),
    ('mpp_nri', date(2023, 3, 1), 'not in use'),
    ('mpp_nri', ON, 'could not check'),
    ('mpp_exempt_2019', date(2020, 1, 1), 'In 2019'),
    ('mpp_exempt_2019', ON, 'could not check'),
    ('ms_l', date(2024, 1, 1), 'December 11, 2031'),
    ('ms_l', ON, 'In 2025 a judge found'),
    ('ms_l', date(2031, 12, 11), 'until December 11, 2031'),
    ('ms_l', date(2031, 12, 12), 'has ended'),
    ('flores_status', date(2025, 1, 1), 'still in use'),
    ('flores_status', date(2026, 6, 30), 'a judge said no'),
    ('flores_status', ON, 'government appealed'),
    ('bond_note', date(2026, 7, 29), 'do not agree'),
    ('bond_note', ON, 'a transfer can change'),
    ('schools', date(2025, 12, 1), 'are not public.'),
    ('schools', ON, 'must tell families'),
    ('orr_angelica_s', ON, 'April 22, 2025'),
    ('court_olive_closed', ON, 'April 17, 2024'),
])
def test_the_state_of_a_policy_on_a_day(provision_id: str, on: date, says: str) -> None:
    assert says in dated.sentence(provision_id, 'en', on)


@pytest.mark.parametrize(('provision_id', 'before'), [
    ('ms_l', date(2023, 12, 10)), ('ab495_relative', date(2025, 12, 31)), ('kyr_home_2025_memo', date(2025, 5, 11)),
    ('sensitive_locations', date(2025, 1, 20)), ('kyr_2yr_proof', date(2026, 6, 22)), ('mpp_immdef_clients', date(2025, 7, 17)),
])
def test_nothing_is_said_of_the_days_before_a_policy(provision_id: str, before: date) -> None:
    with pytest.raises(LookupError):
        dated.sentence(provision_id, 'es', before)
    assert dated.sentence(provision_id, 'es', before + timedelta(days=1))


def test_other_paths_wait_for_an_attorney() -> None:
    for provision in dated.provisions_of('other_paths'):
        if provision.id != 'child_age_frozen':  # a copy of the statute was read
            assert provision.confidence == 'unverified'
            assert 'not opened' in provision.source


@pytest.mark.parametrize('language', LANGUAGES)
def test_an_address_in_words_is_the_address_in_data(language: str) -> None:
    assert len(places()) >= 18
    for provision_id, value in places().items():
        text = dated.sentence(provision_id, language, ON)
        assert {'kind', 'name', 'state', *ADDRESS} <= set(value)
        assert f'{value["street"]}, {value["city"]}, {value["state"]} {value["zip"]}' in text
        assert ('mail_street' in value) == ('P.O. Box' in text)


@pytest.mark.parametrize(('language', 'check'), [('es', ('aviso', 'locator.ice.gov')), ('en', ('notice', 'locator.ice.gov'))])
def test_every_place_says_where_to_check_it(language: str, check: tuple[str, str]) -> None:
    for provision in with_addresses():
        assert any(word in dated.sentence(provision.id, language, ON) for word in check)


def test_no_address_passes_for_sure() -> None:
    for provision in with_addresses():
        assert provision.confidence != 'verified'
        assert provision.review_by <= date(2026, 12, 25)


@pytest.mark.parametrize('language', LANGUAGES)
def test_two_addresses_for_one_office_are_both_shown(language: str) -> None:
    text = dated.sentence_with_note('opla_santa_ana', language, ON)
    assert '1251 E. Dyer Road' in text
    assert '1231 E. Dyer Road' in text


def test_every_court_has_an_office_to_serve_and_every_detention_center_a_federal_court() -> None:
    kinds = {provision_id: value['kind'] for provision_id, value in places().items()}
    offices = {provision.id for provision in dated.provisions_of('places')}
    courts = [provision_id for provision_id, kind in kinds.items() if kind == 'court']
    assert {f'opla_{provision_id.removeprefix("court_")}' for provision_id in courts} <= offices
    assert {provision_id for provision_id, kind in kinds.items() if kind == 'detention'} <= set(dated.value('habeas_socal', ON))
    assert kinds[dated.value('opla_west_los_angeles', ON)] == 'opla'


def test_the_order_in_which_the_office_for_children_looks_for_a_home() -> None:
    assert dated.value('orr_who', ON)[:3] == ('parent', 'legal_guardian', 'adult_relative')


def test_countries_of_the_apostille_are_told_apart() -> None:
    countries = dated.value('docs_hague', ON)
    assert set(countries['party']) | set(countries['not_party']) == {'mx', 'gt', 'sv', 'hn', 'ni', 've', 'co', 'ec', 'ht', 'cu'}
    assert set(countries['not_party']) == {'ht', 'cu'}


@pytest.mark.parametrize('group', GROUPS)
def test_every_fact_speaks_today_and_was_checked_before(group: str) -> None:
    for provision in dated.provisions_of(group):
        assert dated.version_on(provision, ON)
        assert provision.checked <= ON
