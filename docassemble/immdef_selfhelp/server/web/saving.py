# pre-load: docassemble servers import a module of a package at start when they find these words
"""Importing this changes three things about the rows that docassemble 1.10.13 keeps of a session, one for each step (docs/adr/015).

1. What a request saves rests on what it read. When another request has saved meanwhile, saving would put the older state over the newer one, and an
   answer that a page showed as kept would be gone. So it is refused, and asked for again: a link by itself, a form by the page's script.
2. Only the last KEPT_STEPS, and up to FORGET_EVERY more, are kept, for "Back". Each is the whole session, so a long story took many megabytes.
3. When something was erased, the steps before that go with it, in the same transaction: "Back" must not bring it back.
"""
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from docassemble.base.thread_context import this_thread
from docassemble.webapp.extensions import db
from docassemble.webapp.interview import helpers, user_dict
from docassemble.webapp.interview.models import UserDict
from docassemble.webapp.utils import encryption
from flask import g, has_request_context, redirect, request
from flask_login import current_user
from sqlalchemy import Connection, DateTime, bindparam, delete, event, exists, func, insert, literal_column, select, text, true
from sqlalchemy.dialects import postgresql
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from docassemble.immdef_selfhelp.interview.answers import FORGET_EARLIER
from docassemble.immdef_selfhelp.server.web.rebinding import replace

KEPT_STEPS = 60
# What docassemble's variables hold for the length of a request; `save_user_dict` leaves these out.
OF_A_REQUEST = ('session_local', 'device_local', 'user_local')
# Forgetting a step each time would cost each answer a question to the database.
FORGET_EVERY = 8
SENDS_SEVERAL = 'psycopg2'
WHEN_ERASED: list[Callable[[str], None]] = []
"""Called with the number of a session from which something was erased, once that is saved."""
Version = tuple[Any, ...] | None
"""Which row is the newest of a session, and when it was written; None when there is none."""

# Each answer asks these, so they are built once and go to the database past docassemble's objects: building them took as long as asking.
_row = UserDict.__table__.c
_of_session = (_row.key == bindparam('number')) & (_row.filename == bindparam('interview'))
_newest = select(_row.indexno, _row.modtime).where(_of_session).order_by(_row.indexno.desc()).limit(literal_column('1'))
# Whoever saves at the same moment waits at the first of the two, until the other has committed. What the other wrote is a row of its own, which
# the question that waited does not see: so it is asked again, in one message where the driver sends two questions at once.
_newest_alone = _newest.with_for_update()
_in_postgres = postgresql.dialect(paramstyle='named')
_newest_after_waiting = text(f'{_newest_alone.compile(dialect=_in_postgres)}; {_newest.compile(dialect=_in_postgres)}')
_read_before = _newest.subquery()
_step = select(bindparam('modtime', type_=DateTime), bindparam('number'), bindparam('packed'), bindparam('interview'), true()).where(exists().where(
    _read_before.c.indexno == bindparam('indexno_read'), _read_before.c.modtime == bindparam('modtime_read', type_=DateTime)))
_write = insert(UserDict.__table__).from_select(['modtime', 'key', 'dictionary', 'filename', 'encrypted'], _step).returning(_row.indexno)
_write_after_waiting = text(f'{_newest_alone.compile(dialect=_in_postgres)}; {_write.compile(dialect=_in_postgres)}')
_newest_whole = _newest.add_columns(_row.dictionary, _row.encrypted, select(func.count(_row.indexno)).where(_of_session).scalar_subquery())
_all_but_newest = delete(UserDict.__table__).where(_of_session, _row.indexno <= (
    select(_row.indexno).where(_of_session).order_by(_row.indexno.desc()).offset(bindparam('kept')).limit(1).scalar_subquery()))

_fetch, _fetch_previous, _save = user_dict.fetch_user_dict, user_dict.fetch_previous_user_dict, helpers.save_user_dict


def _ask(number: str, interview: str, statement: Any, **more: Any) -> Any:
    """What the database answers about a session, in the transaction of this request."""
    return db.session.connection().execute(statement, {'number': number, 'interview': interview, **more})


def _read() -> dict[tuple[str, str], Version]:
    """What this request has read of each session."""
    if 'versions_read' not in g:
        g.versions_read = {}
    versions: dict[tuple[str, str], Version] = g.versions_read
    return versions


def remember_written(_mapper: Any, _connection: Connection, row: UserDict) -> None:
    """What this request writes is what it has read."""
    if has_request_context() and row.key is not None and row.filename is not None:
        _read()[row.key, row.filename] = row.indexno, row.modtime


def again() -> HTTPException:
    """How a request is told to come again: what was only looked at is asked for by the browser itself."""
    if request.method == 'GET':
        return HTTPException(response=redirect(request.full_path.rstrip('?'), 303))
    return ServiceUnavailable()


def newest_alone(number: str, interview: str) -> Version:
    """Which row is the newest, once nobody else is saving; until this request ends, nobody else can."""
    if db.session.connection().dialect.driver == SENDS_SEVERAL:
        return _ask(number, interview, _newest_after_waiting).first()
    _ask(number, interview, _newest_alone)
    return _ask(number, interview, _newest).first()


def refuse_if_overtaken(number: str, interview: str) -> None:
    """Nothing when this request has read the newest state, or never read the session. Else raises what tells the browser to come again."""
    if not has_request_context() or (number, interview) not in _read():
        return
    if newest_alone(number, interview) != _read()[number, interview]:
        db.session.rollback()
        raise again()


def fetch_user_dict(number: str, interview: str, secret: str | None = None) -> tuple[int, Any, bool]:
    """The number of steps, the variables and whether they were encrypted, as docassemble reads them; the steps that are no longer kept count, too."""
    found = _ask(number, interview, _newest_whole).first()
    if has_request_context():
        _read()[number, interview] = found and (found.indexno, found.modtime)
    if not found or not found.dictionary:
        return found[-1] if found else 1, None, True
    *_, packed, encrypted, kept = found
    variables = encryption.decrypt_dictionary(packed, secret) if encrypted else encryption.unpack_dictionary(packed)
    internal = variables['_internal']
    steps = max(kept, internal.get('steps', kept))
    # docassemble shows "Back" when there are steps after this one: not further than there are rows.
    internal['steps_offset'] = max(internal.get('steps_offset', 0), steps - kept)
    return steps, variables, bool(encrypted)


def fetch_previous_user_dict(number: str, interview: str, secret: str | None) -> tuple[int, Any, bool]:
    """One step back: forget the newest row and read the one before it. The only row stays. Raises as `refuse_if_overtaken` does."""
    refuse_if_overtaken(number, interview)
    if len(_ask(number, interview, select(_row.indexno).where(_of_session).limit(2)).all()) > 1:
        _fetch_previous(number, interview, secret)
    return fetch_user_dict(number, interview, secret=secret)


def save_user_dict(number: str, variables: Any, interview: str, *rest: Any, changed: bool = False, **more: Any) -> None:
    """Save, as docassemble does, and forget what is not to be kept. Raises as `refuse_if_overtaken` does; then nothing is saved."""
    if changed and is_plain_step(number, interview, **more):
        write_step(number, variables, interview, more['secret'], more['steps'])
        return
    refuse_if_overtaken(number, interview)
    if erased := this_thread.misc.pop(FORGET_EARLIER, False):
        # The steps of this row are as many as it says (`fetch_user_dict`); none of them can be gone back to.
        variables['_internal']['steps_offset'] = (more.get('steps') or 1) - 1
        forget_steps(number, interview, 0 if changed else 1)
    elif changed and is_time_to_forget(more.get('steps')):
        forget_steps(number, interview, KEPT_STEPS - 1)
    _save(number, variables, interview, *rest, changed=changed, **more)
    for tell in WHEN_ERASED if erased else ():
        tell(number)


def is_plain_step(number: str, interview: str, encrypt: bool = True, manual_user_id: int | None = None, steps: int | None = None,
                  **more: Any) -> bool:
    """Whether a save is what nearly every one is: an answer more of a session that was read, with nothing to forget, by nobody with an account."""
    return (encrypt and manual_user_id is None and 'secret' in more and steps is not None and not is_time_to_forget(steps) and has_request_context()
            and _read().get((number, interview)) is not None and FORGET_EARLIER not in this_thread.misc and not current_user.is_authenticated
            and db.session.connection().dialect.driver == SENDS_SEVERAL)


def write_step(number: str, variables: Any, interview: str, secret: str, steps: int) -> None:
    """Save an answer more: what docassemble notes beside it, then the row, in the one message that looks whether another request was faster.

    Raises as `refuse_if_overtaken` does; then nothing is saved.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    for name in OF_A_REQUEST:
        variables.pop(name, None)
    internal = variables['_internal']
    internal.update(steps=steps, modtime=now)
    internal['accesstime'][-1] = now
    indexno, modtime = _read()[number, interview] or (None, None)
    written = _ask(number, interview, _write_after_waiting, packed=encryption.encrypt_dictionary(variables, secret), modtime=now,
                   indexno_read=indexno, modtime_read=modtime).scalar()
    if written is None:
        db.session.rollback()
        raise again()
    db.session.commit()
    _read()[number, interview] = written, now


def is_time_to_forget(steps: int | None) -> bool:
    """Whether there can be more rows than are kept. A session of fewer steps has none; each eighth step is soon enough."""
    return steps is None or (steps >= KEPT_STEPS and steps % FORGET_EVERY == 0)


def forget_steps(number: str, interview: str, kept: int) -> None:
    """Delete the rows of a session but the newest `kept`. Whoever saves next commits it."""
    _ask(number, interview, _all_but_newest, kept=kept)


event.listen(UserDict, 'after_insert', remember_written)
event.listen(UserDict, 'after_update', remember_written)
replace(_fetch, fetch_user_dict)
replace(_fetch_previous, fetch_previous_user_dict)
replace(_save, save_user_dict)
