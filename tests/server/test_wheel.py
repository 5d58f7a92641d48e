"""What a wheel carries: the source, the interviews, templates, translations and data of this project, and nothing that lay beside them."""
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.server
PROJECT = Path(__file__).parents[2]
FOLDERS = {'interviews': 'data/questions', 'templates': 'data/templates', 'translations': 'data/sources'}
NAME = 'docassemble/immdef_selfhelp'
BELONGS = re.compile(rf'{NAME}/(?:.+\.(?:py|yml|xlf|docx|html|js|css|typed)|data/(?:questions|templates|sources)/.+'
                     r'|documents/fonts/(?:DejaVuSans(?:Mono)?\.ttf|LICENSE-DejaVu\.txt))'
                     r'|docassemble[._]immdef_selfhelp-[\d.]+\.dist-info/(?:METADATA|WHEEL|RECORD|top_level\.txt|entry_points\.txt|(?:licenses/)?LICENSE)')


def sources() -> set[str]:
    """The files of the project that belong into a wheel, by their place in it; as git knows them, where there is git."""
    listing = subprocess.run(['git', '-C', str(PROJECT), 'ls-files', 'docassemble', *FOLDERS], capture_output=True, text=True, check=True)
    places = set()
    for file in listing.stdout.split():
        top, _, rest = file.partition('/')
        places.add(f'{NAME}/{FOLDERS[top]}/{rest}' if top in FOLDERS else file)
    return places


@pytest.mark.skipif(not (PROJECT / '.git').exists() or shutil.which('git') is None, reason='only git knows what belongs to the source')
def test_a_wheel_carries_what_belongs_and_nothing_else(tmp_path: Path) -> None:
    copy = tmp_path / 'source'
    for file in ('setup.py', 'pyproject.toml', 'README.md', 'LICENSE'):
        copy.mkdir(exist_ok=True)
        shutil.copy2(PROJECT / file, copy / file)
    for folder in ('docassemble', *FOLDERS):
        shutil.copytree(PROJECT / folder, copy / folder)
    # What lies about in a folder where the program has run
    left = [copy / NAME / '__pycache__' / 'cli.cpython-312.pyc', copy / 'interviews' / '__pycache__' / 'x.cpython-312.pyc', copy / NAME / 'cli.py~']
    for lying in left:
        lying.parent.mkdir(exist_ok=True)
        lying.write_bytes(b'left')
    subprocess.run([sys.executable, 'setup.py', '-q', 'bdist_wheel', '--dist-dir', str(tmp_path)], cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob('*.whl')
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    assert {name for name in carried if not BELONGS.fullmatch(name)} == set()
    assert {name for name in carried if '.dist-info/' not in name} == sources()
