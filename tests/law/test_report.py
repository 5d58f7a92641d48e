"""`selfhelp law report`: what is old, unsure, in conflict, coming or not signed, on a day."""
from datetime import date
from pathlib import Path

import pytest
from law.samples import DATA, ON, state, write

from docassemble.immdef_selfhelp import cli
from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import report
from docassemble.immdef_selfhelp.law.desk.signoff import Signoff
from docassemble.immdef_selfhelp.law.provisions import dated


def part(lines: list[str], title: str) -> str:
    """What stands under a title of the report."""
    start = next(number for number, line in enumerate(lines) if line.startswith(title)) + 2
    return '\n'.join(lines[start:]).split('\n\n')[0]


def test_what_is_stale_names_file_and_both_days(tmp_path: Path) -> None:
    found = part(report.lines(state(write(tmp_path))), 'Stale')
    assert found.splitlines()[1].split() == ['edition', 'fees.yml', '2026-10-01', '2026-11-01']
    assert 'filing_fee' not in found
    late = part(report.lines(state(tmp_path, on=date(2026, 12, 25))), 'Stale').splitlines()
    assert [line.split()[0] for line in late] == ['id', 'edition', 'filing_fee']


def test_the_day_of_review_is_not_stale_but_due(tmp_path: Path) -> None:
    lines = report.lines(state(write(tmp_path), on=date(2026, 12, 24)))
    assert 'filing_fee' not in part(lines, 'Stale')
    assert part(lines, 'To review within a month').strip() == '2026-12-24 (1): filing_fee'


def test_what_is_unsure(tmp_path: Path) -> None:
    lines = report.lines(state(write(tmp_path)))
    assert part(lines, 'Unverified').strip() == 'fees.yml (1): edition'
    assert part(lines, 'Partly verified').strip() == 'fees.yml (1): filing_fee'


def test_sources_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    found = part(report.lines(state(write(tmp_path))), 'Sources that differ')
    assert 'data: 1000, from 2026-01-01, partly_verified. https://example.org/fees' in found
    assert 'also: 1020, from 2026-10-16, unverified. https://example.org/notice' in found


def test_a_source_that_agrees_is_no_conflict(tmp_path: Path) -> None:
    assert report.conflicting(state(write(tmp_path, DATA.replace('value: 1020', 'value: 1000'))).provisions.values()) == ()


def test_a_source_that_knew_first_of_a_later_version_is_no_conflict(tmp_path: Path) -> None:
    assert report.conflicting(state(write(tmp_path, DATA.replace('value: 1020', 'value: 1050'))).provisions.values()) == ()


def test_what_changes_next_in_order(tmp_path: Path) -> None:
    facts = state(write(tmp_path)).provisions.values()
    coming = [(change.day, change.provision_id) for change in report.coming(facts, ON)]
    assert coming == [(date(2026, 12, 31), 'edition'), (date(2027, 1, 1), 'filing_fee')]
    announced = report.coming(facts, date(2026, 10, 15))
    assert announced[0].day == date(2026, 10, 16)
    assert '1020' in announced[0].what
    assert report.coming(facts, date(2027, 1, 1)) == ()


def test_signatures(tmp_path: Path) -> None:
    texts = state(write(tmp_path)).texts
    fee = Signoff('filing_fee', 'ABC', date(2026, 11, 20), texts['filing_fee'].digest)
    old = Signoff('edition', 'ABC', date(2026, 11, 20), 'digest of other words')
    lines = report.lines(state(tmp_path, fee, old))
    assert part(lines, 'Signed before the last change').strip() == 'fees.yml (1): edition'
    assert 'Nothing: every text is signed.' in part(lines, 'Not signed')
    assert lines[-1].strip() == 'filing_fee: ABC, 2026-11-20'
    assert 'fees.yml: none of its 2 texts' in part(report.lines(state(tmp_path)), 'Not signed')


def test_values_are_said_for_a_reader(tmp_path: Path) -> None:
    value = state(write(tmp_path)).provisions['edition'].versions[0].value
    assert report.said(value) == 'edition: 07/28/26; accepted_until: 2026-12-31; names: uno, dos; old: yes'
    assert report.said(None) == 'no value'


def test_the_report_on_the_real_data_fits_the_page_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(['law', 'report', '--on', '2027-06-01']) == 0
    printed = capsys.readouterr().out
    assert printed.startswith('Law data on 2027-06-01\n')
    assert 'cf_say_it' in part(printed.splitlines(), 'Stale')
    # An address is never cut.
    assert [line for line in printed.splitlines() if len(line) > report.WIDTH and '://' not in line] == []


def test_data_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> None:
        raise strict.LawDataError('fees.yml, edition: wrong')
    monkeypatch.setattr(dated, 'all_provisions', broken)
    assert cli.main(['law', 'report']) == 2
    assert 'fees.yml, edition: wrong' in capsys.readouterr().err


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(['law', 'report', '--on', '25/11/2026'])
    assert 'YYYY-MM-DD' in capsys.readouterr().err
