"""The official form from the screen of the papers: refused with its reason, or handed out complete, read back from its pages."""
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from documents.forms.blanks import has_blank
from interviews.walks import LANGUAGES, session_at_papers

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
