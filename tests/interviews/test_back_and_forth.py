"""Going back shows what was shown, going on again ends where it ended, and a change of language on the way changes only the language."""
import pytest
from interviews.walks import CASES, case, walked

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.outcome import papers_of
from docassemble.immdef_selfhelp.walk.screens import Screen
from docassemble.immdef_selfhelp.walk.session import Session

# Their screens and branches all stand in the others, and walking a long case three times takes long
OTHERS_TELL_ENOUGH = ('01_extortion_and_police', '02_protester_and_return_trip', '04_mam_negative_interview', '10_aunt_and_niece',
                      '13_earlier_order_and_two_paths', '16_spouses_taken_apart', '20_order_and_annual_fee',
                      '24_two_adults_two_forms')


@pytest.mark.parametrize('name', [name for name in CASES if name not in OTHERS_TELL_ENOUGH])
def test_every_step_back_shows_the_screen_before_and_the_way_on_is_the_same(name: str) -> None:
    session, driver = Session(), Driver(case(name)['answers'])
    shown = [step.screen for step in driver.walk(session)]
    end = session.answers()
    for screen in reversed(shown[:-1]):
        session.back()
        assert session.screen == screen
    assert session.steps == 1
    again = [step.screen for step in driver.walk(session)]
    assert again == shown
    assert session.answers() == end
    assert [(paper.file_name, paper.text) for paper in papers_of(session)] == [(paper.file_name, paper.text) for paper in walked(name, 'es').papers]


def shape(screen: Screen) -> tuple[object, ...]:
    """What a screen asks, whatever its language."""
    # In English the month of a date stands before its day
    asked = ((entry.variable, entry.required, [choice.value for choice in entry.choices]) for entry in screen.entries)
    return screen.id, screen.continues, sorted(asked)


@pytest.mark.parametrize('name', ['00_every_screen', '04_mam_negative_interview'])
def test_changing_the_language_on_every_screen_loses_nothing(name: str) -> None:
    session, driver = Session(), Driver(case(name)['answers'])
    for number, step in enumerate(driver.walk(session)):
        if number and session.screen is not None:
            before, answers = session.screen, session.answers()
            session.act('change_language', language='en' if number % 2 else 'es')
            assert session.screen is not None
            assert shape(session.screen) == shape(before), step.screen.id
            assert {key: value for key, value in session.answers().items() if key != 'user_language'} == {
                key: value for key, value in answers.items() if key != 'user_language'}
    assert session.screen is not None and session.screen.id == 'packet'
    session.act('change_language', language='es')
    assert {paper.file_name: paper.text for paper in papers_of(session)} == {paper.file_name: paper.text for paper in walked(name, 'es').papers}


def test_back_on_the_first_screen_stays_there() -> None:
    session = Session()
    first = session.screen
    session.back()
    assert session.screen == first
