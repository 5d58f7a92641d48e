"""Differences are asked about three at a time; who wants no more finds them all on the sheet."""
from types import SimpleNamespace

import pytest

from docassemble.immdef_selfhelp.walk.engine import start

start()
# docassemble can be imported only after that.
from docassemble.immdef_selfhelp.interview.ask.earlier import A_FEW, left_for_later  # noqa: E402


@pytest.mark.parametrize(('in_a_row', 'more', 'left'), [(0, 'later', False), (A_FEW - 1, 'later', False), (A_FEW, 'later', True), (A_FEW, '', True)])
def test_after_a_few_the_person_says_whether_to_go_on(in_a_row: int, more: str, left: bool) -> None:
    assert left_for_later(SimpleNamespace(differences_in_a_row=in_a_row, more_differences=more)) is left


def test_who_wants_more_is_shown_a_few_more_and_asked_again() -> None:
    telling = SimpleNamespace(differences_in_a_row=A_FEW, more_differences='yes')
    assert not left_for_later(telling)
    assert vars(telling) == {'differences_in_a_row': 0}
