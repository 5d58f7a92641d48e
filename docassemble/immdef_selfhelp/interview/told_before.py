"""What one adult wrote on another screen about what is asked now: it is shown there, so that nobody has to write it twice.

Two ways to say the same thing are a difference that an officer can hold against somebody.
"""
from collections.abc import Iterator
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import event_of, plain
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.reader import read, told_text

MOST, LONGEST = 3, 160
ASKED_IN_EVENTS = {'who': ('who',), 'why': ('why',), 'officials': ('report_result', 'report_why_not')}


def _events(telling: Any, without: Any) -> list[Event]:
    """What happened as far as it is told, but the happening that is asked about now."""
    listed = vars(telling)['events'].elements if 'events' in vars(telling) else []
    return [event_of(event) for event in listed if 'kind' in vars(event) and (without is None or event.instanceName != without.instanceName)]


def _written(telling: Any, about: str, without: Any) -> Iterator[str]:
    """What was written about one subject, in the order of the screens."""
    if about == 'journey':
        yield told_text(vars(telling).get('left_how'))
    elif about == 'moves':
        yield from (event.what for event in _events(telling, without) if event.kind == 'move' and event.told == WRITTEN)
        yield from (told_text(vars(move).get('after')) for move in (telling.moves.elements if 'moves' in vars(telling) else ()))
    else:
        yield from (getattr(event, name) for event in _events(telling, without) for name in ASKED_IN_EVENTS[about])
        # Who corrects what happened after the fears were told has told them too
        if about != 'officials' and without is not None and 'fear' in vars(telling):
            yield getattr(read(Fear, plain(telling.fear)), about)


def written_before(telling: Any, about: str, without: Any = None) -> str:
    """A note with what this adult wrote before about `who`, `why`, `officials`, `moves` or the `journey`; empty when that is nothing.

    `without`: the happening whose own screen this is.
    """
    once = list(dict.fromkeys(text.strip() for text in _written(telling, about, without) if text.strip()))[:MOST]
    if not once:
        return ''
    return f'<p>{word("You already wrote this, and it is saved:")}</p>{items([told(text, LONGEST) for text in once])}'
