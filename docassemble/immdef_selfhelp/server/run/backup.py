# do not pre-load: an existing docassemble server has its own way to run
"""`selfhelp backup` and `selfhelp restore`: the data folder of a stopped server as one archive, and back into a new folder.

Only a stopped server is copied: a database that runs writes while one reads, and browser sessions and answers would be of different moments.
Answers stay encrypted as they are in the database; the key of each family is on its phone and never in an archive. Who has the archive has the
secrets of the server too, so it is readable by its owner only.
"""
import argparse
import contextlib
import os
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from docassemble.immdef_selfhelp.server.run import stores
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, default_data
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem

# Logs, settings of a run and temporary files are made anew. The secrets come last: an archive without them was cut off.
DATABASE, SECRETS = 'postgresql', 'secrets.json'
KEPT = (DATABASE, 'valkey', 'files', 'forms', 'packages', 'schema', SECRETS)
# Of a process that no longer runs.
LEFT_OUT = frozenset({f'{DATABASE}/postmaster.pid', f'{DATABASE}/postmaster.opts'})
DAMAGED = (tarfile.TarError, EOFError, OSError)


def add_parsers(subcommands: 'argparse._SubParsersAction[argparse.ArgumentParser]') -> None:
    """The command lines of `selfhelp backup` and `selfhelp restore`."""
    saving = subcommands.add_parser(
        'backup', help='write the data folder of a stopped server into one file',
        description='Write the data folder of a stopped server into one file that only you can read. Answers stay encrypted with the key on each '
                    'phone. The file also holds what families erase later: keep few, for few days.')
    saving.add_argument('file', type=Path, help='file to make, for example /mnt/usb/selfhelp.tar.gz; it must not exist')
    saving.set_defaults(run=lambda chosen: _run('backup', back_up, chosen))
    bringing = subcommands.add_parser(
        'restore', help='make a data folder from a backup', description='Make a new data folder from a backup. Start the server on it afterwards.')
    bringing.add_argument('file', type=Path, help='file that `selfhelp backup` made')
    bringing.set_defaults(run=lambda chosen: _run('restore', restore, chosen))
    for command in (saving, bringing):
        command.add_argument('--data', type=Path, default=default_data(), metavar='FOLDER', help='the data folder (default: %(default)s)')


def _run(name: str, work: Callable[[DataFolder, Path], str], chosen: argparse.Namespace) -> int:
    try:
        print(work(DataFolder(chosen.data.expanduser().resolve()), chosen.file.expanduser().resolve()))
    except ServerProblem as problem:
        print(f'selfhelp {name}: {problem}', file=sys.stderr)
        return problem.code
    return Exit.CLEAN


def back_up(folder: DataFolder, file: Path) -> str:
    """Write the archive, whole or not at all. Returns what to tell the person.

    Raises ServerProblem when the folder holds no data, a server runs on it, or the file exists or cannot be written.
    """
    if not all((folder / name).exists() for name in (DATABASE, SECRETS)):
        raise ServerProblem(f'There is no data of a server in {folder.path}. Say where it is with --data FOLDER.', Exit.FOLDER)
    if file.exists():
        raise ServerProblem(f'{file} exists. Choose another name; an older backup is never overwritten.', Exit.FOLDER)
    part = None
    with folder.lock():
        try:
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=f'.{file.name}.')
            part = Path(name)
            with os.fdopen(handle, 'wb') as stream:
                with tarfile.open(fileobj=stream, mode='w:gz') as archive:
                    for one in KEPT:
                        if (folder / one).exists():
                            archive.add(folder / one, one, filter=_without_left_out)
                stream.flush()
                os.fsync(stream.fileno())
            part.rename(file)
        except OSError as error:
            raise ServerProblem(f'The backup could not be written to {file}: {error.strerror}.', Exit.FOLDER) from error
        finally:
            if part:
                part.unlink(missing_ok=True)
    return f'Kept in {file} ({file.stat().st_size / 1e6:.1f} MB). Try it: selfhelp restore {file} --data NEW_FOLDER'


def _without_left_out(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if member.name in LEFT_OUT else member


def restore(folder: DataFolder, file: Path) -> str:
    """Make the data folder from an archive, whole or not at all. Returns what to tell the person.

    Raises ServerProblem when the folder is not empty, cannot be made, or the archive is damaged, cut off or not one of ours.
    """
    if folder.path.exists() and (not folder.path.is_dir() or any(folder.path.iterdir())):
        raise ServerProblem(f'{folder.path} is not empty. Name a new folder with --data; what is there is never overwritten.', Exit.FOLDER)
    try:
        folder.path.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=folder.path.parent, prefix=f'.{folder.path.name}.'))
    except OSError as error:
        raise ServerProblem(f'Cannot write beside {folder.path}: {error.strerror}.', Exit.FOLDER) from error
    before = os.umask(0o077)
    try:
        _unpack(file, part)
        with contextlib.suppress(FileNotFoundError):
            folder.path.rmdir()
        part.rename(folder.path)
    except DAMAGED as error:
        raise ServerProblem(f'{file} cannot be restored: {error}', Exit.FOLDER) from error
    finally:
        os.umask(before)
        shutil.rmtree(part, ignore_errors=True)
    return f'Restored into {folder.path}. Start on it: selfhelp serve --data {folder.path}'


def _unpack(file: Path, part: Path) -> None:
    """Unpack with closed modes and the owners this computer needs. Raises TarError for a member outside what a backup holds."""
    with tarfile.open(file, 'r:gz') as archive:
        for member in archive:
            if member.name.partition('/')[0] not in KEPT or not (member.isfile() or member.isdir()):
                raise tarfile.TarError(f'it holds {member.name!r}, which no backup of this program has')
            # Python's own filter refuses paths that lead outside; https://docs.python.org/3.12/library/tarfile.html#tarfile.data_filter
            archive.extract(member.replace(mode=0o600 if member.isfile() else 0o700), part, filter='data')
    if not all((part / name).exists() for name in (DATABASE, SECRETS)):
        raise tarfile.TarError('it is not whole')
    if os.geteuid() == 0:
        stores.give_to_database_user(part / DATABASE)
