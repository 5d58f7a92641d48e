"""One session in two tabs: a form of the tab that stayed behind is not taken for what the other has come to."""
import pytest
from server.client import Phone
from server.live import LiveServer
from server.walked import answer, steps_of, walk_to

pytestmark = pytest.mark.server
OLD = 'Esto es de la primera cosa.'


def test_what_was_typed_about_the_first_thing_is_not_taken_for_the_second(server: LiveServer) -> None:
    steps = steps_of('01_extortion_and_police')
    stories = [place for place, step in enumerate(steps) if step.screen.id == 'event_what']
    ahead, behind = Phone(server.url), Phone(server.url)
    walk_to(ahead, steps, 'event_what')
    behind.http.cookies.update(ahead.http.cookies)
    assert behind.open().identity == 'event_what'
    for step in steps[stories[0]:stories[1]]:
        answer(ahead, step)
    behind.answer({'Con mis propias palabras': OLD})
    assert (behind.screen.identity, 'Esa era la pantalla de antes' in behind.screen.html) == ('event_what', True)
    for step in steps[stories[1]:stories[1] + 2]:
        answer(ahead, step)
    assert OLD not in ahead.follow('Mis respuestas').html


def test_one_more_of_an_earlier_round_does_not_end_the_list(server: LiveServer) -> None:
    steps = steps_of('09_july_protester_released')
    ahead = Phone(server.url)
    walk_to(ahead, steps, 'family_more')
    behind = Phone(server.url)
    behind.http.cookies.update(ahead.http.cookies)
    assert behind.open().identity == 'family_more'
    first = next(place for place, step in enumerate(steps) if step.screen.id == 'family_more')
    second = next(place for place, step in enumerate(steps) if place > first and step.screen.id == 'family_more')
    for step in steps[first:second]:
        answer(ahead, step)
    behind.answer({'family.there_is_another': False})
    assert (behind.screen.identity, 'Esa era la pantalla de antes' in behind.screen.html) == ('family_more', True)
