"""An A-number has 8 or 9 digits, or is left empty."""
import pytest

from docassemble.immdef_selfhelp.story.a_number import is_complete
from docassemble.immdef_selfhelp.story.case import case_from_answers


@pytest.mark.parametrize('typed', ['', '  ', 'A12345678', 'A-123-456-789', 'a 123 456 789', '123456789', '12.345.678', 'A#12345678'])
def test_it_is_complete_or_empty(typed: str) -> None:
    assert is_complete(typed)


@pytest.mark.parametrize('typed', ['12-345', 'A1234567', 'A1234567890', 'no', 'A', 'B12345678', 'A12345678X'])
def test_it_is_asked_about(typed: str) -> None:
    assert not is_complete(typed)


def test_it_is_found_wherever_it_was_told_and_stays_with_the_adult_who_told_it() -> None:
    told = case_from_answers({
        'applicant': {'given_names': 'Ana'}, 'situation': {'place': 'released'}, 'court': {'has_case': 'yes'},
        'family': [{'given_names': 'Omar', 'relation': 'spouse'}, {'given_names': 'Luz', 'relation': 'daughter'}],
        'custody': {'held': {'person': 'family_1', 'a_number': 'A000 000 003'}}, 'filing': {'a_numbers': {'applicant': 'A000 000 009'}},
        'tellings': [{'person': 'applicant', 'application': {'a_number': 'A000 000 001'}},
                     {'person': 'family_0', 'wants_declaration': 'yes', 'a_number': 'A000 000 002'}]})
    assert told.a_number('applicant') == 'A000 000 001', 'that of her own form comes before that of the list for the court'
    assert told.a_number('family_0') == 'A000 000 002'
    assert told.a_number('family_1', 'applicant') == 'A000 000 003' and told.a_number('family_1', 'family_0') == '', 'nor on his what she told'
    assert told.a_number('family_0', 'applicant') == '', 'on her papers stands nothing that he told of his own case'
    assert told.a_number('nobody') == ''
