"""Who in the family needs special care: facts an officer may be told when the family asks to stay together (`unity_special_care`)."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Rule


def special_care(facts: Facts, on: date) -> Iterator[Finding]:
    """A disability, an older person the family cares for, or danger for who somebody is. What is not marked gives nothing."""
    if facts.needs.disability == 'yes':
        yield Finding('DISABILITY', 'high', 'described', ('needs.disability',))
    if facts.needs.older_person == 'yes':
        yield Finding('OLDER_PERSON', 'medium', 'described', ('needs.older_person',))
    if facts.needs.identity_risk == 'yes':
        yield Finding('IDENTITY_RISK', 'high', 'ask_a_lawyer', ('needs.identity_risk',))


RULES: tuple[Rule, ...] = (special_care,)
