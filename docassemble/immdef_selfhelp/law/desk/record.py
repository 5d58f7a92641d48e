"""The guard of the law data: what every text said when last recorded (`law/desk/record.yml`), and what a change needs to be recorded again.

A changed provision needs a new day in `checked` and a line of the ledger (`docs/use/legal-ledger.md`) that names it; a new text needs its file named
there. Only better words need no new check, when the ledger says so. A test compares data and record, so that nothing of the law changes by accident
or without a trace.
"""
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk.texts import Text

RECORD = Path(__file__).parent / 'record.yml'
ENTRY_KEYS = frozenset({'digest', 'checked', 'source', 'named', 'changed'})
ONLY_WORDS = '- Only words: '
HEADER = '# What every text of the law said when it was last recorded. Written by `selfhelp law record`, never by hand (docs/use/legal-updates.md).\n'


class Plain(yaml.SafeDumper):
    """Every value written out where it stands: an anchor would tie texts together that change apart."""

    def ignore_aliases(self, data: object) -> bool:
        """No value refers to another."""
        return True


@dataclass(frozen=True)
class Entry:
    """A text as recorded. `named`: lines of the ledger that named it then; a later change needs one more."""
    digest: str
    checked: date | None
    source: str
    named: int
    changed: date | None = None   # the day on which its words or authority last changed; None when that was before such days were kept


def read(path: Path = RECORD) -> dict[str, Entry]:
    """The record by id; empty when nothing was recorded yet. Raises LawDataError."""
    if not path.exists():
        return {}
    content = strict.read_yaml(path) or {}
    strict.need(isinstance(content, Mapping), path.name, 'must be a mapping')
    found = {}
    for identifier, entry in content.items():
        where = f'{path.name}, {identifier}'
        strict.known_keys(entry, ENTRY_KEYS, where)
        named = entry.get('named', 0)
        strict.need(isinstance(named, int), where, "'named' must be a number")
        checked = strict.day_in(entry, 'checked', where) if 'checked' in entry else None
        changed = strict.day_in(entry, 'changed', where) if 'changed' in entry else None
        found[str(identifier)] = Entry(strict.text_in(entry, 'digest', where), checked, str(entry.get('source', '')), named, changed)
    return found


def write(record: Mapping[str, Entry], path: Path = RECORD) -> None:
    """Write the record. Raises OSError."""
    content = {}
    for identifier, entry in record.items():
        of_provision = {'checked': entry.checked, 'source': entry.source} if entry.checked else {}
        kept = {'named': entry.named, 'changed': entry.changed}
        content[identifier] = {'digest': entry.digest, **of_provision, **{key: value for key, value in kept.items() if value}}
    body = yaml.dump(content, Dumper=Plain, allow_unicode=True, sort_keys=True, width=140)
    path.write_text(HEADER + body, encoding='utf-8')


def differences(texts: Mapping[str, Text], record: Mapping[str, Entry]) -> list[str]:
    """Where data and record differ, one line each; none when every text is recorded as it stands."""
    found = []
    for text in texts.values():
        entry = record.get(text.id)
        if entry is None:
            found.append(f'{text.id} ({text.group}.yml) is new and not recorded')
        elif entry.digest != text.digest:
            found.append(f'{text.id} ({text.group}.yml) changed after it was recorded')
        elif (entry.checked, entry.source) != (text.checked, text.source):
            found.append(f'{text.id} ({text.group}.yml) was checked again, and that is not recorded')
    return found + [f'{identifier} is recorded and no longer in the data' for identifier in record if identifier not in texts]


def lines_naming(name: str, ledger: str) -> int:
    """How many lines of the ledger name an id or a file."""
    whole = re.compile(rf'(?<![\w.]){re.escape(name)}(?!\w)')
    return sum(1 for line in ledger.splitlines() if whole.search(line))


def only_words(name: str, ledger: str) -> bool:
    """Whether the newest line of the ledger that names an id says that only its words changed, so that nobody had to read the source again."""
    newest = next((line for line in ledger.splitlines() if lines_naming(name, line)), '')
    return newest.startswith(ONLY_WORDS)


def refused(text: Text, entry: Entry | None, ledger: str, today: date) -> Iterator[str]:
    """What a text lacks before it may be recorded."""
    where = f'{text.id} ({text.group}.yml)'
    if text.checked and text.checked > today:
        yield f"{where}: 'checked' is still to come"
    if entry is None:
        if not lines_naming(f'{text.group}.yml', ledger):
            yield f'{where} is new: no line of the ledger names {text.group}.yml'
        return
    if entry.checked and text.checked and text.checked < entry.checked:
        yield f"{where}: 'checked' went back from {entry.checked.isoformat()} to {text.checked.isoformat()}"
    if entry.digest == text.digest:
        return
    # A text may change twice on the day it was checked; on a later day it must be checked again.
    if entry.checked and text.checked and text.checked <= entry.checked and text.checked != today and not only_words(text.id, ledger):
        yield f"{where} changed: 'checked' still says {text.checked.isoformat()}; read the source again and write the day"
    if lines_naming(text.id, ledger) <= entry.named:
        yield f'{where} changed: no new line of the ledger names it'


def refusals(texts: Mapping[str, Text], record: Mapping[str, Entry], ledger: str, today: date) -> list[str]:
    """Everything that keeps the data from being recorded, one line each."""
    found = [line for text in texts.values() for line in refused(text, record.get(text.id), ledger, today)]
    gone = [identifier for identifier, entry in record.items() if identifier not in texts and lines_naming(identifier, ledger) <= entry.named]
    return found + [f'{identifier} is gone: no new line of the ledger names it' for identifier in gone]


def recorded(texts: Mapping[str, Text], record: Mapping[str, Entry], ledger: str) -> dict[str, Entry]:
    """The record of these texts. The lines that name a text are counted anew only when it changed."""
    found = {}
    for text in texts.values():
        before = record.get(text.id)
        same = before is not None and before.digest == text.digest
        found[text.id] = Entry(text.digest, text.checked, text.source, before.named if before and same else lines_naming(text.id, ledger))
    return found


def with_days(record: Mapping[str, Entry], before: Mapping[str, Entry], today: date) -> dict[str, Entry]:
    """The record with the day on which each text last changed: today when it is new or says something else than before."""
    return {identifier: replace(entry, changed=old.changed if old and old.digest == entry.digest else today)
            for identifier, entry in record.items() for old in (before.get(identifier),)}
