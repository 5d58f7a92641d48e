"""What a first visit costs on a prepaid line. This holds what is compressed and kept, and what must not be."""
import re
from urllib.parse import urljoin

import pytest
import requests
from server.client import named
from server.live import LiveServer

pytestmark = pytest.mark.server
FIRST_VISIT = 220_000


def shared_files(server: LiveServer) -> list[str]:
    """The scripts and styles of the first page, by address."""
    page = requests.get(server.url, timeout=30).text
    return [urljoin(server.url, found) for found in re.findall(r'(?:src|href)="(/(?:static|packagestatic)/[^"]+\.(?:js|css)[^"]*)"', page)]


def sent(address: str, encoding: str) -> requests.Response:
    """A file as it comes over the line."""
    return requests.get(address, headers={'Accept-Encoding': encoding}, timeout=60, stream=True)


@pytest.mark.parametrize('encoding', ['br', 'gzip'])
def test_scripts_and_styles_come_compressed(server: LiveServer, encoding: str) -> None:
    files = shared_files(server)
    assert len(files) >= 4
    for address in files:
        if 'fontawesome' in address:
            continue
        answer, plain = sent(address, encoding), sent(address, 'identity')
        whole = len(plain.raw.read())
        assert answer.headers.get('Content-Encoding') == encoding, address
        assert len(answer.raw.read()) < whole / 2
        assert 'Content-Encoding' not in plain.headers
        assert 'Accept-Encoding' in answer.headers['Vary']


def test_what_was_compressed_is_what_the_file_says(server: LiveServer) -> None:
    for address in shared_files(server):
        texts = [requests.get(address, headers={'Accept-Encoding': encoding}, timeout=60).content for encoding in ('gzip', 'gzip', 'identity')]
        assert texts[0] == texts[1] == texts[2]


def test_a_versioned_file_is_kept_for_a_year_and_a_page_not_at_all(server: LiveServer) -> None:
    versioned = [address for address in shared_files(server) if '?v=' in address]
    assert versioned and all('immutable' in sent(address, 'gzip').headers['Cache-Control'] for address in versioned)
    page = requests.get(server.url, timeout=30)
    assert page.headers['Cache-Control'] == 'no-store'


def test_a_page_with_typed_text_is_never_compressed(server: LiveServer) -> None:
    phone = named(server.url, 'Marisol')
    answer = phone.http.get(server.url, headers={'Accept-Encoding': 'br, gzip'}, timeout=30)
    assert 'Content-Encoding' not in answer.headers


def test_the_icons_nobody_sees_are_not_sent(server: LiveServer) -> None:
    [icons] = [address for address in shared_files(server) if 'fontawesome/js' in address]
    assert requests.get(icons, timeout=30).content == b''


def test_a_first_visit_stays_small(server: LiveServer) -> None:
    sizes = {address: len(sent(address, 'br').raw.read()) for address in [server.url, *shared_files(server)]}
    assert sum(sizes.values()) < FIRST_VISIT, sorted(sizes.items(), key=lambda one: -one[1])


def test_no_picture_in_the_tab(server: LiveServer) -> None:
    assert requests.get(server.url + 'favicon.ico', timeout=30).status_code == 204
