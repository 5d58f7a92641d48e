"""How it was while somebody was held: first whether it may be told, then everything freely, only then one topic after the other."""
from typing import Any

from docassemble.immdef_selfhelp.interview.a_number import is_asked
from docassemble.immdef_selfhelp.interview.advocacy import may_say_where
from docassemble.immdef_selfhelp.interview.answers import phone_now
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.custody import custody_of_child, custody_open, told_now
from docassemble.immdef_selfhelp.interview.look import hide_about, show_about
from docassemble.immdef_selfhelp.interview.reading import reading_told
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.custody import BEFORE, may_be_sworn
from docassemble.immdef_selfhelp.story.told.custody import NOBODY, TOPICS
from docassemble.immdef_selfhelp.story.told.people import APPLICANT


def ask_before_custody(variables: Variables) -> None:
    """Whether it may be told: an adult with a child, the wish, a room apart, and whether it was told before. Then how to tell, with a try."""
    custody, flags = variables.custody, variables.custody_conditions
    look_at(flags.begin_read, custody.person)
    if custody_of_child():
        if custody.adult_here != 'yes':
            look_at(flags.stop_read)
            return
        look_at(custody.reader)
    look_at(custody.told_language, custody.wish)
    if custody.wish == 'yes' and custody.room != 'no':
        look_at(custody.told_before)
        if custody.told_before in BEFORE:
            look_at(custody.tell_again)
    look_at(*((flags.rules_read, flags.practice_read) if custody_open() else (flags.stop_read,)))


def ask_freely(variables: Variables) -> None:
    """Everything freely, more about the own words, where and when it was, and one thing at a time."""
    custody = variables.custody
    if custody_open():
        look_at(custody.free)
        if told_now().free.strip():
            look_at(custody.more)
        look_at(custody.place_name, custody.place_kind, custody.start.words, custody.end.words)
        for moment in custody.moments.elements:
            if 'complete' not in vars(moment):
                ask_moment(moment)
                moment.complete = True
        custody.moments.gather()


def ask_moment(moment: Any) -> None:
    """One thing, and when it was as the person says it."""
    look_at(moment.what)
    if moment.told == 'written':
        show_about(str(moment.what or ''))
        look_at(moment.when.words)
        hide_about()


def ask_topics(variables: Variables) -> None:
    """One topic after the other; everybody is asked of all of them, in the same words."""
    if custody_open():
        for topic in TOPICS:
            look_at(variables.custody.topics[topic])


def ask_custody_papers(variables: Variables) -> None:
    """A lawyer, then whether a declaration is wanted, how the name stands on it and who reads it aloud; and whether it may be counted."""
    custody = variables.custody
    if not custody_open():
        return
    look_at(custody.lawyer)
    if may_be_sworn(told_now(), custody_of_child()):
        look_at(custody.wants_declaration)
        if custody.wants_declaration == 'yes':
            look_at(custody.named)
            if (reading_told(custody) or custody.reads_told_language) != 'yes':
                look_at(custody.interpreter.name)
                if may_say_where(phone_now()):
                    look_at(custody.interpreter.address)
    look_at(custody.counts)


def ask_held(variables: Variables) -> None:
    """Who is held now, for the page of facts. Asked also when nothing is told."""
    held = variables.custody.held
    if held.person != NOBODY:
        look_at(held.by)
        if may_say_where(phone_now()):
            look_at(held.place_name)
        if is_asked(vars(held).get('a_number'), held.person, APPLICANT):
            look_at(held.a_number)
        look_at(held.start.words, held.papers)


def closed(variables: Variables) -> bool:
    """Whether it was said that nothing is told today."""
    return variables.has('custody_conditions', 'stop_read') and not custody_open()


def before_custody_told(variables: Variables) -> bool:
    """Whether it is known if it may be told, and how."""
    return closed(variables) or variables.has('custody_conditions', 'practice_read')


def freely_told(variables: Variables) -> bool:
    """Whether everything was told freely."""
    return closed(variables) or (variables.has('custody', 'moments') and 'gathered' in vars(variables.custody.moments))


def topics_told(variables: Variables) -> bool:
    """Whether every topic was asked."""
    return closed(variables) or (variables.has('custody', 'topics') and set(TOPICS) <= set(variables.custody.topics.elements))


def custody_papers_told(variables: Variables) -> bool:
    """Whether it is known what of it goes on paper."""
    return closed(variables) or variables.has('custody', 'counts')


def held_told(variables: Variables) -> bool:
    """Whether it is known who is held now."""
    known = vars(variables.custody.held) if variables.has('custody', 'held') else {}
    return 'papers' in known or known.get('person') == NOBODY
