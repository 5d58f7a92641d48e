"""docassemble's web application, with everything the families do not use closed.

gunicorn imports this in each worker. The configuration is read first: docassemble's import otherwise tries to download language data.
"""
import os

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'])

from docassemble.base.config import daconfig
from docassemble.webapp.server import app
from flask import Response, request

# Every other route of docassemble (sign-in, accounts, configuration, lists, uploads, package and API pages ...) answers 404.
OPEN = frozenset({
    'interview.rootindex', 'interview.index', 'interview.new_session_endpoint', 'interview.exit_endpoint', 'interview.exit_logout', 'interview.leave',
    'static', 'main.package_static', 'main.bundle_css', 'main.bundle_js', 'main.rjs', 'main.health_check', 'main.color_scheme',
    'main.favicon', 'main.apple_touch_icon', 'main.favicon_md', 'main.favicon_sm', 'main.favicon_site_webmanifest', 'main.favicon_manifest_json',
    'main.robots',
})
# The page may load from, send to and be framed by this server only. docassemble's own scripts are inline and use eval.
HEADERS = {
    'Content-Security-Policy': "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                               "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
}


def close_what_is_not_served() -> Response | None:
    """Answer 404 to a route that is not open, to another interview than ours, and to the JSON face of an interview."""
    asked = request.values
    if request.endpoint not in OPEN or asked.get('i', daconfig['default interview']) not in daconfig['interviews served'] or 'json' in asked:
        return Response('Not found. / No existe.', 404, mimetype='text/plain')
    return None


def harden(response: Response) -> Response:
    """Security headers; and no page of a family is kept by a browser or a proxy (files that are the same for everybody may be)."""
    response.headers.update(HEADERS)
    if request.endpoint not in ('static', 'main.package_static', 'main.bundle_css', 'main.bundle_js'):
        response.headers['Cache-Control'] = 'no-store'
    return response


# First of all, so that nothing is done for a request that is refused.
app.before_request_funcs.setdefault(None, []).insert(0, close_what_is_not_served)
# Flask runs these last-registered first; ours has to have the last word.
app.after_request_funcs.setdefault(None, []).insert(0, harden)
application = app
