"""Language, reading, safety and help: what a family needs before any paper."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.facts import INDIGENOUS_LANGUAGES, Facts
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Level, Rule
from docassemble.immdef_selfhelp.law.rules.process import is_unaccompanied

SPANISH_OR_ENGLISH = ('spanish', 'english')


def language(facts: Facts, on: date) -> Iterator[Finding]:
    """The best language is none an officer expects: an interpreter of it at every step (8 CFR 208.30(d)(5); INA 240(b)(4))."""
    best = facts.needs.best_language
    if best in INDIGENOUS_LANGUAGES and facts.needs.second_language_fluent != 'yes':
        # For today when the interview has a date or went wrong; it goes on without waiting for an interpreter
        level: Level = 'urgent' if facts.interview.status in ('scheduled', 'negative') else 'high'
        because = ('needs.best_language', 'needs.second_language_fluent')
        yield Finding('LANGUAGE_INDIGENOUS', level, 'ask_a_lawyer', (*because, 'interview.status') if level == 'urgent' else because,
                      values={'language': best})
    elif best == 'other':
        # Which one is free text, and it may be one of the indigenous languages
        yield Finding('LANGUAGE_INTERPRETER', 'high', 'not_yet_described', ('needs.best_language',))
    elif best not in (*SPANISH_OR_ENGLISH, *INDIGENOUS_LANGUAGES, 'unknown'):
        yield Finding('LANGUAGE_INTERPRETER', 'high', 'described', ('needs.best_language',), values={'language': best})
    if facts.interview.understood == 'no':
        yield Finding('LANGUAGE_INTERPRETER_ERROR', 'high', 'ask_a_lawyer', ('interview.understood',))


def reading(facts: Facts, on: date) -> Iterator[Finding]:
    """Reads little or not: every paper is read aloud before it is signed."""
    if facts.needs.reads == 'no':
        yield Finding('LITERACY_LOW', 'high', 'described', ('needs.reads',))
    elif facts.needs.reads == 'some':
        yield Finding('LITERACY_LOW', 'high' if facts.needs.has_phone == 'no' else 'medium', 'described', ('needs.reads', 'needs.has_phone'))


def telephone(facts: Facts, on: date) -> Iterator[Finding]:
    """No phone, or one that somebody else sees: nothing is stored or sent. Shared while somebody of the family must not know, it is not safe."""
    if facts.needs.has_phone == 'no' and facts.place != 'custody' and not is_unaccompanied(facts, on):
        yield Finding('NO_PHONE', 'high', 'described', ('needs.has_phone',))
    secret = tuple(f'needs.{name}' for name in ('afraid_of_family', 'violence_at_home') if getattr(facts.needs, name) == 'yes')
    if facts.needs.phone == 'watched':
        yield Finding('PHONE_UNSAFE', 'urgent', 'stop', ('needs.phone',))
    elif facts.needs.phone == 'shared' and secret:
        yield Finding('PHONE_SHARED_SECRET', 'urgent', 'stop', ('needs.phone', *secret))
    elif facts.needs.phone == 'shared':
        yield Finding('PHONE_SHARED', 'medium', 'described', ('needs.phone',))


def in_the_family(facts: Facts, on: date) -> Iterator[Finding]:
    """Something must stay from someone in the family; or there is violence at home: a private interview, and help."""
    if facts.needs.afraid_of_family == 'yes':
        yield Finding('CONFIDENTIAL_FROM_FAMILY', 'medium', 'described', ('needs.afraid_of_family',))
    if facts.needs.violence_at_home == 'yes':
        yield Finding('VIOLENCE_AT_HOME', 'high', 'stop', ('needs.violence_at_home',))
    if facts.needs.crisis == 'yes':
        yield Finding('CRISIS', 'high', 'stop', ('needs.crisis',))


def paid_helper(facts: Facts, on: date) -> Iterator[Finding]:
    """Paid somebody who is no lawyer or accredited representative (Cal. Bus. & Prof. Code 22440-22449)."""
    if facts.limits.paid_helper == 'yes':
        yield Finding('NOTARIO_FRAUD', 'high', 'ask_a_lawyer', ('limits.paid_helper',))


RULES: tuple[Rule, ...] = (telephone, language, reading, in_the_family, paid_helper)
