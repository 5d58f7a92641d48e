"""docs/use/findings.md tells the whole facts file, and nothing that is not in it."""
import re
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.facts.words import fact_names

PAGE = Path(__file__).parents[2] / 'docs' / 'use' / 'findings.md'
EXAMPLE, TREE = (re.sub(r'\bT\b', 'unknown', block) for block in re.findall(r'```yaml\n(.*?)```', PAGE.read_text(encoding='utf-8'), re.DOTALL))


def leaves(tree: Any, name: str = '') -> set[str]:
    """The names of the facts in a tree, as `tellings.harms.when`."""
    if isinstance(tree, list) and tree and isinstance(tree[0], dict):
        return leaves(tree[0], name)
    if isinstance(tree, dict):
        return {leaf for key, value in tree.items() for leaf in leaves(value, f'{name}.{key}'.lstrip('.'))}
    return {name}


@pytest.mark.parametrize('block', [EXAMPLE, TREE])
def test_what_the_page_shows_can_be_read(block: str) -> None:
    assert read_facts(yaml.safe_load(block)).people[0].key == 'applicant'


def test_the_page_tells_every_fact() -> None:
    assert leaves(yaml.safe_load(TREE)) == set(fact_names())


@pytest.mark.parametrize('name', [name for name, kind in fact_names().items() if get_origin(kind) and get_args(kind) != ('yes', 'no', 'unknown')])
def test_the_page_tells_every_code_of_a_fact(name: str) -> None:
    key = name.rpartition('.')[2]
    lines = [set(re.findall(r'\w+', line)) for line in TREE.splitlines() if line.lstrip(' -').startswith(f'{key}:')]
    assert any(set(get_args(fact_names()[name])) <= words for words in lines)
