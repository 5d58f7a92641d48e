"""Who sits with the family while it prepares: an interpreter and somebody who writes. Told once; certificates and Part E begin with these names.

They are offered where a paper asks who helped, never sworn: each of those screens shows them, and whoever signs the paper signs for themselves.
"""
from dataclasses import dataclass, field
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import About
from docassemble.immdef_selfhelp.story.told.declaration import Helper


@dataclass(frozen=True)
class Beside:
    """The two who sit with the applicant in a workshop or at home."""
    interpreter: Annotated[Helper, About('who speaks both languages')] = field(default_factory=Helper)
    drafter: Annotated[Helper, About('who writes the answers down')] = field(default_factory=Helper)
