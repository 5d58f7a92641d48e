"""The official form from the screen of the papers: refused with its reason, or handed out complete, read back from its pages."""
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from documents.forms.blanks import has_blank
from interviews.walks import LANGUAGES, session_at_papers
from pdfminer.high_level import extract_text

from docassemble.immdef_selfhelp.documents.forms import store
from docassemble.immdef_selfhelp.story.i589 import gate
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '09_july_protester_released'


def at_the_form(language: str = 'es') -> Session:
    """A session of the protester, standing at the screen of her official form."""
    session = session_at_papers(NAME, language)
    assert session.screen is not None
    link = next(link for link in links_of(session.screen) if link.action == 'official_form')
    session.act(link.action, **link.arguments)
    return session


@pytest.fixture
def blank(monkeypatch: pytest.MonkeyPatch) -> None:
    """The edition of which there is a blank here may be filed."""
    form, content = has_blank('i-589')
    monkeypatch.setattr(store, 'for_filling', lambda *_: (form, content))


@pytest.mark.parametrize('language', LANGUAGES)
def test_without_an_edition_of_today_the_reason_and_the_address_are_said(language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv('SELFHELP_FORMS', str(tmp_path))
    screen = at_the_form(language).screen
    assert screen is not None and screen.id == 'official_form'
    assert 'href="https://uscis.gov/i-589"' in screen.subquestion
    assert 'download' not in screen.subquestion
    assert {'es': 'hoja de trabajo', 'en': 'worksheet'}[language] in screen.subquestion


@pytest.mark.usefixtures('blank')
def test_what_is_still_open_comes_before_a_final_form() -> None:
    session = at_the_form()
    assert session.screen is not None and 'todavía no está completo' in session.screen.subquestion
    assert not [link for link in links_of(session.screen) if link.action == 'official_form_file']
    session.act('official_form_file', person='applicant', kind='print')
    assert session.screen is not None and session.screen.id == 'official_form' and session.screen.file is None, 'nor by an address'


@pytest.mark.usefixtures('blank')
def test_a_complete_form_is_given_to_print_and_to_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, 'complete', lambda _: True)
    session = at_the_form()
    assert session.screen is not None
    links: list[Any] = [link for link in links_of(session.screen) if link.action == 'official_form_file']
    assert [link.arguments['kind'] for link in links] == ['print', 'fill']
    for link in links:
        shown = session.glance(link.action, **link.arguments)
        assert shown is not None and shown.file is not None
        with pikepdf.open(BytesIO(shown.file)) as pdf:
            assert len(pdf.pages) >= 12
            assert ('/AcroForm' in pdf.Root and bool(pdf.Root.AcroForm.get('/Fields'))) is (link.arguments['kind'] == 'fill')


def test_nobody_elses_form_is_made_by_an_address() -> None:
    session = session_at_papers(NAME)
    session.act('official_form', person='family_0')
    assert session.screen is not None and session.screen.id == 'packet'


def at_the_address_form(language: str = 'es') -> Session:
    """A session of the protester, who moved, standing at the screen of Form EOIR-33/IC."""
    session = session_at_papers(NAME, language)
    assert session.screen is not None
    link = next(link for link in links_of(session.screen) if link.action == 'address_form')
    session.act(link.action, **link.arguments)
    assert session.screen is not None and session.screen.id == 'address_form'
    return session


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_superseded_address_form_is_refused_with_its_reason_and_what_to_tell_the_other_offices(
        language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv('SELFHELP_FORMS', str(tmp_path))
    session = at_the_address_form(language)
    assert session.screen is not None
    said = session.screen.subquestion
    assert 'justice.gov/eoir' in said and 'AR-11' in said and 'ICE' in said and '02/2026' in said
    assert not [link for link in links_of(session.screen) if link.action == 'address_form_file']
    session.act('address_form_file', person='applicant', kind='print')
    assert session.screen is not None and session.screen.id == 'address_form' and session.screen.file is None, 'nor by an address'


def test_the_address_form_of_each_person_of_the_case_is_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    form, content = has_blank('eoir-33-ic')
    monkeypatch.setattr(store, 'for_filling', lambda _, wanted, __: (form, content) if wanted.form == 'eoir-33-ic' else None)
    session = at_the_address_form()
    assert session.screen is not None
    links = [link for link in links_of(session.screen) if link.action == 'address_form_file']
    assert [(link.arguments['person'], link.arguments['kind']) for link in links] == [
        (person, kind) for person in ('applicant', 'family_0') for kind in ('print', 'fill')]
    shown = session.glance('address_form_file', person='family_0', kind='print')
    assert shown is not None and shown.file is not None and 'Ejemplo Quintana, Leo' in extract_text(BytesIO(shown.file))
    session.act('address_form_file', person='family_1', kind='print')
    assert session.screen.file is None, 'who is not on the notice has no form'
