"""The `walk` and `phrases` commands of `selfhelp`."""
import argparse
from typing import Any

from docassemble.immdef_selfhelp.walk import report
from docassemble.immdef_selfhelp.walk.phrases import interview_phrases


def add_parsers(subparsers: Any) -> None:
    """Add the commands to the parser of `selfhelp`; each sets `run`, which takes the parsed arguments and returns the exit code."""
    phrases = subparsers.add_parser('phrases', help='compare the Spanish with the English, and say what is missing or wrong',
                                    description='Compare every text a family meets in Spanish with its English. Ends with code 1 when something is wrong.')
    phrases.add_argument('--update', action='store_true', help='write translations/es.xlf anew: keep translations, add new phrases, drop those no screen says')
    phrases.add_argument('--list', action='store_true', help='print every English phrase exactly as it is looked up, one to a line, as Python text')
    phrases.set_defaults(run=run_phrases)


def run_phrases(arguments: argparse.Namespace) -> int:
    """`selfhelp phrases`. Returns 1 when something is wrong with the Spanish."""
    if arguments.list:
        for phrase in interview_phrases():
            print(f'{phrase.file} {phrase.block}: {phrase.text!r}')
        return 0
    if arguments.update:
        print(f'translations/es.xlf written; {report.update()} phrases have no Spanish yet')
        return 0
    found = report.coverage()
    print('\n'.join(found.lines()))
    return 1 if found.problems else 0
