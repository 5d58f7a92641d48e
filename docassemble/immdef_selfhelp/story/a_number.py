"""The A-number (alien registration number): the letter A and 8 or 9 digits, often written with hyphens or spaces. It is not always given yet."""
import re

FORM = re.compile(r'[Aa]?(\d{8,9})')
BETWEEN = re.compile(r'[\s.#\-\u2010-\u2015]')


def is_complete(typed: str) -> bool:
    """Whether this is an A-number as officials write it, or nothing at all: the number is never required."""
    return not typed.strip() or bool(FORM.fullmatch(BETWEEN.sub('', typed)))
