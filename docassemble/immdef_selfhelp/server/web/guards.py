# pre-load: docassemble servers import a module of a package at start when they find these words
"""Importing this takes four dangers out of docassemble 1.10.13. The local server imports it; an existing docassemble server does so at its start
(docs/use/deploy.md). The first three are each one call in `docassemble.webapp.interview.views.index`.

1. It writes the whole page it has just sent, answers in clear, to Redis for sixty seconds (`da:html:uid:...`), for a helper who may be watching.
   A cache that is written to disk keeps it longer. Nobody watches here, so the page is not written.
2. When it cannot read the answers, for whatever reason, it forgets which session the phone has and begins a new one: a database that restarts
   for a second loses a family its answers. So the session is kept when the reason is the database, and the phone is told to wait.
3. It evaluates, as Python, names of variables that stand in an address: `/interview?action=` with `_da_define` and a call in it runs that call for
   anybody who can reach the server, without an account. So an action holds names and plain words only.
4. A form says which question it answers, but not about which thing: what was typed about the first event in a tab that stayed behind was taken for
   the second event, where another tab had gone on to. So each form names its thing too, and one about another than the present is not taken
   ("one more?" and whatever else is asked round after round names its round, `interview/rounds.py`); docassemble then says that the input was
   not processed, as it does for a form of another question.
"""
import copy
import html
import re
import sys
from typing import Any

import redis.client
from docassemble.base import standardformatter
from docassemble.base.parse import InterviewStatus
from docassemble.base.thread_context import get_current_user_dict
from docassemble.webapp.daredis import r
from docassemble.webapp.interview import views
from flask import g, has_request_context, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import NotFound, ServiceUnavailable

from docassemble.immdef_selfhelp.interview.rounds import with_its_round

PAGES = 'da:html:uid:'
# A variable with attributes and indices, a key of ours, a number. No call, no operator, no space, nothing of Python's own (`__class__`).
PLAIN = re.compile(r"(?!.*__)[\w.\[\]'-]*")


class PipelineWithoutPages(redis.client.Pipeline):
    """A pipeline that leaves out the writing of a page. With nothing in it, it asks nothing of the store."""

    def set(self, name: Any, value: Any, *rest: Any, **options: Any) -> Any:
        """Queue SET, unless it is a page."""
        return self if str(name).startswith(PAGES) else super().set(name, value, *rest, **options)

    def expire(self, name: Any, time: Any, *rest: Any, **options: Any) -> Any:
        """Queue EXPIRE, unless it is of a page."""
        return self if str(name).startswith(PAGES) else super().expire(name, time, *rest, **options)


def _pipeline(transaction: bool = True, shard_hint: str | None = None) -> PipelineWithoutPages:
    return PipelineWithoutPages(r.connection_pool, r.response_callbacks, transaction, shard_hint)


_clear_session = views.clear_session


def clear_session_unless_database_failed(interview: str) -> Any:
    """Forget the session, as docassemble means to; raise ServiceUnavailable instead while a failure of the database is being handled."""
    if isinstance(sys.exception(), SQLAlchemyError):
        raise ServiceUnavailable
    return _clear_session(interview)


_tidy_action = views.tidy_action


def is_plain(part: Any) -> bool:
    """Whether there is nothing in an action, or in a part of it, that Python could run."""
    if isinstance(part, str):
        return PLAIN.fullmatch(part) is not None
    if isinstance(part, dict):
        return all(is_plain(key) and is_plain(value) for key, value in part.items())
    if isinstance(part, list):
        return all(map(is_plain, part))
    return part is None or isinstance(part, bool | int | float)


def tidy_plain_action(action: Any) -> Any:
    """The action of an address or a form. Raises NotFound when it holds more than names and plain words."""
    if not is_plain(action):
        raise NotFound
    return _tidy_action(action)


# docassemble takes no notice of fields whose names begin so.
ABOUT = '_ignore_about'

_tracker_tag = standardformatter.tracker_tag


def about_of(status: InterviewStatus) -> str:
    """The variable that was sought, with its numbers: `tellings[0].events[1].what`; with its round when it is asked round after round."""
    return with_its_round(status.orig_sought or '', get_current_user_dict() or {})


def tracker_tag_about(status: InterviewStatus) -> str:
    """The hidden fields of a form, and what it is about."""
    about = html.escape(status.about)
    return str(_tracker_tag(status)) + f'                <input type="hidden" name="{ABOUT}" value="{about}"/>\n'


_populate = InterviewStatus.populate


def populate_as_asked(self: InterviewStatus, result: dict[str, Any]) -> None:
    """Take in the present question. The first time in a request that is the one a form has to match: when it is about another thing than the form,
    it gets another name, too."""
    _populate(self, result)
    self.about = about_of(self)
    if not has_request_context() or request.method != 'POST' or 'form_compared' in g:
        return
    g.form_compared = True
    if request.form.get(ABOUT, self.about) != self.about:
        self.question = copy.copy(self.question)
        self.question.name = ''


standardformatter.tracker_tag = tracker_tag_about
InterviewStatus.populate = populate_as_asked
views.tidy_action = tidy_plain_action
r.pipeline = _pipeline
views.clear_session = clear_session_unless_database_failed
