"""An existing docassemble server: its own web application, with the configuration that docs/use/deploy.md tells, walks a whole case."""
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml
from server.client import Phone
from server.live import free_port
from server.outside_stores import OutsideStores
from server.walked import answer, steps_of

from docassemble.immdef_selfhelp.server.run import outside, processes

pytestmark = pytest.mark.server
CASE = '12_drought_and_debt'
DOCS = Path(__file__).parents[2] / 'docs' / 'use' / 'deploy.md'
# docassemble's application as it comes, with the configuration read first: else it downloads language data, which its container holds already.
BENCHES = Path(__file__).parents[1] / 'benches'
# Of a server with TLS: the phone of this test speaks plain HTTP, and would not send a cookie marked as secure.
ONLY_WITH_TLS = {'use https', 'behind https load balancer'}
START_SECONDS = 180


def told() -> dict[str, Any]:
    """The configuration in the table of docs/use/deploy.md, without what it says to leave out and the secret that each server makes."""
    section = DOCS.read_text(encoding='utf-8').partition('## An existing docassemble server')[2].partition('\n### ')[0]
    found: dict[str, Any] = {}
    for names, value in re.findall(r'^\| (`.*?) \| (.*?) \|', section, re.MULTILINE):
        keys = re.findall(r'`([^`]+)`', names)
        values = [yaml.safe_load(one) for one in re.findall(r'`([^`]*)`', value)]
        if value != 'leave out' and values:
            found |= dict(zip(keys, values if len(values) == len(keys) else values * len(keys), strict=False))
    return {key: value for key, value in found.items() if key not in ONLY_WITH_TLS}


def configuration(folder: Path, stores: OutsideStores) -> dict[str, Any]:
    """What the documentation tells, on these stores, and where a server that is not docassemble's container has its files."""
    places = {name: str(folder) for name in ('uploads', 'modules', 'log', 'nltk socket')}
    nowhere = {name: str(folder / 'none') for name in ('flask log', 'celery flask log', 'ready file', 'libreoffice macro file')}
    # docassemble touches it to start again, and does not start where it could not.
    (folder / 'webapp').touch()
    own = {'packages': sys.prefix, 'webapp': str(folder / 'webapp'), 'language': 'en', 'mail': {'default sender': 'nobody@localhost'}}
    stored = {'secretkey': stores.secretkey.read_text(encoding='utf-8').strip(), 'db': outside.Database(stores.database).for_docassemble,
              'redis': stores.redis}
    return told() | places | nowhere | own | stored


@pytest.fixture(scope='module')
def existing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of docassemble's own web application."""
    folder = tmp_path_factory.mktemp('existing')
    with OutsideStores() as stores:
        file = folder / 'config.yml'
        file.write_text(yaml.safe_dump(configuration(folder, stores), allow_unicode=True), encoding='utf-8')
        path = f'{Path(sys.executable).parent}:{os.environ["PATH"]}'
        environment = {'PATH': path, 'HOME': str(folder), 'LANG': 'en_US.UTF-8', 'DA_CONFIG_FILE': str(file)}
        subprocess.run([sys.executable, '-P', '-m', 'docassemble.webapp.create_tables', str(file)], env=environment, check=True, cwd='/',
                       capture_output=True)
        port = free_port()
        command = [sys.executable, '-m', 'gunicorn', '--no-control-socket', f'--bind=127.0.0.1:{port}', '--worker-class=gthread', '--threads=4',
                   '--timeout=120', f'--chdir={BENCHES}', 'stock_wsgi:application']
        said = folder / 'said'
        with said.open('wb') as output:
            web = processes.spawn(command, env=environment, output=output)
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                requests.get(f'http://127.0.0.1:{port}/health_check', timeout=30)
                break
            except requests.RequestException:
                assert web.poll() is None and time.monotonic() < end, said.read_text(encoding='utf-8')[-3000:]
                time.sleep(0.5)
        try:
            yield f'http://127.0.0.1:{port}/'
        finally:
            processes.stop(web, signal.SIGTERM, 15)


def test_the_table_is_read() -> None:
    known = told()
    assert known['default interview'] == 'docassemble.immdef_selfhelp:data/questions/main.yml'
    assert (known['enable monitor'], known['checkin interval'], known['timezone'], known['locale']) == (False, 0, 'America/Los_Angeles', 'en_US.utf8')
    assert (known['restrict input variables'], known['enable playground']) == (True, False)
    assert 'google' not in known


def test_docassembles_own_application_walks_a_whole_case(existing: str) -> None:
    steps = steps_of(CASE)
    phone = Phone(existing)
    phone.open()
    for step in steps[:-1]:
        answer(phone, step)
    assert phone.screen.title == steps[-1].screen.question, phone.screen.text
