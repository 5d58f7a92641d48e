"""Letters to officers who hold somebody, one request a page: the facts, then what is asked, then by when. No law, no threat, no conclusion.

English for the officer, Spanish under the same numbers for the family. Our sentences stand in `story/data/advocacy.yml`; the rest are answers.
Own words stay in their language, quoted, with lines for a human translator.
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from docassemble.immdef_selfhelp.documents.making.addressee import addressee
from docassemble.immdef_selfhelp.documents.making.paper import OFFICER, CardLink, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, when
from docassemble.immdef_selfhelp.story import children, medical_words, private
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.document_lines import Line, attachable
from docassemble.immdef_selfhelp.story.paragraphs import relation_words
from docassemble.immdef_selfhelp.story.said import own_language
from docassemble.immdef_selfhelp.story.sentences import lowered
from docassemble.immdef_selfhelp.story.told import advocacy as told
from docassemble.immdef_selfhelp.story.told.advocacy import Request
from docassemble.immdef_selfhelp.story.told.basics import NO, YES
from docassemble.immdef_selfhelp.story.told.documents import PHOTO
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.wording import names, say

BLANK, LINES = '____________________', 2
SPANISH = 'es'
RULES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    told.MEDICAL: ('rights_custody_needs',), told.CHILD_NEEDS: ('flores_conditions', 'flores_core'), told.TOGETHER: ('unity_policy', 'child_apart'),
    told.PAROLE: ('sponsor_parole_std', 'sponsor_never'), told.BOND: ('bond_note', 'bond_request'), told.INTERPRETER: ('rights_custody_ask',),
    told.PROPERTY: ('property_returned',), told.CORRECTION: ('rights_custody_papers',),
})
"""What the family should know about each request: on the screen and on the sheet of deliveries, never on the letter."""
OF_A_FAMILY = ('together', 'where', 'contact')


@dataclass(frozen=True)
class Fact:
    """One numbered paragraph: a sentence of ours with answers in it, then own words, a list, or what is wrong beside what is right."""
    text: str
    words: str = ''
    items: tuple[str, ...] = ()
    wrong: str = ''
    right: str = ''
    by_hand: bool = False


def words_language(case: Case) -> str:
    """The language of the family's own words; Spanish where nobody said, never that of the screens, which can be changed at any time."""
    return case.advocacy.written or SPANISH


def signer(case: Case, person: Person, language: str) -> str:
    """Who asks, and what they are to the person the letter is about. Whom somebody loves is left to write by hand."""
    own, name = case.advocacy, person.full_name or BLANK
    if own.signer == told.RELATIVE:
        relation = names('advocacy_relations', language).get(own.signer_relation, BLANK)
        return say('advocacy_facts', 'relative', language, signer=own.signer_name or BLANK, name=name, relation=relation)
    if person.key == APPLICANT:
        return say('advocacy_facts', 'own', language, name=name)
    relation = BLANK if person.relation in private.LOVED else relation_words(person, language)
    return say('advocacy_facts', 'family', language, signer=case.person(APPLICANT).full_name or BLANK, name=name, relation=relation)


def sentence(key: str, language: str, text: str) -> str:
    """A labelled answer, or nothing when it was not told."""
    return say('advocacy_facts', key, language, text=text) if text.strip() else ''


def joined(*sentences: str) -> str:
    """The sentences that are there."""
    return ' '.join(filter(None, sentences))


def held(case: Case, person: Person, language: str) -> Iterator[Fact]:
    """Who holds this person, where and since when, as told."""
    own = case.advocacy
    if person.key in own.held:
        who = say('advocacy_facts', 'held_by', language, name=person.full_name or BLANK, text=names('advocacy_holders', language)[own.held_by])
        yield Fact(joined(who, sentence('held_place', language, own.held_place), sentence('held_since', language, when(own.held_since, language))))


def medicines(case: Case, person: Person, language: str) -> Iterator[Fact]:
    """The medicines as on the box and what a nurse should know, of this person."""
    times, kinds = names('medicine_times', language), names('health_kinds', language)
    for one in case.health.medicines:
        if one.who == person.key:
            taken = ', '.join(times[code] for code in one.times)
            yield Fact(joined(sentence('medicine', language, one.name), sentence('amount', language, one.amount), sentence('times', language, taken)))
    yield from (Fact(f'{kinds[one.kind]}.', one.what) for one in case.health.needs if one.who == person.key and one.kind)


def family(case: Case, language: str) -> tuple[str, ...]:
    """Everybody of the family who is here, as on the request to stay together: name, birth, relation."""
    here = (one for one in case.people if children.is_here(one))
    relations = {one.key: '' if one.key == APPLICANT or one.relation in private.LOVED else relation_words(one, language) for one in case.people}
    return tuple(', '.join(filter(None, (one.full_name, when(one.birth, language), lowered(relations[one.key])))) for one in here)


def property_told(request: Request, language: str) -> Iterator[Fact]:
    """What was taken, where and when, and whether there is a paper that lists it."""
    yield Fact(say('advocacy_facts', 'taken', language), request.taken, by_hand=True)
    yield Fact(joined(sentence('taken_where', language, request.taken_where), sentence('taken_when', language, when(request.taken_when, language))))
    if request.receipt == YES:
        yield Fact(say('advocacy_facts', 'receipt', language, text=request.receipt_number or BLANK))
    elif request.receipt == NO:
        yield Fact(say('advocacy_facts', 'no_receipt', language))


def of_kind(case: Case, request: Request, person: Person, language: str) -> Iterator[Fact]:
    """The facts that only this kind of request has."""
    name = person.full_name or BLANK
    match request.kind:
        case told.MEDICAL:
            yield from medicines(case, person, language)
        case told.CHILD_NEEDS:
            needs = names('advocacy_needs', language)
            yield Fact(say('advocacy_facts', 'needs', language, name=name), items=tuple(needs[code] for code in request.needs))
        case told.TOGETHER:
            yield Fact(say('advocacy_facts', 'people', language), items=family(case, language))
        case told.PAROLE | told.BOND:
            yield Fact(say('advocacy_facts', 'would_live', language, name=name), request.would_live, by_hand=True)
        case told.INTERPRETER:
            own = own_language(case, language) if person.key == APPLICANT else ''
            yield Fact(say('advocacy_facts', 'language', language, text=request.speaks or own or BLANK))
        case told.PROPERTY:
            yield from property_told(request, language)
        case told.CORRECTION:
            yield Fact(sentence('wrong_where', language, request.wrong_where))
            yield Fact(say('advocacy_facts', 'correction', language), wrong=request.wrong or BLANK, right=request.right or BLANK)


def facts_of(case: Case, request: Request, language: str) -> Iterator[Fact]:
    """Every fact of a letter, in order."""
    person = case.person(request.person)
    number = say('advocacy_facts', 'a_number', language, text=case.a_number(person.key, APPLICANT) or BLANK)
    about = say('advocacy_facts', 'person', language, name=person.full_name or BLANK)
    yield Fact(joined(about, sentence('born', language, when(person.birth, language)), number))
    yield Fact(signer(case, person, language))
    yield from held(case, person, language)
    yield from of_kind(case, request, person, language)
    if request.kind != told.CORRECTION or request.facts.strip():
        yield Fact(say('advocacy_facts', 'facts', language), request.facts, by_hand=True)


def asks_of(case: Case, request: Request, language: str) -> list[str]:
    """What is asked for, and an answer in writing."""
    name = case.person(request.person).full_name or BLANK
    keys = [request.kind]
    if request.kind == told.MEDICAL and any(one.who == request.person for one in case.health.medicines):
        keys.append('medicine')
    if request.kind == told.TOGETHER:
        keys = [code for code in OF_A_FAMILY if code in case.family_plan.asks] or [told.TOGETHER]
    return [say('advocacy_asks', key, language, name=name) for key in (*keys, 'answer')]


def by_when(request: Request, language: str) -> str:
    """By when it is asked for: today when it is urgent."""
    kind = told.TODAY if request.is_urgent else request.by_when or told.SOON
    return say('advocacy_by', kind, language, text=when(request.by_day, language) or BLANK)


def fact_context(fact: Fact, number: int, written: str, language: str) -> Context:
    """One numbered fact. Own words of another language have lines for their translation; what was not told has lines to write on."""
    text = fact.words.strip()
    return {'number': number, 'text': fact.text, 'words': fact.words if text else '', 'listed': list(fact.items), 'wrong': fact.wrong,
            'right': fact.right, 'lines': LINES if text and written != language else 0, 'by_hand': fact.by_hand and not text}


def attachments(case: Case, request: Request, language: str, on: date) -> list[str]:
    """The papers that were ticked, then those written by hand, as told."""
    lines = {line.key: line for line, _ in attachable(case, on)}
    copies = {line.key for line, state in attachable(case, on) if state == PHOTO}
    chosen = [attachment(lines[key], case, language, key in copies) for key in request.attachments if key in lines]
    return [*chosen, *(line.strip() for line in request.more_attachments.splitlines() if line.strip())]


def attachment(line: Line, case: Case, language: str, copy: bool) -> str:
    """One paper that is attached: what it is and whose."""
    words = names('advocacy_papers', language)
    text = line.text.strip() or words.get(line.kind, words['other'])
    whose = case.person(line.person).full_name if line.person != 'family' and not line.kind.startswith('us_') else ''
    return ', '.join(filter(None, (text, whose))) + (f' {words["copy"]}' if copy else '')


def signature(case: Case, request: Request, on: date) -> Context:
    """Who signs by hand. A child who asks alone has a place for an adult who read it to them."""
    own, applicant = case.advocacy, case.person(APPLICANT)
    relative = own.signer == told.RELATIVE
    return {'name': own.signer_name if relative else applicant.full_name, 'child': not relative and is_child(applicant, on),
            'own': not relative and request.person == APPLICANT}


def urgent_words(case: Case, request: Request, language: str) -> list[str]:
    """Why it is for today, as ticked; not that somebody is pregnant when a person of the family must not know."""
    words = names('advocacy_urgent', language)
    hidden = (told.PREGNANCY,) if private.somebody_must_not_know(case) else ()
    return [words[code] for code in request.urgent if code not in hidden]


def letter_context(case: Case, request: Request, language: str, on: date) -> Context:
    """One letter. Keys: `title`, `to` (`addressee`), `urgent`, `reasons`, `facts` (`fact_context`), `asks` and `by` (with their
    numbers), `words` (medicine words), `attachments`, `signature`, `translate` (own words of another language stand here).
    """
    written, facts = words_language(case), [fact for fact in facts_of(case, request, language) if fact.text]
    numbered = [fact_context(fact, number, written, language) for number, fact in enumerate(facts, 1)]
    asks, own = asks_of(case, request, language), case.advocacy
    spoken = ' '.join(part for fact in facts for part in (fact.text if request.kind == told.MEDICAL else '', fact.words))
    return {
        'kind': request.kind, 'title': say('advocacy_titles', request.kind, language), 'to': addressee(own, request, language, on),
        'urgent': request.is_urgent, 'reasons': urgent_words(case, request, language), 'facts': numbered,
        'asks': [{'number': len(facts) + number, 'text': text} for number, text in enumerate(asks, 1)],
        'by': {'number': len(facts) + len(asks) + 1, 'text': by_when(request, language)},
        'words': [{'word': word, 'means': means} for word, means in medical_words.explained(spoken, language)] if written == SPANISH else [],
        'attachments': attachments(case, request, language, on), 'signature': signature(case, request, on),
        'translate': any(fact['lines'] for fact in numbered),
    }


def letters(case: Case) -> tuple[Request, ...]:
    """The requests that can be written: what is asked for, and for whom. Urgent ones first."""
    told_enough = (request for request in case.advocacy.requests if request.kind and request.person)
    return tuple(sorted(told_enough, key=lambda request: not request.is_urgent))


def letters_context(case: Case, language: str, on: date) -> Context:
    """Every letter. Keys: `letters` (`letter_context`)."""
    return {'letters': [letter_context(case, request, language, on) for request in letters(case)]}


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In English for the officer with a copy in Spanish to read, once something is asked for."""
    return ('en', 'es') if letters(case) else ()


PAPER = Paper(
    'advocacy_letter', title={'es': 'Cartas para pedir algo a CBP, ICE u ORR', 'en': 'Letters to ask CBP, ICE or ORR for something'},
    file_names={'es': 'pedidos', 'en': 'requests'}, offered=offered, context=of_case(letters_context), use=OFFICER, of_family=True,
    link=CardLink('_da_list_add', {'es': 'Escribir otro pedido', 'en': 'Write another request'}, adds_to='advocacy.requests'),
)
