"""scripts/find-python on computers that have other Pythons than this one: only one that can make the environment is taken."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.server.run.folder import DataFolder
from docassemble.immdef_selfhelp.server.run.serve import child_environment

SCRIPT = Path(__file__).parents[2] / 'scripts' / 'find-python'
REAL = os.path.realpath(sys.executable)
# A shim that does not run, and Debian's python3 without python3-venv: all but the module that puts pip into an environment.
SHIM = '#!/bin/sh\nexit 127\n'
WITHOUT_VENV = f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec {REAL} "$@"\n'
WORKS = f'#!/bin/sh\nexec {REAL} "$@"\n'
OLD = f'#!/bin/sh\nexec {REAL} -c "import sys; sys.version_info = (3, 11, 2); $2"\n'


def found(home: Path, pythons: dict[str, str], named: str = '') -> str:
    """What the script prints where these are the Pythons."""
    for name, text in pythons.items():
        (home / name).write_text(text, encoding='utf-8')
        (home / name).chmod(0o755)
    tools = home / 'tools'
    tools.mkdir()
    for tool in ('bash', 'dirname', 'readlink'):
        (tools / tool).symlink_to(f'/usr/bin/{tool}')
    environment = {'PATH': f'{home}:{tools}', 'HOME': str(home), 'PYTHON': named}
    return subprocess.run([str(SCRIPT)], env=environment, check=True, capture_output=True, text=True).stdout.strip().removeprefix(f'{home}/')


@pytest.mark.skipif(any(SCRIPT.parents[1].glob('.python/cpython-*')), reason='this checkout has brought a Python of its own')
@pytest.mark.parametrize(('pythons', 'expected'), [
    ({'python3.13': WORKS}, 'python3.13'),
    ({'python3.12': SHIM, 'python3.13': WORKS}, 'python3.13'),
    ({'python3.12': WITHOUT_VENV, 'python3': WORKS}, 'python3'),
    ({'python3': WITHOUT_VENV}, ''),
    ({'python3': OLD}, ''),
    ({}, ''),
])
def test_only_a_python_that_can_make_the_environment_is_found(tmp_path: Path, pythons: dict[str, str], expected: str) -> None:
    assert found(tmp_path, pythons) == expected


def test_a_python_that_is_named_is_looked_at_alone(tmp_path: Path) -> None:
    (tmp_path / 'a').mkdir()
    assert found(tmp_path, {'python3.12': WORKS, 'mine': OLD}, str(tmp_path / 'mine')) == ''


def test_docassemble_finds_the_pip_of_this_environment_where_the_computer_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('PATH', str(tmp_path))
    found_pip = shutil.which('pip', path=child_environment(DataFolder(tmp_path))['PATH'])
    assert found_pip == str(Path(sys.executable).with_name('pip'))
