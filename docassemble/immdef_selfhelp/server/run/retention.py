"""Deletes the sessions nobody has touched for longer than the days kept, by docassemble's own rule, and the copies whose last day is over.

The server runs it every hour.
"""
import os

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'], in_cron=True)

# cli imports the application's parts, which need the application first.
from docassemble.webapp.server import app  # noqa: E402, I001
from docassemble.webapp.cron_tasks.cli import clear_old_interviews  # noqa: E402
from docassemble.webapp.utils.helpers import set_request_active  # noqa: E402

from docassemble.immdef_selfhelp.interview.answers import today_here  # noqa: E402
from docassemble.immdef_selfhelp.server.coming_back import copies  # noqa: E402


def main() -> None:
    """Delete what is past `interview delete days`: answers, and files that belong to them; and what a family wanted kept until yesterday."""
    with app.app_context(), app.test_request_context():
        set_request_active(False)
        # First what needs docassemble least: a fault in its part must not keep a copy longer than the family said
        copies.delete_ended(today_here())
        clear_old_interviews()


if __name__ == '__main__':
    main()
