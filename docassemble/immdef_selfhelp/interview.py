"""The one bridge between the interviews and the rooms that know nothing of docassemble.

Answers flow one way: docassemble's variables -> `answers_of` -> `story.reading.case_from_answers` -> documents and screens.
Everything a screen shows of what a person typed goes through `told`, so that nothing typed is ever read as markup.
"""
import html
import re
from collections.abc import Mapping
from datetime import datetime
from datetime import date as calendar_date
from typing import Any
from zoneinfo import ZoneInfo

from docassemble.base.util import DADict, DAList, DAObject, all_variables, get_language, response, url_action, validation_error, word

from docassemble.immdef_selfhelp.documents import catalog, render
from docassemble.immdef_selfhelp.law import countries, dated, questions
from docassemble.immdef_selfhelp.law import stops as law_stops
from docassemble.immdef_selfhelp.story import dates, hints, paragraphs, reading
from docassemble.immdef_selfhelp.story import timeline as story_timeline
from docassemble.immdef_selfhelp.story.model import Case, Event, FuzzyDate, Telling

__all__ = [
    'answers_of', 'case_now', 'check_date', 'check_name', 'country_choices', 'danger_choices', 'danger_groups', 'date_fields',
    'date_told', 'documents_now', 'event_card', 'family_adults', 'hint_list', 'language_links', 'law', 'law_checked', 'month_choices',
    'paragraph_pages', 'person_label', 'practice_fields', 'practice_groups', 'preview_of', 'review_text', 'send_document', 'stops_now',
    'sync_tellings', 'told', 'translation_fields', 'today_here', 'stale',
]

ANSWER_NAMES = (
    'user_language', 'best_language', 'best_language_detail', 'preparing_for', 'phone_safety', 'agreement', 'applicant', 'family',
    'situation', 'danger_facts', 'tellings',
)
OFFICE_ZONE = ZoneInfo('America/Los_Angeles')
SHORT = 90
PARAGRAPHS_A_PAGE = 5
ADULT_RELATIONS = ('spouse', 'partner', 'parent', 'sibling', 'other_parent', 'other')
MARKDOWN = re.compile(r'([\\`*_{}\[\]()#+\-.!|~$%:@])')


def today_here() -> calendar_date:
    """Today in Southern California and Tijuana, where the families and the courts are."""
    return datetime.now(OFFICE_ZONE).date()


def told(text: Any, limit: int | None = None) -> str:
    """What a person typed, safe to put on a screen: markup and Markdown become plain characters, lines stay lines.

    `limit` cuts after that many characters, with an ellipsis. Returns HTML.
    """
    plain = '' if text is None else str(text)
    if limit is not None and len(plain) > limit:
        plain = plain[:limit].rstrip() + '…'
    escaped = MARKDOWN.sub(lambda found: f'&#{ord(found.group(1))};', html.escape(plain, quote=False).replace('&', '\0'))
    return escaped.replace('\0', '&').replace('\r\n', '\n').replace('\n', '<br>')


def plain(value: Any) -> Any:
    """A docassemble value as plain Python (dict, list, str, ...), reading only what is already answered."""
    if isinstance(value, DADict):
        chosen = value.elements
        if chosen and all(isinstance(item, bool) for item in chosen.values()):
            return [key for key, item in chosen.items() if item]
        return {str(key): plain(item) for key, item in chosen.items()}
    if isinstance(value, DAList):
        return [plain(item) for item in value.elements]
    if isinstance(value, DAObject):
        hidden = ('instanceName', 'attrList', 'has_nonrandom_instance_name')
        return {key: plain(item) for key, item in vars(value).items() if key not in hidden and not key.startswith('_')}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value


def plain_date(value: Any) -> dict[str, Any]:
    """One date as told: the screen has one list for months and parts of a year, the facts have a place for each."""
    parts = dict(value) if isinstance(value, Mapping) else {}
    month = str(parts.get('month') or '')
    if month and not month.isdigit():
        parts['part'], parts['month'] = month, None
    parts['about'] = parts.get('exactness') == 'about' or parts.get('about') in (True, 'yes')
    return parts


def with_plain_dates(value: Any) -> Any:
    """The same structure, with every date (`birth`, `when`, `start`, `end`, `left_when`) in the shape of docs/answers.md."""
    if isinstance(value, dict):
        return {key: plain_date(item) if key in ('birth', 'when', 'start', 'end', 'left_when') else with_plain_dates(item)
                for key, item in value.items()}
    if isinstance(value, list):
        return [with_plain_dates(item) for item in value]
    return value


def answers_of(variables: Mapping[str, Any]) -> dict[str, Any]:
    """The family's answers as one plain mapping, in the shape of docs/answers.md. Asks nothing, changes nothing."""
    answers = with_plain_dates({name: plain(variables[name]) for name in ANSWER_NAMES if name in variables})
    dangers = answers.get('danger_facts')
    if isinstance(dangers, list) and dangers and isinstance(dangers[0], list):
        answers['danger_facts'] = [code for group in dangers for code in group if code != 'none']
    elif isinstance(dangers, dict):
        answers['danger_facts'] = [code for group in dangers.values() for code in (group or []) if code not in ('none', 'unknown')]
    chosen = variables.get('own_declarations')
    wanted = {'applicant', *(plain(chosen) if chosen is not None else [])}
    answers['tellings'] = [telling for telling in answers.get('tellings') or [] if telling.get('person') in wanted]
    return answers


def case_now() -> Case:
    """The case as told until now, from the interview that is running."""
    return reading.case_from_answers(answers_of(all_variables(simplify=False)))


# Law on screens ----------------------------------------------------------------------------------------------------------

def law(fact_id: str) -> str:
    """The sentence of a dated legal fact, in the language of the screen; past its review date it says so by itself."""
    today = today_here()
    sentence = dated.sentence(fact_id, get_language(), today)
    return f'{sentence} {stale(fact_id)}'.strip()


def stale(fact_id: str) -> str:
    """The warning that a legal fact may have changed, or nothing while it is within its review date."""
    legal_fact = dated.fact(fact_id)
    return dated.stale_note(get_language(), legal_fact) if dated.is_stale(legal_fact, today_here()) else ''


def law_checked(fact_id: str) -> str:
    """Where a legal sentence comes from: its citation and the day it was last checked."""
    legal_fact = dated.fact(fact_id)
    return f'{legal_fact.citation} · {legal_fact.checked.isoformat()}'


def stops_now(case: Case) -> list[Any]:
    """The reasons to talk to a lawyer first that the answers gave, each with why and what to do today."""
    return list(law_stops.stops(case.danger_facts, case.place_now, case.interview_status, on=today_here()))


def danger_groups() -> list[Any]:
    """The groups of the lawyer-first list, few enough at a time for a phone."""
    return list(law_stops.groups())


def danger_choices(number: int) -> list[dict[str, str]]:
    """The choices of one group of the lawyer-first list, in the language of the screen."""
    return [{trigger.id: trigger.ask[get_language()]} for trigger in law_stops.groups()[number].triggers]


def practice_groups() -> list[Any]:
    """The groups of practice questions, in the order officers use."""
    return list(questions.practice_groups(get_language()))


def practice_fields(telling_number: int, group_number: int) -> list[dict[str, Any]]:
    """One field for key words under each practice question of a group."""
    group = practice_groups()[group_number]
    return [{'label': question.ask, 'field': f"tellings[{telling_number}].practice[{question.id!r}]", 'input type': 'area', 'rows': 2,
             'required': False, 'help': question.why} for question in group.questions]


def country_choices() -> list[dict[str, str]]:
    """The countries whose papers the law data knows, and another."""
    return [{name: countries.country_name(name, get_language())} for name in countries.country_codes()] + [{'other': word('Another country')}]


# Dates as told -----------------------------------------------------------------------------------------------------------

def month_choices() -> list[dict[str, str]]:
    """The months, then parts of a year for somebody who remembers the rain and not the month."""
    months, parts = dates.month_names(get_language()), dates.part_names(get_language())
    return [{str(number): name} for number, name in months.items()] + [{code: name} for code, name in parts.items()]


def date_fields(variable: str, own_words: bool = True) -> list[dict[str, Any]]:
    """The fields for one date as told: any of them may stay empty."""
    fields: list[dict[str, Any]] = [
        {'label': word('Year'), 'field': f'{variable}.year', 'required': False, 'maxlength': 20, 'css class': 'number-entry'},
        {'label': word('Month, or part of the year'), 'field': f'{variable}.month', 'input type': 'dropdown', 'required': False,
         'choices': month_choices()},
        {'label': word('Day'), 'field': f'{variable}.day', 'required': False, 'maxlength': 20, 'css class': 'number-entry'},
    ]
    if own_words:
        fields += [
            {'label': word('Is that the exact date?'), 'field': f'{variable}.exactness', 'input type': 'radio', 'required': False,
             'choices': [{'exact': word('Yes, or I only wrote what I am sure of')}, {'about': word('No, it is about then')}]},
            {'label': word('Or say it in your own words'), 'field': f'{variable}.words', 'required': False,
             'hint': word('For example: two weeks before Easter')},
        ]
    return fields


def number_or_none(text: Any) -> int | None:
    """The whole number typed in a date field; None when the field is empty. Raises ValueError when it is no number."""
    typed = str(text if text is not None else '').strip()
    return int(typed) if typed else None


def check_date(variable: str, value: Any) -> None:
    """Refuse a date that cannot be, with a kind sentence beside the field. Raises docassemble's validation error."""
    language = get_language()
    parts = plain_date(plain(value))
    numbers: dict[str, int | None] = {}
    for name in ('year', 'month', 'day'):
        try:
            numbers[name] = number_or_none(parts.get(name))
        except ValueError:
            validation_error(dates.problem_text('not_a_number', language), field=f'{variable}.{name}')
    problem = dates.date_problem(numbers['year'], numbers['month'], numbers['day'], parts.get('part') or '', today_here())
    if problem:
        field = {'no_such_day': 'day', 'day_without_month': 'month', 'month_without_year': 'year'}.get(problem, 'year')
        validation_error(dates.problem_text(problem, language), field=f'{variable}.{field}')


def check_name(variable: str, value: Any) -> None:
    """Refuse a name with no letter at all. Two surnames, accents, hyphens and apostrophes are all names."""
    if not any(character.isalpha() for character in str(value or '')):
        validation_error(word('Please write the name as it is on the papers, or as people call this person.'), field=variable)


def date_told(value: Any) -> str:
    """A date as told, in the language of the screen; never sharper than it was told."""
    if isinstance(value, FuzzyDate):
        return told(dates.date_text(value, get_language()))
    return told(dates.date_text(reading.fuzzy_date(plain_date(plain(value))), get_language()))


# People and tellings -----------------------------------------------------------------------------------------------------

def person_label(person: Any) -> str:
    """How a screen names one person: given names and first surname, or a neutral word when no name was told."""
    known = plain(person) if not isinstance(person, Mapping) else person
    name = ' '.join(str(known.get(part) or '') for part in ('given_names', 'first_surname')).strip()
    return told(name or word('this person'))


def family_adults(family: Any) -> list[dict[str, str]]:
    """The adults of the family who travel along, as choices: each of them may tell their own story in private."""
    found = []
    for number, member in enumerate(plain(family)):
        year = number_or_none((member.get('birth') or {}).get('year')) if str((member.get('birth') or {}).get('year') or '').isdigit() else None
        adult = today_here().year - year >= 18 if year else member.get('relation') in ADULT_RELATIONS
        if adult and member.get('whereabouts') == 'with_me':
            found.append({f'family_{number}': person_label(member)})
    return found


def sync_tellings(tellings: Any, chosen: Any) -> None:
    """Give every adult who tells their own story a place in `tellings`; a telling that was begun is never thrown away."""
    present = [telling.person for telling in tellings.elements]
    for key in ['applicant', *(plain(chosen) if chosen is not None else [])]:
        if key not in present:
            telling = tellings.appendObject()
            telling.person = key


def event_of(event: Any) -> Event:
    """One event of the interview as a fact of the story room."""
    return reading.event(with_plain_dates(plain(event)))


def event_card(event: Any) -> str:
    """The short text of an event card: when, and how the telling begins."""
    fact = event_of(event)
    if fact.told == 'aloud':
        text = word('I will say it aloud')
    elif fact.told == 'skip':
        text = word('I skipped this')
    else:
        text = told(fact.what, SHORT)
    return f'<strong>{date_told(fact.when)}</strong><br>{text}'


def hint_list(event: Any) -> list[str]:
    """Open questions about what an event does not say yet. Never a score."""
    return [hint.question for hint in hints.hints(event_of(event), get_language())]


def review_text(telling_number: int) -> list[Any]:
    """The sections of one telling as they will stand in the declaration, for reading through on the screen."""
    case = case_now()
    telling = case.tellings[telling_number]
    return list(paragraphs.declaration_sections(case, telling, told_language(case, telling)))


def told_language(case: Case, telling: Telling) -> str:
    """The language a telling was written in: as said, else the language of the screens."""
    return telling.told_language or case.language


# Documents ---------------------------------------------------------------------------------------------------------------

def documents_now() -> list[Any]:
    """Every paper the answers allow, in the order people need them."""
    return list(catalog.documents_for(case_now(), today_here()))


def find_document(document_id: str, person_key: str, language: str) -> Any:
    """The document asked for. Raises KeyError when the answers do not allow it (any more)."""
    for document in documents_now():
        if (document.id, document.person_key, document.language) == (document_id, person_key, language):
            return document
    raise KeyError(document_id)


def preview_of(document_id: str, person_key: str, language: str) -> str:
    """One paper as safe HTML, made from the very Word file that is downloaded."""
    document = find_document(document_id, person_key, language)
    return render.preview_html(render.docx_bytes(document, case_now(), today_here()))


def send_document(document_id: str, person_key: str, language: str, file_format: str) -> None:
    """Answer the request with one paper as a file. It is made in memory and kept nowhere.

    Raises docassemble's ResponseError (its way to answer), or `render.PdfUnavailable` when the PDF cannot be made.
    """
    document = find_document(document_id, person_key, language)
    word_file = render.docx_bytes(document, case_now(), today_here())
    if file_format == 'pdf':
        response(binaryresponse=render.pdf_bytes([word_file])[0], content_type='application/pdf')
    response(binaryresponse=word_file, content_type='application/vnd.openxmlformats-officedocument.wordprocessingml.document')


def paragraph_pages(telling_number: int) -> list[list[Any]]:
    """The paragraphs of a declaration, a few to a screen, for the human translator."""
    found = [paragraph for section in review_text(telling_number) for paragraph in section.paragraphs]
    return [found[start:start + PARAGRAPHS_A_PAGE] for start in range(0, len(found), PARAGRAPHS_A_PAGE)]


def translation_fields(telling_number: int, page_number: int) -> list[dict[str, Any]]:
    """One field under each paragraph of a page, where the translator types the English."""
    return [{'label': f'{paragraph.number}. {told(paragraph.text)}', 'field': f"tellings[{telling_number}].translations[{paragraph.key!r}]",
             'input type': 'area', 'rows': 4, 'required': False} for paragraph in paragraph_pages(telling_number)[page_number]]


def language_links() -> list[dict[str, str]]:
    """The other languages of the screens, each named in itself, with the link that changes to it."""
    names = {'es': 'Español', 'en': 'English'}
    return [{'language': code, 'name': name, 'url': url_action('change_language', language=code)}
            for code, name in names.items() if code != get_language()]


def timeline_now(telling_number: int) -> list[Event]:
    """The events of one telling in time order."""
    return list(story_timeline.timeline(case_now().tellings[telling_number]))
