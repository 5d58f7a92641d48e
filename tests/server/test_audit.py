"""The audit of dependencies: a known vulnerability and an exception past its day fail, silence of the service is said and fails nothing."""
import datetime
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

SCRIPT = Path(__file__).parents[2] / 'scripts' / 'audit.py'
specification = importlib.util.spec_from_file_location('audit', SCRIPT)
assert specification and specification.loader
audit = importlib.util.module_from_spec(specification)
specification.loader.exec_module(audit)

TODAY = datetime.date(2026, 11, 25)
FOUND = {'id': 'PYSEC-2026-1', 'aliases': ['CVE-2026-1'], 'fix_versions': ['2.0']}


def report(*vulnerabilities: dict[str, Any], silent: int = 0, good: int = 1) -> str:
    """What pip-audit prints."""
    packages: list[dict[str, Any]] = [{'name': f'good{number}', 'version': '1', 'vulns': []} for number in range(good)]
    packages += [{'name': f'silent{number}', 'skip_reason': 'not found'} for number in range(silent)]
    packages += [{'name': 'Bad', 'version': '1.0', 'vulns': list(vulnerabilities)}] if vulnerabilities else []
    return json.dumps({'dependencies': packages, 'fixes': []})


def exception(**changed: Any) -> dict[str, Any]:
    return {'id': 'CVE-2026-1', 'package': 'bad', 'reason': 'not reached', 'added': TODAY, 'review_by': TODAY} | changed


def test_nothing_found_passes() -> None:
    assert audit.judged(report(), [], TODAY) == (0, ['1 of 1 packages audited, 0 vulnerabilities.'])


def test_a_known_vulnerability_fails_even_when_the_rest_is_silent() -> None:
    code, lines = audit.judged(report(FOUND, silent=3, good=0), [], TODAY)
    assert code == 1
    assert 'Bad 1.0: PYSEC-2026-1, fixed in 2.0' in lines
    assert lines[-1] == 'Not audited: silent0, silent1, silent2'


def test_an_exception_holds_until_its_day_and_for_its_package_only() -> None:
    assert audit.judged(report(FOUND), [exception()], TODAY)[0] == 0
    assert audit.judged(report(FOUND), [exception(package='other')], TODAY)[0] == 1
    assert audit.judged(report(FOUND, FOUND | {'id': 'PYSEC-2026-2', 'aliases': []}), [exception()], TODAY)[0] == 1


@pytest.mark.parametrize('changed', [{'review_by': TODAY - datetime.timedelta(days=1)}, {'reason': ''}, {'review_by': None}, {'id': None}])
@pytest.mark.parametrize('output', ['', report(), report(FOUND)])
def test_an_exception_past_its_day_or_without_a_reason_fails(changed: dict[str, Any], output: str) -> None:
    assert audit.judged(output, [exception(**changed)], TODAY)[0] == 1


@pytest.mark.parametrize('output', ['requests.exceptions.ConnectionError: ...', report(silent=5, good=0)])
def test_a_service_that_is_silent_is_said_and_fails_nothing(output: str) -> None:
    code, lines = audit.judged(output, [], TODAY)
    assert code == 0
    assert lines[0].startswith('NOT AUDITED')


@pytest.mark.parametrize(('output', 'code'), [('requests.exceptions.ConnectionError: ...', 1), (report(silent=5, good=0), 1), (report(silent=1), 1),
                                             (report(), 0), (report(FOUND), 1)])
def test_a_release_does_not_go_out_with_a_package_that_was_not_audited(output: str, code: int) -> None:
    assert audit.for_release(*audit.judged(output, [], TODAY)) == code


def test_the_last_line_says_that_nothing_was_audited(tmp_path: Path) -> None:
    note = tmp_path / 'note'
    assert audit.last_line(note).startswith('NOT AUDITED')
    note.write_text('\n'.join(audit.judged(report(silent=5, good=0), [], TODAY)[1]), encoding='utf-8')
    assert audit.last_line(note).startswith('NOT AUDITED: the advisory service knew none of 5 packages')
    make = (SCRIPT.parents[1] / 'Makefile').read_text(encoding='utf-8')
    recipe = make.partition('\ntest: ')[2].partition('\n\n')[0]
    assert recipe.splitlines()[-1].endswith('scripts/audit.py --last-line')
    assert 'scripts/audit.py --release' in make.partition('\nrelease-check: ')[2].partition('\n\n')[0]


def test_the_exceptions_of_the_project_can_be_read() -> None:
    assert list(audit.faults_of_exceptions(yaml.safe_load(audit.EXCEPTIONS.read_text(encoding='utf-8')), TODAY)) == []


@pytest.mark.parametrize('output', ['', 'Traceback (most recent call last): TypeError', 'usage: pip-audit'])
def test_an_audit_that_failed_is_not_taken_for_a_silent_service(output: str) -> None:
    assert audit.judged(output, [], TODAY)[0] == 1
    assert audit.judged(output, [], TODAY, 'requests.exceptions.ReadTimeout: pypi.org')[0] == 0
