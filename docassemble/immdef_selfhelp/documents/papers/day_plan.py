"""The plan for the day of the hearing, on one page: when by both clocks, where, how to get there, who comes, the children, papers, whom to call.

It says nothing of the story nor of the practice, so it can lie on the table of a home. What was not told is a line to write on.
"""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences, when
from docassemble.immdef_selfhelp.law.provisions import hearings
from docassemble.immdef_selfhelp.story import children
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.hearing_clock import clock_lines
from docassemble.immdef_selfhelp.story.told.hearing_day import BRINGS, OTHER, VIDEO, HearingDay
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.wording import spoken_language

RULES = ('must_attend', 'places_check', 'eoir_hotline')
ON_THE_WAY, BY_VIDEO = ('hearing_arrive',), ()
CAUTION = ('rights_court_arrests',)
SAID = ('interpreter', 'time')


def place(case: Case, on: date) -> Context:
    """The court and its address as the data or the notice gives them; both empty when it was not told."""
    told = case.hearing_day
    if told.court == OTHER:
        return {'name': told.court_other, 'address': ''}
    found = hearings.courts(on).get(told.court)
    return {'name': found.name, 'address': found.address} if found else {'name': '', 'address': ''}


def short_name(child: Person) -> str:
    """Given names and first surname, so that ten children have room on the page."""
    return ' '.join(part for part in (child.given_names, child.first_surname) if part.strip()) or child.full_name


def sentences_to_show() -> list[Context]:
    """What to say to ask for an interpreter and for time, in both languages."""
    return [{'es': one.say['es'], 'en': one.say['en']} for one in hearings.sentences() if one.id in SAID]


def plan_context(case: Case, language: str, on: date) -> Context:
    """The plan. Keys: `kind`, `day`, `clocks`, `video`, `court`, `transport`, `comes`, `children` (names), `children_with`, `call`, `telephone`,
    `language`, `brings` (each paper, and whether it was ticked), `show`, `rules` and `caution` (legal sentences), `law`."""
    told = case.hearing_day
    kind = hearings.hearings().get(told.kind)
    rules = (*(BY_VIDEO if told.how == VIDEO else ON_THE_WAY), *RULES)
    return {
        'kind': kind.title[language] if kind else '', 'day': when(case.court.hearing, language), 'clocks': list(clock_lines(case, language, on)),
        'video': told.how == VIDEO, 'court': place(case, on), 'transport': told.transport, 'comes': told.comes,
        'children': ', '.join(filter(None, map(short_name, children.children_of(case, on)))),
        'children_with': told.children_with, 'call': told.call_name, 'telephone': told.call_telephone,
        'language': spoken_language(case.best_language, case.best_language_detail, language),
        'brings': {code: code in told.brings for code in BRINGS}, 'show': sentences_to_show(),
        'rules': law_sentences(rules, language, on), 'caution': law_sentences(CAUTION, language, on),
        'law': law_note((*rules, *CAUTION), language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, once anything of the hearing or of the day was told; not when only its court was, to hand something in there."""
    told = replace(case.hearing_day, court='', court_other='', judge='', hour='')
    return screen_language_first(case) if told != HearingDay() else ()


PAPER = Paper(
    'day_plan', title={'es': 'Plan para el día de la audiencia', 'en': 'Plan for the day of the hearing'},
    file_names={'es': 'plan-del-dia', 'en': 'plan-of-the-day'}, offered=offered, context=of_case(plan_context), use=ME, of_family=True,
)
