"""The screen of the papers, by use, and the A-number that stands on them."""

import pytest
from bs4 import BeautifulSoup
from interviews.edited import answer, back_at_the_papers, open_link, text_of
from interviews.walks import case, session_at_papers, walked_with_pages

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.posting import CONTINUE, Refused
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '01_extortion_and_police'


def at_declaration() -> Session:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].wants_declaration')
    return session


@pytest.mark.parametrize('typed', ['A12', '1234567', 'A 12345678901', 'no tengo'])
def test_an_a_number_that_is_not_whole_is_asked_about_beside_its_field(typed: str) -> None:
    with pytest.raises(Refused, match='8 o 9 números') as refused:
        answer(at_declaration(), 'wants_declaration', wants_declaration='yes', a_number=typed)
    assert refused.value.field == 'tellings[0].a_number'


@pytest.mark.parametrize('typed', ['', 'A012-345-678', '12345678'])
def test_a_whole_a_number_or_none_is_taken(typed: str) -> None:
    session = at_declaration()
    answer(session, 'wants_declaration', wants_declaration='yes', a_number=typed)
    back_at_the_papers(session)
    assert text_of(session, 'declaration es').count(typed) == 1 or not typed


def test_who_wants_no_declaration_is_not_asked_for_a_number() -> None:
    session = at_declaration()
    answer(session, 'wants_declaration', wants_declaration='no')
    back_at_the_papers(session)


def test_the_papers_stand_by_use_and_the_other_language_is_folded() -> None:
    page = BeautifulSoup(walked_with_pages(NAME, 'es')[1].pages[-1], 'html.parser')
    uses = [heading.get_text() for heading in page.find_all('h2') if heading.get_text().startswith('Para')]
    assert uses == ['Para mí', 'Para quien cuida a los niños, y la escuela', 'Para los oficiales', 'Para el abogado o la abogada',
                    'Para la corte']
    cards = page.select('section.paper')
    assert len({card.h3.get_text() for card in cards if card.h3}) == len(cards) > 3
    for card in cards:
        folded = card.find('details')
        assert folded is None or [part.get_text() for part in folded.find_all('summary')] == ['Inglés']
    # Without a script too: a folded part is plain HTML, and its links are in the page
    assert page.select('section.paper details a[data-paper="docx"]')


@pytest.mark.parametrize('action', ['preview_here', 'download'])
def test_a_link_to_the_paper_of_somebody_erased_leads_back_to_the_papers(action: str) -> None:
    session = session_at_papers(NAME)
    session.act(action, document='declaration', person='family_9', language='es', format='docx')
    assert session.screen is not None and session.screen.id == 'packet'


def test_what_will_be_signed_is_read_whole_before_it_is_said_to_be_right() -> None:
    session = Session()
    for _ in Driver(case(NAME)['answers']).walk(session):
        if session.screen is not None and session.screen.id == 'everything_reviewed':
            break
    assert session.screen is not None
    link = next(link for link in links_of(session.screen) if link.action == 'preview')
    session.act(link.action, **link.arguments)
    assert session.screen is not None and session.screen.id == 'preview'
    assert 'Me subieron a 2,500 lempiras.' in BeautifulSoup(session.screen.subquestion, 'html.parser').get_text()
    session.submit({CONTINUE: 'continue'})
    assert session.screen.id == 'everything_reviewed'
