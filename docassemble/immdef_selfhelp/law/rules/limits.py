"""What can limit asylum or close it, and what a lawyer must see before anything is written or said.

Most stops are told by the lawyer-first list of the interview (`law/data/lists/lawyer_first.yml`; project's legal research, section 12, item 18). No
amount, force or guilt is weighed, and nothing is ever to be hidden.
"""
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from docassemble.immdef_selfhelp.law.facts.facts import Country, Entry, Facts
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.nations import same_nation
from docassemble.immdef_selfhelp.law.rules.claim import MEXICO
from docassemble.immdef_selfhelp.law.rules.finding import Finding, Rule
from docassemble.immdef_selfhelp.law.rules.process import earlier_order, is_unaccompanied

BEFORE_CROSSING = ('mexico', 'elsewhere')
AT_THE_LAND_BORDER = ('between_ports', 'port_of_entry', 'unknown')
STOPS = (
    ('ASYLUM_DENIED_BEFORE', 'asylum_denied'), ('ARREST_OR_CONVICTION', 'arrest_or_conviction'), ('SERIOUS_NONPOLITICAL', 'accused_abroad'),
    ('ARMED_GROUP_PAYMENTS', 'gave_to_armed_group'), ('ARMED_ROLE', 'armed_role'), ('FALSE_PAPERS_OR_CLAIM', 'false_papers_or_claim'),
)
"""Code of the stop and the fact of `limits` that tells it."""


def prior_removal(facts: Facts, on: date) -> Iterator[Finding]:
    """An earlier order of removal: it can be used again without a judge (INA 241(a)(5)); another fear interview (8 CFR 208.31)."""
    because = earlier_order(facts)
    if because:
        yield Finding('PRIOR_REMOVAL_REINSTATEMENT', 'urgent', 'stop', because)


def reentry(facts: Facts, on: date) -> Iterator[Finding]:
    """Entering after an order can be a federal crime (INA 276): urgent before crossing, for a lawyer once inside."""
    because = earlier_order(facts)
    if because and facts.place in BEFORE_CROSSING:
        yield Finding('REENTRY_CRIMINAL_EXPOSURE', 'urgent', 'stop', (*because, 'place'))
    elif because:
        yield Finding('REENTRY_CRIMINAL_EXPOSURE', 'high', 'ask_a_lawyer', (*because, 'place'))


def unlawful_presence(facts: Facts, on: date) -> Iterator[Finding]:
    """An earlier stay without permission of more than 180 days (INA 212(a)(9)(B)-(C))."""
    if facts.limits.stayed_without_permission == 'yes':
        yield Finding('PRIOR_ENTRY_UNLAWFUL_PRESENCE', 'medium', 'ask_a_lawyer', ('limits.stayed_without_permission',))


def stops(facts: Facts, on: date) -> Iterator[Finding]:
    """What was marked of the lawyer-first list about anybody of the family, ever."""
    for code, name in STOPS:
        if getattr(facts.limits, name) == 'yes':
            yield Finding(code, 'high', 'stop', (f'limits.{name}',))


def demands_for_money(facts: Facts, on: date) -> Iterator[Finding]:
    """Extortion was told, and not whether anything was given: a lawyer before more is written of it (`careful_payments`)."""
    because = tuple(f'tellings.{number}.harms.{place}.kind' for number, telling in enumerate(facts.tellings)
                    for place, harm in enumerate(telling.harms) if harm.kind == 'extortion')
    if because and facts.limits.gave_to_armed_group == 'unknown':
        yield Finding('ARMED_GROUP_PAYMENTS', 'medium', 'ask_a_lawyer', (*because, 'limits.gave_to_armed_group'))


def is_own_country(country: Country, nationality: str) -> bool:
    """Whether a country lived in is that of the nationality, under any of its names."""
    return bool(nationality) and same_nation(country.name, nationality)


def third_country(facts: Facts, on: date) -> Iterator[Finding]:
    """Refuge, residence or a permit asked for or had in another country (INA 208(b)(2)(A)(vi); 8 CFR 208.15).

    What was told of each country says more than the mark of the lawyer-first list: the mark speaks while no permit was told.
    """
    told = [country for telling in facts.tellings for country in telling.countries]
    if facts.limits.third_country_status == 'yes' and not any(country.status == 'had' or country.could_stay == 'yes' for country in told):
        yield Finding('FIRM_RESETTLEMENT', 'high', 'stop', ('limits.third_country_status',))
    for number, telling in enumerate(facts.tellings):
        for place, country in enumerate(telling.countries):
            path = f'tellings.{number}.countries.{place}'
            if is_own_country(country, facts.person(telling.person).nationality):
                continue
            if country.could_stay == 'yes' or (country.status == 'had' and country.could_stay == 'unknown'):
                yield Finding('FIRM_RESETTLEMENT', 'high', 'stop', (f'{path}.name', f'{path}.status', f'{path}.could_stay'))
            elif country.status == 'had':
                yield Finding('THIRD_COUNTRY_STATUS', 'high', 'stop', (f'{path}.name', f'{path}.status', f'{path}.could_stay'))
            elif country.status == 'asked':
                yield Finding('THIRD_COUNTRY_STATUS', 'medium', 'ask_a_lawyer', (f'{path}.name', f'{path}.status'))
            elif country.status == 'unknown':
                yield Finding('THIRD_COUNTRY_STATUS', 'info', 'not_yet_described', (f'{path}.name', f'{path}.status'))


def multiple_nationality(facts: Facts, on: date) -> Iterator[Finding]:
    """Somebody has another nationality, or not that of the applicant: the fear is asked for each country (INA 101(a)(42)).

    Not a citizen of the United States, who asks for no asylum (`citizen_child`).
    """
    own = facts.applicant.nationality
    for number, person in enumerate(facts.people):
        if person.us_citizen == 'yes':
            continue
        because = [f'people.{number}.other_nationality'] if person.other_nationality == 'yes' else []
        comes = person.travelling == 'yes' or person.whereabouts == 'with_me'
        if own and comes and person.nationality and not same_nation(person.nationality, own):
            because += [f'people.{number}.nationality', 'people.0.nationality']
        if because:
            yield Finding('MULTIPLE_NATIONALITY', 'medium', 'ask_a_lawyer', tuple(dict.fromkeys(because)), about=(person.key,))


def return_trip(facts: Facts, on: date) -> Iterator[Finding]:
    """Went back to the country of the harm: form I-589, part C.4, asks for it."""
    for number, telling in enumerate(facts.tellings):
        if telling.returned == 'yes':
            yield Finding('RETURN_TRIP', 'high', 'ask_a_lawyer', (f'tellings.{number}.returned',))


def border_entries(facts: Facts) -> Iterator[tuple[int, Entry]]:
    """Entries over the land border, also when how was not told, that left somebody in the United States, with their number."""
    for number, entry in enumerate(facts.entries):
        if entry.manner in AT_THE_LAND_BORDER and entry.outcome not in ('turned_back', 'sent_back_same_day'):
            yield number, entry


def circumvention_rule(facts: Facts, on: date) -> Iterator[Finding]:
    """An entry that can lie between the two days of the rule of 8 CFR 208.33; not for Mexicans or children alone."""
    if facts.applicant.nationality == MEXICO or is_unaccompanied(facts, on):
        return
    first, last = dated.value('clp_rule', on)
    for number, entry in border_entries(facts):
        if entry.when.touches(first, last):
            because = (f'entries.{number}.when', f'entries.{number}.manner')
            yield Finding('CLP_WINDOW', 'medium', 'ask_a_lawyer', because, values=MappingProxyType({'value': entry.when}))


def later_border_rules(facts: Facts, on: date) -> Iterator[Finding]:
    """An entry that can lie after the border rule of June 2024, the proclamation of 2025 or the agreements with other countries began.

    All three are before the courts, so each is `info` and for a lawyer. The agreements do not touch children alone (INA 208(a)(2)(E)).
    """
    if is_unaccompanied(facts, on):
        return
    begun = {'STB_WINDOW': dated.value('stb_rule', on), 'PROCLAMATION_WINDOW': dated.provision('proclamation_10888').versions[0].from_,
             'THIRD_COUNTRY_AGREEMENT': dated.provision('acas').versions[0].from_}
    for number, entry in border_entries(facts):
        for code, first in begun.items():
            if entry.when.touches(first, date.max):
                because = (f'entries.{number}.when', f'entries.{number}.manner')
                yield Finding(code, 'info', 'ask_a_lawyer', because, values=MappingProxyType({'value': entry.when}))


RULES: tuple[Rule, ...] = (
    prior_removal, reentry, stops, demands_for_money, third_country, return_trip, unlawful_presence, multiple_nationality, circumvention_rule,
    later_border_rules,
)
