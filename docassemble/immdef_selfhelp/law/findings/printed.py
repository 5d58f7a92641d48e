"""The findings of a case as plain text and as plain data, for whoever tries a case without a phone."""
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.findings.found import Explained, deadlines, explain, findings, sentences
from docassemble.immdef_selfhelp.law.findings.words import LEVEL, WORDS, checked, explained, named
from docassemble.immdef_selfhelp.law.rules.finding import Deadline

WIDTH = 96


def lines(facts: Facts, language: str, on: date) -> Iterator[str]:
    """The findings as plain text that somebody who did not write it can follow."""
    words, found = WORDS[language], findings(facts, on)
    dates = deadlines(found)
    if dates:
        yield words['dates']
        yield from (f'  {named(deadline, language, on, facts).line}' for deadline in dates)
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
    for text in sentences(found.reasons, language):
        yield from textwrap.wrap(text, WIDTH, initial_indent='  ', subsequent_indent='  ')
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
            'because': [{'path': reason.path, 'asked': reason.asked, 'answered': reason.answered, 'said': reason.said} for reason in item.reasons],
            'authorities': [{'id': source.provision_id, 'citation': source.citation, 'checked': source.checked, 'confidence': source.confidence}
                            for source in item.authorities],
        } for item in found],
    }


def deadline_data(deadline: Deadline, language: str, on: date) -> dict[str, Any]:
    """One date as plain data."""
    said = named(deadline, language, on)
    return {'id': deadline.id, 'name': said.name, 'rely_on': deadline.rely_on.isoformat(), 'when': said.when, 'nature': deadline.nature,
            'received': deadline.received, 'passed': said.passed, 'maybe_passed': said.maybe_passed,
            'rule': deadline.rule, 'counted_from': deadline.counted_from}
