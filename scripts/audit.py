"""Known vulnerabilities of the installed packages, by pip-audit: `make audit`.

Exit code 1 for a vulnerability that is not in `audit-exceptions.yml`, for an exception past its day, and when pip-audit fails in another way than by
not reaching its service. When it cannot be reached nothing is known: that is said in plain words, and the build goes on.
"""
import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

EXCEPTIONS = Path(__file__).with_name('audit-exceptions.yml')
FIELDS = ('id', 'package', 'reason', 'added', 'review_by')
OFFLINE = ('ConnectionError', 'ConnectTimeout', 'Max retries exceeded', 'NameResolutionError', 'ProxyError', 'ReadTimeout', 'Could not connect')
COMMAND = ('--local', '--skip-editable', '--progress-spinner', 'off', '--timeout', '10', '--format', 'json')


def faults_of_exceptions(exceptions: list[dict[str, Any]], today: datetime.date) -> Iterator[str]:
    """What is wrong with the exceptions themselves: a field that is missing, or a day that has passed."""
    for one in exceptions:
        missing = [name for name in FIELDS if not one.get(name)]
        if missing:
            yield f'exception {one.get("id", "without id")}: {", ".join(missing)} missing'
        elif one['review_by'] < today:
            yield f'exception {one["id"]} ({one["package"]}) was to be reviewed by {one["review_by"]}: update the package, or say again why not'


def vulnerabilities(report: dict[str, Any], exceptions: list[dict[str, Any]]) -> Iterator[str]:
    """The vulnerabilities of pip-audit's JSON report that no exception names, by its package and its id or an alias."""
    excepted = {(one['package'].lower(), one['id']) for one in exceptions}
    for package in report['dependencies']:
        for found in package.get('vulns', ()):
            if not any((package['name'].lower(), name) in excepted for name in (found['id'], *found.get('aliases', ()))):
                fixed = ', '.join(found.get('fix_versions', ())) or 'no version yet'
                yield f'{package["name"]} {package["version"]}: {found["id"]}, fixed in {fixed}'


def unchecked(report: dict[str, Any]) -> list[str]:
    """The packages the service said nothing about."""
    return [package['name'] for package in report['dependencies'] if 'skip_reason' in package]


def judged(output: str, exceptions: list[dict[str, Any]], today: datetime.date, problems: str = '') -> tuple[int, list[str]]:
    """Exit code and lines to print, from what pip-audit printed, and what it said of problems on the way."""
    faults = list(faults_of_exceptions(exceptions, today))
    if faults:
        return 1, faults
    try:
        report = json.loads(output)
    except ValueError:
        if not any(word in output + problems for word in OFFLINE):
            return 1, ['pip-audit failed:', *(output + problems).strip().splitlines()[-5:]]
        return 0, ['NOT AUDITED: the advisory service could not be reached. Nothing is known about vulnerabilities. Run `make audit` online.']
    faults, number, silent = list(vulnerabilities(report, exceptions)), len(report['dependencies']), unchecked(report)
    if len(silent) == number:
        return 0, [f'NOT AUDITED: the advisory service knew none of {number} packages. Run `make audit` where it can be reached.']
    lines = [f'{number - len(silent)} of {number} packages audited, {len(faults)} vulnerabilities.', *faults]
    if silent:
        lines.append('Not audited: ' + ', '.join(silent))
    return int(bool(faults)), lines


def main() -> int:
    """Run pip-audit and judge what it says."""
    exceptions = yaml.safe_load(EXCEPTIONS.read_text(encoding='utf-8')) or []
    done = subprocess.run([str(Path(sys.executable).with_name('pip-audit')), *COMMAND], check=False, capture_output=True, text=True)
    code, lines = judged(done.stdout, exceptions, datetime.datetime.now(datetime.UTC).date(), done.stderr)
    print('\n'.join(lines))
    return code


if __name__ == '__main__':
    sys.exit(main())
