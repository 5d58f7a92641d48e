# do not pre-load: the local server and its command use it
"""How a leader signs in to the pages of a workshop: with an address that opens once, printed where the server was started.

No account: docassemble's need an e-mail and a password, and its pages for them are closed here. Whoever sees the terminal runs the server anyway.
"""
from typing import Any

import redis

from docassemble.immdef_selfhelp.workshop.store import LEADER, Store

PAGE = 'taller/llave?llave='


def settings_of(host: str, port: int, behind_https: bool, workshop: bool) -> dict[str, Any]:
    """What the web application needs to know of how it is reached; nothing on a server without workshops."""
    return {'host': host, 'port': port, 'behind_https': behind_https} if workshop else {}


def address_of_leader(cache: str, server: str, role: str = LEADER) -> str:
    """A new one-time address on this server. `cache` is the address of the cache."""
    with redis.Redis.from_url(cache, decode_responses=True) as client:
        return f'{server}{PAGE}{Store(client).new_key(role)}'


def how_to_sign_in(cache: str, server: str) -> str:
    """What the terminal says to the leader."""
    return (f'Workshop. The leader opens this address once, on this computer: {address_of_leader(cache, server)}\n'
            'Another one: selfhelp workshop key')
