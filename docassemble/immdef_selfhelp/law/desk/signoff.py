"""Who signed which text, as data (`law/desk/signoffs.yml`). A signature holds for exactly the words and the authority that were signed."""
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk.texts import Text
from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.typed import Key

SIGNOFFS = Path(__file__).parent / 'signoffs.yml'
INITIALS = re.compile(r'[^\W\d_]{2,5}')
HEADER = ('# Texts that an attorney has read and signed. Written by `selfhelp law sign ID --initials XX`; the newest line of an id counts.\n'
          '# `digest` stands for the words and the authority on that day: after any change of them the text is no longer signed.\n')
Status = Literal['signed', 'changed', 'not_signed']


class SignoffError(ValueError):
    """A signature that cannot be taken. The message says why."""


@dataclass(frozen=True)
class Signoff:
    """One signature: of the text `id` as `digest` stands for it, on the day `on`."""
    id: str
    initials: str
    on: Annotated[date, Key('date')]
    digest: str
    comment: str = ''


def read_entry(entry: Any, where: str) -> Signoff:
    """One signature from its YAML. Raises LawDataError."""
    where = f'{where}, {strict.text_in(entry, "id", where)}'
    found = lists.read(Signoff, entry, where)
    strict.need(INITIALS.fullmatch(found.initials) is not None, where, "'initials' must be two to five letters")
    return found


def read(path: Path = SIGNOFFS) -> tuple[Signoff, ...]:
    """Every signature, in file order; none when there is no file. Raises LawDataError."""
    if not path.exists():
        return ()
    content = strict.read_yaml(path)
    strict.known_keys(content, frozenset({'signoffs'}), path.name)
    entries = content.get('signoffs') or []
    strict.need(isinstance(entries, list), path.name, "'signoffs' must be a list")
    return tuple(read_entry(entry, path.name) for entry in entries)


def newest(signoffs: Iterable[Signoff]) -> dict[str, Signoff]:
    """The signature that counts for each id."""
    return {signoff.id: signoff for signoff in signoffs}


def status(text: Text, signoffs: Mapping[str, Signoff]) -> Status:
    """Whether the text is signed as it stands, was signed before its last change, or was never signed. `signoffs`: see `newest`."""
    signoff = signoffs.get(text.id)
    if signoff is None:
        return 'not_signed'
    return 'signed' if signoff.digest == text.digest else 'changed'


def listed(written: str) -> dict[str, str]:
    """The ids of a list of texts that were signed, each with its comment. Raises SignoffError for an id that stands twice."""
    found: dict[str, str] = {}
    for line in written.splitlines():
        identifier, _, comment = line.strip().partition(' ')
        if not identifier or identifier.startswith('#'):
            continue
        if identifier in found:
            raise SignoffError(f'{identifier} stands twice in the list.')
        found[identifier] = comment.strip()
    return found


def sign(text: Text, initials: str, on: date, today: date, comment: str = '') -> Signoff:
    """A signature of the text as it stands. Raises SignoffError for initials that are none or a day still to come."""
    if INITIALS.fullmatch(initials) is None:
        raise SignoffError('Initials are two to five letters.')
    if on > today:
        raise SignoffError(f'{on.isoformat()} is still to come.')
    return Signoff(text.id, initials.upper(), on, text.digest, ' '.join(comment.split()))


def write(signoffs: Iterable[Signoff], path: Path = SIGNOFFS) -> None:
    """Write every signature. Raises OSError."""
    entries = [{'id': one.id, 'initials': one.initials, 'date': one.on, 'digest': one.digest, **({'comment': one.comment} if one.comment else {})}
               for one in signoffs]
    body = yaml.safe_dump({'signoffs': entries}, allow_unicode=True, sort_keys=False, width=140)
    path.write_text(HEADER + body, encoding='utf-8')
