"""A line between a phone and the server that a test can cut, and that brings a script of the test's into each page.

Only Chromium can be told to lose its signal, and to run a script before those of a page; any browser can be given another address.
"""
import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import urlsplit

# Every error of a page is told to the line: of scripts, of promises, of files that did not come, of the page's own rules, and said on the console.
WATCH = '''(() => {
  const tell = words => navigator.sendBeacon('/told-to-the-line', String(words));
  addEventListener('error', event => tell(event.message ? `${event.message} ${event.filename}:${event.lineno}`
    : `did not come: ${event.target.src || event.target.href}`), true);
  addEventListener('unhandledrejection', event => tell(`rejected: ${event.reason}`));
  addEventListener('securitypolicyviolation', event => tell(`refused: ${event.violatedDirective} ${event.blockedURI}`));
  const said = console.error;
  console.error = (...words) => { tell(`console: ${words.join(' ')}`); said(...words); };
})();'''
HOP_BY_HOP = {'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'accept-encoding'}


class Line(ThreadingHTTPServer):
    """While `is_cut`, nothing comes through. `errors` are what went wrong in the pages, `sent` the forms that reached the server."""

    daemon_threads = True

    def __init__(self, server_url: str, script: str = '') -> None:
        super().__init__(('127.0.0.1', 0), Through)
        self.beyond = str(urlsplit(server_url).netloc)
        self.url = f'http://127.0.0.1:{self.server_port}/'
        self.script = f'<script>{WATCH}{script}</script>'.encode()
        self.is_cut = False
        self.errors: list[str] = []
        self.sent: list[str] = []
        self._loses_reply_to = ''

    def __enter__(self) -> 'Line':
        threading.Thread(target=self.serve_forever, kwargs={'poll_interval': 0.05}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.shutdown()
        self.server_close()

    def lose_reply_to(self, words: str) -> None:
        """The server gets the next form with these words and answers, and the answer never comes."""
        self._loses_reply_to = words

    def loses(self, body: str) -> bool:
        """Whether the reply to this form is lost; once."""
        lost = bool(self._loses_reply_to) and self._loses_reply_to in body
        if lost:
            self._loses_reply_to = ''
        return lost


class Through(BaseHTTPRequestHandler):
    """One request, to the server and back."""

    server: Line
    protocol_version = 'HTTP/1.1'

    def pass_on(self) -> None:
        """Give the request to the server and the answer to the phone, unless the line is cut."""
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        if self.path == '/told-to-the-line':
            self.server.errors.append(body.decode())
            self.reply(204, [], b'')
        elif self.server.is_cut:
            self.close_connection = True
        else:
            self.ask(body)

    do_GET = do_POST = do_HEAD = pass_on

    def ask(self, body: bytes) -> None:
        """Ask the server. A page gets the script, so it must not come compressed."""
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
        page = self.headers.get('Sec-Fetch-Dest', 'document') == 'document' and 'text/html' in self.headers.get('Accept', '')
        headers['Accept-Encoding'] = 'identity' if page else self.headers.get('Accept-Encoding', 'identity')
        server = http.client.HTTPConnection(self.server.beyond, timeout=60)
        server.request(self.command, self.path, body or None, headers)
        answer = server.getresponse()
        content = answer.read()
        server.close()
        if self.command == 'POST':
            self.server.sent.append(body.decode(errors='replace'))
        if self.server.loses(body.decode(errors='replace')):
            self.close_connection = True
            return
        if page and (answer.getheader('Content-Type') or '').startswith('text/html'):
            content = content.replace(b'<head>', b'<head>' + self.server.script, 1)
        self.reply(answer.status, [pair for pair in answer.getheaders() if pair[0].lower() not in HOP_BY_HOP], content)

    def reply(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        """Send the phone an answer."""
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(content)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(content)

    def log_message(self, *words: object) -> None:
        """Nothing is printed."""
