"""The questions officers ask in a credible fear interview, to practise with.

Order and content follow the questions of Form I-870 and of legal-aid practice guides (provisions `cfi_questions` and `cfi_question_bank` of the
project's legal research). They are asked of everybody alike: no question is chosen by what a person told.
"""
from dataclasses import dataclass
from functools import cache

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated

GROUP_KEYS = frozenset({'id', 'title', 'questions'})
QUESTION_KEYS = frozenset({'id', 'ask'})


@dataclass(frozen=True)
class Question:
    """One question as an officer asks it, in one language."""
    id: str
    ask: str


@dataclass(frozen=True)
class PracticeGroup:
    """Questions on one subject, few enough for one screen of a phone."""
    id: str
    title: str
    questions: tuple[Question, ...]


@cache
def practice_groups(language: str) -> tuple[PracticeGroup, ...]:
    """The questions in the order officers ask them, in `es` or `en`. Raises LawDataError, and KeyError for another language."""
    found, seen = [], set()
    for group in dated.groups_in('lists/practice_questions'):
        where = f'practice_questions.yml, {strict.text_in(group, "id", "practice_questions.yml")}'
        strict.known_keys(group, GROUP_KEYS, where)
        asked = []
        for entry in group.get('questions') or []:
            strict.known_keys(entry, QUESTION_KEYS, where)
            identifier = strict.text_in(entry, 'id', where)
            strict.need(identifier not in seen, where, f'{identifier} stands twice')
            seen.add(identifier)
            asked.append(Question(identifier, strict.both_languages(entry.get('ask'), f'{where}, {identifier}')[language]))
        strict.need(bool(asked), where, "'questions' is missing or empty")
        found.append(PracticeGroup(group['id'], strict.both_languages(group.get('title'), where)[language], tuple(asked)))
    return tuple(found)
