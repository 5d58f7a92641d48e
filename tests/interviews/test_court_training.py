"""The task "practice for my hearing": what is chosen is asked, a rest and a stop after what is hard, key words off where the phone is not private."""
import html
from typing import Any

import pytest
from interviews.edited import erase
from interviews.walks import LANGUAGES, case, session_at_papers, walked

from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.story.told.tree import every_answer
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.session import Session

RELEASED, APART = '09_july_protester_released', '16_spouses_taken_apart'


def of_the_task(name: str, language: str = 'es') -> list[Step]:
    steps = walked(name, language).steps
    begin = next(number for number, step in enumerate(steps) if step.given.get('task') == 'court_training')
    return list(steps[begin + 1:])


def text_of(steps: list[Step], screen: str) -> str:
    found = next(step.screen for step in steps if step.screen.id == screen)
    return html.unescape(f'{found.question} {found.subquestion}')


@pytest.mark.parametrize('language', LANGUAGES)
def test_which_hearing_is_mine_is_one_screen_and_then_how_it_goes(language: str) -> None:
    ids = [step.screen.id for step in of_the_task(RELEASED, language)]
    assert ids[:6] == ['hearing_which', 'hearing_where', 'hearing_goes', 'hearing_room', 'hearing_say', 'hearing_caution']
    goes = text_of(of_the_task(RELEASED, language), 'hearing_goes')
    assert hearings.hearings()['master'].title[language] in goes and hearings.hearings()['bond'].title[language] not in goes
    unknown = text_of(of_the_task(APART, language), 'hearing_goes')
    assert all(one.title[language] in unknown for one in hearings.hearings().values())


def test_the_drawing_leads_to_who_is_who_and_each_sentence_stands_in_both_languages() -> None:
    steps = of_the_task(RELEASED)
    room, say = text_of(steps, 'hearing_room'), text_of(steps, 'hearing_say')
    for seat in hearings.seats():
        assert f'href="#seat-{seat.id}"' in room and f'id="seat-{seat.id}"' in room and seat.does['es'] in room
    for one in hearings.sentences():
        assert one.say['es'] in say and one.say['en'] in say


def test_a_rest_comes_after_what_is_hard_and_the_practice_can_stop_there() -> None:
    ids = [step.screen.id for step in of_the_task(APART)]
    assert ids.count('court_practice_rest') == 1 and ids[ids.index('court_practice_rest') + 1] == 'day_place'
    assert 'court_practice_events' in ids and 'court_practice_events' not in [step.screen.id for step in of_the_task(RELEASED)]


def at_the_words(phone: str) -> Any:
    """The field that asks whether key words are wanted, on such a phone."""
    answers = {**case(RELEASED)['answers'], 'task': 'court_training', 'phone_safety': phone}
    steps = Driver(answers, 'es').walk(Session())
    return next(step.screen.entries[0] for step in steps if step.screen.id == 'court_practice_words')


@pytest.mark.parametrize(('phone', 'expected'), [('private', 'yes'), ('watched', 'no')])
def test_key_words_are_off_by_themselves_on_a_watched_phone(phone: str, expected: str) -> None:
    assert at_the_words(phone).default == expected


def test_ticks_are_kept_and_reach_neither_the_facts_nor_a_paper() -> None:
    session = session_at_papers(RELEASED)
    assert session.value('tellings[0].court_ticks.elements')
    assert [path for path in every_answer() if 'tick' in path] == []


def test_what_may_be_asked_is_chosen_again_once_an_event_is_erased() -> None:
    session = session_at_papers(APART)
    assert '0' in session.value('tellings[0].court_events.elements')
    session.act('my_answers')
    erase(session, 'tellings[0].events', 0)
    assert not session.value("hasattr(tellings[0], 'court_events')")


def test_the_review_shows_the_hearing_and_what_may_be_asked() -> None:
    session = session_at_papers(APART)
    session.act('my_answers')
    assert session.screen is not None
    text = html.unescape(session.screen.subquestion)
    assert 'Mi audiencia' in text and '1:00 PM' in text and 'De qué puede preguntar la práctica' in text
