"""A declaration as a list of paragraphs, for the tests of the story."""
from typing import Any

from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.paragraphs import Section, declaration_sections
from docassemble.immdef_selfhelp.story.told.people import Person


def sections(case: Case, language: str = 'es') -> tuple[Section, ...]:
    return declaration_sections(case, case.tellings[0], language)


def texts(case: Case, language: str = 'es') -> list[str]:
    return [paragraph.text for section in sections(case, language) for paragraph in section.paragraphs]


def told(**answers: Any) -> list[str]:
    """The paragraphs that one telling adds to a case with nothing else in it."""
    case = Case(people=(Person('applicant'),), tellings=(Telling('applicant', **answers),))
    return texts(case)[1:]
