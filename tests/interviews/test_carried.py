"""A family that goes on in another session, from the JSON of its answers, finds everything it told."""
import json
from typing import Any

import pytest
from interviews.walks import case, session_as_walked, walked

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
from docassemble.immdef_selfhelp.walk.outcome import papers_of
from docassemble.immdef_selfhelp.walk.session import Session

start()
# docassemble can be imported only after that.
from docassemble.base.util import DADict, DAObject  # noqa: E402

from docassemble.immdef_selfhelp.interview import carried  # noqa: E402


def brought_over(session: Session) -> Session:
    """Another session with the answers of one, through bytes as they are sealed."""
    with engine_globals():
        content = carried.to_bytes(carried.packed(session._dictionary()))
        new = Session()
        dictionary = new._dictionary()
        dictionary.update(carried.unpacked(json.loads(content)))
        new._saved = [new._packed(dictionary)]
    new.reload()
    return new


def settled(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name not in carried.LEFT_BEHIND}


@pytest.mark.parametrize('name', ['00_every_screen', '18_police_husband_watched_phone', '20_order_and_annual_fee'])
def test_a_whole_case_goes_on_elsewhere(name: str) -> None:
    old, driver = session_as_walked(name, 'es'), Driver(case(name)['answers'], 'es')
    new = brought_over(old)
    assert settled(new.answers()) == settled(old.answers())
    assert new.screen is not None
    assert new.screen.id == 'phone_safety', 'whether this phone is safe is asked of each phone'
    asked = [step.screen.id for step in driver.walk(new)]
    assert asked[:2] == ['phone_safety', 'phone_advice']
    assert 'home' in asked
    assert not {'applicant_name', 'best_language', 'agreement', 'event_what'} & set(asked), 'nothing told is asked again'
    assert new.answers() == old.answers()
    papers = {(paper.document, paper.person, paper.language): paper.text for paper in walked(name, 'es').papers}
    assert {(paper.document, paper.person, paper.language): paper.text for paper in papers_of(new)} == papers


def test_every_step_of_a_case_can_be_taken_away() -> None:
    session = Session()
    for _ in Driver(case('00_every_screen')['answers'], 'es').walk(session):
        with engine_globals():
            dictionary = session._dictionary()
            content = carried.to_bytes(carried.packed(dictionary))
            again = carried.to_bytes(carried.packed(carried.unpacked(json.loads(content))))
        assert again == content


def test_names_of_objects_come_from_their_place_and_never_from_the_file() -> None:
    told = {'applicant': {'object': 'DAObject', 'has': {'instanceName': '__import__("os").system("x")', 'birth': {'object': 'DAObject', 'has': {}}}},
            'family': {'object': 'DAList', 'has': {'elements': [{'object': 'DAObject', 'has': {}}]}},
            'danger_facts': {'object': 'DADict', 'has': {'elements': {'mapping': [[0, {'object': 'DADict', 'has': {}}], ["x'y", 1]]}}}}
    variables = carried.unpacked(told)
    assert variables['applicant'].instanceName == 'applicant'
    assert vars(variables['applicant'])['birth'].instanceName == 'applicant.birth'
    assert vars(variables['family'])['elements'][0].instanceName == 'family[0]'
    assert vars(variables['danger_facts'])['elements'][0].instanceName == 'danger_facts[0]'


@pytest.mark.parametrize('value', [{'object': 'DAFile', 'has': {}}, {'object': 'os.system', 'has': {}}, {'class': 'DAEmpty'}, {'unknown': 1}, {}])
def test_only_three_kinds_of_objects_are_made(value: dict[str, Any]) -> None:
    with pytest.raises(carried.NotAnAnswer):
        carried.unpacked({'applicant': value})


def test_docassembles_own_variables_are_neither_taken_nor_brought() -> None:
    assert carried.packed({'_internal': {'answered': set()}, 'nav': 1, 'url_args': {}, 'phone_safety': 'watched', 'json': json, 'name': 'Ana'}) == \
        {'name': 'Ana'}
    assert carried.unpacked({'_internal': {'mapping': []}, 'nav': 1, '__builtins__': 1, 'not a name': 1, 'name': 'Ana'}) == {'name': 'Ana'}


def test_a_kind_that_no_answer_has_is_named_by_its_place_and_never_by_its_value() -> None:
    with pytest.raises(carried.NotAnAnswer, match=r'^applicant\.secret is a bytes$'):
        applicant = DAObject('applicant')
        vars(applicant)['secret'] = b'Marisol'
        carried.packed({'applicant': applicant})


def test_a_second_name_of_an_object_is_not_carried() -> None:
    assert carried.packed({'telling': DADict('tellings[1]')}) == {}


def test_a_screen_calls_no_function_that_a_session_would_keep() -> None:
    """A session leaves plain functions out; one that remembers its results would be saved with it, and stop a copy for another phone."""
    import docassemble.immdef_selfhelp.interview as offered
    assert [name for name in offered.__all__ if hasattr(getattr(offered, name), 'cache_info')] == []
