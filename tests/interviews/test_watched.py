"""A phone that becomes watched: what says where somebody is, and every telephone, leaves the session, "My answers" and the way back."""
import json
import re

import pytest
from interviews.edited import answer, go_on, open_link
from interviews.walks import case, session_at_papers

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
from docassemble.immdef_selfhelp.walk.session import Session

start()
# docassemble can be imported only after that.
from docassemble.immdef_selfhelp.interview import carried, watched  # noqa: E402
from docassemble.immdef_selfhelp.interview.watched import marked_in  # noqa: E402
from docassemble.immdef_selfhelp.story.told.tree import SUBJECTS, not_watched  # noqa: E402

LIVED_BEFORE = re.compile(r'(last_home|feared_home|homes)\.(street|city|province)$|schools\.(name|place)$|jobs\.employer$')
LETTERS, FORMS, CHILDREN = '25_letters_to_officers', '24_two_adults_two_forms', '16_spouses_taken_apart'


def kept(session: Session) -> list[str]:
    """The texts of a session that a watched phone does not hold."""
    with engine_globals():
        variables = session._dictionary()
        found = [getattr(owner, key) for name, kind in SUBJECTS.items() if name in variables for owner, key in marked_in(variables[name], kind)]
    return [value for value in found if isinstance(value, str) and len(value) > len('elsewhere')]


def everything(session: Session) -> str:
    with engine_globals():
        return json.dumps(carried.packed(session._dictionary()), ensure_ascii=False)


@pytest.mark.parametrize('name', [LETTERS, FORMS, CHILDREN])
def test_a_phone_that_becomes_watched_keeps_no_place(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten: list[bool] = []
    monkeypatch.setattr(watched, 'forget_earlier_steps', lambda: forgotten.append(True))
    session = session_at_papers(name)
    before = kept(session)
    assert before and all(json.dumps(text, ensure_ascii=False)[1:-1] in everything(session) for text in before)
    open_link(session, 'my_answers')
    open_link(session, 'phone_safety')
    answer(session, 'phone_safety', phone_safety='watched')
    assert kept(session) == []
    assert forgotten == [True], 'Back brings none of it again, and what goes on later erases nothing more'
    assert session.screen is not None and session.screen.id == 'my_answers'
    assert not [text for text in before if text in session.screen.subquestion]
    go_on(session)
    assert kept(session) == [] and forgotten == [True]


def test_a_session_watched_before_is_cleaned_as_it_goes_on() -> None:
    session = session_at_papers(LETTERS)
    with engine_globals():
        dictionary = session._dictionary()
        dictionary['phone_safety'] = 'watched'
        session._saved = [session._packed(dictionary)]
    assert kept(session)
    session.reload()
    assert kept(session) == []


@pytest.mark.parametrize('name', ['18_police_husband_watched_phone', FORMS])
def test_a_watched_phone_asks_nothing_that_it_must_not_hold(name: str) -> None:
    told = case(name)['answers']
    session, asked = Session(), set[str]()
    for step in Driver({**told, 'phone_safety': 'watched', 'tellings': told['tellings'][:1]}, 'es').walk(session):
        asked |= {re.sub(r'\[[^]]*\]', '', entry.variable) for entry in step.screen.entries}
    assert session.screen is not None and session.screen.id == 'packet'
    assert {path for path in asked & set(not_watched()) if not LIVED_BEFORE.search(path)} == set()
    assert kept(session) == [], 'and of the homes, where somebody lives now was asked of none'
