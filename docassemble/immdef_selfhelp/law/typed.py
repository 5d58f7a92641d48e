"""What the types of a frozen dataclass say of the keys it is read from: for the lists of the law's data, and for what a family told."""
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Key:
    """The name under which a value is kept, where it is not the attribute's own."""
    name: str


def marks_of(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The plain type of a hint and what is said about it."""
    return (get_args(hint)[0], get_args(hint)[1:]) if get_origin(hint) is Annotated else (hint, ())


@cache
def parts_of(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a dataclass with their hints, the marks kept."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((part, hints[part.name]) for part in fields(kind))


def key_of(name: str, hint: Any) -> str:
    """The name under which a value is kept."""
    return next((mark.name for mark in marks_of(hint)[1] if isinstance(mark, Key)), name)


def is_optional(part: Field[Any]) -> bool:
    """Whether a field has a value of its own when nothing is kept for it."""
    return part.default is not MISSING or part.default_factory is not MISSING
