"""Answers of a walk in process, given over HTTP: the quick way to stand a phone at a screen."""
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from server.client import Phone

from docassemble.immdef_selfhelp.walk.case_file import first_task, read_case
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.session import Session

CASES = Path(__file__).parents[1] / 'cases'


def steps_of(case: str, **changed: Any) -> list[Step]:
    """What the family of a case answers, screen by screen; `changed` are answers told otherwise."""
    answers = read_case(CASES / f'{case}.yml')['answers'] | changed
    return list(Driver(answers, 'es', first_task(answers)).walk(Session()))


def given(step: Step) -> dict[str, Any]:
    """The answers of a step by the names the form sends."""
    return {entry.name: step.given[entry.variable] for entry in step.screen.entries if step.given.get(entry.variable) not in (None, [])}


def answer(phone: Phone, step: Step) -> None:
    """Answer the screen that stands there as the walk did."""
    assert phone.screen.identity == step.screen.id, f'the server shows "{phone.screen.identity}", the walk was at "{step.screen.id}"'
    if step.screen.buttons:
        phone.answer(press=str(step.given[step.screen.button_variable]))
    else:
        phone.answer(given(step))


def walk_to(phone: Phone, steps: Iterable[Step], screen: str) -> None:
    """Answer up to the first screen with this id."""
    phone.open()
    for step in steps:
        if step.screen.id == screen:
            break
        answer(phone, step)
    assert phone.screen.identity == screen, phone.screen.text
