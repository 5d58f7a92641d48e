"""Every task, in the order of the cards. This is the only list of them."""
from docassemble.immdef_selfhelp.interview.task import Task
from docassemble.immdef_selfhelp.interview.tasks import (
    border_preparation,
    court_case,
    credible_fear,
    documents,
    family_unity,
    know_your_rights,
    screening,
)

TASKS: tuple[Task, ...] = (
    screening.TASK,
    know_your_rights.TASK,
    border_preparation.TASK,
    credible_fear.TASK,
    documents.TASK,
    court_case.TASK,
    family_unity.TASK,
)
