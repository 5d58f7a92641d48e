"""People held, the conditions they were held in, who can receive them, and who needs care."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.ages import MAJORITY, surely_under
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Rule


def held(facts: Facts, on: date) -> Iterator[Finding]:
    """Somebody is held by immigration officers: a lawyer first (project's legal research, section 12, item 18)."""
    people = [(f'people.{number}.held_by', person.key) for number, person in enumerate(facts.people) if person.held_by in ('ice', 'cbp', 'orr')]
    because = [name for name, told in (('place', facts.place == 'custody'), ('needs.somebody_held', facts.needs.somebody_held == 'yes')) if told]
    because += [path for path, _ in people]
    if because:
        yield Finding('HELD', 'high', 'stop', tuple(because), about=tuple(key for _, key in people))


def conditions(facts: Facts, on: date) -> Iterator[Finding]:
    """Held by CBP now or lately: the conditions are written down now, apart from the asylum story (`documenting_conditions`)."""
    because = ['needs.held_by_cbp'] if facts.needs.held_by_cbp == 'yes' else []
    because += [f'people.{number}.held_by' for number, person in enumerate(facts.people) if person.held_by == 'cbp']
    if because:
        yield Finding('CBP_CONDITIONS', 'high', 'not_yet_described', tuple(because))


def sponsor(facts: Facts, on: date) -> Iterator[Finding]:
    """Who can receive the family: to look for, for somebody detained, and the risk for a person without a safe status (`orr_warning`)."""
    detained = [(f'people.{number}.held_by', person.key) for number, person in enumerate(facts.people) if person.held_by in ('ice', 'orr')]
    if detained and facts.needs.sponsor != 'no':
        paths, keys = zip(*detained, strict=True)
        yield Finding('SPONSOR_FOR_DETAINED', 'high', 'not_yet_described', paths, about=keys)
    if facts.needs.sponsor == 'no' and (detained or facts.place != 'released'):
        yield Finding('SPONSOR_SEARCH', 'high', 'not_yet_described', ('needs.sponsor', 'place'))
    if facts.needs.sponsor_status_at_risk == 'yes':
        yield Finding('SPONSOR_EXPOSURE', 'high', 'ask_a_lawyer', ('needs.sponsor_status_at_risk',))


def health(facts: Facts, on: date) -> Iterator[Finding]:
    """Pregnancy and medical needs: said to officers, and on paper."""
    if facts.needs.pregnant == 'yes':
        yield Finding('PREGNANT', 'high', 'described', ('needs.pregnant',))
    if facts.needs.medical == 'yes':
        yield Finding('MEDICAL', 'high', 'described', ('needs.medical',))


def child_tells(facts: Facts, on: date) -> Iterator[Finding]:
    """A child tells their own story: short, with an adult they trust, and never alone about abuse (section 12, item 17)."""
    for number, telling in enumerate(facts.tellings):
        person = facts.person(telling.person)
        if surely_under(person, MAJORITY, on):
            place = [candidate.key for candidate in facts.people].index(telling.person)
            yield Finding('CHILD_PACE', 'high', 'stop', (f'tellings.{number}.person', f'people.{place}.birth'), about=(telling.person,))


RULES: tuple[Rule, ...] = (held, conditions, sponsor, health, child_tells)
