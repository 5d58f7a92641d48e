"""The set that is safe to carry: if somebody takes it, it tells no story, no address, and nobody outside.

It is made from a case that holds nothing else (`carried`): what was never told to this paper cannot stand on it. Tests compare it word by word.
"""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making import both
from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.papers.turn_in_pack import medicine_context, person_context, spoken, wanted
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.said import near, said_for
from docassemble.immdef_selfhelp.story.told.health import Health
from docassemble.immdef_selfhelp.story.told.people import Person

RULES = ('cf_say_it', 'careful_sign', 'carry_property')


def of_person(person: Person) -> Person:
    """Somebody who travels: name, birth, country, and what they are to the applicant."""
    return Person(key=person.key, given_names=person.given_names, first_surname=person.first_surname, second_surname=person.second_surname,
                  relation=person.relation, birth=person.birth, nationality=person.nationality, nationality_other=person.nationality_other,
                  whereabouts=person.whereabouts, travelling=person.travelling)


def carried(case: Case) -> Case:
    """The case with only what may be carried: who travels, the language, and the names and doses of medicines."""
    people = tuple(map(of_person, near(case)))
    keys = {one.key for one in people}
    medicines = tuple(replace(one, reason='') for one in case.health.medicines if one.who in keys)
    return Case(best_language=case.best_language, best_language_detail=case.best_language_detail, people=people, health=Health(medicines))


def carried_context(case: Case, _language: str, on: date) -> Context:
    """The set. Keys: `people`, `language`, `sentences`, `medicines`, `rules` and `law`."""
    case = carried(case)
    return {
        'people': [person_context(one) for one in case.people], 'language': spoken(case),
        'sentences': [{'es': one.es, 'en': one.en} for one in said_for(case)],
        'medicines': [medicine_context(one, case) for one in case.health.medicines], 'rules': both.law(RULES, on), 'law': both.note(RULES, on),
    }


PAPER = Paper(
    'safe_to_carry', title={'es': 'Hojas para llevar sin riesgo (inglés y español)', 'en': 'Set that is safe to carry'},
    file_names={'en': 'sheets-c'},
    offered=lambda case, _person: wanted(case), context=of_case(carried_context), use=ME, of_family=True,
)
