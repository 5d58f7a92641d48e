"""The codes with which a lawyer marks, on a family's phone, that they looked: each opens once, within ten minutes, in a workshop that is open.

Kept under `ID:review:MARK`: the reviewer's initials. The code itself is not kept, and closing the workshop deletes it with the rest.
"""
from collections.abc import Callable

from docassemble.immdef_selfhelp.workshop import codes, scripts
from docassemble.immdef_selfhelp.workshop.store import PREFIX, Store

SECONDS = 600
TAKEN = -1  # as `scripts.REVIEW` says it
Mark = Callable[[str], str]
"""A code as the cache may hold it: nobody who reads the cache can try all codes without the server's secret."""


def key_of(workshop: str, code: str, mark: Mark) -> str:
    """Where a code is kept."""
    return f'{PREFIX}{workshop}:review:{mark(f"review {code}")}'


def new_review(store: Store, workshop: str, initials: str, mark: Mark) -> str:
    """A code for one family; empty when the workshop is closed."""
    kept, code = TAKEN, ''
    while kept == TAKEN:
        code = codes.new_code()
        kept = store.run(scripts.REVIEW, [f'{PREFIX}{workshop}:about', key_of(workshop, code, mark)], initials, SECONDS)
    return code if kept else ''


def use_review(store: Store, code: str, mark: Mark) -> str:
    """The initials of who gave this code, this once; empty for one that is wrong, used or over."""
    found = (store.client.getdel(key_of(workshop, code, mark)) for workshop in store.opened())
    return next((initials for initials in found if initials), '')
