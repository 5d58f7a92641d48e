"""Nothing of the law data changes by accident: a change needs a new check, a source and a line of the ledger before it is recorded."""
import shutil
from datetime import date
from pathlib import Path

import pytest
from law.samples import DATA, ON, state, write

from docassemble.immdef_selfhelp import cli
from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import record, texts
from docassemble.immdef_selfhelp.law.provisions import dated

FIRST = '- New: `fees.yml` [8 U.S.C. 1802].\n'
LINE = '- `filing_fee`: now 1,060 [8 U.S.C. 1802], AB.\n'
LATER = date(2026, 12, 1)


@pytest.fixture
def before(tmp_path: Path) -> dict[str, record.Entry]:
    """The record of the sample, as written and read again."""
    found = state(write(tmp_path / 'data')).texts
    assert record.refusals(found, {}, FIRST, ON) == []
    record.write(record.recorded(found, {}, FIRST), tmp_path / 'record.yml')
    return record.read(tmp_path / 'record.yml')


def changed(folder: Path, *swaps: tuple[str, str]) -> dict[str, texts.Text]:
    """The texts of the sample after a change."""
    text = DATA
    for old, new in swaps:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return dict(state(write(folder / 'changed', text)).texts)


def test_what_is_recorded_does_not_differ(tmp_path: Path, before: dict[str, record.Entry]) -> None:
    assert record.differences(changed(tmp_path), before) == []


def test_a_new_file_must_be_named(tmp_path: Path) -> None:
    found = state(write(tmp_path)).texts
    assert len(record.refusals(found, {}, 'nothing', ON)) == 2
    assert 'no line of the ledger names fees.yml' in record.refusals(found, {}, 'nothing', ON)[0]


@pytest.mark.parametrize('swap', [
    ('value: 1050', 'value: 1060'), ('Use la edición nueva', 'Use la nueva edición'), ('8 U.S.C. 1802', '8 U.S.C. 1803'),
    ('value: 1020', 'value: 1021'), ('from: 2027-01-01', 'from: 2027-01-02'),
])
def test_a_silent_change_is_seen_and_refused(tmp_path: Path, before: dict[str, record.Entry], swap: tuple[str, str]) -> None:
    found = changed(tmp_path, swap)
    assert [line for line in record.differences(found, before) if 'changed after it was recorded' in line]
    refused = record.refusals(found, before, FIRST, LATER)
    assert len(refused) == 2
    assert "'checked' still says" in refused[0]
    assert 'no new line of the ledger' in refused[1]


def test_a_change_needs_both_the_check_and_the_line(tmp_path: Path, before: dict[str, record.Entry]) -> None:
    value, check = ('value: 1050', 'value: 1060'), ('checked: 2026-11-24', 'checked: 2026-12-01')
    assert "'checked' still says" in ''.join(record.refusals(changed(tmp_path, value), before, FIRST + LINE, LATER))
    assert 'no new line' in ''.join(record.refusals(changed(tmp_path, value, check), before, FIRST, LATER))
    assert record.refusals(changed(tmp_path, value, check), before, FIRST + LINE, LATER) == []


def test_an_old_line_does_not_serve_for_the_next_change(tmp_path: Path, before: dict[str, record.Entry]) -> None:
    value, check = ('value: 1050', 'value: 1060'), ('checked: 2026-11-24', 'checked: 2026-12-01')
    after = record.recorded(changed(tmp_path, value, check), before, FIRST + LINE)
    again = changed(tmp_path, ('value: 1050', 'value: 1070'), check)
    assert 'no new line' in ''.join(record.refusals(again, after, FIRST + LINE, LATER))
    assert record.refusals(again, after, FIRST + LINE + LINE, LATER) == []
    assert "'checked' still says" in ''.join(record.refusals(again, after, FIRST + LINE + LINE, date(2026, 12, 2)))


def test_a_fact_only_checked_again_needs_no_line_but_a_record(tmp_path: Path, before: dict[str, record.Entry]) -> None:
    found = changed(tmp_path, ('checked: 2026-11-24', 'checked: 2026-12-01'))
    assert record.differences(found, before) == ['filing_fee (fees.yml) was checked again, and that is not recorded']
    assert record.refusals(found, before, FIRST, LATER) == []
    assert record.differences(found, record.recorded(found, before, FIRST)) == []


def test_a_check_cannot_go_back_or_be_still_to_come(tmp_path: Path, before: dict[str, record.Entry]) -> None:
    assert 'went back' in ''.join(record.refusals(changed(tmp_path, ('checked: 2026-11-24', 'checked: 2026-11-23')), before, FIRST, LATER))
    assert 'still to come' in ''.join(record.refusals(changed(tmp_path, ('checked: 2026-11-24', 'checked: 2026-12-02')), before, FIRST, LATER))


def test_a_source_is_always_there(tmp_path: Path) -> None:
    with pytest.raises(strict.LawDataError, match=r"filing_fee: 'source' is missing"):
        changed(tmp_path, ('    source: https://example.org/fees\n', ''))


def test_a_text_that_is_gone_is_seen_and_must_be_named(before: dict[str, record.Entry]) -> None:
    assert record.differences({}, before) == [f'{name} is recorded and no longer in the data' for name in sorted(before)]
    assert len(record.refusals({}, before, FIRST, ON)) == 2
    assert record.refusals({}, before, f'{FIRST}- Gone: `filing_fee`, `edition`.', ON) == []


def test_a_name_within_another_name_does_not_count() -> None:
    assert record.lines_naming('cf_what', '`cf_whatever` and `my.cf_what` and xcf_what') == 0
    assert record.lines_naming('cf_what', '- `cf_what`, cf_what: two times in a line\n- (cf_what)') == 2


def test_the_real_data_tampered_with_is_seen(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(dated.DATA, tmp_path / 'data'))
    real = texts.by_id(texts.provision_texts(dated.read_folder(folder / 'provisions')))
    kept = record.recorded(real, {}, '')
    path = folder / 'provisions' / 'credible_fear.yml'
    text = path.read_text(encoding='utf-8')
    assert text.count('value: 7\n') >= 1
    path.write_text(text.replace('value: 7\n', 'value: 8\n', 1), encoding='utf-8')
    tampered = texts.by_id(texts.provision_texts(dated.read_folder(folder / 'provisions')))
    assert record.differences(real, kept) == []
    assert record.differences(tampered, kept) == ['cf_ij_timing (credible_fear.yml) changed after it was recorded']


def test_the_command_refuses_and_then_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path, ledger = tmp_path / 'record.yml', tmp_path / 'legal-ledger.md'
    monkeypatch.setattr(record.read, '__defaults__', (path,))
    monkeypatch.setattr(record.write, '__defaults__', (path,))
    ledger.write_text('nothing')
    assert cli.main(['law', 'record', '--ledger', str(ledger)]) == 1
    assert not path.exists()
    assert 'credible_fear.yml' in capsys.readouterr().err
    every = texts.every_text()
    ledger.write_text(' '.join(f'{text.group}.yml' for text in every.values()))
    assert cli.main(['law', 'record', '--ledger', str(ledger)]) == 0
    assert record.differences(every, record.read(path)) == []
    assert cli.main(['law', 'record', '--ledger', str(tmp_path / 'none.md')]) == 2


def test_the_law_data_is_recorded_as_it_stands() -> None:
    # One that fails here: finish the change (docs/use/legal-updates.md), then `selfhelp law record`.
    assert record.differences(texts.every_text(), record.read()) == []


def test_better_words_need_no_new_check_when_the_newest_line_says_so(tmp_path: Path, before: dict[str, record.Entry]) -> None:
    found = changed(tmp_path, ('Use la edición nueva', 'Use la nueva edición'))
    name = next(line for line in record.differences(found, before)).split()[0]
    said = f'- Only words: `{name}`.\n'
    assert record.refusals(found, before, FIRST, LATER)
    assert record.refusals(found, before, said + FIRST, LATER) == []
    assert len(record.refusals(found, before, f'- `{name}`: another day.\n' + said + FIRST, LATER)) == 1


def test_the_ledger_still_holds_every_line_that_was_counted() -> None:
    # A line taken out of the ledger would let a later change pass, or refuse a complete one.
    ledger = (Path(__file__).parents[2] / 'docs' / 'use' / 'legal-ledger.md').read_text(encoding='utf-8')
    assert [identifier for identifier, entry in record.read().items() if record.lines_naming(identifier, ledger) < entry.named] == []
