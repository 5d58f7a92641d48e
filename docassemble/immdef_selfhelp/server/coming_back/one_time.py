# do not pre-load: coming_back brings it
"""Links that open once: each is a random word of which the cache keeps a mark for a day, and nothing else.

No session, no case and no person stands beside it. Who asks first gets it: the cache gives and deletes in one step (`GETDEL`), so that of two
requests at the same moment one opens and the other finds nothing.
"""
import secrets

from docassemble.webapp.daredis import r

from docassemble.immdef_selfhelp.server.coming_back.sealing import mark_of

BYTES = 16
SECONDS = 24 * 3600
PREFIX = 'selfhelp:once:'


def name_of(token: str, server_secret: str) -> str:
    """Under which name a link is kept: its mark, so that whoever reads the cache cannot open it."""
    return PREFIX + mark_of(f'once {token}', server_secret)


def make(server_secret: str) -> str:
    """A new link's word. Raises RuntimeError when the cache does not keep it."""
    token = secrets.token_hex(BYTES)
    if not r.set(name_of(token, server_secret), '1', ex=SECONDS, nx=True):
        raise RuntimeError('the cache kept nothing')
    return token


def is_open(token: str, server_secret: str) -> bool:
    """Whether a link still opens. Asking does not use it up: programs of a chat look at every link before a person does."""
    return bool(r.exists(name_of(token, server_secret)))


def take(token: str, server_secret: str) -> bool:
    """Use a link up; True for the one request that got it."""
    return r.getdel(name_of(token, server_secret)) is not None
