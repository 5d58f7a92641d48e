"""What was told before, a folded card for each time; and whether the adults' stories may be compared."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, folded, line, rows, value_text
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.told.earlier import EarlierEvent, EarlierStatement

TOLD_BEFORE = Table(Telling, (line('Told before', 'told_before'),))
EARLIER = Table(EarlierStatement, (
    line('Where I told it', 'kind'), line('In a language you understand well', 'language_understood', target='kind'),
    line('When', 'when', target='when.year'), line('What it says', 'text'),
    line('What it says about the police', 'reported'), line('Arrest', 'arrested', target='reported'),
    line('Going back', 'returned', target='reported'),
    line('Children, names and where I lived', 'children', 'names', 'lived', target='reported'),
    line('When I left my country', 'left_when', target='left_when.year'), line('When I entered', 'entered_when', target='entered_when.year'),
    line('Things that happened', 'tells_events'),
))
EARLIER_EVENT = Table(EarlierEvent, (line('What it says happened', 'what', 'who'), line('When', 'when', target='when.year')))
COMPARED = Table(Telling, (line('Compare with the other adults', 'may_compare'), line('See more differences', 'more_differences')))


def statement_card(base: str, number: int, statement: Mapping[str, Any]) -> str:
    """One earlier statement with the things it says happened."""
    name = f'{base}[{number}]'
    inner = rows(statement, name, EARLIER)
    for place, event in enumerate(statement.get('events') or [] if statement.get('tells_events') == 'yes' else []):
        inner += rows(event, f'{name}.events[{place}]', EARLIER_EVENT)
    return folded(value_text(f'{name}.kind', statement.get('kind', '')), f'<dl>{inner}</dl>', base, number)


def earlier_section(telling: Any, known: Mapping[str, Any]) -> str:
    """What was told before."""
    base = f'{telling.instanceName}.earlier'
    parts = [f'<dl>{rows(known, telling.instanceName, TOLD_BEFORE)}</dl>']
    if known.get('told_before') == 'yes':
        parts += [statement_card(base, number, statement) for number, statement in enumerate(known.get('earlier') or [])]
        parts.append(add_link(base, word('Add another time I told it')))
    return ''.join(parts) + f'<dl>{rows(known, telling.instanceName, COMPARED)}</dl>'
