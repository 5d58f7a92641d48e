"""What changed in the law since a day: for the attorney, and for a family that comes back, of which only what touches it is told.

A text changed when the record says that its words or its authority did, when a version of it began, or when another source says something else from
a day since then. What was only checked again did not change.
"""
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from docassemble.immdef_selfhelp.law.desk import record
from docassemble.immdef_selfhelp.law.desk.record import Entry
from docassemble.immdef_selfhelp.law.desk.report import WIDTH, LawState, in_force, said, state_on
from docassemble.immdef_selfhelp.law.desk.texts import Text
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.findings.found import Explained
from docassemble.immdef_selfhelp.law.provisions import dated, wording
from docassemble.immdef_selfhelp.law.rules.finding import Finding

Why = Literal['words', 'begins', 'reported']
IN_WORDS: Mapping[Why, str] = {'words': 'the text was changed', 'begins': 'a new version began', 'reported': 'another source says something else'}
SINCE = {
    'es': 'Desde la última vez que estuvo aquí ({day}), cambió esto de lo que toca a su familia:',
    'en': 'Since you were here last ({day}), this changed in what touches your family:',
}


@dataclass(frozen=True)
class Change:
    """One text that changed, on which day, and in which way."""
    day: date
    id: str
    why: Why


def changes_since(since: date, on: date, state: LawState | None = None, recorded: Mapping[str, Entry] | None = None) -> tuple[Change, ...]:
    """What changed from the one day to the other, both included, the oldest first. `state` and `recorded`: without them, the program's own.

    Raises LawDataError.
    """
    state, recorded = state or state_on(on), record.read() if recorded is None else recorded
    found = [Change(entry.changed, name, 'words') for name, entry in recorded.items() if entry.changed and name in state.texts]
    for provision in state.provisions.values():
        found += [Change(version.from_, provision.id, 'begins') for version in provision.versions[1:]]
        found += [Change(other.from_, provision.id, 'reported') for other in provision.also_reported]
    return tuple(sorted((one for one in found if since <= one.day <= on), key=lambda one: (one.day, one.id)))


def ids_behind(finding: Finding) -> frozenset[str]:
    """The texts that a finding shows: its own words, its authorities, what can be done today, and the rules of its dates."""
    text = finding_texts.text_of(finding.code, finding.kind)
    return frozenset({text.id, *text.authority, *text.today, *finding.authority, *(deadline.rule for deadline in finding.deadlines)})


def touching(changed: Iterable[Change], found: Iterable[Finding], on_papers: Collection[str] = ()) -> tuple[Change, ...]:
    """The changes that touch a family: of a text behind one of its findings, or of a provision that stands on one of its papers (`on_papers`)."""
    theirs = {*on_papers, *(identifier for finding in found for identifier in ids_behind(finding))}
    return tuple(one for one in changed if one.id in theirs)


def for_family(changed: Iterable[Change], found: Iterable[Explained], language: str, on: date) -> tuple[str, ...]:
    """What to tell a family, each once: the sentence as it is now, and for the words of a finding what that finding says of their case."""
    said_now = {finding_texts.text_of(one.finding.code, one.finding.kind).id: f'{one.title}. {one.say}' for one in found}
    sentences = [dated.sentence_with_note(one.id, language, on) if one.id in dated.all_provisions() else said_now.get(one.id, '') for one in changed]
    return tuple(dict.fromkeys(sentence for sentence in sentences if sentence))


def heading(since: date, language: str) -> str:
    """The sentence over what changed for a family."""
    return SINCE[language].format(day=wording.day_text(since, language))


def lines(changed: Iterable[Change], state: LawState, ledger: str) -> Iterator[str]:
    """The changes in plain words for the attorney: what says what now, where it comes from, and why it was changed, as the ledger tells it."""
    by_id: dict[str, list[Change]] = {}
    for one in changed:
        by_id.setdefault(one.id, []).append(one)
    for identifier, of_text in by_id.items():
        yield f'{identifier} ({state.texts[identifier].group}.yml)'
        for one in of_text:
            yield from indented(f'{one.day.isoformat()}: {what(one, state)}')
        yield from (line for text in now(state.texts[identifier], state) for line in indented(text))
        for line in ledger.splitlines():
            if record.lines_naming(identifier, line):
                yield from indented(f'Ledger: {line.strip(" -")}')
        yield ''
    yield f'{len(by_id)} texts changed' if by_id else 'Nothing changed'


def what(change: Change, state: LawState) -> str:
    """In which way a text changed, with the value that began or that another source gives."""
    if change.why == 'reported':
        others = state.provisions[change.id].also_reported
        return '; '.join(f'{IN_WORDS["reported"]}: {said(other.value)} ({other.source})' for other in others if other.from_ == change.day)
    return IN_WORDS[change.why]


def now(text: Text, state: LawState) -> Iterator[str]:
    """A text as it stands on the day, in English, and the authority of a provision."""
    provision = state.provisions.get(text.id)
    current = in_force(provision, state.on) if provision else None
    if provision and current:
        yield f'Now: {dated.filled(current, "en", provision.checked)}'
        yield f'Authority: {provision.citation} ({provision.confidence}, checked {provision.checked.isoformat()})'
    elif not provision:
        yield f'Now: {" / ".join(passage.words["en"] for passage in text.passages)}'


def indented(text: str) -> list[str]:
    """A line under its title, broken at the width of the page."""
    return textwrap.wrap(text, WIDTH, initial_indent='  ', subsequent_indent='    ', break_long_words=False, break_on_hyphens=False)
