"""The blanks that whoever runs the program has added: each with its edition, and the day on which it was compared with the official page.

    <data folder>/forms/i-589_2025-01-20.pdf     the file as it came
    <data folder>/forms/i-589_2025-01-20.json    form, edition, compared, SHA-256, and what differs from the map

No form is shipped: an old edition is rejected, and which one is right changes without a word. The server says where the folder is.
"""
import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from docassemble.immdef_selfhelp.documents.forms.compare import differences, names_form, open_form, printed_edition, printed_text
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.map import FormMap
from docassemble.immdef_selfhelp.law.provisions.editions import why_not_final

FOLDER = 'SELFHELP_FORMS'
"""The variable of the environment that names the folder with the blanks."""
NAME = 'forms'
LARGEST = 20_000_000


@dataclass(frozen=True)
class Blank:
    """One blank that was added. `compared` is the day on which somebody saw this edition on the official page."""
    form: str
    edition: date
    compared: date
    sha256: str
    differences: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return f'{self.form}_{self.edition.isoformat()}'

    def fits(self, form: FormMap) -> bool:
        """Whether the map is one of this edition and of these boxes."""
        return self.edition == form.edition and not self.differences

    def why_not_final(self, on: date) -> str:
        """Why it may not be filled as final on this day; empty when it may."""
        return why_not_final(self.form, self.edition, on, self.compared)


def folder() -> Path | None:
    """The folder with the blanks, where the server has one."""
    named = os.environ.get(FOLDER, '')
    return Path(named) if named else None


def examined(form: FormMap, content: bytes, edition: date, compared: date, today: date) -> Blank:
    """What a file is, compared with the map. Raises FormProblem when it must not be stored at all."""
    if len(content) > LARGEST:
        raise FormProblem('This file is too large for a form.')
    fields, pages = open_form(content)
    text = printed_text(content)
    if not names_form(text, form):
        raise FormProblem(f'The pages of this file do not say {form.form.upper()}. It is another form.')
    printed = printed_edition(text)
    if printed not in (edition, None):
        raise FormProblem(f'The page says edition {printed.isoformat() if printed else ""}, and --edition says {edition.isoformat()}. '
                          'Look at the foot of the page and give that edition.')
    if compared > today:
        raise FormProblem('--confirmed is a day that has not come. Give the day on which you looked at the official page.')
    found = tuple(differences(form, fields, pages))
    if edition == form.edition and found:
        raise FormProblem('\n'.join((f'This file says it is the edition of the map ({edition.isoformat()}), but its boxes are others:', *found,
                                     f'Take the blank from {form.address}.')))
    return Blank(form.form, edition, compared, hashlib.sha256(content).hexdigest(), found)


def add(where: Path, blank: Blank, content: bytes) -> Path:
    """Store a blank; one of the same form and edition is replaced. Returns its file. Raises OSError."""
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(where / f'{blank.name}.pdf', content)
    told = asdict(blank) | {'edition': blank.edition.isoformat(), 'compared': blank.compared.isoformat()}
    _write(where / f'{blank.name}.json', json.dumps(told, indent=1, ensure_ascii=False).encode())
    return where / f'{blank.name}.pdf'


def listed(where: Path) -> tuple[Blank, ...]:
    """The blanks of a folder, the newest edition of each form first."""
    found = []
    for path in sorted(where.glob('*.json')):
        told = json.loads(path.read_text(encoding='utf-8'))
        found.append(Blank(told['form'], date.fromisoformat(told['edition']), date.fromisoformat(told['compared']), told['sha256'],
                           tuple(told['differences'])))
    return tuple(sorted(found, key=lambda one: (one.form, -one.edition.toordinal())))


def content_of(where: Path, blank: Blank) -> bytes:
    """The file of a blank. Raises FormProblem when it is no longer the file that was added."""
    content = (where / f'{blank.name}.pdf').read_bytes()
    if hashlib.sha256(content).hexdigest() != blank.sha256:
        raise FormProblem(f'{blank.name}.pdf has changed since it was added. Add it again.')
    return content


def for_filling(where: Path | None, form: FormMap, on: date) -> tuple[Blank, bytes] | None:
    """The blank with which this form may be filled as final on this day; None when there is none, and the worksheet takes its place."""
    fitting = [one for one in listed(where) if one.form == form.form and one.fits(form) and not one.why_not_final(on)] if where else []
    return (fitting[0], content_of(where, fitting[0])) if where and fitting else None


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f'.{path.name}.')
    with os.fdopen(handle, 'wb') as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(name, path)
