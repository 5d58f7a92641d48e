"""What was told of the place: where the family is, entries, papers of officers, and the fear interview."""
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, line, rows
from docassemble.immdef_selfhelp.story.told.place import Entry, Place

PLACE = Table(Place, (
    line('Where you are now', 'place', 'city'), line('Entered the United States', 'entered'),
    line('Papers from United States officers', 'us_papers'), line('Fear interview', 'interview_status'),
    line('In a language you understand well', 'interview_understood'), line('Review by a judge', 'judge_review', target='interview_understood'),
))
ENTRY = Table(Entry, (
    line('When', 'when', target='when.year'), line('Where', 'place', 'manner'), line('What happened next', 'outcome', target='place'),
    line('Permit (parole) until', 'parole_until', target='parole_until.year'),
))


def place_section(situation: Any) -> str:
    """Where the family is, and a card for each entry."""
    known = plain(situation)
    parts = [f'<dl>{rows(known, "situation", PLACE)}</dl>']
    if known.get('entered') == 'yes' and 'entries' in known:
        parts += [card(entry, date_told(entry['when']), ENTRY, 'situation.entries', number)
                  for number, entry in enumerate(known['entries']) if 'when' in entry]
        parts.append(add_link('situation.entries', word('Add an entry')))
    return ''.join(parts)
