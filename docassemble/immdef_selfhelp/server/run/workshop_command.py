# do not pre-load: a command of the local server
"""`selfhelp workshop check`: what goes wrong in a room without internet, looked at before the families come.

`selfhelp workshop key`: another one-time address for a leader.
"""
import argparse
import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil
import yaml

from docassemble.immdef_selfhelp.server.run import leader_keys, native, network
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, default_data
from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem

PORT = 8080
# A workshop of thirty families keeps some ten megabytes; papers in the making and logs need more.
FREE_BYTES = 1_000_000_000
WAIT_SECONDS = 60
# NetworkManager's own hotspot takes these addresses. A hotspot of a laptop takes about eight phones, a travel router thirty.
HOTSPOT = '10.42.'


REPLY = b'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nBien. Este telefono llega. / This phone gets through.'


@dataclass(frozen=True)
class Looked:
    """One thing that was looked at: whether it is well, and what to know or to do."""

    well: bool
    said: str


def add_parser(subcommands: 'argparse._SubParsersAction[argparse.ArgumentParser]', add_papers: Callable[[Any], None]) -> None:
    """The command line of `selfhelp workshop`. `add_papers` adds the part that writes papers: it reads the interview, which this room cannot."""
    command = subcommands.add_parser('workshop', help='before a workshop: look at network, clock, disk and printer; another address for a leader')
    parts = command.add_subparsers(title='commands', metavar='COMMAND', required=True)
    check = parts.add_parser('check', help='look at what goes wrong in a room, before the families come',
                             description='Run it in the room, before the server: it waits for a second device to reach this computer. '
                                         'Exit codes: 0 all is well, 1 something is not.')
    check.add_argument('--port', type=int, default=PORT, help='the port the server will use (default: %(default)s)')
    check.add_argument('--data', type=Path, default=default_data(), metavar='FOLDER', help='the data folder (default: %(default)s)')
    check.add_argument('--wait', type=int, default=WAIT_SECONDS, metavar='SECONDS', help='how long to wait for a phone; 0 not at all')
    check.set_defaults(run=lambda chosen: run_check(chosen.port, chosen.data.expanduser(), chosen.wait))
    key = parts.add_parser('key', help='print another one-time address with which a leader signs in, on a server that runs')
    key.add_argument('--data', type=Path, default=default_data(), metavar='FOLDER', help='its data folder (default: %(default)s)')
    add_papers(parts)
    key.set_defaults(run=lambda chosen: run_key(chosen.data.expanduser()))


def run_key(data: Path) -> int:
    """Print a new address. Exit code 1 when no workshop server has run on this folder."""
    try:
        config = yaml.safe_load(DataFolder(data).config.read_text(encoding='utf-8'))
        reached = config['workshop']
        print(leader_keys.address_of_leader(config['redis'], network.from_here(reached['host'], reached['port'])))
    except (OSError, KeyError):
        print('No workshop server runs on this data folder. Start it first: selfhelp serve --workshop')
        return Exit.FAILED
    return Exit.CLEAN


def run_check(port: int, data: Path, wait: int) -> int:
    """Print each thing looked at. Returns 0 when all is well."""
    bad = 0
    for one in looked_at(port, data, wait):
        bad += not one.well
        print(('well   ' if one.well else 'LOOK   ') + one.said, flush=True)
    return Exit.FAILED if bad else Exit.CLEAN


def looked_at(port: int, data: Path, wait: int) -> Iterator[Looked]:
    """Everything, one after the other; the phone last, as it takes time."""
    found = network.addresses('', port)
    yield addresses(found)
    yield hotspot(found)
    yield clock(datetime.now(), newest_file())
    yield disk(data)
    yield papers()
    yield printer()
    yield from reached(port, wait, found)


def addresses(found: list[str]) -> Looked:
    """The addresses phones will open."""
    if not found:
        return Looked(False, 'This computer has no address in a network. Plug in the cable of the travel router, or join its Wi-Fi.')
    return Looked(True, f'Address for the phones: {found[0]}' + (f' (others: {", ".join(found[1:])})' if found[1:] else ''))


def hotspot(found: list[str]) -> Looked:
    """Whether this computer is the Wi-Fi itself."""
    if any(one.startswith(f'http://{HOTSPOT}') for one in found):
        return Looked(False, 'This computer seems to be the Wi-Fi itself. About eight phones can join such a hotspot; the ninth cannot, and is not '
                             'told why. For more, use a travel router, with this computer on its cable.')
    return Looked(True, 'This computer is not its own hotspot.')


def newest_file() -> datetime:
    """When the program was last written: no clock can be right that is before."""
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in Path(__file__).parent.glob('*.py')))


def clock(now: datetime, written: datetime) -> Looked:
    """Whether the clock can be right: dates of law and deadlines are counted from it."""
    if now < written:
        return Looked(False, f'The clock says {now:%Y-%m-%d %H:%M}, before the program was written. Set it: deadlines are counted from it.')
    return Looked(True, f'Clock: {now:%A %Y-%m-%d %H:%M}. Compare it with a phone.')


def disk(data: Path) -> Looked:
    """Whether there is room where the answers are kept."""
    folder = next(one for one in (data, *data.absolute().parents) if one.exists())
    free = shutil.disk_usage(folder).free
    advice = '' if free >= FREE_BYTES else '. Make room: 1 GB at least.'
    return Looked(not advice, f'Free on the disk of {folder}: {free / 1e9:.1f} GB{advice}')


def papers() -> Looked:
    """Whether papers can become PDFs."""
    advice = native.without_pdf()
    return Looked(not advice, advice or 'Papers can be made as PDFs.')


def printer() -> Looked:
    """The printers this computer knows."""
    program = shutil.which('lpstat')
    if program is None:
        return Looked(False, 'No printing system (CUPS) was found. Without a printer, families show their papers or take them along.')
    said = subprocess.run([program, '-e'], capture_output=True, text=True, timeout=20, check=False).stdout.split()
    if not said:
        return Looked(False, 'No printer is set up. Print one page before the families come.')
    return Looked(True, f'Printers: {", ".join(said)}. Print one page on Letter paper before the families come.')


def reached(port: int, wait: int, found: list[str]) -> Iterator[Looked]:
    """Whether the port is free, and whether a second device gets through: firewall, client isolation of the Wi-Fi."""
    try:
        listener = network.listen('0.0.0.0', port)  # noqa: S104 -- what is looked at is whether a phone gets through
    except ServerProblem as problem:
        yield Looked(False, f'{problem} If it is this program, a phone can open its address now.')
        return
    with listener:
        yield Looked(True, f'Port {port} is free.')
        if wait and found:
            print(f'\nOpen this on a phone that is on the Wi-Fi of the room ({wait} seconds): {found[0]}', flush=True)
            print(network.qr(found[0]), flush=True)
            yield second_device(listener, wait)


def second_device(listener: socket.socket, wait: float) -> Looked:
    """Wait for a device that is not this computer, and tell it that it got through."""
    own = {one.address for cards in psutil.net_if_addrs().values() for one in cards}
    end = time.monotonic() + wait
    while (left := end - time.monotonic()) > 0:
        listener.settimeout(left)
        with contextlib.suppress(OSError):
            connection, (peer, *_) = listener.accept()
            with connection:
                connection.settimeout(2)
                connection.recv(4096)
                connection.sendall(REPLY)
            if peer not in own:
                return Looked(True, f'A second device ({peer}) reaches this computer.')
    return Looked(False, 'No second device came. Is the phone on this Wi-Fi with mobile data off? Is "client isolation" (also "AP isolation", "guest '
                         'network") off at the router? Does a firewall close the port (sudo ufw allow PORT/tcp)?')
