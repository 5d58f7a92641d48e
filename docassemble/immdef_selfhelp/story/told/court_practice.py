"""The practice for the hearing: whether it is wanted, what it may ask about, and key words. None of it stands on any paper.

What was ticked after each question stays in the session (`court_ticks`) and is read by nothing.
"""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import YES, About, OneOf, Pairs, SomeOf, YesNo, only

PAPERS = 'papers'
PRACTISING = only('wants_court_practice', YES)


@dataclass(frozen=True)
class CourtPractised:
    """What one adult chose for the practice."""
    wants_court_practice: Annotated[str, OneOf((YES, 'later'))] = ''
    court_events: Annotated[tuple[str, ...], SomeOf(), PRACTISING,
                            About('what the practice may ask about: places of told events, from 0, and `papers`: what earlier papers tell')] = ()
    court_words_wanted: Annotated[YesNo, PRACTISING, About('key words; no by itself on a phone that somebody watches')] = ''
    court_words: Annotated[tuple[tuple[str, str], ...], Pairs(), PRACTISING, only('court_words_wanted', YES),
                           About('key of a question (`story/practice_court.py`) -> key words')] = ()
