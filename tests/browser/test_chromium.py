"""A browser that does not end when it is asked to costs the tests some seconds, not the whole run."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browser.chromium import program

pytestmark = pytest.mark.browser
# In a process of its own: one has one Playwright at a time.
SCRIPT = '''
import psutil
from browser.chromium import MARK, chromium, parts
with chromium(seconds=2) as browser:
    browser.new_page().goto('data:text/html,here')
    marks = {one.environ().get(MARK) for one in psutil.Process().children(recursive=True)} - {None}
print('closed', len(marks), [part for mark in marks for part in parts(mark)])
'''


def test_a_part_that_stays_behind_with_the_output_open(tmp_path: Path) -> None:
    """Playwright ends a browser's own group of processes and waits until nobody holds the output: a run whose tests had all passed had no end."""
    setsid, sleep, chromium = shutil.which('setsid'), shutil.which('sleep'), tmp_path / 'chromium'
    chromium.write_text(f'#!/bin/sh\n{setsid} {sleep} 300 &\nexec {program()} "$@"\n', encoding='utf-8')
    chromium.chmod(0o700)
    path = f'{tmp_path}{os.pathsep}{os.environ["PATH"]}'
    done = subprocess.run([sys.executable, '-c', SCRIPT], capture_output=True, text=True, timeout=60, check=True,
                          env={**os.environ, 'PATH': path, 'PYTHONPATH': str(Path(__file__).parents[1])})
    assert done.stdout == 'closed 2 []\n', 'a mark for the browser, one for its driver, and nothing left of both'
