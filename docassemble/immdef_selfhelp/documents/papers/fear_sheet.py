"""The fear sheet, to hand over at the border: what one adult fears at home and, apart from it, in Mexico.

The person's own words stand as written, in the language they were written in; only the places around them are in English and Spanish. Nothing is
translated by the program: under each text there is a line for whoever puts it into English.
"""
from datetime import date
from functools import partial

from docassemble.immdef_selfhelp.documents.making import both
from docassemble.immdef_selfhelp.documents.making.paper import OFFICER, Paper, of_telling
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.making.sworn import told_language
from docassemble.immdef_selfhelp.documents.papers.turn_in_pack import wanted
from docassemble.immdef_selfhelp.law.rules.fear_interview import chosen, interview_of
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import facts_for
from docassemble.immdef_selfhelp.story.children import own_fear_label, own_fears
from docassemble.immdef_selfhelp.story.said import own_language
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, NO, YES
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.people import APPLICANT
from docassemble.immdef_selfhelp.story.wording import country_name, spoken_language

HOME = ('what', 'who', 'why', 'authorities', 'other_place', 'torture', 'children')
RULES, RULES_WITH_AN_ORDER = ('cf_trigger',), ('reinstatement',)
SPOKEN = {'es': 'spanish', 'en': 'english'}


def place(name: str, fear: Fear) -> Context:
    """One place of the sheet: its label, a choice in both languages, and the words as written."""
    answered = name == 'torture' and fear.torture in (YES, NO, 'unknown')
    chosen = both.said('fear', f'torture_{fear.torture}') if answered else both.said('fear', '')
    text = fear.torture_officials if name == 'torture' else str(getattr(fear, name))
    return {'label': both.said('fear_labels', name), 'chosen': chosen, 'text': text}


def home_places(fear: Fear) -> list[Context]:
    """The places about the own country. What is said aloud has no places to fill; the children's fear stands only when it was told."""
    names = ('children',) if fear.told == ALOUD else HOME
    return [place(name, fear) for name in names if name != 'children' or fear.children.strip()]


def places_of_children(case: Case, telling: Telling) -> list[Context]:
    """One place for each child of whom the adult wrote something, by whose words they are."""
    return [{'label': both.both(partial(own_fear_label, case, told)), 'chosen': both.said('fear', ''), 'text': told.what}
            for told in own_fears(telling)]


def fear_sheet_context(case: Case, telling: Telling, _language: str, on: date) -> Context:
    """The sheet of one adult.

    Keys: `name`, `country`, `own_country` (whether the country feared is Mexico), `language`, `told_in`, `home` and `home_aloud`, `mexico` (`said`,
    `text`), `rules` and `law`.
    """
    person, fear = case.person(telling.person), telling.fear
    is_mexico = case.people[0].nationality == 'Mexico'
    rules = chosen(interview_of(facts_for(case, telling.person), telling.person), RULES, RULES_WITH_AN_ORDER)
    mexico = both.said('fear', f'mexico_{fear.mexico}' if fear.mexico in (YES, NO, 'unknown') else '')
    return {
        'name': person.full_name, 'country': both.both(lambda language: country_name(person.country, language)), 'own_country': is_mexico,
        'language': both.both(lambda language: own_language(case, language) if person.key == APPLICANT else ''),
        'told_in': both.both(lambda language: spoken_language(SPOKEN[told_language(case, telling)], '', language)),
        'home': [*home_places(fear), *places_of_children(case, telling)], 'home_aloud': fear.told == ALOUD,
        'mexico': {'said': mexico, 'text': fear.mexico_what, 'label': both.said('fear_labels', 'mexico_what')},
        'rules': both.law(rules, on), 'law': both.note(rules, on),
    }


PAPER = Paper(
    'fear_sheet', title={'es': 'Hoja de miedo, para entregar (inglés y español)', 'en': 'Fear sheet, to hand over'}, file_names={'en': 'sheet-a'},
    offered=lambda case, _person: wanted(case), context=of_telling(fear_sheet_context), use=OFFICER, tells_story=True,
)
