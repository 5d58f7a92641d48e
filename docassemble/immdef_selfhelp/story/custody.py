"""What may be told of custody, and what of it may be sworn: a child is asked nothing without an adult, and swears nothing without a lawyer too."""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.law.facts.ages import surely_under
from docassemble.immdef_selfhelp.story import case_facts, dates
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.custody import TELL, TOPICS, Custody, Moment
from docassemble.immdef_selfhelp.story.told.people import Person

AGES = (('under_6', 6), ('from_6', 12), ('from_12', 18))
BEFORE = ('told', 'on_paper')


def needs_adult(person: Person, custody: Custody, on: date) -> bool:
    """Whether a telling needs an adult: of who is, or may be, under 18. Without a birth only who says to be 18 or more is grown."""
    return case_facts.is_child(person, on) if person.birth.year is not None else custody.grown != YES


def teller(case: Case) -> Person | None:
    """Who tells; None while that is not told."""
    return next((one for one in case.people if one.key == case.custody.person), None)


def may_tell(custody: Custody, child: bool) -> bool:
    """Whether the questions may begin: the person wants to, nobody else hears, and with a child there is an adult whom the child trusts."""
    if custody.told_before in BEFORE and custody.tell_again != YES:
        return False
    if custody.wish != YES:
        return False
    return custody.adult_here == YES and custody.room == YES if child else custody.room in (YES, 'go_on')


def told_here(case: Case, on: date) -> bool:
    """Whether something of custody was told that may stand on a paper."""
    person = teller(case)
    return person is not None and may_tell(case.custody, needs_adult(person, case.custody, on)) and bool(words_of(case.custody))


def may_be_sworn(custody: Custody, child: bool) -> bool:
    """Whether it may become a declaration: of a child only with the adult named, and a lawyer who reads it before it is signed."""
    return not child or (custody.lawyer == YES and bool(custody.lawyer_name.strip()) and bool(custody.adult_name.strip()))


def may_declare(case: Case, on: date) -> bool:
    """Whether a declaration is made: wanted, told, and one that may be sworn."""
    person, custody = teller(case), case.custody
    if person is None or custody.wants_declaration != YES or not told_here(case, on):
        return False
    return may_be_sworn(custody, needs_adult(person, custody, on))


def topic_words(custody: Custody) -> tuple[tuple[str, str], ...]:
    """The topics of which something was told in words, in the order asked. What was written under a topic that is closed again does not count."""
    answers, words = dict(custody.topics), dict(custody.topic_words)
    return tuple((topic, words[topic]) for topic in TOPICS if answers.get(topic) == TELL and words.get(topic, '').strip())


def moments_told(custody: Custody) -> tuple[Moment, ...]:
    """The moments with words, in the order told."""
    return tuple(one for one in custody.moments if one.what.strip())


def words_of(custody: Custody) -> tuple[str, ...]:
    """Everything that was told in words."""
    return tuple(text for text in (custody.free, custody.more, *(one.what for one in moments_told(custody)),
                                   *(words for _, words in topic_words(custody))) if text.strip())


def by_day(custody: Custody) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """The moments with a year, by the first day they can mean, and apart those without one, in the order told: no day is guessed."""
    moments = moments_told(custody)
    dated = (one for one in moments if one.when.year is not None)
    return (tuple(sorted(dated, key=lambda one: dates.span(replace(one.when, about=False)))),
            tuple(one for one in moments if one.when.year is None))


def initials(name: str) -> str:
    """The first letter of each part of a name, each with a full stop."""
    return ' '.join(f'{part[0]}.' for part in name.split())


def age_band(person: Person, on: date) -> str:
    """In which band of ages somebody surely is; empty when that is not certain."""
    known = case_facts.person(person)
    if person.birth.year is not None and case_facts.is_adult(person, on):
        return 'grown'
    return next((name for name, age in AGES if surely_under(known, age, on)), '')
