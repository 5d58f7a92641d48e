"""Form I-589 as one adult swears to it: what its Parts A to D ask and no other subject holds (docs/adr/028).

Kept with the telling of that adult, under `application`, so nothing of it can stand on another adult's form. Names, births, nationalities, entries,
the court, the journey and what happened are read from where they are told (`story/i589/`). Part A.I item numbers stand at each answer.
"""
from dataclasses import dataclass, field
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.application_past import Home, Job, OwnEntry, School
from docassemble.immdef_selfhelp.story.told.application_people import MARITAL, MARRIED, SEXES, Kin, Relative
from docassemble.immdef_selfhelp.story.told.basics import (
    NO,
    NOT_WATCHED,
    UNDATED,
    YES,
    About,
    FuzzyDate,
    OneOf,
    Pairs,
    SomeOf,
    WasAsked,
    YesNo,
    YesNoUnknown,
    only,
)
from docassemble.immdef_selfhelp.story.told.box_states import NEED_HELP, WithStates, YesNoOpen

GROUNDS = ('race', 'religion', 'nationality', 'politics', 'group', 'torture')
"""The boxes of Part B, item 1. Only the person ticks them."""
QUESTIONS = ('B.1.A', 'B.1.B', 'B.2', 'B.3.A', 'B.3.B', 'B.4', 'C.1', 'C.2.A', 'C.2.B', 'C.3', 'C.4', 'C.5', 'C.6')
"""The Yes/No questions of Parts B and C whose Yes asks for an explanation."""
IN_DECLARATION, HERE = 'declaration', 'here'
OTHER_MAIL, OWN_ENTRIES = only('mail_same', NO), only('same_entries', NO)
WITH_PREPARER, WITH_HELPERS, WITH_SPOUSE = only('prepared', YES), only('family_helped', YES), only('marital', MARRIED)


@dataclass(frozen=True, kw_only=True)
class ApplicationYou(WithStates):
    """Part A.I."""
    also_torture: Annotated[YesNoOpen, About('the box above Part A.I: also withholding of removal under the Convention Against Torture')] = ''
    a_number: Annotated[str, About('item 1, when the declaration has not asked it')] = ''
    social_security: Annotated[str, About('item 2')] = ''
    uscis_account: Annotated[str, About('item 3')] = ''
    numbers_asked: Annotated[bool, WasAsked('social_security')] = False
    middle_name: Annotated[str, About('item 6: which of the given names stands there')] = ''
    other_names: Annotated[str, About('item 7, when the family told of none')] = ''
    other_names_asked: Annotated[bool, WasAsked('other_names')] = False
    street: Annotated[str, NOT_WATCHED, About('item 8')] = ''
    apartment: Annotated[str, NOT_WATCHED, About('item 8')] = ''
    city: Annotated[str, NOT_WATCHED, About('item 8')] = ''
    state: Annotated[str, NOT_WATCHED, About('item 8')] = ''
    zip: Annotated[str, NOT_WATCHED, About('item 8')] = ''
    telephone: Annotated[str, NOT_WATCHED, About('item 8')] = ''
    address_asked: Annotated[bool, WasAsked('apartment'), NOT_WATCHED] = False
    mail_same: Annotated[YesNo, NOT_WATCHED, About('item 9: mail comes to the same address')] = ''
    mail_care_of: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    mail_street: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    mail_apartment: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    mail_city: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    mail_state: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    mail_zip: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    mail_telephone: Annotated[str, OTHER_MAIL, NOT_WATCHED] = ''
    sex: Annotated[str, OneOf(SEXES), About('item 10')] = ''
    marital: Annotated[str, OneOf(MARITAL), About('item 11')] = ''
    birth_city: Annotated[str, About('item 13')] = ''
    birth_country: Annotated[str, About('item 13')] = ''
    birth_nationality: Annotated[str, About('item 15')] = ''
    race: Annotated[str, About('item 16: race, ethnic or tribal group')] = ''
    religion: Annotated[str, About('item 17')] = ''
    court_before: Annotated[str, OneOf(('never', 'now', 'past', NEED_HELP)), About('item 18, asked when no open case in court was told')] = ''
    i94_number: Annotated[str, About('item 19.b')] = ''
    i94_asked: Annotated[bool, WasAsked('i94_number')] = False
    same_entries: Annotated[YesNo, About('item 19.c: the entries told for the family are this adult\'s; not asked of the applicant')] = ''
    own_entries: Annotated[tuple[OwnEntry, ...], OWN_ENTRIES] = ()
    entry_statuses: Annotated[tuple[tuple[str, str], ...], Pairs(), About('item 19.c: place of the entry in the list, from 0 -> status as told')] = ()
    status_expires: Annotated[FuzzyDate, About('item 19.c, of the latest entry; may lie ahead')] = UNDATED
    passport_country: Annotated[str, About('item 20')] = ''
    passport_number: Annotated[str, About('item 21')] = ''
    travel_document: Annotated[str, About('item 21: number of another travel document')] = ''
    passport_asked: Annotated[bool, WasAsked('travel_document')] = False
    passport_expires: Annotated[FuzzyDate, About('item 22; may lie ahead')] = UNDATED
    native_language: Annotated[str, About('item 23, with the dialect')] = ''
    fluent_english: Annotated[YesNoOpen, About('item 24')] = ''
    other_languages: Annotated[str, About('item 25')] = ''
    languages_asked: Annotated[bool, WasAsked('other_languages')] = False


@dataclass(frozen=True, kw_only=True)
class ApplicationFamily:
    """Part A.II."""
    spouse: Annotated[Relative, WITH_SPOUSE] = field(default_factory=Relative)
    family_children: Annotated[tuple[str, ...], SomeOf(), About('keys of the family who are children of this adult; not asked of the applicant')] = ()
    children: Annotated[tuple[Relative, ...], About('those of the family by `key`, then those told only for the form')] = ()
    other_children: Annotated[YesNo, About('children who are not in the family list')] = ''


@dataclass(frozen=True, kw_only=True)
class ApplicationPast:
    """Part A.III."""
    last_home: Annotated[Home, About('last address before the United States, item 1')] = field(default_factory=Home)
    feared_home_same: Annotated[YesNo, About('that address is in the country where harm is feared')] = ''
    feared_home: Annotated[Home, only('feared_home_same', NO), About('last address in that country')] = field(default_factory=Home)
    homes: Annotated[tuple[Home, ...], About('the last five years, item 2')] = ()
    homes_gaps: Annotated[str, OneOf((YES, NO, NEED_HELP)), About('whether an empty time between homes was looked at: yes, it is so')] = ''
    went_to_school: YesNo = ''
    schools: Annotated[tuple[School, ...], only('went_to_school', YES), About('item 3')] = ()
    worked: YesNo = ''
    jobs: Annotated[tuple[Job, ...], only('worked', YES), About('the last five years, item 4')] = ()
    jobs_gaps: Annotated[str, OneOf((YES, NO, NEED_HELP)), About('whether a time without work was looked at: yes, there was none')] = ''
    mother: Annotated[Kin, About('item 5')] = field(default_factory=Kin)
    father: Annotated[Kin, About('item 5')] = field(default_factory=Kin)
    siblings: Annotated[tuple[Kin, ...], About('item 5')] = ()
    other_siblings: Annotated[YesNo, About('brothers and sisters who are not in the family list')] = ''


@dataclass(frozen=True, kw_only=True)
class ApplicationClaim:
    """Parts B and C."""
    grounds: Annotated[tuple[str, ...], SomeOf(GROUNDS), About('B.1: only as ticked')] = ()
    grounds_asked: Annotated[bool, WasAsked('grounds')] = False
    answers: Annotated[tuple[tuple[str, str], ...], Pairs((YES, NO, 'unknown', NEED_HELP)), About('item of Parts B and C -> answer')] = ()
    how: Annotated[tuple[tuple[str, str], ...], Pairs((IN_DECLARATION, HERE, NEED_HELP)), About('item -> where its Yes is explained')] = ()
    explanations: Annotated[tuple[tuple[str, str], ...], Pairs(), About('item -> explanation as typed')] = ()
    in_english: Annotated[tuple[tuple[str, str], ...], Pairs(), About('item -> the same in English, typed by whoever translates')] = ()


@dataclass(frozen=True)
class FormHelper:
    """One of the family who helped to fill the form (Part D)."""
    name: str = ''
    relation: Annotated[str, About('spouse, parent or child, in own words')] = ''


@dataclass(frozen=True, kw_only=True)
class Preparer(WithStates):
    """Part E: whoever wrote the answers and is not the spouse, a parent or a child."""
    name: str = ''
    telephone: Annotated[str, NOT_WATCHED] = ''
    street: Annotated[str, NOT_WATCHED] = ''
    apartment: Annotated[str, NOT_WATCHED] = ''
    city: Annotated[str, NOT_WATCHED] = ''
    state: Annotated[str, NOT_WATCHED] = ''
    zip: Annotated[str, NOT_WATCHED] = ''
    account: Annotated[str, About('USCIS online account number')] = ''
    bar_number: Annotated[str, About('of an attorney')] = ''


@dataclass(frozen=True, kw_only=True)
class ApplicationSigning:
    """Part D, and Part E when somebody else wrote the answers."""
    native_name: Annotated[str, About('name in the person\'s own alphabet')] = ''
    family_helped: Annotated[YesNo, About('spouse, parent or child helped to fill it')] = ''
    helpers: Annotated[tuple[FormHelper, ...], WITH_HELPERS, About('the form has room for two')] = ()
    prepared: Annotated[YesNo, About('somebody else wrote or prepared it; also a volunteer')] = ''
    preparer: Annotated[Preparer, WITH_PREPARER] = Preparer()
    list_given: Annotated[YesNoUnknown, About('a list of people who help for little or no money was given')] = ''


@dataclass(frozen=True, kw_only=True)
class Application(ApplicationSigning, ApplicationClaim, ApplicationPast, ApplicationFamily, ApplicationYou):
    """One Form I-589."""
    own_form: Annotated[YesNo, About('this adult files their own form; not asked of the applicant')] = ''


@dataclass(frozen=True)
class ApplicationTold:
    """The form of one adult."""
    application: Application = Application()
