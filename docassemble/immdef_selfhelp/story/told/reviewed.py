"""That a lawyer or accredited representative looked at what the family showed. Written by the server with a reviewer's code, never by a screen."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, About


@dataclass(frozen=True)
class Reviewed:
    """The newest look."""
    initials: Annotated[str, About('of whoever looked, from their own sign-in')] = ''
    day: Annotated[str, About('when, as in `2026-11-29`')] = ''
    note: Annotated[str, NOT_WATCHED, About('what they left for the family; on screens only')] = ''
    answers: Annotated[str, About('a mark of the answers as they were then')] = ''
