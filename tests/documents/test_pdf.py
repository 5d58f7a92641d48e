"""PDF: by LibreOffice when it is there, and a clear refusal, with nothing left behind, when it is not."""
import contextlib
import shutil
import subprocess
import threading
from pathlib import Path
from types import SimpleNamespace as Some
from typing import Any

import pytest
from documents.shared import Paper

from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.documents.making.render import PdfUnavailable, pdf_bytes

OFFICE = shutil.which('soffice') or shutil.which('libreoffice')


def false_office(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str | None) -> None:
    """Put a program of this script where LibreOffice is looked for, or nothing at all."""
    if script is not None:
        (folder / 'soffice').write_text(script)
        (folder / 'soffice').chmod(0o755)
    monkeypatch.setenv('PATH', str(folder))
    monkeypatch.setattr(render, 'work_folder', lambda: str(folder))


@pytest.mark.skipif(OFFICE is None, reason='LibreOffice is not installed')
def test_papers_become_pdfs_in_one_run_and_in_order(paper: Paper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(render, 'work_folder', lambda: str(tmp_path))
    made = pdf_bytes([paper('shopkeeper', 'declaration', 'es'), paper('hostile', 'document_checklist', 'es')])
    assert [content[:5] for content in made] == [b'%PDF-'] * 2
    # The second has texts of 20,000 letters.
    assert len(made[1]) > len(made[0])
    assert list(tmp_path.iterdir()) == []


def clear_papers(folders: list[Path], stop: threading.Event, found: set[str]) -> None:
    """Look again and again for files that begin like a PDF or a Word file."""
    while not stop.is_set():
        for folder in folders:
            for file in folder.rglob('*'):
                with contextlib.suppress(OSError), file.open('rb') as stream:  # gone, or a folder
                    if stream.read(4) in (b'%PDF', b'PK\x03\x04'):
                        found.add(str(file))


@pytest.mark.skipif(OFFICE is None, reason='LibreOffice is not installed')
def test_nothing_of_a_paper_is_written_outside_its_private_folder(paper: Paper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    private, disk = tmp_path / 'memory', tmp_path / 'disk'
    private.mkdir()
    disk.mkdir()
    monkeypatch.setattr(render, 'work_folder', lambda: str(private))
    for name in ('TMPDIR', 'TMP', 'TEMP', 'HOME'):
        monkeypatch.setenv(name, str(disk))
    stop, on_disk, in_memory = threading.Event(), set[str](), set[str]()
    watchers = [threading.Thread(target=clear_papers, args=([folder], stop, found)) for folder, found in ((disk, on_disk), (private, in_memory))]
    for one in watchers:
        one.start()
    try:
        made = pdf_bytes([paper('shopkeeper', 'declaration', 'es')])
    finally:
        stop.set()
        for one in watchers:
            one.join()
    assert made[0].startswith(b'%PDF')
    assert in_memory, 'the watcher sees what LibreOffice writes'
    assert on_disk == set()
    assert list(disk.iterdir()) == []


def test_no_paper_needs_no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    false_office(monkeypatch, tmp_path, None)
    assert pdf_bytes([]) == []


@pytest.mark.parametrize(('script', 'says'), [
    (None, 'not installed'),
    ('#!/nowhere/at/all\n', 'could not be started'),
    ('#!/bin/sh\nexit 3\n', 'ended with code 3'),
    ('#!/bin/sh\nexit 0\n', 'made no PDF'),
])
def test_an_office_that_fails_is_said_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: Any, says: str) -> None:
    false_office(monkeypatch, tmp_path, script)
    with pytest.raises(PdfUnavailable, match=says):
        pdf_bytes([b'anything'])
    assert [path.name for path in tmp_path.iterdir() if path.name != 'soffice'] == []


def test_an_office_that_hangs_is_stopped_with_all_it_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    false_office(monkeypatch, tmp_path, f'#!/bin/sh\n/bin/sleep 600 &\necho $! > {tmp_path}/child\nwait\n')
    monkeypatch.setattr(render, 'PDF_SECONDS', 1)
    with pytest.raises(PdfUnavailable, match='took more than 1 seconds'):
        pdf_bytes([b'anything'])
    child = Path('/proc', (tmp_path / 'child').read_text().strip(), 'stat')
    assert not child.exists() or child.read_text().split()[2] == 'Z'


def test_a_conversion_stands_in_memory_where_the_machine_has_such_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(render, 'MEMORY_FOLDER', tmp_path)
    assert render.work_folder() == str(tmp_path)
    monkeypatch.setattr(render, 'MEMORY_FOLDER', tmp_path / 'none')
    assert render.work_folder() is None


def test_a_file_of_a_family_is_readable_by_nobody_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    false_office(monkeypatch, tmp_path, f'#!/bin/sh\n/bin/ls -ld "$HOME" > {tmp_path}/mode\nexit 1\n')
    with pytest.raises(PdfUnavailable):
        pdf_bytes([b'anything'])
    assert (tmp_path / 'mode').read_text().startswith('drwx------')


def test_a_letter_that_no_font_draws_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    render.is_drawn.cache_clear()
    # A sign of Egyptian writing that no common font has, letters of Spanish and of Mayan languages, a joined emoji
    assert render.undrawn("Ñandú ꞌ ʼ q'anil \u200d\ufe0f \n") == []
    assert render.undrawn('a\U0001e900b\U0001e900') in ([], ['\U0001e900'])
    fonts = {'found': b'DejaVu Sans', 'missing': b''}
    for said, lost in (('found', []), ('missing', ['\U0001f52b'])):
        render.is_drawn.cache_clear()
        monkeypatch.setattr(subprocess, 'run', lambda *_, said=said, **__: Some(stdout=fonts[said]))
        assert render.undrawn('\U0001f52b te queda poco \U0001f52b') == lost
    render.is_drawn.cache_clear()


@pytest.mark.skipif(shutil.which('fc-list') is None, reason='fontconfig is not installed')
def test_the_fonts_that_the_program_brings_draw_what_people_type() -> None:
    render.is_drawn.cache_clear()
    assert render.undrawn('🔫⚰ te queda poco 🐀 🙏 💀 áéíóú ñ ʼ ꞌ â') == []
