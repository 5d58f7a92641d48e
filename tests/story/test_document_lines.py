"""The lines of papers and proof: from what was told, each with a key and a letter of its own."""
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.document_lines import groups_of, letter, lines_of, moved_key, with_letters

ON = date(2026, 11, 28)
EVENT = {'kind': 'harm', 'told': 'written', 'what': 'x', 'proof': 'have', 'proof_what': 'una foto'}


def case_with(*events: dict[str, Any], **more: Any) -> Case:
    return case_from_answers({'applicant': {'given_names': 'Ana', 'birth': {'year': 1990}}, 'tellings': [{'events': list(events)}], **more})


def keys(case: Case) -> list[str]:
    return [line.key for line in lines_of(case, ON)]


def test_the_lines_come_from_people_events_officers_and_by_hand() -> None:
    child = {'given_names': 'Leo', 'relation': 'son', 'birth': {'year': 2018}, 'whereabouts': 'with_me', 'papers': ['birth_certificate_copy']}
    case = case_with({**EVENT, 'care': 'una clínica', 'reported': 'yes'}, family=[child], situation={
        'place': 'released', 'us_papers': ['i94']}, documents={'added': [{'what': 'una carta', 'person': 'family'}]})
    assert keys(case) == [
        'applicant_birth_record', 'applicant_national_id', 'applicant_passport', 'family_0_birth_record', 'family_0_passport', 'family_0_bond',
        'us_i94',
        'applicant_event_0_proof', 'applicant_event_0_care', 'applicant_event_0_report', 'added_0']
    known = {line.key: line.known for line in lines_of(case, ON)}
    assert (known['family_0_birth_record'], known['us_i94'], known['applicant_event_0_proof'], known['added_0']) == ('photo', 'have', 'have', '')


@pytest.mark.parametrize('told', [{'told': 'aloud'}, {'told': 'skip'}, {'proof': 'none'}, {'proof': 'unknown'}, {'proof': ''}])
def test_what_was_not_told_makes_no_line(told: dict[str, str]) -> None:
    assert not [key for key in keys(case_with({**EVENT, **told})) if 'event' in key]


def test_lines_asked_together() -> None:
    assert {group: len(lines) for group, lines in groups_of(lines_of(case_with(EVENT, {**EVENT, 'care': 'sí'}), ON)).items()} == {
        'applicant': 3, 'applicant_event_0': 1, 'applicant_event_1': 2}


def test_letters_after_z() -> None:
    assert [letter(number) for number in (1, 26, 27, 52, 53, 702, 703)] == ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']


def test_a_line_keeps_its_letter_when_another_goes_and_no_letter_is_given_twice() -> None:
    """Acceptance point 10: the letter on a copy that lies in a folder stays right."""
    first, last = with_letters(lines_of(case_with(EVENT, EVENT, EVENT), ON), {}, 0)
    assert (first['applicant_event_1_proof'], first['applicant_event_2_proof']) == ('E', 'F')
    kept = {moved: given for key, given in first.items() if (moved := moved_key(key, 'applicant_event', 1))}
    again, _ = with_letters(lines_of(case_with(EVENT, EVENT, EVENT), ON), kept, last)
    assert again['applicant_event_1_proof'] == 'F', 'the third event is the second now, and has its letter'
    assert again['applicant_event_2_proof'] == 'G', 'a new event gets a new letter, not that of the erased one'


@pytest.mark.parametrize(('key', 'what', 'gone', 'moved'), [
    ('family_0_passport', 'family', 0, ''), ('family_1_passport', 'family', 0, 'family_0_passport'),
    ('family_0_passport', 'family', 1, 'family_0_passport'),
    ('family_2_event_3_proof', 'family', 1, 'family_1_event_3_proof'), ('family_10_bond', 'family', 1, 'family_9_bond'),
    ('family_1_event_10_care', 'family_1_event', 2, 'family_1_event_9_care'), ('applicant_event_0_proof', 'family', 0, 'applicant_event_0_proof'),
    ('added_1', 'added', 0, 'added_0'), ('added_0', 'added', 0, ''), ('family_1', 'family', 0, 'family_0'), ('family', 'family', 0, 'family')])
def test_keys_follow_what_was_erased(key: str, what: str, gone: int, moved: str) -> None:
    assert moved_key(key, what, gone) == moved
