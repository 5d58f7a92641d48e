"""The nginx of docs/use/deploy.md, as it stands there, in front of two servers: each request goes to the next, and one is killed."""
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests
from server.client import Phone
from server.live import LiveServer, free_port
from server.outside_stores import OutsideStores
from server.walked import answer, steps_of

from docassemble.immdef_selfhelp.server.run import processes

NGINX = shutil.which('nginx', path=f'{os.environ["PATH"]}:/usr/sbin')
pytestmark = [pytest.mark.server, pytest.mark.skipif(NGINX is None, reason='nginx is not installed')]
CASE = '12_drought_and_debt'
DOCS = Path(__file__).parents[2] / 'docs' / 'use' / 'deploy.md'


def told(port: int, servers: list[LiveServer], folder: Path) -> str:
    """The two blocks of the documentation, with the addresses, files and ports of this test."""
    blocks = re.search(r'^    upstream .*?^    }\n    server \{\n.*?^    }\n', DOCS.read_text(encoding='utf-8'), re.MULTILINE | re.DOTALL)
    assert blocks, 'docs/use/deploy.md has the configuration'
    text = re.sub(r'^( +)server 127\.0\.0\.1:8080(.*)$',
                  lambda line: '\n'.join(f'{line[1]}server 127.0.0.1:{one.port}{line[2]}' for one in servers), blocks[0], flags=re.MULTILINE)
    text = text.replace('listen 443 ', f'listen 127.0.0.1:{port} ').replace('selfhelp.example.org;', 'localhost;')
    text = re.sub(r'/etc/letsencrypt/live/[^/]+/(\w+)\.pem', rf'{folder}/\1.pem', text).replace('/var/log/nginx', str(folder))
    kept = '\n'.join(f'{name}_temp_path {folder}/{name};' for name in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    user = 'user root;' if os.geteuid() == 0 else ''
    return f'{user} pid {folder}/pid; daemon off; events {{}} http {{ {kept} add_header X-Answered-By $upstream_addr always;\n{text} }}'


@pytest.fixture
def pair() -> Iterator[list[LiveServer]]:
    with OutsideStores() as stores, ExitStack() as stack, ThreadPoolExecutor() as pool:
        yield list(pool.map(stack.enter_context, (stores.server('--behind-https'), stores.server('--behind-https'))))


@pytest.fixture
def front(pair: list[LiveServer], tmp_path: Path) -> Iterator[str]:
    """Its address."""
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost',
                    '-keyout', str(tmp_path / 'privkey.pem'), '-out', str(tmp_path / 'fullchain.pem')], check=True, capture_output=True)
    port, file = free_port(), tmp_path / 'nginx.conf'
    file.write_text(told(port, pair, tmp_path), encoding='utf-8')
    process = processes.spawn([str(NGINX), '-c', str(file), '-p', str(tmp_path), '-e', str(tmp_path / 'error.log')])
    end = time.monotonic() + 30
    while True:
        try:
            requests.get(f'https://localhost:{port}/robots.txt', timeout=30, verify=str(tmp_path / 'fullchain.pem'))
            break
        except requests.ConnectionError:
            said = process.stdout.read().decode() if process.poll() is not None and process.stdout else ''
            assert process.poll() is None and time.monotonic() < end, f'nginx does not start: {said}'
            time.sleep(0.2)
    yield f'https://localhost:{port}/'
    processes.stop(process, signal.SIGTERM, 10)


def test_a_family_walks_through_nginx_and_meets_no_error_when_a_server_dies(front: str, pair: list[LiveServer], tmp_path: Path) -> None:
    phone = Phone(front)
    phone.http.verify = str(tmp_path / 'fullchain.pem')
    phone.open()
    steps = steps_of(CASE)
    answered: set[str] = set()
    for place, step in enumerate(steps[:-1]):
        if place == len(steps) // 2:
            assert len(answered) == 2, 'both servers answered'
            pair[0].kill()
        answer(phone, step)
        answered.add(phone.screen.headers['X-Answered-By'])
    assert phone.screen.title == steps[-1].screen.question, phone.screen.text
    assert {cookie.secure for cookie in phone.http.cookies} == {True}
    closed = phone.http.get(f'{front}user/sign-in', timeout=30)
    assert (closed.status_code, closed.headers.get('X-Answered-By')) == (404, None), 'nginx answers that itself'
    pair[0].start()
