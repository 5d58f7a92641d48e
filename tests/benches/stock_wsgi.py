"""docassemble's web application as it comes, for the bench to compare with: gunicorn imports this instead of ours (`stock.py`).

Behind a web server that compresses what it passes on, as a well-kept installation does: gzip at nginx's usual level, static files too.
"""
import os

import docassemble.base.config

docassemble.base.config.load(filename=os.environ['DA_CONFIG_FILE'])

from docassemble.webapp.server import app as application
from flask_compress import Compress

application.config.update(COMPRESS_ALGORITHM=['gzip'], COMPRESS_LEVEL=6, COMPRESS_MIMETYPES=[
    'text/html', 'application/json', 'text/css', 'application/javascript', 'text/javascript', 'image/svg+xml'])
Compress(application)
