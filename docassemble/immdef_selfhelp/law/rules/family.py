"""The family: who can be included, who ages out when, who may be taken apart, and what proves a tie."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.facts.ages import END_OF_CHILDHOOD, MAJORITY, birthday, maybe_under, surely_under
from docassemble.immdef_selfhelp.law.facts.facts import Facts, Person
from docassemble.immdef_selfhelp.law.facts.family_ties import CHILD_IN_LAW, COUPLE, NEVER_INCLUDED, NOT_A_PARENT_OF, OWN
from docassemble.immdef_selfhelp.law.rules.fear_interview import interview_of
from docassemble.immdef_selfhelp.law.rules.finding import Deadline, Finding, Level, Rule, by_days_left
from docassemble.immdef_selfhelp.law.rules.process import earlier_order


def near(facts: Facts) -> Iterator[tuple[int, Person]]:
    """The people of the family who travel with the applicant or are with them, by their number."""
    for number, person in enumerate(facts.people):
        if person.key != 'applicant' and (person.travelling == 'yes' or person.whereabouts == 'with_me'):
            yield number, person


def who_can_be_included(facts: Facts, on: date) -> Iterator[Finding]:
    """Husband or wife and unmarried children under 21 can be in one application; other relatives ask for themselves (INA 208(b)(3)).

    Not of a citizen of the United States, who asks for no asylum. Not said to somebody with an earlier order of their own: what a judge can give
    them reaches nobody else (`withholding_std`).
    """
    may_include = interview_of(facts) != 'reasonable'
    for number, person in near(facts):
        path = f'people.{number}'
        if person.us_citizen == 'yes':
            continue
        if person.relation in NEVER_INCLUDED:
            level: Level = 'high' if person.relation in NOT_A_PARENT_OF and maybe_under(person, MAJORITY, on) else 'medium'
            yield Finding('DERIVATIVE_ELIGIBILITY', level, 'ask_a_lawyer', (f'{path}.relation', f'{path}.birth'), about=(person.key,))
        elif may_include and person.relation == 'spouse':
            yield Finding('DERIVATIVE_ELIGIBILITY', 'info', 'described', (f'{path}.relation',), about=(person.key,))
        elif may_include and person.relation in CHILD_IN_LAW:
            yield from child_included(person, path, on)


def child_included(person: Person, path: str, on: date) -> Iterator[Finding]:
    """A child is included while unmarried and under 21 (INA 101(b)(1)); a stepchild, when the marriage came before 18 (INA 101(b)(1)(B))."""
    because = f'{path}.relation', f'{path}.birth', f'{path}.married'
    if person.married == 'yes' or not maybe_under(person, END_OF_CHILDHOOD, on):
        yield Finding('DERIVATIVE_ELIGIBILITY', 'high', 'ask_a_lawyer', because, about=(person.key,))
        return
    if (person.married == 'unknown' and marriage_matters(person, on)) or not surely_under(person, END_OF_CHILDHOOD, on):
        yield Finding('DERIVATIVE_ELIGIBILITY', 'info', 'not_yet_described', because, about=(person.key,))
    elif person.relation != 'stepchild' or married_before(person):
        yield Finding('DERIVATIVE_ELIGIBILITY', 'info', 'described', because, about=(person.key,))
    if person.relation == 'stepchild' and not married_before(person):
        yield Finding('STEPCHILD_MARRIAGE_DATE', 'medium', 'ask_a_lawyer', (f'{path}.relation', f'{path}.marriage', f'{path}.birth'),
                      about=(person.key,))


def marriage_matters(person: Person, on: date) -> bool:
    """Whether it matters that an own child is married: one of 18 to 20, or whose age is not told. Younger ones are not asked (INA 101(b)(1))."""
    return person.relation in CHILD_IN_LAW and not surely_under(person, MAJORITY, on) and maybe_under(person, END_OF_CHILDHOOD, on)


def married_before(stepchild: Person) -> bool:
    """Whether the marriage surely came before the stepchild turned 18. Not told is not before."""
    turned = birthday(stepchild.birth, MAJORITY).first
    return turned is not None and stepchild.marriage.surely_before(turned)


def birthdays_ahead(facts: Facts, on: date) -> Iterator[Finding]:
    """Within a year: an unmarried own child turns 21; a child on the way, held or alone turns 18. Once filed, the age at filing stays.

    The level follows the days that are left.
    """
    end = on.replace(year=on.year + 1, day=min(on.day, 28))
    with_them = [number for number, _ in near(facts)]
    for number, person in enumerate(facts.people):
        path, is_21 = f'people.{number}.birth', birthday(person.birth, END_OF_CHILDHOOD)
        if person.relation in CHILD_IN_LAW and person.married != 'yes' and person.us_citizen != 'yes' and is_21.touches(on, end):
            level = 'info' if facts.court.filed_asylum == 'yes' else by_days_left(is_21, on, 'medium')
            deadline = Deadline('turning_21', is_21, 'child_age_frozen', path, nature='event')
            yield Finding('AGES_OUT', level, 'deadline', (path, 'court.filed_asylum'), about=(person.key,), deadlines=(deadline,))
        is_18 = birthday(person.birth, MAJORITY)
        held, alone = person.held_by in ('cbp', 'ice', 'orr'), person.relation == 'applicant' and facts.alone_under_18 == 'yes'
        child = person.relation in (*CHILD_IN_LAW, *NOT_A_PARENT_OF) and (number in with_them or held)
        if (alone or child) and is_18.touches(on, end):
            # The rule of children alone is not that of a child who is with its own mother or father
            code, rule = (('TURNING_18_WITH_PARENT', 'derivatives') if person.relation in OWN and not held
                          else ('SEPARATION_TURNING_18', 'uac_definition'))
            deadline = Deadline('turning_18', is_18, rule, path, nature='event')
            yield Finding(code, by_days_left(is_18, on, 'medium'), 'deadline', (path,), about=(person.key,), deadlines=(deadline,))


def child_own_claim(facts: Facts, on: date) -> Iterator[Finding]:
    """A child was harmed for themself, or has an own fear: a child may have a case of their own (`children_testimony`)."""
    for number, telling in enumerate(facts.tellings):
        for place, harm in enumerate(telling.harms):
            person = facts.person(harm.to)
            if harm.to != 'applicant' and surely_under(person, MAJORITY, on):
                yield Finding('CHILD_OWN_CLAIM', 'medium', 'ask_a_lawyer', (f'tellings.{number}.harms.{place}.to',), about=(harm.to,))
    for number, person in enumerate(facts.people):
        if person.key != 'applicant' and person.own_fear == 'yes' and surely_under(person, MAJORITY, on):
            yield Finding('CHILD_OWN_CLAIM', 'medium', 'ask_a_lawyer', (f'people.{number}.own_fear', f'people.{number}.birth'), about=(person.key,))


def non_parent(facts: Facts, on: date) -> Iterator[Finding]:
    """A child under 18 travels with somebody who is no parent or legal guardian: likely to be taken apart (6 U.S.C. 279(g)(2))."""
    if facts.place == 'released':
        return
    for number, person in near(facts):
        if person.relation not in NOT_A_PARENT_OF or not maybe_under(person, MAJORITY, on):
            continue
        because = f'people.{number}.relation', f'people.{number}.birth'
        if surely_under(person, MAJORITY, on):
            yield Finding('SEPARATION_NON_PARENT', 'urgent', 'stop', because, about=(person.key,))
        else:
            yield Finding('SEPARATION_NON_PARENT', 'high', 'not_yet_described', because, about=(person.key,))


def proof_of_parentage(facts: Facts, on: date) -> Iterator[Finding]:
    """No paper that a child is the parent's. For the whole group of children it is for today; one paper short, or after release, it can wait."""
    children = [(number, person) for number, person in near(facts) if person.relation in OWN and maybe_under(person, MAJORITY, on)]
    for proof in ('no', 'unknown'):
        without = {f'people.{number}.parentage_proof': person.key for number, person in children if person.parentage_proof == proof}
        level: Level = 'medium'
        if proof == 'no' and facts.place != 'released':
            level = 'urgent' if len(without) == len(children) > 1 else 'high'
        if without:
            yield Finding('SEPARATION_DOC_GAP', level, 'not_yet_described', tuple(without), about=tuple(without.values()))


def consent_of_the_other_parent(facts: Facts, on: date) -> Iterator[Finding]:
    """The other parent of a child who travels stays behind: papers of their consent (`travel_passport_child`).

    Who that is was told for each child; where it was not, a spouse or other parent who stays behind may be.
    """
    if facts.needs.other_parent_may_object == 'no':
        return
    behind = {f'people.{number}.travelling': person.relation for number, person in enumerate(facts.people)
              if person.relation in COUPLE and person.travelling == 'no' and person.whereabouts != 'with_me'}
    for number, child in near(facts):
        if child.relation not in OWN or not surely_under(child, MAJORITY, on):
            continue
        if child.other_parent == 'elsewhere':
            because: tuple[str, ...] = (f'people.{number}.other_parent',)
        elif child.other_parent == 'unknown':
            because = tuple(path for path, relation in behind.items() if relation in ('spouse', 'other_parent'))
        else:
            because = tuple(path for path, relation in behind.items() if relation == child.other_parent)
        if because:
            yield Finding('SEPARATION_DOC_GAP', 'medium', 'ask_a_lawyer', (*because, 'needs.other_parent_may_object'), about=(child.key,))


def taken_apart(facts: Facts, on: date) -> Iterator[Finding]:
    """Officers took someone in the family apart: ask why, where, and for contact (Ms. L. settlement)."""
    if facts.needs.child_of_family_apart == 'yes':
        yield Finding('SEPARATION_OCCURRED', 'urgent', 'stop', ('needs.child_of_family_apart',))


def prosecution(facts: Facts, on: date) -> Iterator[Finding]:
    """An earlier order and children on the way: a prosecution for coming back would take the parent from them (8 U.S.C. 1326)."""
    because = earlier_order(facts)
    children = {f'people.{number}.relation': person.key for number, person in near(facts)
                if maybe_under(person, MAJORITY, on) and person.relation in (*CHILD_IN_LAW, *NOT_A_PARENT_OF)}
    if because and children and facts.place in ('mexico', 'elsewhere', 'unknown'):
        yield Finding('SEPARATION_PROSECUTION', 'high', 'ask_a_lawyer', (*because, *children), about=tuple(children.values()))


def citizen_child(facts: Facts, on: date) -> Iterator[Finding]:
    """A child who is a United States citizen needs other papers and another plan."""
    for number, person in enumerate(facts.people):
        if person.us_citizen == 'yes' and maybe_under(person, END_OF_CHILDHOOD, on):
            yield Finding('US_CITIZEN_CHILD', 'medium', 'ask_a_lawyer', (f'people.{number}.us_citizen',), about=(person.key,))


def abduction_risk(facts: Facts, on: date) -> Iterator[Finding]:
    """The other parent does not agree, or looks for them: a lawyer on custody first."""
    if facts.needs.other_parent_may_object == 'yes':
        yield Finding('CUSTODY_ABDUCTION_RISK', 'high', 'ask_a_lawyer', ('needs.other_parent_may_object',))


RULES: tuple[Rule, ...] = (
    taken_apart, non_parent, proof_of_parentage, consent_of_the_other_parent, prosecution, who_can_be_included, birthdays_ahead, child_own_claim,
    citizen_child, abduction_risk,
)
