"""What is not for families answers 404; what is comes with headers that keep it here."""
import re

import psutil
import psycopg2
import pytest
import redis
import requests
from server.client import Phone, named
from server.live import LiveServer

pytestmark = pytest.mark.server
MAIN = 'docassemble.immdef_selfhelp:data/questions/main.yml'


@pytest.mark.parametrize('path', [
    '/taller', '/taller/mesa',
    '/vars', '/api/list', '/api/session?i=' + MAIN, '/api/user', '/list', '/interviews', '/config', '/playground', '/updatepackage',
    '/updatingpackages', '/logs',
    '/logfile/docassemble.log', '/user/sign-in', '/user/register', '/user/forgot-password', '/user/profile', '/userlist', '/headers', '/me',
    '/monitor', '/observer', '/train', '/restart', '/cleanup_sessions', '/health_status', '/manage_api', '/uploadedfile/1', '/storedfile/a/1/b.pdf',
    '/goto?c=1', '/launch?c=1', '/checkin?i=' + MAIN, '/resume', '/restart_session', '/start/demo/questions/', '/run/base/default-interview/',
    f'/interview?i={MAIN}&json=1', '/?json=1', '/interview?i=docassemble.base:data/questions/default-interview.yml', '/interview?i=/etc/passwd',
    '/packagestatic/docassemble.immdef_selfhelp/..%2F..%2Flaw%2Fdated.py', '/static/app/bundle.js.map', '/nothing-like-it',
])
def test_closed(server: LiveServer, path: str) -> None:
    for method in ('GET', 'POST'):
        answer = requests.request(method, server.url.rstrip('/') + path, timeout=30, allow_redirects=False)
        assert answer.status_code in (404, 405), (method, path, answer.status_code, answer.text[:200])
    assert 'sign-in' not in answer.text


def test_the_variables_of_a_session_cannot_be_had(server: LiveServer) -> None:
    phone = named(server.url, 'Marisol')
    for more in ({'json': '1'}, {'js_target': 'x', 'json': '1'}):
        assert phone.http.get(server.url + 'interview', params={'i': MAIN, **more}, timeout=30).status_code == 404
    assert phone.http.post(server.url + 'interview', data={'json': '1'}, timeout=30).status_code == 404


def test_only_the_fields_of_the_screen_can_be_set(server: LiveServer) -> None:
    phone = named(server.url, 'Marisol')
    hidden = phone.screen._hidden()
    # base64 of `agreement`: a field of another screen
    phone.http.post(server.url + 'interview', params={'i': MAIN}, data={**hidden, 'YWdyZWVtZW50': 'leave'}, timeout=30)
    assert phone.open().identity == 'applicant_birth'


def test_a_form_without_its_token_is_refused(server: LiveServer) -> None:
    phone = named(server.url, 'Marisol')
    hidden = {**phone.screen._hidden(), 'csrf_token': 'forged', 'YXBwbGljYW50LmJpcnRoLnllYXI': '1991'}
    phone.http.post(server.url + 'interview', params={'i': MAIN}, data=hidden, timeout=30)
    assert phone.open().identity == 'applicant_birth'


def test_the_root_is_the_interview_and_names_no_other_machine(server: LiveServer) -> None:
    phone = Phone(server.url)
    screen = phone.open()
    assert screen.identity == 'choose_language'
    assert 'daInterviewUrl' in screen.html  # the settings of the page's script stand in the page
    assert '/rjs/' not in screen.html
    hosts = set(re.findall(r'(?:https?:)?//([\w-]+(?:\.[\w-]+)+)', screen.html))
    # schema.org is the name of a vocabulary in an attribute; nothing is fetched from it.
    assert hosts - {'schema.org', '127.0.0.1'} == set()


def test_headers_and_cookies(server: LiveServer) -> None:
    answer = requests.get(server.url, timeout=30)
    policy = answer.headers['Content-Security-Policy']
    assert "default-src 'self'" in policy
    assert '://' not in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.headers['X-Content-Type-Options'] == 'nosniff'
    assert answer.headers['Referrer-Policy'] == 'same-origin'
    assert answer.headers['Cache-Control'] == 'no-store'
    assert 'Server' not in answer.headers or 'python' not in answer.headers['Server'].lower()
    cookies = answer.raw.headers.getlist('Set-Cookie')
    assert {cookie.partition('=')[0] for cookie in cookies} >= {'session', 'secret'}
    for cookie in cookies:
        assert 'HttpOnly' in cookie
        assert 'SameSite=Lax' in cookie
        assert 'Expires' not in cookie
        assert 'Max-Age' not in cookie


def test_an_error_shows_nothing_of_it(server: LiveServer) -> None:
    answer = requests.get(server.url + 'interview', params={'i': MAIN, 'action': 'bm8gYWN0aW9u'}, timeout=30)
    assert answer.status_code in (200, 404, 500, 501)
    missing = requests.get(server.url + 'nothing', timeout=30)
    assert 'No existe esta página.' in missing.text
    assert 'There is no such page.' in missing.text
    assert '<script' not in missing.text


def test_only_the_web_server_listens_beyond_a_password(server: LiveServer) -> None:
    connections = [one for process in server.family() for one in process.net_connections('tcp')]
    ports = {one.laddr.port for one in connections if one.status == psutil.CONN_LISTEN}
    (cache,) = ports - {server.port}
    with pytest.raises(redis.exceptions.AuthenticationError):
        redis.Redis(port=cache).ping()
    with pytest.raises(psycopg2.OperationalError, match='password'):
        psycopg2.connect(host=str(server.data / 'postgresql-socket'), dbname='selfhelp', user='selfhelp')
    assert server.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user') == [(False,)]
