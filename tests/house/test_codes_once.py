"""A code that a rule looks at is written once: the told type takes it from `law/facts/facts.py`."""
import ast
from pathlib import Path

import pytest
from house.walls import PACKAGE

TOLD = PACKAGE / 'story' / 'told'
SHARED = {
    'court': ('HearingKind', 'Decision'), 'events': ('Actor',), 'journey': ('CountryStatus',), 'own': ('PhoneSafety', 'Reads'),
    'people': ('Whereabouts', 'OtherParent'), 'place': ('Manner', 'Outcome', 'InterviewStatus', 'JudgeReview'),
}


def taken(path: Path) -> set[str]:
    """The types of the facts whose codes a file takes: `get_args(facts.Reads)`."""
    return {node.args[0].attr for node in ast.walk(ast.parse(path.read_text(encoding='utf-8')))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == 'get_args'
            and isinstance(node.args[0], ast.Attribute)}


@pytest.mark.parametrize('stem', SHARED)
def test_the_told_types_take_their_codes_from_the_facts(stem: str) -> None:
    assert taken(TOLD / f'{stem}.py') == set(SHARED[stem])
