"""What was told in one task is not asked again in another: it is known there, or shown, or stands in the box to be kept or changed."""
import re
from types import SimpleNamespace
from typing import Any

import pytest
from interviews.walks import case, walked

from docassemble.immdef_selfhelp.law.facts.marks import marks_by_id
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.told.basics import UNDATED
from docassemble.immdef_selfhelp.walk.engine import start

start()

from docassemble.immdef_selfhelp.interview import begun_boxes, told_marked  # noqa: E402
from docassemble.immdef_selfhelp.interview.fields import with_defaults  # noqa: E402
from docassemble.immdef_selfhelp.interview.lists import list_groups  # noqa: E402

SHOWN = 'Usted ya contó esto'
FAMILY: dict[str, Any] = {'user_language': 'es', 'applicant': {'given_names': 'Ana', 'birth': {'year': 1990}}, 'family': [{'given_names': 'Luis'}]}


def of(monkeypatch: pytest.MonkeyPatch, **answers: Any) -> Case:
    """A case that the screens stand on."""
    found = case_from_answers(FAMILY | answers)
    for module in (begun_boxes, told_marked):
        monkeypatch.setattr(module, 'case_now', lambda: found)
    monkeypatch.setattr(told_marked, 'get_language', lambda: 'es')
    return found


@pytest.mark.parametrize('name', ['04_mam_negative_interview', '10_aunt_and_niece'])
def test_who_said_how_easy_reading_is_is_not_asked_again_for_the_declaration(name: str) -> None:
    steps = walked(name, 'es').steps
    ids = [step.screen.id for step in steps]
    assert 'reading' in ids and 'interpreter' in ids and 'reads_told_language' not in ids
    (shown,) = (step.screen.subquestion for step in steps if step.screen.id == 'interpreter')
    said = {'no': 'No', 'some': 'Un poco'}[case(name)['answers']['reads']]
    assert SHOWN in shown and re.search(rf'<dd>{said} <a href="[^"]+" class="change">', shown), shown


def test_who_reads_another_language_easily_is_asked_of_this_one_with_what_was_told() -> None:
    shown = [step.screen.subquestion for step in walked('18_police_husband_watched_phone', 'es').steps if step.screen.id == 'reads_told_language']
    assert len(shown) == 1 and SHOWN in shown[0]


LISTED: dict[str, tuple[str, dict[str, Any]]] = {'held': ('danger_facts', {'situation': {'place': 'custody'}}),
          'removal_order': ('danger_facts', {'situation': {'entered': 'yes', 'entries': [{'outcome': 'removal_order'}]}}),
          'missed_court': ('danger_facts', {'situation': {'place': 'released'}, 'court': {'has_case': 'yes', 'missed_hearing': 'yes'}}),
          'child_alone': ('danger_facts', {'applicant': {'birth': {'year': 2015}, 'with_parent': 'no'}}),
          'third_country_status': ('danger_facts', {'tellings': [{'person': 'applicant', 'other_countries': 'yes',
                                                                  'countries': [{'status': 'had'}]}]}),
          'pregnant': ('circumstances', {'health': {'needs': [{'who': 'applicant', 'kind': 'pregnancy'}]}}),
          'medical': ('circumstances', {'health': {'medicines': [{'who': 'applicant', 'name': 'Salbutamol'}]}}),
          'disability': ('special_care', {'health': {'needs': [{'who': 'applicant', 'kind': 'disability'}]}}),
          'notes_wrong': ('circumstances', {'tellings': [{'person': 'applicant', 'corrections': 'La fecha era otra.'}]})}


@pytest.mark.parametrize('mark', sorted(LISTED))
def test_a_list_says_what_was_told_already(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, answers = LISTED[mark]
    asked = marks_by_id()[mark].ask

    def notes() -> str:
        return ''.join(told_marked.list_told_before(name, number) for number in range(len(list_groups(name))))

    of(monkeypatch)
    assert notes() == ''
    of(monkeypatch, **answers)
    assert any(words in notes() for words in asked.values())


def test_every_mark_that_other_answers_tell_is_tried_here() -> None:
    assert set(LISTED) == set(told_marked.TOLD_ELSEWHERE)


def test_an_arrest_that_was_marked_is_shown_where_an_accusation_abroad_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    of(monkeypatch, danger_facts=['arrest'])
    shown = [told_marked.list_told_before('circumstances', number) for number in range(4)]
    assert [number for number, text in enumerate(shown) if text] == [1]
    assert any(words in shown[1] for words in marks_by_id()['arrest'].ask.values())


FORM = {'tellings': [{'person': 'applicant', 'community': 'Fui catequista.', 'events': [{'kind': 'harm', 'what': 'Me quemaron el puesto.'}],
                      'fear': {'what': 'Que me maten.', 'torture': 'yes', 'torture_officials': 'La policía del barrio.'}},
                     {'person': 'family_0'}],
        'danger_facts': ['arrest', 'asylum_denied', 'armed_role', 'third_country_status', 'ten_months'], 'circumstances': {'returned': 'yes'}}


@pytest.mark.parametrize(('question', 'said'), [
    ('B.1.A', 'Me quemaron'), ('B.1.B', 'Que me maten'), ('B.2', 'arrest'), ('B.3.A', 'Fui catequista'), ('B.4', 'del barrio'),
    ('C.1', 'asylum_denied'), ('C.2.B', 'third_country_status'), ('C.4', 'returned'), ('C.5', 'ten_months'), ('C.6', 'arrest'),
])
def test_the_form_shows_what_was_told_and_answers_nothing(question: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    of(monkeypatch, **FORM)
    words = tuple(marks_by_id()[said].ask.values()) if said in marks_by_id() else (said,)
    assert any(one in told_marked.question_told_before('applicant', question) for one in words)
    assert told_marked.question_told_before('family_0', question) == '', 'what the applicant marked or wrote is not for another adult'


def test_what_another_adult_must_not_read_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {'health': {'needs': [{'who': 'applicant', 'kind': 'pregnancy'}]}, 'circumstances': {'afraid_of_family': 'yes'}}
    of(monkeypatch, **told)
    assert told_marked.list_told_before('circumstances', 0)
    of(monkeypatch, **told, tellings=[{'person': 'applicant'}, {'person': 'family_0'}])
    assert told_marked.list_told_before('circumstances', 0) == ''


BEGUN = [
    ('language', 'en', {'tellings': [{'person': 'applicant', 'told_language': 'en'}]}),
    ('language', 'en', {'advocacy': {'written': 'en'}}),
    ('home', '12 Ejemplo St, San Diego, CA 92101', {'situation': {'place': 'released'}, 'tellings': [{'person': 'applicant', 'application': {
        'street': '12 Ejemplo St', 'city': 'San Diego', 'state': 'CA', 'zip': '92101'}}]}),
    ('held_person', 'family_0', {'advocacy': {'held_by': 'ice', 'held': ['family_0']}}),
    ('held_by', 'ice', {'advocacy': {'held_by': 'ice'}}),
    ('held_by', '', {'advocacy': {'held_by': 'cbp'}}),
    ('held_place_name', 'Otay', {'advocacy': {'held_by': 'ice', 'held_place': 'Otay'}}),
    ('held_place', 'detention_otay_mesa', {'advocacy': {'held_by': 'ice', 'held_at': 'detention_otay_mesa'}}),
    ('holder', 'cbp', {'custody': {'held': {'person': 'applicant', 'by': 'port'}}}),
    ('held_person', 'nobody', {'advocacy': {'held_by': 'nobody'}}),
    ('facility', 'detention_adelanto', {'custody': {'held': {'person': 'applicant', 'place': 'detention_adelanto'}}}),
    ('place_of_the_held', 'Adelanto', {'custody': {'held': {'person': 'applicant', 'place_name': 'Adelanto'}}}),
    ('trusted_name', 'Tía Rosa', {'trusted': {'contacts': [{'name': 'Tía Rosa', 'telephone': '555'}]}}),
    ('trusted_telephone', '555', {'trusted': {'contacts': [{'name': 'Tía Rosa', 'telephone': '555'}]}}),
    ('late', 'No sabía.', {'situation': {'place': 'released'}, 'court': {'has_case': 'yes'}, 'filing': {'what': ['application'],
                                                                                                      'late_words': 'No sabía.'}}),
]


@pytest.mark.parametrize(('what', 'expected', 'answers'), BEGUN)
def test_a_box_begins_with_what_another_task_was_told(what: str, expected: str, answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    of(monkeypatch)
    assert begun_boxes.told_for(what) == ''
    of(monkeypatch, **answers)
    assert begun_boxes.told_for(what) == expected


def test_every_box_that_begins_so_is_tried_here() -> None:
    assert {what for what, _, _ in BEGUN} == set(begun_boxes.FOUND)


def test_the_address_of_somebody_else_begins_no_box(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {'kind': 'officer_file', 'address': '12 Ejemplo St'}
    for person, expected in (('family_0', ''), ('applicant', '12 Ejemplo St')):
        of(monkeypatch, documents={'wants_letters': 'yes', 'requests': [{**asked, 'person': person}]})
        assert begun_boxes.told_for('home') == expected


DAY = {'month': '5', 'day': 3, 'year': 2026, 'about': 'yes', 'words': 'como el día de la Cruz'}
SINCE = [('custody', {'custody': {'held': {'person': 'applicant', 'start': DAY}}}), ('advocacy', {'advocacy': {'held_by': 'ice', 'held_since': DAY}})]


@pytest.mark.parametrize(('task', 'answers'), SINCE)
def test_the_day_since_when_somebody_is_held_is_begun_as_told(task: str, answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """With its "about" and its words: the box never makes a day surer than it was told."""
    boxes = [{'field': f'advocacy.held_since.{part}'} for part in ('day', 'month', 'year', 'exactness', 'words')]
    of(monkeypatch)
    assert with_defaults(boxes, begun_boxes.held_since(task)) == boxes
    of(monkeypatch, **answers)
    begun = with_defaults(boxes, begun_boxes.held_since(task))
    assert [field['default'] for field in begun] == ['3', '5', '2026', 'about', 'como el día de la Cruz']
    others = next(other for other, _ in SINCE if other != task)
    assert begun_boxes.held_since(others) == UNDATED, 'each task reads the other one, never itself'


def test_the_allergies_of_a_child_begin_with_what_a_nurse_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    luis, needs = SimpleNamespace(instanceName='family[0]'), [
        {'who': 'family_0', 'kind': 'allergy', 'what': ' penicilina '}, {'who': 'family_0', 'kind': 'allergy', 'what': 'nuez'},
        {'who': 'family_0', 'kind': 'disability', 'what': 'no oye'}, {'who': 'applicant', 'kind': 'allergy', 'what': 'polvo'}]
    of(monkeypatch)
    assert begun_boxes.allergies_told(luis) == ''
    of(monkeypatch, health={'needs': needs})
    assert begun_boxes.allergies_told(luis) == 'penicilina, nuez'
    of(monkeypatch, health={'needs': needs}, danger_facts=['watched'], circumstances={'afraid_of_family': 'yes'},
       tellings=[{'person': 'applicant'}, {'person': 'family_0'}])
    assert begun_boxes.allergies_told(luis) == '', 'somebody who reads along must not know of health'


def test_the_parents_of_the_applicant_are_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a form from a letter to a registry, and the other way round; never those of anybody else."""
    form = SimpleNamespace(instanceName='tellings[0].application.mother')
    child, other = SimpleNamespace(instanceName='tellings[1].application.mother'), SimpleNamespace(instanceName='tellings[0].application.spouse')
    registry = [{'person': 'family_0', 'mother': 'Ana'},
                {'person': 'applicant', 'paper': 'another', 'paper_of': 'su abuela', 'mother': 'Petra', 'father': 'Pedro'},
                {'person': 'applicant', 'mother': 'Rosa', 'father': 'Juan'}]
    of(monkeypatch)
    assert begun_boxes.parent_told(form) == ''
    of(monkeypatch, documents={'wants_letters': 'yes', 'requests': [{'kind': 'registry', **one} for one in registry]})
    assert begun_boxes.parent_told(form) == 'Rosa'
    assert begun_boxes.parent_told(SimpleNamespace(instanceName='tellings[0].application.father')) == 'Juan'
    assert begun_boxes.parent_told(child) == begun_boxes.parent_told(other) == ''
    of(monkeypatch, situation={'place': 'released'}, court={'has_case': 'yes'}, tellings=[
        {'person': 'applicant', 'application': {'mother': {'name': 'Rosa'}, 'father': {'name': 'Juan'}}}])
    own, of_child = SimpleNamespace(person='applicant'), SimpleNamespace(person='family_0')
    assert [begun_boxes.parent_on_form(own, which) for which in ('mother', 'father')] == ['Rosa', 'Juan']
    of_grandmother = SimpleNamespace(person='applicant', paper='another', paper_of='su abuela')
    assert begun_boxes.parent_on_form(of_child, 'mother') == begun_boxes.parent_on_form(of_grandmother, 'mother') == ''
    folded_away = SimpleNamespace(person='applicant', paper='birth_record', paper_of='su abuela')
    assert begun_boxes.parent_on_form(folded_away, 'mother') == 'Rosa'
    assert begun_boxes.parent_on_form(of_child, 'father') == begun_boxes.parent_on_form(SimpleNamespace(), 'mother') == ''
