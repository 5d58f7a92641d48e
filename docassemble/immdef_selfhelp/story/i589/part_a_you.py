"""Part A.I: the one who files."""
from collections.abc import Iterable
from datetime import date

from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.dates import span
from docassemble.immdef_selfhelp.story.i589.box import Box, Boxes, choice, day, fixed, text, yes_no
from docassemble.immdef_selfhelp.story.i589.names import name_boxes
from docassemble.immdef_selfhelp.story.told.application import Application
from docassemble.immdef_selfhelp.story.told.application_past import OwnEntry
from docassemble.immdef_selfhelp.story.told.basics import NO, UNDATED, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.box_states import NONE, NOT_APPLICABLE
from docassemble.immdef_selfhelp.story.told.nothing import says_nothing
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.told.place import Entry
from docassemble.immdef_selfhelp.story.wording import country_name

DECIDED = ('removal', 'in_absentia', 'relief')
NOT_ENTERED = 'turned_back'
"""Somebody turned back at the port was not let in; every other outcome came after an entry."""
ADDRESS = ('street', 'apartment', 'city', 'state', 'zip')


def numbers(case: Case, told: Telling) -> Boxes:
    """Items 1 to 3. A number left blank is "none", but for the A-number: whoever is in court has one."""
    you, states = told.application, dict(told.application.states)
    return {
        'A.I.1': text(case.a_number(told.person), states, 'a_number'),
        'A.I.2': text(you.social_security, states, 'social_security', NONE, you.numbers_asked),
        'A.I.3': text(you.uscis_account, states, 'uscis_account', NONE, you.numbers_asked),
    }


def names(person: Person, told: Application) -> Boxes:
    """Items 4 to 7. "None" stands in item 7 only when whoever files was asked for it on a screen that says so."""
    last, first, middle = name_boxes(person.given_names, person.first_surname, person.second_surname, told.middle_name)
    other = text(person.other_names or told.other_names, blank=NONE, asked=told.other_names_asked)
    return {'A.I.4': last, 'A.I.5': first, 'A.I.6': middle, 'A.I.7': other}


def address(item: str, told: Application, before: str) -> Boxes:
    """An address in the United States; no apartment is "not applicable"."""
    states = dict(told.states)
    found = {f'{item}.{part}': text(getattr(told, before + part), states, before + part) for part in ADDRESS}
    found[f'{item}.apartment'] = text(getattr(told, f'{before}apartment'), states, f'{before}apartment', NOT_APPLICABLE, told.address_asked)
    elsewhere = bool(before) and told.mail_same == NO
    return {**found, f'{item}.phone': text(getattr(told, f'{before}telephone'), states, f'{before}telephone', NOT_APPLICABLE, elsewhere)}


def addresses(told: Application) -> Boxes:
    """Items 8 and 9. Mail that comes to the same address needs no second one."""
    mail = {'A.I.9.care_of': text(told.mail_care_of, dict(told.states), 'mail_care_of', NOT_APPLICABLE, told.mail_same == NO),
            **address('A.I.9', told, 'mail_')}
    same = {item: fixed(NOT_APPLICABLE) for item in mail}
    return {**address('A.I.8', told, ''), **(same if told.mail_same == YES else mail)}


def nationalities(person: Person) -> str:
    """Every nationality once, in English."""
    return ', '.join(country_name(code, 'en') for code in (person.country or person.nationality_other, person.second_country) if code)


def birth_and_belonging(person: Person, told: Application) -> Boxes:
    """Items 10 to 17."""
    states = dict(told.states)
    return {
        'A.I.10': choice(told.sex, states, 'sex'),
        'A.I.11': choice(told.marital, states, 'marital'),
        'A.I.12': day(person.birth, states, 'birth'),
        'A.I.13.city': text(told.birth_city, states, 'birth_city'),
        'A.I.13.country': text(country_name(told.birth_country, 'en'), states, 'birth_country'),
        'A.I.14': text(nationalities(person)),
        'A.I.15': text(country_name(told.birth_nationality, 'en'), states, 'birth_nationality'),
        'A.I.16': text(told.race, states, 'race'),
        'A.I.17': text(told.religion, states, 'religion'),
    }


def court(case: Case, told: Telling) -> Boxes:
    """Item 18: never, now, or in the past. An open case is known of the applicant only; every other adult says it."""
    now = told.person == APPLICANT and case.court.has_case == YES and case.court.decision not in DECIDED
    return {'A.I.18': choice('now' if now else told.application.court_before)}


def entries_of(case: Case, told: Telling) -> tuple[tuple[int, Entry | OwnEntry], ...]:
    """Every entry of whoever files with its place in the list told, the latest first."""
    own = told.person != APPLICANT and told.application.same_entries != YES
    listed: Iterable[tuple[int, Entry | OwnEntry]] = enumerate(told.application.own_entries if own else case.place.entries)
    inside = [(number, entry) for number, entry in listed if not (isinstance(entry, Entry) and entry.outcome == NOT_ENTERED)]
    return tuple(sorted(inside, key=lambda pair: span_of(pair[1].when), reverse=True))


def span_of(told: FuzzyDate) -> tuple[date, date]:
    """The days an entry can have been; one without a year comes last."""
    return span(told) if told.year and is_a_day(told) else (date.min, date.min)


def is_a_day(told: FuzzyDate) -> bool:
    """Whether a date as told can be at all."""
    try:
        span(told)
    except ValueError:
        return False
    return True


def entry_boxes(case: Case, told: Telling) -> Boxes:
    """Item 19."""
    you, states = told.application, dict(told.application.states)
    found = {'A.I.19a': day(told.left_when, states, 'left_when'), 'A.I.19b': text(you.i94_number, states, 'i94_number', NONE, you.i94_asked)}
    for row, (number, entry) in enumerate(entries_of(case, told) or ((0, Entry()),), 1):
        status = entry.status if isinstance(entry, OwnEntry) else dict(you.entry_statuses).get(str(number), '')
        found[f'A.I.19c.{row}.date'] = day(entry.when)
        found[f'A.I.19c.{row}.place'] = text(entry.place)
        nothing = bool(status.strip()) and says_nothing(status)
        found[f'A.I.19c.{row}.status'] = fixed(NONE) if nothing else text(status)
        if row == 1:
            until = getattr(entry, 'parole_until', UNDATED)
            found['A.I.19c.1.expires'] = day(until if until != UNDATED else you.status_expires, states, 'status_expires')
    return found


def papers_and_languages(told: Application) -> Boxes:
    """Items 20 to 25."""
    states = dict(told.states)
    english = {'A.I.24': yes_no(told.fluent_english)}
    return {
        'A.I.20': text(country_name(told.passport_country, 'en'), states, 'passport_country'),
        'A.I.21.passport': text(told.passport_number, states, 'passport_number'),
        'A.I.21.travel_document': text(told.travel_document, states, 'travel_document', NONE, told.passport_asked),
        'A.I.22': day(told.passport_expires, states, 'passport_expires'),
        'A.I.23': text(told.native_language, states, 'native_language'),
        **english,
        'A.I.25': text(told.other_languages, states, 'other_languages', NONE, told.languages_asked),
    }


def part_a_you(case: Case, told: Telling) -> Boxes:
    """The box above Part A.I, and its 25 items."""
    person = case.person(told.person)
    above: dict[str, Box] = {'header.torture': yes_no(told.application.also_torture)}
    return {**above, **numbers(case, told), **names(person, told.application), **addresses(told.application),
            **birth_and_belonging(person, told.application), **court(case, told), **entry_boxes(case, told),
            **papers_and_languages(told.application)}
