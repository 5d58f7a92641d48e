"""The slides of a workshop are the phones' texts: the same ids, the same words, and nothing besides."""
from datetime import date

import pytest

from docassemble.immdef_selfhelp.law.provisions import dated, hearings, problems, questions, rights
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.workshop import slides, words

DAY = date(2026, 11, 28)
READS = ('cf_trigger', 'cf_say_it', 'must_attend')
OF_REASONABLE = ('rf_who', 'cf_say_it')
DECK = slides.make_deck({name: slides.PhoneScreen(name, {'es': f'{name} es', 'en': f'{name} en'}, READS, {'es': f'{name} r', 'en': f'{name} r'},
                                                  (*OF_REASONABLE, 'rf_timing' if name.endswith('answer') else 'rf_rights'))
                         for name in slides.PHONE_SCREENS}, DAY)


def of_topic(topic: str, kind: str) -> list[slides.Slide]:
    return [slide for slide in DECK.slides if (slide.topic, slide.kind) == (topic, kind)]


def ids(found: list[slides.Slide], language: str = 'es') -> list[str]:
    return [one.id for slide in found for one in slides.passages(slide, language, DAY)]


@pytest.mark.parametrize('situation', rights.SITUATIONS)
@pytest.mark.parametrize('language', LANGUAGES)
def test_each_screen_of_a_phone_is_on_the_wall_whole_and_in_its_order(situation: str, language: str) -> None:
    of_it = [slide for slide in DECK.slides if slide.topic == situation and not slide.item]
    kinds = list(dict.fromkeys(slide.kind for slide in of_it))
    assert kinds == [slides.SCENE, rights.SAY, rights.DO, rights.AFTER]
    assert slides.passages(of_it[0], language, DAY) == (), 'the scene is talked about before anything is shown'
    for screen in kinds[1:]:
        shown = [one for slide in of_it if slide.kind == screen for one in slides.passages(slide, language, DAY)]
        assert shown == list(rights.passages(situation, screen, language, DAY))


def test_each_question_of_a_phone_is_asked_and_answered_once() -> None:
    asked = [slide.item for slide in DECK.slides if slide.kind == slides.QUESTION]
    assert asked == [slide.item for slide in DECK.slides if slide.kind == slides.RESULT]
    assert sorted(asked) == sorted(item.id for items in rights.quiz().values() for item in items)
    assert slides.question_of('no such') is None


def test_the_answer_that_fits_does_not_always_come_first() -> None:
    first = {slides.answers(item)[0][0] for items in rights.quiz().values() for item in items}
    assert first == {'right', 'wrong'}


def test_a_topic_begins_with_its_scene_or_its_questions() -> None:
    for topic in DECK.topics:
        first = DECK.slides[DECK.first_of(topic)]
        assert (first.topic, first.kind) == (topic, slides.ASK if topic.startswith('practice.') else slides.SCENE)


@pytest.mark.parametrize('language', LANGUAGES)
def test_every_practice_question_of_the_fear_interview_is_asked_with_its_own_words(language: str) -> None:
    for group in questions.practice_groups():
        said = [(one.id, one.text) for slide in of_topic(f'practice.{group.id}', slides.ASK) for one in slides.passages(slide, language, DAY)]
        assert said == [(one.id, one.ask[language]) for one in group.questions]
        assert DECK.topics[f'practice.{group.id}'].title[language] == group.title[language]


@pytest.mark.parametrize('name', [*slides.FEAR_SCREENS, slides.COURT_CAUTION])
def test_a_screen_of_the_phone_is_read_whole_and_after_its_scene(name: str) -> None:
    assert ids(of_topic(name, slides.READ)) == list(READS)
    assert DECK.topics[name].title == {'es': f'{name} es', 'en': f'{name} en'}


def test_who_has_an_earlier_order_is_told_of_the_reasonable_fear_interview_apart() -> None:
    assert DECK.topics[slides.REASONABLE].title['es'] == 'credible_fear_what r'
    assert ids(of_topic(slides.REASONABLE, slides.READ)) == [*OF_REASONABLE, 'rf_rights', 'rf_timing'], 'each text once'


def test_the_court_is_trained_with_the_phones_own_hearings_people_and_sentences() -> None:
    for kind, hearing in hearings.hearings().items():
        assert ids(of_topic(f'hearing.{kind}', slides.READ)) == list(hearing.goes)
    assert ids(of_topic(slides.COURT_ROOM, slides.READ)) == [f'seat.{seat.id}' for seat in hearings.seats()]
    for one in hearings.sentences():
        (slide,) = of_topic(f'sentence.{one.id}', rights.SAY)
        assert {passage.said_in: passage.text for passage in slides.passages(slide, 'es', DAY)} == one.say


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_back_of_a_problem_card_is_law_with_its_ids(language: str) -> None:
    assert len(problems.cards()) >= 12
    for card in problems.cards():
        shown = [one for slide in of_topic(f'problem.{card.id}', slides.CAN) for one in slides.passages(slide, language, DAY)]
        assert [(one.id, one.text) for one in shown] == [(name, dated.sentence_with_note(name, language, DAY)) for name in card.can]


def test_no_slide_holds_more_than_the_last_row_can_read() -> None:
    assert max(len(slide.texts) for slide in DECK.slides if slide.kind != slides.ASK) <= slides.MOST_READ
    assert max(len(slide.texts) for slide in DECK.slides) <= slides.MOST_ASKED
    full = [slide for slide in DECK.slides if slides.letters(slide.texts, DAY) > slides.FULL]
    assert [slide for slide in full if len(slide.texts) > 1] == []
    assert full, 'a longer text stands alone'


def test_every_kind_of_slide_has_its_note_for_the_leader() -> None:
    assert {slide.kind for slide in DECK.slides} == set(words.NOTES)


def test_the_decks_are_those_of_the_workshop_in_order() -> None:
    assert [name for name, _ in DECK.by_deck()] == [slides.RIGHTS, slides.FEAR, slides.COURT, slides.PROBLEMS]
