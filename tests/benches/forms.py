"""Seconds to fill Form I-589 and to read it back from its pages."""
import time
from collections.abc import Callable, Mapping

from documents.forms.blanks import blank, path_of
from documents.forms.test_blanks import everything, large_family

from docassemble.immdef_selfhelp.documents.forms import readback
from docassemble.immdef_selfhelp.documents.forms.fill import fill, printed
from docassemble.immdef_selfhelp.documents.forms.map import read_map

FORM = 'i-589'
RUNS = 3


def best[T](work: Callable[[], T]) -> tuple[float, T]:
    """The shortest seconds of some runs, and what the work gave."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        made = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds), made


def told() -> str:
    """The figures as text; or that the blank is not here."""
    if path_of(FORM) is None:
        return 'forms: the blank is not here (SELFHELP_TEST_FORMS names its folder)'
    families: Mapping[str, Mapping[str, str]] = {'every box': everything(read_map(FORM), FORM), '40 events, ten children': large_family()}
    lines = []
    for name, answers in families.items():
        filling, made = best(lambda answers=answers: fill(read_map(FORM), blank(FORM), answers))  # type: ignore[misc]
        reading, wrong = best(lambda made=made: readback.problems(made))  # type: ignore[misc]
        printing, pages = best(lambda made=made: printed(made))  # type: ignore[misc]
        lines.append(f'forms, {name}: filled in {filling:.2f} s ({len(made.main) // 1024} KB, {len(made.more)} more pages), '
                     f'read back in {reading:.2f} s ({len(wrong)} wrong), printed in {printing:.2f} s ({len(pages) // 1024} KB)')
    return '\n'.join(lines)
