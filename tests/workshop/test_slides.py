"""The slides of a workshop are the phones' texts: the same ids, the same words, and nothing besides."""
from datetime import date

import pytest

from docassemble.immdef_selfhelp.law.provisions import rights
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.workshop import slides

DAY = date(2026, 11, 28)


@pytest.mark.parametrize('situation', rights.SITUATIONS)
@pytest.mark.parametrize('language', LANGUAGES)
def test_each_screen_of_a_phone_is_a_slide(situation: str, language: str) -> None:
    shown = {slide.kind: slides.passages(slide, language, DAY) for slide in slides.deck() if slide.situation == situation and not slide.item}
    assert shown.pop(slides.SCENE) == (), 'the scene is talked about before anything is shown'
    assert shown == {screen: rights.passages(situation, screen, language, DAY) for screen in rights.SCREENS}


def test_each_question_of_a_phone_is_asked_and_answered_once() -> None:
    asked = [slide.item for slide in slides.deck() if slide.kind == slides.QUESTION]
    assert asked == [slide.item for slide in slides.deck() if slide.kind == slides.RESULT]
    assert sorted(asked) == sorted(item.id for items in rights.quiz().values() for item in items)
    assert slides.question_of('no such') is None


def test_the_answer_that_fits_does_not_always_come_first() -> None:
    first = {slides.answers(item)[0][0] for items in rights.quiz().values() for item in items}
    assert first == {'right', 'wrong'}


def test_a_situation_begins_with_its_scene() -> None:
    for situation in rights.SITUATIONS:
        assert slides.deck()[slides.first_of(situation)] == slides.Slide(situation, slides.SCENE)
