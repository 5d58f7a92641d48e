"""The mark of a lawyer who looked: it holds for the answers as they were, on any day, phone and language; any other answer makes it older."""
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import as_of
from docassemble.immdef_selfhelp.story.looked_at import answers_mark

ANSWERS: dict[str, Any] = {
    'applicant': {'given_names': 'Ana', 'birth': {'year': 1990}}, 'situation': {'place': 'released'}, 'phone_safety': 'private',
    'tellings': [{'person': 'applicant', 'wants_declaration': 'yes', 'late_reason': 'I was ill', 'practice': {'who': 'one'}}]}


def looked_at(**more: Any) -> bool:
    """Whether the answers changed since a lawyer looked at ANSWERS."""
    looked = {'initials': 'LQ', 'day': '2026-11-29', 'note': 'Bring it', 'answers': answers_mark(case_from_answers(ANSWERS))}
    return as_of(case_from_answers({**ANSWERS, 'reviewed': looked, **more}), date(2027, 3, 1)).review_changed


def test_the_same_answers_are_those_that_were_looked_at() -> None:
    assert not looked_at()
    assert not looked_at(user_language='en', phone_safety='shared'), 'the screen and the phone are no answers'


@pytest.mark.parametrize('more', [
    {'situation': {'place': 'custody'}}, {'applicant': {'given_names': 'Ana', 'birth': {'year': 1991}}},
    {'tellings': [{**ANSWERS['tellings'][0], 'late_reason': 'Another'}]}, {'beside': {'interpreter': {'name': 'Eva'}}}])
def test_any_other_answer_changes_it(more: dict[str, Any]) -> None:
    assert looked_at(**more)


def test_nobody_looked_and_nothing_changed() -> None:
    assert not case_from_answers(ANSWERS).review_changed


def test_a_watched_phone_does_not_show_the_note() -> None:
    looked = {'initials': 'LQ', 'day': '2026-11-29', 'note': 'Bring it', 'answers': 'x'}
    assert case_from_answers({**ANSWERS, 'reviewed': looked}).reviewed.note == 'Bring it'
    assert case_from_answers({**ANSWERS, 'reviewed': looked, 'phone_safety': 'watched'}).reviewed.note == ''
