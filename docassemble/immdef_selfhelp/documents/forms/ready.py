"""One form for one person, ready to print: filled and read back, or refused with the reason. What a packet or a paper asks for."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docassemble.immdef_selfhelp.documents.forms import store
from docassemble.immdef_selfhelp.documents.forms.fields import FormProblem
from docassemble.immdef_selfhelp.documents.forms.fill import Filled, fill
from docassemble.immdef_selfhelp.documents.forms.final import refusal
from docassemble.immdef_selfhelp.documents.forms.map import read_map
from docassemble.immdef_selfhelp.documents.forms.overflow import Note
from docassemble.immdef_selfhelp.documents.forms.readback import problems


@dataclass(frozen=True)
class Refused:
    """Why there is no final form, in every language: the worksheet takes its place."""
    why: Mapping[str, str]


def final_form(name: str, answers: Mapping[str, str], on: date, notes: Mapping[str, Note] | None = None,
               where: Path | None = None) -> Filled | Refused:
    """The form filled from these answers (`answers.py` says how they are given), or why it is not made on this day.

    `where` is the folder with the blanks; without it, that of the server. Raises FormProblem when an answer has no box or the page does not say what
    it should, MissingLetter for a letter that cannot be printed, LookupError for an unknown form.
    """
    form, blanks = read_map(name), where or store.folder()
    found = store.for_filling(blanks, form, on)
    if found is None:
        return Refused(_why(name, blanks, on))
    filled = fill(form, found[1], answers, notes)
    if wrong := problems(filled):
        raise FormProblem('\n'.join((f'{name}: the page does not say what it should.', *wrong)))
    return filled


def _why(name: str, blanks: Path | None, on: date) -> Mapping[str, str]:
    """The reason of the newest blank at hand; a blank that may be final and has no map is as good as none."""
    newest = next((one for one in store.listed(blanks) if one.form == name), None) if blanks else None
    said = refusal(name, newest.edition, on, newest.compared) if newest else None
    return said or refusal(name, None, on) or {}
