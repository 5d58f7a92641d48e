"""The screen that sends somebody to a lawyer before going on."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.situation import stops_to_read


def ask_to_stop(situation: Any, person: str = 'applicant') -> None:
    """The screen "talk to a lawyer before you go on", for what this person may read. A reason told later shows it again, alone."""
    situation.stops_for = person
    new = [found.code for found in stops_to_read(situation)]
    if new:
        look_at(situation.stop_read)
        situation.stops_seen = [*vars(situation).get('stops_seen', ()), *new]
        del situation.stop_read
