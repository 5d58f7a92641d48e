"""Facts for the tests of the rules, and what one module finds in them."""
from datetime import date
from types import ModuleType
from typing import Any

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.facts.words import value_at
from docassemble.immdef_selfhelp.law.findings.texts import text_of
from docassemble.immdef_selfhelp.law.rules.finding import Finding, in_order

ON = date(2026, 11, 24)


def found(module: ModuleType, plain: dict[str, Any], on: date = ON) -> dict[tuple[str, str], Finding]:
    """What the rules of a module find, by code and kind; every reason exists in the case and every finding has words."""
    facts = read_facts(plain)
    findings = in_order([finding for rule in module.RULES for finding in rule(facts, on)])
    for finding in findings:
        assert finding.because, finding.code
        for path in finding.because:
            value_at(facts, path)
        text_of(finding.code, finding.kind)
    return {(finding.code, finding.kind): finding for finding in findings}


def levels(module: ModuleType, plain: dict[str, Any], on: date = ON) -> dict[tuple[str, str], str]:
    """The level of each finding, by code and kind."""
    return {key: finding.level for key, finding in found(module, plain, on).items()}


def a_person(relation: str, key: str = 'family_0', **more: Any) -> dict[str, Any]:
    """One person of the family as plain data."""
    return {'key': key, 'name': key.title(), 'relation': relation, **more}


def family(*others: dict[str, Any], **applicant: Any) -> list[dict[str, Any]]:
    """The people of a case: the applicant, then the others."""
    return [{'key': 'applicant', 'relation': 'applicant', **applicant}, *others]
