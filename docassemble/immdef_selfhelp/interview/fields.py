"""Fields and choices that Python draws: dates as told, countries, reasons, practice questions."""
from collections.abc import Mapping
from datetime import date as calendar_date
from typing import Any

from docassemble.base.util import get_language, validation_error, word

from docassemble.immdef_selfhelp.interview.answers import member_told, plain, plain_date, today_here
from docassemble.immdef_selfhelp.interview.text import told
from docassemble.immdef_selfhelp.law.facts import words as fact_words
from docassemble.immdef_selfhelp.law.facts.ages import maybe_under
from docassemble.immdef_selfhelp.law.facts.family_ties import CHILD_IN_LAW, COUPLE, OWN, YOUNGER
from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.law.provisions.nations import UNITED_STATES, nation_name
from docassemble.immdef_selfhelp.law.provisions.questions import practice_groups
from docassemble.immdef_selfhelp.story import dates
from docassemble.immdef_selfhelp.story.case_facts import is_adult, is_child, person as fact_person, span, told_as_child
from docassemble.immdef_selfhelp.story.told.basics import UNDATED, FuzzyDate
from docassemble.immdef_selfhelp.story.told.people import TWO_WORDS, Person
from docassemble.immdef_selfhelp.story.told.reader import fuzzy_date

REASONS = ('money', 'crime', 'politics', 'religion', 'race', 'nationality', 'family', 'gender', 'orientation', 'witness', 'land_or_work',
           'refused_to_join', 'other')
OLDER = 14


def country_choices(united_states: bool = False) -> list[dict[str, str]]:
    """The countries whose papers the law data knows, for the family also the United States, and another."""
    language = get_language()
    here = [{UNITED_STATES: nation_name(UNITED_STATES, language)}] if united_states else []
    return [*({code: countries.country_name(code, language)} for code in countries.country_codes()), *here, {'other': word('Another country')}]


def country_of_child(member: Any, applicant: Any) -> str:
    """What the screen of a child begins with: the applicant's country, if it is in the list, which the person can change. Nothing for others."""
    country = str(vars(applicant).get('nationality') or '')
    return country if vars(member).get('relation') in YOUNGER and country in countries.country_codes() else ''


def other_parent_choices(family: Any) -> list[dict[str, str]]:
    """Who can be the other parent of a child: those of the family who are a couple with the applicant, or the other parent of a child."""
    told = [(str(member.relation), member.full_name) for member in map(member_told, family.elements) if member.relation in COUPLE]
    named = [{relation: name or word('this person')} for relation, name in dict(told).items()]
    return [*named, {'elsewhere': word('Someone who is not on this list')}, {'dead': word('That person has died')},
            {'unknown': word('I do not know, or I prefer not to say')}]


def reason_choices() -> list[dict[str, str]]:
    """What harm can have had to do with, as people say it; nothing is chosen for anybody."""
    words = {code: fact_words.value_words(code, get_language(), 'tellings.reasons') for code in REASONS}
    return [{code: text[:1].upper() + text[1:]} for code, text in words.items()]


def practice_title(group_number: int) -> str:
    """What a group of practice questions is about."""
    return practice_groups()[group_number].title[get_language()]


def practice_fields(telling_number: int, group_number: int) -> list[dict[str, Any]]:
    """One field for key words under each practice question of a group."""
    return [{'label': question.ask[get_language()], 'field': f'tellings[{telling_number}].practice[{question.id!r}]', 'input type': 'area',
             'datatype': 'typed', 'rows': 2, 'required': False} for question in practice_groups()[group_number].questions]


def month_choices() -> list[dict[str, str]]:
    """The months, then parts of a year for somebody who remembers the rain and not the month. The words come first, as in YAML."""
    months, parts = dates.month_names(get_language()), dates.part_names(get_language())
    return [{name: str(number)} for number, name in months.items()] + [{name: code} for code, name in parts.items()]


def date_fields(date: Any, own_words: bool = True, appointed: bool = False, begun: FuzzyDate = UNDATED) -> list[dict[str, Any]]:
    """The fields for one date as told (a DAObject), in the order in which the language of the screen writes a date; any may stay empty.

    `appointed`: a day that somebody else set or printed, a hearing for example. Nobody remembers it "about", so that is not asked, unless it
    was said earlier and must be possible to take back. `begun`: the same day as another task was told it; the fields begin with it.
    """
    variable = date.instanceName
    day = {'label': word('Day'), 'field': f'{variable}.day', 'required': False, 'maxlength': 20, 'css class': 'number-entry'}
    month = {'label': word('Month, or part of the year'), 'field': f'{variable}.month', 'input type': 'dropdown', 'required': False,
             'choices': month_choices()}
    year = {'label': word('Year'), 'field': f'{variable}.year', 'required': False, 'maxlength': 20, 'css class': 'number-entry'}
    exactness = {'label': word('Is that the exact date?'), 'field': f'{variable}.exactness', 'input type': 'radio', 'required': False,
                 'choices': [{word('Yes, what I wrote is exact'): 'exact'}, {word('No, it is an approximate date'): 'about'}]}
    words = {'label': word('Or say it in your own words'), 'field': f'{variable}.words', 'datatype': 'typed', 'required': False,
             'maxlength': 400, 'hint': word('Before Easter')}
    remembered = not appointed or vars(date).get('exactness') == 'about'
    order = (month, day, year) if get_language() == 'en' else (day, month, year)
    return with_defaults([*order, *([exactness] if remembered else []), *([words] if own_words else [])], begun)


def with_defaults(fields: list[dict[str, Any]], begun: FuzzyDate) -> list[dict[str, Any]]:
    """The fields of a date, each beginning with what is known of it."""
    known = {'day': begun.day, 'month': begun.part or begun.month, 'year': begun.year, 'exactness': 'about' if begun.about else None,
             'words': begun.words}
    found = ((one, known[one['field'].rpartition('.')[2]]) for one in fields)
    return [{**one, 'default': str(value)} if value else one for one, value in found]


def number_or_none(text: Any) -> int | None:
    """The whole number typed in a date field; None when the field is empty. Raises ValueError when it is no number."""
    typed = str(text if text is not None else '').strip()
    return int(typed) if typed else None


def check_date(date: Any, until: calendar_date | None = None) -> None:
    """Refuse a date that cannot be, or is later than `until` (else today), with a kind sentence beside the field.

    Raises docassemble's validation error.
    """
    language, variable = get_language(), date.instanceName
    parts = plain_date(plain(date))
    numbers: dict[str, int | None] = {}
    for name in ('year', 'month', 'day'):
        try:
            numbers[name] = number_or_none(parts.get(name))
        except ValueError:
            validation_error(dates.problem_text('not_a_number', language), field=f'{variable}.{name}')
    problem = dates.date_problem(numbers['year'], numbers['month'], numbers['day'], parts.get('part') or '', until or today_here())
    if problem:
        field = {'no_such_day': 'day', 'day_without_month': 'month', 'month_without_year': 'year'}.get(problem, 'year')
        validation_error(dates.problem_text(problem, language), field=f'{variable}.{field}')


def check_future_date(date: Any) -> None:
    """Refuse a date that cannot be; it may lie ahead. Raises docassemble's validation error."""
    check_date(date, until=calendar_date.max)


def check_name(person: Any) -> None:
    """Refuse names without a letter. Given names or a surname is enough: some people have one name. Raises docassemble's validation error."""
    if not any(map(str.isalpha, member_told(person).full_name)):
        validation_error(word('Please write the name as it is on the papers, or as people call this person.'),
                         field=f'{person.instanceName}.given_names')


def date_told(value: Any) -> str:
    """A date as told, in the language of the screen; never sharper than it was told."""
    fact = value if isinstance(value, FuzzyDate) else fuzzy_date(plain_date(plain(value)))
    return told(dates.date_text(fact, get_language()))


def person_label(person: Any) -> str:
    """How a screen names one person: given names and first surname, or a neutral word when no name was told."""
    known = person if isinstance(person, Mapping) else plain(person)
    name = ' '.join(str(known.get(part) or '') for part in ('given_names', 'first_surname')).strip()
    return told(name or word('this person'))


def is_younger(member: Any) -> bool:
    """Whether somebody of the family is a child, stepchild, grandchild, niece or nephew: the reasons for children are told of them only."""
    return vars(member).get('relation') in YOUNGER


def has_two_words(member: Any) -> bool:
    """Whether a relation has one word for a woman and one for a man, so that it is asked which."""
    return member.relation in TWO_WORDS


def family_adults(family: Any) -> list[dict[str, str]]:
    """The adults of the family who are with the applicant, as choices: each may tell their own story in private."""
    here = [(number, member) for number, member in enumerate(family.elements) if vars(member).get('whereabouts') == 'with_me']
    return [{f'family_{number}': person_label(member)} for number, member in here if is_adult(member_told(member), today_here())]


def other_parent_matters(member: Any, family: Any) -> bool:
    """Whether it is asked who the other parent is: of an own child who is not grown, when somebody it can be was told of."""
    known = any(vars(one).get('relation') in COUPLE for one in family.elements)
    own = 'parents_open' in vars(member) and vars(member).get('relation') in OWN
    return known and own and is_child(member_told(member), today_here())


def with_parent_matters(applicant: Any, family: Any) -> bool:
    """Whether it is asked if a parent or guardian is there: of an applicant who may be under 18 and told of no parent who is here."""
    here = [vars(one) for one in family.elements if vars(one).get('whereabouts') == 'with_me' or vars(one).get('travelling') == 'yes']
    return not any(one.get('relation') == 'parent' for one in here) and told_as_child(member_told(applicant, 'applicant'), today_here())


def own_fear_keys(family: Any) -> list[str]:
    """Whose own fear is asked, by their keys: whoever is or may be under 18, on the adult's claim or not; not of a citizen of the United States."""
    near = [(f'family_{number}', member) for number, member in enumerate(family.elements) if vars(member).get('relation') not in (*COUPLE, 'parent')]
    told = [(key, member_told(member)) for key, member in near]
    return [key for key, member in told if is_child(member, today_here()) and not member.us_citizen]


def child_with(family: Any, key: str) -> Person:
    """Somebody of the family by their key, as told until now."""
    return member_told(family.elements[int(key.removeprefix('family_'))])


def own_story_law(family: Any, key: str) -> tuple[str, ...]:
    """What the law says of a child's own application: of a relative whom the adult's never covers, and of an own child who is older."""
    if child_with(family, key).relation not in CHILD_IN_LAW:
        return ('step_child_own_claim',)
    return ('derivatives',) if is_older_child(family, key) else ()


def is_older_child(family: Any, key: str) -> bool:
    """Whether a child is surely old enough to be told that they may tell it themselves: an age of the project (`OLDER`), not of the law."""
    told = child_with(family, key)
    return span(told.birth).known and not maybe_under(fact_person(told), OLDER, today_here())


def has_children(family: Any) -> bool:
    """Whether a child was told of, so that what could happen to the children is asked for."""
    return any(is_younger(member) and is_child(member_told(member), today_here()) for member in family.elements)
