"""The walls of the house, read from its files: who imports whom, and which room may import which (docs/adr/001, design of the rooms)."""
import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / 'docassemble' / 'immdef_selfhelp'
NAME = 'docassemble.immdef_selfhelp'
# What each room may import besides itself. A room that stands here under no other room is a floor of its own.
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    'names': frozenset(),
    'law': frozenset({'names'}),
    'story': frozenset({'names', 'law'}),
    'documents': frozenset({'names', 'law', 'story'}),
    'workshop': frozenset({'names', 'law'}),
    'interview': frozenset({'names', 'law', 'story', 'documents'}),
    'server': frozenset({'names', 'law', 'story', 'documents', 'workshop', 'interview'}),
    'walk': frozenset({'names', 'law', 'story', 'documents', 'workshop', 'interview', 'server'}),
    'cli': frozenset({'names', 'law', 'story', 'documents', 'workshop', 'interview', 'server', 'walk'}),
}
# The floors of the law room, the lower first; a floor may import itself and those before it.
LAW_FLOORS = ('strict', 'typed', 'provisions', 'facts', 'rules', 'findings', 'desk')
# A registry imports every module of a folder by its name.
REGISTRIES: Mapping[str, str] = {'interview.tasks': 'interview.tasks', 'documents.catalog': 'documents.papers'}
WITHOUT_DOCASSEMBLE = ('names', 'law', 'story', 'documents', 'workshop')


def modules(package: Path = PACKAGE) -> dict[str, Path]:
    """Every module by its dotted name inside the package."""
    found = {}
    for path in sorted(package.rglob('*.py')):
        parts = path.relative_to(package).with_suffix('').parts
        found['.'.join(parts[:-1] if parts[-1] == '__init__' else parts)] = path
    return {name: path for name, path in found.items() if name}


def imports(path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """The modules of ours a file imports, by their dotted name inside the package; also those it imports inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
        if isinstance(node, ast.ImportFrom) and node.module and (node.module == NAME or node.module.startswith(f'{NAME}.')):
            base = node.module.removeprefix(NAME).removeprefix('.')
            for alias in node.names:
                inside = f'{base}.{alias.name}' if base else alias.name
                yield inside if inside in known else base
        elif isinstance(node, ast.Import):
            yield from (alias.name.removeprefix(f'{NAME}.') for alias in node.names if alias.name.startswith(f'{NAME}.'))


def arrows(package: Path = PACKAGE) -> dict[str, set[str]]:
    """For every module the modules it imports."""
    known = modules(package)
    found = {name: {other for other in imports(path, known) if other} for name, path in known.items()}
    for registry, folder in REGISTRIES.items():
        found[registry] |= {name for name in known if name.startswith(f'{folder}.')}
    return found


def imports_by_name(path: Path) -> bool:
    """Whether a file imports modules of the house by names it puts together, which no reader of its lines sees."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))) if isinstance(node, ast.Call) and node.args)
    named = (call for call in calls if getattr(call.func, 'id', getattr(call.func, 'attr', '')) in ('import_module', '__import__'))
    return any(not isinstance(call.args[0], ast.Constant) for call in named)


def of_docassemble(path: Path) -> list[str]:
    """What a file imports of docassemble itself."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or '']
        else:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found += [name for name in names if name.startswith('docassemble.') and not name.startswith(NAME)]
    return found


def crossings(found: Mapping[str, set[str]]) -> list[str]:
    """Imports from a room that may not be imported from there."""
    said = []
    for name, others in found.items():
        room = name.partition('.')[0]
        said += [f'{name} imports {other}' for other in sorted(others)
                 if (there := other.partition('.')[0]) != room and there not in MAY_IMPORT.get(room, frozenset())]
    return said


def floors_crossed(found: Mapping[str, set[str]]) -> list[str]:
    """Imports inside the law room that go up a floor."""
    def floor(name: str) -> int:
        return LAW_FLOORS.index(name.split('.')[1])

    inside = {name: {other for other in others if other.startswith('law.')} for name, others in found.items() if name.startswith('law.')}
    return [f'{name} imports {other}' for name, others in inside.items() for other in sorted(others) if floor(other) > floor(name)]


def circles(found: Mapping[str, set[str]]) -> list[list[str]]:
    """Modules that import each other, however far around: every group of them (Tarjan's algorithm)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    groups: list[list[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        stack.append(name)
        for other in sorted(found.get(name, ())):
            if other not in order:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], order[other])
        if low[name] == order[name]:
            place = stack.index(name)
            group = stack[place:]
            del stack[place:]
            if len(group) > 1:
                groups.append(sorted(group))

    for name in sorted(found):
        if name not in order:
            visit(name)
    return groups
