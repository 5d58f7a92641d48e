"""The interview as it was on another day: a case file tells dates, and what is near or past depends on the day it is walked."""
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, tzinfo

from docassemble.immdef_selfhelp.walk.engine import start


@contextmanager
def on_day(day: date | None) -> Iterator[None]:
    """For the length of a block the interview takes this for today; None leaves the clock alone."""
    if day is None:
        yield
        return
    start()
    from docassemble.immdef_selfhelp.interview import answers

    noon = datetime.combine(day, time(12))

    class Noon(datetime):
        """The clock of that day, always at noon."""
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> 'Noon':
            return cls.combine(noon.date(), noon.time(), tz)

    module, clock = vars(answers), vars(answers)['datetime']
    module['datetime'] = Noon
    try:
        yield
    finally:
        module['datetime'] = clock
