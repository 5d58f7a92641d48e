# do not pre-load: belongs to the local server's web application
"""Importing this opens the pages of a workshop on this server."""
from docassemble.webapp.app_object import flaskapp as app

from docassemble.immdef_selfhelp.server.workshop import family, hooks, leader, presenting, printing, reviewing, room_pages  # noqa: F401
from docassemble.immdef_selfhelp.server.workshop.common import pages

app.register_blueprint(pages)
ENDPOINTS = frozenset(name for name in app.view_functions if name.startswith(f'{pages.name}.'))
