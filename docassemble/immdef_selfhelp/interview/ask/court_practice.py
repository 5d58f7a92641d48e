"""The practice for a hearing: what it may ask about, the questions a few at a time, and a rest after what is hard."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.court_training import is_hard_screen, practice_event_choices, practice_screens

ENDED, REST = 'ended', 'rest'


def ask_court_practice(telling: Any) -> None:
    """The practice of one adult, if it is wanted now. It is through when the last screen was, or when the person ended it."""
    if telling.wants_court_practice != 'yes':
        return
    look_at(telling.court_words_wanted)
    if practice_event_choices(telling):
        look_at(telling.court_events)
    for number in range(len(practice_screens(telling))):
        if telling.court_practised[number] == ENDED:
            break
        rests = telling.court_practised[number] == REST or is_hard_screen(telling, number)
        if rests and telling.court_rested[number] == ENDED:
            break
    telling.court_through = True


def court_practice_done(telling: Any) -> bool:
    """Whether it was practised to the end, ended, or left for another day."""
    known = vars(telling)
    return known.get('wants_court_practice') == 'later' or 'court_through' in known
