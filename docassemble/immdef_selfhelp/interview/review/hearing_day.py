"""What was told for the hearing: which it is, where and when, the plan of the day; and of each adult the practice with its key words."""
from collections.abc import Mapping
from datetime import time
from typing import Any

from docassemble.base.util import get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, plain, today_here
from docassemble.immdef_selfhelp.interview.choices import choice_words
from docassemble.immdef_selfhelp.interview.court_training import practice_event_choices, practice_screens
from docassemble.immdef_selfhelp.interview.review.rows import REVIEW_LENGTH, Table, line, line_apart, row, row_apart, rows
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.hearing_clock import hour_text
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN
from docassemble.immdef_selfhelp.story.told.hearing_day import OTHER, QUARTERS, HearingDay

PLAN = Table(HearingDay, (
    line('By video or at the court', 'how', target='kind'), line('Name and address of that court', 'court_other', target='hour'),
    line('Name of the judge, if the notice says it', 'judge', target='hour'),
    line_apart('How, with whom, and when you leave', 'transport'), line_apart('Who comes with you', 'comes'),
    line_apart('Who stays with the children', 'children_with'), line_apart('Who you call if something happens', 'call_name', 'call_telephone'),
    line('Papers to bring', 'brings', target='call_name'),
))
PRACTICE = Table(Telling, (line('Practice for my hearing', 'wants_court_practice'), line('Key words', 'court_words_wanted')))


def named(known: Mapping[str, Any]) -> str:
    """The answers whose choices Python draws: the kind of hearing, the court, the hour and the place."""
    language, unknown = get_language(), word('I do not know')
    courts = {**{one.id: one.name for one in hearings.courts(today_here()).values()}, OTHER: word('Another one'), UNKNOWN: unknown}
    kinds = {**{one.id: one.title[language] for one in hearings.hearings().values()}, UNKNOWN: unknown}
    places = {**{one.id: one.title[language] for one in hearings.clocks().values()}, OTHER: word('Another place')}
    hours = {hour: hour_text(time.fromisoformat(hour)) for hour in QUARTERS}
    lines = (('What the notice says', 'kind', kinds, 'kind'), ('The court on the notice', 'court', courts, 'hour'),
             ('The time on the notice', 'hour', hours, 'hour'), ('My place', 'place', places, 'place'))
    return ''.join(row(word(label), told(words.get(str(known.get(name) or ''), '')), f'hearing_day.{target}')
                   for label, name, words, target in lines if name in known)


def hearing_day_section(variables: Mapping[str, Any]) -> str:
    """The hearing and the plan of the day; nothing before it was asked."""
    known = plain(variables['hearing_day']) if 'hearing_day' in variables else {}
    return f'<h2>{word("My hearing")}</h2><dl>{named(known)}{rows(known, "hearing_day", PLAN)}</dl>' if known else ''


def court_practice_section(telling: Any, known: Mapping[str, Any]) -> str:
    """The practice of one adult: whether, what it may ask about, and the key words under their questions."""
    if 'wants_court_practice' not in known:
        return ''
    hidden = private.hidden_on_screen(case_now())
    base, lines = telling.instanceName, rows(known, telling.instanceName, PRACTICE)
    if 'court_events' in known:
        names = {code: words for choice in practice_event_choices(telling) for code, words in choice.items()}
        chosen = [names[code] for code in known['court_events'] or () if code in names]
        none = choice_words(f'{base}.court_events', 'None') or word('None')
        label = word('What the practice may ask about')
        lines += row_apart(label) if hidden else row(label, '<br>'.join(chosen) or none, f'{base}.court_events')
    noted = known.get('court_words') or {}
    if known.get('court_words_wanted') == 'yes' and not hidden:
        for number, group in enumerate(practice_screens(telling)):
            lines += ''.join(row(one.text(get_language()), told(noted[one.key], REVIEW_LENGTH), f'{base}.court_practised[{number}]')
                             for one in group if noted.get(one.key))
    return f'<dl>{lines}</dl>'
