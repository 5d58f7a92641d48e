"""The server's life: killed, stopped, started again on the same folder; nothing told is lost and no process stays."""
import os
import re
import signal
import subprocess
import time

import psutil
import pytest
from server.client import named
from server.live import LiveServer

pytestmark = pytest.mark.server


def gone(processes: list[psutil.Process], seconds: float = 15) -> list[psutil.Process]:
    """Those that are still there after a while."""
    _, alive = psutil.wait_procs(processes, timeout=seconds)
    return list(alive)


def test_killed_web_workers_come_back_and_nothing_is_lost(server: LiveServer) -> None:
    phone = named(server.url, 'Itzayana')
    web = server.named('gunicorn')
    assert len(web) >= 3, 'a master and two workers'
    for process in web:
        process.kill()
    began = time.monotonic()
    assert phone.open().identity == 'applicant_birth'
    print(f'\nweb server killed: the phone waited {time.monotonic() - began:.1f} s')
    assert 'Itzayana' in phone.back().html


def test_a_killed_worker_is_back_and_shares_no_connection(server: LiveServer) -> None:
    """Workers are forked from a process that has loaded everything. A connection it kept would be theirs together, and they would corrupt it."""
    phone = named(server.url, 'Xareni')
    loaded, *workers = server.named('gunicorn')
    assert {worker.ppid() for worker in workers} == {loaded.pid}
    assert server.held_by_the_loaded() == {psutil.CONN_LISTEN}
    workers[0].kill()
    began = time.monotonic()
    while len(server.named('gunicorn')) < 1 + len(workers) or workers[0] in server.named('gunicorn'):
        assert time.monotonic() < began + 30
        time.sleep(0.02)
    print(f'\none worker killed: another stood there after {time.monotonic() - began:.1f} s')
    assert loaded in server.named('gunicorn'), 'nothing was loaded again'
    assert phone.open().identity == 'applicant_birth'
    assert 'Xareni' in phone.back().html


@pytest.mark.parametrize('name', ['postgres', 'valkey-server'])
def test_a_killed_store_comes_back_and_nothing_is_lost(server: LiveServer, name: str) -> None:
    phone = named(server.url, 'Citlalli')
    store = server.named(f'/{name} ')[0]
    store.kill()
    began = time.monotonic()
    while phone.open().identity != 'applicant_birth':
        assert phone.screen.status == 503 or name == 'valkey-server', phone.screen.text
        assert time.monotonic() < began + 30, phone.screen.text
        time.sleep(0.1)
    print(f'\n{name} killed: the phone waited {time.monotonic() - began:.1f} s')
    assert 'Citlalli' in phone.back().html


def test_a_killed_server_takes_its_processes_along_and_starts_again(server: LiveServer) -> None:
    phone = named(server.url, 'Yolotzin')
    everything = server.family()
    assert len(everything) > 8
    server.process.kill()
    server.process.wait()
    assert gone(everything) == []
    # What a power cut leaves behind: a pid file, and the number is another program's now.
    pid_file = server.data / 'postgresql' / 'postmaster.pid'
    pid_file.write_text(f'{psutil.Process().pid}\n{server.data}/postgresql\n', encoding='utf-8')
    server.start()
    assert phone.open().identity == 'applicant_birth'
    assert 'Yolotzin' in phone.back().html


@pytest.mark.parametrize('with_signal', [signal.SIGINT, signal.SIGHUP])
def test_a_clean_stop_leaves_no_process_and_keeps_the_answers(server: LiveServer, with_signal: signal.Signals) -> None:
    phone = named(server.url, 'Nayeli')
    everything = server.family()
    postgres = server.named('/postgres ')[0]
    command, user = postgres.cmdline(), postgres.username()
    assert server.stop(with_signal) == 0
    assert gone(everything, 2) == []
    orphan = subprocess.Popen(['setpriv', '--reuid', user, '--regid', user, '--clear-groups', *command]) if with_signal == signal.SIGHUP else None
    if orphan:
        time.sleep(1)
        assert orphan.poll() is None, 'a database that outlived its server'
    server.start()
    if orphan:
        assert orphan.wait(1) == 0
    assert phone.open().identity == 'applicant_birth'
    assert 'Nayeli' in phone.back().html


def test_starts_are_fast(server: LiveServer) -> None:
    first, *later = server.started
    print(f'\nfirst start {first:.1f} s; later starts {", ".join(f"{seconds:.1f}" for seconds in later)} s')
    assert later, 'the tests above started it again'
    if os.getloadavg()[0] < 1.5 * (os.cpu_count() or 1):  # a machine that does other work at the same time says nothing
        assert min(later) < 15
    assert re.search(r'^Ready in [\d.]+ seconds\. On this computer: http://127\.0\.0\.1:\d+/$', server.said, re.MULTILINE)
