# do not pre-load: an existing docassemble server has its own way to run
"""`selfhelp forms`: blanks of government forms, which are never shipped, added to the data folder; and the two helps for whoever writes a map."""
import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docassemble.immdef_selfhelp.documents.forms import compare, numbered, store
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.map import FormMap, forms, read_map
from docassemble.immdef_selfhelp.law.provisions import editions
from docassemble.immdef_selfhelp.law.strict import LawDataError
from docassemble.immdef_selfhelp.server.run.folder import DataFolder, default_data

REASONS = {
    '': 'may be filled as final',
    editions.SUPERSEDED: 'is superseded: families get the worksheet',
    editions.NEWER: 'is newer than the law data of this program: families get the worksheet until data and map are of this edition',
    editions.REFUSED: 'is an edition that is not accepted: take the accepted one. Families get the worksheet',
    editions.NOT_COMPARED: 'was not compared with the official page: families get the worksheet',
    editions.COMPARED_LONG_AGO: f'was compared more than {editions.COMPARED_FOR} days ago: compare and add it again. Families get the worksheet',
}
Work = Callable[[argparse.Namespace], int]


def add_parsers(subcommands: 'argparse._SubParsersAction[argparse.ArgumentParser]') -> None:
    """The command lines of `selfhelp forms`."""
    command = subcommands.add_parser('forms', help='add the blank of a government form, list them',
                                     description='Government forms are not part of this program. Take each from its official page and add it.')
    commands = command.add_subparsers(title='commands', metavar='COMMAND', required=True)
    adding = commands.add_parser('add', help='check a blank and keep it in the data folder',
                                 description='Compare a blank with the map of its form, say what differs, and keep it. A file that is not what it is '
                                             'said to be is refused, with code 1.')
    adding.add_argument('file', type=Path, help='the PDF from the official page')
    adding.add_argument('--form', required=True, choices=forms(), help='which form it is')
    adding.add_argument('--edition', required=True, type=date.fromisoformat, metavar='DATE',
                        help='as printed at the foot of its page; 2026-02-01 for one that names only February 2026')
    adding.add_argument('--confirmed', required=True, type=date.fromisoformat, metavar='DATE',
                        help='the day on which you saw this edition on the official page')
    adding.set_defaults(run=_told(run_add))
    listing = commands.add_parser('list', help='the blanks that were added, and the forms that have none',
                                  description='Every form with a map, the blank that was added, and whether it may be filled as final today.')
    listing.set_defaults(run=_told(run_list))
    for one in (adding, listing):
        one.add_argument('--data', type=Path, default=default_data(), metavar='FOLDER', help='the data folder (default: %(default)s)')
    for name, work, words in (('measure', run_measure, 'write the measures of a blank beside its map (for whoever writes the map)'),
                              ('numbers', run_numbers, 'write a PDF with the number of its item in every box (to read a map by eye)')):
        helping = commands.add_parser(name, help=words, description=f'{words[0].upper()}{words[1:]}.')
        helping.add_argument('file', type=Path, help='the blank')
        helping.add_argument('--form', required=True, help='which form it is')
        helping.add_argument('--out', required=True, type=Path, metavar='FILE', help='the file to write')
        helping.set_defaults(run=_told(work))


def _told(work: Work) -> Work:
    """The work with what can go wrong said to the person: code 1 when a form cannot be used, 2 when a file cannot be read or written."""
    def run(arguments: argparse.Namespace) -> int:
        try:
            return work(arguments)
        except FormProblem as problem:
            print(f'Not added: {problem}' if work is run_add else problem, file=sys.stderr)
            return 1
        except (LawDataError, LookupError, OSError) as problem:
            print(problem, file=sys.stderr)
            return 2
    return run


def forms_folder(data: Path) -> Path:
    """Where the blanks are kept."""
    return DataFolder(data.expanduser().resolve()) / store.NAME


def run_add(arguments: argparse.Namespace) -> int:
    """`selfhelp forms add`. Raises FormProblem when the file must not be kept."""
    form, content = read_map(arguments.form), arguments.file.read_bytes()
    blank = store.examined(form, content, arguments.edition, arguments.confirmed, date.today())
    print('\n'.join(_said(form, blank)))
    print(f'Kept as {store.add(forms_folder(arguments.data), blank, content)}')
    return 0


def _said(form: FormMap, blank: store.Blank) -> list[str]:
    shown, mapped = (editions.edition_text(form.form, edition) for edition in (blank.edition, form.edition))
    same = 'the very file' if blank.sha256 == form.sha256 else 'another file than the one'
    lines = [f'{form.title}, edition {shown}: {same} with which the map was made. SHA-256 {blank.sha256}']
    if blank.edition == form.edition:
        lines.append(f'All {len(set(form.names()))} boxes of the map are where they should be.')
    elif blank.differences:
        lines += [f'The map is of edition {mapped}. What is different in this one:', *(f'  - {one}' for one in blank.differences),
                  'A person has to make the map of this edition: docs/change/add-a-form.md.']
    else:
        lines.append(f'The map is of edition {mapped}, and every box is as it was there. Read the new form, then give the map this edition.')
    return [*lines, f'It {REASONS[blank.why_not_final(date.today())]}. Official page: {form.address}']


def run_list(arguments: argparse.Namespace) -> int:
    """`selfhelp forms list`."""
    where, today = forms_folder(arguments.data), date.today()
    found = store.listed(where)
    for name in forms():
        form = read_map(name)
        current = editions.edition_text(name, editions.accepted(name, today))
        print(f'{name}: {form.title}. Edition of the law data: {current}; of the map: {editions.edition_text(name, form.edition)}. {form.address}')
        for blank in (one for one in found if one.form == name):
            fits = '' if blank.fits(form) else ', has no map'
            print(f'  edition {editions.edition_text(name, blank.edition)}, compared {blank.compared.isoformat()}{fits}: '
                  f'{REASONS[blank.why_not_final(today)]}')
        if not any(blank.form == name for blank in found):
            print('  no blank added: families get the worksheet')
    return 0


def run_measure(arguments: argparse.Namespace) -> int:
    """`selfhelp forms measure`."""
    fields, pages = compare.open_form(arguments.file.read_bytes())
    arguments.out.write_text(compare.measured(fields), encoding='utf-8')
    print(f'{arguments.out} written: {len(fields)} fields on {pages} pages')
    return 0


def run_numbers(arguments: argparse.Namespace) -> int:
    """`selfhelp forms numbers`."""
    arguments.out.write_bytes(numbered.numbered(read_map(arguments.form), arguments.file.read_bytes()))
    print(f'{arguments.out} written')
    return 0
