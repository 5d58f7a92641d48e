"""The worksheet of Form I-589: every box in the form's order with its answer or state, to copy by hand onto the official form. It is not the form.

What is too long for a box stands whole in the continuation, with part, item and label, as Supplement B of the form wants it.
"""
from collections.abc import Mapping
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import ME, CardLink, Paper, of_telling, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.i589 import gate as gates
from docassemble.immdef_selfhelp.story.i589.box import CHOICE, HAND, TICK, YES_NO, Box
from docassemble.immdef_selfhelp.story.i589.labels import code_words, item_words, label, part_title, state_words
from docassemble.immdef_selfhelp.story.i589.who import filers, telling_of
from docassemble.immdef_selfhelp.story.i589.whole import boxes
from docassemble.immdef_selfhelp.story.told.application import Application
from docassemble.immdef_selfhelp.story.told.basics import NO, YES

LAW = ('i589_edition', 'i589_where', 'i589_sworn', 'i589_signature', 'incomplete_i589', 'i589_rejection_reasons')
LAW_OF_USCIS = ('i589_lockbox', 'i589_payment_mail', 'i589_copies')
"""Where and how it is mailed to USCIS: only for a family that told of no case in court, which files there."""
SHORT = 240
"""A longer text stands in the continuation."""


def answer_text(box: Box) -> str:
    """What stands in the box as the form prints it, in English; a mark for a box to tick."""
    if box.kind == TICK:
        return f'☒ {box.printed if box.state else ""}'.strip() if box.text else box.printed or '☐'
    return code_words(box.text, 'en') if box.kind in (YES_NO, CHOICE) and box.text else box.printed


def state_text(box: Box, language: str) -> str:
    """What a reader of the worksheet must know of the box: its state, that it is open, or that it is written by hand."""
    if box.kind == HAND:
        return state_words('hand', language)
    if box.state:
        return state_words(box.state, language)
    return '' if box.text or box.answered or box.kind == TICK else state_words('open', language)


def row(item: str, box: Box, language: str, number: int) -> Context:
    """One box. `number`: of its place in the continuation, from 1; 0 when it stands in the row."""
    reading = label(item, 'es') if language == 'es' else ''
    return {'item': item_words(item, language), 'english': label(item, 'en'), 'reading': '' if reading == label(item, 'en') else reading,
            'answer': '' if number else answer_text(box), 'continued': number, 'state': state_text(box, language)}


def parts(found: Mapping[str, Box], language: str, numbers: Mapping[str, int]) -> list[Context]:
    """The boxes under the headings of the form. An explanation that no question asks for is left out."""
    listed: list[Context] = []
    for item, box in found.items():
        if item.endswith('.explanation') and not box.printed and not box.state:
            continue
        title = part_title(item, language)
        if not listed or listed[-1]['title'] != title:
            listed.append({'title': title, 'rows': []})
        listed[-1]['rows'].append(row(item, box, language, numbers.get(item, 0)))
    return listed


def law_of(case: Case) -> tuple[str, ...]:
    """The provisions of the worksheet: what holds for every family, and the mail to USCIS for one that has none in court, or was never asked."""
    return (*LAW[:2], *LAW_OF_USCIS, *LAW[2:]) if case.court.has_case in ('', NO) else LAW


def worksheet_context(case: Case, telling: Telling, language: str, on: date) -> Context:
    """The worksheet of one adult.

    Keys: `name`, `a_number`, `rules` (legal sentences: edition, where it is filed, signature), `points` (`title`, `lines`), `parts` (`title`, `rows`
    of `item`, `english`, `reading`, `answer`, `continued`, `state`), `continuation` (`number`, `item`, `english`, `reading`, `text`), `law`.
    """
    found = boxes(case, telling.person, on)
    long = [item for item, box in found.items() if len(box.text) > SHORT or '\n' in box.text]
    numbers = {item: number for number, item in enumerate(long, 1)}
    continued = [{**row(item, found[item], language, 0), 'number': number, 'text': found[item].text} for item, number in numbers.items()]
    points = [{'title': gates.point_words(point.kind, language), 'lines': gates.point_lines(point, language)}
              for point in gates.gate(case, telling.person, on)]
    return {'name': case.person(telling.person).full_name, 'a_number': found['A.I.1'].printed, 'rules': law_sentences(law_of(case), language, on),
            'points': points, 'parts': parts(found, language, numbers), 'continuation': continued, 'law': law_note(law_of(case), language, on)}


def offered(case: Case, person_key: str) -> tuple[str, ...]:
    """In both languages for each adult who files a form and told something for it."""
    form = telling_of(case, person_key).application
    told = form != Application() and (person_key in filers(case) or form.own_form == YES)
    return screen_language_first(case) if told else ()


PAPER = Paper(
    'i589_worksheet', title={'es': 'Hoja de trabajo del formulario I-589', 'en': 'Worksheet for Form I-589'},
    file_names={'es': 'hoja-larga', 'en': 'long-sheet'}, offered=offered, context=of_telling(worksheet_context), use=ME, tells_story=True,
    link=CardLink('official_form', {'es': 'El formulario oficial, llenado', 'en': 'The official form, filled in'}),
)
