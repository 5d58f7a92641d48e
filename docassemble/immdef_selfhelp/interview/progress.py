"""How far a task is, and the one walk through its parts. A count of parts and minutes, never a judgement of what was told."""
from collections.abc import Iterator, Mapping
from typing import Any

from docassemble.base.thread_context import this_thread
from docassemble.base.util import word

from docassemble.immdef_selfhelp.interview.ask.tellers import APPLICANT, tellings_of
from docassemble.immdef_selfhelp.interview.fields import person_label
from docassemble.immdef_selfhelp.interview.look import hide_about, show_bar
from docassemble.immdef_selfhelp.interview.task import Part, Task, TellingPart, Variables
from docassemble.immdef_selfhelp.interview.tasks import TASKS
from docassemble.immdef_selfhelp.interview.text import told

# Where in which task the screen of this request stands, for the board of a workshop.
WHERE = 'selfhelp_where'
NOT_BEGUN, BEGUN, TOLD = 'not_begun', 'begun', 'told'


def task_of(task_id: str) -> Task:
    """The task with this id. Raises KeyError for none."""
    return {task.id: task for task in TASKS}[task_id]


def parts_of(task: Task, variables: Variables) -> Iterator[tuple[Part | TellingPart, Any]]:
    """The parts one after the other, each with the telling it belongs to or None. Who tells is looked up when the parts before it are through."""
    yield from ((part, None) for part in task.before)
    if task.of_each:
        yield from ((part, telling) for telling in tellings_of(variables) for part in task.of_each)
    yield from ((part, None) for part in task.after)


def whose(variables: Variables, telling: Any) -> str:
    """Whose telling it is, in words, where more than one tells."""
    person = variables.applicant if telling.person == APPLICANT else variables.family[int(telling.person.removeprefix('family_'))]
    return told(str(person.given_names)) if vars(person).get('given_names') else person_label(person)


def where_words(number: int, total: int, name: str, person: str) -> str:
    """Where in a task a screen stands, as "Part 3 of 7 · What happened"."""
    said = word('Part {number} of {total}').format(number=number, total=total)
    return ' · '.join(part for part in (said, word(name), person) if part)


def where_in(task: Task, variables: Variables, part: Part | TellingPart, telling: Any, number: int) -> str:
    """The same for the screens of one part; nothing in a task that only reads."""
    if task.only_read:
        return ''
    tellings = tellings_of(variables)
    person = whose(variables, telling) if telling is not None and len(tellings) > 1 else ''
    return where_words(number, task.number_of_parts(max(1, len(tellings))), part.name, person)


def note_opened(task: Task, variables: Variables) -> None:
    """Keep that a task was begun."""
    own = getattr(variables, task.id)
    if 'opened' not in vars(own):
        own.opened = True


def ask_task(task_id: str, named: Mapping[str, Any]) -> None:
    """Look at everything that the parts of a task ask, and keep on each screen where in the task it stands.

    For the first answer that is missing docassemble asks its screen; after the last part nothing is missing.
    """
    task, variables = task_of(task_id), Variables(named)
    if not task.only_read:
        note_opened(task, variables)
    for number, (part, telling) in enumerate(parts_of(task, variables), 1):
        this_thread.misc[WHERE] = (task.id, number, task.number_of_parts(max(1, len(tellings_of(variables)))))
        hide_about()
        try:
            if isinstance(part, TellingPart):
                part.ask(variables, telling)
            else:
                part.ask(variables)
        except BaseException:  # an answer is missing, and its screen says where it stands
            show_bar(variables.phone_safety, where_in(task, variables, part, telling, number), task_id)
            raise
    show_bar(variables.phone_safety)


def is_told(part: Part | TellingPart, variables: Variables, telling: Any) -> bool:
    """Whether one part is told."""
    return part.told(variables, telling) if isinstance(part, TellingPart) else part.told(variables)


def parts_left(task: Task, variables: Variables) -> list[Part | TellingPart]:
    """The parts that are not told yet. Before anybody tells, one telling is ahead."""
    ahead = [] if tellings_of(variables) else list(task.of_each)
    return [part for part, telling in parts_of(task, variables) if not is_told(part, variables, telling)] + ahead


def begun(task: Task, variables: Variables) -> bool:
    """Whether a task was opened. Sessions from before this was noted: whether a part is told that only this task has."""
    elsewhere = {part.told for other in TASKS if other is not task for part in other.parts}
    return variables.has(task.id, 'opened') or any(
        is_told(part, variables, telling) for part, telling in parts_of(task, variables) if part.told not in elsewhere)


def state(task: Task, variables: Variables) -> str:
    """`told` when no part is left, `not_begun` until it was opened, else `begun`."""
    if not parts_left(task, variables):
        return TOLD
    return BEGUN if begun(task, variables) else NOT_BEGUN


def minutes_left(task: Task, variables: Variables) -> int:
    """How many minutes the parts that are left take."""
    return sum(part.minutes for part in parts_left(task, variables))
