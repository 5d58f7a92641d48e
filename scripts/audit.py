"""Known vulnerabilities of the installed packages, by pip-audit: `make audit`; for a release `make release-check`, which runs it with `--release`.

Exit code 1 for a vulnerability that is not in `audit-exceptions.yml`, for an exception past its day, and when pip-audit fails in another way than by
not reaching its service. When it cannot be reached nothing is known: that is said in plain words, again in the last line of `make test`
(`--last-line`, from the note of the last run), and the build goes on; a release does not.
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
NOT_AUDITED = 'NOT AUDITED'
NOTE = Path(sys.prefix) / '.audited'
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
        return 0, [f'{NOT_AUDITED}: the advisory service could not be reached. Nothing is known about vulnerabilities. Run `make audit` online.']
    # What is installed from a folder, this project itself, is no package that anybody could know
    report['dependencies'] = [one for one in report['dependencies'] if 'editable' not in one.get('skip_reason', '')]
    faults, number, silent = list(vulnerabilities(report, exceptions)), len(report['dependencies']), unchecked(report)
    if len(silent) == number:
        return 0, [f'{NOT_AUDITED}: the advisory service knew none of {number} packages. Run `make audit` where it can be reached.']
    lines = [f'{number - len(silent)} of {number} packages audited, {len(faults)} vulnerabilities.', *faults]
    if silent:
        lines.append('Not audited: ' + ', '.join(silent))
    return int(bool(faults)), lines


def last_line(note: Path) -> str:
    """What the last audit has to say at the end of `make test`."""
    said = note.read_text(encoding='utf-8').strip() if note.exists() else f'{NOT_AUDITED}: `make audit` did not run.'
    return said.splitlines()[0]


def for_release(code: int, lines: list[str]) -> int:
    """The exit code of an audit where a release hangs on it: what was not audited is not released."""
    unknown = any(line.upper().startswith(NOT_AUDITED) for line in lines)
    return code or int(unknown)


def main() -> int:
    """Run pip-audit and judge what it says."""
    if '--last-line' in sys.argv:
        print(last_line(NOTE))
        return 0
    exceptions = yaml.safe_load(EXCEPTIONS.read_text(encoding='utf-8')) or []
    done = subprocess.run([str(Path(sys.executable).with_name('pip-audit')), *COMMAND], check=False, capture_output=True, text=True)
    code, lines = judged(done.stdout, exceptions, datetime.datetime.now(datetime.UTC).date(), done.stderr)
    print('\n'.join(lines))
    NOTE.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return for_release(code, lines) if '--release' in sys.argv else code


if __name__ == '__main__':
    sys.exit(main())
