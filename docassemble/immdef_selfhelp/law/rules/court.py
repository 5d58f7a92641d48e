"""The case in immigration court: hearings, decisions, addresses, fees and the work permit, each with the date its rule gives."""
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from docassemble.immdef_selfhelp.law.facts import days
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.rules.finding import SOON, Deadline, Finding, Rule, by_days_left


def hearing_soon(facts: Facts, on: date) -> Iterator[Finding]:
    """A hearing ahead: within 14 days a stop; else the last day for papers before an individual hearing (`deadline_individual`)."""
    hearing = facts.court.hearing
    if not hearing.known or hearing.surely_before(on):
        return
    because = ('court.hearing', 'court.hearing_kind')
    ahead = Deadline('hearing', hearing, 'must_attend', 'court.hearing', nature='event')
    papers = Deadline('court_papers', days.days_before(hearing, dated.value('deadline_individual', on)), 'deadline_individual', 'court.hearing', True)
    dates = (ahead,) if facts.court.hearing_kind == 'master' else (ahead, papers)
    if hearing.touches(on, on + SOON):
        yield Finding('HEARING_SOON', 'urgent', 'stop', because, deadlines=dates)
    elif facts.court.hearing_kind != 'master' and papers.rely_on <= on + SOON:
        yield Finding('HEARING_SOON', 'high', 'deadline', because, deadlines=dates)
    else:
        yield Finding('HEARING_AHEAD', by_days_left(hearing, on, 'info'), 'deadline', because, deadlines=dates)


def date_soon(facts: Facts, on: date) -> Iterator[Finding]:
    """A hearing or another last day within 14 days was marked, and no hearing told says it: a lawyer before anything else.

    A hearing told that is later is set beside it: another date, or another person's, may be meant.
    """
    hearing = facts.court.hearing
    if facts.court.date_soon != 'yes' or any(finding.kind == 'stop' for finding in hearing_soon(facts, on)):
        return
    if hearing.known and not hearing.surely_before(on):
        yield Finding('DATE_SOON_WHICH', 'urgent', 'stop', ('court.date_soon', 'court.hearing'), values=MappingProxyType({'value': hearing}))
    else:
        yield Finding('DATE_SOON', 'urgent', 'stop', ('court.date_soon',))


def hearing_unknown(facts: Facts, on: date) -> Iterator[Finding]:
    """A court case without a known next hearing: how to find the date (`eoir_hotline`)."""
    if facts.court.has_case == 'yes' and not facts.court.hearing.known and facts.court.decision in ('none', 'unknown'):
        yield Finding('HEARING_DATE_UNKNOWN', 'high', 'not_yet_described', ('court.has_case', 'court.hearing'))


def in_absentia(facts: Facts, on: date) -> Iterator[Finding]:
    """A hearing missed, or an order given without the person: 180 days, or at any time without notice (INA 240(b)(5)(C))."""
    court = facts.court
    if court.decision == 'in_absentia':
        span = days.days_after(court.decision_served, dated.value('mtr_in_absentia', on))
        dates = (Deadline('reopen_in_absentia', span, 'mtr_in_absentia', 'court.decision_served', True),) if span.known else ()
        yield Finding('IN_ABSENTIA_ORDER', 'urgent', 'stop', ('court.decision', 'court.decision_served'), deadlines=dates)
    elif court.missed_hearing == 'yes':
        yield Finding('IN_ABSENTIA_ORDER', 'urgent', 'stop', ('court.missed_hearing',))
    elif court.missed_hearing == 'unknown' and court.hearing.surely_before(on):
        yield Finding('IN_ABSENTIA_ORDER', 'high', 'not_yet_described', ('court.missed_hearing', 'court.hearing'))


def appeal(facts: Facts, on: date) -> Iterator[Finding]:
    """A decision of removal: the appeal must be received by the Board within 30 days (8 CFR 1003.38(b)); other motions to reopen, 90 days."""
    court = facts.court
    if court.decision != 'removal':
        return
    because = ('court.decision', 'court.decision_served')
    if not court.decision_served.known:
        yield Finding('APPEAL_DATE', 'urgent', 'not_yet_described', because)
        return
    end = days.within_days(court.decision_served, dated.value('appeal_deadline', on))
    reopen = days.days_after(court.decision_served, dated.value('mtr_general', on))
    if end.surely_before(on):
        later = () if reopen.surely_before(on) else (Deadline('reopen', reopen, 'mtr_general', 'court.decision_served', True),)
        yield Finding('APPEAL_DATE_PASSED', 'urgent', 'ask_a_lawyer', because, deadlines=later)
    else:
        yield Finding('APPEAL_DATE', 'urgent', 'deadline', because,
                      deadlines=(Deadline('appeal', end, 'appeal_deadline', 'court.decision_served', True),))


def address_change(facts: Facts, on: date) -> Iterator[Finding]:
    """A move: EOIR-33 to the court in 5 working days (8 CFR 1003.15(d)(2)) and, apart from it, AR-11 to USCIS in 10 days (8 CFR 265.1)."""
    court = facts.court
    if court.moved != 'yes' or (court.told_court == 'yes' and court.told_uscis == 'yes'):
        return
    dates, because = [], ['court.moved', 'court.moved_on']
    if court.told_court != 'yes' and court.has_case != 'no':
        dates.append(Deadline('eoir33', days.within_working_days(court.moved_on, dated.value('eoir33', on)), 'eoir33', 'court.moved_on', True))
        because.append('court.told_court')
    if court.told_uscis != 'yes':
        dates.append(Deadline('ar11', days.days_after(court.moved_on, dated.value('ar11', on)), 'ar11', 'court.moved_on'))
        because.append('court.told_uscis')
    known = tuple(deadline for deadline in dates if deadline.span.known)
    yield Finding('ADDRESS_NOT_UPDATED', 'high', 'deadline', tuple(because), deadlines=known)


def annual_fee(facts: Facts, on: date) -> Iterator[Finding]:
    """The annual asylum fee: 30 days after the date of its notice; without a notice, that notices may not arrive (`aaf_consequence_uscis`)."""
    court = facts.court
    if court.fee_notice.known:
        end = days.days_after(court.fee_notice, dated.value('aaf_consequence_uscis', on))
        dates = (Deadline('annual_fee', end, 'aaf_consequence_uscis', 'court.fee_notice', True),)
        if end.surely_before(on):
            yield Finding('ANNUAL_FEE_DUE', 'urgent', 'ask_a_lawyer', ('court.fee_notice',), deadlines=dates)
        else:
            yield Finding('ANNUAL_FEE_DUE', 'high', 'deadline', ('court.fee_notice',), deadlines=dates)
    elif court.filed_asylum == 'yes':
        yield Finding('ANNUAL_FEE', 'medium', 'described', ('court.filed_asylum',))


def work_permit(facts: Facts, on: date) -> Iterator[Finding]:
    """The asylum clock: the work permit may be asked for after 150 days and given after 180 (INA 208(d)(2); 8 CFR 208.7)."""
    received = facts.court.asylum_received
    if facts.court.filed_asylum != 'yes':
        return
    if not received.known:
        yield Finding('WORK_PERMIT_CLOCK', 'info', 'not_yet_described', ('court.filed_asylum', 'court.asylum_received'))
        return
    first = days.days_after(received, dated.value('ead_clock', on))
    yield Finding('WORK_PERMIT_CLOCK', 'info', 'deadline', ('court.filed_asylum', 'court.asylum_received'),
                  deadlines=(Deadline('work_permit', first, 'ead_clock', 'court.asylum_received', nature='first_day'),))


def not_filed(facts: Facts, on: date) -> Iterator[Finding]:
    """In court and no asylum application confirmed received: where it is filed and its fee (`i589_where`, `fee_i589`)."""
    court = facts.court
    if court.has_case == 'yes' and court.filed_asylum == 'no' and court.decision in ('none', 'unknown'):
        yield Finding('ASYLUM_APPLICATION_NOT_FILED', 'high', 'described', ('court.has_case', 'court.filed_asylum'))


def filing_day_of_the_judge(facts: Facts, on: date) -> Iterator[Finding]:
    """The day a judge set for filing the I-589, which can be earlier than the year (8 CFR 1003.31, `judge_filing_day`)."""
    court = facts.court
    if not court.i589_due.known or court.filed_asylum == 'yes' or court.decision not in ('none', 'unknown'):
        return
    because, deadline = ('court.i589_due', 'court.filed_asylum'), Deadline('i589_due', court.i589_due, 'judge_filing_day', 'court.i589_due', True)
    if court.i589_due.surely_before(on):
        yield Finding('I589_DUE', 'urgent', 'ask_a_lawyer', because, deadlines=(deadline,))
    else:
        yield Finding('I589_DUE', 'urgent', 'deadline', because, deadlines=(deadline,))


RULES: tuple[Rule, ...] = (in_absentia, appeal, filing_day_of_the_judge, hearing_soon, date_soon, hearing_unknown, address_change, annual_fee,
                           not_filed, work_permit)
