"""A signature is data, and holds for exactly the words and the authority that were signed."""
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from law.samples import DATA, ON, state, write

from docassemble.immdef_selfhelp import cli
from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import signoff, texts
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.provisions import dated


@pytest.mark.parametrize(('before', 'after', 'status'), [
    ('La solicitud cuesta ${value:,}.\n        en: The form costs ${value:,}.\n      - from: 2027',
     'La solicitud vale ${value:,}.\n        en: The form costs ${value:,}.\n      - from: 2027', 'changed'),
    ('value: 1050', 'value: 1060', 'changed'),
    ('value: 1020', 'value: 1030', 'changed'),
    ('from: 2027-01-01', 'from: 2027-02-01', 'changed'),
    ('citation: 8 U.S.C. 1802', 'citation: 8 U.S.C. 1803', 'changed'),
    ('checked: 2026-11-24', 'checked: 2026-11-25', 'signed'),
    ('source: https://example.org/fees', 'source: https://example.org/law', 'signed'),
])
def test_a_signature_ends_with_any_change_of_what_was_signed(tmp_path: Path, before: str, after: str, status: str) -> None:
    assert DATA.count(before) == 1
    signed = signoff.sign(state(write(tmp_path)).texts['filing_fee'], 'ab', ON, ON)
    assert signed.initials == 'AB'
    now = state(write(tmp_path, DATA.replace(before, after))).texts['filing_fee']
    assert signoff.status(now, signoff.newest([signed])) == status


def test_the_newest_signature_counts(tmp_path: Path) -> None:
    text = state(write(tmp_path)).texts['edition']
    old = signoff.Signoff('edition', 'AB', ON - timedelta(days=3), 'other words')
    assert signoff.status(text, signoff.newest([old])) == 'changed'
    assert signoff.status(text, signoff.newest([old, signoff.sign(text, 'CD', ON, ON)])) == 'signed'
    assert signoff.status(text, {}) == 'not_signed'


@pytest.mark.parametrize(('initials', 'on'), [('', ON), ('A', ON), ('A1', ON), ('somebody', ON), ('AB', ON + timedelta(days=1))])
def test_what_is_no_signature_is_refused(tmp_path: Path, initials: str, on: date) -> None:
    with pytest.raises(signoff.SignoffError):
        signoff.sign(state(write(tmp_path)).texts['edition'], initials, on, ON)


def test_signatures_are_kept_as_written(tmp_path: Path) -> None:
    entries = (signoff.Signoff('edition', 'ÑÁ', ON, '12ab', 'Leído: está bien, con «comillas»'),
               signoff.Signoff('filing_fee', 'AB', ON, '0123456789012345'))
    signoff.write(entries, tmp_path / 'signoffs.yml')
    assert signoff.read(tmp_path / 'signoffs.yml') == entries
    assert signoff.read(tmp_path / 'none.yml') == ()


@pytest.mark.parametrize(('text', 'says'), [
    ('signoffs:\n- {id: x, initials: AB, digest: d}', "'date' must be a day"),
    ('signoffs:\n- {id: x, initials: AB, date: 2026-11-25}', "'digest' is missing"),
    ('signoffs:\n- {id: x, initials: "?", date: 2026-11-25, digest: d}', "'initials' must be"),
    ('signoffs:\n- {id: x, initials: AB, date: 2026-11-25, digest: d, note: n}', 'unknown keys: note'),
    ('signatures: []', 'unknown keys: signatures'),
])
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / 'signoffs.yml').write_text(text)
    with pytest.raises(strict.LawDataError, match=r'signoffs\.yml') as refused:
        signoff.read(tmp_path / 'signoffs.yml')
    assert says in str(refused.value)


def test_the_command_shows_what_is_signed_and_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / 'signoffs.yml'
    monkeypatch.setattr(signoff.read, '__defaults__', (path,))
    monkeypatch.setattr(signoff.write, '__defaults__', (path,))
    assert cli.main(['law', 'sign', 'cf_what', 'HELD', '--initials', 'XY', '--date', '2026-11-20', '--comment', 'ok']) == 0
    printed = capsys.readouterr().out
    assert dated.sentence('cf_what', 'es', ON) in printed
    assert dated.sentence('cf_what', 'en', ON) in printed
    assert [(one.id, one.initials, one.on, one.comment) for one in signoff.read(path)] == [
        ('cf_what', 'XY', date(2026, 11, 20), 'ok'), ('HELD', 'XY', date(2026, 11, 20), 'ok')]
    assert signoff.status(texts.every_text()['HELD'], signoff.newest(signoff.read(path))) == 'signed'
    assert cli.main(['law', 'sign', 'cf_what', 'nothing_like_this', '--initials', 'XY']) == 2
    assert cli.main(['law', 'sign', 'cf_what', '--initials', 'X']) == 2
    assert len(signoff.read(path)) == 2


def test_an_afternoon_is_signed_in_one_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path, listed = tmp_path / 'signoffs.yml', tmp_path / 'signed.txt'
    monkeypatch.setattr(signoff.read, '__defaults__', (path,))
    monkeypatch.setattr(signoff.write, '__defaults__', (path,))
    listed.write_text('# Chapter 1\ncf_what\n\nHELD  Good, but name the officer.\nONE_YEAR_AHEAD\n', encoding='utf-8')
    assert cli.main(['law', 'sign', '--list', str(listed), '--initials', 'XY', '--comment', 'read']) == 0
    assert [(one.id, one.comment) for one in signoff.read(path)] == [
        ('cf_what', 'read'), ('HELD', 'Good, but name the officer.'), ('ONE_YEAR_AHEAD', 'read')]
    for wrong in ('cf_what\nnothing_like_this', 'cf_what\ncf_what', '# nothing', ''):
        listed.write_text(wrong, encoding='utf-8')
        assert cli.main(['law', 'sign', '--list', str(listed), '--initials', 'XY']) == 2
    listed.write_bytes(b'\xff\xfe')
    assert cli.main(['law', 'sign', '--list', str(listed), '--initials', 'XY']) == 2
    assert cli.main(['law', 'sign', '--list', str(tmp_path / 'none.txt'), '--initials', 'XY']) == 2
    assert len(signoff.read(path)) == 3, 'nothing is written when one cannot be signed'
    assert capsys.readouterr().err.count('\n') == 6


def pairs(written: object) -> Iterator[tuple[str, str]]:
    """Every text in both languages within a data file, as written."""
    if isinstance(written, dict):
        if isinstance(written.get('es'), str) and 'from' not in written:
            yield ' '.join(written['es'].split()), ' '.join(written['en'].split())
        for key, item in written.items():
            if key != 'provisions':
                yield from pairs(item)
    elif isinstance(written, list):
        for item in written:
            yield from pairs(item)


def test_every_text_a_family_reads_can_be_signed() -> None:
    every = texts.every_text()
    assert set(dated.all_provisions()) | set(finding_texts.all_texts()) <= set(every)
    signed = {(passage.words['es'], passage.words['en']) for text in every.values() for passage in text.passages}
    # Names of nations and words of citations say nothing of the law: nobody signs them
    files = [path for path in dated.DATA.rglob('*.yml') if path.parent.name != 'names']
    written = {pair for path in files for pair in pairs(yaml.safe_load(path.read_text(encoding='utf-8')))}
    assert len(written) > 200
    assert written - signed == set()
    for text in every.values():
        assert text.passages
        assert all(provision_id in dated.all_provisions() for provision_id in text.authority)
        assert text.kind in ('provision', 'words') or text.authority


def test_what_was_signed_names_a_text_that_exists() -> None:
    assert {one.id for one in signoff.read()} - set(texts.every_text()) == set()
