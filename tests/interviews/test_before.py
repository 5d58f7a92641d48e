"""A session, and a copy of one (`/copia`), begun before the house was re-cut in November 2026 open after it with every answer.

`before/` holds both as the head of that day (69b2e13) made them, of invented cases: begun, in the middle, and at the papers.
"""
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from interviews.walks import case

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
from docassemble.immdef_selfhelp.walk.session import Session

start()

from docassemble.immdef_selfhelp.interview import carried  # noqa: E402

BEFORE = Path(__file__).parent / 'before'
KEPT = sorted(path.stem for path in BEFORE.glob('*.json'))
# All sessions kept are past these.
NEVER_AGAIN = {'choose_language', 'best_language', 'agreement', 'applicant_name'}


def kept(name: str) -> dict[str, Any]:
    """What the old head said of one session: `answers`, `screen`, and its `copy`."""
    found: dict[str, Any] = json.loads((BEFORE / f'{name}.json').read_text(encoding='utf-8'))
    return found


def settled(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers without what is asked of each phone again."""
    return {key: value for key, value in answers.items() if key not in carried.LEFT_BEHIND}


def walk_on(session: Session, name: str) -> list[str]:
    """The screens from here to the papers."""
    number, _, _ = name.rpartition('_')
    language = kept(name)['answers']['user_language']
    asked = [step.screen.id for step in Driver(case(number)['answers'], language).walk(session)]
    return [screen for screen in asked if screen]


@pytest.mark.parametrize('name', KEPT)
def test_a_session_begun_before_goes_on(name: str) -> None:
    session = Session()
    session._saved = [gzip.decompress((BEFORE / f'{name}.pickle.gz').read_bytes())]
    session.reload()
    assert session.screen is not None
    assert session.screen.id == kept(name)['screen']
    assert session.answers() == kept(name)['answers']
    assert not NEVER_AGAIN & set(walk_on(session, name))
    assert session.screen.id == 'packet'


@pytest.mark.parametrize('name', KEPT)
def test_a_copy_made_before_opens(name: str) -> None:
    session = Session()
    with engine_globals():
        dictionary = session._dictionary()
        dictionary.update(carried.unpacked(kept(name)['copy']))
        session._saved = [session._packed(dictionary)]
    session.reload()
    assert settled(session.answers()) == settled(kept(name)['answers'])
    asked = walk_on(session, name)
    assert asked[:2] == ['phone_safety', 'phone_advice']
    assert not NEVER_AGAIN & set(asked)
    assert session.screen is not None
    assert session.screen.id == 'packet'
