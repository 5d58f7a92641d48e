"""Every task, in the order of the cards. This is the only list of them: a line is the name of a module here, which ends in its `TASK`."""
from importlib import import_module

from docassemble.immdef_selfhelp.interview.task import Task

ORDER = (
    'screening',
    'know_your_rights',
    'border_preparation',
    'credible_fear',
    'documents',
    'family_unity',
    'custody_conditions',
    'sponsor',
    'advocacy',
    'court_training',
    'application',
    'court_case',
)
TASKS: tuple[Task, ...] = tuple(import_module(f'{__name__}.{name}').TASK for name in ORDER)
