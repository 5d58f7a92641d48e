"""What was told for the hearing: which it is, where and when, the plan of the day; and of each adult the practice with its key words."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, plain
from docassemble.immdef_selfhelp.interview.court_training import practice_screens
from docassemble.immdef_selfhelp.interview.review.rows import REVIEW_LENGTH, Table, line, line_apart, row, row_apart, rows, value_text
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.told.hearing_day import HearingDay

PLAN = Table(HearingDay, (
    line('What the notice says', 'kind'), line('The court on the notice', 'court', target='hour'), line('The time on the notice', 'hour'),
    line('My place', 'place'),
    line('By video or at the court', 'how', target='kind'), line('Name and address of that court', 'court_other', target='hour'),
    line('Name of the judge, if the notice says it', 'judge', target='hour'),
    line_apart('How, with whom, and when you leave', 'transport'), line_apart('Who comes with you', 'comes'),
    line_apart('Who stays with the children', 'children_with'), line_apart('Who you call if something happens', 'call_name', 'call_telephone'),
    line('Papers to bring', 'brings', target='call_name'),
))
PRACTICE = Table(Telling, (line('Practice for my hearing', 'wants_court_practice'), line('Key words', 'court_words_wanted')))


def hearing_day_section(variables: Mapping[str, Any]) -> str:
    """The hearing and the plan of the day; nothing before it was asked."""
    known = plain(variables['hearing_day']) if 'hearing_day' in variables else {}
    return f'<h2>{word("My hearing")}</h2><dl>{rows(known, "hearing_day", PLAN)}</dl>' if known else ''


def court_practice_section(telling: Any, known: Mapping[str, Any]) -> str:
    """The practice of one adult: whether, what it may ask about, and the key words under their questions."""
    if 'wants_court_practice' not in known:
        return ''
    hidden = private.hidden_on_screen(case_now())
    base, lines = telling.instanceName, rows(known, telling.instanceName, PRACTICE)
    if 'court_events' in known:
        label = word('What the practice may ask about')
        lines += row_apart(label) if hidden else row(label, value_text(f'{base}.court_events', known['court_events'] or []), f'{base}.court_events')
    noted = known.get('court_words') or {}
    if known.get('court_words_wanted') == 'yes' and not hidden:
        for number, group in enumerate(practice_screens(telling)):
            lines += ''.join(row(one.text(get_language()), told(noted[one.key], REVIEW_LENGTH), f'{base}.court_practised[{number}]')
                             for one in group if noted.get(one.key))
    return f'<dl>{lines}</dl>'
