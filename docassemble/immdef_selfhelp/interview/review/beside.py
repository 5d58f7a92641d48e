"""Who sits with the family, as it was told."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.beside import ROLES
from docassemble.immdef_selfhelp.interview.review.declaration import HELPER
from docassemble.immdef_selfhelp.interview.review.rows import row, told_values

LABELS = {'interpreter': 'Who interprets', 'drafter': 'Who writes'}


def beside_section(variables: Mapping[str, Any]) -> str:
    """One line for each of the two; nothing while neither was told."""
    known = plain(variables['beside']) if 'beside' in variables else {}
    lines = [row(word(LABELS[role]), told_values(HELPER, known[role], f'beside.{role}.'), f'beside.{role}.name')
             for role in ROLES if 'name' in (known.get(role) or {})]
    return f'<h2>{word("Who is sitting with us")}</h2><dl>{"".join(lines)}</dl>' if lines else ''
