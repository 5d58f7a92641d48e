"""Every screen of the interview is asked in some walk or opened by some link, and each can be left."""
from typing import Any

import pytest
from interviews.walks import CASES, session_at_papers, walked

from docassemble.immdef_selfhelp.documents.court import filing_packet
from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.outcome import papers_of, type_english
from docassemble.immdef_selfhelp.walk.posting import CONTINUE
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '00_every_screen'
IN_COURT = '09_july_protester_released'
SHOWN = ('fields', 'multiple_choice', 'settrue', 'deadend')


def screens_of_the_interview() -> set[str]:
    """The ids of all blocks that show a screen."""
    Session()
    from docassemble.base.interview_cache import get_interview

    from docassemble.immdef_selfhelp.names import INTERVIEW
    from docassemble.immdef_selfhelp.walk.engine import engine_globals
    with engine_globals():
        return {question.id for question in get_interview(INTERVIEW).all_questions
                if getattr(question, 'question_type', '') in SHOWN and hasattr(question, 'content')}


# Who sits with the family: asked by a link of the home screen, and answered (tests/server/test_reviewing.py)
ANSWERED_BY_A_LINK = {'beside_interpreter': 'beside.interpreter.name', 'beside_drafter': 'beside.drafter.name'}
# These come only where papers go to a court
OF_THE_COURT = ('no_filing', 'address_form')


def opened_by_links() -> dict[str, tuple[str, dict[str, Any]]]:
    """Screens that only a link opens, and the link."""
    paper = {'document': 'declaration', 'person': 'applicant', 'language': 'es'}
    return {'pause': ('pause', {}), 'stop_today': ('stop_today', {}), 'say_aloud': ('say_aloud', {}),
            'erase': ('erase', {}), 'my_answers': ('my_answers', {}), 'my_forms': ('my_forms', {}),
            'see_situation': ('see_situation', {}), 'ask_remove': ('ask_remove', {'list': 'family', 'number': 0}),
            'ask_remove_whole': ('ask_remove_whole', {'what': 'custody'}),
            'custody_stop': ('custody_conditions.stop_read', {}), 'official_form': ('official_form', {'person': 'applicant'}),
            'address_form': ('address_form', {}),
            'preview': ('preview', paper), 'no_pdf': ('download', paper | {'format': 'pdf'}), 'translate': ('translate', {'person': 'applicant'}),
            'translation_page': ('tellings[0].translation_pages[0]', {}),
            'no_filing': ('download_filing', {'kind': 'filing', 'language': 'en', 'format': 'pdf'}),
            'rights_screen': ('rights', {'situation': 'home', 'screen': 'do'}), 'rights_papers': ('rights_papers', {}),
            'rights_no_pdf': ('rights_file', {'paper': 'wallet_card', 'language': 'es', 'format': 'pdf'})}


def test_every_screen_is_reached() -> None:
    reached = {step.screen.id for name in CASES for step in walked(name, 'es').steps} | set(opened_by_links()) | set(ANSWERED_BY_A_LINK)
    assert screens_of_the_interview() - reached == set()
    assert reached - screens_of_the_interview() == set()


@pytest.mark.parametrize('screen_id', opened_by_links())
def test_a_screen_opened_by_a_link_can_be_left(screen_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_pdf(_: list[bytes]) -> list[bytes]:
        raise render.PdfUnavailable

    monkeypatch.setattr(render, 'pdf_bytes', no_pdf)
    monkeypatch.setattr(filing_packet, 'pdf_bytes', no_pdf)
    session = session_at_papers(IN_COURT if screen_id in OF_THE_COURT else NAME)
    before = session.answers()
    if screen_id == 'translation_page':
        session.act('translate', person='applicant')
    action, arguments = opened_by_links()[screen_id]
    session.act(action, **arguments)
    opened = session.screen
    assert opened is not None and opened.id == screen_id
    session.reload()
    assert session.screen == opened, 'a page loaded again is the same page'
    if session.screen.continues:
        session.submit({session.screen.continues: True})
    else:
        session.submit({CONTINUE: 'continue'})
    if screen_id == 'translation_page':
        assert session.screen is not None and session.screen.id == 'translate', 'the list of pages stands there again'
        session.submit({CONTINUE: 'continue'})
    assert session.screen is not None and session.screen.id == 'packet'
    after = session.answers()
    for answers in (before, after):
        for telling in answers['tellings']:
            telling.pop('translations', None)
            telling.pop('translation_pages', None)
    assert after == before


def test_erasing_everything_ends_the_session() -> None:
    session = session_at_papers(NAME)
    session.act('erase')
    assert session.screen is not None
    assert [button.leaves for button in session.screen.buttons] == ['exit_logout', 'continue']
    session.submit({CONTINUE: 'exit_logout'})
    assert session.screen is None and session.steps == 0


def test_who_does_not_agree_leaves_with_nothing_kept() -> None:
    session = Session()
    driver = Driver({'user_language': 'es', 'best_language': 'spanish', 'preparing_for': 'self', 'phone_safety': 'private', 'agreement': 'leave'})
    assert [step.screen.id for step in driver.walk(session)][-1] == 'agreement'
    assert session.screen is None


def test_the_english_of_every_paragraph_makes_the_english_declaration() -> None:
    session = session_at_papers(NAME)
    session.act('translate', person='applicant')
    assert session.screen is not None
    english: dict[str, str] = {}
    for link in [link for link in links_of(session.screen) if 'translation_pages' in link.action]:
        session.act(link.action)
        for entry in session.screen.entries:
            english[entry.variable.split("'")[1]] = f'English of {entry.label.partition("&")[0]}.'
        session.back()
    driver = Driver({'tellings': [{'person': 'applicant', 'translations': english}]})
    steps = list(type_english(session, driver, 'applicant'))
    assert steps[0].screen.id == 'translate' and {step.screen.id for step in steps[1:]} == {'translation_page'}
    papers = {paper.document: paper.text for paper in papers_of(session)}
    assert 'declaration_en' in papers
    for number in range(1, len(english) + 1):
        assert f'English of {number}.' in papers['declaration_en']
        assert f'English of {number}.' in papers['declaration_translation']
