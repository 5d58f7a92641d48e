"""docassemble's web application, with everything the families do not use closed.

gunicorn imports this in each worker. The configuration is read first: docassemble's import otherwise tries to download language data.
"""
import os
import re
import secrets
from pathlib import Path
from wsgiref.headers import Headers

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'])

from docassemble.base.config import daconfig
from docassemble.webapp.daredis import r
from docassemble.webapp.extensions import db
from docassemble.webapp.server import app
from docassemble.webapp.utils import helpers
from flask import Response, request
from flask_compress import Compress
from whitenoise import WhiteNoise

import docassemble.immdef_selfhelp
from docassemble.immdef_selfhelp.server.coming_back import invitations
from docassemble.immdef_selfhelp.server.coming_back import routes as coming_back
from docassemble.immdef_selfhelp.server.run import settings
from docassemble.immdef_selfhelp.server.web import (  # noqa: F401
    assembling,
    cross_site,
    drawing,
    guards,
    lost_links,
    neutral,
    no_script,
    packing,
    saving,
    session_lock,
    shared_files,
    speed,
)
from docassemble.immdef_selfhelp.server.web.error_pages import error_page

OK, NO_CONTENT, FORBIDDEN, NOT_FOUND, TOO_LARGE, SERVER_ERROR, UNAVAILABLE = 200, 204, 403, 404, 413, 500, 503
# Every other route of docassemble (sign-in, accounts, configuration, lists, uploads, package and API pages ...) answers 404; so do its addresses
# that erase or begin anew (/exit, /new_session ...), as anybody can send those as a link. The buttons of the interview do not need them.
OPEN = frozenset({
    'interview.rootindex', 'interview.index', 'static',
    'main.package_static', 'main.css_bundle', 'main.js_bundle', 'main.health_check', 'main.change_color_scheme',
    'main.favicon', 'main.apple_touch_icon', 'main.favicon_md', 'main.favicon_sm', 'main.favicon_site_webmanifest', 'main.favicon_manifest_json',
    'main.robots',
}) | coming_back.ENDPOINTS | invitations.ENDPOINTS
if daconfig.get('workshop'):
    from docassemble.immdef_selfhelp.server.workshop import routes as workshop
    OPEN |= workshop.ENDPOINTS
# The page may load from, send to and be framed by this server only. docassemble's own scripts are inline and use eval.
HEADERS = {
    'Content-Security-Policy': '; '.join((
        "default-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
        "font-src 'self' data:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'")),
    'X-Content-Type-Options': 'nosniff',
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
# docassemble's own mark, 16 kB with every screen, would only tell whoever looks at the tabs what this is.
NO_PICTURE = frozenset({'main.favicon', 'main.favicon_md', 'main.favicon_sm', 'main.apple_touch_icon'})
COMPRESSED = ['text/html', 'application/json', 'text/css', 'application/javascript', 'text/javascript', 'image/svg+xml', 'application/manifest+json']
# A compressed page of 4 kB varies by up to this many bytes, more than a guess at what stands in it would change.
LONGEST_PADDING = 96
YEAR = 365 * 86400
FOLDER = Path(os.environ['DA_CONFIG_FILE']).parent
# Faces of an interview for programs: its variables, and its page as a script.
MACHINE_FACES = frozenset({'json', 'js_target'})


def close_what_is_not_served() -> Response | None:
    """Answer 404 to a route that is not open, to another interview than ours, and to the faces of an interview for programs; 403 to a foreign form,
    413 to more than anybody types.

    What an address or a cookie brings along and should not is dropped (`cross_site`).
    """
    if (request.content_length or 0) > app.config['MAX_CONTENT_LENGTH']:
        return Response(error_page(FOLDER, TOO_LARGE), TOO_LARGE)
    asked = request.values
    other_interview = asked.get('i', daconfig['default interview']) not in daconfig['interviews served']
    if request.endpoint not in OPEN or request.method not in cross_site.METHODS or other_interview or not MACHINE_FACES.isdisjoint(asked):
        return Response(error_page(FOLDER, NOT_FOUND), NOT_FOUND)
    if cross_site.is_foreign_form():
        return Response(error_page(FOLDER, FORBIDDEN), FORBIDDEN)
    if request.endpoint in cross_site.INTERVIEW:
        cross_site.forget_what_a_link_brings()
        cross_site.renew_session()
        no_script.tell_what_was_seen()
    if request.endpoint in NO_PICTURE:
        return Response(status=NO_CONTENT, mimetype='image/x-icon')
    return None


def harden(response: Response) -> Response:
    """Security headers, our error page, and no page of a family kept by a browser or a proxy."""
    if lost_links.is_lost(response):
        response = lost_links.back_to_the_screen()
    response.headers.update(HEADERS)
    if request.endpoint in invitations.ENDPOINTS:
        response.headers['Referrer-Policy'] = invitations.REFERRER
    if response.status_code in (NOT_FOUND, TOO_LARGE) or response.status_code >= SERVER_ERROR:
        response.direct_passthrough = False
        response.set_data(error_page(FOLDER, response.status_code))
        response.mimetype = 'text/html'
    if response.status_code == UNAVAILABLE:
        response.headers['Retry-After'] = '2'
    # docassemble marks the device for ten years; on a shared or watched phone nothing may outlive the browser.
    response.headers.setlist('Set-Cookie', [LASTING.sub('', cookie) for cookie in response.headers.getlist('Set-Cookie')])
    if request.endpoint in NO_PICTURE or (request.endpoint in SHARED and response.status_code == OK and 'v' in request.args):
        # The version stands in the address: another version has another one.
        response.headers['Cache-Control'] = f'public, max-age={YEAR}, immutable'
    elif request.endpoint == coming_back.RECIPES and response.status_code == OK:
        # Kept by the browser, so that leaving fast works without a signal
        response.headers['Cache-Control'] = f'public, max-age={YEAR}'
    elif request.endpoint not in SHARED:
        response.headers['Cache-Control'] = 'no-store'
    if 'Content-Encoding' in response.headers:
        response.headers['X-Padding'] = secrets.token_hex(LONGEST_PADDING)[:secrets.randbelow(LONGEST_PADDING)]
    return response


def compress_pages() -> None:
    """Send pages and answers compressed, a quarter of their length: docs/adr/009 tells why that gives no secret away here.

    At a level that takes less than a millisecond, and without a cache: nothing of a family is kept.
    """
    app.config.update(COMPRESS_MIMETYPES=COMPRESSED, COMPRESS_ALGORITHM=['br', 'gzip'], COMPRESS_BR_LEVEL=settings.PAGE_LEVEL, COMPRESS_STREAMS=False)
    Compress(app)


def head_of_file(headers: Headers, _path: str, _address: str) -> None:
    """A script or a style carries the same security headers as a page."""
    for name, value in HEADERS.items():
        headers[name] = value


def with_files(data: Path) -> WhiteNoise:
    """The application, with the scripts and styles of every page sent as they were compressed at the start (`shared_files`)."""
    vars(docassemble.immdef_selfhelp)['__version__'] = helpers.da_version = shared_files.version()
    return WhiteNoise(app, root=str(shared_files.served(data)), allow_all_origins=False, add_headers_function=head_of_file,
                      immutable_file_test=r'\.(css|js|ico|html)$')


def close_connections() -> None:
    """Close every connection that was opened while this was loaded: gunicorn forks its workers now, and none may share one."""
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()
    r.connection_pool.disconnect()


compress_pages()
app.after_request(no_script.ask_what_applies)  # registered later, so it runs before
# First of all, so that nothing is done for a request that is refused.
app.before_request_funcs.setdefault(None, []).insert(0, close_what_is_not_served)
# Flask runs these last-registered first; ours has to have the last word.
app.after_request_funcs.setdefault(None, []).insert(0, harden)
application = with_files(FOLDER)
close_connections()
