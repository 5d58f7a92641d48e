"""Which process the person is in, and what comes next in it. Told from papers, entries and decisions; never guessed.

More than one can be told at once (a child alone in court): each is said. A person with an earlier removal order is told of the reasonable fear path
and not of the ordinary one (8 CFR 208.31; project's legal research, `rf_who`).
"""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.ages import MAJORITY, maybe_under
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Rule


def earlier_order(facts: Facts) -> tuple[str, ...]:
    """The facts that tell an earlier removal order; empty when none was told."""
    found = ['limits.prior_removal'] if facts.limits.prior_removal == 'yes' else []
    found += [f'entries.{number}.outcome' for number, entry in enumerate(facts.entries) if entry.outcome == 'removal_order']
    return tuple(found)


def in_court(facts: Facts) -> tuple[str, ...]:
    """The facts that tell a case in immigration court; empty when none was told."""
    found = ['court.has_case'] if facts.court.has_case == 'yes' else []
    found += ['papers'] if 'notice_to_appear' in facts.papers and facts.court.has_case != 'no' else []
    return tuple(found)


def is_unaccompanied(facts: Facts, on: date) -> bool:
    """Whether it was told that the applicant is a child under 18 without a parent or legal guardian (6 U.S.C. 279(g)(2)).

    An adult is never one, whatever was marked: a child of the family may have been meant.
    """
    return facts.alone_under_18 == 'yes' and maybe_under(facts.applicant, MAJORITY, on)


def reasonable_fear(facts: Facts, on: date) -> Iterator[Finding]:
    """An earlier removal order: reasonable fear, then withholding of removal and the Convention against Torture only (8 CFR 208.31)."""
    because = earlier_order(facts)
    if because:
        yield Finding('PROCESS_REASONABLE_FEAR', 'high', 'ask_a_lawyer', because)


def court_case(facts: Facts, on: date) -> Iterator[Finding]:
    """A case before an immigration judge under section 240 (INA 240)."""
    because = in_court(facts)
    if because:
        yield Finding('PROCESS_COURT', 'info', 'described', because)


def expedited_removal(facts: Facts, on: date) -> Iterator[Finding]:
    """Expedited removal and credible fear: held or interviewed, with no court case and no earlier order told (INA 235(b)(1))."""
    if earlier_order(facts) or in_court(facts) or is_unaccompanied(facts, on):
        return
    because = [name for name, told in (
        ('papers', {'i860', 'm444'} & set(facts.papers)),
        ('interview.status', facts.interview.status in ('scheduled', 'negative')),
        ('place', facts.place == 'custody'),
    ) if told]
    if because:
        yield Finding('PROCESS_EXPEDITED_REMOVAL', 'high', 'described', tuple(because))


def judge_review(facts: Facts, on: date) -> Iterator[Finding]:
    """A negative fear finding: review by a judge, asked for at once (8 CFR 208.30(g)(1), 208.31(f)); no appeal after it (8 CFR 1003.42(f))."""
    if facts.interview.status == 'negative' and facts.interview.judge_review in ('asked', 'not_asked', 'unknown'):
        yield Finding('LEGAL_REVIEW_URGENT', 'urgent', 'stop', ('interview.status', 'interview.judge_review'))
    elif facts.interview.status == 'negative' and facts.interview.judge_review == 'agreed_with_officer':
        yield Finding('JUDGE_AGREED_WITH_OFFICER', 'urgent', 'stop', ('interview.status', 'interview.judge_review'))


def sent_to_mexico(facts: Facts, on: date) -> Iterator[Finding]:
    """Sent to Mexico with a court date (Remain in Mexico, MPP), or not sure of it while in Mexico with court papers."""
    if facts.needs.in_mpp == 'yes':
        yield Finding('PROCESS_MPP', 'high', 'ask_a_lawyer', ('needs.in_mpp',))


def none_yet(facts: Facts, on: date) -> Iterator[Finding]:
    """In Mexico or elsewhere and never entered: no process has begun (`who_may_apply`; `metering_turnbacks`)."""
    if facts.place in ('mexico', 'elsewhere') and facts.entered == 'no':
        yield Finding('PROCESS_NONE_YET', 'info', 'described', ('place', 'entered'))


def port_of_entry(facts: Facts, on: date) -> Iterator[Finding]:
    """Came to an official crossing and was turned back (`metering_turnbacks`)."""
    for number, entry in enumerate(facts.entries):
        if entry.manner == 'port_of_entry' and entry.outcome == 'turned_back':
            yield Finding('PROCESS_PORT_OF_ENTRY', 'medium', 'described', (f'entries.{number}.manner', f'entries.{number}.outcome'))


def unknown_process(facts: Facts, on: date) -> Iterator[Finding]:
    """In the United States and no paper or decision told: the process is not known, and the court hotline can say (`eoir_hotline`)."""
    if facts.place == 'released' and not (in_court(facts) or earlier_order(facts)) and facts.court.decision in ('none', 'unknown'):
        yield Finding('PROCESS_UNKNOWN', 'high', 'not_yet_described', ('place', 'papers', 'court.has_case'))


def unaccompanied_child(facts: Facts, on: date) -> Iterator[Finding]:
    """A child alone: full proceedings and USCIS first (8 U.S.C. 1232(a)(5)(D); INA 208(b)(3)(C))."""
    if is_unaccompanied(facts, on):
        yield Finding('PROCESS_UNACCOMPANIED_CHILD', 'high', 'ask_a_lawyer', ('alone_under_18',))


RULES: tuple[Rule, ...] = (
    judge_review, reasonable_fear, unaccompanied_child, sent_to_mexico, court_case, expedited_removal, port_of_entry, none_yet, unknown_process,
)
