# do not pre-load: an existing docassemble server has its own way to run
"""The command line of `selfhelp serve`."""
import argparse
import os
from pathlib import Path

from docassemble.immdef_selfhelp.server.run import serve, settings
from docassemble.immdef_selfhelp.server.run.folder import default_data


def add_parser(subcommands: 'argparse._SubParsersAction[argparse.ArgumentParser]') -> None:
    """Add the command with all its options."""
    command = subcommands.add_parser(
        'serve', help='run the program on this computer, for its own browser or for the phones of the local network',
        description='Run the program on this computer. Database, cache and web server come with it. Stop it with Ctrl-C; the answers are kept, '
                    'encrypted, in the data folder until they are erased or past their days.',
        epilog='Exit codes: 0 stopped, 1 failed, 3 the port is taken, 4 the data folder cannot be written, 5 a native package is missing, '
               '6 another server runs on the same data folder, 7 a store elsewhere does not answer, 8 the secret key is missing or another one.')
    command.add_argument('--port', type=int, default=serve.PORT, help='port to listen on (default: %(default)s)')
    command.add_argument('--host', default=None,
                         help='address to listen on: 127.0.0.1 for this computer only (default), 0.0.0.0 for the phones of the local network too '
                              '(default with --workshop)')
    command.add_argument('--workshop', action='store_true',
                         help='for a leader with families in one room: a code to join, a board, slides (docs/use/workshop.md); prints how to sign in')
    command.add_argument('--data', type=Path, default=default_data(), metavar='FOLDER',
                         help='folder that keeps everything between starts (default: %(default)s)')
    command.add_argument('--workers', type=_at_least_one, default=serve.WORKERS,
                         help='web processes, one for each processor core (default: %(default)s)')
    command.add_argument('--keep-days', type=_at_least_one, default=settings.KEEP_DAYS, metavar='DAYS',
                         help='delete the answers of a family that has not come back for so many days (default: %(default)s)')
    command.add_argument('--behind-https', action='store_true',
                         help='a web server in front adds TLS (docs/use/deploy.md): mark cookies as secure and trust its X-Forwarded headers')
    command.add_argument('--interview', action='append', default=[], metavar='NAME', dest='interviews',
                         help='serve this interview too, by its docassemble name, PACKAGE:data/questions/FILE.yml; for authors, may be repeated')
    _add_several(command)
    command.set_defaults(run=lambda chosen: serve.run(serve.Options(
        chosen.data, chosen.host or (serve.EVERYBODY if chosen.workshop else serve.ONLY_HERE), chosen.port, chosen.workers, chosen.keep_days,
        chosen.behind_https, tuple(chosen.interviews), chosen.database, chosen.redis, chosen.secretkey, chosen.workshop)))


def _add_several(command: argparse.ArgumentParser) -> None:
    """The part of the command line about stores that several servers share."""
    elsewhere = command.add_argument_group('several servers', 'Web servers that share their stores (docs/use/deploy.md). Give both addresses; in the '
                                           'environment, SELFHELP_DATABASE and SELFHELP_REDIS, no other user of the computer sees the passwords.')
    elsewhere.add_argument('--database', default=os.environ.get('SELFHELP_DATABASE'), metavar='URL',
                           help='a PostgreSQL elsewhere, postgresql://USER:PASSWORD@HOST:5432/NAME, in place of the one that comes with it')
    elsewhere.add_argument('--redis', default=os.environ.get('SELFHELP_REDIS'), metavar='URL',
                           help='a Valkey or Redis elsewhere, redis://:PASSWORD@HOST:6379/0')
    elsewhere.add_argument('--secretkey', type=Path, metavar='FILE',
                           help='file with the key all of these servers share, 32 characters or more, readable by its owner only')


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError('has to be 1 or more')
    return number
