"""The claim: what has been told about it and what has not, never how strong it is.

A reason is what the person marked as what the words or acts of those who harmed them had to do with. No rule chooses one, and none is put
into words here (project's legal research, section 12, items 1 to 3).
"""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.ages import MAJORITY, maybe_under
from docassemble.immdef_selfhelp.law.facts.facts import Facts, Harm, Person, Reason, Telling
from docassemble.immdef_selfhelp.law.facts.family_ties import COUPLE
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Level, Rule
from docassemble.immdef_selfhelp.law.rules.process import earlier_order

MEXICO = 'Mexico'
BESIDE_THE_LAW: frozenset[Reason] = frozenset({'money', 'crime'})
"""Reasons that are none of the five of INA 101(a)(42)(A) by themselves."""
PLAIN_REASONS: tuple[tuple[str, frozenset[Reason]], ...] = (
    ('POLITICAL_OPINION', frozenset({'politics'})), ('RELIGION', frozenset({'religion'})), ('RACE_ETHNICITY', frozenset({'race', 'nationality'})),
)
CONTESTED_REASONS: tuple[tuple[str, frozenset[Reason]], ...] = (
    ('PSG_FAMILY', frozenset({'family'})), ('PSG_GENDER', frozenset({'gender', 'orientation'})),
    ('PSG_OTHER', frozenset({'witness', 'land_or_work', 'refused_to_join'})),
)
OFFICIALS = ('official', 'with_officials')


def harms_of(facts: Facts) -> Iterator[tuple[str, Harm]]:
    """Every harm of every telling with its path."""
    for number, telling in enumerate(facts.tellings):
        for place, harm in enumerate(telling.harms):
            yield f'tellings.{number}.harms.{place}', harm


def told(facts: Facts) -> Iterator[tuple[str, Telling]]:
    """Every telling in which something of the story was told, with its path."""
    for number, telling in enumerate(facts.tellings):
        if telling.harms or telling.reasons:
            yield f'tellings.{number}', telling


def gov_actor(facts: Facts, on: date) -> Iterator[Finding]:
    """Police, army or another official did the harm or had a part in it. At home, by an official of the family, the two overlap: a lawyer looks."""
    for path, harm in harms_of(facts):
        if harm.actor in OFFICIALS:
            at_home = harm.actor == 'official' and harm.kind == 'family_violence'
            because = (f'{path}.actor', f'{path}.kind') if at_home else (f'{path}.actor',)
            yield Finding('GOV_ACTOR', 'high' if at_home else 'info', 'described', because)
    for path, telling in told(facts):
        if telling.fears_officials == 'yes':
            yield Finding('GOV_ACTOR', 'info', 'described', (f'{path}.fears_officials',))


def community_authorities(facts: Facts, on: date) -> Iterator[Finding]:
    """Authorities of the person's own community did the harm: whether they count as officials is for a lawyer (8 CFR 208.18(a)(7))."""
    because = tuple(f'{path}.actor' for path, harm in harms_of(facts) if harm.actor == 'community')
    if because:
        yield Finding('COMMUNITY_AUTHORITIES', 'medium', 'ask_a_lawyer', because)


def protection_gaps(path: str, harm: Harm) -> tuple[str, ...]:
    """What has not been told about one report to the authorities; empty when it was told."""
    if harm.reported == 'unknown':
        return (f'{path}.reported',)
    if harm.reported == 'yes' and not harm.report_result_told:
        return (f'{path}.reported', f'{path}.report_result_told')
    if harm.reported == 'no' and not harm.report_why_not_told:
        return (f'{path}.reported', f'{path}.report_why_not_told')
    return ()


def gov_unable_unwilling(facts: Facts, on: date) -> Iterator[Finding]:
    """Private people, or the community's own authorities, did the harm: was it reported, what came of it, or why not.

    Bringas-Rodriguez v. Sessions, 850 F.3d 1051.
    """
    private = [(path, harm) for path, harm in harms_of(facts) if harm.actor in ('private', 'community')]
    gaps = tuple(gap for path, harm in private for gap in protection_gaps(path, harm))
    if gaps:
        yield Finding('GOV_UNABLE_UNWILLING', 'high', 'not_yet_described', gaps)
    elif private:
        yield Finding('GOV_UNABLE_UNWILLING', 'info', 'described', tuple(f'{path}.reported' for path, _ in private))


def cat_acquiescence(facts: Facts, on: date) -> Iterator[Finding]:
    """Torture feared or an official's part in harm: took part, knew, or looked away (8 CFR 208.18(a)(1), (7))."""
    for number, telling in enumerate(facts.tellings):
        path = f'tellings.{number}'
        part = tuple(f'{path}.harms.{place}.actor' for place, harm in enumerate(telling.harms) if harm.actor in OFFICIALS)
        only_with = bool(part) and all(harm.actor != 'official' for harm in telling.harms)
        if telling.torture == 'yes' and not part and telling.fears_officials != 'yes':
            yield Finding('CAT_ACQUIESCENCE', 'medium', 'not_yet_described', (f'{path}.torture', f'{path}.fears_officials'))
        elif telling.torture == 'yes' and only_with and telling.fears_officials != 'yes':
            yield Finding('CAT_ACQUIESCENCE', 'high', 'described', (f'{path}.torture', *part, f'{path}.fears_officials'))
        elif part or telling.torture == 'yes':
            yield Finding('CAT_ACQUIESCENCE', 'info', 'described', part or (f'{path}.torture', f'{path}.fears_officials'))


def internal_relocation(facts: Facts, on: date) -> Iterator[Finding]:
    """Moves inside the country and what came after, and whether another place would be safe (8 CFR 208.13(b)(3))."""
    for path, telling in told(facts):
        gaps = [f'{path}.moved'] if telling.moved == 'unknown' else []
        gaps += [f'{path}.moves.{place}.after_told' for place, move in enumerate(telling.moves) if not move.after_told]
        gaps += [] if telling.other_place_told else [f'{path}.other_place_told']
        by_officials = any(harm.actor == 'official' for harm in telling.harms) or telling.fears_officials == 'yes'
        if gaps:
            yield Finding('INTERNAL_RELOCATION', 'info' if by_officials else 'medium', 'not_yet_described', tuple(gaps))
        else:
            level: Level = 'medium' if telling.moved == 'yes' and not by_officials else 'info'
            yield Finding('INTERNAL_RELOCATION', level, 'described', (f'{path}.moved', f'{path}.other_place_told'))


def plain_reasons(facts: Facts, on: date) -> Iterator[Finding]:
    """The person marked politics, religion, race or nationality: said back, not weighed (INA 101(a)(42)(A))."""
    for path, telling in told(facts):
        for code, reasons in PLAIN_REASONS:
            if reasons & set(telling.reasons):
                yield Finding(code, 'info', 'described', (f'{path}.reasons',))


def contested_reasons(facts: Facts, on: date) -> Iterator[Finding]:
    """The person marked a reason on which agency and courts do not agree: a lawyer looks (`psg_test`, `psg_family_2025`, `psg_gender_2025`)."""
    for path, telling in told(facts):
        mixed = bool(BESIDE_THE_LAW & set(telling.reasons))
        for code, reasons in CONTESTED_REASONS:
            if reasons & set(telling.reasons):
                # Beside money or crime, the reason itself is the first thing not yet clear: NEXUS_UNCLEAR is the high one there.
                lower = code == 'PSG_OTHER' or (code == 'PSG_FAMILY' and mixed)
                yield Finding(code, 'medium' if lower else 'high', 'ask_a_lawyer', (f'{path}.reasons',))


def nexus(facts: Facts, on: date) -> Iterator[Finding]:
    """Whether the reason for the harm was told (INA 208(b)(1)(B)(i)): none beside money or crime, not clear, or told."""
    for path, telling in told(facts):
        reasons = set(telling.reasons)
        because = (f'{path}.reasons',)
        if reasons and reasons <= BESIDE_THE_LAW:
            yield Finding('NEXUS_NONE_STATED', 'high', 'described', because)
            yield Finding('ASK_OPEN_QUESTIONS', 'high', 'not_yet_described', because)
            yield Finding('FRIVOLOUS_WARNING', 'high', 'described', because)
        elif not reasons - {'unknown', 'other'} or reasons & (BESIDE_THE_LAW | {'unknown'}):
            yield Finding('NEXUS_UNCLEAR', 'high', 'not_yet_described', because)
        elif not telling.why_told:
            yield Finding('NEXUS_UNCLEAR', 'high', 'not_yet_described', (*because, f'{path}.why_told'))


def mexico_fear(facts: Facts, on: date) -> Iterator[Finding]:
    """Fear in Mexico, for a person of another country, is told apart from the fear at home (`cf_mexico`)."""
    if facts.applicant.nationality == MEXICO:
        return
    sent = facts.needs.in_mpp == 'yes'
    for number, telling in enumerate(facts.tellings):
        because = (f'tellings.{number}.mexico_fear',)
        if telling.mexico_fear == 'yes':
            yield Finding('MEXICO_FEAR', 'high' if sent else 'info', 'described', (*because, 'needs.in_mpp') if sent else because)
        elif telling.mexico_fear == 'unknown' and (sent or facts.place == 'mexico'):
            yield Finding('MEXICO_FEAR', 'high' if sent else 'info', 'not_yet_described', (*because, 'needs.in_mpp' if sent else 'place'))


def is_other_adult(person: Person, on: date) -> bool:
    """Whether it was told that the person is an adult beside the applicant: husband, wife, partner, or born 18 years ago or more."""
    grown = person.birth.known and not maybe_under(person, MAJORITY, on)
    return person.key != 'applicant' and (person.relation in COUPLE or grown)


def separate_applications(facts: Facts, on: date) -> Iterator[Finding]:
    """Another adult on the way may have a claim of their own. With an earlier order of the applicant only their own one is asylum (`derivatives`)."""
    order = earlier_order(facts)
    for number, person in enumerate(facts.people):
        here = person.travelling == 'yes' or person.whereabouts == 'with_me'
        if here and person.own_fear != 'no' and is_other_adult(person, on):
            level: Level = 'high' if order or person.own_fear == 'yes' else 'medium'
            because = (f'people.{number}.relation', f'people.{number}.own_fear', *order)
            yield Finding('SEPARATE_APPLICATIONS', level, 'ask_a_lawyer', because, about=(person.key,))


def consistency_between_spouses(facts: Facts, on: date) -> Iterator[Finding]:
    """Two of a couple told their own story: both are compared in the end (`cf_compare`); neither is changed to fit the other."""
    keys = {telling.person for telling in facts.tellings}
    for number, person in enumerate(facts.people):
        if 'applicant' in keys and person.key in keys and person.relation in COUPLE:
            yield Finding('CONSISTENCY_BETWEEN_SPOUSES', 'high', 'ask_a_lawyer', (f'people.{number}.relation',), about=(person.key,))


def cfi_conflict(facts: Facts, on: date) -> Iterator[Finding]:
    """Notes of an officer or an earlier paper say something different: show and correct openly (`cf_compare`, `careful_correct`)."""
    if facts.interview.notes_wrong == 'yes':
        yield Finding('CFI_CONFLICT', 'high', 'ask_a_lawyer', ('interview.notes_wrong',))


RULES: tuple[Rule, ...] = (
    gov_actor, community_authorities,
    gov_unable_unwilling, cat_acquiescence, internal_relocation, plain_reasons, contested_reasons, nexus, mexico_fear,
    separate_applications, consistency_between_spouses, cfi_conflict,
)
