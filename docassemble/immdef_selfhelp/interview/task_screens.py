"""Which screens of the interview belong to a task, read from its parts: each asks through functions of `ask/`, whose module is named after a file."""
import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docassemble.base.language.words import word

from docassemble.immdef_selfhelp.interview import on_paper
from docassemble.immdef_selfhelp.interview.lists import COMMON_LEAD, LEADS, LISTS, NOT_KNOWN, list_groups
from docassemble.immdef_selfhelp.interview.on_paper import BlankScreen
from docassemble.immdef_selfhelp.interview.task import Task
from docassemble.immdef_selfhelp.names import PACKAGE

ASKING, TASK_MODULES = f'{PACKAGE}.interview.ask.', f'{PACKAGE}.interview.tasks.'
OF_LISTS = 'subjects/lists.yml'


@dataclass(frozen=True)
class BlankPart:
    """One part of a task on paper: its name, and its screens in the order of their file."""
    title: str
    screens: tuple[BlankScreen, ...]


def asked_through(function: Any, seen: set[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The modules of `ask/` through which a function asks, by their short names, in the order it reaches them; each function with all its names."""
    for code in codes_in(function.__code__):
        for name in code.co_names:
            reached = function.__globals__.get(name)
            if isinstance(reached, types.FunctionType) and reached.__module__.startswith((ASKING, TASK_MODULES)) and reached not in seen:
                seen.add(reached)
                if reached.__module__.startswith(ASKING):
                    yield reached.__module__.removeprefix(ASKING), code.co_names
                yield from asked_through(reached, seen)


def codes_in(code: types.CodeType) -> Iterator[types.CodeType]:
    """A piece of code and those inside it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, types.CodeType):
            yield from codes_in(one)


def places_of(task: Task, files: Sequence[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """The parts of a task, with the files of the interviews and the lists to mark that no part before them has.

    The module `people` asks what stands in `subjects/people.yml`, and in `subjects/people_more.yml` if there is one.
    """
    yield task.title, [f'tasks/{task.id}.yml'], []
    taken = {OF_LISTS}
    for part in task.parts:
        own: list[str] = []
        lists: list[str] = []
        first = part.ask.__module__.removeprefix(ASKING)
        for module, names in ((first, part.ask.__code__.co_names), *asked_through(part.ask, set())):
            own += [file for file in files if file not in taken and (file == f'subjects/{module}.yml' or file.startswith(f'subjects/{module}_'))]
            lists += [name for name in names if name in LISTS and name not in taken]
            taken.update(own, lists)
        yield part.name, own, lists


def list_screens(name: str, language: str) -> Iterator[BlankScreen]:
    """A list to mark, as it is asked: its choices are made by code."""
    for number, group in enumerate(list_groups(name)):
        choices = (*(mark.ask[language] for mark in group.marks), word(NOT_KNOWN, language=language), word('None of these', language=language))
        yield BlankScreen(f'{name}_{number}', group.title[language], word(LEADS.get(name, COMMON_LEAD), language=language), (),
                          (on_paper.Ask(name, '', on_paper.TICKS, choices),))


def blank_parts(task: Task, interview: Any, language: str, on: date) -> list[BlankPart]:
    """A whole task with nothing told; parts that ask nothing of their own are left out."""
    files = sorted({'/'.join(str(question.from_source.get_name()).split('/')[-2:]) for question in interview.all_questions})
    found = []
    for title, names, lists in places_of(task, files):
        questions = (question for name in names for question in on_paper.screens_in(interview, name))
        drawn = ((question, on_paper.blank_screen(question, language, on)) for question in questions)
        shown = [screen for question, screen in drawn if on_paper.is_for_paper(question, screen)]
        shown += (screen for name in lists for screen in list_screens(name, language))
        if shown:
            found.append(BlankPart(word(title, language=language), tuple(shown)))
    return found
