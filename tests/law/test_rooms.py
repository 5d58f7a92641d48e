"""Every module of law/rules that has rules is one of the rooms, so that no rule is written and never asked."""
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from docassemble.immdef_selfhelp.law import rules
from docassemble.immdef_selfhelp.law.findings import found


def with_rules() -> dict[str, ModuleType]:
    """The modules of the folder that end in RULES, by name."""
    modules = {name: import_module(f'{rules.__name__}.{name}') for _, name, _ in iter_modules(rules.__path__)}
    return {name: module for name, module in modules.items() if hasattr(module, 'RULES')}


def forgotten(rooms: tuple[ModuleType, ...]) -> list[str]:
    """The modules with rules that are none of the rooms."""
    return [name for name, module in with_rules().items() if module not in rooms]


def test_every_module_with_rules_is_a_room() -> None:
    assert forgotten(found.ROOMS) == []
    assert len(found.ROOMS) == len(set(found.ROOMS)) == len(with_rules())


def test_every_rule_of_a_module_is_in_its_rules() -> None:
    """A function of the shape of a rule that stands in no RULES is never asked."""
    for name, module in with_rules().items():
        shaped = {one for one in vars(module).values() if getattr(one, '__module__', '') == module.__name__ and is_rule(one)}
        assert shaped <= set(module.RULES), name


def is_rule(function: object) -> bool:
    hints = getattr(function, '__annotations__', {})
    code = getattr(function, '__code__', None)
    return code is not None and code.co_varnames[:code.co_argcount] == ('facts', 'on') and str(hints.get('return')).endswith('Finding]')


@pytest.mark.parametrize('left_out', found.ROOMS, ids=lambda room: room.__name__.rpartition('.')[2])
def test_leaving_a_room_out_is_seen(left_out: ModuleType) -> None:
    rooms = tuple(room for room in found.ROOMS if room is not left_out)
    assert forgotten(rooms) == [left_out.__name__.rpartition('.')[2]]
