"""What changed since a family was here last: kept in its session, told on home, and only what is theirs."""
from datetime import date
from typing import Any

import pytest
from interviews.walks import case, session_at_papers

NAME = '16_spouses_taken_apart'
BEFORE, TODAY = date(2026, 11, 27), date(2026, 11, 28)


def test_a_visit_is_kept_and_a_new_day_makes_it_the_earlier_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import since
    told: dict[str, Any] = {}
    for day, expected in ((BEFORE, {'visit_day': '2026-11-27'}), (BEFORE, {'visit_day': '2026-11-27'}),
                          (TODAY, {'visit_day': '2026-11-28', 'earlier_visit_day': '2026-11-27'})):
        monkeypatch.setattr(since, 'today_here', lambda day=day: day)
        since.note_visit(told)
        assert told == expected


def test_only_what_touches_the_family_is_told() -> None:
    from docassemble.immdef_selfhelp.interview.since import changed_for
    from docassemble.immdef_selfhelp.law.desk.changes import changes_since
    from docassemble.immdef_selfhelp.story.case import case_from_answers
    told = changed_for(case_from_answers(case(NAME)['answers']), BEFORE, TODAY, 'es')
    assert 0 < len(told) < len(changes_since(BEFORE, TODAY))
    assert changed_for(case_from_answers(case(NAME)['answers']), date(2027, 5, 1), date(2027, 5, 2), 'es') == ()


def test_home_says_it_after_an_earlier_visit_and_nothing_on_a_first_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import since
    session = session_at_papers(NAME)
    session.act('go_home')
    assert session.screen is not None and 'última vez' not in session.screen.subquestion
    monkeypatch.setattr(since, 'today_here', lambda: TODAY)
    monkeypatch.setattr(since, 'all_variables', lambda simplify: {'earlier_visit_day': BEFORE.isoformat()})
    session.act('go_home')
    assert session.screen is not None and '27 de noviembre de 2026' in session.screen.subquestion
