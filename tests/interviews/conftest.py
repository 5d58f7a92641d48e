"""After the walks: what must not happen to each family, and what holds it."""
import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table whenever its tests ran."""
    ran = {report.nodeid for reports in terminalreporter.stats.values() for report in reports if hasattr(report, 'nodeid')}
    if any('test_must_not' in name for name in ran):
        from interviews.must_not_table import table
        terminalreporter.section('what must not happen, and what holds it')
        for line in table():
            terminalreporter.write_line(line)
