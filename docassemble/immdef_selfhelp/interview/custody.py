"""What the screens of custody say and offer: who can tell, for whom the words are, and what was told, only ever quoted."""
from typing import Any

from docassemble.base.util import all_variables, get_language, word

from docassemble.immdef_selfhelp.interview.answers import case_now, plain, plain_date, today_here
from docassemble.immdef_selfhelp.interview.fields import date_fields, date_told, person_label
from docassemble.immdef_selfhelp.interview.review.rows import SHORT
from docassemble.immdef_selfhelp.interview.text import items, told
from docassemble.immdef_selfhelp.story import custody as rules
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, YES
from docassemble.immdef_selfhelp.story.told.custody import NOBODY, Custody
from docassemble.immdef_selfhelp.story.told.reader import read
from docassemble.immdef_selfhelp.story.wording import say


def told_now() -> Custody:
    """What was told of custody until now, also before it is known who tells."""
    variables = all_variables(simplify=False)
    return read(Custody, plain(variables['custody']) if 'custody' in variables else {})


def custody_people() -> list[dict[str, str]]:
    """Everybody of the family, as choices."""
    variables = all_variables(simplify=False)
    members = [{f'family_{number}': person_label(member)} for number, member in enumerate(variables['family'].elements)]
    return [{'applicant': person_label(variables['applicant'])}, *members]


def custody_held_people() -> list[dict[str, str]]:
    """Nobody, or somebody of the family."""
    return [{NOBODY: word('No, nobody')}, *custody_people()]


def custody_of_child() -> bool:
    """Whether who tells is, or may be, a child: then there is an adult, and other words. Before it is known who tells, nobody is."""
    case = case_now()
    person = rules.teller(case)
    return person is not None and rules.needs_adult(person, case.custody, today_here())


def custody_age_unknown() -> bool:
    """Whether it is asked if who tells is grown: nothing says how old somebody of the family is."""
    return any(person.birth.year is None for person in case_now().people)


def custody_child_reads() -> bool:
    """Whether a child reads the screen."""
    return custody_of_child() and told_now().reader == 'child'


def custody_read_aloud() -> str:
    """For an adult who reads to a child: how; nothing for everybody else."""
    if not custody_of_child() or told_now().reader != 'adult':
        return ''
    return f'<p><em>{word("For the adult: read it slowly, word for word, and wait. Write the child’s own words. Do not help with words.")}</em></p>'


def custody_open() -> bool:
    """Whether the questions may begin or go on (`story.custody.may_tell`)."""
    return rules.may_tell(told_now(), custody_of_child())


def custody_why_stop() -> str:
    """Why it stops here, as answered."""
    custody, child = told_now(), custody_of_child()
    if child and custody.adult_here != YES:
        return word('A child does not tell this alone. Come back when there is an adult the child trusts.')
    if custody.wish in ('later', 'no'):
        return word('You said that you do not want to tell it today. That is fine.')
    if custody.room == 'no' or (child and custody.room != YES):
        return word('Look for a quiet place where nobody else can hear. Then come back.')
    return word('You told it before, and you do not want to tell it again. Show the lawyer what is on paper, or say who heard it.')


def custody_date_fields(date: Any) -> list[dict[str, Any]]:
    """When it was: a child says it in words; an adult may also give the parts of a date."""
    if custody_of_child():
        return [{'label': word('In my own words'), 'field': f'{date.instanceName}.words', 'datatype': 'typed', 'required': False, 'maxlength': 400}]
    return date_fields(date)


def moment_title(moment: Any) -> str:
    """A moment in short: when, as told, and how its words begin."""
    known = plain(moment)
    unwritten = {ALOUD: word('I will say it out loud'), SKIPPED: word('I skipped this')}
    text = unwritten.get(str(known.get('told'))) or told(known.get('what'), SHORT)
    when = date_told(plain_date(known.get('when'))) if known.get('when') else ''
    return f'<strong>{when}</strong> {text}'.strip() if when else text


def custody_moment_lines() -> str:
    """The moments told until now, a line each, in the order told."""
    moments = all_variables(simplify=False)['custody'].moments.elements
    return items([moment_title(moment) for moment in moments if 'what' in vars(moment)])


def custody_topic_question(topic: str) -> str:
    """The question of one topic, always the same form: was there something about it?"""
    return say('custody_asked', topic, get_language())
