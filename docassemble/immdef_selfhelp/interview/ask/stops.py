"""The screen that sends somebody to a lawyer before going on."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.stops import codes_to_read


def ask_to_stop(place: Any, person: str = 'applicant') -> None:
    """The screen "talk to a lawyer before you go on", for what this person may read. A reason told later shows it again, alone."""
    place.stops_for = person
    new = codes_to_read(place)
    if new:
        look_at(place.stop_read)
        place.stops_seen = [*vars(place).get('stops_seen', ()), *new]
        del place.stop_read
