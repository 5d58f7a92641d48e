"""The walls hold, and each of them is seen to turn red when it is broken."""
import copy
from pathlib import Path

import pytest
from house import walls

ARROWS, MODULES = walls.arrows(), walls.modules()


def test_every_room_has_its_place_in_the_order() -> None:
    assert {name.partition('.')[0] for name in ARROWS} == set(walls.MAY_IMPORT) - {room for room in walls.MAY_IMPORT if room not in ARROWS}


def test_no_room_imports_from_above() -> None:
    assert walls.crossings(ARROWS) == []


def test_the_law_imports_none_of_the_other_rooms() -> None:
    assert walls.MAY_IMPORT['law'] <= {'names'}


def test_the_floors_of_the_law_room_hold() -> None:
    assert walls.floors_crossed(ARROWS) == []


def test_what_a_registry_imports_by_name_counts_as_an_import() -> None:
    by_name = {name for name, path in walls.modules().items() if walls.imports_by_name(path)}
    assert by_name == {*walls.REGISTRIES, 'walk.words', 'walk.engine'}
    assert 'documents.papers.declaration' in ARROWS['documents.catalog'] and 'interview.tasks.documents' in ARROWS['interview.tasks']


def test_no_circle_of_files() -> None:
    assert walls.circles(ARROWS) == []


@pytest.mark.parametrize('name', [name for name in MODULES if name.partition('.')[0] in walls.WITHOUT_DOCASSEMBLE])
def test_law_story_and_documents_know_nothing_of_docassemble(name: str) -> None:
    assert walls.of_docassemble(MODULES[name]) == []


# --- each wall is tried ---------------------------------------------------------------------------------------------------------------

def broken(name: str, other: str) -> dict[str, set[str]]:
    """The house with one import more."""
    found = copy.deepcopy(ARROWS)
    found[name].add(other)
    return found


@pytest.mark.parametrize(('name', 'other'), [
    ('law.rules.court', 'story.case'), ('story.case', 'documents.catalog'), ('documents.catalog', 'interview.answers'),
    ('interview.answers', 'server.run.serve'), ('server.run.serve', 'walk.session'), ('story.paragraphs', 'walk.words')])
def test_an_import_from_above_is_found(name: str, other: str) -> None:
    assert walls.crossings(broken(name, other)) == [f'{name} imports {other}']


@pytest.mark.parametrize(('name', 'other'), [
    ('law.provisions.dated', 'law.facts.facts'), ('law.facts.facts', 'law.rules.court'), ('law.rules.court', 'law.findings.found'),
    ('law.findings.found', 'law.desk.report')])
def test_an_import_up_a_floor_is_found(name: str, other: str) -> None:
    assert f'{name} imports {other}' in walls.floors_crossed(broken(name, other))


def test_a_circle_is_found() -> None:
    assert walls.circles(broken('story.told.basics', 'story.case')) != []
    assert walls.circles(broken('documents.papers.declaration', 'documents.catalog')) != []
    assert walls.circles({'a': {'b'}, 'b': {'c'}, 'c': {'a'}, 'd': {'a'}}) == [['a', 'b', 'c']]


def test_an_import_inside_a_function_or_of_docassemble_is_found(tmp_path: Path) -> None:
    path = tmp_path / 'some.py'
    path.write_text('def late():\n    from docassemble.immdef_selfhelp.walk import words\n    import docassemble.base.util\n    return words\n',
                    encoding='utf-8')
    assert list(walls.imports(path, {'walk.words': path})) == ['walk.words']
    assert walls.of_docassemble(path) == ['docassemble.base.util']
