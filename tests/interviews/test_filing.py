"""A filing follows who and what was erased: a number never passes to another person, and counted pages stay with their paper."""
from types import SimpleNamespace as Some
from typing import Any


def filing() -> Any:
    """A filing with numbers and pages of two members of the family and two added papers."""
    on_notice = Some(elements={'family_0': True, 'family_1': False})
    return Some(a_numbers=Some(elements={'applicant': '1', 'family_0': '2', 'family_1': '3'}), on_notice=on_notice,
                pages=Some(elements={'family_1_passport': '4', 'added_0': '5', 'added_1': '6', 'applicant_event_1_proof': '7'}))


def test_an_a_number_goes_with_its_person() -> None:
    from docassemble.immdef_selfhelp.interview.erasing import follow_filing
    told = filing()
    follow_filing(told, [], 'family', 0)
    assert told.a_numbers.elements == {'applicant': '1', 'family_0': '3'}
    assert told.on_notice.elements == {'family_0': False}
    assert told.pages.elements['family_0_passport'] == '4' and told.pages.elements['added_0'] == '5'


def test_counted_pages_go_with_their_paper() -> None:
    from docassemble.immdef_selfhelp.interview.erasing import follow_filing
    told = filing()
    follow_filing(told, [], 'documents.added', 0)
    assert told.pages.elements['added_0'] == '6' and 'added_1' not in told.pages.elements
    follow_filing(told, [Some(person='applicant', instanceName='tellings[0]')], 'tellings[0].events', 0)
    assert told.pages.elements['applicant_event_0_proof'] == '7'


def test_what_hangs_on_nothing_stays() -> None:
    from docassemble.immdef_selfhelp.interview.erasing import follow_filing
    told = filing()
    follow_filing(told, [], 'situation.entries', 0)
    assert told == filing()
