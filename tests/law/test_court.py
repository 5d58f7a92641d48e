"""Dates of a case in immigration court, at their edges."""
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.findings import found as findings
from docassemble.immdef_selfhelp.law.findings.calendar_file import calendar_file
from docassemble.immdef_selfhelp.law.findings.texts import text_of
from docassemble.immdef_selfhelp.law.rules import court, process
from docassemble.immdef_selfhelp.law.rules.finding import Finding

ON = date(2026, 11, 25)


def found(rules: tuple[Any, ...], on: date = ON, **tree: Any) -> dict[str, Finding]:
    """What these rules find, by code."""
    facts = read_facts(tree)
    return {finding.code: finding for rule in rules for finding in rule(facts, on)}


def in_court(on: date = ON, **told: Any) -> dict[str, Finding]:
    return found(court.RULES, on, court=told)


def days_of(finding: Finding) -> dict[str, date]:
    return {deadline.id: deadline.rely_on for deadline in finding.deadlines}


@pytest.mark.parametrize(('away', 'code', 'level', 'kind'), [
    (0, 'HEARING_SOON', 'urgent', 'stop'),
    (14, 'HEARING_SOON', 'urgent', 'stop'),
    (15, 'HEARING_SOON', 'high', 'deadline'),
    (44, 'HEARING_SOON', 'high', 'deadline'),
    (60, 'HEARING_AHEAD', 'high', 'deadline'),
    (61, 'HEARING_AHEAD', 'info', 'deadline'),
])
def test_a_hearing_ahead(away: int, code: str, level: str, kind: str) -> None:
    finding = in_court(hearing=ON + timedelta(days=away), hearing_kind='individual')[code]
    assert (finding.level, finding.kind) == (level, kind)


def test_a_hearing_gone_by_says_nothing_of_coming() -> None:
    told = in_court(hearing=ON - timedelta(days=1), missed_hearing='no')
    assert not {'HEARING_SOON', 'HEARING_AHEAD', 'IN_ABSENTIA_ORDER'} & set(told)


def test_papers_for_an_individual_hearing_thirty_days_before_on_a_business_day() -> None:
    finding = in_court(hearing=date(2027, 2, 1), hearing_kind='individual')['HEARING_AHEAD']
    assert days_of(finding) == {'hearing': date(2027, 2, 1), 'court_papers': date(2026, 12, 31)}, '2 January 2027 is a Saturday, the 1st a holiday'


def test_a_master_hearing_has_no_such_day() -> None:
    assert days_of(in_court(hearing=date(2027, 2, 1), hearing_kind='master')['HEARING_AHEAD']) == {'hearing': date(2027, 2, 1)}


def test_a_hearing_told_as_a_month_may_be_soon() -> None:
    assert in_court(hearing='2026-12')['HEARING_SOON'].level == 'urgent'


@pytest.mark.parametrize(('told', 'kind', 'level'), [
    ({'decision': 'in_absentia', 'decision_served': '2026-11-02'}, 'stop', 'urgent'),
    ({'missed_hearing': 'yes'}, 'stop', 'urgent'),
    ({'missed_hearing': 'unknown', 'hearing': '2026-11-01'}, 'not_yet_described', 'high'),
])
def test_a_missed_hearing(told: dict[str, Any], kind: str, level: str) -> None:
    finding = in_court(**told)['IN_ABSENTIA_ORDER']
    assert (finding.kind, finding.level) == (kind, level)


def test_180_days_after_an_order_in_absentia_are_not_stretched_by_a_weekend() -> None:
    finding = in_court(decision='in_absentia', decision_served='2026-11-03')['IN_ABSENTIA_ORDER']
    assert days_of(finding) == {'reopen_in_absentia': date(2027, 5, 2)}, 'a Sunday: the earlier day is the safe one'


@pytest.mark.parametrize(('served', 'last'), [('2026-11-20', date(2026, 12, 21)), ('2026-10-27', date(2026, 11, 27))])
def test_an_appeal_must_be_received_in_thirty_days_or_the_next_business_day(served: str, last: date) -> None:
    finding = in_court(decision='removal', decision_served=served)['APPEAL_DATE']
    assert (finding.level, finding.deadlines[0].rely_on, finding.deadlines[0].received) == ('urgent', last, True)


def test_the_last_day_of_an_appeal_is_still_in_time_and_the_day_after_is_not() -> None:
    assert 'APPEAL_DATE' in in_court(date(2026, 12, 21), decision='removal', decision_served='2026-11-20')
    late = in_court(date(2026, 12, 22), decision='removal', decision_served='2026-11-20')
    assert 'APPEAL_DATE' not in late
    assert days_of(late['APPEAL_DATE_PASSED']) == {'reopen': date(2027, 2, 18)}


def test_a_decision_without_its_day_is_asked_for() -> None:
    assert in_court(decision='removal')['APPEAL_DATE'].kind == 'not_yet_described'


def test_a_move_has_two_limits_and_each_notice_given_takes_one_away() -> None:
    both = in_court(has_case='yes', moved='yes', moved_on='2026-11-20')['ADDRESS_NOT_UPDATED']
    assert days_of(both) == {'eoir33': date(2026, 11, 30), 'ar11': date(2026, 11, 30)}
    one = in_court(has_case='yes', moved='yes', moved_on='2026-11-20', told_court='yes')['ADDRESS_NOT_UPDATED']
    assert days_of(one) == {'ar11': date(2026, 11, 30)}
    assert 'ADDRESS_NOT_UPDATED' not in in_court(moved='yes', told_court='yes', told_uscis='yes')
    assert 'ADDRESS_NOT_UPDATED' not in in_court(moved='unknown')


def test_a_move_without_a_day_is_still_told() -> None:
    assert in_court(moved='yes')['ADDRESS_NOT_UPDATED'].deadlines == ()


@pytest.mark.parametrize(('notice', 'level', 'kind'), [('2026-11-01', 'high', 'deadline'), ('2026-10-25', 'urgent', 'ask_a_lawyer')])
def test_the_annual_fee_counts_from_its_notice(notice: str, level: str, kind: str) -> None:
    finding = in_court(filed_asylum='yes', fee_notice=notice)['ANNUAL_FEE_DUE']
    assert (finding.level, finding.kind) == (level, kind)
    assert (finding.deadlines[0].rely_on - date.fromisoformat(notice)).days == 30


def test_the_work_permit_clock() -> None:
    finding = in_court(filed_asylum='yes', asylum_received='2026-07-01')['WORK_PERMIT_CLOCK']
    assert days_of(finding) == {'work_permit': date(2026, 11, 28)}
    assert in_court(filed_asylum='yes')['WORK_PERMIT_CLOCK'].kind == 'not_yet_described'
    assert 'WORK_PERMIT_CLOCK' not in in_court(filed_asylum='unknown')


def test_not_filed_is_said_only_when_it_was_told() -> None:
    assert 'ASYLUM_APPLICATION_NOT_FILED' in in_court(has_case='yes', filed_asylum='no')
    assert 'ASYLUM_APPLICATION_NOT_FILED' not in in_court(has_case='yes')


@pytest.mark.parametrize(('tree', 'codes'), [
    ({'place': 'mexico', 'entered': 'no'}, {'PROCESS_NONE_YET'}),
    ({'place': 'mexico', 'entered': 'unknown'}, set()),
    ({'place': 'custody', 'papers': ['i860', 'm444']}, {'PROCESS_EXPEDITED_REMOVAL'}),
    ({'place': 'custody', 'papers': ['i860'], 'limits': {'prior_removal': 'yes'}}, {'PROCESS_REASONABLE_FEAR'}),
    ({'entries': [{'when': '2019', 'outcome': 'removal_order'}]}, {'PROCESS_REASONABLE_FEAR'}),
    ({'place': 'released', 'papers': ['notice_to_appear']}, {'PROCESS_COURT'}),
    ({'place': 'released', 'papers': ['notice_to_appear'], 'court': {'has_case': 'no'}}, {'PROCESS_UNKNOWN'}),
    ({'place': 'released'}, {'PROCESS_UNKNOWN'}),
    ({'alone_under_18': 'yes', 'place': 'custody'}, {'PROCESS_UNACCOMPANIED_CHILD'}),
    ({'needs': {'in_mpp': 'yes'}}, {'PROCESS_MPP'}),
    ({'entries': [{'manner': 'port_of_entry', 'outcome': 'turned_back'}]}, {'PROCESS_PORT_OF_ENTRY'}),
    ({'interview': {'status': 'negative', 'judge_review': 'not_asked'}}, {'LEGAL_REVIEW_URGENT', 'PROCESS_EXPEDITED_REMOVAL'}),
    ({'interview': {'status': 'negative', 'judge_review': 'agreed_with_officer'}}, {'JUDGE_AGREED_WITH_OFFICER', 'PROCESS_EXPEDITED_REMOVAL'}),
])
def test_the_process_is_told_from_facts(tree: dict[str, Any], codes: set[str]) -> None:
    assert set(found(process.RULES, **tree)) == codes


@pytest.mark.parametrize(('due', 'kind'), [
    ('2027-01-15', 'deadline'), ('2026-11-25', 'deadline'), ('2026-11-24', 'ask_a_lawyer'), ('2027-01', 'deadline')])
def test_the_day_the_judge_set_for_the_application_is_among_the_dates_first(due: str, kind: str) -> None:
    told = {'has_case': 'yes', 'filed_asylum': 'no', 'i589_due': due, 'hearing': '2027-03-02', 'hearing_kind': 'master'}
    facts = read_facts({'place': 'released', 'entered': 'yes', 'court': told,
                        'entries': [{'when': '2026-06-10', 'manner': 'between_ports', 'outcome': 'released'}]})
    found_here = findings.findings(facts, ON)
    finding = next(one for one in found_here if one.code == 'I589_DUE')
    assert (finding.level, finding.kind) == ('urgent', kind)
    ahead = [deadline.id for deadline in findings.deadlines(found_here) if deadline.rely_on >= ON]
    assert kind == 'ask_a_lawyer' or ahead[0] == 'i589_due'
    made = calendar_file(findings.deadlines(found_here), 'es', ON, datetime(2026, 11, 25, tzinfo=UTC), 'x').decode()
    assert made.count('BEGIN:VEVENT') == len(ahead)


@pytest.mark.parametrize('told', [{'filed_asylum': 'yes'}, {'decision': 'relief'}, {'i589_due': None}])
def test_no_such_day_once_it_was_filed_or_decided(told: dict[str, Any]) -> None:
    assert 'I589_DUE' not in in_court(**({'has_case': 'yes', 'filed_asylum': 'no', 'i589_due': '2027-01-15'} | told))


def test_that_a_judge_can_set_an_earlier_day_is_said_before_it_was_told() -> None:
    assert 'I589_DUE' not in in_court(has_case='yes', filed_asylum='no')
    for language, sentence in (('es', 'antes de que pase el año'), ('en', 'before the year is over')):
        assert sentence in text_of('ASYLUM_APPLICATION_NOT_FILED', 'described').say[language]
