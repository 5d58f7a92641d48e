"""What the data on the immigration court must hold: the days that deadlines count with, amounts on a day, and figures on which sources differ."""
import re
from datetime import date

import pytest

from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES

ON = date(2026, 11, 28)
GROUPS = ('fees', 'annual_asylum_fee', 'forms', 'court_dates', 'court_filing', 'work_permit', 'addresses', 'court_rights')
# What changes by notice, policy or rule: all of a group, or one fact.
VOLATILE = (
    'fees', 'annual_asylum_fee', 'work_permit', 'appeal_deadline', 'appeal_briefs', 'deadline_individual', 'i589_edition', 'i589_copies',
    'eoir33_no_care_of', 'eoir_hotline',
)
SECOND_HAND = re.compile(r'briefcaddy|migrantusa|sheldonbarnesv2|immigration-Forms')


@pytest.mark.parametrize(('provision_id', 'figure'), [
    ('appeal_deadline', 30), ('appeal_briefs', 20), ('deadline_individual', 30), ('deadline_master', 15), ('mtr_in_absentia', 180),
    ('mtr_general', 90), ('eoir33', 5), ('ar11', 10), ('aaf_consequence_uscis', 30), ('fee_bia_waiver_refused', 15),
    ('ead_clock', 150), ('ead_clock_decision', 180),
    ('ead_renewal_early', 180), ('ead_ends_denial', 30), ('ead_validity', 18),
])
def test_figures_that_deadlines_count_with(provision_id: str, figure: int) -> None:
    found = dated.value(provision_id, ON)
    assert type(found) is int
    assert found == figure
    assert all(f' {figure} ' in dated.sentence(provision_id, language, ON) for language in LANGUAGES)


@pytest.mark.parametrize(('provision_id', 'on', 'figure'), [
    ('fee_i589', date(2025, 7, 22), 100), ('fee_i589', ON, 100),
    ('fee_aaf', date(2025, 12, 31), 100), ('fee_aaf', date(2026, 1, 1), 102), ('fee_aaf', date(2026, 10, 15), 102), ('fee_aaf', ON, 105),
    ('aaf_court', date(2026, 9, 30), 102), ('aaf_court', date(2026, 10, 1), 105), ('fee_parole', date(2026, 10, 15), 1020), ('fee_parole', ON, 1050),
    ('fee_ead_c8_initial', date(2025, 12, 31), 550), ('fee_ead_c8_initial', date(2026, 1, 1), 560), ('fee_ead_c8_initial', date(2026, 10, 15), 560),
    ('fee_ead_c8_initial', ON, 570), ('fee_mtr_asylum_old', ON, 950),
    ('fee_ead_c8_renewal', ON, 275), ('fee_bia_appeal', date(2026, 9, 30), 900), ('fee_bia_appeal', ON, 1060),
    ('fee_mtr', date(2026, 9, 30), 900), ('fee_mtr', ON, 1095),
    ('deadline_individual', date(2025, 1, 31), 15), ('deadline_individual', date(2025, 3, 1), 30),
])
def test_figures_on_a_day(provision_id: str, on: date, figure: int) -> None:
    assert dated.value(provision_id, on) == figure


@pytest.mark.parametrize(('provision_id', 'on'), [
    ('fee_i589', date(2025, 7, 21)), ('aaf_consequence_uscis', date(2026, 5, 28)), ('appeal_briefs', date(2026, 3, 8)),
    ('ead_rejected_i589', date(2026, 5, 28)), ('eoir33_no_care_of', date(2026, 1, 31)),
])
def test_nothing_is_said_of_a_day_before_the_rule(provision_id: str, on: date) -> None:
    with pytest.raises(LookupError):
        dated.sentence(provision_id, 'en', on)


@pytest.mark.parametrize(('provision_id', 'on', 'says'), [
    ('aaf_litigation', date(2026, 2, 1), 'A judge stopped'),
    ('aaf_litigation', date(2026, 2, 2), 'applies again'),
    ('appeal_deadline', date(2026, 3, 7), 'only 10 days and a court struck it down'),
    ('appeal_deadline', ON, 'have it arrive within 10 days'),
    ('aaf_litigation', ON, 'still owed'),
    ('aaf_consequence_uscis', ON, 'Pay on time'),
    ('i589_edition', ON, 'accepts is 07/28/26'),
    ('biometrics_court', ON, 'Send nothing to USCIS'),
    ('i589_paper_decision', ON, 'without an interview'),
    ('fee_hr1_mechanics', date(2026, 5, 29), 'keeps the I-589 fee'),
    ('ead_nprm_2026', date(2026, 6, 30), 'was not in effect yet'),
    ('ead_nprm_2026', ON, 'no final rule up to October'),
    ('i589_copies', date(2024, 1, 1), 'no longer asks for photos'),
    ('i589_copies', date(2026, 7, 27), 'have changed'),
    ('i589_copies', ON, 'does not ask for photos'),
    ('mtr_in_absentia', ON, 'There is no limit'),
    ('eoir33', ON, 'working days'),
    ('incomplete_i589', ON, 'Every box'),
    ('notario_ca', ON, 'is not a lawyer'),
])
def test_the_state_of_a_rule_on_a_day(provision_id: str, on: date, says: str) -> None:
    assert says in dated.sentence(provision_id, 'en', on)


@pytest.mark.parametrize(('provision_id', 'ours', 'other', 'first'), [
    ('fee_ead_parole', '560', '570', date(2026, 10, 16)),
])
@pytest.mark.parametrize('language', LANGUAGES)
def test_where_sources_differ_both_are_said(language: str, provision_id: str, ours: str, other: str, first: date) -> None:
    told = dated.sentence_with_note(provision_id, language, ON)
    assert ours in told
    assert other in told
    assert dated.LOOK[language] in told
    day_before = date.fromordinal(first.toordinal() - 1)
    assert other not in dated.sentence_with_note(provision_id, language, day_before)


@pytest.mark.parametrize(('language', 'word'), [('es', 'foto'), ('en', 'photo')])
def test_what_is_reported_again_about_photos_is_said_in_each_language(language: str, word: str) -> None:
    assert word in dated.reported_note(dated.provision('i589_copies'), language, ON)


def test_what_only_others_report_is_unverified() -> None:
    reported = [other for group in GROUPS for provision in dated.provisions_of(group) for other in provision.also_reported]
    assert reported
    assert {other.confidence for other in reported} == {'unverified'}


def test_what_was_read_second_hand_is_never_called_verified() -> None:
    second_hand = [one for one in dated.all_provisions().values() if SECOND_HAND.search(one.source)]
    assert len(second_hand) > 30
    # The text of the authority was read beside it: the regulation of the motion and of proof of service.
    read_too = {'proof_of_service', 'mtr_in_absentia_stay', 'fee_hr1_mechanics'}
    assert {one.id for one in second_hand if one.confidence == 'verified'} <= read_too


@pytest.mark.parametrize('name', VOLATILE)
def test_what_changes_often_is_checked_again_soon(name: str) -> None:
    facts = dated.provisions_of(name) if name in GROUPS else (dated.provision(name),)
    late = [provision.id for provision in facts if provision.review_by > date(2026, 12, 25) and provision.id != 'ead_clock_decision']
    assert late == []


def test_the_year_is_a_number() -> None:
    assert dated.value('one_year_rule', ON) == 1


def test_the_telephone_of_the_court_is_text() -> None:
    assert dated.value('eoir_hotline', ON) == '1-800-898-7180'
