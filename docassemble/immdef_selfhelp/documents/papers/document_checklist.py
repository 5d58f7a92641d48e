"""The list of papers and proof: for each person and each event a line with its exhibit letter, what there is, where it is, and what was tried.

Asking for what is reasonably available, and why the rest cannot be had, follows INA 208(b)(1)(B)(ii). A consulate is never the first
way, and when officials themselves did harm, or are the ones feared, no office of that government is named as a way at all.
"""
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import APPLICANT, ME, Paper, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, opening
from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.law.provisions import countries
from docassemble.immdef_selfhelp.law.provisions.nations import UNITED_STATES
from docassemble.immdef_selfhelp.story import timeline
from docassemble.immdef_selfhelp.story.case import Case, Telling, only_for_court
from docassemble.immdef_selfhelp.story.document_lines import US, Line, added, bond, near, of_event, of_person, of_us
from docassemble.immdef_selfhelp.story.own_words import mark, marked
from docassemble.immdef_selfhelp.story.safe_letters import government_feared
from docassemble.immdef_selfhelp.story.told.basics import ALOUD
from docassemble.immdef_selfhelp.story.told.documents import ASKED, CANNOT, HAVE, PHOTO, DocumentsTold
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.people import Person

RULES = ('docs_not_required', 'corroboration', 'docs_originals', 'docs_fraud')
TRANSLATION = ('translation_court', 'docs_authentication')
WRITTEN_BY = ('careful_own_words',)
LABEL_LETTERS = 140
LOOKED_FOR = ('birth_certificate', 'birth_registration', 'us_birth_certificate', 'national_id')


def people_of(case: Case, teller: str) -> list[Person]:
    """Whose papers stand on this list: the family on the applicant's, only themself on another adult's."""
    return near(case) if teller == APPLICANT else [case.person(teller)]


def line_context(line: Line, told: DocumentsTold, words: bool) -> Context:
    """One line: its letter, what there is of it, and where. `words`: whether the texts about it may stand here."""
    state = dict(told.states).get(line.key, line.known)
    has = state in (HAVE, PHOTO)
    return {'letter': dict(told.letters).get(line.key, ''), 'kind': line.kind, 'state': state,
            'where': dict(told.where).get(line.key, '') if words and has else '',
            'translation': dict(told.translation).get(line.key, '') if has else ''}


def attempt_context(line: Line, name: str, told: DocumentsTold) -> Context:
    """One line that is not there: why, in a reason and in own words, and every attempt in order."""
    attempts = dict(told.attempts).get(line.key, '')
    cannot = dict(told.states)[line.key] == CANNOT
    return {'letter': dict(told.letters).get(line.key, ''), 'kind': line.kind, 'text': line.text, 'name': name, 'cannot': cannot,
            'because': dict(told.because).get(line.key, '') if cannot else '', 'words': dict(told.because_words).get(line.key, '') if cannot else '',
            'tried': [attempt.strip() for attempt in attempts.splitlines() if attempt.strip()]}


def attempts(lines: Iterable[Line], case: Case) -> list[Context]:
    """The lines that were asked for or cannot be had, as they were told in the task of the papers."""
    names = {person.key: person.full_name for person in case.people}
    states = dict(case.documents.states)
    return [attempt_context(line, '' if line.event >= 0 or line.group == US else names.get(line.person, ''), case.documents)
            for line in lines if states.get(line.key) in (ASKED, CANNOT)]


def person_context(person: Person, told: DocumentsTold, on: date, words: bool = True) -> Context:
    """One person with their papers."""
    papers = [line_context(line, told, words) for line in of_person(person, on)]
    return {'name': person.full_name, 'relation': person.relation, 'link': bond(person, on), 'note': person.papers_note, 'papers': papers}


def country_contexts(people: list[Person], told: DocumentsTold, language: str, on: date, lawyer_first: bool) -> list[Context]:
    """For each nationality with something missing: what, for whom, and the ways to look for it. Passports are not counted as missing.

    `original`: there is a photo or a copy, so that it is the original that is missing.
    A child whose country was not told stands with the applicant.
    """
    found: dict[str, list[Context]] = {}
    for person in people:
        for line in of_person(person, on):
            if line.kind in LOOKED_FOR and dict(told.states).get(line.key, line.known) != HAVE:
                original = dict(told.states).get(line.key, line.known) == PHOTO
                country = UNITED_STATES if person.us_citizen else person.country or (people[0].country if person.relation in YOUNGER else '')
                found.setdefault(country, []).append({'name': person.full_name, 'kind': line.kind, 'original': original})
    return [{'missing': missing, **country_data(nationality, language, on, lawyer_first)} for nationality, missing in found.items()]


def country_data(nationality: str, language: str, on: date, lawyer_first: bool) -> Context:
    """Names and ways of one country's papers, from the law data; without its offices when a lawyer must be asked first."""
    return countries.country_documents(nationality, language, on, lawyer_first)


def shortened(text: str) -> str:
    """The beginning of a long text, enough to know which event is meant."""
    return text if len(text) <= LABEL_LETTERS else text[:LABEL_LETTERS].rsplit(None, 1)[0] + '…'


def in_short(telling: Telling) -> Telling:
    """The telling with only the beginning of what names a line of the proof. Before it is marked, or a long text would lose its mark."""
    return replace(telling, community=shortened(telling.community), events=tuple(replace(one, what=shortened(one.what)) for one in telling.events))


def proof_lines(event: Event, number: int, teller: str, told: DocumentsTold, language: str) -> list[Context]:
    """What was told about the proof of one event, a line each; one line without a letter when none was told."""
    about = {'when': opening(event.when, language), 'label': event.what, 'aloud': event.told == ALOUD}
    said = dict(told.states)
    rows = [{**about, **line_context(line, told, True), 'state': said.get(line.key, event.proof if line.kind == 'proof' else ''),
             'what': line.text, 'tried': event.proof_tried if line.kind == 'proof' and line.key not in said else ''}
            for line in of_event(event, number, teller)]
    if not [row for row in rows if row['kind'] == 'proof']:
        rows.insert(0, {**about, 'letter': '', 'kind': 'proof', 'state': event.proof, 'where': '', 'translation': '', 'what': event.proof_what,
                        'tried': event.proof_tried})
    return rows


def background_rows(telling: Telling) -> list[Context]:
    """What was told of the person or the family as background and not as a thing that happened: its proof has a line too, without a letter."""
    if not telling.community.strip():
        return []
    return [{'when': '', 'label': telling.community, 'aloud': False, 'kind': 'proof', 'state': '', 'letter': '', 'where': '', 'translation': '',
             'what': '', 'tried': ''}]


def numbered(telling: Telling) -> list[tuple[int, Event]]:
    """The events in the order of time, each with its number in the order told."""
    places = {id(event): number for number, event in enumerate(telling.events)}
    return [(places[id(event)], event) for event in timeline.timeline(telling)]


def in_language(told: DocumentsTold, told_language: str, language: str) -> DocumentsTold:
    """What was told of papers, for a paper in this language: words of another language say that they are not translated."""
    def each(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((key, mark(text, told_language, language)) for key, text in pairs)

    return replace(told, where=each(told.where), because_words=each(told.because_words), attempts=each(told.attempts),
                   added=tuple(replace(paper, what=mark(paper.what, told_language, language)) for paper in told.added))


def telling_on_list(case: Case, person_key: str) -> Telling:
    """The telling of this person, or one with nothing told for an applicant who told no story yet. Raises KeyError for anybody else."""
    found = next((telling for telling in case.tellings if telling.person == person_key), None)
    if found is None and person_key != APPLICANT:
        raise KeyError(person_key)
    return found or Telling(APPLICANT)


def checklist_context(case: Case, person_key: str, language: str, on: date) -> Context:
    """The list of one person's telling.

    Keys: `people` (`name`, `relation`, `link`, `note`, `papers`), `countries`, `us_papers`, `proof`, `added`, `attempts`, `ask_lawyer_first`,
    `rules`, `translation` and `written_by` (legal sentences), `law`.
    """
    telling = telling_on_list(case, person_key)
    own = person_key == APPLICANT
    spoken = telling.told_language or (case.language if telling in case.tellings and not only_for_court(telling) else language)
    telling = marked(in_short(telling), spoken, language)
    case = replace(case, documents=in_language(case.documents, spoken, language))
    told, people = case.documents, people_of(case, person_key)
    # On a list of one's own, the relation to the applicant would be read as a relation to oneself; and a note stays with the applicant, who wrote it
    if not own:
        people = [replace(person, relation='', papers_note='') for person in people]
    lawyer_first, by_hand, officers = government_feared(case), list(added(case)) if own else [], list(of_us(case)) if own else []
    events = numbered(telling)
    of_proof = [line for number, event in events for line in of_event(event, number, person_key)]
    of_people = [line for person in people for line in of_person(person, on)] if own else []
    return {
        'people': [person_context(person, told, on, own) for person in people],
        'countries': country_contexts(people, told, language, on, lawyer_first),
        'us_papers': [line_context(line, told, True) for line in officers],
        'proof': [*(row for number, event in events for row in proof_lines(event, number, person_key, told, language)),
                  *background_rows(telling)],
        'added': [{**line_context(line, told, True), 'what': line.text} for line in by_hand],
        'attempts': attempts([*of_people, *officers, *of_proof, *by_hand], case),
        'ask_lawyer_first': lawyer_first, 'written_by': law_sentences(WRITTEN_BY, language, on),
        'rules': law_sentences(RULES, language, on), 'translation': law_sentences(TRANSLATION, language, on),
        'law': law_note((*RULES, *TRANSLATION, *WRITTEN_BY), language, on),
    }


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In both languages, for who tells, and once it was said whether an office of their government is feared: the list sends nobody there then."""
    told = any(not only_for_court(telling) for telling in case.tellings)
    return screen_language_first(case) if told or case.documents.feared or case.documents.states else ()


PAPER = Paper(
    'document_checklist', title={'es': 'Lista de documentos y pruebas', 'en': 'List of documents and proof'},
    file_names={'es': 'lista-de-documentos', 'en': 'document-list'},
    offered=offered, context=checklist_context, use=ME, before_telling=True,
)
