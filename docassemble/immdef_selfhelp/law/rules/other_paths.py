"""Doors beside asylum, and policies that touch a nationality or do not: what was told that a lawyer should hear. No door is chosen."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.nations import nation
from docassemble.immdef_selfhelp.law.rules.claim import BESIDE_THE_LAW, MEXICO, harms_of
from docassemble.immdef_selfhelp.law.rules.finding import Deadline, Finding, Level, Rule
from docassemble.immdef_selfhelp.law.rules.process import in_court, is_unaccompanied

CUBA = 'Cuba'
INSIDE = ('custody', 'released')


def country_hold(facts: Facts, on: date) -> Iterator[Finding]:
    """USCIS has stopped deciding asylum cases of this nationality (`asylum_pause`, a dated list; nobody since August 24, 2026)."""
    nationality = facts.applicant.nationality
    if nationality and nationality in map(nation, dated.value('asylum_pause', on)):
        court = in_court(facts)
        yield Finding('COUNTRY_HOLD', 'info' if court else 'medium', 'described', ('people.0.nationality', *court))


def mpp_not_applicable(facts: Facts, on: date) -> Iterator[Finding]:
    """Remain in Mexico sends people of other countries to Mexico (`mpp_3`), not Mexicans."""
    if facts.applicant.nationality == MEXICO and facts.needs.in_mpp != 'yes':
        yield Finding('MPP_NOT_APPLICABLE', 'info', 'described', ('people.0.nationality',))


def vawa_not_applicable(facts: Facts, on: date) -> Iterator[Finding]:
    """Violence in the family by somebody who is no citizen or resident of the United States (INA 204(a)(1))."""
    because = tuple(f'{path}.kind' for path, harm in harms_of(facts) if harm.kind == 'family_violence')
    because += ('needs.violence_at_home',) if facts.needs.violence_at_home == 'yes' else ()
    if because and facts.needs.abused_by_citizen_or_resident == 'no':
        yield Finding('VAWA_NOT_APPLICABLE', 'info', 'described', (*because, 'needs.abused_by_citizen_or_resident'))


def relief_of_needs(facts: Facts, on: date) -> Iterator[Finding]:
    """A relative with status, a crime in the United States, or abuse by a citizen or resident: each has a door of its own."""
    needs = facts.needs
    if needs.relative_with_status == 'yes':
        yield Finding('OTHER_RELIEF_CHECK', 'medium', 'ask_a_lawyer', ('needs.relative_with_status',), authority=('path_family',))
    if needs.crime_in_united_states == 'yes':
        yield Finding('OTHER_RELIEF_CHECK', 'medium', 'ask_a_lawyer', ('needs.crime_in_united_states',), authority=('path_u_visa',))
    if needs.abused_by_citizen_or_resident == 'yes':
        yield Finding('OTHER_RELIEF_CHECK', 'high', 'ask_a_lawyer', ('needs.abused_by_citizen_or_resident',), authority=('path_vawa',))


def relief_of_cubans(facts: Facts, on: date) -> Iterator[Finding]:
    """A Cuban admitted, paroled or released with form I-220A (Cuban Adjustment Act; Matter of Cabrera-Fernandez, 28 I&N Dec. 747)."""
    if facts.applicant.nationality != CUBA:
        return
    because = ['papers'] if {'i220a', 'i94'} & set(facts.papers) else []
    because += [f'entries.{number}.outcome' for number, entry in enumerate(facts.entries) if entry.outcome in ('paroled', 'admitted')]
    if because:
        authority = ('path_cuban_adjustment', *(('i220a_not_parole',) if 'i220a' in facts.papers else ()))
        yield Finding('OTHER_RELIEF_CHECK', 'high', 'ask_a_lawyer', ('people.0.nationality', *because), authority=authority)


def parole_ends(facts: Facts, on: date) -> Iterator[Finding]:
    """A parole that ended, or will (INA 212(d)(5); 8 CFR 212.5(e)): a lawyer sees what changes, the year for asking for asylum among it."""
    for number, entry in enumerate(facts.entries):
        because = (f'entries.{number}.outcome', f'entries.{number}.parole_until')
        if entry.outcome != 'paroled' or not entry.parole_until.known:
            continue
        dates = (Deadline('parole_ends', entry.parole_until, 'parole_end', because[1], nature='event'),)
        if entry.parole_until.surely_before(on):
            yield Finding('PAROLE_ENDS', 'high', 'ask_a_lawyer', because, deadlines=dates)
        else:
            yield Finding('PAROLE_ENDS', 'medium', 'deadline', because, deadlines=dates)


def relief_without_reason(facts: Facts, on: date) -> Iterator[Finding]:
    """Only money or crime told as the reason: other doors may be there (`other_paths`)."""
    for number, telling in enumerate(facts.tellings):
        if telling.reasons and set(telling.reasons) <= BESIDE_THE_LAW:
            yield Finding('OTHER_RELIEF_CHECK', 'medium', 'ask_a_lawyer', (f'tellings.{number}.reasons',), authority=('other_paths',))


def trafficking(facts: Facts, on: date) -> Iterator[Finding]:
    """Somebody was forced to work or to have sex: a lawyer first, in private (INA 101(a)(15)(T))."""
    because = tuple(f'{path}.kind' for path, harm in harms_of(facts) if harm.kind == 'forced_work')
    because += ('needs.forced_work_or_trafficking',) if facts.needs.forced_work_or_trafficking == 'yes' else ()
    if because:
        yield Finding('TRAFFICKING_INDICATOR', 'high', 'stop', because)


def sij(facts: Facts, on: date) -> Iterator[Finding]:
    """A child whose parent died, left or mistreated them: a path that begins in a state court (INA 101(a)(27)(J))."""
    if facts.needs.child_without_parent_care == 'yes':
        level: Level = 'high' if facts.place in INSIDE else 'medium'
        yield Finding('SIJ_POTENTIAL', level, 'ask_a_lawyer', ('needs.child_without_parent_care', 'place'))


def unaccompanied(facts: Facts, on: date) -> Iterator[Finding]:
    """A child without a parent or legal guardian (6 U.S.C. 279(g)(2)), the applicant or another of the family: other rights, and a lawyer first."""
    because = [*(['alone_under_18'] if is_unaccompanied(facts, on) else []), *(['needs.child_alone'] if facts.needs.child_alone == 'yes' else [])]
    if because:
        yield Finding('UAC', 'high', 'stop', tuple(because))


RULES: tuple[Rule, ...] = (
    unaccompanied, trafficking, sij, relief_of_needs, relief_of_cubans, parole_ends, relief_without_reason, country_hold, mpp_not_applicable,
    vawa_not_applicable,
)
