"""The family: who can be included, who ages out when, who may be taken apart, and what proves a tie."""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.law.days import shifted
from docassemble.immdef_selfhelp.law.facts import Facts, Person
from docassemble.immdef_selfhelp.law.finding import Deadline, Finding, Level, Rule
from docassemble.immdef_selfhelp.law.process import earlier_order
from docassemble.immdef_selfhelp.law.spans import Span

OWN_CHILDREN = ('son', 'daughter', 'stepchild')
NOT_A_PARENT_OF = ('niece_nephew', 'grandchild', 'sibling', 'stepchild')
"""Children with whom the applicant is no parent for the border (project's legal research, `uac_definition`)."""
NEVER_INCLUDED = ('niece_nephew', 'grandchild', 'sibling', 'parent', 'partner')
MAJORITY, END_OF_CHILDHOOD = 18, 21


def birthday(birth: Span, age: int) -> Span:
    """The days on which somebody reaches an age. Born on February 29, it is February 28 in a common year: the earlier day is the safe one."""
    def reached(day: date) -> date:
        year = day.year + age
        leap = (day.month, day.day) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return date(year, 2, 28) if leap else day.replace(year=year)
    return shifted(birth, reached)


def surely_under(person: Person, age: int, on: date) -> bool:
    """Whether the person is under this age on every day they can have been born. Unknown is not under."""
    return birthday(person.birth, age).surely_from(on) and birthday(person.birth, age).first != on


def maybe_under(person: Person, age: int, on: date) -> bool:
    """Whether the person is, or may be, under this age; a birth that was not told may be."""
    return not person.birth.known or not birthday(person.birth, age).surely_before(on)


def near(facts: Facts) -> Iterator[tuple[int, Person]]:
    """The people of the family who travel with the applicant or are with them, by their number."""
    for number, person in enumerate(facts.people):
        if person.key != 'applicant' and (person.travelling == 'yes' or person.whereabouts == 'with_me'):
            yield number, person


def who_can_be_included(facts: Facts, on: date) -> Iterator[Finding]:
    """Husband or wife and unmarried children under 21 can be in one application; other relatives ask for themselves (INA 208(b)(3))."""
    for number, person in near(facts):
        path = f'people.{number}'
        if person.relation in NEVER_INCLUDED:
            level: Level = 'high' if maybe_under(person, MAJORITY, on) else 'medium'
            yield Finding('DERIVATIVE_ELIGIBILITY', level, 'ask_a_lawyer', (f'{path}.relation', f'{path}.birth'), about=(person.key,))
        elif person.relation == 'stepchild':
            yield Finding('STEPCHILD_MARRIAGE_DATE', 'medium', 'ask_a_lawyer', (f'{path}.relation', f'{path}.marriage'), about=(person.key,))
        elif person.relation == 'spouse':
            yield Finding('DERIVATIVE_ELIGIBILITY', 'info', 'described', (f'{path}.relation',), about=(person.key,))
        elif person.relation in OWN_CHILDREN and person.married != 'yes' and maybe_under(person, END_OF_CHILDHOOD, on):
            because = f'{path}.relation', f'{path}.birth', f'{path}.married'
            yield Finding('DERIVATIVE_ELIGIBILITY', 'info', 'described', because, about=(person.key,))
        elif person.relation in OWN_CHILDREN:
            yield Finding('DERIVATIVE_ELIGIBILITY', 'high', 'ask_a_lawyer', (f'{path}.birth', f'{path}.married'), about=(person.key,))


def birthdays_ahead(facts: Facts, on: date) -> Iterator[Finding]:
    """The 21st birthday of an own child and the 18th of a child held or in a case of their own, within two years."""
    for number, person in enumerate(facts.people):
        path = f'people.{number}.birth'
        for age, code, concerns in (
            (END_OF_CHILDHOOD, 'AGES_OUT', person.relation in OWN_CHILDREN),
            (MAJORITY, 'SEPARATION_TURNING_18', person.relation in (*OWN_CHILDREN, *NOT_A_PARENT_OF) or facts.alone_under_18 == 'yes'),
        ):
            day = birthday(person.birth, age)
            if concerns and day.touches(on, on.replace(year=on.year + 1, day=min(on.day, 28))):
                yield Finding(code, 'medium', 'deadline', (path,), about=(person.key,),
                              deadlines=(Deadline(f'turning_{age}', day, 'child_age_frozen' if age == END_OF_CHILDHOOD else 'uac_definition', path,
                                                  nature='event'),))


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
        if person.relation in NOT_A_PARENT_OF and surely_under(person, MAJORITY, on):
            yield Finding('SEPARATION_NON_PARENT', 'urgent', 'stop', (f'people.{number}.relation', f'people.{number}.birth'), about=(person.key,))


def proof_of_parentage(facts: Facts, on: date) -> Iterator[Finding]:
    """No paper that a child is the parent's. For the whole group of children it is for today; one paper short, or after release, it can wait."""
    children = [(number, person) for number, person in near(facts) if person.relation in ('son', 'daughter') and maybe_under(person, MAJORITY, on)]
    without = [(number, person) for number, person in children if person.parentage_proof == 'no']
    if without and facts.place != 'released':
        level: Level = 'urgent' if len(without) == len(children) and len(children) > 1 else 'high'
        yield Finding('SEPARATION_DOC_GAP', level, 'not_yet_described', tuple(f'people.{number}.parentage_proof' for number, _ in without),
                      about=tuple(person.key for _, person in without))
    elif without:
        yield Finding('SEPARATION_DOC_GAP', 'medium', 'not_yet_described', tuple(f'people.{number}.parentage_proof' for number, _ in without),
                      about=tuple(person.key for _, person in without))
    asked = [number for number, person in children if person.parentage_proof == 'unknown']
    if asked:
        yield Finding('SEPARATION_DOC_GAP', 'medium', 'not_yet_described', tuple(f'people.{number}.parentage_proof' for number in asked),
                      about=tuple(facts.people[number].key for number in asked))


def consent_of_the_other_parent(facts: Facts, on: date) -> Iterator[Finding]:
    """A spouse who stays behind and a child who travels: papers of the other parent's consent (`travel_passport_child`)."""
    children = [(number, person) for number, person in near(facts) if person.relation in ('son', 'daughter') and surely_under(person, MAJORITY, on)]
    behind = [number for number, person in enumerate(facts.people)
              if person.relation in ('spouse', 'other_parent') and person.travelling == 'no' and person.whereabouts != 'with_me']
    if children and behind and facts.needs.other_parent_may_object != 'no':
        yield Finding('SEPARATION_DOC_GAP', 'medium', 'ask_a_lawyer', (*(f'people.{number}.travelling' for number in behind),
                                                                     'needs.other_parent_may_object'),
                      about=tuple(person.key for _, person in children))


def taken_apart(facts: Facts, on: date) -> Iterator[Finding]:
    """Officers took somebody of the family apart: ask why, where, and for contact (Ms. L. settlement)."""
    if facts.needs.child_of_family_apart == 'yes':
        yield Finding('SEPARATION_OCCURRED', 'urgent', 'stop', ('needs.child_of_family_apart',))


def prosecution(facts: Facts, on: date) -> Iterator[Finding]:
    """An earlier order and children on the way: a prosecution for coming back would take the parent from them (8 U.S.C. 1326)."""
    because = earlier_order(facts)
    children = [person.key for _, person in near(facts) if maybe_under(person, MAJORITY, on) and person.relation in (*OWN_CHILDREN, *NOT_A_PARENT_OF)]
    if because and children and facts.place in ('mexico', 'elsewhere', 'unknown'):
        yield Finding('SEPARATION_PROSECUTION', 'high', 'ask_a_lawyer', because, about=tuple(children))


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
