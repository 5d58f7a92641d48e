"""Moves inside the country, the journey, and what came after it."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at


def ask_journey(telling: Any) -> None:
    """Where the person moved to, how they left, through which countries, and what has happened since."""
    if telling.moved == 'yes':
        telling.moves.there_are_any = True
        telling.moves.gather()
    look_at(telling.left_when.year, telling.left_how)
    if telling.other_countries == 'yes':
        telling.countries.there_are_any = True
        telling.countries.gather()
    look_at(telling.since_leaving)


def journey_told(telling: Any) -> bool:
    """Whether the journey is told as far as today."""
    return 'since_leaving' in vars(telling)
