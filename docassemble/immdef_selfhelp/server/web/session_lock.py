# pre-load: docassemble servers import a module of a package at start when they find these words
"""Importing this makes docassemble's lock of a session one. docassemble 1.10.13 looks whether a lock is there and then sets it, so that two requests
can both have it; lets it end after four seconds while it is still held; and lets anybody release it. Answers were lost that way.

Here one command takes the lock (SET NX PX), with a token nobody else has; only who has the token renews it, as long as the request runs, and
releases it. A request that cannot have it in time is told to come again. Source: https://redis.io/docs/latest/commands/set/ (patterns).
"""
import contextlib
import os
import secrets
import threading
import time
from functools import cache
from typing import Any

from docassemble.base.plugin_manager import pm
from docassemble.webapp import lock
from docassemble.webapp.app_object import flaskapp
from docassemble.webapp.daredis import r
from docassemble.webapp.extensions import db
from docassemble.webapp.hooks.impl import hookimpl
from flask import has_request_context
from redis.exceptions import RedisError
from werkzeug.exceptions import ServiceUnavailable

from docassemble.immdef_selfhelp.server.web.rebinding import replace

# The lock of a worker that was killed ends after LASTS, before those who wait give up.
LASTS, RENEWED, PATIENCE = 10.0, 2.5, 14.0
# A request that takes longer than this hangs: its lock is no longer renewed.
LONGEST = 120.0
FIRST_PAUSE, LONGEST_PAUSE = 0.02, 0.25
# Compare the token, then act, as one step of the store.
RENEW = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end"
RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"

_mine = threading.local()
_held: dict[str, tuple[str, float]] = {}
_watch = threading.Lock()


def key_of(number: str, interview: str) -> str:
    """docassemble's own name of the lock, so that its other processes respect ours."""
    return f'da:lock:{number}:{interview}'


def _tokens() -> dict[str, str]:
    """The locks of this thread, which is to say of its request: key to token."""
    if not hasattr(_mine, 'tokens'):
        _mine.tokens = {}
    tokens: dict[str, str] = _mine.tokens
    return tokens


def obtain_lock(number: str, interview: str, patience: float = PATIENCE) -> None:
    """Take the lock of a session, or wait for it; nothing when this request has it. Raises ServiceUnavailable when others keep it too long."""
    key = key_of(number, interview)
    if key in _tokens():
        return
    token, pause, end = secrets.token_hex(16), FIRST_PAUSE, time.monotonic() + patience
    while not r.set(key, token, nx=True, px=int(LASTS * 1000)):
        if time.monotonic() > end:
            raise ServiceUnavailable
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
    _tokens()[key] = token
    with _watch:
        _held[token] = (key, time.monotonic() + LONGEST)
    _begin_to_renew(os.getpid())


def obtain_lock_patiently(number: str, interview: str) -> None:
    """The same for docassemble's work in the background, which can wait."""
    obtain_lock(number, interview, LONGEST)


def release_lock(number: str, interview: str) -> None:
    """Release the lock of a session if this request has it; the lock of another is left alone."""
    _release(key_of(number, interview))


def _release(key: str) -> None:
    token = _tokens().pop(key, None)
    if token is None:
        return
    with _watch:
        _held.pop(token, None)
    r.eval(RELEASE, 1, key, token)


def release_all(_error: BaseException | None = None) -> None:
    """At the end of a request, however it ended, it holds nothing."""
    for key in list(_tokens()):
        with contextlib.suppress(RedisError):  # it ends by itself
            _release(key)


def renew_held() -> None:
    """Renew the locks that the requests of this process hold now."""
    with _watch:
        now = time.monotonic()
        for token in [token for token, (_, until) in _held.items() if until < now]:
            del _held[token]
        held = [(token, key) for token, (key, _) in _held.items()]
    for token, key in held:
        with contextlib.suppress(RedisError):  # the next time; until then `saving` refuses what would be lost
            r.eval(RENEW, 1, key, token, int(LASTS * 1000))


def _renew_always() -> None:
    while True:
        time.sleep(RENEWED)
        renew_held()


@cache
def _begin_to_renew(_process: int) -> None:
    """Start the thread that renews, once in each process: it does not survive a fork."""
    threading.Thread(target=_renew_always, name='locks', daemon=True).start()


class ReleasedByInterview:
    """What an interview calls when it says that it saves nothing (`set_save_status('ignore')`)."""

    @staticmethod
    @hookimpl  # type: ignore[untyped-decorator]
    def release_lock(user_code: str, filename: str) -> Any:
        """Release the lock; and the connection to the database, as what follows may take long."""
        release_lock(user_code, filename)
        if has_request_context():
            db.session.rollback()


replace(lock.obtain_lock, obtain_lock)
replace(lock.obtain_lock_patiently, obtain_lock_patiently)
replace(lock.release_lock, release_lock)
pm.unregister(lock)
pm.register(ReleasedByInterview())
flaskapp.teardown_request(release_all)
