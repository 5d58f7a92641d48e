"""The sheets to hand over at the border, each on a page of its own: the family, health, language, whom to call, and the plan if separated.

In English for an officer or a nurse, with the Spanish beside it. Typed words stand as typed. Nothing is judged: each paper is listed as it was told.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making import both
from docassemble.immdef_selfhelp.documents.making.paper import OFFICER, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, when
from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.case_facts import is_child
from docassemble.immdef_selfhelp.story.paragraphs import relation_words
from docassemble.immdef_selfhelp.story.said import near, own_language, said_for
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.health import Medicine, Need
from docassemble.immdef_selfhelp.story.told.people import APPLICANT, Person
from docassemble.immdef_selfhelp.story.told.trusted import Contact
from docassemble.immdef_selfhelp.story.told.watched import WATCHED
from docassemble.immdef_selfhelp.story.wording import country_name, names

RULES = ('child_apart', 'doc_child_travel', 'carry_medicine', 'cf_interpreter', 'contact_warning', 'orr_hotline', 'ice_locator', 'cbp_info')


def wanted(case: Case) -> tuple[str, ...]:
    """The sheets for the border, for a family that wants them; never on a phone that somebody watches."""
    return ('en',) if case.turn_in.sheets == YES and case.phone != WATCHED else ()


def relation(person: Person) -> Context:
    """What somebody is to the applicant. Whom somebody loves stands on no sheet, where no marriage says it: that place is left to write by hand."""
    kept_back = person.key == APPLICANT or person.relation in private.LOVED
    return both.both(lambda language: '' if kept_back else relation_words(person, language))


def person_context(person: Person) -> Context:
    """One person who travels."""
    return {'name': person.full_name, 'me': person.key == APPLICANT, 'relation': relation(person),
            'birth': both.both(lambda language: when(person.birth, language)),
            'country': both.both(lambda language: country_name(person.country, language))}


def children(case: Case, on: date) -> tuple[Person, ...]:
    """The children who travel."""
    return tuple(one for one in near(case) if one.relation in YOUNGER and is_child(one, on))


def child_context(child: Person, case: Case) -> Context:
    """The papers of one child as told, and who carries them."""
    papers = both.both(lambda language: ', '.join(names('papers_of_child', language)[code] for code in child.papers))
    carried = both.said('proof_carried', dict(case.turn_in.proof).get(child.key, ''))
    return {'name': child.full_name, 'relation': relation(child), 'papers': papers, 'carried': carried}


def adults(case: Case, on: date) -> list[str]:
    """The adults who travel, each with a box to tick beside every child's paper."""
    grown = [one for one in near(case) if one not in children(case, on)]
    return [one.full_name for one in grown]


def medicine_context(medicine: Medicine, case: Case) -> Context:
    """One medicine, for a nurse: as on the box, and when in both languages."""
    times = both.both(lambda language: ', '.join(names('medicine_times', language)[code] for code in medicine.times))
    return {'who': case.person(medicine.who).full_name, 'name': medicine.name, 'amount': medicine.amount, 'times': times, 'reason': medicine.reason}


def need_context(need: Need, case: Case) -> Context:
    """One thing besides medicines."""
    return {'who': case.person(need.who).full_name, 'kind': both.said('health_kinds', need.kind), 'what': need.what}


def contact_context(contact: Contact) -> Context:
    """One person outside; without a number there is a line to write it by hand."""
    return {'name': contact.name, 'relation': contact.relation, 'where': both.said('contact_where', contact.where), 'telephone': contact.telephone,
            'copies': contact.copies == YES}


def spoken(case: Case) -> Context:
    """The language for an interpreter, in both languages; empty leaves a line."""
    return both.both(lambda language: own_language(case, language))


def pack_context(case: Case, _language: str, on: date) -> Context:
    """The five sheets, and a page of what the family should remember, which stays with it.

    Keys: `name`, `people`, `children`, `adults`, `together`, `medicines`, `needs`, `language`, `sentences`, `contacts`, `agreed`, `learned`, `rules`
    and `law`.
    """
    return {
        'name': case.people[0].full_name, 'people': [person_context(one) for one in near(case)],
        'children': [child_context(one, case) for one in children(case, on)], 'adults': adults(case, on), 'together': len(near(case)) > 1,
        'medicines': [medicine_context(one, case) for one in case.health.medicines], 'needs': [need_context(one, case) for one in case.health.needs],
        'language': spoken(case), 'sentences': [{'es': one.es, 'en': one.en} for one in said_for(case)],
        'contacts': [contact_context(one) for one in case.trusted.contacts], 'agreed': case.turn_in.agreed,
        'learned': both.said('number_learned', 'by_heart' if YES in (case.trusted.by_heart, case.trusted.learned) else ''),
        'rules': both.law(RULES, on), 'law': both.note(RULES, on),
    }


PAPER = Paper(
    'turn_in_pack', title={'es': 'Hojas para entregar: familia, salud, idioma, contactos y plan (inglés y español)',
                           'en': 'Sheets to hand over: family, health, language, contacts and plan'},
    file_names={'en': 'sheets-b'}, offered=lambda case, _person: wanted(case), context=of_case(pack_context), use=OFFICER, of_family=True,
)
