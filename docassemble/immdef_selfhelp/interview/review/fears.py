"""What was told of fears, and what was wrong or late before."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.review.rows import Table, kept_back, line, row, row_apart, rows, told_values
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.private import hidden_on_screen
from docassemble.immdef_selfhelp.story.told.basics import NO, SKIPPED, UNKNOWN, YES
from docassemble.immdef_selfhelp.story.told.fears import ChildFear, Fear

CODES = (YES, NO, UNKNOWN, SKIPPED)

FEAR = Table(Fear, (
    line('What I fear', 'what', 'told'), line('Who, and why', 'who', 'why'), line('Protection, and other places', 'authorities', 'other_place'),
    line('Torture', 'torture', 'torture_officials'), line("The children's fear", 'children'), line('Fear of Mexico', 'mexico', 'mexico_what'),
))
CORRECTED = Table(Telling, (line('What was wrong before', 'corrections'), line('Why the form was not filed in time', 'late_reason')))


def children_rows(known: Mapping[str, Any], base: str) -> str:
    """A line for each child whose own fear was asked about; without its words where another adult may be the one who must not know."""
    case, found = case_now(), ''
    for number, one in enumerate(known.get('children_fears') or ()):
        if one.get('own_fear') not in CODES:
            continue
        label = word('What %s went through or fears') % told(case.person(one['person']).full_name or word('this child'))
        variable = f'{base}.children_fears[{number}].'
        counts = {name: value for name, value in one.items() if name not in kept_back(ChildFear, one)}
        words = told_values(('own_fear', 'what', 'words_from'), counts, variable)
        found += row_apart(label) if hidden_on_screen(case) else row(label, words, f'{variable}own_fear')
    return found


def fears_section(telling: Any, known: Mapping[str, Any]) -> str:
    """The fears, the children's one by one, corrections, and the reason for a late application."""
    base = telling.instanceName
    return (f'<dl>{rows(known.get("fear") or {}, f"{base}.fear", FEAR)}{children_rows(known, base)}'
            f'{rows(known, base, CORRECTED)}</dl>')
