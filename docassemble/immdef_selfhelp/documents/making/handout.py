"""A handout: a paper that is the same for everybody. No case goes into it, so it can be printed for a room or taken before anything is told."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.documents.making.parts import Context

Words = Mapping[str, str]


@dataclass(frozen=True)
class Handout:
    """One handout, in every language of `file_names`. `context` gives what the Word template of this language gets on a day.

    A file name is seen by whoever holds the phone: it names no kind of case.
    """
    id: str
    title: Words
    file_names: Words
    template: str
    context: Callable[[str, date], Context]

    def template_in(self, language: str) -> str:
        """The file name of the Word template in this language."""
        return f'{self.template}_{language}.docx'
