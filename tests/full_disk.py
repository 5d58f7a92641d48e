"""A disk that is really full, under a real server: `.venv/bin/python tests/full_disk.py` (as root: it mounts a small disk in memory).

Fills the disk with the answers, answers a screen, and says what the page said, what the terminal said and whether the answer was kept; then makes
room and goes on. Fails when an answer was shown as kept and is gone, or when nobody said why. Not part of the tests, which need no root.
"""
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from server.client import named
from server.live import LiveServer

SMALL, PIECE = 400_000_000, 64 * 1024


def fill(file: Path) -> None:
    """Write until nothing more goes in."""
    with file.open('wb') as full:
        try:
            while full.write(bytes(PIECE)):
                full.flush()
        except OSError:
            return


def tried() -> list[str]:
    """What was wrong, in sentences."""
    wrong: list[str] = []
    with LiveServer('--workers', '1') as server:
        phone, ballast = named(server.url, 'Marisol'), server.data / 'ballast'
        fill(ballast)
        time.sleep(6)
        before = phone.screen
        refused = phone.answer({'applicant.birth.day': '3', 'applicant.birth.month': '4', 'applicant.birth.year': '1990'})
        print(f'full: {refused.text[:160]!r}')
        if 'lleno' not in refused.text and refused.identity != 'applicant_nationality':
            wrong.append('the page did not say that the disk is full')
        kept = refused.identity == 'applicant_nationality'
        ballast.unlink()
        time.sleep(6)
        there = phone.open().identity
        print(f'with room again: {there}')
        if kept and there == 'applicant_birth':
            wrong.append('an answer was shown as kept and is gone')
        if not kept:
            phone.screen = before
            phone.open()
            after = phone.answer({'applicant.birth.day': '3', 'applicant.birth.month': '4', 'applicant.birth.year': '1990'})
            print(f'sent again: {after.identity}')
            wrong += [] if after.identity != 'applicant_birth' else ['it does not go on']
    print(*(line for line in server.said.splitlines() if 'disk' in line), sep='\n')
    return wrong + ([] if 'is full' in server.said else ['the terminal did not say that the disk is full'])


def main() -> int:
    """Mount, try, unmount. Returns 1 when something was wrong."""
    with tempfile.TemporaryDirectory(prefix='selfhelp-full-') as place:
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={SMALL},mode=711', 'tmpfs', place], check=True)
        tempfile.tempdir = place
        try:
            wrong = tried()
        finally:
            tempfile.tempdir = None
            subprocess.run(['umount', '--lazy', place], check=True)
    print(*(wrong or ['nothing lost, and it was said']), sep='\n')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
