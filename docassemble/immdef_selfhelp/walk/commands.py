"""The `walk` and `phrases` commands of `selfhelp`."""
import argparse
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.law.desk.commands import day
from docassemble.immdef_selfhelp.walk import outcome, readability, report
from docassemble.immdef_selfhelp.walk.case_file import CaseFileError, day_of, read_case
from docassemble.immdef_selfhelp.walk.driver import MissingAnswer
from docassemble.immdef_selfhelp.walk.phrases import interview_phrases
from docassemble.immdef_selfhelp.walk.posting import Refused
from docassemble.immdef_selfhelp.walk.transcript import transcript


def add_parsers(subparsers: Any) -> None:
    """Add the commands to the parser of `selfhelp`; each sets `run`, which takes the parsed arguments and returns the exit code."""
    walk = subparsers.add_parser('walk', help='walk a case file through the interview and write its papers',
                                 description='Answer every screen of the real interview from a case file (tests/cases/*.yml), and write every paper '
                                             'it reaches and a transcript of every screen. Needs no server. Ends with code 1 when an answer is '
                                             'missing or something is not as the case file expects of its own day.')
    walk.add_argument('case', type=Path, metavar='CASE.yml', help='the case file')
    walk.add_argument('--language', choices=('es', 'en'), default='', help="language of the screens; without it, the case's own")
    walk.add_argument('--on', type=day, default=None, metavar='DATE',
                      help="the day on which it is told, YYYY-MM-DD; without it, the case file's own, else today")
    walk.add_argument('--out', type=Path, metavar='DIR', help='where to write the Word files and transcript.md; without it, nothing is written')
    walk.set_defaults(run=run_walk)
    phrases = subparsers.add_parser('phrases', help='compare the Spanish with the English, and say what is missing or wrong',
                                    description='Compare every text a family meets in Spanish with its English. Ends with code 1 when something '
                                                'is wrong.')
    phrases.add_argument('--update', action='store_true',
                         help='write translations/es.xlf anew: keep translations, add new phrases, drop those no screen says')
    phrases.add_argument('--list', action='store_true', help='print every English phrase exactly as it is looked up, one to a line, as Python text')
    phrases.add_argument('--readability', action='store_true', help='print how easy each file is to read in both languages, and every long sentence')
    phrases.set_defaults(run=run_phrases)


def run_walk(arguments: argparse.Namespace) -> int:
    """`selfhelp walk`. Returns 1 when the case does not reach its papers or they are not as expected, 2 when the file cannot be read or written."""
    try:
        case = read_case(arguments.case)
        walked = outcome.walk_case(case['answers'], arguments.language, day=arguments.on or day_of(case))
        wrong = outcome.problems(walked, expected(case, arguments.on))
    except CaseFileError as error:
        print(error, file=sys.stderr)
        return 2
    except (MissingAnswer, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.out:
        try:
            write(arguments.out, walked, str(case.get('title') or arguments.case.stem))
        except OSError as error:
            print(f'Cannot write to {arguments.out}: {error.strerror}', file=sys.stderr)
            return 2
    print(f'{len(walked.steps)} screens, {len(walked.papers)} papers' + (f' in {arguments.out}' if arguments.out else ''))
    for paper in walked.papers:
        print(f'  {paper.document} ({paper.person}, {paper.language})')
    for variable in walked.never_asked:
        print(f'  not asked by any screen: {variable}')
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def expected(case: Mapping[str, Any], on: date | None) -> Mapping[str, Any]:
    """What must come out of a case. It is written for the day of the case file: on another day nothing is compared."""
    return case.get('expect') or {} if on in (None, day_of(case)) else {}


def write(folder: Path, walked: outcome.Outcome, title: str) -> None:
    """Write the papers and the transcript. Two papers of one name get the person in theirs."""
    folder.mkdir(parents=True, exist_ok=True)
    for paper in walked.papers:
        (folder / f'{paper.document}_{paper.person}_{paper.language}.docx').write_bytes(paper.content)
    (folder / 'transcript.md').write_text(transcript(walked.steps, title), encoding='utf-8')


def run_phrases(arguments: argparse.Namespace) -> int:
    """`selfhelp phrases`. Returns 1 when something is wrong with the Spanish."""
    if arguments.list:
        for phrase in interview_phrases():
            print(f'{phrase.file} {phrase.block}: {phrase.text!r}')
        return 0
    if arguments.update:
        print(f'translations/es.xlf written; {report.update()} phrases have no Spanish yet')
        return 0
    if arguments.readability:
        print('\n'.join(readability.lines()))
        return 0
    found = report.coverage()
    print('\n'.join(found.lines()))
    return 1 if found.problems else 0
