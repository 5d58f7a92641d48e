"""Requests that two servers, one in front of the other, could read differently: refused, and what stands behind them is answered to nobody."""
import contextlib
import socket

import pytest
import requests
from server.live import LiveServer

pytestmark = pytest.mark.server
HOST, NEXT = b'Host: 127.0.0.1\r\n', b'GET /health_check HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
POST = b'POST /interview HTTP/1.1\r\n' + HOST
ODD = {
    'two lengths': POST + b'Content-Length: 0\r\nContent-Length: 4\r\n\r\n', 'a length with a sign': POST + b'Content-Length: +4\r\n\r\nabcd',
    'a list of lengths': POST + b'Content-Length: 4, 4\r\n\r\nabcd',
    'a space before the colon': POST + b'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n',
    'a length and chunks': POST + b'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'chunks and a length': POST + b'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n',
    'chunks of another name': POST + b'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    'a chunk without a length': POST + b'Transfer-Encoding: chunked\r\n\r\nzz\r\n', 'two hosts': NEXT[:-2] + HOST + b'\r\n',
    'a folded line': NEXT[:-2] + b'X: a\r\n b\r\n\r\n', 'lines without a return': NEXT.replace(b'\r', b''),
    'a long line': b'GET /' + bytes(5000).replace(b'\0', b'a') + b' HTTP/1.1\r\n' + HOST + b'\r\n', 'HTTP/2': b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'many headers': NEXT[:-2] + b''.join(b'X%d: a\r\n' % number for number in range(101)) + b'\r\n',
}


@pytest.mark.parametrize('odd', ODD.values(), ids=ODD)
def test_a_request_that_two_servers_could_read_differently_is_refused_and_hides_no_other(server: LiveServer, odd: bytes) -> None:
    with socket.create_connection(('127.0.0.1', server.port)) as line:
        line.settimeout(30)
        line.sendall(odd + NEXT)
        line.shutdown(socket.SHUT_WR)
        answer = b''
        with contextlib.suppress(ConnectionError):
            while piece := line.recv(65536):
                answer += piece
    assert b'HTTP/1.1 2' not in answer
    assert requests.get(f'{server.url}health_check', timeout=30).status_code == requests.codes.ok
