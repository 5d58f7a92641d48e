# do not pre-load: the local server names it to gunicorn
"""gunicorn's threaded worker, but a request gets a thread only when all of it has come.

gunicorn 27.0.1 reads a request in the thread that will answer it, and waits there as long as the phone likes: sixteen phones that walked out of the
Wi-Fi in mid-sentence stopped the server for good. Here the main loop, which waits for many at once, takes a request in; a phone that stops costs a
socket and some memory until its time is over. A half-open phone costs nobody else a wait.
"""
import contextlib
import re
import socket
import struct
import time
from concurrent.futures import Future
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

# How long the head of a request may take, and the whole of it: the slowest line that is believed is 2 kB a second.
HEAD_SECONDS, BYTES_A_SECOND = 30.0, 2000
# gunicorn refuses a longer head; the server refuses a longer body (settings, `maximum content length`) without reading it.
LONGEST_HEAD, LONGEST_BODY = 64 * 1024, 2 * 1024 * 1024 + 64 * 1024
PIECE = 64 * 1024
# What a page or a paper takes fits into the socket, so that a phone that stops reading seldom keeps a thread; else it keeps one so long.
SEND_BUFFER, SEND_SECONDS = 1024 * 1024, 10
LINGER = 2.0
LENGTH = re.compile(rb'\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*(?=\r\n)', re.IGNORECASE)
CHUNKED = re.compile(rb'\r\ntransfer-encoding:', re.IGNORECASE)
END_OF_HEAD, LAST_CHUNK = b'\r\n\r\n', b'\r\n0\r\n\r\n'


def missing(received: bytes | bytearray) -> int | None:
    """How many bytes of the request are still to come; None when nobody can tell yet. 0 also when it will be refused, however it goes on."""
    head, separator, _ = bytes(received[:LONGEST_HEAD]).partition(END_OF_HEAD)
    if not separator:
        return None if len(received) < LONGEST_HEAD else 0
    told = LENGTH.findall(head + b'\r\n')
    if CHUNKED.search(head):
        whole = len(received) > LONGEST_BODY or (b'\r\n' + bytes(received[len(head) + len(END_OF_HEAD):])).endswith(LAST_CHUNK)
        return 0 if whole else None
    length = int(told[0]) if len(told) == 1 else 0
    return 0 if length > LONGEST_BODY else max(0, len(head) + len(END_OF_HEAD) + length - len(received))


def is_too_long(received: bytes | bytearray) -> bool:
    """Whether a request says that more comes than the server takes."""
    told = LENGTH.findall(bytes(received[:LONGEST_HEAD]).partition(END_OF_HEAD)[0] + b'\r\n')
    return len(told) == 1 and int(told[0]) > LONGEST_BODY


def closing(received: bytes | bytearray) -> bytes:
    """A request as one that keeps no connection open: gunicorn would wait in a thread, up to five seconds, for a body that nobody reads."""
    line, _, rest = bytes(received).partition(b'\r\n')
    return line + b'\r\nConnection: close\r\n' + rest


class Caller(TConn):
    """A connection, with what has come of its next request."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.received = bytearray()
        self.until = 0.0
        self.leaving = False


class WaitingRoom(ThreadWorker):
    """The worker. `waiting` are the callers whose request has not all come, in the order of their coming."""

    def __init__(self, *parts: Any, **more: Any) -> None:
        super().__init__(*parts, **more)
        self.waiting: dict[Caller, None] = {}

    def accept(self, listener: socket.socket) -> None:
        """Let a caller in. When the room is full, the one who has waited longest makes place."""
        try:
            sock, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        self.nr_conns += 1
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        # Whatever else may stop: no thread waits longer than this for one call.
        for limit in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
            sock.setsockopt(socket.SOL_SOCKET, limit, struct.pack('ll', SEND_SECONDS, 0))
        if self.nr_conns >= self.worker_connections:
            self.make_room()
        self.wait_for(Caller(self.cfg, sock, address, listener.getsockname()))

    def make_room(self) -> None:
        """Send away who has waited longest; if nobody waits, who has kept a connection open longest without a request."""
        if self.waiting:
            self.send_away(next(iter(self.waiting)))
        elif self.keepalived_conns:
            self.keepalived_conns[0].timeout = 0.0
            self.murder_keepalived()

    def wait_for(self, caller: Caller) -> None:
        """Take in a request from its beginning."""
        caller.until = time.monotonic() + HEAD_SECONDS
        caller.sock.setblocking(False)
        self.waiting[caller] = None
        self.poller.register(caller.sock, EVENT_READ, partial(self.take_in, caller))

    def take_in(self, caller: Caller, _sock: socket.socket) -> None:
        """Take in what has come; when that is all, a thread answers."""
        try:
            piece = caller.sock.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b''
        if not piece:
            self.send_away(caller)
        elif not caller.leaving:
            self.add(caller, piece)

    def add(self, caller: Caller, piece: bytes) -> None:
        """One more piece of a request."""
        before = missing(caller.received)
        caller.received += piece
        still = missing(caller.received)
        if before is None and still:
            caller.until += still / BYTES_A_SECOND
        if still == 0:
            self.let_through(caller)

    def let_through(self, caller: Caller) -> None:
        """Give what has come to gunicorn's own reader, and the request to a thread."""
        self.poller.unregister(caller.sock)
        del self.waiting[caller]
        caller.init()
        caller.parser.unreader.unread(closing(caller.received) if is_too_long(caller.received) else bytes(caller.received))
        caller.received.clear()
        self.enqueue_req(caller)

    def send_away(self, caller: Caller) -> None:
        """Close a connection whose request will not be answered."""
        del self.waiting[caller]
        with contextlib.suppress(OSError, KeyError, ValueError):
            self.poller.unregister(caller.sock)
        self.nr_conns -= 1
        caller.close()

    def on_client_socket_readable(self, conn: Caller, client: socket.socket) -> None:
        """A connection that was kept open brings its next request."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self.wait_for(conn)

    def finish_request(self, conn: Caller, fs: 'Future[Any]') -> None:
        """A request was answered. What came after it in the same breath is the beginning of the next."""
        failed = fs.cancelled() or fs.exception() is not None
        if not failed and not fs.result():
            self.see_off(conn)
        elif failed or not (rest := conn.parser.unreader.take_buffered()):
            super().finish_request(conn, fs)
        else:
            conn.received += rest
            self.wait_for(conn)
            if missing(conn.received) == 0:
                self.let_through(conn)

    def see_off(self, caller: Caller) -> None:
        """Close a connection when the phone has the answer, or after LINGER. gunicorn waits for that in the main loop, and everybody with it."""
        try:
            caller.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self.nr_conns -= 1
            caller.close()
            return
        caller.leaving = True
        self.wait_for(caller)
        caller.until = time.monotonic() + LINGER

    def murder_pending(self) -> None:
        """Once a second: close the connections whose time is over, and all that wait when the server stops."""
        super().murder_pending()
        now = time.monotonic()
        for caller in [caller for caller in self.waiting if caller.until < now or not self.alive]:
            self.send_away(caller)
