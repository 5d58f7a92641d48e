"""What changed in the law since a day: the whole for the attorney, and only what touches it for a family."""
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from law.samples import DATA, state, write

from docassemble.immdef_selfhelp import cli
from docassemble.immdef_selfhelp.law.desk import changes, record, texts
from docassemble.immdef_selfhelp.law.desk.changes import Change, changes_since
from docassemble.immdef_selfhelp.law.facts.facts import Facts, read_facts
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.findings.found import findings
from docassemble.immdef_selfhelp.law.findings.words import explained
from docassemble.immdef_selfhelp.law.provisions import dated

FIRST, LATER = date(2026, 11, 25), date(2026, 12, 3)
ORDER: Facts = read_facts({'place': 'released', 'court': {'has_case': 'yes', 'decision': 'removal', 'decision_served': '2026-11-20'}})


def recorded_twice(folder: Path) -> dict[str, record.Entry]:
    """The record after a first day and after one sentence was changed on a later one."""
    before = record.with_days(record.recorded(state(write(folder / 'one')).texts, {}, ''), {}, FIRST)
    now = state(write(folder / 'two', DATA.replace('Use la edición nueva', 'Use la nueva'))).texts
    return record.with_days(record.recorded(now, before, ''), before, LATER)


def test_the_record_keeps_the_day_of_the_last_change(tmp_path: Path) -> None:
    found = recorded_twice(tmp_path)
    assert {name: entry.changed for name, entry in found.items()} == {'filing_fee': FIRST, 'edition': LATER}
    record.write(found, tmp_path / 'record.yml')
    assert record.read(tmp_path / 'record.yml') == found


def test_what_changed_between_two_days_both_included(tmp_path: Path) -> None:
    law, kept = state(write(tmp_path / 'law')), recorded_twice(tmp_path)
    assert changes_since(LATER, LATER, law, kept) == (Change(LATER, 'edition', 'words'),)
    assert changes_since(date(2026, 12, 4), date(2026, 12, 31), law, kept) == ()
    assert changes_since(date(2026, 10, 16), date(2027, 1, 1), law, kept) == (
        Change(date(2026, 10, 16), 'filing_fee', 'reported'), Change(FIRST, 'filing_fee', 'words'), Change(LATER, 'edition', 'words'),
        Change(date(2027, 1, 1), 'filing_fee', 'begins'))


def test_what_was_only_checked_again_did_not_change(tmp_path: Path) -> None:
    before = recorded_twice(tmp_path)
    again = state(write(tmp_path / 'three', DATA.replace('Use la edición nueva', 'Use la nueva').replace('2026-10-01', '2026-10-20')))
    kept = record.with_days(record.recorded(again.texts, before, ''), before, date(2026, 12, 20))
    assert kept['edition'].changed == LATER and kept['edition'].checked == date(2026, 10, 20)


def test_the_attorney_reads_what_it_says_now_and_why(tmp_path: Path) -> None:
    law = state(write(tmp_path / 'law'), on=date(2027, 1, 1))
    said = '\n'.join(changes.lines(changes_since(FIRST, law.on, law, recorded_twice(tmp_path)), law, '- `filing_fee`: 1050 from 2027, XY.'))
    assert '2027-01-01: a new version began\n  Now: The form costs $1,050.' in said
    assert 'Authority: 8 U.S.C. 1802 (partly_verified, checked 2026-11-24)' in said
    assert 'Ledger: `filing_fee`: 1050 from 2027, XY.' in said
    assert said.endswith('2 texts changed')


@pytest.mark.parametrize(('changed', 'touched'), [
    ('appeal_deadline', True), ('APPEAL_DATE.deadline', True), ('fee_aaf', False), ('AGES_OUT', False), ('cf_what', False),
])
def test_only_what_touches_a_family_is_told(changed: str, touched: bool) -> None:
    assert changed in texts.every_text()
    change = Change(FIRST, changed, 'words')
    found = explained(ORDER, 'es', FIRST)
    mine = changes.touching([change], (one.finding for one in found))
    assert mine == ((change,) if touched else ())
    said = changes.for_family(mine, found, 'es', FIRST)
    assert len(said) == touched
    if changed == 'appeal_deadline':
        assert said[0].startswith(dated.sentence('appeal_deadline', 'es', FIRST))
    if changed == 'APPEAL_DATE.deadline':
        assert '21 de diciembre de 2026' in said[0], 'the date of their own case'


def test_a_provision_on_a_paper_touches_and_is_said_once() -> None:
    change = Change(FIRST, 'cf_what', 'words')
    assert changes.touching([change], (), {'cf_what'}) == (change,)
    assert len(changes.for_family((change, replace(change, day=LATER)), (), 'en', LATER)) == 1


def test_every_finding_has_texts_behind_it() -> None:
    for finding in findings(ORDER, FIRST):
        behind = changes.ids_behind(finding)
        assert finding_texts.text_of(finding.code, finding.kind).id in behind
        assert {deadline.rule for deadline in finding.deadlines} <= behind <= set(texts.every_text())


def test_the_command_on_the_real_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(['law', 'changes', '--since', '2026-10-01', '--on', '2026-11-28']) == 0
    said = capsys.readouterr().out
    assert 'fee_aaf (annual_asylum_fee.yml)' in said and all(len(line) <= 120 for line in said.splitlines())
    assert cli.main(['law', 'changes', '--since', '2031-01-01', '--on', '2031-01-02']) == 0
    assert capsys.readouterr().out.strip() == 'Nothing changed'
    assert cli.main(['law', 'changes', '--since', '2026-10-01', '--ledger', str(tmp_path / 'none.md')]) == 2
