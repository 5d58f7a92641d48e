"""What was asked of officers: who is held, a card for each request, and a card for each delivery, which can be added to and changed at any time."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, line, line_apart, row, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story.told.advocacy import Advocacy, Delivery, Request
from docassemble.immdef_selfhelp.story.wording import names

HOLDER = Table(Advocacy, (
    line('Who is holding the person', 'held_by'), line('The place you were told', 'held_place'),
    line('Held since', 'held_since', target='held_since.year'),
    line('Who signs', 'signer', 'signer_name', 'signer_relation'), line('Language of your words', 'written'),
    line('Who is being held', 'held'), line('The detention center', 'held_at'),
))
REQUEST = Table(Request, (
    line('The office', 'office'), line_apart('Urgent today', 'urgent'), line_apart('In your own words', 'facts'), line('The language', 'speaks'),
    line_apart('Where the person would live', 'would_live'), line('The things', 'taken', 'taken_where', 'receipt', 'receipt_number'),
    line('When they were taken', 'taken_when', target='taken_when.year'),
    line('What it says, and what it should say', 'wrong', 'right', 'wrong_where'),
    line('By when', 'by_when'), line('By this date', 'by_day', target='by_day.year'), line('What the child needs', 'needs'),
))
DELIVERY = Table(Delivery, (
    line('How, and to whom', 'how', 'to_whom', target='letter'), line('The day', 'when', target='when.year'), line('The answer', 'answer'),
))


def papers_row(known: Mapping[str, Any], number: int) -> str:
    """The papers that go along with a request, once its screen was seen."""
    papers = row(word('Papers that go with it'), told(str(known.get('more_attachments') or '')), f'advocacy.requests[{number}].attachments_read')
    return f'<dl>{papers}</dl>' if 'attachments_read' in known else ''


def advocacy_section(variables: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """What was asked of officers, once it was asked."""
    known = plain(variables['advocacy']) if 'advocacy' in variables else {}
    if 'held_by' not in known:
        return ''
    kinds, parts = names('advocacy_kinds', get_language()), []
    for number, one in enumerate(known.get('requests') or ()):
        title = '<br>'.join(filter(None, (kinds.get(one.get('kind'), ''), people.get(str(one.get('person')), ''))))
        parts.append(card(one, title, REQUEST, 'advocacy.requests', number).replace('</details>', f'{papers_row(one, number)}</details>'))
    parts.append(add_link('advocacy.requests', word('Ask for something else')))
    parts += [card(one, kinds.get(one.get('letter'), ''), DELIVERY, 'advocacy.deliveries', number)
              for number, one in enumerate(known.get('deliveries') or ())]
    parts.append(add_link('advocacy.deliveries', word('Write down a delivery or an answer')))
    return f'<h2>{word("My letters")}</h2><dl>{rows(known, "advocacy", HOLDER)}</dl>{"".join(parts)}'
