"""Form I-589: what is asked for each item, only where the case does not hold it yet.

Boxes that were left empty on a screen are asked about on the next one: none, not applicable, unknown, or "I need help with this", one tap each.
"""
from collections.abc import Iterable
from typing import Any

from docassemble.base.util import DADict, DAList, DAObject

from docassemble.immdef_selfhelp.interview.a_number import is_asked
from docassemble.immdef_selfhelp.interview.answers import case_now, forget_all, phone_now, today_here
from docassemble.immdef_selfhelp.interview.application import left_blank, missing
from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.ask.tellers import APPLICANT
from docassemble.immdef_selfhelp.interview.task import Variables
from docassemble.immdef_selfhelp.story.i589.part_a_family import sex_of, where_is
from docassemble.immdef_selfhelp.story.i589.part_a_past import gaps
from docassemble.immdef_selfhelp.story.i589.part_a_you import court, entries_of
from docassemble.immdef_selfhelp.story.i589.who import FATHER, MOTHER, family_children, in_family, parent_key, spouse_key, telling_of
from docassemble.immdef_selfhelp.story.told.application_past import UNTIL_NOW
from docassemble.immdef_selfhelp.story.told.application_people import MARRIED
from docassemble.immdef_selfhelp.story.told.watched import WATCHED

DICTS = ('states', 'left_read')
FORM_DICTS = (*DICTS, 'entry_statuses', 'answers', 'how', 'explanations', 'in_english')
FORM_DATES = ('status_expires', 'passport_expires')
FORM_THINGS = ('spouse', MOTHER, FATHER, 'last_home', 'feared_home', 'preparer')
FORM_LISTS = ('children', 'siblings', 'homes', 'schools', 'jobs', 'own_entries', 'helpers')
RELATIVE_DATES = ('birth', 'married_when', 'entry_when', 'status_expires', 'earlier_arrival')
YOU, FAMILY, PAST, CLAIM, SIGNING = 'you_done', 'family_done', 'past_done', 'claim_done', 'gate_read'


def make(thing: Any, dicts: Iterable[str] = (), objects: Iterable[str] = (), lists: Iterable[str] = ()) -> Any:
    """The same object with what its screens write into, where it is not there yet."""
    kinds = ((dicts, DADict), (objects, DAObject), (lists, DAList.using(object_type=DAObject, complete_attribute='complete')))
    for names, kind in kinds:
        for name in names:
            if name not in vars(thing):
                thing.initializeAttribute(name, kind)
    return thing


def form_of(telling: Any) -> Any:
    """The form of one adult, ready to be written into."""
    make(telling, objects=('application',))
    return make(telling.application, FORM_DICTS, (*FORM_DATES, *FORM_THINGS), FORM_LISTS)


def fill(thing: Any, page: str, first: str) -> None:
    """One screen of boxes: its first answer, then the boxes of it that were left empty."""
    look_at(getattr(thing, first))
    ask_left(thing, page)


def fill_date(thing: Any, name: str) -> None:
    """One date, and what its box holds when it was left empty."""
    look_at(getattr(thing, name).year)
    ask_left(thing, name)


def ask_left(thing: Any, page: str) -> None:
    """What the boxes of a screen hold that were left empty; nothing when none was, or when it was said."""
    if left_blank(thing, page):
        look_at(thing.left_read[page])


def files(telling: Any) -> bool:
    """Whether this adult files a form of their own: the applicant does, another adult says it."""
    return telling.person == APPLICANT or form_of(telling).own_form == 'yes'


def ask_you(_variables: Variables, telling: Any) -> None:
    """Part A.I."""
    form = form_of(telling)
    if not files(telling):
        return
    case = case_now()
    told = telling_of(case, telling.person)
    look_at(form.also_torture)
    if is_asked(told.application.a_number, telling.person):
        fill(form, 'numbers', 'a_number')
    look_at(form.social_security)
    if len(case.person(telling.person).given_names.split()) > 1:
        look_at(form.middle_name)
    if not case.person(telling.person).other_names.strip():
        look_at(form.other_names)
    if case.phone != WATCHED:
        ask_address(form)
    fill(form, 'sex', 'sex')
    fill(form, 'birth_place', 'birth_city')
    fill(form, 'belonging', 'race')
    if not court(case, told)['A.I.18'].text:
        look_at(form.court_before)
    ask_entries(telling, form)
    fill(form, 'passport', 'passport_country')
    fill_date(form, 'passport_expires')
    fill(form, 'languages', 'native_language')
    setattr(form, YOU, True)


def ask_address(form: Any) -> None:
    """Where the person lives and gets mail, and the telephone."""
    fill(form, 'address', 'street')
    look_at(form.mail_same)
    fill(form, 'telephone', 'telephone')
    if form.mail_same == 'no':
        fill(form, 'mail', 'mail_street')
        look_at(form.mail_zip)


def ask_entries(telling: Any, form: Any) -> None:
    """When the country was left, the entries, and the permission at each."""
    look_at(telling.left_when.year)
    if telling.person != APPLICANT:
        look_at(form.same_entries)
        if form.same_entries == 'no':
            form.own_entries.there_are_any = True
            form.own_entries.gather()
    case = case_now()
    listed = entries_of(case, telling_of(case, telling.person))
    if telling.person == APPLICANT or form.same_entries != 'no':
        for number, _ in listed:
            look_at(form.entry_statuses[str(number)])
    if listed:
        fill(form, 'i94', 'i94_number')
        fill_date(form, 'status_expires')


def ask_family_of(_variables: Variables, telling: Any) -> None:
    """Part A.II: the spouse, then every child of any age, wherever they are."""
    form = form_of(telling)
    if not files(telling):
        return
    case = case_now()
    if form.marital == MARRIED:
        key = spouse_key(case, telling.person)
        stand_for(form.spouse, key)
        ask_relative(form.spouse, spouse=True)
    if telling.person != APPLICANT:
        look_at(form.family_children)
    sync(form.children, family_children(case, telling.person, telling_of(case_now(), telling.person).application))
    gather_with_others(form.children, form, 'other_children')
    setattr(form, FAMILY, True)


def stand_for(one: Any, key: str) -> None:
    """Say who of the family the spouse, the mother or the father is. What was told of somebody else of the family is not theirs, and goes."""
    if vars(one).get('key') not in (None, '', key):
        forget_all(one)
    one.key = key


def sync(things: Any, keys: Iterable[str]) -> None:
    """Give everybody of the family who stands on a list of the form a place in it; what was told of somebody is never thrown away."""
    present = [vars(one).get('key') for one in things.elements]
    for key in keys:
        if key not in present:
            things.appendObject().key = key


def gather_with_others(things: Any, form: Any, gate: str) -> None:
    """Everybody of the family on a list, then whoever is told only for the form."""
    for one in things.elements:
        look_at(one.complete)
    if getattr(form, gate) == 'yes':
        if all(vars(one).get('key') for one in things.elements):
            things.appendObject().key = ''
        things.there_are_any = True
        things.gather()


def ask_relative(one: Any, spouse: bool = False) -> None:
    """The spouse or one child."""
    make(one, DICTS, RELATIVE_DATES)
    case = case_now()
    person = in_family(case, str(vars(one).get('key') or ''))
    if person is None:
        look_at(one.given_names, one.birth.year)
    fill(one, 'relative_numbers', 'passport_number')
    fill(one, 'relative_origin', 'birth_city')
    if spouse:
        fill_date(one, 'married_when')
        fill(one, 'married_where', 'married_where')
    else:
        look_at(one.marital)
    told = missing(one)
    if not sex_of(person, told):
        look_at(one.sex)
    if not where_is(case, person, told)[0]:
        look_at(one.in_us)
    if where_is(case, person, missing(one))[0] == 'yes':
        ask_relative_here(one, spouse)


def ask_relative_here(one: Any, spouse: bool) -> None:
    """What is asked of a relative who is in the United States."""
    fill(one, 'relative_entry', 'entry_place')
    for name in ('entry_when', 'status_expires', *(('earlier_arrival',) if spouse else ())):
        fill_date(one, name)
    look_at(one.included)


def ask_past(_variables: Variables, telling: Any) -> None:
    """Part A.III."""
    form = form_of(telling)
    if not files(telling):
        return
    ask_home(form.last_home)
    look_at(form.feared_home_same)
    if form.feared_home_same == 'no':
        ask_home(form.feared_home)
    gather_some(form.homes)
    ask_gaps(form, 'homes')
    if form.went_to_school == 'yes':
        gather_some(form.schools)
    if form.worked == 'yes':
        gather_some(form.jobs)
        ask_gaps(form, 'jobs')
    case = case_now()
    for which in (MOTHER, FATHER):
        kin = getattr(form, which)
        stand_for(kin, parent_key(case, telling.person, which))
        ask_kin(kin)
    sync(form.siblings, [one.key for one in case.people if one.relation == 'sibling'] if telling.person == APPLICANT else [])
    gather_with_others(form.siblings, form, 'other_siblings')
    setattr(form, PAST, True)


def gather_some(things: Any) -> None:
    """A list that has at least one."""
    things.there_are_any = True
    things.gather()


def ask_gaps(form: Any, name: str) -> None:
    """A time about which nothing was told, in the person's own dates."""
    told = missing(form)
    if gaps(getattr(told, name), today_here()):
        look_at(getattr(form, f'{name}_gaps'))


def ask_home(home: Any) -> None:
    """One address with its time. On a phone that somebody watches the time comes first, and where the person lives now is not asked."""
    make(home, DICTS)
    if phone_now() == WATCHED:
        ask_time(home)
        if home.until == UNTIL_NOW:
            return
    fill(home, 'home', 'street')
    ask_time(home)


def ask_school(school: Any) -> None:
    """One school with its time."""
    make(school, DICTS)
    fill(school, 'school', 'name' if says_where(school) else 'kind')
    ask_time(school)


def ask_job(job: Any) -> None:
    """One job with its time."""
    make(job, DICTS)
    fill(job, 'job', 'employer' if says_where(job) else 'occupation')
    ask_time(job)


def says_where(thing: Any) -> bool:
    """Whether a school or work is asked where it is: on a phone that somebody watches the time comes first, and of what goes on today it is not."""
    if phone_now() != WATCHED:
        return True
    ask_time(thing)
    return bool(thing.until != UNTIL_NOW)


def ask_time(thing: Any) -> None:
    """From when to when; what goes on today has no end."""
    make(thing, objects=('start', 'end'))
    fill_date(thing, 'start')
    if thing.until != UNTIL_NOW:
        fill_date(thing, 'end')


def ask_kin(kin: Any) -> None:
    """The mother, the father, or one brother or sister."""
    make(kin, DICTS)
    if not vars(kin).get('key'):
        fill(kin, 'kin_name', 'name')
    fill(kin, 'kin', 'birth_place')


def part_told(mark: str) -> Any:
    """Whether one part of an adult's form was gone through, or that adult files none."""
    def told(_variables: Variables, telling: Any) -> bool:
        form = vars(telling).get('application')
        return form is not None and (vars(form).get('own_form') == 'no' or mark in vars(form))
    return told
