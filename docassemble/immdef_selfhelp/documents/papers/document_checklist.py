"""The list of papers and proof: for each person what exists and what is missing, and for each event the proof told.

Asking for what is reasonably available, and why the rest cannot be had, follows INA 208(b)(1)(B)(ii). A consulate is never the first
way, and when officials themselves did harm, or are the ones feared, no office of that government is named as a way at all.
"""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_telling, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, opening
from docassemble.immdef_selfhelp.law.facts.family_ties import IN_CARE, OWN, YOUNGER
from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.law.provisions.nations import UNITED_STATES
from docassemble.immdef_selfhelp.story import timeline
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.own_words import marked
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, YES
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.people import Person

RULES = ('docs_not_required', 'corroboration', 'docs_originals', 'docs_fraud')
TRANSLATION = ('translation_court', 'docs_authentication')
LABEL_LETTERS = 140
OFFICIAL, OTHERS = 'official', {'private', 'with_officials'}
HARM = 'harm'
REGISTRATION = 'birth_registration'
LOOKED_FOR = frozenset({'birth_certificate', 'us_birth_certificate', 'national_id'})


def government_feared(case: Case) -> bool:
    """Whether anybody of the family told that officials themselves did harm, or fears torture by them and told of no other harm.

    Somebody harmed by a gang with which officials worked still finds the ways through a relative and the registry, the consulate last and
    after a lawyer. Having gone to the police is not harm by them; a threat by whoever took the report is.
    """
    return any(OFFICIAL in harm or (telling.fear.torture == YES and not harm & OTHERS)
               for telling in case.tellings
               for harm in [{event.who_official for event in telling.events if event.kind == HARM}
                            | {OFFICIAL for event in telling.events if event.report_threat == YES}])


def link(person: Person, on: date) -> str:
    """Which bond a paper should show for this child: `parent`, `carer`, or nothing for an adult."""
    if not is_child(person, on) or person.key == 'applicant':
        return ''
    return 'parent' if person.relation in OWN else 'carer' if person.relation in IN_CARE else ''


def birth_paper(person: Person) -> str:
    """The state of the birth certificate: `original`, `copy`, `missing`, or `not_registered` when there never was one."""
    if not {'birth_certificate', 'birth_certificate_copy'} & set(person.papers) and 'not_registered' in person.papers:
        return 'not_registered'
    return 'original' if 'birth_certificate' in person.papers else 'copy' if 'birth_certificate_copy' in person.papers else 'missing'


def papers(person: Person, on: date) -> list[Context]:
    """The identity papers of one person, each with its state. A child is not listed as lacking an adult's identity document.

    A citizen of the United States has its birth certificate and passport, whatever other nationality was told.
    """
    found = [{'kind': 'us_birth_certificate' if person.us_citizen else 'birth_certificate', 'state': birth_paper(person)}]
    if not person.us_citizen and ('national_id' in person.papers or not is_child(person, on)):
        found.append({'kind': 'national_id', 'state': 'original' if 'national_id' in person.papers else 'missing'})
    found.append({'kind': 'us_passport' if person.us_citizen else 'passport', 'state': 'original' if 'passport' in person.papers else 'missing'})
    if 'other' in person.papers:
        found.append({'kind': 'other', 'state': 'original'})
    return found


def people_of(case: Case, telling: Telling) -> list[Person]:
    """Whose papers stand on this list: the family on the applicant's, only themself on another adult's."""
    if telling.person != 'applicant':
        return [case.person(telling.person)]
    return [person for person in case.people if person.key == 'applicant' or person.travelling == YES or person.whereabouts == 'with_me']


def person_context(person: Person, on: date) -> Context:
    """One person with their papers."""
    return {'name': person.full_name, 'relation': person.relation, 'link': link(person, on), 'note': person.papers_note, 'papers': papers(person, on)}


def country_contexts(people: list[Person], language: str, on: date, lawyer_first: bool) -> list[Context]:
    """For each nationality with something missing: what, for whom, and the ways to look for it. Passports are not counted as missing.

    A child whose country was not told stands with the applicant.
    """
    found: dict[str, list[Context]] = {}
    for person in people:
        for item in papers(person, on):
            if item['kind'] in LOOKED_FOR and item['state'] != 'original':
                country = UNITED_STATES if person.us_citizen else person.country or (people[0].country if person.relation in YOUNGER else '')
                kind = REGISTRATION if item['state'] == 'not_registered' else item['kind']
                found.setdefault(country, []).append({'name': person.full_name, 'kind': kind})
    return [{'missing': missing, **country_data(nationality, language, on, lawyer_first)} for nationality, missing in found.items()]


def country_data(nationality: str, language: str, on: date, lawyer_first: bool) -> Context:
    """Names and ways of one country's papers, from the law data; without its offices when a lawyer must be asked first."""
    return countries.country_documents(nationality, language, on, lawyer_first)


def shortened(text: str) -> str:
    """The beginning of a long text, enough to know which event is meant."""
    return text if len(text) <= LABEL_LETTERS else text[:LABEL_LETTERS].rsplit(None, 1)[0] + '…'


def proof_of(event: Event, language: str) -> Context:
    """What the person told about the proof of one event."""
    return {'when': opening(event.when, language), 'label': shortened(event.what), 'aloud': event.told == ALOUD, 'state': event.proof,
            'what': event.proof_what, 'tried': event.proof_tried}


def checklist_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The list of one telling.

    Keys: `people` (`name`, `relation`, `link`, `note`, `papers`), `countries`, `us_papers`, `proof`, `ask_lawyer_first`, `rules` and
    `translation` (legal sentences), `law`.
    """
    telling = marked(telling, telling.told_language or case.language, language)
    people = people_of(case, telling)
    # On a list of one's own, the relation to the applicant would be read as a relation to oneself; and a note stays with the applicant, who wrote it
    if telling.person != 'applicant':
        people = [replace(person, relation='', papers_note='') for person in people]
    lawyer_first = government_feared(case)
    return {
        'people': [person_context(person, on) for person in people],
        'countries': country_contexts(people, language, on, lawyer_first),
        'us_papers': list(case.place.us_papers) if telling.person == 'applicant' else [],
        'proof': [proof_of(event, language) for event in timeline.timeline(telling)],
        'ask_lawyer_first': lawyer_first,
        'rules': law_sentences(RULES, language, on), 'translation': law_sentences(TRANSLATION, language, on),
        'law': law_note((*RULES, *TRANSLATION), language, on),
    }


PAPER = Paper(
    'document_checklist', title={'es': 'Lista de documentos y pruebas', 'en': 'List of documents and proof'},
    file_names={'es': 'lista-de-documentos', 'en': 'document-list'},
    offered=screen_language_first, context=of_telling(checklist_context), use=ME,
)
