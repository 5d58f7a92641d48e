"""`selfhelp answers`: the page of all answers and their codes, for whoever writes a case file."""
import argparse
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.story.told.page import page


def add_parser(subparsers: Any) -> None:
    """Add `answers` to the parser of `selfhelp`; it sets `run`, which takes the parsed arguments and returns the exit code."""
    command = subparsers.add_parser('answers', help='every answer with its codes and when it is asked',
                                    description='Print docs/answers.md, or write it.')
    command.add_argument('--write', type=Path, nargs='?', const=Path('docs/answers.md'), default=None, metavar='FILE',
                         help='write it there (without a name: docs/answers.md of this folder) instead of printing it')
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print or write the page. Returns 0."""
    if arguments.write:
        arguments.write.write_text(page(), encoding='utf-8')
    else:
        print(page(), end='')
    return 0
