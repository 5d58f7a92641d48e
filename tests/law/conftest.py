"""After the tests of the law: the table of expected against raised codes."""
import pytest
from law.expert_cases import table


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print recall and precision over the ten cases, whenever their tests ran."""
    ran = {report.nodeid for reports in terminalreporter.stats.values() for report in reports if hasattr(report, 'nodeid')}
    if any('test_expert_cases' in name for name in ran):
        terminalreporter.section('ten cases: expected and raised codes')
        for line in table():
            terminalreporter.write_line(line)
