"""Which screens of the interview belong to a task, read from its parts: each asks through functions of `ask/`, whose module is named after a file."""
import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from docassemble.base.language.words import word

from docassemble.immdef_selfhelp.interview import on_paper
from docassemble.immdef_selfhelp.interview.on_paper import BlankScreen
from docassemble.immdef_selfhelp.interview.task import Task
from docassemble.immdef_selfhelp.names import PACKAGE

ASKING, TASK_MODULES = f'{PACKAGE}.interview.ask.', f'{PACKAGE}.interview.tasks.'


@dataclass(frozen=True)
class BlankPart:
    """One part of a task on paper: its name, and its screens in the order of their file."""
    title: str
    screens: tuple[BlankScreen, ...]


def asking_modules(function: Any, seen: set[Any]) -> Iterator[str]:
    """The modules of `ask/` through which a function asks, by their short names, in the order it reaches them."""
    for code in codes_in(function.__code__):
        for name in code.co_names:
            reached = function.__globals__.get(name)
            if isinstance(reached, types.FunctionType) and reached.__module__.startswith((ASKING, TASK_MODULES)) and reached not in seen:
                seen.add(reached)
                if reached.__module__.startswith(ASKING):
                    yield reached.__module__.removeprefix(ASKING)
                yield from asking_modules(reached, seen)


def codes_in(code: types.CodeType) -> Iterator[types.CodeType]:
    """A piece of code and those inside it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, types.CodeType):
            yield from codes_in(one)


def files_of(task: Task, files: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The parts of a task with the files of the interviews that no part before them has: `subjects/people.yml`, also `subjects/people_more.yml`."""
    yield task.title, [f'tasks/{task.id}.yml']
    taken = set[str]()
    for part in task.parts:
        own = []
        for module in asking_modules(part.ask, set()):
            own += [file for file in files if file not in taken and (file == f'subjects/{module}.yml' or file.startswith(f'subjects/{module}_'))]
            taken.update(own)
        yield part.name, own


def blank_parts(task: Task, interview: Any, language: str, on: date) -> list[BlankPart]:
    """A whole task with nothing told; parts that ask nothing of their own are left out."""
    files = sorted({'/'.join(str(question.from_source.get_name()).split('/')[-2:]) for question in interview.all_questions})
    found = []
    for title, names in files_of(task, files):
        questions = (question for name in names for question in on_paper.screens_in(interview, name))
        drawn = ((question, on_paper.blank_screen(question, language, on)) for question in questions)
        shown = tuple(screen for question, screen in drawn if on_paper.is_for_paper(question, screen))
        if shown:
            found.append(BlankPart(word(title, language=language), shown))
    return found
