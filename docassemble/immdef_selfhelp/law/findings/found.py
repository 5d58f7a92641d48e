"""Every finding of a case, from facts alone: which rules there are, and a finding put into words with the reasons for it."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from docassemble.immdef_selfhelp.law.facts import said, words as fact_words
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.facts.words import span_words
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.provisions import citations, dated, wording
from docassemble.immdef_selfhelp.law.rules import claim, court, custody, evidence, family, limits, needs, one_year, other_paths, process, vulnerable
from docassemble.immdef_selfhelp.law.rules.finding import Deadline, Finding, Rule, in_order

ROOMS = (process, court, one_year, limits, needs, custody, family, claim, evidence, other_paths, vulnerable)
RULES: tuple[Rule, ...] = tuple(rule for room in ROOMS for rule in room.RULES)
"""Every rule, room by room."""


@dataclass(frozen=True)
class Authority:
    """Where a finding comes from, ready to print: the citation, the day it was checked, and the warning once it must be checked again."""
    provision_id: str
    citation: str
    checked: str
    confidence: str
    note: str


@dataclass(frozen=True)
class Reason:
    """One answer that led to a finding: what was asked and what was answered, in words, and both as the end of a sentence (`law.facts.said`)."""
    path: str
    asked: str
    answered: str
    said: str


@dataclass(frozen=True)
class Explained:
    """A finding in words of one language, with everything it came from. `today`: what can be done today, when it is shown before drafting."""
    finding: Finding
    title: str
    say: str
    next: str
    today: tuple[str, ...]
    reasons: tuple[Reason, ...]
    authorities: tuple[Authority, ...]


def findings(facts: Facts, on: date) -> tuple[Finding, ...]:
    """What the rules find on this day, the most urgent first."""
    return in_order([finding for rule in RULES for finding in rule(facts, on)])


def stops(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The findings that send to a lawyer before anything is drafted: stops with words for today (project's legal research, section 12, item 18)."""
    return tuple(finding for finding in findings(facts, on) if finding.kind == 'stop' and finding_texts.text_of(finding.code, finding.kind).today)


def deadlines(found: tuple[Finding, ...]) -> tuple[Deadline, ...]:
    """Every date of the findings, each once, the nearest first."""
    return tuple(sorted(dict.fromkeys(deadline for finding in found for deadline in finding.deadlines), key=lambda deadline: deadline.rely_on))


def explain(finding: Finding, facts: Facts, language: str, on: date) -> Explained:
    """A finding in words. Raises KeyError when its code has no words, LookupError when a reason is no fact of this case."""
    text = finding_texts.text_of(finding.code, finding.kind)
    filled = {part: getattr(text, part)[language].format(**filling(finding, facts, language)) for part in ('title', 'say', 'next')}
    ids = dict.fromkeys((*text.authority, *finding.authority, *(deadline.rule for deadline in finding.deadlines)))
    today = tuple(dated.sentence_with_note(provision_id, language, on) for provision_id in text.today)
    return Explained(finding, filled['title'], filled['say'], filled['next'], today, reasons(finding, facts, language),
                     authorities(ids, language, on))


def each_step_once(found: Iterable[Explained]) -> Iterator[Explained]:
    """The same findings; a step of today that a finding before has too is not said again."""
    said = set[str]()
    for one in found:
        yield replace(one, today=tuple(step for step in one.today if step not in said))
        said.update(one.today)


def sentences(found: Iterable[Reason], language: str) -> list[str]:
    """The answers that led to a finding as sentences."""
    endings = dict.fromkeys(reason.said for reason in found)
    return [said.sentence(ending, language, number == 0) for number, ending in enumerate(endings)]


def reasons(finding: Finding, facts: Facts, language: str) -> tuple[Reason, ...]:
    """The answers that led to a finding, with whose they are; what several questions answered in the same words stands once.

    Only what was answered: what is unknown may never have been asked (`Finding.because` names it all the same).
    """
    found: dict[str, Reason] = {}
    for path in finding.because:
        ending = said.said(facts, path, language)
        if not ending:
            continue
        asked, answered = fact_words.asked(path, language), fact_words.answered(facts, path, language)
        room, _, rest = path.partition('.')
        whose = facts.people[int(rest.partition('.')[0])].name if room == 'people' else ''
        reason = Reason(path, f'{asked} ({whose})' if whose else asked, answered, ending)
        found.setdefault(ending, reason)
    return tuple(found.values())


def authorities(provision_ids: Iterable[str], language: str, on: date) -> tuple[Authority, ...]:
    """Where a finding comes from; an authority that several facts rest on stands once."""
    found: dict[str, Authority] = {}
    for provision_id in provision_ids:
        source = authority(provision_id, language, on)
        found.setdefault(source.citation, source)
    return tuple(found.values())


def authority(provision_id: str, language: str, on: date) -> Authority:
    """Where a provision comes from. Raises KeyError when there is none."""
    provision = dated.provision(provision_id)
    note = dated.stale_note(provision, language) if dated.is_stale(provision, on) else ''
    citation = citations.in_language(provision.citation, language)
    return Authority(provision_id, citation, wording.day_text(provision.checked, language), provision.confidence, note)


def filling(finding: Finding, facts: Facts, language: str) -> dict[str, str]:
    """What stands in the braces of a finding's sentences."""
    people = [facts.person(key).name or fact_words.value_words(facts.person(key).relation, language) for key in finding.about]
    found = {name: fact_words.value_words(value, language) for name, value in finding.values.items()}
    found['people'] = wording.joined(people, language)
    if finding.deadlines:
        # Two children turn 18 on two days: a sentence about both names both days
        same = dict.fromkeys(deadline.span for deadline in finding.deadlines if deadline.id == finding.deadlines[0].id)
        found['date'] = wording.joined([span_words(span, language) for span in same], language)
    return found
