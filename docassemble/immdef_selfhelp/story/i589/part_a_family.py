"""Part A.II: the spouse and every child, wherever they are and of any age; and Supplement A, which is the same for more children."""
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.i589.box import DATE, TEXT, YES_NO, Box, Boxes, choice, day, fixed, text, yes_no
from docassemble.immdef_selfhelp.story.i589.names import name_boxes
from docassemble.immdef_selfhelp.story.i589.part_a_you import nationalities
from docassemble.immdef_selfhelp.story.i589.who import children, in_family, spouse_key
from docassemble.immdef_selfhelp.story.told.application_people import MARRIED, SEXES, Relative
from docassemble.immdef_selfhelp.story.told.basics import NO, UNKNOWN, YES
from docassemble.immdef_selfhelp.story.told.box_states import NONE, NOT_APPLICABLE
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES
from docassemble.immdef_selfhelp.story.wording import country_name

SEX_OF_RELATION = {'son': 'male', 'daughter': 'female'}
SPOUSE_ITEMS = {
    'a_number': '1', 'passport': '2', 'birth': '3', 'ssn': '4', 'last': '5', 'first': '6', 'middle': '7', 'other_names': '8', 'married_when': '9',
    'married_where': '10', 'birth_city': '11.city', 'birth_country': '11.country', 'nationality': '12', 'race': '13', 'sex': '14', 'in_us': '15',
    'where': '15.where', 'entry_place': '16', 'entry_when': '17', 'i94': '18', 'entry_status': '19', 'status_now': '20', 'expires': '21',
    'in_court': '22', 'earlier': '23', 'included': '24'}
"""The items of the spouse, in the form's order."""
CHILD_ITEMS = {
    'a_number': '1.{k}', 'passport': '2.{k}', 'marital': '3.{k}', 'ssn': '4.{k}', 'last': '5.{k}', 'first': '6.{k}', 'middle': '7.{k}',
    'birth': '8.{k}', 'birth_city': '9.{k}.city', 'birth_country': '9.{k}.country', 'nationality': '10.{k}', 'race': '11.{k}', 'sex': '12.{k}',
    'in_us': '13.{k}', 'where': '13.{k}.where', 'entry_place': '14.{k}', 'entry_when': '15.{k}', 'i94': '16.{k}', 'entry_status': '17.{k}',
    'status_now': '18.{k}', 'expires': '19.{k}', 'in_court': '20.{k}', 'included': '21.{k}'}
"""The items of child k, in the form's order."""
ONLY_HERE = {'entry_place': TEXT, 'entry_when': DATE, 'i94': TEXT, 'entry_status': TEXT, 'status_now': TEXT, 'expires': DATE, 'in_court': YES_NO,
             'earlier': DATE, 'included': YES_NO}
"""What is asked only of somebody in the United States; of others it is not applicable."""


def where_is(case: Case, person: Person | None, told: Relative) -> tuple[str, str]:
    """Whether somebody is in the United States, and else where, as far as it is known of the family or told for the form."""
    if person is None or told.in_us:
        return told.in_us, told.where
    with_family = person.key == APPLICANT or person.whereabouts == 'with_me'
    if person.whereabouts == 'united_states' or (with_family and case.place.now in IN_THE_UNITED_STATES):
        return YES, ''
    places = {'home_country': case.people[0].country, 'mexico': 'Mexico', 'elsewhere': ''}
    if person.whereabouts in places:
        return NO, told.where or country_name(places[person.whereabouts], 'en')
    return (UNKNOWN if person.whereabouts == UNKNOWN else ''), told.where


def sex_of(person: Person | None, told: Relative) -> str:
    """The sex of the form's box, from a word that was told (son, daughter) or as told for the form."""
    known = SEX_OF_RELATION.get(person.relation, person.gender) if person else ''
    return told.sex or (known if known in SEXES else '')


def identity(case: Case, teller: str, person: Person | None, told: Relative) -> Boxes:
    """Names, birth, belonging."""
    states, known = dict(told.states), person or told
    last, first, middle = name_boxes(known.given_names, known.first_surname, known.second_surname, told.middle_name)
    nation = nationalities(person) if person else country_name(told.nationality, 'en')
    other = told.other_names or (person.other_names if person else '')
    return {
        'a_number': text(told.a_number or case.a_number(told.key, teller), states, 'a_number'),
        'passport': text(told.passport_number, states, 'passport_number'),
        'ssn': text(told.social_security, states, 'social_security', NONE, told.numbers_asked), 'last': last, 'first': first, 'middle': middle,
        'other_names': text(other, states, 'other_names', NONE, told.numbers_asked), 'birth': day(known.birth, states, 'birth'),
        'birth_city': text(told.birth_city, states, 'birth_city'),
        'birth_country': text(country_name(told.birth_country, 'en'), states, 'birth_country'),
        'nationality': text(nation, states, 'nationality'), 'race': text(told.race, states, 'race'),
        'sex': choice(sex_of(person, told), states, 'sex'),
        'marital': choice(told.marital, states, 'marital'), 'married_when': day(told.married_when, states, 'married_when'),
        'married_where': text(told.married_where, states, 'married_where'),
    }


def here(case: Case, person: Person | None, told: Relative) -> Boxes:
    """Where the person is, and what is asked of somebody in the United States."""
    states = dict(told.states)
    in_us, where = where_is(case, person, told)
    place = fixed(NOT_APPLICABLE) if in_us == YES else text(where, states, 'where')
    first: Boxes = {'in_us': yes_no(in_us), 'where': place}
    if in_us in (NO, UNKNOWN):
        return {**first, **{name: fixed(NOT_APPLICABLE, kind) for name, kind in ONLY_HERE.items()}}
    return {
        **first, 'entry_place': text(told.entry_place, states, 'entry_place'), 'entry_when': day(told.entry_when, states, 'entry_when'),
        'i94': text(told.i94_number, states, 'i94_number', NONE, told.i94_asked), 'entry_status': text(told.entry_status, states, 'entry_status'),
        'status_now': text(told.status_now, states, 'status_now'), 'expires': day(told.status_expires, states, 'status_expires'),
        'in_court': yes_no(told.in_court), 'earlier': day(told.earlier_arrival, states, 'earlier_arrival'), 'included': yes_no(told.included),
    }


def relative(case: Case, teller: str, told: Relative) -> Boxes:
    """Everything of one relative, by a name of its own for each box."""
    person = in_family(case, told.key)
    return {**identity(case, teller, person, told), **here(case, person, told)}


def spouse(case: Case, told: Telling) -> Boxes:
    """The spouse; "I am not married" closes it."""
    marital = told.application.marital
    if marital != MARRIED:
        return {'A.II.married': Box(NO if marital else '', kind=YES_NO)}
    key = spouse_key(case, told.person)
    read = told.application.spouse
    found = relative(case, told.person, read if not key else with_key(read, key))
    return {'A.II.married': Box(YES, kind=YES_NO), **{f'A.II.{item}': found[name] for name, item in SPOUSE_ITEMS.items()}}


def with_key(told: Relative, key: str) -> Relative:
    """The same relative as somebody of the family."""
    return Relative(**{**vars(told), 'key': key})


def child_boxes(case: Case, told: Telling) -> Boxes:
    """Whether there are children, how many, and each of them."""
    listed = tuple(children(case, told.person, told.application))
    known = YES if listed else told.application.other_children
    found: Boxes = {'A.II.children': Box(known, kind=YES_NO), 'A.II.children_total': Box(str(len(listed)) if known else '')}
    for number, child in enumerate(listed, 1):
        boxes = relative(case, told.person, child)
        found |= {f'A.II.{item.format(k=number)}': boxes[name] for name, item in CHILD_ITEMS.items()}
    return found


def part_a_family(case: Case, told: Telling) -> Boxes:
    """Part A.II."""
    return {**spouse(case, told), **child_boxes(case, told)}
