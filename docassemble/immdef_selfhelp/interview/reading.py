"""Whether somebody can read what they will sign, on the screens: what was told of it is shown with the link that changes it, and not asked again."""
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.answers import case_now
from docassemble.immdef_selfhelp.interview.review.rows import row, value_text
from docassemble.immdef_selfhelp.story.reading import SAID, can_read
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

READS = 'reads_told_language'


def reading_told(paper: Any) -> str:
    """Whether who signs a declaration can read it, wherever that was told; empty while it must be asked.

    `paper`: a telling of a session, or custody.
    """
    case = case_now()
    tells = case.custody if paper.instanceName == 'custody' else next((one for one in case.tellings if one.person == vars(paper).get('person')), None)
    return can_read(case, tells) if tells else ''


def with_reading(paper: Any, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answers of one declaration for the review, with what was told elsewhere of reading it."""
    said = '' if known.get(READS) else reading_told(paper)
    return {**known, READS: said} if said else known


def reading_row(variable: str, said: str) -> str:
    """What was told of reading, in the words of the screen that asks it, with the link that asks it."""
    return f'<p>{word("You already told us this, and it is saved:")}</p><dl>{row(word("Reading"), value_text(variable, said), variable)}</dl>'


def reads_it(paper: Any) -> bool:
    """Whether who signs a declaration said that they can read it, so that no screen asks who reads it to them."""
    return reading_told(paper) == YES


def reading_note(paper: Any) -> str:
    """On the screens around it: what was told elsewhere of reading this declaration; nothing when it asked that itself, or nobody said."""
    said = '' if vars(paper).get(READS) else reading_told(paper)
    return reading_row(f'{paper.instanceName}.{READS}', said) if said else ''


def easy_note(paper: Any) -> str:
    """Where it is asked whether a declaration can be read: what its teller said of reading at all, which may be of another language."""
    case = case_now()
    return reading_row('reads', case.reads) if vars(paper).get('person') == APPLICANT and case.reads in SAID else ''


def papers_note() -> str:
    """Where it is asked whether reading is easy: what was said of reading a declaration, which may be in another language."""
    case = case_now()
    said = next((one.reads_told_language for one in case.tellings if one.person == APPLICANT), '')
    return reading_row(f'tellings[0].{READS}', said) if said else ''
