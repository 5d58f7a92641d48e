"""Every English text that Python hands to docassemble's `word()`: what the Spanish word file must hold.

Found by reading the source, so that a text on a branch nobody walks is not missed. A function that hands one of its own
arguments to `word()` counts as `word()` for that argument. Where the text comes out of a table and not out of the call, every
text in the module counts (codes are lower case, texts begin with a capital), and so does a table of another of our modules.
"""
import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.names import PACKAGE
from docassemble.immdef_selfhelp.walk.engine import data_file

READS_AS_TEXT = re.compile(r"[A-ZÁÉÍÓÚÑ](?:[a-záéíóúñ']| )")
IN_TEMPLATE = re.compile(r"""\bword\((['"])(.+?)\1\)""")
TABLE_NAME = re.compile(r'[A-Z][A-Z0-9_]+')


# `word` itself, and what keeps an English text that another module gives to it: the label of a line of the review.
DRAW_LATER = {'word': 0, 'line': 0, 'line_apart': 0}


@dataclass(frozen=True)
class Word:
    """One text given to `word()`, and the file it stands in."""
    text: str
    file: str


def own_words() -> list[Word]:
    """The texts of the interview bridge, of the `${ word(...) }` calls in the interviews and of the plain pages, each once."""
    found: dict[str, Word] = {}
    bridge = data_file(PACKAGE, 'interview')
    for path in sorted(bridge.rglob('*.py')):
        # A task's module holds the words of its card and its parts, which the home screen and the frame draw
        texts = module_texts(ast.parse(path.read_text(encoding='utf-8'))) if path.parent.name == 'tasks' else module_words(path)
        for text in texts:
            found.setdefault(text, Word(text, f'interview/{path.relative_to(bridge)}'))
    for text in workshop_words():
        found.setdefault(text, Word(text, 'workshop'))
    for folder, kind in ((data_file(PACKAGE, 'data/questions'), '*.yml'), (data_file(PACKAGE, 'server/coming_back/pages'), '*.html'),
                         (data_file(PACKAGE, 'server/workshop/pages'), '*.html')):
        for path in sorted(folder.rglob(kind)):
            for match in IN_TEMPLATE.finditer(path.read_text(encoding='utf-8')):
                found.setdefault(match.group(2), Word(match.group(2), str(path.relative_to(folder))))
    return list(found.values())


def workshop_words() -> Iterator[str]:
    """The texts of a workshop's pages that stand in Python: all of its words, which its templates draw, and what its modules give to `word()`."""
    yield from module_texts(ast.parse(data_file(PACKAGE, 'workshop/words.py').read_text(encoding='utf-8')))
    for path in sorted(data_file(PACKAGE, 'server/workshop').glob('*.py')):
        yield from module_words(path)


def module_words(path: Path) -> Iterator[str]:
    """The texts that one module gives to `word()`."""
    tree = ast.parse(path.read_text(encoding='utf-8'))
    drawers = word_functions(tree)
    texts, tables = False, set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        position = drawers.get(name_of(call.func))
        if position is None or len(call.args) <= position:
            continue
        for piece in choices_of(call.args[position]):
            if isinstance(piece, ast.Constant):
                if isinstance(piece.value, str):
                    yield piece.value
            elif outside := table_of(piece):
                tables.add(outside)
            elif not is_parameter(piece, tree):
                texts = True
    if texts:
        yield from module_texts(tree)
    for module_name, table in sorted(tables):
        yield from table_texts(imported(tree, module_name), table)


def name_of(function: ast.expr) -> str:
    """The plain name a call goes to."""
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ''


def choices_of(argument: ast.expr) -> list[ast.expr]:
    """The expressions an argument may be: both arms of an `if` and of an `or`."""
    if isinstance(argument, ast.IfExp):
        return [*choices_of(argument.body), *choices_of(argument.orelse)]
    if isinstance(argument, ast.BoolOp):
        return [piece for value in argument.values for piece in choices_of(value)]
    return [argument]


def word_functions(tree: ast.Module) -> dict[str, int]:
    """`word`, and each function that gives one of its own arguments to it, with the place of that argument."""
    here = {function.name for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)}
    found = {name: place for name, place in DRAW_LATER.items() if name not in here}
    while True:
        more = {function.name: place for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)
                if function.name not in found and (place := handed_on(function, found)) is not None}
        if not more:
            return found
        found |= more


def handed_on(function: ast.FunctionDef, drawers: dict[str, int]) -> int | None:
    """Which of a function's arguments it gives to `word()` as it is; None when it gives none."""
    names = [argument.arg for argument in function.args.args]
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        position = drawers.get(name_of(call.func))
        if position is not None and len(call.args) > position:
            argument = call.args[position]
            if isinstance(argument, ast.Name) and argument.id in names:
                return names.index(argument.id)
    return None


def is_parameter(piece: ast.expr, tree: ast.Module) -> bool:
    """Whether a name is an argument of the function it stands in, so that the text comes from that function's callers."""
    if not isinstance(piece, ast.Name):
        return False
    return any(piece in ast.walk(function) and piece.id in [argument.arg for argument in function.args.args]
               for function in ast.walk(tree) if isinstance(function, ast.FunctionDef))


def table_of(piece: ast.expr) -> tuple[str, str] | None:
    """The module and the name of the table of another module that a text is taken from, as `progress.PROGRESS_WORDS[...]`."""
    for node in ast.walk(piece):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and TABLE_NAME.fullmatch(node.attr):
            return node.value.id, node.attr
    return None


def imported(tree: ast.Module, name: str) -> str:
    """The full name of a module of ours imported as `name`. Raises LookupError when it is not imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return f'{node.module}.{alias.name}'
    raise LookupError(name)


def table_texts(module_name: str, table: str) -> Iterator[str]:
    """Every text in a table of a module of ours."""
    yield from texts_in(getattr(importlib.import_module(module_name), table))


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a structure; of a mapping, its values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts_in(item)


def module_texts(tree: ast.Module) -> Iterator[str]:
    """Every constant of a module that reads as text, but for documentation and the pieces of f-strings."""
    skipped = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    skipped |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped and READS_AS_TEXT.match(node.value):
            yield node.value
