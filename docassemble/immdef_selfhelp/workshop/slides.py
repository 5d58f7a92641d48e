"""The slides of a workshop, from the same texts and ids as the phones' "know my rights".

A scenario, the sentence to say aloud, what to do, what comes after, and questions for everybody.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from docassemble.immdef_selfhelp.law.provisions import rights
from docassemble.immdef_selfhelp.law.provisions.rights import AFTER, DO, SAY, Passage, QuizItem

SCENE, QUESTION, RESULT = 'scene', 'question', 'result'
# Which screen of the phone each slide is; the scene comes first, and is talked about before anything is shown.
ORDER = (SCENE, SAY, DO, AFTER)


@dataclass(frozen=True)
class Slide:
    """One slide: of which situation, which kind, and the question it asks if it asks one."""

    situation: str
    kind: str
    item: str = ''


@cache
def deck() -> tuple[Slide, ...]:
    """Every slide, in the order of the phones."""
    return tuple(_slides())


def _slides() -> Iterator[Slide]:
    for name in rights.situations():
        yield from (Slide(name, kind) for kind in ORDER)
        for item in rights.quiz()[name]:
            yield from (Slide(name, kind, item.id) for kind in (QUESTION, RESULT))


def first_of(situation: str) -> int:
    """Where the slides of a situation begin. Raises StopIteration for none."""
    return next(place for place, slide in enumerate(deck()) if slide.situation == situation)


def passages(slide: Slide, language: str, on: date) -> tuple[Passage, ...]:
    """What a slide says in one language on this day, each text with the id it has on the phone; of a scene or a question nothing of the law."""
    return rights.passages(slide.situation, slide.kind, language, on) if slide.kind in (SAY, DO, AFTER) else ()


@cache
def _items() -> dict[str, QuizItem]:
    return {item.id: item for items in rights.quiz().values() for item in items}


def question_of(item: str) -> QuizItem | None:
    """A question of the quiz by its id; None for none."""
    return _items().get(item)


def answers(item: QuizItem) -> list[tuple[str, rights.Words]]:
    """The two answers of a question with their ids, in the order of the phones: which one fits changes from question to question."""
    number = rights.quiz()[item.of].index(item)
    both = [('right', item.right), ('wrong', item.wrong)]
    return both if number % 2 == 0 else both[::-1]
