"""How a copy of a family's answers is locked: with what only the family knows, and with this server's own secret.

    code or password --Argon2id--> stretched --HKDF with the server's secret--> key (AES-256-GCM) and, of a code, the name of its row

Argon2id costs memory and time for every guess (RFC 9106; the OWASP Password Storage Cheat Sheet asks for at least 46 MiB once, or 19 MiB twice).
HKDF (RFC 5869) mixes in the server's secret: a stolen database, or a stolen file, gives nobody anything to guess with. AES-GCM (NIST SP 800-38D)
refuses what was changed or made elsewhere before a byte of it is read.
"""
import hashlib
import hmac
import re
import secrets
import threading
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MEMORY_KIB, PASSES, LANES = 47104, 2, 1
# 46 MiB each: four at a time in one process, however many threads it has.
AT_ONCE = threading.BoundedSemaphore(4)
KEY, SALT, NONCE, TAG = 32, 16, 12, 16
# The first bytes of a file: what it is, and how it is locked. Another way of locking gets another number.
MARK = b'R1'
LABEL = 'immdef-selfhelp copy 1'
# What the keyboards of phones put in by themselves: another sign for a quotation mark, for an apostrophe or for a dash.
QUOTES = str.maketrans({**dict.fromkeys('‘’‚‛ʼ′´`', "'"), **dict.fromkeys('“”„‟″«»', '"'), **dict.fromkeys('‐‑‒–—−', '-'), '…': '...'})
# Two taps on the space bar: two spaces, or a full stop and a space.
BETWEEN_WORDS = re.compile(r'(?:\.(?=\s))?\s+')


class NotOurs(Exception):
    """The key is wrong, or this was changed, or it was made elsewhere: nobody can tell which."""


@dataclass(frozen=True)
class CodeKeys:
    """What a code or a name becomes: `row` names what is stored (of a code: 64 hexadecimal digits), `key` opens it."""

    row: str
    key: bytes


def _derived(material: bytes, label: str, length: int = KEY) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=f'{LABEL} {label}'.encode()).derive(material)


def _stretched(secret: str, salt: bytes, server_secret: str) -> bytes:
    """The slow step, and the server's secret after it."""
    with AT_ONCE:
        slow = Argon2id(salt=salt, length=KEY, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB).derive(secret.encode())
    return slow + server_secret.encode()


def code_keys(code: str, server_secret: str) -> CodeKeys:
    """The row and the key of a code (`code_words.read_code`).

    The salt is the same for all codes of one server, as the row has to be found from the code alone.
    """
    material = _stretched(code, _derived(server_secret.encode(), 'salt of codes', SALT), server_secret)
    return CodeKeys(_derived(material, 'row').hex(), _derived(material, 'key of a code'))


def keys_of(name: str, server_secret: str) -> CodeKeys:
    """The key of what the server itself seals for a while, under a name; it opens by no other name."""
    return CodeKeys(name, _derived(server_secret.encode(), name))


def mark_of(name: str, server_secret: str) -> str:
    """A session number or a network address as the server may keep it: 64 hexadecimal digits that say nothing without the server's secret."""
    return hmac.new(_derived(server_secret.encode(), 'marks'), name.encode(), hashlib.sha256).hexdigest()


def sealed(content: bytes, keys: CodeKeys) -> bytes:
    """The content under this key. It opens in its own row only."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(keys.key).encrypt(nonce, content, keys.row.encode())


def opened(box: bytes, keys: CodeKeys) -> bytes:
    """What was sealed. Raises NotOurs."""
    return _unlocked(keys.key, box, keys.row.encode())


def plain_password(typed: str) -> str:
    """A password whichever keyboard wrote it: with or without accents in one piece, curly quotes, spaces at the end or two of them."""
    return BETWEEN_WORDS.sub(' ', unicodedata.normalize('NFC', typed).translate(QUOTES)).rstrip('. ').strip()


def sealed_file(content: bytes, password: str, server_secret: str) -> bytes:
    """A file that this server opens with the password (`plain_password`), and nobody else with anything."""
    password = plain_password(password)
    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    header = MARK + salt
    return header + nonce + AESGCM(_file_key(password, salt, server_secret)).encrypt(nonce, content, header)


def opened_file(file: bytes, password: str, server_secret: str) -> bytes:
    """What was sealed in the file. Raises NotOurs.

    Files of before `plain_password` were sealed with what was typed, only without a space at its ends: that is tried where it is something else.
    """
    as_before = unicodedata.normalize('NFC', password.strip())
    try:
        return _opened_file(file, plain_password(password), server_secret)
    except NotOurs:
        if as_before == plain_password(password):
            raise
        return _opened_file(file, as_before, server_secret)


def _opened_file(file: bytes, password: str, server_secret: str) -> bytes:
    header = file[:len(MARK) + SALT]
    if not header.startswith(MARK) or len(file) < len(header) + NONCE + TAG:
        raise NotOurs
    return _unlocked(_file_key(password, header[len(MARK):], server_secret), file[len(header):], header)


def _file_key(password: str, salt: bytes, server_secret: str) -> bytes:
    return _derived(_stretched(password, salt, server_secret), 'key of a file')


def _unlocked(key: bytes, box: bytes, bound_to: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(box[:NONCE], box[NONCE:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise NotOurs from error
