"""The findings of a case as text and as JSON, and the command `selfhelp findings` that prints them for a facts file."""
import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.facts import days
from docassemble.immdef_selfhelp.law.facts.facts import Facts, FactsError, facts_from_file
from docassemble.immdef_selfhelp.law.facts.words import span_words
from docassemble.immdef_selfhelp.law.findings.found import Explained, deadlines, explain, findings
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.rules.finding import Deadline
from docassemble.immdef_selfhelp.names import LANGUAGES

WIDTH = 96
LEVEL = {
    'es': {'urgent': 'HOY', 'high': 'IMPORTANTE', 'medium': 'TAMBIÉN', 'info': 'PARA SABER'},
    'en': {'urgent': 'TODAY', 'high': 'IMPORTANT', 'medium': 'ALSO', 'info': 'TO KNOW'},
}
WORDS = {
    'es': {'dates': 'FECHAS', 'next': 'Siguiente paso', 'because': 'Porque usted dijo', 'from': 'De dónde viene', 'checked': 'revisado el',
           'received': 'debe llegar ese día o antes', 'passed': 'esta fecha ya pasó', 'nothing': 'Estas respuestas no dan ningún aviso.',
           'unverified': 'falta que un abogado lo confirme',
           'note': 'Esto es información, no consejo legal. Pregunte a un abogado o representante acreditado.'},
    'en': {'dates': 'DATES', 'next': 'Next step', 'because': 'Because you told us', 'from': 'Where it comes from', 'checked': 'checked on',
           'received': 'must arrive by that day', 'passed': 'this date has passed', 'nothing': 'These answers give no notice.',
           'unverified': 'to be confirmed by a lawyer',
           'note': 'This is information, not legal advice. Ask a lawyer or accredited representative.'},
}


@dataclass(frozen=True)
class NamedDate:
    """A date in words: what it is, when (as sharp as it was told), and a note: that papers must arrive by then, or that it has passed."""
    deadline: Deadline
    name: str
    when: str
    received: bool
    passed: bool
    note: str

    @property
    def line(self) -> str:
        """The date on one line."""
        return f'{self.name}: {self.when}' + (f' ({self.note})' if self.note else '')


@cache
def names() -> MappingProxyType[str, Any]:
    """What each date is called, by its id. Raises LawDataError."""
    found = dated.groups_in('words/deadline_names')
    return MappingProxyType({entry['id']: strict.both_languages(entry, f'deadline_names.yml, {entry["id"]}') for entry in found})


def named(deadline: Deadline, language: str, on: date) -> NamedDate:
    """A date with its name, as it stands on this day. Raises KeyError when it has none."""
    passed = deadline.span.surely_before(on) and deadline.nature != 'first_day'
    note = WORDS[language]['passed'] if passed else WORDS[language]['received'] if deadline.received else ''
    return NamedDate(deadline, names()[deadline.id][language], span_words(deadline.span, language), deadline.received, passed, note)


def doubt(confidence: str, language: str) -> str:
    """That a lawyer must still confirm a provision whose authority was not read; empty when it was."""
    return '' if confidence == 'verified' else WORDS[language]['unverified']


def checked(day: str, confidence: str, language: str) -> str:
    """When an authority was checked, and the doubt that is left."""
    return '; '.join(filter(None, (f'{WORDS[language]["checked"]} {day}', doubt(confidence, language))))


def explained(facts: Facts, language: str, on: date) -> tuple[Explained, ...]:
    """Every finding of a case in words, the most urgent first."""
    return tuple(explain(finding, facts, language, on) for finding in findings(facts, on))


def lines(facts: Facts, language: str, on: date) -> Iterator[str]:
    """The findings as plain text that somebody who did not write it can follow."""
    words, found = WORDS[language], findings(facts, on)
    dates = deadlines(found)
    if dates:
        yield words['dates']
        yield from (f'  {named(deadline, language, on).line}' for deadline in dates)
        yield ''
    for finding in found:
        yield from finding_lines(explain(finding, facts, language, on), language)
    if not found:
        yield words['nothing']
    yield words['note']


def finding_lines(found: Explained, language: str) -> Iterator[str]:
    """One finding: title, what it says, the next step, the answers behind it and the authorities."""
    words, finding = WORDS[language], found.finding
    yield f'[{LEVEL[language][finding.level]}] {found.title}  ({finding.code}, {finding.kind})'
    for text in (found.say, f'{words["next"]}: {found.next}'):
        yield from textwrap.wrap(text, WIDTH, initial_indent='  ', subsequent_indent='  ')
    yield f'  {words["because"]}:'
    yield from (f'    {reason.asked}: {reason.answered}' for reason in found.reasons)
    yield f'  {words["from"]}:'
    for source in found.authorities:
        text = f'{source.citation} ({checked(source.checked, source.confidence, language)}) {source.note}'.strip()
        yield from textwrap.wrap(text, WIDTH, initial_indent='    ', subsequent_indent='      ')
    yield ''


def as_data(facts: Facts, language: str, on: date) -> dict[str, Any]:
    """The findings as plain data for other programs."""
    found = explained(facts, language, on)
    return {
        'on': on.isoformat(),
        'language': language,
        'deadlines': [deadline_data(deadline, language, on) for deadline in deadlines(tuple(item.finding for item in found))],
        'findings': [{
            'code': item.finding.code, 'level': item.finding.level, 'kind': item.finding.kind, 'about': list(item.finding.about),
            'title': item.title, 'say': item.say, 'next': item.next,
            'because': [{'path': reason.path, 'asked': reason.asked, 'answered': reason.answered} for reason in item.reasons],
            'authorities': [{'id': source.provision_id, 'citation': source.citation, 'checked': source.checked, 'confidence': source.confidence}
                            for source in item.authorities],
        } for item in found],
    }


def deadline_data(deadline: Deadline, language: str, on: date) -> dict[str, Any]:
    """One date as plain data."""
    said = named(deadline, language, on)
    return {'id': deadline.id, 'name': said.name, 'rely_on': deadline.rely_on.isoformat(), 'when': said.when, 'nature': deadline.nature,
            'received': deadline.received, 'rule': deadline.rule, 'counted_from': deadline.counted_from}


def add_parser(subparsers: Any) -> None:
    """Add `findings` to the parser of `selfhelp`; it sets `run`, which takes the parsed arguments and returns the exit code."""
    command = subparsers.add_parser('findings', help='what the rules say about the facts of a file, and why',
                                    description='Read the facts of one case from a YAML file (docs/findings.md) and print each finding with the '
                                                'answers that led to it, its authority and one next step.')
    command.add_argument('facts', type=Path, metavar='FACTS.yml')
    command.add_argument('--on', type=date.fromisoformat, default=None, metavar='DATE', help='the day, YYYY-MM-DD; without it, today at the court')
    command.add_argument('--language', choices=LANGUAGES, default='es')
    command.add_argument('--json', action='store_true', help='as JSON')
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the findings of the file. Returns 0, or 2 with the reasons when the file cannot be read."""
    on = arguments.on or days.today_in_court()
    try:
        facts = facts_from_file(arguments.facts)
    except (FactsError, OSError) as problem:
        print(f'selfhelp findings: {problem}', file=sys.stderr)
        return 2
    if arguments.json:
        print(json.dumps(as_data(facts, arguments.language, on), ensure_ascii=False, indent=2))
    else:
        print('\n'.join(lines(facts, arguments.language, on)))
    return 0
