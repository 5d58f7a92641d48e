"""The report on the law data for a day, as plain text: what is old, what is unsure, where sources differ, what changes next, what is not signed."""
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from docassemble.immdef_selfhelp.law.desk import signoff
from docassemble.immdef_selfhelp.law.desk.signoff import Signoff
from docassemble.immdef_selfhelp.law.desk.texts import Text, every_text, plain
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.dated import Provision

WIDTH = 100
SOON = timedelta(days=31)
STATUSES: tuple[signoff.Status, ...] = get_args(signoff.Status)
Provisions = Iterable[Provision]


@dataclass(frozen=True)
class LawState:
    """Everything the program says about the law, and who signed it, as it stands on a day. All by id; of signatures, the one that counts."""
    provisions: Mapping[str, Provision]
    texts: Mapping[str, Text]
    signoffs: Mapping[str, Signoff]
    on: date


@dataclass(frozen=True)
class Change:
    """Something that happens on a day still to come."""
    day: date
    provision_id: str
    what: str


def state_on(on: date) -> LawState:
    """The program's law on this day. Raises LawDataError."""
    return LawState(dated.all_provisions(), every_text(), signoff.newest(signoff.read()), on)


def stale(provisions: Provisions, on: date) -> tuple[Provision, ...]:
    """The provisions past their review date, the longest first."""
    return tuple(sorted((one for one in provisions if dated.is_stale(one, on)), key=lambda one: one.review_by))


def due_soon(provisions: Provisions, on: date) -> dict[date, list[str]]:
    """The provisions whose review date comes within a month, by that day."""
    found: dict[date, list[str]] = {}
    for one in sorted(provisions, key=lambda one: one.review_by):
        if on <= one.review_by <= on + SOON:
            found.setdefault(one.review_by, []).append(one.id)
    return found


def unsure(provisions: Provisions, confidence: str) -> tuple[Provision, ...]:
    """The provisions of this confidence, in file order."""
    return tuple(one for one in provisions if one.confidence == confidence)


def in_force(provision: Provision, on: date) -> dated.Version | None:
    """The version of the day; None when the provision begins later."""
    return dated.version_on(provision, on) if provision.versions[0].from_ <= on else None


def flat(value: Any, path: str = '') -> Iterator[tuple[str, str]]:
    """Every single thing within a value with the keys that lead to it (`name.es`); a list of single things is one."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from flat(item, f'{path}.{key}'.strip('.'))
    elif isinstance(value, tuple) and any(isinstance(item, Mapping | tuple) for item in value):
        for number, item in enumerate(value, start=1):
            yield from flat(item, f'{path}.{number}'.strip('.'))
    else:
        yield path, ', '.join(map(single, value)) if isinstance(value, tuple) else single(value)


def single(value: Any) -> str:
    """One thing that is neither a list nor a mapping."""
    return {True: 'yes', False: 'no'}[value] if isinstance(value, bool) else str(plain(value))


def said(value: Any) -> str:
    """A value for a reviewer: `1340`, or `fee: 102; waiver: no`."""
    if value is None:
        return 'no value'
    return '; '.join(f'{path}: {text}' if path else text for path, text in flat(value))


def conflicting(provisions: Provisions) -> tuple[Provision, ...]:
    """The provisions for which another source says something else than the version of its day, now or from a day still to come."""
    return tuple(one for one in provisions if any(differs(one, other) for other in one.also_reported))


def differs(provision: Provision, other: dated.Reported) -> bool:
    """Whether another source says something that no version says which is in force on its day or begins later."""
    first = in_force(provision, other.from_)
    later = [version for version in provision.versions if version.from_ > other.from_]
    return all(version.value != other.value for version in (*([first] if first else []), *later))


def days_in(value: Any) -> Iterator[date]:
    """Every day of the calendar within a value."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from days_in(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from days_in(item)


def coming(provisions: Provisions, on: date) -> tuple[Change, ...]:
    """What changes after this day, the next first: versions that begin, what other sources announce, days that values name."""
    found: list[Change] = []
    for one in provisions:
        later = [version for version in one.versions if version.from_ > on]
        found += [Change(version.from_, one.id, f'the data changes: {version.text["en"]}') for version in later]
        found += [Change(other.from_, one.id, f'another source says: {said(other.value)}') for other in one.also_reported if other.from_ > on]
        current = in_force(one, on)
        found += [Change(day, one.id, 'a day named by its value') for day in days_in(current.value if current else None) if day > on]
    return tuple(sorted(found, key=lambda change: (change.day, change.provision_id)))


def with_status(texts: Iterable[Text], signoffs: Mapping[str, Signoff], wanted: signoff.Status) -> tuple[Text, ...]:
    """The texts with this status of signature."""
    return tuple(text for text in texts if signoff.status(text, signoffs) == wanted)


def wrapped(text: str, indent: int = 2, more: int = 2) -> list[str]:
    """A line of the report, broken at the width of the page. An id or an address is never cut."""
    return textwrap.wrap(text, WIDTH, initial_indent=' ' * indent, subsequent_indent=' ' * (indent + more), break_long_words=False,
                         break_on_hyphens=False)


def section(title: str, body: list[str], none: str) -> list[str]:
    """A titled part of the report; `none` is what it says when there is nothing to say."""
    return ['', title, '-' * len(title), *(body or [f'  {none}'])]


def by_group(items: Iterable[tuple[str, str]]) -> list[str]:
    """Ids (`group`, `id`) as one paragraph for each data file."""
    groups: dict[str, list[str]] = {}
    for group, identifier in items:
        groups.setdefault(group, []).append(identifier)
    return [line for group, ids in groups.items() for line in wrapped(f'{group}.yml ({len(ids)}): {", ".join(ids)}')]


def stale_lines(provisions: Provisions, on: date) -> list[str]:
    """A table of what is stale."""
    rows = [(one.id, f'{one.group}.yml', one.checked.isoformat(), one.review_by.isoformat()) for one in stale(provisions, on)]
    head = ('id', 'file', 'checked', 'review by')
    wide = [max((len(row[column]) for row in (head, *rows)), default=0) for column in range(len(head))]
    table = [('  ' + '  '.join(cell.ljust(width) for cell, width in zip(row, wide, strict=True))).rstrip() for row in (head, *rows)]
    return table if rows else []


def conflict_lines(provisions: Provisions, on: date) -> list[str]:
    """What the data says and what each other source says."""
    found: list[str] = []
    for one in conflicting(provisions):
        current = in_force(one, on) or one.versions[0]
        found += wrapped(f'{one.id} ({one.group}.yml)')
        found += wrapped(f'data: {said(current.value)}, from {current.from_.isoformat()}, {one.confidence}. {one.source}', 4)
        for other in (other for other in one.also_reported if differs(one, other)):
            found += wrapped(f'also: {said(other.value)}, from {other.from_.isoformat()}, {other.confidence}. {other.source}', 4)
    return found


def unsigned_lines(texts: Iterable[Text], unsigned: Iterable[Text]) -> list[str]:
    """The texts without a signature. A file of which nothing is signed is one line."""
    total = Counter(text.group for text in texts)
    missing = list(unsigned)
    whole = {group for group, number in Counter(text.group for text in missing).items() if number == total[group]}
    files = [line for group in dict.fromkeys(text.group for text in missing if text.group in whole)
             for line in wrapped(f'{group}.yml: none of its {total[group]} texts')]
    return files + by_group((text.group, text.id) for text in missing if text.group not in whole)


def lines(state: LawState) -> list[str]:
    """The whole report."""
    every_provision, texts, signoffs, on = tuple(state.provisions.values()), state.texts, state.signoffs, state.on
    signed = {wanted: with_status(texts.values(), signoffs, wanted) for wanted in STATUSES}
    unverified, partly = unsure(every_provision, 'unverified'), unsure(every_provision, 'partly_verified')
    head = f'Law data on {on.isoformat()}'
    figures = (f'{len(every_provision)} provisions in {len({one.group for one in every_provision})} files. {len(stale(every_provision, on))} stale, '
               f'{len(unverified)} unverified, {len(partly)} partly verified, {len(conflicting(every_provision))} with sources that differ. '
               f'Of {len(texts)} texts, {len(signed["signed"])} are signed, {len(signed["changed"])} were signed before their last change, '
               f'{len(signed["not_signed"])} are not signed.')
    due = [line for day, ids in due_soon(every_provision, on).items() for line in wrapped(f'{day.isoformat()} ({len(ids)}): {", ".join(ids)}')]
    next_changes = [line for change in coming(every_provision, on)
                    for line in wrapped(f'{change.day.isoformat()}  {change.provision_id}: {change.what}', 2, 12)]
    signatures = [f'{text.id}: {signoffs[text.id].initials}, {signoffs[text.id].on.isoformat()}' for text in signed['signed']]
    return [
        head, '=' * len(head), *wrapped(figures, 0, 0),
        *section('Stale: past the day of review', stale_lines(every_provision, on), 'Nothing.'),
        *section('To review within a month', due, 'Nothing.'),
        *section('Sources that differ', conflict_lines(every_provision, on), 'None known.'),
        *section('What changes next', next_changes, 'Nothing known.'),
        *section('Unverified: general knowledge, no text was read', by_group((one.group, one.id) for one in unverified), 'Nothing.'),
        *section('Partly verified: a secondary or older text was read', by_group((one.group, one.id) for one in partly), 'Nothing.'),
        *section('Signed before the last change: to be read again', by_group((text.group, text.id) for text in signed['changed']), 'Nothing.'),
        *section('Not signed by an attorney', unsigned_lines(texts.values(), signed['not_signed']), 'Nothing: every text is signed.'),
        *section('Signed', [line for text in signatures for line in wrapped(text)], 'Nothing.'),
    ]
