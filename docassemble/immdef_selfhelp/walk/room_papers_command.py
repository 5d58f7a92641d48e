"""`selfhelp workshop papers`: worksheets, agenda and problem cards as PDFs, before the day or when the laptop stays at home."""
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start


def add_parser(parts: Any) -> None:
    """The command line of `selfhelp workshop papers`."""
    command = parts.add_parser('papers', help='write the papers of a workshop without phones: worksheets, agenda with notes, problem cards',
                               description='One worksheet a task, the agenda with notes for the leader, and cards to cut out, in Spanish and '
                                           'English, from the interview as it is today.')
    command.add_argument('folder', type=Path, help='where to write them; made when it is not there')
    command.add_argument('--task', action='append', metavar='TASK[:MINUTES]', help='only this task; may be repeated, in the order of the agenda')
    command.set_defaults(run=lambda chosen: run(chosen.folder, chosen.task or ()))


def run(folder: Path, wanted: Sequence[str]) -> int:
    """Write the files and say which. Exit code 1 for an unknown task."""
    start()
    with engine_globals():
        from docassemble.immdef_selfhelp.server.workshop import room_papers
        asked = dict(one.partition(':')[::2] for one in wanted) or dict.fromkeys(room_papers.BY_ID, '')
        if wrong := [name for name, minutes in asked.items() if name not in room_papers.BY_ID or (minutes and not minutes.isdigit())]:
            print(f'No such task: {", ".join(wrong)}. There are: {", ".join(room_papers.BY_ID)}')
            return 1
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in papers(asked, date.today()):
            (folder / name).write_bytes(content)
            print(folder / name)
    return 0


def papers(asked: dict[str, str], on: date) -> Iterator[tuple[str, bytes]]:
    """Each file by its name."""
    from docassemble.immdef_selfhelp.server.workshop import room_papers
    steps = [room_papers.step_of(name, minutes) for name, minutes in asked.items()]
    for language in LANGUAGES:
        for name in asked:
            yield f'{name}_{language}.pdf', room_papers.worksheet(room_papers.BY_ID[name], language, on)
        yield f'agenda_{language}.pdf', room_papers.agenda(steps, language, on)
        yield f'cards_{language}.pdf', room_papers.problem_cards(language, on)
