"""What the server may write down: that something failed, where in the code, and when. Never what a family typed.

docassemble and its libraries put error messages in their logs, and a message can hold an answer, an address or a session. So everything the
web workers say passes through `redacted`, which lets only known shapes of lines go to the file.
"""
import logging
import logging.handlers
import re
import threading
from pathlib import Path
from typing import IO

LOG_BYTES, LOG_FILES = 1_000_000, 3

_FRAME = re.compile(r'\s*File "(?P<file>[\w./+-]+\.py)", line (?P<line>\d+), in (?P<name>[\w<>]+)\s*$')
# No message after the colon: it may quote an answer. A missing module's name is code, and the first thing an administrator needs.
_ERROR = re.compile(r'(?P<name>(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit|Interrupt|Warning))(?::|\s*$)'
                    r'(?P<module> No module named \'[\w.]+\'$)?')
_GUNICORN = re.compile(
    r'\[(?P<time>[\d :+-]+)\] \[(?P<pid>\d+)\] \[(?P<level>[A-Z]+)\] (?P<message>'
    r'Starting gunicorn [\d.]+|Listening at: .{0,40}|Using worker: \w+|Booting worker with pid: \d+|Handling signal: \w+|Shutting down: Master|'
    r'Worker exiting \(pid: \d+\)|Worker \(pid:\d+\) (?:exited with code -?\d+|was sent SIG\w+!?)(?: Perhaps out of memory\?)?|'
    r'WORKER TIMEOUT \(pid:\d+\)|Reason: [\w .]+)\.?\s*$')

_FILE = re.compile(r'(?P<message>(?:Interview|Error reading) docassemble\.[\w.]+:data/[\w/.-]+?:?(?: file)? not found)\.?\s*$')


def redacted(line: str) -> str | None:
    """The part of a line that cannot hold anything personal, or None when there is none."""
    if found := _GUNICORN.match(line):
        return f'{found["level"]} {found["message"]}'
    if found := _FRAME.match(line):
        return f'  {found["file"]}:{found["line"]} {found["name"]}'
    if found := _ERROR.match(line):
        return f'{found["name"]}{found["module"] or ""}'
    if found := _FILE.match(line):
        return found['message']
    return None


def open_log(file: Path) -> logging.Logger:
    """The server's own log: three files of one megabyte, readable by the owner only."""
    logger = logging.getLogger('selfhelp.server')
    logger.handlers.clear()
    handler = logging.handlers.RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding='utf-8')
    handler.setFormatter(logging.Formatter('%(asctime)s %(message)s'))
    file.chmod(0o600)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return logger


def follow(stream: IO[bytes], logger: logging.Logger) -> threading.Thread:
    """Read a process's output until it ends, so that its pipe never fills, and log what may be logged."""
    def read() -> None:
        with stream:
            for line in stream:
                if kept := redacted(line.decode(errors='replace')):
                    logger.info('%s', kept)
    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread
