"""YAML of the law room read strictly: a key nobody knows, a key told twice or a text in one language only is an error that names its place."""
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from docassemble.immdef_selfhelp.names import LANGUAGES


class LawDataError(ValueError):
    """A legal data file that must not be used. The message names the file, the fact and what is wrong."""


class UniqueKeyLoader(yaml.SafeLoader):
    """YAML in which a key that stands twice in one mapping is an error. PyYAML would keep the last one without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping. Raises ConstructorError when a key stands twice."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f'{key!r} stands twice', node.start_mark)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises LawDataError when it is no YAML or a key stands twice."""
    try:
        return yaml.load(path.read_text(encoding='utf-8'), UniqueKeyLoader)  # noqa: S506 (a SafeLoader)
    except yaml.YAMLError as broken:
        raise LawDataError(f'{path.name}: {broken}') from broken


def need(condition: bool, where: str, problem: str) -> None:
    """Raises LawDataError unless the condition holds."""
    if not condition:
        raise LawDataError(f'{where}: {problem}')


def text_in(entry: Any, key: str, where: str) -> str:
    """The text of a key that must be there and not empty, with single spaces. Raises LawDataError."""
    found = entry.get(key) if isinstance(entry, Mapping) else None
    need(isinstance(found, str) and bool(found.strip()), where, f'{key!r} is missing or empty')
    return ' '.join(str(found).split())


def both_languages(entry: Any, where: str) -> Mapping[str, str]:
    """A text in every language. Raises LawDataError when one is missing."""
    return MappingProxyType({language: text_in(entry, language, where) for language in LANGUAGES})


def known_keys(entry: Any, known: frozenset[str], where: str) -> None:
    """Raises LawDataError when the entry is no mapping or has a key nobody reads."""
    need(isinstance(entry, Mapping), where, 'must be a mapping')
    unknown = sorted(str(key) for key in set(entry) - known)
    need(not unknown, where, f'unknown keys: {", ".join(unknown)}')


def day_in(entry: Mapping[str, Any], key: str, where: str) -> date:
    """The calendar day of a key. Raises LawDataError."""
    found = entry.get(key)
    if not isinstance(found, date) or isinstance(found, datetime):
        raise LawDataError(f'{where}: {key!r} must be a day written YYYY-MM-DD')
    return found
