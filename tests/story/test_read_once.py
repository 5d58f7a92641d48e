"""Whether somebody can read: told of the best language in the screening, and of a paper where the paper is signed; asked once where both are one."""
import pytest

from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_of
from docassemble.immdef_selfhelp.story.reading import can_read, reads_easily


def told(*, best: str = 'spanish', easy: str = '', paper: str = '', custody: str = '', written: str = 'es', person: str = 'applicant') -> Case:
    wanted = {'wants_declaration': 'yes', 'told_language': written}
    return case_from_answers({
        'user_language': 'es', 'best_language': best, 'reads': easy, 'applicant': {'given_names': 'Ana'}, 'family': [{'given_names': 'Luis'}],
        'tellings': [{'person': person, **wanted, 'reads_told_language': paper}],
        'custody': {'person': 'applicant', **wanted, 'reads_told_language': custody}})


@pytest.mark.parametrize(('case', 'expected'), [
    (told(easy='yes'), 'yes'),
    (told(easy='some'), 'some'),
    (told(easy='no'), 'no'),
    (told(easy='unknown'), ''),
    (told(), ''),
    (told(best='mam', easy='yes'), ''),
    (told(best='mam', easy='some'), ''),
    (told(best='mam', easy='no'), 'no'),
    (told(best='english', easy='yes'), ''),
    (told(best='english', easy='yes', written='en'), 'yes'),
    (told(easy='no', paper='yes'), 'yes'),
    (told(custody='some'), 'some'),
    (told(best='mam', custody='some'), 'some'),
    (told(easy='yes', person='family_0'), ''),
    (told(custody='yes', person='family_0'), ''),
])
def test_what_was_told_of_reading_is_not_asked_again_of_a_declaration(case: Case, expected: str) -> None:
    assert can_read(case, case.tellings[0]) == expected


@pytest.mark.parametrize(('case', 'expected'), [
    (told(), ''),
    (told(easy='some', paper='yes'), 'some'),
    (told(paper='some'), 'some'),
    (told(custody='no'), 'no'),
    (told(best='mam', paper='yes'), 'yes'),
    (told(best='mam', paper='some'), ''),
    (told(easy='unknown', paper='no'), 'no'),
    (told(easy='unknown'), 'unknown'),
    (told(paper='no', person='family_0'), ''),
])
def test_what_was_told_of_a_declaration_is_not_asked_again_by_the_screening(case: Case, expected: str) -> None:
    assert reads_easily(case) == expected
    assert facts_of(case).needs.reads == (expected or 'unknown')
