"""docassemble's web application, with everything the families do not use closed.

gunicorn imports this in each worker. The configuration is read first: docassemble's import otherwise tries to download language data.
"""
import os
import re

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'])

from docassemble.base.config import daconfig
from docassemble.webapp.server import app
from flask import Response, request
from flask_compress import Compress
from flask_compress.flask_compress import DictCache

from docassemble.immdef_selfhelp.server import cross_site, guards, speed  # noqa: F401

OK, NO_CONTENT, FORBIDDEN, NOT_FOUND, SERVER_ERROR, UNAVAILABLE = 200, 204, 403, 404, 500, 503
# Every other route of docassemble (sign-in, accounts, configuration, lists, uploads, package and API pages ...) answers 404; so do its addresses
# that erase or begin anew (/exit, /new_session ...), as anybody can send those as a link. The buttons of the interview do not need them.
OPEN = frozenset({
    'interview.rootindex', 'interview.index', 'static',
    'main.package_static', 'main.css_bundle', 'main.js_bundle', 'main.rjs', 'main.health_check', 'main.change_color_scheme',
    'main.favicon', 'main.apple_touch_icon', 'main.favicon_md', 'main.favicon_sm', 'main.favicon_site_webmanifest', 'main.favicon_manifest_json',
    'main.robots',
})
# The page may load from, send to and be framed by this server only. docassemble's own scripts are inline and use eval.
HEADERS = {
    'Content-Security-Policy': '; '.join((
        "default-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
        "font-src 'self' data:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'")),
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
}
# A cookie that is taken back expires in 1970; that one has to stay.
LASTING = re.compile(r'(?<=;) (?:Expires=(?!Thu, 01 Jan 1970)[^;]*|Max-Age=[1-9]\d*);?')
# The same for everybody, so a browser may keep it.
SHARED = frozenset({'static', 'main.package_static', 'main.css_bundle', 'main.js_bundle'})
# docassemble's page asks for every icon there is, 1.6 MB of script. Ours has one, the arrow of Back, and the style sheet draws it.
ALL_ICONS = '/static/fontawesome/js/all.min.js'
# docassemble's own mark, 16 kB with every screen, would only tell whoever looks at the tabs what this is.
NO_PICTURE = frozenset({'main.favicon', 'main.favicon_md', 'main.favicon_sm', 'main.apple_touch_icon'})
# Only what is the same for everybody is compressed: a page that holds a secret beside typed text would tell it by its length (BREACH).
COMPRESSED = ['text/css', 'application/javascript', 'text/javascript', 'image/svg+xml', 'application/manifest+json']
YEAR = 365 * 86400
# Faces of an interview for programs: its variables, and its page as a script.
MACHINE_FACES = frozenset({'json', 'js_target'})
ERRORS = {
    403: ('Esto no viene de una página nuestra. No se cambió nada.', 'This does not come from one of our pages. Nothing was changed.'),
    404: ('No existe esta página.', 'There is no such page.'),
    503: ('El servidor está ocupado. Lo que escribió está guardado. Espere un momento y siga.',
          'The server is busy. What you wrote is saved. Wait a moment and go on.'),
    500: ('Algo falló. Lo que escribió en las páginas anteriores está guardado.', 'Something failed. What you wrote on earlier pages is saved.'),
}
ERROR_PAGE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>·</title>
<style>body {{ font: 1.2rem/1.5 sans-serif; margin: 2rem auto; max-width: 30rem; padding: 0 1rem }}
a {{ display: inline-block; padding: .8rem 0 }}</style>
</head><body><p>{es}</p><p><a href="/interview">Seguir</a></p><p lang="en">{en}</p><p lang="en"><a href="/interview">Go on</a></p></body></html>
"""


def error_page(code: int) -> str:
    """A plain page in both languages: docassemble's own shows the error, which can quote an answer, and a link to sign in."""
    spanish, english = ERRORS.get(code, ERRORS[SERVER_ERROR])
    return ERROR_PAGE.format(es=spanish, en=english)


def close_what_is_not_served() -> Response | None:
    """Answer 404 to a route that is not open, to another interview than ours, and to the faces of an interview for programs; 403 to a foreign form.

    The icons are empty. What an address or a cookie brings along and should not is dropped (`cross_site`).
    """
    asked = request.values
    other_interview = asked.get('i', daconfig['default interview']) not in daconfig['interviews served']
    if request.endpoint not in OPEN or request.method not in cross_site.METHODS or other_interview or not MACHINE_FACES.isdisjoint(asked):
        return Response(error_page(NOT_FOUND), NOT_FOUND)
    if cross_site.is_foreign_form():
        return Response(error_page(FORBIDDEN), FORBIDDEN)
    if request.endpoint in cross_site.INTERVIEW:
        cross_site.forget_what_a_link_brings()
        cross_site.renew_session()
    if request.path == ALL_ICONS:
        return Response('', mimetype='text/javascript')
    if request.endpoint in NO_PICTURE:
        return Response(status=NO_CONTENT)
    return None


def harden(response: Response) -> Response:
    """Security headers, our error page, and no page of a family kept by a browser or a proxy."""
    response.headers.update(HEADERS)
    if response.status_code == NOT_FOUND or response.status_code >= SERVER_ERROR:
        response.direct_passthrough = False
        response.set_data(error_page(response.status_code))
        response.mimetype = 'text/html'
    if response.status_code == UNAVAILABLE:
        response.headers['Retry-After'] = '2'
    # docassemble marks the device for ten years; on a shared or watched phone nothing may outlive the browser.
    response.headers.setlist('Set-Cookie', [LASTING.sub('', cookie) for cookie in response.headers.getlist('Set-Cookie')])
    if request.endpoint not in SHARED:
        response.headers['Cache-Control'] = 'no-store'
    elif response.status_code == OK and 'v' in request.args:
        # The version stands in the address: another version has another one.
        response.headers['Cache-Control'] = f'public, max-age={YEAR}, immutable'
    return response


def gathered(response: Response) -> Response:
    """A file in one piece instead of a stream, so that it is compressed once and kept."""
    if request.endpoint in SHARED and response.mimetype in COMPRESSED:
        response.direct_passthrough = False
        response.make_sequence()
    return response


def compress_shared() -> None:
    """Send scripts and styles compressed: a first visit is less than a third of the bytes on a prepaid line."""
    app.config.update(COMPRESS_MIMETYPES=COMPRESSED, COMPRESS_ALGORITHM=['br', 'gzip'], COMPRESS_BR_LEVEL=9, COMPRESS_STREAMS=False,
                      COMPRESS_CACHE_BACKEND=DictCache, COMPRESS_CACHE_KEY=lambda asked: asked.path)
    Compress(app)
    app.after_request(gathered)  # registered later, so it runs before


compress_shared()
# First of all, so that nothing is done for a request that is refused.
app.before_request_funcs.setdefault(None, []).insert(0, close_what_is_not_served)
# Flask runs these last-registered first; ours has to have the last word.
app.after_request_funcs.setdefault(None, []).insert(0, harden)
application = app
