"""What was told of custody, apart from everything else, and the link that erases all of it and nothing more."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import get_language, url_action, word

from docassemble.immdef_selfhelp.interview.answers import case_now, plain
from docassemble.immdef_selfhelp.interview.choices import choice_words
from docassemble.immdef_selfhelp.interview.custody import moment_title
from docassemble.immdef_selfhelp.interview.reading import with_reading
from docassemble.immdef_selfhelp.interview.review.declaration import HELPER
from docassemble.immdef_selfhelp.interview.review.rows import Table, add_link, card, line, row, rows, value_text
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.told.custody import NOBODY, Custody, Held, Moment
from docassemble.immdef_selfhelp.story.told.declaration import Helper
from docassemble.immdef_selfhelp.story.wording import say

BEFORE = Table(Custody, (
    line('18 or older', 'grown', target='person'), line('An adult is there', 'adult_here', 'adult_name'), line('Who reads the questions', 'reader'),
    line('Language of what I write', 'told_language'), line('I want to tell it', 'wish'), line('Nobody else can hear', 'room'),
    line('Told before', 'told_before'), line('Tell it here too', 'tell_again'),
))
FREELY = Table(Custody, (
    line('What it was like', 'free', 'free_told'), line('More about it', 'more', 'more_told'), line('The place', 'place_name', 'place_told'),
    line('Whose place it was', 'place_kind'), line('When it began', 'start', 'start_told', target='start.words'),
    line('When it ended', 'end', 'end_told', target='end.words'),
))
MOMENT = Table(Moment, (line('What happened', 'what', 'told'), line('When', 'when', 'when_told', target='when.words')))
AFTER = Table(Custody, (
    line('A lawyer', 'lawyer', 'lawyer_name'), line('I want a declaration', 'wants_declaration'),
    line('My name on the paper', 'named', 'signed_where'),
    line('Can read it', 'reads_told_language'), line('Counted without a name', 'counts'),
))
READER = Table(Helper, (line('Who reads it aloud', *HELPER),))
HELD = Table(Held, (
    line('Who is holding the person', 'by', 'place'), line('The place', 'place_name'), line('A-number', 'a_number'),
    line('Since when', 'start', target='start.words'),
    line('Papers of the person', 'papers', 'papers_note'),
))


def topic_rows(known: Mapping[str, Any]) -> str:
    """What was answered to each topic, and its words."""
    words = known.get('topic_words') or {}
    answers = known.get('topics') or {}
    return ''.join(row(say('custody_asked', topic, get_language()),
                       '<br>'.join(filter(None, (choice_words('custody.topics[i]', str(answer)), told(words.get(topic))))),
                       f'custody.topics[{topic!r}]') for topic, answer in answers.items())


def told_rows(known: Mapping[str, Any]) -> str:
    """The telling itself, its moments, the topics and what goes on paper."""
    cards = ''.join(card(one, moment_title(one), MOMENT, 'custody.moments', number) for number, one in enumerate(known.get('moments') or ()))
    more = add_link('custody.moments', word('Add one thing')) if 'moments' in known else ''
    helper = rows(known.get('interpreter') or {}, 'custody.interpreter', READER)
    return f'<dl>{rows(known, "custody", FREELY)}</dl>{cards}{more}<dl>{topic_rows(known)}{rows(known, "custody", AFTER)}{helper}</dl>'


def held_rows(known: Mapping[str, Any]) -> str:
    """Who is held now, and what was told of it."""
    held = known.get('held') or {}
    if 'person' not in held:
        return ''
    who = value_text('custody.held.person', held['person'])
    details = '' if held['person'] == NOBODY else rows(held, 'custody.held', HELD)
    return f'<dl>{row(word("Who is being held now"), who, "custody.held.person")}{details}</dl>'


def custody_section(variables: Mapping[str, Any]) -> str:
    """What was told of custody, once who tells it is known. Hidden from another adult as health is, when somebody must not know."""
    known = plain(variables['custody']) if 'custody' in variables else {}
    if 'person' not in known:
        return ''
    known = with_reading(variables['custody'], known)
    hidden = private.hidden_on_screen(case_now())
    teller = row(word('Who tells it'), value_text('custody.person', known['person']), 'custody.person')
    shown = word('You answered this') if hidden else f'<dl>{teller}{rows(known, "custody", BEFORE)}</dl>{told_rows(known)}{held_rows(known)}'
    erase = f'<p><a href="{url_action("ask_remove_whole", what="custody")}" class="erase-one">{word("Erase this whole part")}</a></p>'
    return f'<h2>{word("What it was like in custody")}</h2>{shown}{erase}'
