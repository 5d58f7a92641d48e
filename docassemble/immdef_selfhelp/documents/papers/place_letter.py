"""The letter to a clinic, hospital or school for a copy of somebody's papers. It does not say why they are needed, and tells nothing of a case."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.documents.papers.registry_letter import birth_text
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.own_words import mark, written_in
from docassemble.immdef_selfhelp.story.safe_letters import letters
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.documents import CLINIC, SCHOOL, PaperRequest
from docassemble.immdef_selfhelp.story.told.people import APPLICANT

RULES = ('docs_originals', 'doc_names_rule')


def letter_context(case: Case, request: PaperRequest, language: str, on: date) -> Context:
    """One letter: in English in the United States, else in Spanish, with a copy in the language of the reader when that is another."""
    person = case.person(request.person)
    written = 'en' if request.in_united_states == YES else 'es'
    return {
        'language': written, 'reading_copy': written != language, 'kind': request.kind, 'to': request.place, 'town': request.town,
        'holder': person.full_name, 'birth': birth_text(person.birth, 'es'), 'birth_en': birth_text(person.birth, 'en'),
        'birth_read': birth_text(person.birth, language), 'child': person.key != APPLICANT and is_child(person, on),
        'what': mark(request.what, written_in(case, written), written), 'when': mark(request.when, written_in(case, written), written),
        'what_read': mark(request.what, written_in(case, language), language), 'when_read': mark(request.when, written_in(case, language), language),
        'asks': case.person(APPLICANT).full_name, 'deliver_to': request.deliver_to, 'deliver_address': request.deliver_address,
    }


def place_context(case: Case, language: str, on: date) -> Context:
    """Every letter to a clinic or school. Keys: `letters` (`letter_context`), `rules` (legal sentences, on a page that is not sent), `law`."""
    return {'letters': [letter_context(case, request, language, on) for request in letters(case, CLINIC, SCHOOL)],
            'rules': law_sentences(RULES, language, on), 'law': law_note(RULES, language, on)}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages when one was asked for."""
    return screen_language_first(case) if letters(case, CLINIC, SCHOOL) else ()


PAPER = Paper(
    'place_letter', title={'es': 'Carta para pedir papeles de una clínica o escuela', 'en': 'Letter to ask for papers from a clinic or school'},
    file_names={'es': 'carta-dos', 'en': 'letter-two'}, offered=offered, context=of_case(place_context), use=ME, of_family=True,
)
