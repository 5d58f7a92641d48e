"""Walks of the case files, each made once for all tests."""
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any

from interviews.pages import PageSession, spanish_words

from docassemble.immdef_selfhelp.walk.case_file import read_case
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.outcome import Outcome, walk_case
from docassemble.immdef_selfhelp.walk.session import Session

CASES = {path.stem: path for path in sorted((Path(__file__).parent.parent / 'cases').glob('*.yml'))}
LANGUAGES = ('es', 'en')
STORY = 'credible_fear'


@cache
def case(name: str) -> dict[str, Any]:
    """One case file. Not to be changed: every test reads the same."""
    return read_case(CASES[name])


@cache
def walked_with_pages(name: str, language: str) -> tuple[Outcome, PageSession]:
    """One case walked to its papers, with the HTML of every page."""
    spanish_words()
    session = PageSession()
    return walk_case(case(name)['answers'], language, session, case(name).get('day')), session


def walked(name: str, language: str) -> Outcome:
    """One case walked to its papers."""
    return walked_with_pages(name, language)[0]


def session_as_walked(name: str, language: str) -> PageSession:
    """A session of one's own that stands where the walk of a case ended, with all it answered."""
    session = copy(walked_with_pages(name, language)[1])
    session._saved, session.pages = list(session._saved), list(session.pages)
    return session


def typed_texts(value: Any) -> list[str]:
    """Every text of a case's answers."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in typed_texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in typed_texts(item)]
    return [str(value)]


@cache
def finished(name: str, language: str) -> Session:
    """A session with all of a case answered. Not to be used but by `session_at_papers`."""
    session = Session()
    driver = Driver(case(name)['answers'], language)
    for _ in driver.walk(session):
        pass
    if driver.task != STORY and STORY in driver.tasks:
        # What follows a changed answer is asked by the task that is open: that of the story, not a task that uses it
        session.act('go_home', _forget_prior=True)
        session.submit({'task': STORY})
        # What another task told can have changed which interview is ahead: that is said once more
        for _ in Driver({**case(name)['answers'], 'task': STORY}, language).walk(session):
            pass
    return session


def session_at_papers(name: str, language: str = 'es') -> Session:
    """A session of one's own with all of a case answered, standing at the papers."""
    session = copy(finished(name, language))
    session._saved = list(session._saved)
    return session
