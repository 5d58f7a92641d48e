"""`selfhelp findings` as somebody at a desk meets it: facts or answers, any day, text or data, and an end without a traceback."""
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docassemble.immdef_selfhelp import cli
from docassemble.immdef_selfhelp.law.desk import record
from docassemble.immdef_selfhelp.law.provisions import dated

CASES = Path(__file__).parents[1] / 'cases'
TOLD_TWICE = CASES / '04_mam_negative_interview.yml'
FACTS = 'place: released\ncourt: {has_case: yes, decision: removal, decision_served: about 2026-11-03}\n'


def as_data(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert cli.main(['findings', *words, '--json', '--language', 'en']) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize('case', sorted(CASES.glob('*.yml')), ids=lambda path: path.stem)
def test_every_case_file_can_be_asked_about(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_data(capsys, str(case), '--differences')
    assert found['on'] == '2026-11-24', 'the day of the case file'
    # Neither a witness nor a sponsor has a case
    assert bool(found['findings']) == (not case.stem.endswith(('witness', 'sponsor'))) and isinstance(found['differences'], list)


def test_the_day_asked_for_wins(capsys: pytest.CaptureFixture[str]) -> None:
    case = str(CASES / '09_july_protester_released.yml')
    before, after = (as_data(capsys, case, '--on', day) for day in ('2026-11-24', '2027-03-03'))
    codes = [{finding['code'] for finding in found['findings']} for found in (before, after)]
    assert 'ONE_YEAR_PASSED' in codes[1] - codes[0]


def test_differences_say_both_sides_and_who_told_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_data(capsys, str(TOLD_TWICE), '--differences')['differences']
    assert found
    for one in found:
        assert one['told_by'] and one['question'].endswith('?') and len(one['sides']) == 2
        assert all(side['where'] for side in one['sides'])
    assert cli.main(['findings', str(TOLD_TWICE), '--differences', '--language', 'es']) == 0
    text = capsys.readouterr().out
    assert '[DIFERENCIA] ' in text and found[0]['code'] in text


def test_facts_have_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / 'facts.yml'
    file.write_text(FACTS, encoding='utf-8')
    assert cli.main(['findings', str(file), '--differences']) == 2
    assert 'compares answers' in capsys.readouterr().err
    assert as_data(capsys, str(file), '--on', '2026-11-25')['deadlines'][0]['rely_on'] == '2026-11-18'


@pytest.mark.parametrize('text', [
    'entries: [{when: 9999, outcome: released}]', 'people: [{key: applicant, birth: 9990}]', 'court: {hearing: 0001-01-05}',
    'answers: {applicant: ', 'answers: just words', 'day: tomorrow\nanswers: {user_language: es}', 'favourite_colour: blue', '\udcff',
])
def test_what_cannot_be_read_is_one_complaint(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / 'facts.yml'
    file.write_bytes(text.encode('utf-8', 'surrogateescape'))
    assert cli.main(['findings', str(file)]) == 2
    assert capsys.readouterr().err.startswith('selfhelp findings: ')


@pytest.mark.parametrize('command', [['findings', 'FILE', '--on'], ['walk', 'FILE', '--on'], ['law', 'report', '--on']])
def test_a_day_with_which_nothing_can_be_counted_is_refused(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*command, '9999-12-31'])
    assert ended.value.code == 2
    assert 'between 1850 and 2200' in capsys.readouterr().err


def test_a_year_no_life_has_counts_nothing_in_a_case_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / 'case.yml'
    file.write_text('answers: {applicant: {birth: {year: 9990}}, situation: {place: released, entered: yes, entries: [{when: {year: 9999}}]}}',
                    encoding='utf-8')
    assert 'ONE_YEAR_DATE_UNKNOWN' in {finding['code'] for finding in as_data(capsys, str(file))['findings']}


def test_a_pipe_that_is_closed_is_no_fault() -> None:
    command = [sys.executable, '-c', 'import sys; from docassemble.immdef_selfhelp.cli import main; sys.exit(main(sys.argv[1:]))', 'findings',
               str(TOLD_TWICE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None and program.stderr is not None
        program.stdout.close()
        said = program.stderr.read()
        assert (program.wait(timeout=120), said) == (141, '')


def test_what_changed_since_a_day_is_told_when_it_touches_the_case(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A provision of the list of papers and a provision of a finding changed; a third one, of no paper and no finding of hers, did too."""
    day = date(2026, 11, 26)
    kept = {name: record.Entry('', None, '', 0, day) for name in ('docs_fraud', 'appeal_deadline', 'careful_sign')}
    monkeypatch.setattr(record, 'read', lambda: kept)
    case = str(CASES / '12_drought_and_debt.yml')
    changed = as_data(capsys, case, '--since', '2026-11-26', '--on', '2026-11-28')['changed']
    assert sorted(changed) == sorted(dated.sentence_with_note(name, 'en', day) for name in ('docs_fraud', 'careful_sign'))
    assert as_data(capsys, case, '--since', '2026-11-27', '--on', '2026-11-28')['changed'] == []
    assert cli.main(['findings', case, '--since', '2026-11-26', '--on', '2026-11-28']) == 0
    assert capsys.readouterr().out.startswith('Desde la última vez que estuvo aquí (26 de noviembre de 2026), cambió esto')
