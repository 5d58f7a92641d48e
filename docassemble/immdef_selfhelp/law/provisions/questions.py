"""The questions officers ask in a credible fear interview, to practise with.

Order and content follow the questions of Form I-870 and of legal-aid practice guides (provisions `cfi_questions` and `cfi_question_bank` of the
project's legal research). They are asked of everybody alike: no question is chosen by what a person told.
"""
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.provisions.lists import Words


@dataclass(frozen=True)
class Question:
    """One question as an officer asks it."""
    id: str
    ask: Words


@dataclass(frozen=True)
class PracticeGroup:
    """Questions on one subject, few enough for one screen of a phone."""
    id: str
    title: Words
    questions: tuple[Question, ...]


def practice_groups() -> tuple[PracticeGroup, ...]:
    """The questions in the order officers ask them. Raises LawDataError. A plain function: a session keeps none, but would keep a cached one."""
    return _practice_groups()


@cache
def _practice_groups() -> tuple[PracticeGroup, ...]:
    found = lists.all_of(PracticeGroup, 'lists/practice_questions')
    lists.once((question.id for group in found for question in group.questions), 'practice_questions.yml')
    return found
