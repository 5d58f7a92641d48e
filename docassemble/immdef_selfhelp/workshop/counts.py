"""The counts of a workshop for reports. Nobody can be found in them: what was ticked or chosen by fewer than five families is not told."""
import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEWEST = 5
HIDDEN = '< 5'


def shown(number: int) -> str:
    """A count as it may be read: nobody, or five and more; else that it is fewer than five."""
    return str(number) if number == 0 or number >= FEWEST else HIDDEN


@dataclass(frozen=True)
class Line:
    """One line of the report: a group, what is counted in it, and the count as it may be read."""

    group: str
    name: str
    count: str


WORKSHOP, LANGUAGE, TASK, TICKED = 'workshop', 'language', 'task', 'ticked'
FAMILIES, HELPED = 'families', 'help_answered'


def lines(counted: Mapping[str, int]) -> list[Line]:
    """The report of counts by `group:name`. Of the whole room the numbers are told; inside it, none under five."""
    split = [(*name.partition(':')[::2], number) for name, number in sorted(counted.items())]
    return [Line(group, name, str(number) if group == WORKSHOP else shown(number)) for group, name, number in split]


def as_csv(day: str, place: str, found: Iterable[Line]) -> str:
    """The report as a table for a spreadsheet. A cell that a spreadsheet would take for a formula is quoted as text (OWASP, CSV injection)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(['day', 'place', 'group', 'counted', 'number'])
    for line in found:
        writer.writerow([day, f"'{place}" if place[:1] in '=+-@\t\r' and place else place, line.group, line.name, line.count])
    return out.getvalue()
