# pre-load: docassemble servers import a module of a package at start when they find these words
"""Importing this changes three things about the rows that docassemble 1.10.13 keeps of a session, one for each step (docs/adr/015).

1. What a request saves rests on what it read. When another request has saved meanwhile, saving would put the older state over the newer one, and an
   answer that a page showed as kept would be gone. So it is refused, and asked for again: a link by itself, a form by the page's script.
2. Only the last KEPT_STEPS are kept, for "Back". Each is the whole session, so a long story took many megabytes.
3. When something was erased, the steps before that go with it, in the same transaction: "Back" must not bring it back.
"""
from collections.abc import Callable
from typing import Any

from docassemble.base.thread_context import this_thread
from docassemble.webapp.extensions import db
from docassemble.webapp.interview import helpers, user_dict
from docassemble.webapp.interview.models import UserDict
from flask import g, has_request_context, redirect, request
from sqlalchemy import delete, select
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from docassemble.immdef_selfhelp.interview.answers import FORGET_EARLIER
from docassemble.immdef_selfhelp.server.web.rebinding import replace

KEPT_STEPS = 60
WHEN_ERASED: list[Callable[[str], None]] = []
"""Called with the number of a session from which something was erased, once that is saved."""
Version = tuple[Any, ...] | None

_fetch, _fetch_previous, _save = user_dict.fetch_user_dict, user_dict.fetch_previous_user_dict, helpers.save_user_dict


def rows_of(number: str, interview: str) -> Any:
    """The condition that a row belongs to a session."""
    return (UserDict.key == number) & (UserDict.filename == interview)


def newest(number: str, interview: str) -> Version:
    """Which row is the newest of a session, and when it was written; None when there is none."""
    found = db.session.execute(
        select(UserDict.indexno, UserDict.modtime).where(rows_of(number, interview)).order_by(UserDict.indexno.desc()).limit(1)).first()
    return tuple(found) if found else None


def _read() -> dict[tuple[str, str], Version]:
    """What this request has read of each session."""
    if 'versions_read' not in g:
        g.versions_read = {}
    versions: dict[tuple[str, str], Version] = g.versions_read
    return versions


def remember(number: str, interview: str) -> None:
    """Remember what is the newest before it is read, so that what comes between the two counts as unread."""
    if has_request_context():
        _read()[number, interview] = newest(number, interview)


def again() -> HTTPException:
    """How a request is told to come again: what was only looked at is asked for by the browser itself."""
    if request.method == 'GET':
        return HTTPException(response=redirect(request.full_path.rstrip('?'), 303))
    return ServiceUnavailable()


def refuse_if_overtaken(number: str, interview: str) -> None:
    """Nothing when this request has read the newest state, or never read the session. Else raises what tells the browser to come again."""
    if not has_request_context() or (number, interview) not in _read():
        return
    # Whoever saves at the same moment waits here, until the other has committed.
    db.session.execute(select(UserDict.indexno).where(rows_of(number, interview)).order_by(UserDict.indexno.desc()).limit(1).with_for_update())
    if newest(number, interview) != _read()[number, interview]:
        db.session.rollback()
        raise again()


def fetch_user_dict(number: str, interview: str, secret: str | None = None) -> tuple[int, Any, bool]:
    """The number of steps, the variables and whether they were encrypted, as docassemble reads them; the steps that are no longer kept count, too."""
    remember(number, interview)
    kept, variables, encrypted = _fetch(number, interview, secret=secret)
    if not variables:
        return kept, variables, encrypted
    internal = variables['_internal']
    steps = max(kept, internal.get('steps', kept))
    # docassemble shows "Back" when there are steps after this one: not further than there are rows.
    internal['steps_offset'] = max(internal.get('steps_offset', 0), steps - kept)
    return steps, variables, encrypted


def fetch_previous_user_dict(number: str, interview: str, secret: str | None) -> tuple[int, Any, bool]:
    """One step back: forget the newest row and read the one before it. The only row stays. Raises as `refuse_if_overtaken` does."""
    refuse_if_overtaken(number, interview)
    if len(db.session.execute(select(UserDict.indexno).where(rows_of(number, interview)).limit(2)).all()) > 1:
        _fetch_previous(number, interview, secret)
    return fetch_user_dict(number, interview, secret=secret)


def save_user_dict(number: str, variables: Any, interview: str, *rest: Any, changed: bool = False, **more: Any) -> None:
    """Save, as docassemble does, and forget what is not to be kept. Raises as `refuse_if_overtaken` does; then nothing is saved."""
    refuse_if_overtaken(number, interview)
    if erased := this_thread.misc.pop(FORGET_EARLIER, False):
        # The steps of this row are as many as it says (`fetch_user_dict`); none of them can be gone back to.
        variables['_internal']['steps_offset'] = (more.get('steps') or 1) - 1
        forget_steps(number, interview, 0 if changed else 1)
    elif changed:
        forget_steps(number, interview, KEPT_STEPS - 1)
    _save(number, variables, interview, *rest, changed=changed, **more)
    remember(number, interview)
    for tell in WHEN_ERASED if erased else ():
        tell(number)


def forget_steps(number: str, interview: str, kept: int) -> None:
    """Delete the rows of a session but the newest `kept`. Whoever saves next commits it."""
    last = select(UserDict.indexno).where(rows_of(number, interview)).order_by(UserDict.indexno.desc()).offset(kept).limit(1)
    if (row := db.session.execute(last).scalar()) is not None:
        db.session.execute(delete(UserDict).where(rows_of(number, interview), UserDict.indexno <= row).execution_options(synchronize_session=False))


replace(_fetch, fetch_user_dict)
replace(_fetch_previous, fetch_previous_user_dict)
replace(_save, save_user_dict)
