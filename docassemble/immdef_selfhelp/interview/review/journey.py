"""What was told of moving, leaving and travelling, and of what came after."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.review.rows import SHORT, Table, add_link, card, line, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move

MOVED = Table(Telling, (line('Lived in another place in my country', 'moved'),))
MOVE = Table(Move, (line('Place', 'place', 'after'), line('From', 'start', target='start.year'), line('Until', 'end', target='end.year')))
JOURNEY = Table(Telling, (
    line('When I left my country', 'left_when', target='left_when.year'), line('The journey', 'left_how'), line('Other countries', 'other_countries'),
))
COUNTRY = Table(CountryStay, (
    line('Country', 'country', 'when_there'),
    line('Refuge or permission there', 'status', target='country'),
    line('What happened there', 'what_happened', target='country'),
    line('From', 'start', target='start.year'), line('Until', 'end', target='end.year'),
))
AFTER = Table(Telling, (line('After I left', 'since_leaving'),))


def places(base: str, known: Mapping[str, Any], table: Table, add: str) -> str:
    """The cards of the moves, or of the other countries."""
    here = known.get(base.rpartition('.')[2]) or []
    cards = (card(thing, told(thing.get(table.lines[0].target), SHORT), table, base, number) for number, thing in enumerate(here))
    return ''.join(cards) + add_link(base, add)


def journey_section(telling: Any, known: Mapping[str, Any]) -> str:
    """Moves, leaving, other countries, and after."""
    base = telling.instanceName
    moves = places(f'{base}.moves', known, MOVE, word('Add a place')) if known.get('moved') == 'yes' else ''
    countries = places(f'{base}.countries', known, COUNTRY, word('Add a country')) if known.get('other_countries') == 'yes' else ''
    return (f'<dl>{rows(known, base, MOVED)}</dl>{moves}<dl>{rows(known, base, JOURNEY)}</dl>{countries}'
            f'<dl>{rows(known, base, AFTER)}</dl>')
