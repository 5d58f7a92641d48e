"""What was told already, shown where something near it is asked: nobody has to tell it twice, and nobody fears that it was lost.

Only of the adult whose turn it is, and nothing of what that adult will say aloud or skipped.
"""
from collections.abc import Iterable, Mapping
from typing import Any

from docassemble.immdef_selfhelp.interview.answers import plain
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.story.told.basics import WRITTEN
from docassemble.immdef_selfhelp.story.told.nothing import says_nothing

LONGEST = 200


def told_in_events(telling: Any, *names: str) -> str:
    """What the written events of one adult say in these boxes (such as "why"), a line each, the same once; or nothing."""
    # From what is there: asking docassemble for a list that this task never asks would begin to ask it
    events: Iterable[Mapping[str, Any]] = plain(telling).get('events') or ()
    return lines(event.get(name) for event in events if event.get('told') == WRITTEN for name in names)


def told_of_moves(telling: Any) -> str:
    """Where one adult moved to inside the country and what came of it, a line each; or nothing."""
    moves: Iterable[Mapping[str, Any]] = plain(telling).get('moves') or ()
    return lines('. '.join(text for name in ('place', 'after') if (text := str(move.get(name) or '').strip().rstrip('.'))) for move in moves)


def lines(texts: Iterable[Any]) -> str:
    """Texts as a list for a screen: each once, and none that only says that there is nothing."""
    kept = dict.fromkeys(str(text).strip() for text in texts if text and str(text).strip() and not says_nothing(str(text)))
    return items([told(text, LONGEST) for text in kept])
