"""A family's answers as JSON, to take to another session: what was told, and nothing of docassemble.

docassemble keeps a session as a pickle, and reading a pickle that somebody made runs whatever they want. JSON with three kinds of objects cannot do
that, says the same after an update of docassemble, and leaves behind what belongs to one phone: its way back, its screens, whether it is safe.
"""
import json
import types
from collections.abc import Mapping
from typing import Any

from docassemble.base.util import DADict, DAList, DAObject

CLASSES = {'DAObject': DAObject, 'DAList': DAList, 'DADict': DADict}
# Asked again: they are about the phone, and where the family stands. The rest is docassemble's own.
LEFT_BEHIND = frozenset({'phone_safety', 'phone_advice', 'task', 'came_from', 'nav', 'url_args'})
CODE = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)
OBJECT, CLASS, MAPPING, SET, NAME = 'object', 'class', 'mapping', 'set', 'instanceName'


class NotAnAnswer(TypeError):
    """A kind of value that no answer has; the message names the place and the kind, never the value."""


def packed(variables: Mapping[str, Any]) -> dict[str, Any]:
    """The answers among the variables of a session, as JSON can hold them.

    Raises NotAnAnswer.
    """
    return {name: _packed(value, name) for name, value in variables.items() if _is_told(name, value)}


def unpacked(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The variables of a session again. Names of objects come from their place, as docassemble writes and runs code with them.

    Raises NotAnAnswer.
    """
    return {name: _unpacked(value, name) for name, value in answers.items() if name.isidentifier() and _is_told(name, value)}


def to_bytes(answers: Mapping[str, Any]) -> bytes:
    """JSON in UTF-8."""
    return json.dumps(answers, ensure_ascii=False, separators=(',', ':')).encode()


def _is_told(name: str, value: Any) -> bool:
    """Whether a variable is an answer: not docassemble's, not of this phone, no code, and no second name of an object that has its own place."""
    alias = isinstance(value, DAObject) and value.instanceName != name
    return not (name.startswith('_') or name in LEFT_BEHIND or isinstance(value, CODE) or alias)


def _packed(value: Any, place: str) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, DAObject):
        return {OBJECT: _class_name(type(value), place), 'has': {name: _packed(item, _inside(place, name)) for name, item in vars(value).items()
                                                                 if name != NAME}}
    if isinstance(value, list | tuple):
        return [_packed(item, f'{place}[{number}]') for number, item in enumerate(value)]
    if isinstance(value, dict):
        return {MAPPING: [[key, _packed(item, f'{place}[{key!r}]')] for key, item in value.items()]}
    if isinstance(value, set):
        return {SET: [_packed(item, place) for item in value]}
    if isinstance(value, type):
        return {CLASS: _class_name(value, place)}
    raise NotAnAnswer(f'{place} is a {type(value).__name__}')


def _class_name(kind: type, place: str) -> str:
    if CLASSES.get(kind.__name__) is not kind:
        raise NotAnAnswer(f'{place} is a {kind.__name__}')
    return kind.__name__


def _inside(place: str, attribute: str) -> str:
    """The place of an attribute. What a list or a dictionary holds has the place of its owner and an index."""
    return place if attribute == 'elements' else f'{place}.{attribute}'


def _unpacked(value: Any, place: str) -> Any:
    if isinstance(value, list):
        return [_unpacked(item, f'{place}[{number}]') for number, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    match value:
        case {'object': str(kind), 'has': dict(attributes)} if kind in CLASSES:
            made = CLASSES[kind].__new__(CLASSES[kind])
            vars(made).update({name: _unpacked(item, _inside(place, name)) for name, item in attributes.items() if name != NAME})
            vars(made)[NAME] = place
            return made
        case {'class': str(kind)} if kind in CLASSES:
            return CLASSES[kind]
        case {'mapping': list(pairs)}:
            return {key: _unpacked(item, f'{place}[{key!r}]') for key, item in pairs}
        case {'set': list(items)}:
            return {_unpacked(item, place) for item in items}
    raise NotAnAnswer(place)
