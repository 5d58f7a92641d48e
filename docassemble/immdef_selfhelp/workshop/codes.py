"""The code of a workshop, six characters that nobody mistakes for others, and the one-time keys with which a leader signs in."""
import hashlib
import secrets

# Without 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V; and without vowels, so that no word comes out. 19^6 is 47 million.
LETTERS = '34679CFGHJKMNPRTWXY'
LENGTH = 6
KEY_BYTES = 18


class NoCode(ValueError):
    """What was typed cannot be a code."""


def new_code() -> str:
    """A code that nobody can guess."""
    return ''.join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(typed: str) -> str:
    """The code as it is kept, however it was typed: small letters, spaces and dashes do not matter. Raises NoCode."""
    code = ''.join(letter for letter in typed.upper() if letter.isalnum())
    if len(code) != LENGTH or not set(code) <= set(LETTERS):
        raise NoCode(typed)
    return code


def shown_code(code: str) -> str:
    """The code as it is read aloud: in two halves."""
    return f'{code[:LENGTH // 2]} {code[LENGTH // 2:]}'


def new_key() -> str:
    """A one-time key for the address a leader opens."""
    return secrets.token_urlsafe(KEY_BYTES)


def mark_of_key(key: str) -> str:
    """A key as the cache holds it: whoever reads the cache cannot sign in with it."""
    return hashlib.sha256(key.encode()).hexdigest()
