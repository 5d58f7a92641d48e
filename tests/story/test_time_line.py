"""The line of time: as wide as the date was told, in order, nothing invented and nothing lost."""
from typing import Any

import pytest

from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.time_line import MOST_LETTERS, Bar, bars, short, years


def line(events: list[dict[str, Any]], **more: Any) -> tuple[Bar, ...]:
    case = case_from_answers({'situation': {'entered': 'yes', 'entries': more.pop('entries', [])}, 'tellings': [{'events': events, **more}]})
    return bars(case, case.tellings[0], 'es')


def an_event(what: str, **when: Any) -> dict[str, Any]:
    return {'kind': 'harm', 'told': 'written', 'what': what, 'when': when}


def test_a_day_is_a_point_and_a_month_is_as_long_as_it_is() -> None:
    month, day = line([an_event('Me pegaron', year=2024, month=2, day=29), an_event('Amenaza', year=2024, month=1)])
    assert (month.what, month.start, month.point) == ('Amenaza', 0.0, False)
    assert (day.what, day.end, day.point) == ('Me pegaron', 1.0, True)
    assert month.end == pytest.approx(30 / 59)


def test_about_is_drawn_wider_than_it_was_said() -> None:
    about, = line([an_event('Amenaza', year=2024, month=5, day=3, about='yes')])
    assert not about.point and about.end == 1.0 and 'alrededor' in about.when


def test_what_has_no_year_is_not_drawn_and_not_lost() -> None:
    drawn, other = line([an_event('Antes de todo'), an_event('Amenaza', year=2024)])
    assert (drawn.what, drawn.drawn, other.what, other.drawn) == ('Amenaza', True, 'Antes de todo', False)
    assert line([an_event('Antes de todo')]) == ()


def test_what_is_to_be_said_aloud_shows_no_words_and_what_was_skipped_is_not_there() -> None:
    aloud = {**an_event('secreto', year=2024), 'told': 'aloud'}
    skipped = {**an_event('secreto', year=2024), 'told': 'skip'}
    assert [bar.what for bar in line([aloud, skipped])] == ['Algo que dirá en voz alta']


def test_the_journey_stands_on_it_too() -> None:
    found = line([an_event('Amenaza', year=2024)], left_when={'year': 2025, 'month': 1}, other_countries='yes',
                 countries=[{'country': 'Colombia', 'start': {'year': 2025, 'month': 2}}], entries=[{'when': {'year': 2026, 'month': 9, 'day': 1}}])
    assert [bar.what for bar in found] == ['Amenaza', 'Salió de su país', 'Llegó a: Colombia', 'Llegó a Estados Unidos']
    assert all(0 <= bar.start <= bar.end <= 1 for bar in found)


def test_the_years_of_the_line() -> None:
    case = case_from_answers({'tellings': [{'events': [an_event('a', year=2019), an_event('b', year=2024)]}]})
    assert years(case, case.tellings[0]) == (2019, 2024)


def test_without_words_nothing_typed_stands_on_it() -> None:
    case = case_from_answers({'tellings': [{'events': [an_event('secreto', year=2024, words='secreto')], 'moved': 'yes',
                                            'moves': [{'place': 'secreto', 'start': {'year': 2025, 'words': 'secreto'}}]}]})
    found = bars(case, case.tellings[0], 'es', words=False)
    assert [bar.what for bar in found] == ['Algo que pasó', 'Se mudó'] and 'secreto' not in str(found)


def test_long_words_are_cut_between_words() -> None:
    text = short('palabra ' * 30)
    assert len(text) <= MOST_LETTERS + 1 and text.endswith('palabra…') and short('corto\ntexto') == 'corto texto'
