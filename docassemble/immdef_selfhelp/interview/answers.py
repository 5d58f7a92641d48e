"""From docassemble's variables to plain facts. Reads only what is answered; asks nothing, changes nothing."""
from collections.abc import Mapping
from datetime import date as calendar_date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from docassemble.base.functions import pickleable_objects
from docassemble.base.thread_context import get_current_user_dict, this_thread
from docassemble.base.util import DADict, DAList, DAObject, set_save_status

from docassemble.immdef_selfhelp.law.facts.family_ties import CHILD_IN_LAW
from docassemble.immdef_selfhelp.law.facts.marks import CIRCUMSTANCES, SPECIAL_CARE, groups
from docassemble.immdef_selfhelp.law.rules import family
from docassemble.immdef_selfhelp.story import case_facts
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers, displaced, person
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.reader import read
from docassemble.immdef_selfhelp.story.told.tree import date_names, variable_names

# Kept beside the answers: that the family agreed to begin.
ANSWER_NAMES = (*variable_names(), 'special_care', 'agreement')
# What else says how these are to be read.
BESIDE_ANSWERS = ('indigenous_language', 'own_declarations')
HIDDEN = frozenset({'instanceName', 'attrList', 'has_nonrandom_instance_name'})
# Nearly every value; everything is read twice for each answer.
AS_IT_IS = frozenset({str, int, bool, type(None)})
# Said to what saves the answers (server/web/saving.py), in what docassemble keeps for the time of a request.
FORGET_EARLIER = 'selfhelp_forget_earlier_steps'
# The case, and each person, as last read, with the answers it was read from, in what docassemble keeps for the time of a request.
CASE_READ = 'selfhelp_case_read'
PEOPLE_READ = 'selfhelp_people_read'
OFFICE_ZONE = ZoneInfo('America/Los_Angeles')


def today_here() -> calendar_date:
    """Today in Southern California and Tijuana, where the families and the courts are."""
    return datetime.now(OFFICE_ZONE).date()


def forget_earlier_steps() -> None:
    """After something was erased: let the steps before this one not be kept, so that "Back" cannot bring it back."""
    this_thread.misc[FORGET_EARLIER] = True


def forget_all(told: Any) -> None:
    """Erase every answer of one object; what asks for them finds nothing and asks anew."""
    for name in [name for name in vars(told) if name not in HIDDEN]:
        delattr(told, name)


def save_nothing() -> None:
    """What follows only reads, and may take long: nothing of this request is saved, and other requests of the session need not wait for it."""
    set_save_status('ignore')


def save_again() -> None:
    """After `save_nothing`, a screen has to be shown all the same, and docassemble has to know of it. It has no way of its own back from 'ignore'."""
    this_thread.misc.pop('save_status', None)


def plain(value: Any, without: frozenset[str] = frozenset()) -> Any:
    """A docassemble value as plain Python (dict, list, str, ...), reading only what is already answered, without the attributes of these names."""
    found: Any
    if value is None or isinstance(value, str | int):
        found = value
    elif isinstance(value, DADict):
        chosen = value.elements
        only_ticks = all(isinstance(item, bool) for item in chosen.values())
        found = [key for key, item in chosen.items() if item] if only_ticks else {str(key): plain(item, without) for key, item in chosen.items()}
    elif isinstance(value, DAList):
        found = [plain(item, without) for item in value.elements]
    elif isinstance(value, list):
        found = [plain(item, without) for item in value]  # never the session's own list: `case_now` compares with what it read before
    elif isinstance(value, DAObject):
        found = {key: item if item.__class__ in AS_IT_IS else plain(item, without)
                 for key, item in vars(value).items() if key not in without and key not in HIDDEN and key[0] != '_'}
    else:
        found = {str(key): plain(item, without) for key, item in value.items()} if isinstance(value, Mapping) else value
    return found


def plain_date(value: Any) -> dict[str, Any]:
    """One date as told: the screen has one list for months and parts of a year, the facts have a place for each."""
    parts = dict(value) if isinstance(value, Mapping) else {}
    month = str(parts.get('month') or '')
    if month and not month.isdigit():
        parts['part'], parts['month'] = month, None
    parts['about'] = parts.get('exactness') == 'about' or parts.get('about') in (True, 'yes')
    return parts


def with_plain_dates(value: Any) -> Any:
    """The same structure, with every date in the shape of docs/answers.md. A text under the name of a date is none: what its box on a form holds."""
    if isinstance(value, dict):
        dated = date_names()
        return {key: item if item.__class__ is str else plain_date(item) if key in dated else with_plain_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_plain_dates(item) for item in value]
    return value


def chosen_keys(chosen: Any) -> list[str]:
    """The keys ticked in a list of checkboxes; empty when it was not asked yet."""
    found = plain(chosen) if chosen is not None else []
    return [key for key in found if key != 'None'] if isinstance(found, list) else []


def marks_told(marked: Mapping[str, Any], stem: str) -> dict[str, str]:
    """`yes`, `no` or `unknown` for each thing on the answered screens of a list. What stands unmarked is "no" only if nothing was left open."""
    found: dict[str, str] = {}
    for number, group in enumerate(groups(stem)):
        if str(number) in marked:
            chosen = marked[str(number)] or []
            rest = 'unknown' if 'unknown' in chosen else 'no'
            found |= {mark.id: 'yes' if mark.id in chosen else rest for mark in group.marks}
    return found


def answers_of(variables: Mapping[str, Any], without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The family's answers as one plain mapping, in the shape of docs/answers.md, without the attributes of these names."""
    answers = with_plain_dates({name: plain(variables[name], without) for name in ANSWER_NAMES if name in variables})
    if answers.get('best_language') == 'indigenous':
        chosen = plain(variables.get('indigenous_language')) or 'other'
        answers['best_language'] = 'indigenous' if chosen == 'other' else chosen
    dangers = answers.get('danger_facts')
    if isinstance(dangers, dict):
        answers['danger_facts'] = [code for group in dangers.values() for code in group or [] if code != 'unknown']
    if 'circumstances' in answers:
        answers['circumstances'] = marks_told(answers['circumstances'] or {}, CIRCUMSTANCES)
    care = answers.pop('special_care', None)
    if care:
        answers['circumstances'] = answers.get('circumstances', {}) | marks_told(care, SPECIAL_CARE)
    wanted = {'applicant', *chosen_keys(variables.get('own_declarations'))}
    answers['tellings'] = [telling for telling in answers.get('tellings') or [] if telling.get('person') in wanted]
    return answers


def variables_now() -> dict[str, Any]:
    """The variables of the running interview from which answers are read, without the modules and functions that have a name of theirs.

    docassemble's `all_variables` looks at every function of the interview, some hundreds; this is asked for several times for each answer.
    """
    running = get_current_user_dict() or {}
    found: dict[str, Any] = pickleable_objects({name: running[name] for name in (*ANSWER_NAMES, *BESIDE_ANSWERS) if name in running})
    return found


def case_now() -> Case:
    """The case as told until now, from the interview that is running."""
    answers = answers_of(variables_now())
    read_from, case = this_thread.misc.get(CASE_READ, (None, None))
    if read_from != answers:  # one screen asks for the case some thirty times; most of those times no answer came between
        case = case_facts.as_of(case_from_answers(answers), today_here())
        this_thread.misc[CASE_READ] = (answers, case)
    return case


def phone_now() -> str:
    """Whose the phone is of the interview that is running, as `Case.phone` has it; asked for each box of a form, for which a case is much to read."""
    return str((get_current_user_dict() or {}).get('phone_safety') or '')


def still_in_own_country() -> bool:
    """Whether the family is in its own country (`story.case.displaced`): screens then speak of the home they left."""
    return displaced(case_now())


def marriage_matters(member: Any) -> bool:
    """Whether a member of the family is asked if he or she is married: only an own child of 18 to 20, or whose age is not told."""
    if vars(member).get('relation') not in CHILD_IN_LAW:
        return False
    return family.marriage_matters(case_facts.by_age(member_told(member)), today_here())


def member_told(member: Any, key: str = '') -> Person:
    """A member of the family, or by their key the applicant, as told until now."""
    answers, people = with_plain_dates(plain(member)), this_thread.misc.setdefault(PEOPLE_READ, {})
    read_from, found = people.get((id(member), key), (None, None))
    if read_from != answers:  # whether somebody is a child is asked ten times for each answer
        found = person(key, answers)
        people[id(member), key] = answers, found
    return found


def event_of(event: Any) -> Event:
    """One event of the interview as a fact of the story room."""
    return read(Event, with_plain_dates(plain(event)))
