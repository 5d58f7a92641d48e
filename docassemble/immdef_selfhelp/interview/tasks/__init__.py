"""Every task, in the order of the cards. This is the only list of them."""
from docassemble.immdef_selfhelp.interview.task import Task
from docassemble.immdef_selfhelp.interview.tasks import credible_fear, documents, screening

TASKS: tuple[Task, ...] = (screening.TASK, credible_fear.TASK, documents.TASK)
