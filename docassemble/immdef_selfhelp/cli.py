"""The `selfhelp` command: one subcommand for each thing a laptop, a tester or a translator does with the program."""
import argparse
import os
import sys
from collections.abc import Sequence

from docassemble.immdef_selfhelp.documents.book import law_book
from docassemble.immdef_selfhelp.law.desk import commands as law_commands
from docassemble.immdef_selfhelp.server.run import backup, command_line, forms, workshop_command
from docassemble.immdef_selfhelp.walk import answers_command, commands as walk_commands, findings_command, room_papers_command

BROKEN_PIPE = 128 + 13
"""What a shell gives for a command ended by SIGPIPE."""


def parser() -> argparse.ArgumentParser:
    """The whole command line. Each room adds its own subcommands and sets `run`, a function of the parsed arguments that returns the exit code."""
    command = argparse.ArgumentParser(
        prog='selfhelp',
        description='Guided interviews with which asylum-seeking families prepare their own cases, in Spanish and English.',
    )
    subcommands = command.add_subparsers(title='commands', metavar='COMMAND', required=True)
    command_line.add_parser(subcommands)
    workshop_command.add_parser(subcommands, room_papers_command.add_parser)
    backup.add_parsers(subcommands)
    forms.add_parsers(subcommands)
    walk_commands.add_parsers(subcommands)
    findings_command.add_parser(subcommands)
    answers_command.add_parser(subcommands)
    law_commands.add_parsers(subcommands, law_book.write)
    return command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line given, or that of the process. Returns the exit code; that of a broken pipe when nobody reads to the end (`| head`)."""
    chosen = parser().parse_args(arguments)
    try:
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return code


if __name__ == '__main__':
    sys.exit(main())
