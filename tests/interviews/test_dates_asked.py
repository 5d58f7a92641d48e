"""Dates are asked in the order in which the language writes them; whether one is exact is asked of what is remembered, not of what was set."""
import pytest
from interviews.walks import walked

from docassemble.immdef_selfhelp.walk.screens import Screen

APPOINTED = {'court_hearing', 'asylum_due', 'entry_parole', 'filing_due', 'request_by_day'}
REMEMBERED = {'applicant_birth', 'entry_when', 'event_when', 'left_when'}


def parts(screen: Screen) -> list[str]:
    """The parts of a date on one screen, from above."""
    return [entry.variable.rpartition('.')[2] for entry in screen.entries]


def screens(language: str, name: str = '09_july_protester_released') -> dict[str, Screen]:
    """The screens of one walk, by id."""
    return {step.screen.id: step.screen for step in walked(name, language).steps}


@pytest.mark.parametrize(('language', 'order'), [('es', ['day', 'month', 'year']), ('en', ['month', 'day', 'year'])])
def test_a_date_is_asked_in_the_order_of_the_language(language: str, order: list[str]) -> None:
    dated = {name: parts(screen)[:3] for name, screen in screens(language).items() if 'month' in parts(screen)}
    assert len(dated) > 3
    assert {name: found for name, found in dated.items() if found != order} == {}


def test_a_day_that_somebody_set_is_not_asked_to_be_exact() -> None:
    """A hearing has a day; a family that remembers an event in part says "about"."""
    dated = {name: parts(screen) for name, screen in (screens('es', '00_every_screen') | screens('es')).items() if 'month' in parts(screen)}
    asked = {name for name, found in dated.items() if 'exactness' in found}
    assert len(APPOINTED & set(dated)) > 2
    assert (APPOINTED & asked, REMEMBERED & set(dated) - asked) == (set(), set())
