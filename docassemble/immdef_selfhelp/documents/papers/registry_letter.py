"""The letter to a civil registry or consulate for a copy of a record: the names as the registry writes them, a neutral reason, who receives it.

Made for no family that fears its own government, or may fear it, and on no watched phone (`story.safe_letters`). It tells nothing of a case.
"""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.law.provisions import countries, dated
from docassemble.immdef_selfhelp.story import dates
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.safe_letters import letters
from docassemble.immdef_selfhelp.story.told.basics import YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.documents import REGISTRY, PaperRequest
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person

RULES = ('docs_consulate_last', 'consulate_risk', 'doc_names_rule', 'docs_originals')
IN_FRENCH = ('Haiti',)
"""Countries whose registry writes French."""


def letter_language(code: str) -> str:
    """The language in which the registry of a country writes."""
    return 'fr' if code in IN_FRENCH else 'es'


def birth_text(told: FuzzyDate, language: str) -> str:
    """A date of birth as told, without own words; in French as figures."""
    if told == FuzzyDate():
        return ''
    if language == 'fr':
        return '/'.join(f'{part:02}' for part in (told.day, told.month, told.year) if part)
    return dates.date_text(replace(told, words=''), language)


def gives_apostille(country: countries.Country | None, on: date) -> bool:
    """Whether the data knows no reason against asking this country for an apostille (`docs_hague`)."""
    outside = dated.value('docs_hague', on)['not_party']
    return country is None or country.provision_id.removeprefix('doc_') not in outside


def holder_context(request: PaperRequest, person: Person, language: str, on: date) -> Context:
    """Whose paper it is. Somebody who is not of the family has only the name that was typed."""
    other = bool(request.paper_of.strip())
    born = person.birth if not other else FuzzyDate()
    return {'name': request.paper_of if other else person.full_name, 'birth': birth_text(born, 'es'), 'birth_fr': birth_text(born, 'fr'),
            'birth_read': birth_text(born, language), 'child': not other and person.key != APPLICANT and is_child(person, on)}


def letter_context(case: Case, request: PaperRequest, language: str, on: date) -> Context:
    """One letter."""
    person = case.person(request.person)
    country = countries.countries_on(on).get(person.country)
    papers = country.papers if country else dict.fromkeys(countries.PAPER_KEYS, '')
    written = letter_language(person.country)
    return {
        'language': written, 'reading_copy': written != language, 'consulate': request.to == 'consulate', 'office': papers['birth_issuer'],
        'country': country.name['es'] if country else person.country, 'country_fr': 'Haïti' if written == 'fr' else '',
        'paper': request.paper_name if request.paper == 'another' else papers['birth_record'],
        'holder': holder_context(request, person, language, on), 'place': request.birth_place, 'father': request.father, 'mother': request.mother,
        'number_name': (country.number or papers['national_id']) if country else '', 'number': request.number, 'book': request.book,
        'apostille': request.apostille == YES and gives_apostille(country, on), 'asks': case.person(APPLICANT).full_name,
        'deliver_to': request.deliver_to, 'deliver_address': request.deliver_address,
    }


def registry_context(case: Case, language: str, on: date) -> Context:
    """Every letter to a registry that was asked for and may be made.

    Keys: `letters` (`letter_context`), `rules` (legal sentences for the family, on a page that is not sent), `law`.
    """
    return {'letters': [letter_context(case, request, language, on) for request in letters(case, REGISTRY)],
            'rules': law_sentences(RULES, language, on), 'law': law_note(RULES, language, on)}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages when a letter may be made and was asked for."""
    return screen_language_first(case) if letters(case, REGISTRY) else ()


PAPER = Paper(
    'registry_letter', title={'es': 'Carta para pedir un papel de mi país', 'en': 'Letter to ask for a paper from my country'},
    file_names={'es': 'carta-uno', 'en': 'letter-one'}, offered=offered, context=of_case(registry_context), use=ME, of_family=True,
)
