"""The legal sentences of the worksheet of Form I-589: how it is mailed to USCIS stands there only for a family with no case in court."""
from datetime import date

import pytest

from docassemble.immdef_selfhelp.documents.papers.i589_worksheet import law_of, worksheet_context
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers

ON = date(2026, 11, 29)


def case(has_case: str) -> Case:
    return case_from_answers({
        'applicant': {'given_names': 'Ana', 'first_surname': 'Ejemplo', 'nationality': 'Honduras'},
        'situation': {'place': 'released', 'entered': 'yes'},
        'court': {'has_case': has_case}, 'tellings': [{'person': 'applicant', 'told_language': 'es', 'application': {'race': 'Garífuna'}}]})


@pytest.mark.parametrize(('has_case', 'mailed'), [('yes', False), ('unknown', False), ('no', True), ('', True)])
def test_the_mail_to_uscis_is_told_only_without_a_case_in_court(has_case: str, mailed: bool) -> None:
    told = case(has_case)
    assert told.court.has_case == has_case
    assert {'i589_where', 'i589_signature'} <= set(law_of(told))
    rules = ' '.join(worksheet_context(told, told.tellings[0], 'en', ON)['rules'])
    for words in ('P.O. Box 6893', '60603-5517', 'G-1450', 'one copy of the evidence'):
        assert (words in rules) is mailed
