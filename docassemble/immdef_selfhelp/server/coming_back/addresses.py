# do not pre-load: coming_back brings it
"""Where a request comes from, for whoever counts wrong tries. Nothing of it is kept."""
from ipaddress import ip_address

from flask import Request


def address_of(request: Request) -> str:
    """The network address a request comes from.

    A web server in front, on this computer, adds it at the end of `X-Forwarded-For`; what stands before, and any other header, anybody can send.
    """
    peer = str(request.environ.get('REMOTE_ADDR') or '')
    forwarded = request.headers.get('X-Forwarded-For', '').rpartition(',')[2].strip()
    return forwarded if forwarded and _is_here(peer) else peer


def _is_here(peer: str) -> bool:
    try:
        return ip_address(peer).is_loopback
    except ValueError:
        return False
