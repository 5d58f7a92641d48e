"""What is still open in Form I-589: boxes, explanations, times without an address, Spanish where the form wants English."""
from datetime import date
from typing import Any

import pytest
from story.test_i589 import ON, case

from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.i589 import gate as gates
from docassemble.immdef_selfhelp.story.i589.box import HAND
from docassemble.immdef_selfhelp.story.i589.gate import Point, complete, gate, looks_spanish, required
from docassemble.immdef_selfhelp.story.i589.part_a_past import Gap, gaps
from docassemble.immdef_selfhelp.story.i589.whole import boxes
from docassemble.immdef_selfhelp.story.told.application_past import Home
from docassemble.immdef_selfhelp.story.told.basics import UNDATED, FuzzyDate


def points(told: Case, kind: str, on: date = ON) -> list[Point]:
    return [point for point in gate(told, 'applicant', on) if point.kind == kind]


def items(told: Case, kind: str) -> tuple[str, ...]:
    return tuple(item for point in points(told, kind) for item in point.items)


def test_required_boxes_come_from_the_rule_of_the_day() -> None:
    assert all(required(item, ON) for item in ('A.I.4', 'A.I.8.city', 'A.I.13.country', 'B.1.A', 'B.4', 'C.2.A', 'C.6'))
    assert not any(required(item, ON) for item in ('A.I.8.apartment', 'A.I.16', 'A.II.8', 'A.I.1', 'A.I.12x', 'D.name'))
    # Before the rule stood no empty box is said to be a reason for rejection
    assert not required('A.I.4', date(2026, 7, 27))


def test_a_form_nobody_filled_is_open_and_one_with_a_state_everywhere_is_not() -> None:
    assert 'A.I.8.street' in items(case(), gates.REQUIRED)
    assert 'B.1.race' in items(case(), gates.REQUIRED)
    assert 'A.I.16' in items(case(), gates.OPEN)
    assert 'A.I.16' not in items(case({'states': {'race': 'unknown'}}), gates.OPEN)
    assert not complete(gate(case(), 'applicant', ON))


def test_help_stays_open_and_is_named() -> None:
    told = case({'states': {'race': 'need_help'}, 'answers': {'C.3': 'need_help'}})
    assert items(told, gates.HELP) == ('A.I.16', 'C.3')
    assert 'A.I.16' not in items(told, gates.OPEN)


def test_a_yes_without_its_explanation_is_named() -> None:
    told = case({'answers': {'B.2': 'yes', 'C.6': 'yes', 'B.4': 'no'}, 'explanations': {'C.6': 'A ticket for driving.'}})
    assert items(told, gates.EXPLAIN) == ('B.2.explanation',)


def test_what_is_written_by_hand_and_what_stays_blank_is_said_of_every_form() -> None:
    assert items(case(), gates.BY_HAND) == ('D.signature', 'D.date')
    assert items(case({'prepared': 'yes'}), gates.BY_HAND) == ('D.signature', 'D.date', 'E.signature')
    assert items(case(), gates.BLANK) == ('F', 'G')
    assert items(case({'prepared': 'no'}), gates.PREPARER) == ()
    assert 'E.name' in items(case({'prepared': 'yes'}), gates.PREPARER)


# --- Spanish in an English box -----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('text', 'expected'), [
    ('Me golpearon porque fui a la marcha.', True), ('¿Quién sabe?', True), ('católica', True), ('Ama de casa', True),
    ('They hit me because I went to the march in La Paz.', False), ('See attached declaration.', False), ('Mam', False), ('Garífuna', False),
    ('Catholic', False), ('', False)])
def test_spanish_is_seen_and_names_are_left_alone(text: str, expected: bool) -> None:
    assert looks_spanish(text) is expected


def test_spanish_is_pointed_at_only_where_the_form_wants_english() -> None:
    told = case({'religion': 'católica', 'street': 'Calle de la Luz y del Sol', 'answers': {'C.6': 'yes'},
                 'explanations': {'C.6': 'Me pararon por la luz del carro.'}})
    assert items(told, gates.SPANISH) == ('A.I.17', 'C.6.explanation')
    english = case({'answers': {'C.6': 'yes'}, 'explanations': {'C.6': 'Me pararon por la luz.'}, 'in_english': {'C.6': 'I was stopped.'}})
    assert items(english, gates.SPANISH) == ()


# --- times without an address ------------------------------------------------------------------------------------------------------

def home(start: FuzzyDate, end: FuzzyDate = UNDATED) -> Home:
    return Home(start=start, end=end, until='' if end != UNDATED else 'now')


MAY, JUNE, MARCH = FuzzyDate(2024, 5), FuzzyDate(2024, 6), FuzzyDate(2025, 3)


@pytest.mark.parametrize(('told', 'expected'), [
    ((home(FuzzyDate(2010), MAY), home(JUNE)), ()),
    ((home(JUNE), home(FuzzyDate(2010), MAY)), ()),
    ((home(FuzzyDate(2010), MAY), home(MARCH)), (Gap(MAY, MARCH),)),
    ((home(FuzzyDate(2024)), ), (Gap(UNDATED, FuzzyDate(2024)),)),
    ((home(FuzzyDate(2010), MAY),), (Gap(MAY, UNDATED),)),
    ((home(FuzzyDate(2010), FuzzyDate(2024, 5, about=True)), home(JUNE)), ()),
    ((home(FuzzyDate(2010), FuzzyDate(2024)), home(FuzzyDate(2025))), ()),
    ((home(UNDATED, MAY), home(JUNE)), ()), ((), ()),
    ((home(FuzzyDate(2021, 2, 30), MAY), home(JUNE)), ())])
def test_a_gap_is_one_however_widely_the_dates_are_read(told: tuple[Home, ...], expected: tuple[Gap, ...]) -> None:
    assert gaps(told, ON) == expected


def test_a_gap_is_asked_about_until_the_person_says_it_is_so() -> None:
    form: dict[str, Any] = {'homes': [{'city': 'Oceanside', 'start': {'year': 2026}, 'until': 'now'}]}
    assert [point.gap for point in points(case(form), gates.HOMES_GAP)] == [Gap(UNDATED, FuzzyDate(2026))]
    assert points(case({**form, 'homes_gaps': 'yes'}), gates.HOMES_GAP) == []


def test_an_answer_about_one_year_that_the_dates_contradict_is_named() -> None:
    assert items(case({'answers': {'C.5': 'yes'}}), gates.ONE_YEAR) == ('C.5',)
    assert items(case({'answers': {'C.5': 'no'}}), gates.ONE_YEAR) == ()


def test_on_a_watched_phone_an_address_is_written_by_hand_and_blocks_nothing() -> None:
    form: dict[str, Any] = {
        'street': 'SECRETO', 'apartment': '', 'telephone': 'SECRETO', 'mail_same': 'no', 'mail_street': 'SECRETO', 'prepared': 'yes',
        'preparer': {'name': 'Nora', 'street': 'SECRETO', 'telephone': 'SECRETO'}, 'mother': {'where': 'SECRETO'}, 'father': {'dead': 'yes'},
        'other_children': 'yes', 'children': [{'key': '', 'given_names': 'Luz', 'in_us': 'no', 'where': 'SECRETO'}],
        'homes': [{'street': 'SECRETO', 'city': 'SECRETO', 'until': 'now'}, {'street': 'Calle de antes', 'until': 'ended'}],
        'went_to_school': 'yes', 'schools': [{'name': 'SECRETO', 'until': 'now'}], 'worked': 'yes', 'jobs': [{'employer': 'SECRETO', 'until': 'now'}]}
    told = case(form, phone_safety='watched')
    found, hand = boxes(told, 'applicant', ON), items(told, gates.BY_HAND)
    wanted = {'A.I.8.street', 'A.I.8.apartment', 'A.I.8.phone', 'A.I.9.street', 'A.I.9.phone', 'A.II.13.2.where', 'A.III.2.1.street',
              'A.III.5.mother.location', 'A.III.3.1.name', 'A.III.3.1.place', 'A.III.4.1.employer', 'E.street', 'E.apartment', 'E.phone'}
    assert wanted <= set(hand) and not wanted & {item for kind in (gates.REQUIRED, gates.OPEN, gates.PREPARER) for item in items(told, kind)}
    assert 'SECRETO' not in str(found) and found['A.III.2.2.street'].text == 'Calle de antes'
    assert found['A.III.5.father.location'].state == 'not_applicable' and 'A.III.2.1.country' not in hand
    assert not wanted & set(items(case(form, phone_safety='private'), gates.BY_HAND))
    untold = boxes(case({}, phone_safety='watched'), 'applicant', ON)
    assert untold['A.III.4.1.employer'].kind != untold['A.I.8.street'].kind == HAND, 'of work nobody was asked yet'
