"""Parts B and C: the boxes the person ticked, and the Yes/No questions with their explanations.

Nothing is ticked for anybody: not from the reasons of a harm, nor from its words. What happened stands in the declaration, and an explanation
either says so or is the person's own text. The only answers read from elsewhere are dates and countries that were told as such.
"""
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from docassemble.immdef_selfhelp.law.facts import days
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span
from docassemble.immdef_selfhelp.law.rules.one_year import last_day
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import span
from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.i589.box import LONG, SEE_DECLARATION, TICK, Box, Boxes, yes_no
from docassemble.immdef_selfhelp.story.i589.part_a_you import entries_of
from docassemble.immdef_selfhelp.story.paragraphs import numbers_of
from docassemble.immdef_selfhelp.story.told.application import GROUNDS, IN_DECLARATION, QUESTIONS
from docassemble.immdef_selfhelp.story.told.basics import NO, UNDATED, YES
from docassemble.immdef_selfhelp.story.told.box_states import NEED_HELP, NOT_APPLICABLE
from docassemble.immdef_selfhelp.story.told.journey import CountryStay
from docassemble.immdef_selfhelp.story.wording import country_name

TRAVEL, STATUS, LATE, OF_COUNTRIES = 'C.2.A', 'C.2.B', 'C.5', 'C.2.explanation'
EXPLAINED_IN: Mapping[str, str] = MappingProxyType({TRAVEL: OF_COUNTRIES, STATUS: OF_COUNTRIES})
"""The explanation of a question where it is not its own: the form has one box for both questions of item 2 of Part C."""
TOLD_UNDER: Mapping[str, str] = MappingProxyType(
    {'B.1.A': 'events', 'B.1.B': 'fear', 'B.4': 'fear', TRAVEL: 'journey', LATE: 'late_reason'})
"""The heading of the declaration under which a question is told; the others are told under none of their own."""


def explanation_item(question: str) -> str:
    """The item of the box that explains a Yes."""
    return EXPLAINED_IN.get(question, f'{question}.explanation')


def ground_boxes(told: Telling) -> Boxes:
    """B.1: exactly the boxes the person ticked."""
    state = dict(told.application.states).get('grounds', '')
    return {f'B.1.{ground}': Box(YES if ground in told.application.grounds else '', '' if told.application.grounds else state, TICK)
            for ground in GROUNDS}


def last_arrival(case: Case, told: Telling) -> Span:
    """The days the last arrival can have been; untold when it has no day."""
    known = [when for _, entry in entries_of(case, told) if (when := span(entry.when)).known]
    if not known:
        return UNTOLD
    first, last = max(when.first for when in known if when.first), max(when.last for when in known if when.last)
    return Span(first, last, any(when.about for when in known))


def files_late(case: Case, told: Telling, on: date) -> str:
    """Whether more than a year has gone by since the last arrival on this day (`law.rules.one_year`); empty when the dates told do not say."""
    arrival = last_arrival(case, told)
    if not arrival.known:
        return ''
    limit = days.shifted(arrival, last_day)
    if limit.surely_before(on):
        return YES
    return NO if limit.first and limit.first >= on else ''


def answer(question: str, case: Case, told: Telling, on: date) -> str:
    """The answer to one question: the person's own, else what dates or countries told elsewhere say."""
    said = dict(told.application.answers).get(question, '')
    if said or question not in (TRAVEL, LATE):
        return said
    if question == LATE:
        return files_late(case, told, on)
    return told.other_countries if told.countries or told.other_countries == NO else ''


def stay(told: CountryStay) -> str:
    """One country on the way with its dates, as told, in English words around them."""
    times = [f'{word} {date_text(when, "en")}' for word, when in (('from', told.start), ('to', told.end)) if when != UNDATED]
    return ' '.join([country_name(told.country, 'en'), *times])


def see_declaration(question: str, case: Case, told: Telling) -> str:
    """Where the declaration tells it: its paragraphs by number, once there is a declaration and they stand together under one heading."""
    numbers = numbers_of(case, told, TOLD_UNDER[question]) if told.wants_declaration == YES and question in TOLD_UNDER else None
    if numbers is None:
        return SEE_DECLARATION
    first, last = numbers
    which = f'paragraph {first}' if first == last else f'paragraphs {first} to {last}'
    return f'{SEE_DECLARATION.removesuffix(".")}, {which}.'


def explained(question: str, case: Case, told: Telling) -> Box:
    """The explanation of one Yes: "see attached declaration" with its paragraphs, or the person's own text, in English when somebody wrote it so."""
    form = told.application
    own = {'text': dict(form.explanations).get(question, ''), 'english': dict(form.in_english).get(question, '')}
    how = dict(form.how).get(question, '')
    if how == NEED_HELP:
        return Box(state=NEED_HELP, kind=LONG)
    if question == LATE and not own['text'].strip():
        own['text'] = told.late_reason
    words, language = (own['english'], 'en') if own['english'].strip() else (own['text'], told.told_language)
    if question == TRAVEL and not words.strip() and how != IN_DECLARATION:
        words, language = '; '.join(map(stay, told.countries)), 'en'
    if how == IN_DECLARATION:
        words, language = f'{see_declaration(question, case, told)} {words}'.strip(), language if words.strip() else 'en'
    return Box(words.strip(), kind=LONG, language=language if words.strip() else '')


def joined(boxes: Mapping[str, Box]) -> Box:
    """One box for the explanations of two questions, each with its letter; open while one of them is."""
    missing = next((box for box in boxes.values() if not box.answered), None)
    if len(boxes) == 1 or missing is not None:
        return missing or next(iter(boxes.values()))
    words = '\n'.join(f'{question[-1]}: {box.text}' for question, box in boxes.items())
    return Box(words, kind=LONG, language=next((box.language for box in boxes.values() if box.language != 'en'), 'en'), items=tuple(boxes))


def question_boxes(case: Case, told: Telling, on: date) -> Boxes:
    """Every question and its explanation, in the form's order. A No needs none."""
    answers = {question: answer(question, case, told, on) for question in QUESTIONS}
    found: Boxes = {}
    for question, said in answers.items():
        found[question] = yes_no(said)
        item = explanation_item(question)
        if item == OF_COUNTRIES and question == TRAVEL:
            continue
        asked = [one for one in QUESTIONS if explanation_item(one) == item and answers[one] == YES]
        settled = all(answers[one] not in ('', NEED_HELP) for one in QUESTIONS if explanation_item(one) == item)
        found[item] = joined({one: explained(one, case, told) for one in asked}) if asked else Box(state=NOT_APPLICABLE if settled else '', kind=LONG)
    return found


def parts_b_and_c(case: Case, told: Telling, on: date) -> Boxes:
    """Parts B and C."""
    return {**ground_boxes(told), **question_boxes(case, told, on)}
