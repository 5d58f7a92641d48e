"""What was seen for the same answers is remembered, and for no others."""
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from interviews.conftest import DAY
from interviews.walks import case

from docassemble.immdef_selfhelp.walk.day import on_day
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '01_extortion_and_police'


@pytest.fixture(scope='module')
def told() -> dict[str, Any]:
    """The answers of a whole walk."""
    session = Session()
    answers: dict[str, Any] = {}
    for _ in Driver(case(NAME)['answers'], 'es').walk(session):
        answers = session.answers() or answers
    return answers


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Each time that it is really looked."""
    from docassemble.immdef_selfhelp.interview import stops
    found, look = [], stops.found_in

    def counted(answers: dict[str, Any], person: str) -> Any:
        found.append(person)
        return look(answers, person)
    monkeypatch.setattr(stops, 'found_in', counted)
    monkeypatch.setattr(stops, '_seen', {})
    yield found


def test_the_same_answers_are_looked_at_once(told: dict[str, Any], looks: list[str]) -> None:
    from docassemble.immdef_selfhelp.interview import stops
    assert stops.codes_in(told, 'applicant') == stops.codes_in(told, 'applicant')
    assert looks == ['applicant']


def test_other_answers_another_person_and_another_day_are_looked_at(told: dict[str, Any], looks: list[str]) -> None:
    from docassemble.immdef_selfhelp.interview import stops
    before = stops.codes_in(told, 'applicant')
    arrested = told | {'circumstances': told.get('circumstances', {}) | {'arrest': 'yes'}}
    assert 'ARREST_OR_CONVICTION' in stops.codes_in(arrested, 'applicant')
    assert 'ARREST_OR_CONVICTION' not in before
    stops.codes_in(told, 'family_0')
    with on_day(DAY + timedelta(days=1)):
        stops.codes_in(told, 'applicant')
    assert len(looks) == 4


def test_nothing_of_the_answers_is_remembered(told: dict[str, Any], looks: list[str]) -> None:
    from docassemble.immdef_selfhelp.interview import stops
    stops.codes_in(told, 'applicant')
    [(summed, codes)] = stops._seen.items()
    assert len(summed) == 32 and all(code.isupper() for code in codes)


def test_what_is_remembered_is_bounded(told: dict[str, Any], looks: list[str]) -> None:
    from docassemble.immdef_selfhelp.interview import stops
    stops._seen.update({bytes([number]): () for number in range(stops.REMEMBERED)})
    stops.codes_in(told, 'applicant')
    assert len(stops._seen) == 1
