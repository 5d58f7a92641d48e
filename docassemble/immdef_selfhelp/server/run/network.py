"""Where the server listens, and how a phone gets there."""
import errno
import io
import ipaddress
import socket
from urllib.parse import urlsplit

import psutil
import qrcode

from docassemble.immdef_selfhelp.server.run.problems import Exit, ServerProblem

USUAL_PORT = 80
EVERYWHERE = frozenset({'0.0.0.0', '::', ''})  # noqa: S104 -- compared with, bound only when the person asks


def listen(host: str, port: int) -> socket.socket:
    """The listening socket. It stays open while the web workers restart, so that a phone waits instead of being refused.

    Raises ServerProblem when the port is taken, forbidden, or the address is not of this machine.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(256)
    except OSError as error:
        raise ServerProblem(_why_not(host, port, error), Exit.PORT) from error
    return listener


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f'Port {port} is taken by another program. Stop that program, or choose another port, for example --port {port + 1}.'
    if error.errno == errno.EACCES:
        return f'Port {port} needs root. Choose one from 1024 up, for example --port 8080.'
    return f'Cannot listen on {host}: {error.strerror}. Use --host 127.0.0.1 for this computer only, or --host 0.0.0.0 for the local network.'


def free_port() -> int:
    """A loopback port that is free now."""
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        port: int = probe.getsockname()[1]
        return port


def is_local(host: str) -> bool:
    """Whether only this computer can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == 'localhost'


def only_here(found: list[str]) -> bool:
    """Whether no phone can open any of these addresses: all of them are this computer itself."""
    return all(is_local(urlsplit(one).hostname or '') for one in found)


def addresses(host: str, port: int) -> list[str]:
    """The URLs a phone on the same network can open, the likeliest first; the one URL of this computer when it listens for itself only."""
    if host not in EVERYWHERE:
        return [_url(host, port)]
    up = [name for name, state in psutil.net_if_stats().items() if state.isup]
    found = [ipaddress.ip_address(address.address) for name, cards in psutil.net_if_addrs().items() if name in up
             for address in cards if address.family == socket.AF_INET]
    usable = [address for address in found if not address.is_loopback and not address.is_link_local]
    return [_url(str(address), port) for address in sorted(usable, key=lambda one: (not one.is_private, _is_container(one)))]


def for_other_phones(here: str, host: str) -> str:
    """The URL another phone can open, from that of a page and from where the server listens; empty when only this computer reaches it."""
    asked = urlsplit(here)
    if not is_local(asked.hostname or ''):
        return here
    return next((one for one in addresses(host, asked.port or USUAL_PORT) if not is_local(urlsplit(one).hostname or '')), '')


def _is_container(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether it is in the range container engines take for their own bridges (172.17.0.0/16 and on): seldom a phone's network."""
    return address in ipaddress.ip_network('172.16.0.0/12')


def _url(host: str, port: int) -> str:
    return f'http://[{host}]:{port}/' if ':' in host else f'http://{host}:{port}/'


def from_here(host: str, port: int) -> str:
    """The URL at which this computer itself reaches a server that listens on `host`."""
    return _url({'0.0.0.0': '127.0.0.1', '': '127.0.0.1', '::': '::1'}.get(host, host), port)  # noqa: S104


def qr(text: str) -> str:
    """A QR code of the text in the characters of a terminal, dark on light whatever the terminal's colours."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data(text)
    drawing = io.StringIO()
    code.print_ascii(out=drawing, invert=True)
    return drawing.getvalue()
