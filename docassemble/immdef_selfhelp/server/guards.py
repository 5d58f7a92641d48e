# pre-load: docassemble servers import a module of a package at start when they find these words
"""Importing this takes two dangers out of docassemble 1.10.13. The local server imports it; an existing docassemble server does so at its start
(docs/deploy.md). Both are one call each in `docassemble.webapp.interview.views.index`.

1. It writes the whole page it has just sent, answers in clear, to Redis for sixty seconds (`da:html:uid:...`), for a helper who may be watching.
   A cache that is written to disk keeps it longer. Nobody watches here, so the page is not written.
2. When it cannot read the answers, for whatever reason, it forgets which session the phone has and begins a new one: a database that restarts
   for a second loses a family its answers. So the session is kept when the reason is the database, and the phone is told to wait.
"""
import sys
from typing import Any

import redis.client
from docassemble.webapp.daredis import r
from docassemble.webapp.interview import views
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import ServiceUnavailable

PAGES = 'da:html:uid:'


class PipelineWithoutPages(redis.client.Pipeline):
    """A pipeline that leaves out the writing of a page; what docassemble then does with the key finds nothing, as after sixty seconds."""

    def set(self, name: Any, value: Any, *rest: Any, **options: Any) -> Any:
        """Queue SET, unless it is a page."""
        return self if str(name).startswith(PAGES) else super().set(name, value, *rest, **options)


def _pipeline(transaction: bool = True, shard_hint: str | None = None) -> PipelineWithoutPages:
    return PipelineWithoutPages(r.connection_pool, r.response_callbacks, transaction, shard_hint)


_clear_session = views.clear_session


def clear_session_unless_database_failed(interview: str) -> Any:
    """Forget the session, as docassemble means to; raise ServiceUnavailable instead while a failure of the database is being handled."""
    if isinstance(sys.exception(), SQLAlchemyError):
        raise ServiceUnavailable
    return _clear_session(interview)


r.pipeline = _pipeline
views.clear_session = clear_session_unless_database_failed
