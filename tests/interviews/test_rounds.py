"""What is asked round after round under one name: a form names its round, so that a late one is not taken for the present."""
import ast
from pathlib import Path
from types import SimpleNamespace as Some

import pytest

from docassemble.immdef_selfhelp.walk.engine import start

start()
# docassemble can be imported only after that.
from docassemble.immdef_selfhelp.interview import ask  # noqa: E402
from docassemble.immdef_selfhelp.interview.rounds import ROUNDS, with_its_round  # noqa: E402


def asked_again() -> dict[str, set[str]]:
    """The answers that the code which asks forgets, to ask them again, with the names of what it writes in the same function."""
    found: dict[str, set[str]] = {}
    for file in Path(ask.__file__).parent.rglob('*.py'):
        for function in (node for node in ast.walk(ast.parse(file.read_text(encoding='utf-8'))) if isinstance(node, ast.FunctionDef)):
            parts = [node for node in ast.walk(function) if isinstance(node, ast.Attribute)]
            written = {part.attr for part in parts if isinstance(part.ctx, ast.Store)}
            found |= {part.attr: written for part in parts if isinstance(part.ctx, ast.Del)}
    return found


def test_whatever_is_asked_again_has_its_round() -> None:
    again = asked_again()
    assert {'difference_read', 'stop_read'} <= set(again), 'the search finds them'
    assert set(again) == set(ROUNDS) - {'there_is_another'}
    assert all(ROUNDS[name] in written for name, written in again.items() if name.endswith('_read')), 'what is counted grows with each round'


@pytest.mark.parametrize(('sought', 'about'), [
    ('family.there_is_another', 'family.there_is_another 2'), ('tellings[0].difference_read', 'tellings[0].difference_read 1'),
    ('tellings[1].more_differences', 'tellings[1].more_differences 0'), ('situation.stop_read', 'situation.stop_read 0'),
    ('tellings[0].events[1].what', 'tellings[0].events[1].what'), ('there_is_another', 'there_is_another'), ('', ''),
])
def test_a_name_with_its_round(sought: str, about: str) -> None:
    variables = {'family': Some(elements=[1, 2]), 'tellings': [Some(differences_seen=['places']), Some()], 'situation': Some()}
    assert with_its_round(sought, variables) == about
