"""`selfhelp forms`: what is kept, what is refused, and that a newer edition is told apart in words."""
import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from documents.forms.blanks import ROOT, blank, path_of, small_form

from docassemble.immdef_selfhelp.cli import main
from docassemble.immdef_selfhelp.documents.forms import compare, ready, store
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.fill import Filled
from docassemble.immdef_selfhelp.documents.forms.map import read_map
from docassemble.immdef_selfhelp.documents.forms.ready import final_form

TODAY = date(2026, 11, 28)


def kept_at(form: str) -> str:
    """Where the blank of a form lies; the test is skipped when it is not here."""
    assert blank(form)
    return str(path_of(form))


def changed_i765() -> bytes:
    """The I-765 as a newer edition might be: a box moved, one shorter, one gone, one state renamed, one new."""
    with pikepdf.open(io.BytesIO(blank('i-765'))) as pdf:
        notes = {str(note.get('/T', '')): note for page in pdf.pages for note in page.get('/Annots', ())}
        notes['Line1a_FamilyName[0]'].Rect[1] = 100
        notes['Pt2Line5_CityOrTown[0]'].MaxLen = 12
        notes['Pt3Line5_Email[0]'].T = pikepdf.String('Pt3Line5_Electronic[0]')
        states = notes['Line19_Checkbox[0]'].AP.N
        states['/Not'] = states['/N']
        del states['/N']
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def test_a_blank_of_the_map_is_kept_listed_and_given_for_filling(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ['--data', str(tmp_path)]
    assert main(['forms', 'add', kept_at('i-765'), '--form', 'i-765', '--edition', '2025-08-21', '--confirmed', '2026-11-20', *chosen]) == 0
    said = capsys.readouterr().out
    assert 'the very file with which the map was made' in said
    assert 'All 154 boxes of the map are where they should be.' in said
    assert main(['forms', 'list', *chosen]) == 0
    said = capsys.readouterr().out
    assert 'i-765: Application for Employment Authorization. Edition of the law data: 08/21/25; of the map: 08/21/25.' in said
    assert 'no blank added: families get the worksheet' in said
    where = tmp_path / 'forms'
    assert where.stat().st_mode & 0o077 == 0
    found = store.for_filling(where, read_map('i-765'), TODAY)
    assert found is not None
    assert found[1] == blank('i-765')
    assert store.for_filling(where, read_map('i-765'), date(2027, 11, 28)) is None
    assert store.for_filling(None, read_map('i-765'), TODAY) is None


def test_a_superseded_edition_is_kept_and_never_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['forms', 'add', kept_at('i-589'), '--form', 'i-589', '--edition', '2025-01-20', '--confirmed', '2026-11-20', '--data',
                 str(tmp_path)]) == 0
    assert 'is superseded: families get the worksheet. Official page: https://www.uscis.gov/i-589' in capsys.readouterr().out
    assert store.for_filling(tmp_path / 'forms', read_map('i-589'), TODAY) is None


def test_what_moved_in_a_newer_edition_is_said_in_words() -> None:
    found = compare.differences(read_map('i-765'), *compare.open_form(changed_i765()))
    said = '\n'.join(found)
    assert 'item 6.1.a (Family Name (Last Name)): moved or changed its size: (120, 594, 294, 612) before, (120, 100, 294, 612) now.' in said
    assert 'item 2.5.d (U.S. Mailing Address, City or Town): held 20 letters and holds 12.' in said
    assert "item 3.5 (Email Address): the box 'form1[0].Page4[0].Pt3Line5_Email[0]' is gone." in said
    assert "a new box that the map does not know: 'form1[0].Page4[0].Pt3Line5_Electronic[0]', page 4" in said
    assert 'item 2.12 (Have you previously filed Form I-765?): offered N and offers Not.' in said
    assert len(found) == 6


def test_another_edition_is_kept_with_its_differences_and_has_no_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, 'printed_edition', lambda text: None)
    kept = store.examined(read_map('i-765'), changed_i765(), date(2026, 9, 15), TODAY, TODAY)
    store.add(tmp_path, kept, changed_i765())
    assert store.listed(tmp_path) == (kept,)
    assert len(kept.differences) == 6
    assert not kept.fits(read_map('i-765'))


@pytest.mark.parametrize(('content', 'edition', 'compared', 'said'), [
    ('changed', date(2025, 8, 21), TODAY, 'its boxes are others'), ('i-765', date(2026, 9, 15), TODAY, 'The page says edition 2025-08-21'),
    ('i-765', date(2025, 8, 21), date(2026, 12, 1), 'a day that has not come'), ('i-589', date(2025, 8, 21), TODAY, 'do not say I-765'),
    ('small', date(2025, 8, 21), TODAY, 'do not say I-765')])
def test_what_is_not_what_it_is_said_to_be_is_refused(content: str, edition: date, compared: date, said: str) -> None:
    given = changed_i765() if content == 'changed' else small_form() if content == 'small' else blank(content)
    with pytest.raises(FormProblem, match=said):
        store.examined(read_map('i-765'), given, edition, compared, TODAY)


def test_a_file_that_is_no_form_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ['--form', 'i-589', '--edition', '2025-01-20', '--confirmed', '2026-11-20', '--data', str(tmp_path)]
    (tmp_path / 'words.pdf').write_text('no PDF', encoding='utf-8')
    assert main(['forms', 'add', str(tmp_path / 'words.pdf'), *chosen]) == 1
    assert 'Not added: This file is no PDF' in capsys.readouterr().err
    assert main(['forms', 'add', str(tmp_path / 'nothing.pdf'), *chosen]) == 2
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / 'plain.pdf')
        pdf.save(tmp_path / 'locked.pdf', encryption=pikepdf.Encryption(owner='a', user='b'))
    for name, said in (('plain.pdf', 'has no boxes'), ('locked.pdf', 'locked with a password')):
        assert main(['forms', 'add', str(tmp_path / name), *chosen]) == 1
        assert said in capsys.readouterr().err
    assert not (tmp_path / 'forms').exists()


def test_a_kept_file_that_changed_is_not_used(tmp_path: Path) -> None:
    kept = store.Blank('small', date(2026, 1, 1), TODAY, '0' * 64, ())
    store.add(tmp_path, kept, b'x')
    with pytest.raises(FormProblem, match='has changed since'):
        store.content_of(tmp_path, kept)


# --- what a packet asks for -----------------------------------------------------------------------------------------------------------

def test_a_final_form_comes_filled_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store.examined(read_map('i-765'), blank('i-765'), date(2025, 8, 21), TODAY, TODAY)
    store.add(tmp_path, kept, blank('i-765'))
    made = final_form('i-765', {'1.1': 'initial', '2.1.a': 'Nāhuatl', '2.5.e': 'ca', '2.8': 'A 123-456-789'}, TODAY, where=tmp_path)
    assert isinstance(made, Filled)
    assert {one.item: one.text for one in made.placing.placed} == {
        '2.1.a': 'Nāhuatl', '6.1.a': 'Nāhuatl', '2.5.e': 'CA', '2.8': '123456789', '6.2': '123456789', '2.27.1': 'c', '2.27.2': '8'}
    monkeypatch.setenv(store.FOLDER, str(tmp_path))
    assert isinstance(final_form('i-765', {}, TODAY), Filled)
    monkeypatch.setattr(ready, 'problems', lambda filled: ('page 1: something',))
    with pytest.raises(FormProblem, match='does not say what it should'):
        final_form('i-765', {}, TODAY)


def test_without_a_blank_of_today_the_form_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(store.FOLDER, raising=False)
    nothing = final_form('i-589', {'A.I.4': 'Ana'}, TODAY)
    assert isinstance(nothing, ready.Refused)
    assert nothing.why['es'].startswith('Este programa no tiene el formulario en blanco')
    store.add(tmp_path, store.examined(read_map('i-589'), blank('i-589'), date(2025, 1, 20), TODAY, TODAY), blank('i-589'))
    old = final_form('i-589', {'A.I.4': 'Ana'}, TODAY, where=tmp_path)
    assert isinstance(old, ready.Refused)
    assert old.why['en'].startswith('The form this program has is an old edition: 01/20/25.')
    assert 'uscis.gov/i-589' in old.why['en']


def test_the_helps_for_whoever_writes_a_map_write_their_files(tmp_path: Path) -> None:
    measures, numbers = tmp_path / 'fields.csv', tmp_path / 'numbers.pdf'
    assert main(['forms', 'measure', kept_at('eoir-59'), '--form', 'eoir-59', '--out', str(measures)]) == 0
    assert measures.read_text(encoding='utf-8') == (ROOT / 'templates' / 'forms' / 'eoir-59.fields.csv').read_text(encoding='utf-8')
    assert main(['forms', 'numbers', kept_at('eoir-59'), '--form', 'eoir-59', '--out', str(numbers)]) == 0
    with pikepdf.open(numbers) as pdf:
        assert len(pdf.pages) == 3


def test_no_form_is_part_of_the_project() -> None:
    kept = [path for path in ROOT.rglob('*.pdf') if not {'.venv', 'build', '.git', 'artifacts', 'var'} & set(path.relative_to(ROOT).parts)]
    assert kept == []
