"""Whom the family trusts outside, and the one number by heart."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.told.watched import WATCHED


def ask_trusted(trusted: Any, phone_safety: str) -> None:
    """Whom the family trusts outside; then the number. No telephone number is typed on a phone that somebody watches."""
    trusted.contacts.gather()
    if phone_safety != WATCHED and trusted.by_heart == 'practice':
        look_at(trusted.number_typed)
        if trusted.number_mark:
            look_at(trusted.number_again)


def trusted_told(variables: Variables) -> bool:
    """Whether the contacts are told, and the number was practised or left for another day."""
    known = vars(variables.trusted) if variables.has('trusted') else {}
    if 'contacts' not in known or 'gathered' not in vars(known['contacts']):
        return False
    if variables.phone_safety == WATCHED:
        return True
    practised = 'number_typed' in known and (not known.get('number_mark') or 'number_again' in known)
    return 'by_heart' in known and (known['by_heart'] != 'practice' or practised)
