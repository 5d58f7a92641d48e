"""The sheet "my situation" for the lawyer: one page with the whole at a glance, and after it, apart, every finding with its sources.

It says where the person is, the dates that matter, what a lawyer must hear first, what not to sign, and what to do next.

A paper is read by others: no surname, no free text, nothing of what was done to anybody, and nothing that `story/private.py` keeps back.
"""
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import LAWYER as FOR_LAWYER, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context, calendar_day, law_note, law_sentences
from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.findings import found as findings, ordered, words as finding_words
from docassemble.immdef_selfhelp.law.findings.found import Authority, Explained
from docassemble.immdef_selfhelp.law.findings.ordered import Ordered
from docassemble.immdef_selfhelp.law.provisions import dated, legal_help, wording
from docassemble.immdef_selfhelp.law.rules.finding import Deadline, Finding
from docassemble.immdef_selfhelp.law.rules.process import is_unaccompanied
from docassemble.immdef_selfhelp.story import private, time_line
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.basics import NO, YES
from docassemble.immdef_selfhelp.story.told.people import Person

PROCESS, LAWYER, DATES, OTHER = 'process', 'lawyer', 'dates', 'other'
PARTS = {'stop': LAWYER, 'ask_a_lawyer': LAWYER, 'deadline': DATES}
MARKED_LEVELS = ('urgent', 'high')
HOTLINE = 'eoir_hotline'
SIGNS = 28
SIGN, SIGN_AT_THE_BORDER, SIGN_HELD, SIGN_REVIEW = 'careful_sign', 'kyr_border', 'kyr_detention', 'step_ask_review'


def with_given_names(case: Case) -> Case:
    """The case with every person by their given names only; by the surname who has no other name."""
    def called(person: Person) -> Person:
        return replace(person, first_surname='' if person.given_names.strip() else person.first_surname, second_surname='', other_names='')
    return replace(case, people=tuple(map(called, case.people)))


def part_of(finding: Finding) -> str:
    """The part of the sheet in which a finding stands."""
    return PROCESS if finding.code.startswith('PROCESS_') else PARTS.get(finding.kind, OTHER)


def note_numbers(provision_ids: Iterable[str]) -> dict[str, int]:
    """The number of the note of each provision, in the order met."""
    return {provision_id: number for number, provision_id in enumerate(dict.fromkeys(provision_ids), 1)}


def pointer(provision_ids: Iterable[str], numbers: Mapping[str, int]) -> str:
    """Which notes a sentence rests on, as it stands in brackets: `2, 5`."""
    return ', '.join(str(number) for number in sorted({numbers[provision_id] for provision_id in provision_ids}))


def note(source: Authority, language: str) -> str:
    """Where something comes from, the day it was checked, whether a lawyer must confirm it, and the warning once it is old."""
    return f'{source.citation} ({finding_words.checked(source.checked, source.confidence, language)}). {source.note}'.strip()


def ids_of(found: Iterable[Explained]) -> list[str]:
    """The provisions behind some findings."""
    return [source.provision_id for one in found for source in one.authorities]


def item(found: Explained, facts: Facts, language: str, numbers: Mapping[str, int]) -> Context:
    """One finding as the sheet tells it."""
    level = found.finding.level
    told = [reason for reason in found.reasons if private.reason_on_paper(facts, reason.path)]
    return {'level': finding_words.LEVEL[language][level] if level in MARKED_LEVELS else '', 'title': found.title, 'say': found.say,
            'next': found.next, 'today': list(found.today), 'because': ' '.join(findings.sentences(told, language)),
            'notes': pointer(ids_of([found]), numbers)}


def date_item(deadline: Deadline, facts: Facts, language: str, on: date, numbers: Mapping[str, int]) -> Context:
    """One date: what it is, when as sharp as it was told, the day to rely on when that is not one day, and its rule in plain words."""
    said = finding_words.named(deadline, language, on)
    # A first day that is over is no day to rely on: what may still be open is asked about today
    one_day = deadline.span.exact or deadline.nature == 'first_day' or said.maybe_passed or said.passed
    return {
        'name': said.name, 'who': finding_words.whose(deadline, facts), 'when': f'{said.when} ({said.note})' if said.maybe_passed else said.when,
        'received': said.received, 'rely_on': '' if one_day else wording.day_text(deadline.rely_on, language),
        'passed': said.passed,
        'rule': dated.sentence_with_note(deadline.rule, language, on), 'notes': pointer((deadline.rule,), numbers),
    }


def signing(case: Case) -> tuple[str, ...]:
    """The provisions on what not to sign, as they concern this case. Whoever got a negative answer must also know what to mark."""
    place = SIGN_AT_THE_BORDER if case.place.entered == NO else SIGN_HELD
    return (SIGN, place, SIGN_REVIEW) if case.place.interview_status == 'negative' else (SIGN, place)


def next_tasks(lawyer: bool, dates: bool, alone: bool = False) -> list[str]:
    """What to do next, in order, as codes that the template puts into words.

    A child alone (`alone`) is not sent to the task of the fear interview: that interview is not theirs (8 U.S.C. 1232(a)(5)(D)), and a lawyer for
    children comes before any declaration.
    """
    return [*(['lawyer'] if lawyer else []), *(['dates'] if dates else []), *([] if alone else ['story', 'documents']), 'copies']


def glance(found: Ordered, facts: Facts, language: str, on: date, numbers: Mapping[str, int]) -> Context:
    """The page for the lawyer: each process, the dates, and every finding on one line under its level, with the answers behind it."""
    levels = (('urgent', found.this_week), ('high', found.this_month), ('medium', found.good_to_know))
    return {
        'process': [one.title for one in found.process],
        'dates': [{'title': one.title, 'when': one.when, 'note': one.note, 'source': citation(one.deadline.rule, language, on)}
                  for one in found.dates],
        'levels': [{'name': finding_words.LEVEL[language][level], 'items': [item(one, facts, language, numbers) for one in part]}
                   for level, part in levels if part],
    }


def citation(provision_id: str, language: str, on: date) -> str:
    """The citation of one provision."""
    return findings.authority(provision_id, language, on).citation


def drawn(case: Case, language: str) -> list[Context]:
    """What the applicant told as a line of time without a word of the story: when, which kind of thing, and a bar as wide as the date can mean."""
    telling = next((one for one in case.tellings if one.person == private.APPLICANT), None)
    bars = time_line.bars(case, telling, language, words=False) if telling else ()
    return [{'when': one.when, 'what': one.what, 'bar': signs(one)} for one in bars]


def signs(one: time_line.Bar) -> str:
    """A bar in signs that every font has, for a Word file: a dot is a day, a bar is a date that is not exact."""
    if not one.drawn:
        return ''
    first, last = round(one.start * (SIGNS - 1)), round(one.end * (SIGNS - 1))
    return '─' * first + ('●' if one.point else '█' * (last - first + 1)) + '─' * (SIGNS - 1 - last)


def looked_at(case: Case, language: str) -> Context:
    """Who looked at the answers, when, and whether some changed since; nothing when nobody did. The note is for the family and stands on screens."""
    looked = case.reviewed
    if not looked.initials:
        return {}
    return {'initials': looked.initials, 'day': calendar_day(date.fromisoformat(looked.day), language), 'changed': case.review_changed}


def situation_context(case: Case, language: str, on: date) -> Context:
    """The sheet of the applicant. What other adults told in private is not read for it.

    Keys: `looked` (`initials`, `day`, `changed`);
    `glance` (`process`, `dates`, `levels`) and `line` (`when`, `what`, `bar`) for the first page; `process`, `lawyer`, `actions`, `other`
    (items: `level`, `title`, `say`, `next`, `today`, `because`, `notes`), `dates` (`date_item`),
    `hotline`, `sign` and `help` (legal sentences), `tasks` (codes), `notes` (`number`, `text`), `made` (the day of the sheet) and `law` (when the
    sentences were checked).
    """
    facts = private.facts_for_paper(with_given_names(case))
    found = [one for one in finding_words.explained(facts, language, on) if one.finding.code not in private.CODES]
    parts = {part: [one for one in found if part_of(one.finding) == part] for part in (PROCESS, LAWYER, DATES, OTHER)}
    dates = findings.deadlines(tuple(one.finding for one in found))
    behind = (*ids_of(parts[DATES]), *ids_of(parts[LAWYER]), *ids_of(parts[OTHER]))
    numbers = note_numbers([*ids_of(parts[PROCESS]), *(deadline.rule for deadline in dates), *behind])
    at_a_glance = glance(ordered.ordered(facts, language, on, private.CODES), facts, language, on, numbers)
    sign, places = signing(case), [place.id for place in legal_help.places()]
    items = {part: [item(one, facts, language, numbers) for one in findings.each_step_once(parts[part])] for part in parts}
    return {
        'looked': looked_at(case, language), 'glance': at_a_glance, 'line': drawn(case, language), 'process': items[PROCESS],
        'dates': [date_item(deadline, facts, language, on, numbers) for deadline in dates], 'actions': items[DATES],
        'hotline': dated.sentence_with_note(HOTLINE, language, on) if case.place.entered != NO else '',
        'lawyer': items[LAWYER],
        'sign': law_sentences(sign, language, on), 'other': items[OTHER],
        'tasks': next_tasks(bool(parts[LAWYER]), bool(dates) or facts.court.has_case == YES, is_unaccompanied(facts, on)),
        'help': law_sentences(places, language, on),
        'notes': [{'number': number, 'text': note(findings.authority(source, language, on), language)} for source, number in numbers.items()],
        'made': calendar_day(on, language), 'law': law_note((*sign, *places, HOTLINE, *numbers), language, on),
    }


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """In both languages, once the place is told. It needs no story."""
    return screen_language_first(case) if case.place.now else ()


PAPER = Paper(
    'situation_sheet', title={'es': 'Mi situación, para el abogado', 'en': 'My situation, for the lawyer'},
    file_names={'es': 'mi-situacion', 'en': 'my-situation'},
    offered=offered, context=of_case(situation_context), use=FOR_LAWYER, of_family=True,
)
