"""How far a task is: a count of parts begun, from the answers alone."""
from typing import Any

import pytest

from docassemble.immdef_selfhelp.story.progress import BEGUN, NOT_BEGUN, TOLD, task_state

WHOLE: dict[str, Any] = {
    'applicant': {'given_names': 'Ana', 'papers': []}, 'situation': {'place': 'mexico'},
    'tellings': [{'since_leaving': '', 'fear': {'told': 'skip'}, 'wants_declaration': 'no'}]}


def test_all_parts_told_even_when_they_were_skipped_or_answered_no() -> None:
    assert task_state(WHOLE) == TOLD


@pytest.mark.parametrize('answers', [{}, {'applicant': None}, {'applicant': {}}, {'applicant': {'given_names': ''}}])
def test_not_begun_until_there_is_a_name(answers: dict[str, Any]) -> None:
    assert task_state(answers) == NOT_BEGUN


@pytest.mark.parametrize('less', [
    {'applicant': {'given_names': 'Ana'}}, {'situation': {}}, {'situation': None}, {'tellings': []}, {'tellings': None}, {'tellings': ['junk']},
    {'tellings': [{**WHOLE['tellings'][0], 'fear': {}}]}, {'tellings': [{'since_leaving': '', 'fear': {'told': 'written'}}]}])
def test_begun_while_a_part_is_missing(less: dict[str, Any]) -> None:
    assert task_state({**WHOLE, **less}) == BEGUN
