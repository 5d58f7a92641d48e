"""What the United States has about a person: the faster way first, then what Form EOIR-59 asks, and a letter to officers (5 U.S.C. 552, 552a).

English for the office, with the Spanish beside it under the same numbers. The form itself is never made here: its worksheet says what goes where.
"""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.documents.making.sworn import INSIDE, OATHS, OUTSIDE
from docassemble.immdef_selfhelp.documents.papers.registry_letter import birth_text
from docassemble.immdef_selfhelp.law.provisions import countries, dated
from docassemble.immdef_selfhelp.story import dates
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.own_words import mark, written_in
from docassemble.immdef_selfhelp.story.safe_letters import letters
from docassemble.immdef_selfhelp.story.told.documents import COURT_FILE, OFFICER_FILE, PaperRequest
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.told.place import IN_THE_UNITED_STATES, Entry

FASTER = ('record_court_file', 'eoir_hotline', 'ecas_prose')
RULES = ('record_identity', 'record_officers')


def nation(person: Person) -> str:
    """The country of nationality in English; a name that was typed stays as typed."""
    return countries.country_name(person.country, 'en') if person.country in countries.country_codes() else person.country


def form_date(person: Person) -> str:
    """A date of birth as the form writes it (mm/dd/yyyy); empty unless all of it was told."""
    birth = person.birth
    return f'{birth.month:02}/{birth.day:02}/{birth.year}' if birth.year and birth.month and birth.day and not birth.about else ''


def entry_context(entry: Entry) -> Context:
    """When and where somebody met officers, as told, in both languages."""
    when = replace(entry.when, words='')
    return {'en': dates.date_text(when, 'en'), 'es': dates.date_text(when, 'es'), 'place': entry.place,
            'removal_order': entry.outcome == 'removal_order'}


def request_context(case: Case, request: PaperRequest, language: str, on: date) -> Context:
    """What both the form and the letter ask of one person. The entries told are the applicant's own."""
    person = case.person(request.person)
    own = person.key == APPLICANT
    child = not own and is_child(person, on)
    applicant = case.person(APPLICANT)
    place = INSIDE if case.place.now in IN_THE_UNITED_STATES else OUTSIDE
    return {
        'agency': request.agency, 'name': person.full_name, 'given': person.given_names,
        'surnames': ' '.join(f'{person.first_surname} {person.second_surname}'.split()), 'other_names': person.other_names,
        'a_number': case.a_number(person.key, APPLICANT), 'birth': birth_text(person.birth, 'en'), 'birth_es': birth_text(person.birth, 'es'),
        'birth_read': birth_text(person.birth, language),
        'form_birth': form_date(person), 'nation': nation(person), 'birth_place': request.birth_place, 'address': request.address,
        'what': request.what, 'what_en': mark(request.what, written_in(case, 'en'), 'en'), 'child': child,
        'signer': applicant.full_name if child else person.full_name, 'signer_birth': form_date(applicant),
        'entries': [entry_context(entry) for entry in case.place.entries] if own else [],
        'oath_en': dated.sentence(OATHS[place], 'en', on), 'oath_es': dated.sentence(OATHS[place], 'es', on),
    }


def records_context(case: Case, language: str, on: date) -> Context:
    """The ways and the requests. Keys: `faster` and `rules` (legal sentences), `court` and `officers` (`request_context`), `law`."""
    return {
        'faster': law_sentences(FASTER, language, on), 'rules': law_sentences(RULES, language, on),
        'court': [request_context(case, request, language, on) for request in letters(case, COURT_FILE)],
        'officers': [request_context(case, request, language, on) for request in letters(case, OFFICER_FILE)],
        'law': law_note((*FASTER, *RULES), language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages when one was asked for."""
    return screen_language_first(case) if letters(case, COURT_FILE, OFFICER_FILE) else ()


PAPER = Paper(
    'records_request', title={'es': 'Pedir los papeles que tiene Estados Unidos', 'en': 'Ask for the papers the United States has'},
    file_names={'es': 'carta-tres', 'en': 'letter-three'}, offered=offered, context=of_case(records_context), use=ME, of_family=True,
)
