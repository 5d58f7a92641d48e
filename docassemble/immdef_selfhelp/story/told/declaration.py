"""The declaration: whether one is wanted, who reads it back, who puts it into English; and the practice before it."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import NO, NOT_WATCHED, UNKNOWN, YES, About, Language, OneOf, Pairs, only

WANTED = only('wants_declaration', YES)


@dataclass(frozen=True)
class Helper:
    """Somebody who helped: interpreter or translator. Used in the certificates only."""
    name: str = ''
    address: Annotated[str, NOT_WATCHED] = ''
    telephone: Annotated[str, NOT_WATCHED] = ''
    language: Annotated[str, About('of the interpreter')] = ''


@dataclass(frozen=True)
class DeclarationTold:
    """What one adult's declaration needs."""
    wants_practice: Annotated[str, OneOf((YES, 'later'))] = ''
    practice: Annotated[tuple[tuple[str, str], ...], Pairs(), only('wants_practice', '', YES),
                        About('question id of `law/data/lists/practice_questions.yml` -> key words')] = ()
    wants_declaration: Annotated[str, OneOf((YES, NO, 'later'))] = ''
    told_language: Annotated[Language, About('the language this telling is written in; else that of the screens')] = ''
    signed_where: Annotated[str, OneOf(('outside_us', 'inside_us', UNKNOWN)), WANTED] = ''
    a_number: Annotated[str, WANTED] = ''
    reads_told_language: Annotated[str, OneOf((YES, 'some', NO)), WANTED] = ''
    interpreter: Annotated[Helper, WANTED, only('reads_told_language', '', 'some', NO), About('who reads it back')] = Helper()
    translator: Annotated[Helper, WANTED, About('who puts it into English; asked when it is told in another language')] = Helper()
    translations: Annotated[tuple[tuple[str, str], ...], Pairs(), WANTED, About('paragraph key -> English typed by the translator')] = ()
