"""For all walks: the day of the invented families; after them: what must not happen to each family, and what holds it."""
from collections.abc import Iterator
from datetime import date

import pytest

from docassemble.immdef_selfhelp.walk.day import on_day

DAY = date(2026, 11, 24)


@pytest.fixture(scope='session', autouse=True)
def day_of_the_cases() -> Iterator[None]:
    """It is the day on which the families tell (`day` in each case file), whenever the tests run."""
    with on_day(DAY):
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table whenever its tests ran."""
    ran = {report.nodeid for reports in terminalreporter.stats.values() for report in reports if hasattr(report, 'nodeid')}
    if any('test_must_not' in name for name in ran):
        from interviews.must_not_table import table
        terminalreporter.section('what must not happen, and what holds it')
        for line in table():
            terminalreporter.write_line(line)
