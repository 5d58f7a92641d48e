"""Know my rights: read, not told. It asks nothing, so it can be opened before anything else, and it keeps nothing."""
from datetime import date

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.task import SITUATION, Card, Part, Task
from docassemble.immdef_selfhelp.law.facts.facts import Facts


def card(_facts: Facts, _on: date) -> Card:
    """The same for everybody."""
    return Card('Know my rights', 'What to do and what to say in ten situations, a card for the wallet and sheets to print', SITUATION)


TASK = Task(
    id='know_your_rights',
    title='Know my rights',
    card=card,
    only_read=True,
    # Its one screen lists the situations and is never through; the links from there open the others (interviews/tasks/know_your_rights.yml)
    before=(Part('The situations', 0, lambda told: look_at(told.know_your_rights_menu), lambda _: False),),
)
