"""Life before, and what happened."""
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.look import hide_about, show_about
from docassemble.immdef_selfhelp.story.told.events import WITH_PROOF, WITH_TRIES
from docassemble.immdef_selfhelp.story.told.nothing import says_nothing
from docassemble.immdef_selfhelp.story.told.people import APPLICANT


def ask_events(telling: Any) -> None:
    """Life before, what happened, and what the harm had to do with."""
    look_at(telling.began, telling.told_language)
    # Not of who had begun before this was asked
    if telling.person != APPLICANT and 'background' not in vars(telling):
        look_at(telling.helped)
    look_at(telling.background, telling.community)
    for event in telling.events.elements:
        # Here and not only through the list: docassemble would first search all its blocks for the one that completes an event
        if 'complete' not in vars(event):
            ask_event(event)
            event.complete = True
    telling.events.gather()
    if any(event.kind == 'harm' for event in telling.events.elements):
        look_at(telling.reasons)


def ask_event(event: Any) -> None:
    """One thing that happened: as much as its kind, and the way the person wants to tell it, call for."""
    look_at(event.kind, event.what)
    show_about(event.what if event.told == 'written' else word('something you will say out loud'))
    if event.told != 'skip':
        look_at(event.when.year, event.where)
    if event.told == 'written':
        if event.kind in ('harm', 'report'):
            look_at(event.who, event.words)
            if not says_nothing(str(event.words or '')):
                look_at(event.words_exact)
        if event.kind == 'harm':
            look_at(event.why, event.injuries, event.reported)
        if event.proof in WITH_PROOF:
            look_at(event.proof_what)
        if event.proof in WITH_TRIES:
            look_at(event.proof_tried)
    hide_about()


def events_told(telling: Any) -> bool:
    """Whether everything that happened is told, and what the harm had to do with."""
    known = vars(telling)
    harm = 'events' in known and any(vars(event).get('kind') == 'harm' for event in telling.events.elements)
    return 'events' in known and 'gathered' in vars(telling.events) and ('reasons' in known or not harm)
