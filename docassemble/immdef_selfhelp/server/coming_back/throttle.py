# do not pre-load: coming_back brings it
"""How often a wrong code may be tried, by `limits` on the cache docassemble uses.

Thirty families may share one address behind a Wi-Fi, and only wrong tries count, so an address has a few for each of them. Over all addresses there
are 3,000 an hour: in thirty days about two million of 2^54 codes (docs/adr/012). Wrong passwords of files count for their address only: whoever tries
many codes from many places must not keep families from their own files. Kept of an address: a mark, for as long as the window.
"""
import math
import threading
import time
from ipaddress import IPv6Address, ip_address

from docassemble.webapp.daredis import r
from limits import RateLimitItem, parse
from limits.storage import RedisStorage
from limits.strategies import MovingWindowRateLimiter

from docassemble.immdef_selfhelp.server.coming_back.sealing import mark_of

WRONG_HERE, WRONG_IN_ALL, MADE = parse('20/15 minutes'), parse('3000/hour'), parse('12/hour')
WRONG, MAKING, ALL = 'wrong', 'made', 'all'
# So many tries are under way in one process, however many threads it has: the next one looks whether it may when those before it are counted.
UNDER_WAY = threading.BoundedSemaphore(4)
# One household has a whole network of this length.
HOUSEHOLD = 64
_limiter = MovingWindowRateLimiter(RedisStorage('redis://', connection_pool=r.connection_pool, key_prefix='selfhelp'))


def place_of(address: str, server_secret: str) -> str:
    """A network address as it is counted: of version 6, its first half; marked, so that the cache holds no address."""
    try:
        number = ip_address(address.partition('%')[0])
    except ValueError:
        return mark_of('somewhere', server_secret)
    return mark_of(str(int(number) >> HOUSEHOLD) if isinstance(number, IPv6Address) else str(number), server_secret)


def minutes_to_wait(place: str, code: bool = True) -> int:
    """Minutes until another code, or else file, may be tried from a place; 0 when one may be tried now."""
    here = _wait(WRONG_HERE, WRONG, place)
    return max(here, _wait(WRONG_IN_ALL, WRONG, ALL)) if code else here


def count_wrong(place: str, code: bool = True) -> None:
    """Count a wrong try of a code, or else of a file."""
    _limiter.hit(WRONG_HERE, WRONG, place)
    if code:
        _limiter.hit(WRONG_IN_ALL, WRONG, ALL)


def may_make(mark: str) -> bool:
    """Count the making of a code or a file, which costs the server half a second; whether the session may still do so."""
    return _limiter.hit(MADE, MAKING, mark)


def _wait(limit: RateLimitItem, *name: str) -> int:
    stats = _limiter.get_window_stats(limit, *name)
    return 0 if stats.remaining else max(1, math.ceil((stats.reset_time - time.time()) / 60))
