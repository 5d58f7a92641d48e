"""What was told of the people outside whom the family trusts, and of the number by heart. The number itself is kept nowhere."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, line, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.told.trusted import Contact, Trusted

CONTACT = Table(Contact, (
    line('Name', 'name', 'relation'), line('Where', 'where', target='name'), line('Telephone', 'telephone', target='name'),
    line('Keeps copies', 'copies', target='name'),
))
NUMBER = Table(Trusted, (line('A number by heart', 'by_heart'),))


def trusted_section(variables: Mapping[str, Any]) -> str:
    """A card for each person outside, and whether a number is known by heart."""
    known = plain(variables['trusted']) if 'trusted' in variables else {}
    if 'contacts' not in known or 'there_are_any' not in vars(variables['trusted'].contacts):
        return ''
    cards = [card(one, told(str(one.get('name') or '')), CONTACT, 'trusted.contacts', number) for number, one in enumerate(known['contacts'])]
    return (f'<h2>{word("People you trust")}</h2>{"".join(cards)}{add_link("trusted.contacts", word("Add a person you trust"))}'
            f'<dl>{rows(known, "trusted", NUMBER)}</dl>')
