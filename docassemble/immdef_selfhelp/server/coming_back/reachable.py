# do not pre-load: coming_back brings it
"""At which address another phone reaches this server. `127.0.0.1` on a screen is this device itself, wherever it is typed."""
from docassemble.base.config import daconfig
from flask import request

from docassemble.immdef_selfhelp.server.run import network


def for_other_phones() -> str:
    """The address for other phones, for the page that is asked for now; empty when there is none."""
    return network.for_other_phones(request.host_url, str(daconfig.get('listens on') or '127.0.0.1'))
