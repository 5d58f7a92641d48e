"""A hearing by two clocks (field input L7): the border towns keep summer time, most of Mexico and Sonora do not. What is not known is said."""
from datetime import date, time
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.hearing_clock import clock_lines, day_of, hour_text
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.court import Court
from docassemble.immdef_selfhelp.story.told.hearing_day import HearingDay

ON = date(2026, 11, 28)
SUMMER, WINTER = FuzzyDate(2027, 3, 15), FuzzyDate(2027, 1, 15)


def lines(when: FuzzyDate = SUMMER, language: str = 'es', **told: Any) -> tuple[str, ...]:
    day = HearingDay(**{'court': 'court_san_diego', 'hour': '08:30', **told})
    return clock_lines(Case(court=Court(has_case='yes', hearing=when), hearing_day=day), language, ON)


@pytest.mark.parametrize(('place', 'summer', 'winter'), [
    ('tijuana', '8:30 AM', '8:30 AM'), ('california', '8:30 AM', '8:30 AM'), ('hermosillo', '8:30 AM', '9:30 AM'), ('arizona', '8:30 AM', '9:30 AM'),
    ('ciudad_juarez', '9:30 AM', '9:30 AM'), ('tapachula', '9:30 AM', '10:30 AM'), ('matamoros', '10:30 AM', '10:30 AM'),
    ('texas', '10:30 AM', '10:30 AM'), ('el_paso', '9:30 AM', '9:30 AM'), ('east', '11:30 AM', '11:30 AM')])
def test_the_clock_of_each_place_in_summer_and_in_winter(place: str, summer: str, winter: str) -> None:
    for when, expected in ((SUMMER, summer), (WINTER, winter)):
        first, second = lines(when, place=place)
        assert first == '8:30 AM, hora de la corte (San Diego Immigration Court).'
        assert second.endswith(f'{expected}.') and hearings.clocks()[place].title['es'] in second


def test_every_place_is_tried_here() -> None:
    assert set(hearings.clocks()) == {'tijuana', 'california', 'hermosillo', 'arizona', 'ciudad_juarez', 'tapachula', 'matamoros', 'texas', 'el_paso',
                                      'east'}


def test_what_is_not_known_is_said_and_never_guessed() -> None:
    assert 'Usted no dijo la hora' in lines(hour='')[0] and len(lines(hour='')) == 1
    assert lines()[1:] == ()
    assert 'No sabemos qué hora usa esa corte' in lines(court='other', court_other='Harlingen', place='tijuana')[1]
    assert 'Harlingen' in lines(court='other', court_other='Harlingen', place='tijuana')[0]
    assert 'No sabemos qué hora usa esa corte' in lines(court='', place='tijuana')[1]
    assert 'No sabemos qué hora es donde usted va a estar' in lines(place='other')[1]
    for when in (FuzzyDate(2027, 3), FuzzyDate(2027, 2, 31), FuzzyDate(2027, 3, 15, about=True), FuzzyDate()):
        assert 'Sin el día exacto' in lines(when, place='tijuana')[1], when


def test_hours_as_a_notice_writes_them() -> None:
    assert [hour_text(time(hour, 5)) for hour in (0, 7, 11, 12, 13, 17)] == ['12:05 AM', '7:05 AM', '11:05 AM', '12:05 PM', '1:05 PM', '5:05 PM']
    assert day_of(FuzzyDate(2027, 3, 2)) == date(2027, 3, 2)


def test_every_court_of_the_data_has_its_zone_and_no_other() -> None:
    assert set(hearings.courts(ON)) == set(hearings.court_ids()) and all(hearings.court_zone(court, ON) for court in hearings.courts(ON))
    assert hearings.court_zone('other', ON) == '' and hearings.elsewhere(ON, time(8), 'court_san_diego', 'moon') is None


def test_the_number_to_call_does_not_count_on_a_watched_phone() -> None:
    told = {'call_name': 'Nora', 'call_telephone': '555-0142'}
    assert case_from_answers({'phone_safety': 'private', 'hearing_day': told}).hearing_day.call_telephone == '555-0142'
    assert case_from_answers({'phone_safety': 'watched', 'hearing_day': told}).hearing_day == HearingDay(call_name='Nora')
