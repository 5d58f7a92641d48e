"""Every answer is written once: what the screens ask, what the types say, and what `docs/answers.md` tells are the same."""
import re
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest

from docassemble.immdef_selfhelp.law.facts import facts, words as fact_words
from docassemble.immdef_selfhelp.law.typed import marks_of
from docassemble.immdef_selfhelp.names import INTERVIEW
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.told import page
from docassemble.immdef_selfhelp.story.told.basics import OneOf, Pairs, SomeOf
from docassemble.immdef_selfhelp.story.told.tree import SUBJECTS, every_answer, subject_in
from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
from docassemble.immdef_selfhelp.walk.session import Session

start()

from docassemble.base.functions import this_thread  # noqa: E402
from docassemble.base.interview_cache import get_interview  # noqa: E402
from docassemble.base.parse import TextObject, from_safeid  # noqa: E402
from docassemble.base.util import DADict, DAList, DAObject  # noqa: E402

from docassemble.immdef_selfhelp.interview import answers  # noqa: E402
from docassemble.immdef_selfhelp.interview.choices import choices_in, made_words  # noqa: E402
from docassemble.immdef_selfhelp.interview.tasks import TASKS  # noqa: E402

PAGE = Path(__file__).parents[2] / 'docs' / 'answers.md'
# Asked of nobody: where in the family somebody stands, and what the program keeps of a list that Python draws.
NOT_ASKED = {'applicant.key', 'family.key', 'applicant.relation', 'applicant.gender', 'applicant.whereabouts', 'applicant.travelling',
             'applicant.married', 'applicant.other_parent', 'family.with_parent',
             'tellings.person', 'tellings.explanations', 'tellings.practice', 'tellings.translations', 'circumstances', 'danger_facts',
             'tellings.children_fears.person',
             'tellings.translator.language', 'beside.drafter.language', 'reviewed.initials', 'reviewed.day', 'reviewed.note', 'reviewed.answers',
             'family.other_names', 'family.second_nationality',
             # Drawn by Python, and what follows from a number typed from memory
             'trusted.contacts.telephone', 'trusted.learned', 'advocacy.requests.attachments', 'advocacy.requests.more_attachments',
             # The A-number, drawn where no task was told it yet (interview/a_number.py)
             'tellings.a_number', 'tellings.application.spouse.a_number', 'tellings.application.children.a_number'}
# On Form I-589: what an empty box says is drawn by Python on the next screen, and who of the family a thing is about is no question.
NOT_ASKED |= {path for path in every_answer() if path.startswith('tellings.application') and path.endswith(('.states', '.key'))}
# What a screen sets beside answers: flags, whether a list has more, a number typed to learn it (kept nowhere), which adults tell, a second box,
# and a list whose marks are kept with `circumstances`.
NO_ANSWER = re.compile(r'\.(there_are_any|there_is_another|number_typed|number_again)$'
                       r'|^(own_declarations|agreement|phone_advice|task|indigenous_language|special_care|x)$|^x\[')
OBJECTS = {*filter(None, SUBJECTS), *(task.id for task in TASKS)}
PEOPLE = ('applicant', 'family')
INDEX = re.compile(r'\[[i-n]\]')
DATE_PARTS = re.compile(r'\.(year|month|day|exactness|words)$')
ANY = re.compile(r'(applicant|family|tellings\.application(\.\w+)?)\.\w+$')


def paths_of(name: str) -> tuple[str, ...]:
    """The paths of a variable as a screen writes it. A screen of any person or thing (`x.`) asks it of all that have such an answer."""
    path = INDEX.sub('', name)
    if not path.startswith('x.'):
        return (path,)
    rest = path.removeprefix('x.')
    plain = DATE_PARTS.sub('', rest)
    return tuple(f'{whole.removesuffix(plain)}{rest}' for whole in every_answer() if ANY.match(whole) and whole.endswith(f'.{plain}')) or (path,)


@cache
def asked() -> frozenset[str]:
    """Every variable that a screen can set, by the path of an answer."""
    with engine_globals():
        interview = get_interview(INTERVIEW)
    return frozenset(path for question in interview.all_questions for name in getattr(question, 'fields_used', ()) for path in paths_of(name))


@cache
def fields() -> frozenset[str]:
    """Every field written on a screen, by the path of an answer. The fields that Python draws are dates, explanations and notes."""
    with engine_globals():
        interview = get_interview(INTERVIEW)
    return frozenset(path for question in interview.all_questions for part in getattr(question, 'fields', ()) if hasattr(part, 'saveas')
                     for path in paths_of(from_safeid(part.saveas)))


@cache
def screen_codes() -> dict[str, dict[str, str]]:
    """The codes of every answer whose choices stand on a screen, with the English words."""
    with engine_globals():
        choices = choices_in(get_interview(INTERVIEW))
    return {path: {code: label.original_text for code, label in one.words.items()} for pattern, one in choices.items() if one.words
            for path in paths_of(pattern)}


@cache
def made_codes() -> dict[str, frozenset[str]]:
    """The codes of every answer whose choices are made by code, as a case in which nothing is told yet has them; none where they hang on answers."""
    with Session()._running() as request:
        request.assemble()
        choices = choices_in(this_thread.interview)
        return {path: frozenset(made_words(one.made_by, pattern)) for pattern, one in choices.items() if one.made_by and not one.words
                for path in paths_of(pattern)}


def offered(path: str) -> frozenset[str]:
    """Every code of an answer that a screen offers."""
    found = frozenset(screen_codes().get(path, ())) | made_codes().get(path, frozenset())
    return found | frozenset(screen_codes()['indigenous_language']) if path == 'best_language' else found


def told_codes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every answer that is one or some of given codes."""
    for path, hint in every_answer().items():
        for mark in marks_of(hint)[1]:
            if isinstance(mark, OneOf | SomeOf | Pairs) and mark.codes:
                yield path, mark.codes


def test_the_page_of_answers_is_made_from_the_types() -> None:
    assert PAGE.read_text(encoding='utf-8') == page.page(), 'selfhelp answers --write'


def test_a_changed_type_changes_the_page() -> None:
    assert page.kind_of(Annotated[str, OneOf(('yes', 'perhaps'))]) == '`yes` · `perhaps`'
    assert '`perhaps`' not in page.page()


@pytest.mark.parametrize('path', [path for path, hint in every_answer().items() if subject_in(hint) is None])
def test_every_answer_is_asked_by_a_screen(path: str) -> None:
    assert path in NOT_ASKED or path in {name.removesuffix('.year') for name in asked()}


def of_docassemble(value: Any, path: str = '') -> Iterator[str]:
    """Where a value is none of Python's own, nor a frozen dataclass of ours that holds only such."""
    if is_dataclass(value) and not isinstance(value, type):
        kind: Any = type(value)
        if not kind.__dataclass_params__.frozen or not kind.__module__.startswith('docassemble.immdef_selfhelp.'):
            yield path
        value = {part.name: getattr(value, part.name) for part in dataclass_fields(value)}
    if type(value) in (dict, list, tuple, MappingProxyType):
        for key, item in value.items() if hasattr(value, 'items') else enumerate(value):
            yield from of_docassemble(item, f'{path}.{key}')
    elif value is not None and type(value) not in (str, int, bool, float):
        yield path


def told_in_docassemble() -> dict[str, Any]:
    """Answers as a session holds them, in every kind of object that keeps some."""
    event = DAObject('events[0]', when=DAObject('when', year='2024', month='5'), proof_kinds=DADict('proof_kinds', elements={'photo': True}))
    practice = DADict('practice', elements={'why': 'x'})
    telling = DAObject('tellings[0]', person='applicant', events=DAList('events', elements=[event]), practice=practice)
    return {'applicant': DAObject('applicant', given_names='Ana', birth=DAObject('birth', year='1990')), 'reads': 'yes',
            'tellings': DAList('tellings', elements=[telling])}


def test_every_answer_leaves_docassemble() -> None:
    told = answers.answers_of(told_in_docassemble())
    assert list(of_docassemble(told)) == [] and told['tellings'][0]['events'][0]['when']['year'] == '2024'
    case = case_from_answers(told)
    assert list(of_docassemble(case)) == [] and case.tellings[0].events[0].when.year == 2024 and case.people[0].birth.year == 1990


def test_an_answer_that_has_not_left_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, 'plain', lambda value, _without=frozenset(): value)
    assert list(of_docassemble(answers.answers_of({'applicant': DAObject('applicant')}))) == ['.applicant']
    assert list(of_docassemble(replace(Case(), turn_in=DAObject('turn_in')))) == ['.turn_in']


def test_what_is_not_asked_is_still_an_answer() -> None:
    assert set(every_answer()) >= NOT_ASKED


@pytest.mark.parametrize('path', sorted(path for path in fields() if not NO_ANSWER.search(path)))
def test_every_answer_of_a_screen_has_a_type(path: str) -> None:
    objects = '.' not in path
    flags = re.search(r'(_read|_said|_explained|began|read|practised|court_rested|court_ticks|translation_pages|reviewed|opened|warned)$', path)
    date = re.sub(r'\.(year|month|day|exactness|words)$', '', path)
    assert flags or (objects and path in OBJECTS) or date in every_answer(), 'no type in story/told/ holds it, so it never leaves docassemble'


# Answers whose choices hang on what was told before: what a case offers in which nothing is told is not all of them.
BY_THE_CASE: dict[str, str] = {
    'family.other_parent': 'those of the family who can be one', 'documents.requests.kind': 'letters that are safe, and of officers who were met',
    'advocacy.requests.needs': 'by the age of the child', 'user_language': 'buttons, drawn in two languages at once',
    'turn_in.proof': 'a field for each child',
    **dict.fromkeys(('documents.states', 'documents.translation', 'documents.because'), 'a field for each paper'),
}


@pytest.mark.parametrize(('path', 'codes'), list(told_codes()))
def test_a_screen_offers_the_codes_of_the_type_and_no_others(path: str, codes: tuple[str, ...]) -> None:
    if path in BY_THE_CASE or path in NOT_ASKED:
        assert offered(path) < set(codes), 'a reason that no answer needs'
    else:
        assert offered(path) == set(codes)


def test_every_choice_on_a_screen_belongs_to_a_type() -> None:
    typed = {path for path, _ in told_codes()} | {'indigenous_language', 'agreement', 'tellings.practised'}
    typed |= {'tellings.court_practised', 'tellings.court_rested'}
    assert set(screen_codes()) - typed == set()


def test_the_texts_of_choices_are_those_of_the_interview() -> None:
    with engine_globals():
        choices = choices_in(get_interview(INTERVIEW))
    assert isinstance(choices['reads'].words['some'], TextObject)
    assert choices['situation.us_papers'].none is not None


# The facts of the rules, by the answer that tells them: what a finding says "you answered" with.
FACTS_TOLD = {
    'reads': 'needs.reads', 'phone_safety': 'needs.phone', 'situation.place': 'place', 'situation.interview_status': 'interview.status',
    'situation.judge_review': 'interview.judge_review', 'situation.us_papers': 'papers', 'situation.entries.manner': 'entries.manner',
    'situation.entries.outcome': 'entries.outcome', 'court.hearing_kind': 'court.hearing_kind', 'court.decision': 'court.decision',
    'court.filed_asylum': 'court.filed_asylum', 'tellings.events.who_official': 'tellings.harms.actor',
    'tellings.countries.status': 'tellings.countries.status', 'family.whereabouts': 'people.whereabouts',
}


@pytest.mark.parametrize('path', FACTS_TOLD)
def test_every_choice_has_words_as_a_fact(path: str) -> None:
    # Not those of the screen, and this is the reason: a finding speaks to her within a sentence ("you were not let in"), the screen lets her speak
    known = fact_words.words()['value']
    assert [code for code in screen_codes()[path] if f'{FACTS_TOLD[path]}.{code}' not in known and code not in known] == []


# Who tells each fact that is one of several codes, and the codes of it that no screen offers, with the reason. A code without one would be
# waited for by rules and never come.
CODES_TOLD: dict[str, tuple[str, ...]] = {
    **{fact: (path,) for path, fact in FACTS_TOLD.items() if fact not in ('people.whereabouts', 'tellings.harms.actor')},
    'people.whereabouts': ('family.whereabouts',), 'people.relation': ('family.relation',), 'people.other_parent': ('family.other_parent',),
    'people.held_by': ('custody.held.by', 'advocacy.held_by'), 'tellings.harms.actor': ('tellings.events.who_official',),
    'tellings.harms.kind': (), 'tellings.reasons': ('tellings.reasons',),
}
NOT_OFFERED: dict[str, tuple[frozenset[str], str]] = {
    'people.relation': (frozenset({'applicant'}), 'who answers'),
    'people.other_parent': (frozenset(get_args(facts.OtherParent)) - {'unknown'}, 'made by the family told before (BY_THE_CASE)'),
    'tellings.harms.kind': (frozenset(get_args(facts.HarmKind)) - {'unknown'}, 'asked of nobody: "What nobody is asked" in docs/use/findings.md'),
}
YES_OR_NO = {'yes', 'no', 'unknown'}


def coded_facts() -> Iterator[tuple[str, frozenset[str]]]:
    """Every fact that is one of several codes, without those of yes and no."""
    for name, kind in fact_words.fact_names().items():
        if get_origin(kind) is Literal and set(get_args(kind)) != YES_OR_NO:
            yield name, frozenset(get_args(kind))


@pytest.mark.parametrize(('fact', 'codes'), list(coded_facts()))
def test_every_code_of_a_fact_is_offered_by_a_screen_or_has_its_reason(fact: str, codes: frozenset[str]) -> None:
    by_screens = frozenset(code for path in CODES_TOLD[fact] for code in offered(path))
    assert codes - by_screens - {'unknown'} == NOT_OFFERED.get(fact, (frozenset(), ''))[0]
