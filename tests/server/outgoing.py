"""What the Python processes of servers ask of the network: every name they look up, every address they connect or send to."""
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

HERE = re.compile(r"'(127\.[\d.]+|::1|0\.0\.0\.0|::|)'|'/|\(b?'\\x00|None")
FILE = 'outgoing.txt'
LOOK_UP = re.compile(r'(getaddrinfo|gethostby\w+|getnameinfo) ')
RECORDER = """
import os, sys
NOTED = frozenset({'socket.connect', 'socket.sendto', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.gethostbyaddr', 'socket.getnameinfo'})
def note(event, given):
    if event in NOTED:
        at = given[1:2] if event in ('socket.connect', 'socket.sendto') else given[:1]
        os.write(WRITTEN, f'{event.removeprefix("socket.")} {at[0]!r}\\n'.encode())
WRITTEN = os.open(PLACE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
os.set_inheritable(WRITTEN, False)
sys.addaudithook(note)
"""


@contextmanager
def recorded(folder: Path) -> Iterator[None]:
    """Servers that start within this write there what they ask of the network, as long as they run. Python itself tells it (`sys.addaudithook`)."""
    (folder / 'sitecustomize.py').write_text(f'PLACE = {str(folder / FILE)!r}\n{RECORDER}', encoding='utf-8')
    before = os.environ.get('PYTHONPATH')
    with patch.dict(os.environ, PYTHONPATH=os.pathsep.join([str(folder), *([before] if before else [])])):
        yield


def asked(folder: Path) -> list[str]:
    """Every line they wrote, once."""
    return sorted(set((folder / FILE).read_text(encoding='utf-8').splitlines()))


def outside(lines: list[str]) -> list[str]:
    """What went, or would have gone, beyond this computer; a name other than that of this computer is a look-up."""
    return [line for line in lines if not HERE.search(line) and not (LOOK_UP.match(line) and "'localhost'" in line)]
