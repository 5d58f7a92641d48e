"""A case file: the answers of one family in the shape of docs/answers.md, and what must come out."""
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

NAME = re.compile(r"""([A-Za-z_]\w*)|\[(\d+)\]|\[(['"])(.*?)\3\]""")

ONLY_READ = 'know_your_rights'


class CaseFileError(ValueError):
    """A case file that cannot be read. The message says what is wrong with it."""


class Plain(yaml.SafeLoader):
    """YAML in which `yes` and `no` are words: here they are answers, not truth values."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != 'tag:yaml.org,2002:bool']
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_case(path: Path) -> dict[str, Any]:
    """The content of a case file. Raises CaseFileError when it cannot be read or holds no answers."""
    try:
        content = yaml.load(path.read_text(encoding='utf-8'), Loader=Plain)  # noqa: S506  (a SafeLoader, less its truth values)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CaseFileError(f'{path} cannot be read as YAML: {error}') from error
    if not isinstance(content, dict) or not isinstance(content.get('answers'), dict):
        raise CaseFileError(f'{path} has no answers: a case file has a part named "answers", in the shape of docs/answers.md')
    return content


def day_of(content: Mapping[str, Any]) -> date | None:
    """The day a case file is walked on; None when it names none. Raises CaseFileError when it is no day."""
    day = content.get('day')
    if day is not None and type(day) is not date:
        raise CaseFileError(f'"day: {day}" is not a day written YYYY-MM-DD')
    return day


def path_of(variable: str) -> tuple[str | int, ...]:
    """The names and numbers in a variable: `tellings[0].when.year` is tellings, 0, when, year."""
    return tuple(int(number) if number else name or key for name, number, _, key in NAME.findall(variable))


def look_up(answers: Any, path: tuple[str | int, ...]) -> Any:
    """What the answers say at a path; None when they say nothing."""
    for step in path:
        known = step in answers if isinstance(answers, Mapping) else isinstance(answers, list) and isinstance(step, int) and step < len(answers)
        if not known:
            return None
        answers = answers[step]
    return answers


def first_task(answers: Mapping[str, Any]) -> str:
    """The task a case answers first: what a walk through one task is about. What is only read asks nothing."""
    told = answers.get('task') or 'credible_fear'
    listed = [str(one) for one in told] if isinstance(told, list) else [str(told)]
    return next((one for one in listed if one != ONLY_READ), listed[0])
