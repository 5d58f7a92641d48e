"""One telephone number learned by heart: typed from a paper, then once more from memory. The number itself is kept nowhere.

Between the two screens a session holds a salted digest of sixteen bits: one wrong number in 65,000 would pass, and of the thousands of millions of
numbers there are it fits a hundred thousand, so nobody can read the number from it. After the second screen that too is gone.
"""
import hmac
import secrets
from typing import Any

from docassemble.base.util import validation_error, word

LEAST_DIGITS, COMPARED = 7, 10
KEPT_LETTERS = 4
USED = 'used'


def digits_of(typed: Any) -> str:
    """The digits that are compared: the last ten, so that a country code or signs between them make no difference."""
    return ''.join(sign for sign in str(typed or '') if sign.isdecimal())[-COMPARED:]


def mark_of(typed: Any, salt: str) -> str:
    """What is kept of a number between the two screens."""
    return hmac.new(salt.encode(), digits_of(typed).encode(), 'sha256').hexdigest()[:KEPT_LETTERS]


def practise_anew(trusted: Any) -> None:
    """Whoever says again whether the number is known can practise again."""
    for name in ('number_typed', 'number_again', 'number_salt', 'number_mark', 'learned'):
        vars(trusted).pop(name, None)


def keep_mark(trusted: Any) -> None:
    """Keep the mark of the number that was just typed, and forget the number. Left empty, nothing is practised.

    Raises docassemble's validation error for what can be no number.
    """
    typed = trusted.number_typed
    if str(typed or '').strip() and len(digits_of(typed)) < LEAST_DIGITS:
        validation_error(word('That is too short for a phone number. Write all of its digits, or leave it empty.'), field='trusted.number_typed')
    trusted.number_salt = secrets.token_hex(8)
    trusted.number_mark = mark_of(typed, trusted.number_salt) if digits_of(typed) else ''
    trusted.number_typed = ''


def compare_number(trusted: Any) -> None:
    """Compare what was typed from memory, and forget it and the mark. Left empty, the number is not learned yet.

    Raises docassemble's validation error when it is another number.
    """
    typed = trusted.number_again
    if digits_of(typed) and not hmac.compare_digest(mark_of(typed, trusted.number_salt), trusted.number_mark):
        validation_error(word('Not the same number yet. Look at your paper and try again, or leave it empty.'), field='trusted.number_again')
    trusted.learned = 'yes' if digits_of(typed) else 'not_yet'
    trusted.number_again, trusted.number_salt, trusted.number_mark = '', '', USED
