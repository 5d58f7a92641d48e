"""The `law` commands of `selfhelp`: report, changes, book, sign, record."""
import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import changes, record, report, signoff, texts
from docassemble.immdef_selfhelp.law.facts import spans

LEDGER = Path('docs/use/legal-ledger.md')
WriteBook = Callable[[Path, date], None]
"""Writes the law book of a day to a path. Raises ValueError with a message for the person, or OSError."""


def day(written: str) -> date:
    """A day from the command line, in a year with which days can be counted. Raises ArgumentTypeError."""
    try:
        return spans.countable(date.fromisoformat(written))
    except ValueError as broken:
        raise argparse.ArgumentTypeError(f'{written!r} is not a day written YYYY-MM-DD between {spans.FIRST_YEAR} and {spans.LAST_YEAR}') from broken


def add_parsers(subparsers: Any, write_book: WriteBook) -> None:
    """Add the commands to the parser of `selfhelp`; each sets `run`, which takes the parsed arguments and returns the exit code.

    `write_book` comes from the room of the documents, which the law does not know.
    """
    law = subparsers.add_parser('law', help='report on the law data, make the book for the attorney, sign, record',
                                description='What the program says about the law: how old it is, who signed it, and its record.')
    commands = law.add_subparsers(title='commands', metavar='COMMAND', required=True)
    add_what_reads(commands, write_book)
    add_what_writes(commands)


def add_what_reads(commands: Any, write_book: WriteBook) -> None:
    """The commands that show the law data: its state, its changes, the book."""
    shown = commands.add_parser('report', help='what is stale, unsure, in conflict, changing next or not signed',
                                description='Print the state of the law data on a day. Always ends with code 0 when the data can be read.')
    shown.add_argument('--on', type=day, default=None, metavar='DATE', help='the day, YYYY-MM-DD; without it, today')
    shown.set_defaults(run=run_report)

    changed = commands.add_parser('changes', help='what changed since a day, in plain words',
                                  description='Print every text whose words or authority changed, every version that began, and every day from which '
                                              'another source says something else, with what the ledger says of it.')
    changed.add_argument('--since', type=day, required=True, metavar='DATE', help='the first day, YYYY-MM-DD')
    changed.add_argument('--on', type=day, default=None, metavar='DATE', help='the last day, YYYY-MM-DD; without it, today')
    changed.add_argument('--ledger', type=Path, default=LEDGER, metavar='FILE', help=f'without it, {LEDGER} of this folder, if there is one')
    changed.set_defaults(run=run_changes)

    book = commands.add_parser('book', help='write the bilingual book of every rule, for the reviewing attorney',
                               description='Write every rule with its authority, source, dates, confidence, exact sentences and a place to sign.')
    book.add_argument('--out', type=Path, required=True, metavar='FILE', help='a .docx file, or a .pdf file (needs LibreOffice)')
    book.add_argument('--on', type=day, default=None, metavar='DATE', help='the day, YYYY-MM-DD; without it, today')
    book.set_defaults(run=lambda arguments: run_book(arguments, write_book))


def add_what_writes(commands: Any) -> None:
    """The commands that write what the attorney signed, and the record."""
    signed = commands.add_parser('sign', help='put down that an attorney read and signed a text',
                                 description='Print each text and write the signature of an attorney who read it into law/desk/signoffs.yml. '
                                             'Any later change of its words or authority ends the signature.')
    signed.add_argument('ids', nargs='*', metavar='ID', help='ids of texts, as in the report and the book')
    signed.add_argument('--list', type=Path, default=None, metavar='FILE',
                        help='a text file with one id a line; what follows the id is the comment, and a line that begins with # is left out')
    signed.add_argument('--initials', required=True, metavar='XX', help='of the attorney')
    signed.add_argument('--date', type=day, default=None, metavar='DATE', help='the day of the signature; without it, today')
    signed.add_argument('--comment', default='', help='what the attorney wrote beside it')
    signed.set_defaults(run=run_sign)

    recorded = commands.add_parser('record', help='record the law data after a change, when the change is complete',
                                   description='Write law/desk/record.yml anew. Refused, with code 1, when a changed provision has no newer day in '
                                                'checked or '
                                               'no line of its own in the ledger.')
    recorded.add_argument('--ledger', type=Path, default=LEDGER, metavar='FILE', help='without it, docs/use/legal-ledger.md')
    recorded.set_defaults(run=run_record)


def complain(problem: object) -> int:
    """Say what is wrong. Returns the exit code 2."""
    print(problem, file=sys.stderr)
    return 2


def run_report(arguments: argparse.Namespace) -> int:
    """`selfhelp law report`. Returns 2 when the data cannot be read."""
    try:
        found = report.lines(report.state_on(arguments.on or date.today()))
    except strict.LawDataError as error:
        return complain(error)
    print('\n'.join(found))
    return 0


def run_changes(arguments: argparse.Namespace) -> int:
    """`selfhelp law changes`. Returns 2 when the data, or a ledger that was named, cannot be read."""
    on = arguments.on or date.today()
    try:
        ledger = '' if arguments.ledger == LEDGER and not LEDGER.exists() else arguments.ledger.read_text(encoding='utf-8')
        state = report.state_on(on)
        found = list(changes.lines(changes.changes_since(arguments.since, on, state), state, ledger))
    except strict.LawDataError as error:
        return complain(error)
    except OSError as error:
        return complain(f'{error.filename}: {error.strerror}')
    print('\n'.join(found))
    return 0


def run_book(arguments: argparse.Namespace, write_book: WriteBook) -> int:
    """`selfhelp law book`. Returns 2 when it cannot be made or written."""
    try:
        write_book(arguments.out, arguments.on or date.today())
    except ValueError as error:
        return complain(error)
    except OSError as error:
        return complain(f'Cannot write to {arguments.out}: {error.strerror or error}')
    print(f'{arguments.out} written')
    return 0


def run_sign(arguments: argparse.Namespace) -> int:
    """`selfhelp law sign`. Returns 2, with nothing written, when one text cannot be signed."""
    today = date.today()
    try:
        known, before = texts.every_text(), signoff.read()
        listed = signoff.listed(arguments.list.read_text(encoding='utf-8')) if arguments.list else {}
        wanted = dict.fromkeys(arguments.ids, '') | listed
        unknown = [identifier for identifier in wanted if identifier not in known]
        if unknown or not wanted:
            return complain(f'There is no text {", ".join(unknown)}.' if unknown else 'No text was named: give ids, or --list FILE.')
        new = [signoff.sign(known[identifier], arguments.initials, arguments.date or today, today, comment or arguments.comment)
               for identifier, comment in wanted.items()]
        signoff.write((*before, *new))
    except ValueError as error:
        return complain(error)
    except OSError as error:
        return complain(f'Cannot read or write {error.filename}: {error.strerror}')
    for signature in new:
        print(f'{signature.id}: signed by {signature.initials} on {signature.on.isoformat()}')
        for passage in known[signature.id].passages:
            print(f'  {passage.label}\n    es: {passage.words["es"]}\n    en: {passage.words["en"]}')
    return 0


def run_record(arguments: argparse.Namespace) -> int:
    """`selfhelp law record`. Returns 1 when a change is not complete, 2 when a file cannot be read or written."""
    try:
        known, before = texts.every_text(), record.read()
        ledger = arguments.ledger.read_text(encoding='utf-8')
        wrong = record.refusals(known, before, ledger, date.today())
        if not wrong:
            record.write(record.with_days(record.recorded(known, before, ledger), before, date.today()))
    except strict.LawDataError as error:
        return complain(error)
    except OSError as error:
        return complain(f'{error.filename}: {error.strerror}')
    for line in wrong:
        print(line, file=sys.stderr)
    print('Nothing was recorded.' if wrong else f'{len(known)} texts recorded in {record.RECORD.name}')
    return 1 if wrong else 0
