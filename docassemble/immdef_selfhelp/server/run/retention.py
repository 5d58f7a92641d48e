"""Deletes the sessions nobody has touched for longer than the days kept, and the copies whose last day is over.

The server runs it every hour, beside serving. docassemble's own clean-up (1.10.13) reads through all that is kept for each thousand sessions, and
takes many transactions and a rest for each that it deletes. Here what is past is found once, by docassemble's rule (the last step is older), and
deleted a few sessions at a time. Of several servers on one database only one does it at a time.
"""
import os
import time
from datetime import UTC, datetime, timedelta

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'], in_cron=True)

# The rest are the application's parts, which need the application first.
from docassemble.webapp.server import app  # noqa: E402, I001
from docassemble.base.config import daconfig  # noqa: E402
from docassemble.webapp.extensions import db  # noqa: E402
from docassemble.webapp.interview.models import UserDict, UserDictKeys  # noqa: E402
from docassemble.webapp.utils.helpers import set_request_active  # noqa: E402
from sqlalchemy import delete, func, select, text  # noqa: E402

from docassemble.immdef_selfhelp.interview.answers import today_here  # noqa: E402
from docassemble.immdef_selfhelp.server.coming_back import copies  # noqa: E402
from docassemble.immdef_selfhelp.server.run.outside import CLEANING_LOCK  # noqa: E402

# So few that no answer waits for them, and a rest so long that the disk is free for others most of the time.
BATCH, REST = 50, 0.1


def past(until: datetime) -> list[str]:
    """The sessions whose last step is older than this moment."""
    found = select(UserDict.key).group_by(UserDict.key).having(func.max(UserDict.modtime) < until)
    return list(db.session.execute(found).scalars())


def delete_sessions(keys: list[str], until: datetime) -> None:
    """Delete these sessions in one transaction, but for those that somebody has come back to meanwhile."""
    still = select(UserDict.key).where(UserDict.key.in_(keys)).group_by(UserDict.key).having(func.max(UserDict.modtime) < until)
    gone = list(db.session.execute(still).scalars())
    db.session.execute(delete(UserDictKeys).where(UserDictKeys.key.in_(gone)).execution_options(synchronize_session=False))
    db.session.execute(delete(UserDict).where(UserDict.key.in_(gone)).execution_options(synchronize_session=False))
    db.session.commit()


def delete_past(days: int) -> None:
    """Delete every session that nobody has touched for more than so many days."""
    # docassemble writes the time of Greenwich without saying so, and counts whole days.
    until = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days + 1)
    keys = past(until)
    db.session.commit()
    for start in range(0, len(keys), BATCH):
        delete_sessions(keys[start:start + BATCH], until)
        time.sleep(REST)


def main() -> None:
    """Delete what is past `interview delete days`, and what a family wanted kept until yesterday."""
    with app.app_context(), app.test_request_context():
        set_request_active(False)
        # PostgreSQL lets go of it when this process ends
        if not db.session.scalar(text('SELECT pg_try_advisory_lock(:number)'), {'number': CLEANING_LOCK}):
            return
        # First what is short: a fault in the rest must not keep a copy longer than the family said
        copies.delete_ended(today_here())
        delete_past(int(daconfig['interview delete days']))


if __name__ == '__main__':
    main()
