"""A filing follows who and what was erased: a number never passes to another person, and counted pages stay with their paper."""
import io
import shutil
import zipfile
from types import SimpleNamespace as Some
from typing import Any

import pytest
from interviews.walks import session_at_papers
from pdfminer.high_level import extract_text

from docassemble.immdef_selfhelp.walk.links import links_of

OFFICE = shutil.which('soffice') or shutil.which('libreoffice')


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


@pytest.mark.skipif(OFFICE is None, reason='LibreOffice is not installed')
def test_one_tap_on_the_screen_of_the_papers_makes_the_whole_filing() -> None:
    session = session_at_papers('09_july_protester_released')
    assert session.screen is not None
    links = [link for link in links_of(session.screen) if link.action == 'download_filing']
    assert [(link.arguments['language'], link.arguments['format']) for link in links] == [('en', 'pdf'), ('en', 'zip'), ('es', 'pdf'), ('es', 'zip')]
    session.act(links[0].action, **links[0].arguments)
    made = session.screen.file
    assert made is not None
    pages = extract_text(io.BytesIO(made)).split('\f')[:-1]
    assert 'Yanelis Ejemplo Quintana' in pages[0] and pages[1].strip().startswith('TABLE OF CONTENTS') and 'PROOF OF SERVICE' in pages[-1]
    session.back()
    session.act(links[1].action, **links[1].arguments)
    assert session.screen.file is not None
    names = zipfile.ZipFile(io.BytesIO(session.screen.file)).namelist()
    assert names[0] == '01-cover.pdf' and 'Ejemplo' not in ''.join(names)


@pytest.mark.parametrize('arguments', [{'kind': 'motion', 'language': 'en'}, {'kind': 'filing', 'language': 'fr'}, {'kind': '../x', 'language': 'x'}])
def test_a_filing_that_was_not_asked_for_leads_back_to_the_papers(arguments: dict[str, str]) -> None:
    session = session_at_papers('09_july_protester_released')
    session.act('download_filing', format='pdf', **arguments)
    assert session.screen is not None and session.screen.id == 'packet'
