# do not pre-load: belongs to the local server's web application
"""A link to what is not there: erased in another tab, on an old page, or a name in the address that nobody told.

docassemble ends it with its error page. Here the family stands again where it stood, and the page says why. Nothing was changed: what a link does is
kept only when its screen could be made.
"""
from docassemble.base.functions import get_language
from flask import Response, flash, redirect, request, url_for

from docassemble.immdef_selfhelp.server.web import cross_site

SERVER_ERROR, UNAVAILABLE, SEE_OTHER = 500, 503, 303
WORDS = {
    'es': 'Eso no se pudo abrir: tal vez ya no está. No se cambió nada, y sus respuestas están guardadas.',
    'en': 'That could not be opened. It may no longer be there. Nothing was changed, and your answers are saved.'}


def is_lost(response: Response) -> bool:
    """Whether a link of the interview failed. A page without a link in its address keeps its error: there is nowhere else to go."""
    failed = response.status_code >= SERVER_ERROR and response.status_code != UNAVAILABLE
    return failed and request.method == 'GET' and request.endpoint in cross_site.INTERVIEW and cross_site.ACTION in request.args


def back_to_the_screen() -> Response:
    """To the screen that stands there, with a word about the link."""
    flash(WORDS.get(get_language(), WORDS['es']), 'info')
    return redirect(url_for('interview.rootindex'), SEE_OTHER)  # type: ignore[return-value]
