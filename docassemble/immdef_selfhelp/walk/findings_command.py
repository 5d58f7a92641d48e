"""The command `selfhelp findings`: what the rules say about a facts file, or about the answers of a case file, and what does not say the same."""
import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.documents.catalog import provisions_on_papers
from docassemble.immdef_selfhelp.law.desk import changes
from docassemble.immdef_selfhelp.law.desk.commands import day
from docassemble.immdef_selfhelp.law.facts import days
from docassemble.immdef_selfhelp.law.facts.facts import Facts, FactsError, facts_in, facts_tree
from docassemble.immdef_selfhelp.law.findings import printed
from docassemble.immdef_selfhelp.law.findings.words import explained
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_for
from docassemble.immdef_selfhelp.story.checks import differences
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, Difference, Line
from docassemble.immdef_selfhelp.walk.case_file import CaseFileError, day_of, read_case

HEADINGS = {
    'es': {'none': 'NO ENCONTRAMOS DIFERENCIAS', SERIOUS: 'DIFERENCIA', 'small': 'DIFERENCIA PEQUEÑA'},
    'en': {'none': 'NO DIFFERENCES FOUND', SERIOUS: 'DIFFERENCE', 'small': 'SMALL DIFFERENCE'},
}


@dataclass(frozen=True)
class Read:
    """What a file told: the facts, the day it names, and the whole case when it held answers."""
    facts: Facts
    on: date | None = None
    case: Case | None = None


def read(path: Path) -> Read:
    """A facts file, or a case file with its `answers`. Raises FactsError, CaseFileError and OSError, each with what is wrong."""
    tree = facts_tree(path)
    if not isinstance(tree, dict) or 'answers' not in tree:
        return Read(facts_in(tree))
    content = read_case(path)
    case = case_from_answers(content['answers'])
    return Read(facts_for(case), day_of(content), case)


def found_in(case: Case) -> Iterator[tuple[str, Difference]]:
    """Every difference of every telling, with the name of who told it."""
    for telling in case.tellings:
        for difference in differences(case, telling):
            yield case.person(telling.person).full_name, difference


def side_lines(side: Line, language: str) -> list[str]:
    """One of the two lines of a difference."""
    said = ' / '.join(side.says(language).splitlines())
    return textwrap.wrap(f'{side.where(language)}: {said}', printed.WIDTH, initial_indent='    ', subsequent_indent='      ')


def difference_lines(case: Case, language: str) -> Iterator[str]:
    """The differences as plain text: both sides and the open question."""
    words, found = HEADINGS[language], list(found_in(case))
    if not found:
        yield words['none']
    for name, difference in found:
        yield f'[{words[difference.seriousness]}] {difference.title(language)}  ({difference.code}, {name})'
        yield from side_lines(difference.left, language)
        yield from side_lines(difference.right, language)
        yield from textwrap.wrap(difference.question(language), printed.WIDTH, initial_indent='  ', subsequent_indent='  ')
        yield ''


def difference_data(case: Case, language: str) -> list[dict[str, Any]]:
    """The differences as plain data."""
    return [{'told_by': name, 'code': found.code, 'seriousness': found.seriousness, 'about': list(found.about), 'title': found.title(language),
             'question': found.question(language),
             'sides': [{'where': side.where(language), 'says': side.says(language)} for side in (found.left, found.right)]}
            for name, found in found_in(case)]


def changed_for(told: Read, since: date, on: date, language: str) -> tuple[str, ...]:
    """What changed in the law since a day and touches this case, as a family is told."""
    found = explained(told.facts, language, on)
    papers = provisions_on_papers(told.case, on) if told.case else frozenset()
    touched = changes.touching(changes.changes_since(since, on), (one.finding for one in found), papers)
    return changes.for_family(touched, found, language, on)


def add_parser(subparsers: Any) -> None:
    """Add `findings` to the parser of `selfhelp`; it sets `run`, which takes the parsed arguments and returns the exit code."""
    command = subparsers.add_parser('findings', help='what the rules say about a case in a file, and why',
                                    description='Read one case from a YAML file, its facts (docs/use/findings.md) or its answers (tests/cases), '
                                                'and print each finding with the answers that led to it, its authority and one next step.')
    command.add_argument('file', type=Path, metavar='FILE.yml', help='facts, or answers under the key "answers"')
    command.add_argument('--on', type=day, default=None, metavar='DATE',
                         help="the day, YYYY-MM-DD; without it, the case file's own, else today at the court")
    command.add_argument('--language', choices=LANGUAGES, default='es')
    command.add_argument('--json', action='store_true', help='as JSON')
    command.add_argument('--since', type=day, default=None, metavar='DATE',
                         help='also what changed in the law since that day and touches this case: a finding, or a paper of a case file')
    command.add_argument('--differences', action='store_true', help='also what does not say the same in the answers of a case file')
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what the file leads to. Returns 0, or 2 with the reasons when it cannot be read or has no answers to compare."""
    try:
        told = read(arguments.file)
    except (FactsError, CaseFileError, OSError) as problem:
        print(f'selfhelp findings: {problem}', file=sys.stderr)
        return 2
    if arguments.differences and told.case is None:
        print('selfhelp findings: --differences compares answers, and this file has none: it tells facts', file=sys.stderr)
        return 2
    on, language, compared = arguments.on or told.on or days.today_in_court(), arguments.language, told.case if arguments.differences else None
    changed = changed_for(told, arguments.since, on, language) if arguments.since else None
    if arguments.json:
        content = printed.as_data(told.facts, language, on)
        content |= {'differences': difference_data(compared, language)} if compared else {}
        content |= {'changed': list(changed)} if changed is not None else {}
        print(json.dumps(content, ensure_ascii=False, indent=2))
        return 0
    if changed:
        print('\n'.join([changes.heading(arguments.since, language), *(f'  {sentence}' for sentence in changed), '']))
    print('\n'.join([*printed.lines(told.facts, language, on), *(['', *difference_lines(compared, language)] if compared else [])]))
    return 0
