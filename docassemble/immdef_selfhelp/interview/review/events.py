"""What was told of life before and of what happened, and the open questions about it."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import event_of, plain
from docassemble.immdef_selfhelp.interview.fields import date_told
from docassemble.immdef_selfhelp.interview.review.rows import SHORT, Table, add_link, card, line, rows
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.story import hints
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.sentences import quotations
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED
from docassemble.immdef_selfhelp.story.told.events import Event

BEFORE = Table(Telling, (
    line('Language of what I write', 'told_language'), line('Someone helps me write', 'helped'),
    line('My home and family', 'background'), line('What others knew about me', 'community'),
))
REASONS = Table(Telling, (line('What it had to do with', 'reasons'),))
EVENT = Table(Event, (
    line('What kind of thing happened', 'kind'), line('What happened', 'what', 'told'), line('When', 'when', target='when.year'),
    line('Where', 'where'), line('Who', 'who'), line('Part of the government', 'who_official', target='who'),
    line('Exact words', 'words', 'words_exact'),
    line('Why', 'why'), line('Injuries, care and who saw it', 'injuries', 'care', 'witnesses'),
    line('Reported or not', 'reported', 'report_result', 'report_why_not'),
    line('Threat by someone I reported it to', 'report_threat', 'report_threat_what', target='reported'),
    line('Proof', 'proof'), line('What proof it is', 'proof_what'),
    line('What I tried', 'proof_tried'),
))


def event_title(event: Any) -> str:
    """The short text of an event card: when, and how the telling begins."""
    fact = event_of(event)
    text = {ALOUD: word('I will say it out loud'), SKIPPED: word('I skipped this')}.get(fact.told) or told(fact.what, SHORT)
    when = date_told(fact.when)
    return f'<strong>{when[:1].upper()}{when[1:]}</strong> {text}'


def event_lines(telling: Any) -> str:
    """The events told until now, a line each, in the order told."""
    return items([event_title(event) for event in telling.events.elements if 'kind' in vars(event)])


def event_cards(telling: Any) -> str:
    """The cards of every event told until now, folded, in the order told."""
    return ''.join(card(plain(event), event_title(event), EVENT, f'{telling.instanceName}.events', number)
                   for number, event in enumerate(telling.events.elements) if 'kind' in vars(event))


def quoted_before(event: Any) -> str:
    """What the story of this happening quotes already, to be shown where words are asked for."""
    return ' '.join(told(words) for words in quotations(event_of(event).what))


def hint_list(telling: Any, language: str) -> str:
    """Open questions about what the last event does not say yet, or nothing. Never a score."""
    if not telling.events.elements:
        return ''
    return items([hint.question for hint in hints.hints(event_of(telling.events.elements[-1]), language)])


def events_section(telling: Any, known: Mapping[str, Any]) -> str:
    """Life before, a card for each event, and what the harm had to do with."""
    base = telling.instanceName
    return (f'<dl>{rows(known, base, BEFORE)}</dl>{event_cards(telling)}{add_link(f"{base}.events", word("Add something that happened"))}'
            f'<dl>{rows(known, base, REASONS)}</dl>')
