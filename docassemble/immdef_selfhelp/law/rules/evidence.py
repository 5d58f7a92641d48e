"""Proof that can be lost, and offices that must not be asked for it."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Rule


def only_on_a_phone(facts: Facts, on: date) -> Iterator[Finding]:
    """Proof that is only on a phone: copies in a safe place."""
    because = ['needs.proof_only_on_phone'] if facts.needs.proof_only_on_phone == 'yes' else []
    because += [f'tellings.{number}.harms.{place}.proof_only_on_phone' for number, telling in enumerate(facts.tellings)
                for place, harm in enumerate(telling.harms) if harm.proof_only_on_phone == 'yes']
    if because:
        yield Finding('EVIDENCE_DIGITAL_PRESERVE', 'high', 'described', tuple(because))


def consulate(facts: Facts, on: date) -> Iterator[Finding]:
    """The government itself is feared: no letter to a consulate is made. People who work with officials: a lawyer first (`consulate_risk`)."""
    officials, with_officials = [], []
    for number, telling in enumerate(facts.tellings):
        officials += [f'tellings.{number}.fears_officials'] if telling.fears_officials == 'yes' else []
        for place, harm in enumerate(telling.harms):
            path = f'tellings.{number}.harms.{place}.actor'
            officials += [path] if harm.actor == 'official' else []
            with_officials += [path] if harm.actor == 'with_officials' else []
    if officials:
        yield Finding('CONSULATE_DANGER', 'high', 'stop', tuple(officials))
    elif with_officials:
        yield Finding('CONSULATE_DANGER', 'medium', 'ask_a_lawyer', tuple(with_officials))


RULES: tuple[Rule, ...] = (consulate, only_on_a_phone)
