"""Makes or updates docassemble's tables, in a process of its own: docassemble's way runs before its web application is loaded."""
import os
import secrets
from pathlib import Path

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'])

from docassemble.webapp.config import FULL_PACKAGE_DIRECTORY  # noqa: E402
from docassemble.webapp.create_tables import main as create_tables  # noqa: E402


def main() -> None:
    """docassemble needs one administrator to exist. Its password is random and told to nobody, and the sign-in page is closed."""
    os.environ['DA_ADMIN_PASSWORD'] = secrets.token_urlsafe(48)
    os.environ['DA_ADMIN_EMAIL'] = 'nobody@localhost'
    # It notes the packages pip knows, and looks here for their addresses. Nobody can install one, so nothing is ever in it.
    Path(FULL_PACKAGE_DIRECTORY).mkdir(parents=True, exist_ok=True)
    create_tables()


if __name__ == '__main__':
    main()
