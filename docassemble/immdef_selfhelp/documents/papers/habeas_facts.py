"""One page of facts for a lawyer when somebody is held, in the order a lawyer needs them. No petition, no conclusion, no word of the story."""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import LAWYER, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, calendar_day, law_note, law_sentences, when
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.custody import CENTERS, Held
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.wording import say, spoken_language

DISTRICTS = 'habeas_socal'
SAID = ('habeas_basics', 'habeas_where', 'habeas_after_transfer', 'habeas_fee', 'bond_note', 'step_do_not_sign')


def district(place: str, on: date) -> str:
    """The federal court of a place, as dated data; empty when the data does not know the place."""
    known = dated.value(DISTRICTS, on)
    return str(known.get(place, ''))


def place_text(held: Held, language: str, on: date) -> str:
    """The place with its address as the law data has it, or only its name; empty for a place the data does not know."""
    known = dated.sentence(held.place, language, on) if held.place in dated.all_provisions() else ''
    return known or (say('custody_center', held.place, language) if held.place in CENTERS else '')


def facts_context(case: Case, language: str, on: date) -> Context:
    """The page. Keys, in its order: `name`, `born`, `nationality`, `a_number`, `language`, `holder`, `place`, `place_told`, `start`, `district` with
    `district_checked`, `papers`, `papers_note`, `said` (legal sentences) and `law`. What was not told is empty: a line to write on.
    """
    held = case.custody.held
    person = case.person(held.person)
    own = held.person == 'applicant'
    return {
        'name': person.full_name, 'born': when(person.birth, language), 'nationality': person.country,
        'a_number': case.a_number(held.person, APPLICANT),
        'language': spoken_language(case.best_language, case.best_language_detail, language) if own else '',
        'holder': say('custody_holder', held.by, language) if held.by else '', 'place': place_text(held, language, on), 'place_told': held.place_name,
        'start': when(held.start, language), 'district': district(held.place, on),
        'district_checked': calendar_day(dated.provision(DISTRICTS).checked, language),
        'papers': [say('custody_paper', code, language) for code in held.papers], 'papers_note': held.papers_note,
        'said': law_sentences(SAID, language, on), 'law': law_note((DISTRICTS, *SAID), language, on),
    }


PAPER = Paper(
    'habeas_facts', title={'es': 'Datos de quien está en detención, para el abogado', 'en': 'Facts about the person who is held, for the lawyer'},
    file_names={'es': 'hoja-de-datos', 'en': 'fact-sheet'}, offered=screen_language_first, context=of_case(facts_context), use=LAWYER, of_family=True,
    whose=lambda case: case.custody.held.person, allowed=lambda case, _: any(one.key == case.custody.held.person for one in case.people),
)
