# do not pre-load: belongs to the local server's web application
"""What stands on the wall, and the notes: two addresses that follow one state, so there is no window to block and a phone can be the remote."""
from typing import Any

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from docassemble.immdef_selfhelp.interview.answers import today_here
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.server.workshop.common import BOARD_SECONDS, Leader, for_helpers, go, page, pages, part, store
from docassemble.immdef_selfhelp.server.workshop.decks import deck
from docassemble.immdef_selfhelp.server.workshop.leader import codes_told
from docassemble.immdef_selfhelp.workshop import slides
from docassemble.immdef_selfhelp.workshop.plan import BOTH

SCREEN, CODE, SLIDES = 'screen', 'code', 'slides'


def told(workshop: str, about: dict[str, str]) -> dict[str, Any]:
    """What the wall and the notes show now."""
    every, topics, at = deck().slides, deck().topics, int(about.get('slide', 0))
    slide = every[at]
    item = slides.question_of(slide.item)
    shown_in = LANGUAGES if about['language'] == BOTH else (about['language'],)
    texts = {code: [one for one in slides.passages(slide, code, today_here()) if len(shown_in) == 1 or one.said_in in ('', code)]
             for code in shown_in}
    return {'showing': about.get(SCREEN, CODE), 'slide': slide, 'at': at, 'last': len(every) - 1, 'topic': topics[slide.topic],
            'item': item, 'answers': slides.answers(item) if item else [], 'shown_in': shown_in, 'texts': texts,
            'following': topics[every[at + 1].topic] if at + 1 < len(every) else None, 'decks': deck().by_deck(),
            'votes': store().votes(workshop, slide.item) if slide.kind == slides.RESULT else {}}


@pages.get('/taller/pantalla')
@for_helpers
def wall(leader: Leader) -> AnyResponse:
    """The page for the projector: the code, or a slide with the code under it."""
    about = store().about(leader.workshop)
    return page('wall', **codes_told(about), **told(leader.workshop, about)) if about else go('board')


@pages.get('/taller/pantalla/parte')
@for_helpers
def wall_part(leader: Leader) -> AnyResponse:
    """What stands on the wall now."""
    about = store().about(leader.workshop)
    return part('wall_part', BOARD_SECONDS[0] / 2, **codes_told(about), **told(leader.workshop, about)) if about else go('board')


@pages.get('/taller/notas')
@for_helpers
def notes(leader: Leader) -> AnyResponse:
    """The leader's notes and the remote."""
    about = store().about(leader.workshop)
    return page('notes', about=about, **told(leader.workshop, about)) if about else go('board')


@pages.get('/taller/notas/parte')
@for_helpers
def notes_part(leader: Leader) -> AnyResponse:
    """What changes in the notes."""
    about = store().about(leader.workshop)
    return part('notes_part', BOARD_SECONDS[0] / 2, about=about, **told(leader.workshop, about)) if about else go('board')


@pages.post('/taller/pantalla')
@for_helpers
def show(leader: Leader) -> AnyResponse:
    """The next slide or the one before, another topic, or the code."""
    form, last = request.form, len(deck().slides) - 1
    if form.get('topic') in deck().topics:
        store().set_about(leader.workshop, slide=deck().first_of(form['topic']), screen=SLIDES)
    elif 'move' in form:
        if store().about(leader.workshop).get(SCREEN) == SLIDES:  # from the code one comes to the slide one was at, or to the first
            store().move(leader.workshop, 'slide', 1 if form['move'] == 'next' else -1, last)
        store().set_about(leader.workshop, screen=SLIDES)
    elif SCREEN in form:
        store().set_about(leader.workshop, screen=SLIDES if form[SCREEN] == SLIDES else CODE)
    open_question(leader.workshop)
    return go('wall' if form.get('from') == 'wall' else 'notes')


def open_question(workshop: str) -> None:
    """Let the phones answer while a question stands on the wall; once its result was shown, nobody can."""
    about = store().about(workshop)
    slide = deck().slides[int(about.get('slide', 0))]
    asked = slide.item if about.get(SCREEN) == SLIDES and slide.kind == slides.QUESTION else ''
    result = {f'shown:{slide.item}': 1} if slide.kind == slides.RESULT and about.get(SCREEN) == SLIDES else {}
    store().set_about(workshop, question=asked, **result)
