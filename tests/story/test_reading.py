"""From answers to facts: a closed branch is dropped, anything can be read, and a truth value of YAML is an answer."""
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.hints import hints
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, FuzzyDate
from docassemble.immdef_selfhelp.story.told.declaration import Helper
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.fears import Fear
from docassemble.immdef_selfhelp.story.told.people import Person

TOLD = 'what was told'
FULL_EVENT = dict.fromkeys(('what', 'where', 'who', 'words', 'why', 'witnesses', 'injuries', 'care', 'report_result', 'report_why_not',
                            'proof_what', 'proof_tried'), TOLD)


def read(**answers: Any) -> Case:
    return case_from_answers(answers)


def telling(**answers: Any) -> Telling:
    return read(tellings=[answers], **({'situation': answers.pop('situation')} if 'situation' in answers else {})).tellings[0]


def event(**answers: Any) -> Event:
    return telling(events=[{**FULL_EVENT, **answers}]).events[0]


def fear(nationality: str = 'Honduras', family: list[dict[str, Any]] | None = None, **answers: Any) -> Fear:
    return read(applicant={'nationality': nationality}, family=family or [], tellings=[{'fear': answers}]).tellings[0].fear


def declaration(**answers: Any) -> Telling:
    return telling(**{'wants_declaration': 'yes', 'signed_where': 'inside_us', 'a_number': TOLD, 'interpreter': {'name': TOLD},
                      'translator': {'name': TOLD}, 'translations': {'p1': TOLD}, **answers})


def test_nothing_told_is_a_case_of_one_person_without_a_name() -> None:
    assert read() == Case(people=(Person('applicant'),))
    assert case_from_answers({'tellings': [{}]}).tellings == (Telling('applicant'),)


# --- one test for each closed branch of docs/answers.md -------------------------------------------------------------------------------

@pytest.mark.parametrize(('chosen', 'expected'), [('other', 'Peru'), ('Honduras', 'Honduras'), ('', '')])
def test_another_nationality_is_read_only_when_it_is_another(chosen: str, expected: Any) -> None:
    assert read(applicant={'nationality': chosen, 'nationality_other': 'Peru'}).people[0].country == expected


@pytest.mark.parametrize(('whereabouts', 'travelling', 'kept'), [
    ('with_me', 'unknown', True), ('mexico', 'yes', True), ('mexico', True, True), ('home_country', 'no', False), ('unknown', 'unknown', False)])
def test_papers_are_read_only_for_who_is_near_or_travels(whereabouts: str, travelling: Any, kept: Any) -> None:
    member = read(family=[{'whereabouts': whereabouts, 'travelling': travelling, 'papers': ['passport'], 'papers_note': TOLD}]).people[1]
    assert (member.papers, member.papers_note) == ((('passport',), TOLD) if kept else ((), ''))


@pytest.mark.parametrize(('entered', 'kept'), [('yes', 1), (True, 1), ('no', 0), ('unknown', 0), (None, 0)])
def test_entries_are_read_only_when_entered(entered: Any, kept: Any) -> None:
    assert len(read(situation={'entered': entered, 'entries': [{'place': TOLD}]}).place.entries) == kept


@pytest.mark.parametrize(('place', 'entered', 'kept'), [
    ('mexico', 'no', False), ('elsewhere', 'unknown', False), ('mexico', 'yes', True), ('custody', 'no', True), ('released', '', True)])
def test_papers_of_officers_are_read_only_after_meeting_officers(place: str, entered: Any, kept: Any) -> None:
    case = read(situation={'place': place, 'entered': entered, 'us_papers': ['m444'], 'interview_status': 'negative'})
    assert (case.place.us_papers, case.place.interview_status) == ((('m444',), 'negative') if kept else ((), ''))


def test_an_event_to_be_said_aloud_keeps_only_when_and_where() -> None:
    when = {'year': 2024}
    assert event(kind='harm', told='aloud', when=when) == Event(kind='harm', told=ALOUD, when=FuzzyDate(2024), where=TOLD)


def test_a_skipped_event_keeps_nothing() -> None:
    assert event(kind='harm', told='skip', when={'year': 2024}) == Event(kind='harm', told=SKIPPED)


@pytest.mark.parametrize(('kind', 'people', 'harm'), [('harm', True, True), ('report', True, False), ('move', False, False), ('other', False, False)])
def test_each_kind_of_event_is_asked_its_own_questions(kind: str, people: bool, harm: bool) -> None:
    found = event(kind=kind, who_official='official', reported='yes')
    assert [found.who, found.words] == ([TOLD] * 2 if people else [''] * 2)
    assert found.who_official == ('official' if people else '')
    assert [found.why, found.witnesses, found.injuries, found.care, found.report_result] == ([TOLD] * 5 if harm else [''] * 5)
    assert found.what == found.where == TOLD


@pytest.mark.parametrize(('reported', 'result', 'why_not'), [
    ('yes', TOLD, ''), (True, TOLD, ''), ('no', '', TOLD), (False, '', TOLD), ('unknown', '', '')])
def test_what_followed_a_report_or_why_there_was_none(reported: Any, result: Any, why_not: Any) -> None:
    found = event(kind='harm', reported=reported)
    assert (found.report_result, found.report_why_not) == (result, why_not)


@pytest.mark.parametrize(('proof', 'what', 'tried'), [
    ('have', TOLD, ''), ('tried', TOLD, TOLD), ('cannot', TOLD, TOLD), ('none', '', ''), ('unknown', '', ''), ('', '', '')])
def test_proof_is_read_only_where_there_may_be_some(proof: str, what: str, tried: str) -> None:
    found = event(kind='other', proof=proof)
    assert (found.proof_what, found.proof_tried) == (what, tried)


@pytest.mark.parametrize(('answer', 'kept'), [('yes', 1), (True, 1), ('no', 0), (False, 0), ('unknown', 0), (None, 0)])
def test_moves_and_countries_are_read_only_after_a_yes(answer: Any, kept: Any) -> None:
    found = telling(moved=answer, moves=[{'place': TOLD}], other_countries=answer, countries=[{'country': TOLD}])
    assert (len(found.moves), len(found.countries)) == (kept, kept)


@pytest.mark.parametrize('told', ['aloud', 'skip'])
def test_a_fear_that_is_not_written_keeps_only_what_is_asked_apart(told: Any) -> None:
    found = fear(family=[{'relation': 'son'}], told=told, what=TOLD, who=TOLD, why=TOLD, authorities=TOLD, other_place=TOLD, torture='yes',
                 torture_officials=TOLD, children=TOLD, mexico='yes', mexico_what=TOLD)
    assert found == Fear(told=told, children=TOLD, mexico='yes', mexico_what=TOLD)


@pytest.mark.parametrize(('torture', 'kept'), [('yes', TOLD), ('no', ''), ('unknown', ''), (None, '')])
def test_officials_of_torture_are_read_only_when_it_is_feared(torture: str, kept: Any) -> None:
    assert fear(torture=torture, torture_officials=TOLD).torture_officials == kept


@pytest.mark.parametrize(('nationality', 'mexico', 'expected'), [
    ('Honduras', 'yes', ('yes', TOLD)), ('Honduras', 'no', ('no', '')), ('Honduras', 'unknown', ('unknown', '')), ('Mexico', 'yes', ('', ''))])
def test_fear_of_mexico_is_read_apart_and_not_of_mexicans(nationality: str, mexico: Any, expected: Any) -> None:
    found = fear(nationality, mexico=mexico, mexico_what=TOLD)
    assert (found.mexico, found.mexico_what) == expected


@pytest.mark.parametrize(('relation', 'kept'), [('son', TOLD), ('niece_nephew', TOLD), ('spouse', ''), ('', '')])
def test_the_fear_of_children_is_read_only_when_there_are_some(relation: str, kept: Any) -> None:
    assert fear(family=[{'relation': relation}], children=TOLD).children == kept


@pytest.mark.parametrize(('place', 'kept'), [('released', TOLD), ('custody', TOLD), ('mexico', ''), ('elsewhere', ''), ('', '')])
def test_why_late_is_read_only_in_the_united_states(place: str, kept: Any) -> None:
    assert telling(situation={'place': place}, late_reason=TOLD).late_reason == kept


@pytest.mark.parametrize(('wants', 'kept'), [('yes', 1), (True, 1), (None, 1), ('later', 0)])
def test_practice_notes_are_read_unless_the_practice_was_left_out(wants: Any, kept: Any) -> None:
    assert len(telling(wants_practice=wants, practice={'who_harmed': TOLD, 'empty': ' '}).practice) == kept


@pytest.mark.parametrize('wants', ['no', False, 'later', None])
def test_without_a_declaration_nothing_of_it_is_read(wants: Any) -> None:
    found = declaration(wants_declaration=wants, reads_told_language='no')
    assert (found.signed_where, found.a_number, found.interpreter, found.translator, found.translations) == ('', '', Helper(), Helper(), ())


@pytest.mark.parametrize(('reads', 'name'), [('yes', ''), (True, ''), ('some', TOLD), ('no', TOLD), (False, TOLD)])
def test_who_reads_it_aloud_is_read_only_for_who_does_not_read_it(reads: Any, name: Any) -> None:
    assert declaration(reads_told_language=reads).interpreter.name == name


@pytest.mark.parametrize(('told_language', 'kept'), [('es', True), ('', True), ('en', False)])
def test_a_telling_in_english_has_no_translator(told_language: Any, kept: Any) -> None:
    found = declaration(told_language=told_language)
    assert (found.translator.name, found.translations) == ((TOLD, (('p1', TOLD),)) if kept else ('', ()))


# --- dates, truth values, junk --------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('told', 'expected'), [
    ({'year': 2024, 'month': 5, 'day': 27}, FuzzyDate(2024, 5, 27)),
    ({'year': '2024', 'month': '05', 'day': ' 7 '}, FuzzyDate(2024, 5, 7)),
    ({'year': 2024, 'day': 27}, FuzzyDate(2024)),
    ({'year': 2024, 'month': 5, 'part': 'end_of_year'}, FuzzyDate(2024, 5)),
    ({'year': 2024, 'part': 'end_of_year'}, FuzzyDate(2024, part='end_of_year')),
    ({'month': 13, 'day': 40, 'year': 0}, FuzzyDate()),
    ({'year': '9' * 5000}, FuzzyDate()),
    ({'year': 'last year', 'about': True}, FuzzyDate()),
    ({'year': 2024, 'about': 'yes'}, FuzzyDate(2024, about=True)),
    ({'words': 'en la cosecha', 'about': True}, FuzzyDate(words='en la cosecha')),
    ('2024-05-27', FuzzyDate()),
    (date(2024, 5, 27), FuzzyDate()),
    (None, FuzzyDate()),
])
def test_a_date_is_read_as_far_as_it_goes(told: Any, expected: Any) -> None:
    assert read(applicant={'birth': told}).people[0].birth == expected


def test_the_truth_values_of_yaml_are_answers() -> None:
    case = case_from_answers(yaml.safe_load(
        'situation: {entered: yes, entries: [{place: x}]}\n'
        'family: [{whereabouts: mexico, travelling: no}, {whereabouts: mexico, travelling: yes}, {whereabouts: mexico, travelling: unknown}]\n'
        'tellings: [{wants_declaration: yes, reads_told_language: no, fear: {torture: no, mexico: yes}, events: [{kind: harm, reported: no}]}]\n'))
    told = case.tellings[0]
    assert len(case.place.entries) == 1
    assert [person.travelling for person in case.people[1:]] == ['no', 'yes', 'unknown']
    assert (told.wants_declaration, told.reads_told_language, told.fear.torture, told.fear.mexico) == ('yes', 'no', 'no', 'yes')
    assert told.events[0].reported == 'no'


def test_each_telling_belongs_to_its_person() -> None:
    case = read(family=[{'relation': 'spouse'}], tellings=[{'person': 'applicant'}, {'person': 'family_0'}, {'person': 'nobody'}])
    assert [told.person for told in case.tellings] == ['applicant', 'family_0', 'applicant']


def test_a_text_is_kept_to_the_last_character() -> None:
    typed = '  ¿Qué?\r\n\t«ñ» {{7*7}} ${7*7} <b>\ud800 \x00 👩‍👧  '
    assert event(kind='harm', what=typed, why=typed).what == typed
    assert read(applicant={'given_names': typed}).people[0].given_names == typed


def key_names(found: Mapping[str, Any]) -> set[str]:
    return set(found) | {name for value in found.values() for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)
                         for name in key_names(item)}


ONE_OF_EACH = {
    'user_language': '', 'best_language': '', 'preparing_for': '', 'danger_facts': [],
    'applicant': {'given_names': '', 'first_surname': '', 'other_names': '', 'birth': {}, 'nationality': '', 'nationality_other': '', 'papers': []},
    'family': [{'relation': '', 'whereabouts': '', 'travelling': ''}],
    'situation': {'place': '', 'entered': '', 'entries': [{'when': {'year': 0, 'month': 0, 'day': 0, 'part': '', 'about': 0, 'words': ''},
                                                          'manner': ''}], 'us_papers': [], 'interview_status': ''},
    'tellings': [{'person': '', 'background': '', 'events': [{**FULL_EVENT, 'kind': '', 'told': '', 'who_official': '', 'reported': '', 'proof': ''}],
                  'moved': '', 'moves': [{'start': {}, 'end': {}, 'after': ''}], 'left_when': {}, 'other_countries': '',
                  'countries': [{'country': '', 'status': '', 'what_happened': ''}],
                  'fear': {'torture': '', 'torture_officials': '', 'children': '', 'mexico': '', 'mexico_what': ''},
                  'practice': {}, 'wants_declaration': '', 'told_language': '', 'translations': {}}],
}
CODES = ['yes', 'no', 'unknown', 'harm', 'report', 'written', 'aloud', 'skip', 'official', 'who', 'left', 'officials', 'es', 'en', 'xx', 'other',
         'Mexico', 'applicant', 'family_0', 'with_me', 'son', 'have', 'asked', 'custody', '{text}']
KEYS = sorted(key_names(ONE_OF_EACH))
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(CODES) | st.binary(max_size=4) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=6),
    max_leaves=20)


def shaped(like: Any) -> st.SearchStrategy[Any]:
    """Answers of the right shape in which any part may be junk."""
    if isinstance(like, dict) and like:
        return st.fixed_dictionaries({}, optional={key: shaped(value) for key, value in like.items()}) | junk
    if isinstance(like, list) and like:
        return st.lists(shaped(like[0]), max_size=2) | junk
    return junk


@given(shaped(ONE_OF_EACH).filter(lambda answers: isinstance(answers, dict)))
def test_junk_is_read_and_told_without_an_error(answers: Any) -> None:
    case = case_from_answers(answers)
    assert case.people[0].key == 'applicant'
    for told in case.tellings:
        for language in ('es', 'en'):
            declaration_sections(case, told, language)
            assert all(hint.question for event in told.events for hint in hints(event, language))
