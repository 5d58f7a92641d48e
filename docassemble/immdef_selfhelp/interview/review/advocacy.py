"""What was asked of officers: who is held, a card for each request, and a card for each delivery, which can be added to and changed at any time."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, kept_back, line, line_apart, row, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.told.advocacy import FACILITIES, Advocacy, Delivery, Request
from docassemble.immdef_selfhelp.story.wording import names

HOLDER = Table(Advocacy, (
    line('Who is holding the person', 'held_by'), line('The place you were told', 'held_place'),
    line('Held since', 'held_since', target='held_since.year'),
    line('Who signs', 'signer', 'signer_name', 'signer_relation'), line('Language of your words', 'written'),
))
REQUEST = Table(Request, (
    line('The office', 'office'), line_apart('Urgent today', 'urgent'), line_apart('In your own words', 'facts'), line('The language', 'speaks'),
    line_apart('Where the person would live', 'would_live'), line('The things', 'taken', 'taken_where', 'receipt', 'receipt_number'),
    line('When they were taken', 'taken_when', target='taken_when.year'),
    line('What it says, and what it should say', 'wrong', 'right', 'wrong_where'),
    line('By when', 'by_when'), line('By this date', 'by_day', target='by_day.year'),
))
DELIVERY = Table(Delivery, (
    line('How, and to whom', 'how', 'to_whom', target='letter'), line('The day', 'when', target='when.year'), line('The answer', 'answer'),
))


def people_named(keys: Any, people: Mapping[str, str]) -> str:
    """Names by key, a line each."""
    return '<br>'.join(people.get(key, '') for key in keys or ())


def held_rows(known: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """Who is held and where: names, and a place of the law data, which no screen has as written words."""
    who = row(word('Who is being held'), people_named(known['held'], people), 'advocacy.held') if isinstance(known.get('held'), list) else ''
    if 'held_at' in kept_back(Advocacy, known):
        return who
    place = str(dated.provision(known['held_at']).versions[-1].value['name']) if known.get('held_at') in FACILITIES else ''
    return who + (row(word('The detention center'), place, 'advocacy.held_at') if known.get('held_at') else '')


def request_rows(known: Mapping[str, Any], number: int, people: Mapping[str, str]) -> str:
    """Of a request what has no words on a screen: what a child needs, and the papers that go along."""
    base, needs = f'advocacy.requests[{number}]', names('advocacy_needs', get_language())
    ticked = row(word('What the child needs'), '<br>'.join(needs[code] for code in known['needs'] if code in needs), f'{base}.needs') \
        if isinstance(known.get('needs'), list) else ''
    papers = row(word('Papers that go with it'), told(str(known.get('more_attachments') or '')), f'{base}.attachments_read') \
        if 'attachments_read' in known else ''
    return f'<dl>{ticked}{papers}</dl>' if ticked or papers else ''


def advocacy_section(variables: Mapping[str, Any], people: Mapping[str, str]) -> str:
    """What was asked of officers, once it was asked."""
    known = plain(variables['advocacy']) if 'advocacy' in variables else {}
    if 'held_by' not in known:
        return ''
    kinds, parts = names('advocacy_kinds', get_language()), []
    for number, one in enumerate(known.get('requests') or ()):
        title = '<br>'.join(filter(None, (kinds.get(one.get('kind'), ''), people.get(str(one.get('person')), ''))))
        parts.append(card(one, title, REQUEST, 'advocacy.requests', number).replace('</details>', f'{request_rows(one, number, people)}</details>'))
    parts.append(add_link('advocacy.requests', word('Ask for something else')))
    parts += [card(one, kinds.get(one.get('letter'), ''), DELIVERY, 'advocacy.deliveries', number)
              for number, one in enumerate(known.get('deliveries') or ())]
    parts.append(add_link('advocacy.deliveries', word('Write down a delivery or an answer')))
    return f'<h2>{word("My letters")}</h2><dl>{rows(known, "advocacy", HOLDER)}{held_rows(known, people)}</dl>{"".join(parts)}'
