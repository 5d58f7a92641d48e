# do not pre-load: coming_back brings it
"""docassemble's session of a phone, as the pages of `coming_back` need it: read with the phone's own key, begun with given answers, erased."""
from collections.abc import Callable, Mapping
from typing import Any

from docassemble.base.config import daconfig
from docassemble.webapp.extensions import db
from docassemble.webapp.interview import helpers, views
from docassemble.webapp.interview.common import get_unique_name
from docassemble.webapp.interview.dictionary import fresh_dictionary
from docassemble.webapp.interview.models import UserDict
from docassemble.webapp.lock import lock_context
from docassemble.webapp.sessions import get_session, update_session
from flask import current_app, request
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from docassemble.immdef_selfhelp.interview import carried
from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.server.coming_back import copies, sealing
from docassemble.immdef_selfhelp.server.web.saving import fetch_user_dict, save_user_dict
from docassemble.immdef_selfhelp.server.web.session_lock import release_lock

INTERVIEW = str(daconfig['default interview'])
SECRET_COOKIE, OLDER_SECRET_COOKIE, DEVICE_COOKIE = 'secret', 'visitor_secret', 'ds'
# Where the answers came from: the number of a session, kept with them under the same key.
CAME_FROM = 'came_from'
# The first thing that whoever tells something here says: their name.
NAMED = {'applicant': ('given_names', 'first_surname'), 'witness': ('name',), 'sponsor_offer': ('name',)}
# Told the numbers of the session that answers came from and of the one they were opened in.
WHEN_OPENED: list[Callable[[str, str], None]] = []


def server_secret() -> str:
    """What only this server knows; a file or a code of another server opens nothing here."""
    return str(current_app.secret_key)


class Session:
    """The interview this phone has open: its number, its key, its variables. `Session.open()` is None when there is none that its key opens."""

    def __init__(self, number: str, key: str, variables: dict[str, Any]) -> None:
        self.number, self.key, self.variables = number, key, variables

    @classmethod
    def open(cls) -> 'Session | None':
        """The session of the cookies of this request."""
        known, key = get_session(INTERVIEW), request.cookies.get(SECRET_COOKIE)
        if known is None or key is None:
            return None
        try:
            _, variables, _ = fetch_user_dict(known['uid'], INTERVIEW, secret=key)
        except SQLAlchemyError:
            raise
        except Exception:  # the key of another session: what comes out of it is noise, and noise can fail in any way
            return None
        return cls(known['uid'], key, variables) if variables else None

    @property
    def mark(self) -> str:
        """What stands for it in the tables of copies."""
        return mark_of_session(self.number)

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of this session and of the one its answers were brought from, while that one is kept."""
        return (self.mark, mark_of_session(self.came_from)) if self.came_from else (self.mark,)

    @property
    def has_story(self) -> bool:
        """Whether somebody told something here that would be missed: a family, a witness, a sponsor."""
        told = {name: plain(self.variables.get(name)) or {} for name in NAMED}
        return any(told[name].get(part) for name, parts in NAMED.items() for part in parts)

    @property
    def watched(self) -> bool:
        """Whether somebody may be looking through this phone."""
        return self.variables.get('phone_safety') in ('watched', 'unknown')

    @property
    def came_from(self) -> str:
        """The session these answers were brought from, as long as it is still kept and was not erased from here."""
        number = str(self.variables.get(CAME_FROM, ''))
        kept = db.session.execute(select(UserDict.indexno).filter_by(key=number, filename=INTERVIEW).limit(1)).first()
        return number if kept else ''

    def content(self) -> bytes:
        """What goes into a copy."""
        return carried.to_bytes({'session': self.number, 'answers': carried.packed(self.variables)})


def mark_of_session(number: str) -> str:
    """A session number as the tables of copies hold it."""
    return sealing.mark_of(f'session {number}', server_secret())


def erase_session(number: str) -> None:
    """Delete every answer of a session, and its stored copies; the phone that has it open begins anew."""
    copies.forget(mark_of_session(number))
    with lock_context(number, INTERVIEW):
        helpers.reset_user_dict(number, INTERVIEW, force=True)


def erase_origin(open_now: Session) -> None:
    """Erase the answers where they were brought from, and forget where that was."""
    if number := open_now.variables.get(CAME_FROM, ''):
        erase_session(str(number))
        with lock_context(open_now.number, INTERVIEW):
            # Read again: what the family told since then must not be lost
            _, variables, _ = fetch_user_dict(open_now.number, INTERVIEW, secret=open_now.key)
            variables.pop(CAME_FROM, '')
            save_user_dict(open_now.number, variables, INTERVIEW, secret=open_now.key, changed=False)


def begin(variables: Mapping[str, Any], came_from: str, key: str) -> str:
    """Store a new session with these answers under a key, as docassemble does for somebody who comes. Returns its number."""
    number = get_unique_name(INTERVIEW, key)  # locks it
    update_session(INTERVIEW, uid=number, encrypted=True)
    save_user_dict(number, fresh_dictionary() | dict(variables) | {CAME_FROM: came_from}, INTERVIEW, secret=key, changed=False, steps=1)
    helpers.save_user_dict_key(number, INTERVIEW)
    release_lock(number, INTERVIEW)
    for tell in WHEN_OPENED:
        tell(came_from, str(number))
    return str(number)


_reset_user_dict = views.reset_user_dict


def reset_user_dict_and_copies(number: str, interview: str, *rest: Any, **more: Any) -> Any:
    """Erase a session, as docassemble means to when the family erases; and its stored copies with it."""
    copies.forget(mark_of_session(number))
    return _reset_user_dict(number, interview, *rest, **more)


views.reset_user_dict = reset_user_dict_and_copies
