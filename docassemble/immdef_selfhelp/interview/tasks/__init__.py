"""Every task, in the order of the cards. This is the only list of them."""
from docassemble.immdef_selfhelp.interview.task import Task
from docassemble.immdef_selfhelp.interview.tasks import (
    advocacy,
    application,
    border_preparation,
    court_case,
    court_training,
    credible_fear,
    custody_conditions,
    documents,
    family_unity,
    know_your_rights,
    screening,
    sponsor,
)

TASKS: tuple[Task, ...] = (
    screening.TASK,
    know_your_rights.TASK,
    border_preparation.TASK,
    credible_fear.TASK,
    documents.TASK,
    family_unity.TASK,
    custody_conditions.TASK,
    sponsor.TASK,
    advocacy.TASK,
    court_training.TASK,
    application.TASK,
    court_case.TASK,
)
