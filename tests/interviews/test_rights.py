"""Know my rights on the phone: two taps from home, three short screens, one sentence in both languages, a quiz that keeps nothing."""
import re

import brotli
import pytest
from bs4 import BeautifulSoup
from interviews.pages import PageSession, spanish_words
from interviews.test_weight import QUESTION
from interviews.walks import LANGUAGES, case

from docassemble.immdef_selfhelp.documents.making import render
from docassemble.immdef_selfhelp.law.provisions import citations, dated, rights
from docassemble.immdef_selfhelp.law.provisions.rights import AFTER, DO, SAY
from docassemble.immdef_selfhelp.server.run.settings import PAGE_LEVEL
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.links import Link, links_of
from docassemble.immdef_selfhelp.walk.posting import CONTINUE

NAME = '12_drought_and_debt'
ANSWERS = 3
type Key = tuple[str, str, str]


def at_home(language: str) -> PageSession:
    """A session that has just begun: the home screen, before anything about the family was told."""
    spanish_words()
    session = PageSession()
    driver = Driver(case(NAME)['answers'], language)
    while session.screen is not None and session.screen.id != 'home':
        driver.answer(session)
    return session


def links(session: PageSession, action: str) -> list[Link]:
    assert session.screen is not None
    return [link for link in links_of(session.screen) if link.action == action]


def text_of(page: str) -> str:
    return ' '.join(BeautifulSoup(page, 'html.parser').get_text(' ').split())


@pytest.fixture(scope='module')
def pages() -> dict[Key, str]:
    """Every screen of every situation as HTML, by language, situation and screen, opened as a family does: link after link."""
    found: dict[Key, str] = {}
    for language in LANGUAGES:
        session = at_home(language)
        session.submit({'task': 'know_your_rights'})
        for first in links(session, 'rights'):
            session.act(first.action, **first.arguments)
            for screen in (DO, SAY, AFTER, 'quiz'):
                assert session.screen is not None and session.screen.id == 'rights_screen'
                found[language, first.arguments['situation'], screen] = session.pages[-1]
                if following := links(session, 'rights'):
                    session.act(following[0].action, **following[0].arguments)
            session.submit({CONTINUE: 'continue'})
            assert session.screen is not None and session.screen.id == 'know_your_rights'
    return found


EVERY = [(language, name) for language in LANGUAGES for name in rights.SITUATIONS]


@pytest.mark.parametrize('language', LANGUAGES)
def test_two_taps_from_home_to_the_situation_before_anything_is_told(language: str) -> None:
    session = at_home(language)
    told = session.answers()
    session.submit({'task': 'know_your_rights'})
    assert session.screen is not None and session.screen.id == 'know_your_rights' and not session.screen.entries
    found = links(session, 'rights')
    assert [link.arguments['situation'] for link in found] == list(rights.SITUATIONS)
    assert [link.text for link in found] == [one.title[language] for one in rights.situations().values()]
    session.act(found[2].action, **found[2].arguments)
    assert session.screen is not None and session.screen.question.strip() == rights.situations()['home'].title[language]
    assert session.answers() == told


@pytest.mark.parametrize(('language', 'situation'), EVERY)
def test_the_phone_says_what_the_data_says(pages: dict[Key, str], language: str, situation: str) -> None:
    """The texts of a screen are those of its ids, so that a slide with the same ids says the same."""
    from docassemble.immdef_selfhelp.interview.answers import today_here
    for screen in rights.SCREENS:
        said = text_of(pages[language, situation, screen])
        for passage in rights.passages(situation, screen, language, today_here()):
            assert ' '.join(passage.text.split()) in said, passage.id


@pytest.mark.parametrize(('language', 'situation'), EVERY)
def test_the_sentence_stands_in_both_languages_and_each_is_marked(pages: dict[Key, str], language: str, situation: str) -> None:
    shown = BeautifulSoup(pages[language, situation, SAY], 'html.parser').select('.say p')
    say = rights.situations()[situation].say
    assert [(one['lang'], one.get_text()) for one in shown] == [('en', say['en']), ('es', say['es'])]


@pytest.mark.parametrize(('language', 'situation'), EVERY)
def test_each_answer_of_the_quiz_explains_in_place(pages: dict[Key, str], language: str, situation: str) -> None:
    page = BeautifulSoup(pages[language, situation, 'quiz'], 'html.parser')
    questions = page.select('section.question')
    assert len(questions) == len(rights.quiz()[situation])
    for question, item in zip(questions, rights.quiz()[situation], strict=True):
        answers = {one.summary.get_text(): one.p.get_text() for one in question.select('details.answer') if one.summary and one.p}
        assert len(answers) == ANSWERS
        assert item.why_right[language] in answers[item.right[language]] and item.why_wrong[language] in answers[item.wrong[language]]
        not_known = next(why for said, why in answers.items() if said not in (item.right[language], item.wrong[language]))
        assert item.why_right[language] in not_known and 'Mejor no' not in not_known and 'Better not' not in not_known
        # Nothing is sent by opening an answer: no link, no field, no button
        assert question.select('a, input, button, form, script') == []


def test_which_answer_fits_is_not_seen_from_its_place(pages: dict[Key, str]) -> None:
    firsts = [question.summary.get_text() == item.right['es'] for name in rights.SITUATIONS
              for question, item in zip(BeautifulSoup(pages['es', name, 'quiz'], 'html.parser').select('section.question'), rights.quiz()[name],
                                        strict=True) if question.summary]
    assert firsts.count(True) == firsts.count(False)


@pytest.mark.parametrize(('language', 'situation'), EVERY)
def test_no_screen_is_heavy_and_each_says_where_it_comes_from(pages: dict[Key, str], language: str, situation: str) -> None:
    for screen in (*rights.SCREENS, 'quiz'):
        page = pages[language, situation, screen]
        assert len(brotli.compress(page.encode(), quality=PAGE_LEVEL)) < QUESTION
        sources = BeautifulSoup(page, 'html.parser').select('details:not(.answer, .menu)')[-1].find_all('li')
        behind = rights.situations()[situation].provisions(screen) if screen in rights.SCREENS else rights.quiz()[situation][0].rests_on
        assert all(any(citations.in_language(dated.provision(name).citation, language) in source.get_text() for source in sources) for name in behind)
        assert all(re.search(r'(revisado el|checked on) .*20\d\d', source.get_text()) for source in sources)


def test_the_two_papers_are_drawn_at_home_and_fetch_nothing(pages: dict[Key, str]) -> None:
    page = BeautifulSoup(pages['es', 'home', DO], 'html.parser')
    drawn = page.select('.told-apart')
    assert [one.h3.get_text() for one in drawn if one.h3] == ['Orden de un juez', 'Papel de ICE']
    assert [one.svg['aria-label'] for one in drawn if one.svg] == ['Orden de un juez', 'Papel de ICE']
    assert all(len(one.select('ol li')) == len(one.select('svg circle')) == len(rights.papers_shown()[0].parts) for one in drawn)
    assert page.select('img, image, use') == []


def test_nothing_is_kept_of_what_was_read() -> None:
    session = at_home('es')
    session.submit({'task': 'know_your_rights'})
    before = session._dictionary()
    for first in links(session, 'rights'):
        session.act(first.action, **first.arguments)
        session.act('rights', situation=first.arguments['situation'], screen='quiz')
        session.submit({CONTINUE: 'continue'})
    after = session._dictionary()
    for kept in (before, after):
        kept.pop('_internal')
    assert set(after) == set(before)
    assert 'know_your_rights' not in after
    assert not [name for name in rights.SITUATIONS if f"'{name}'" in repr(session._dictionary()['_internal'].get('event_stack'))]


def test_a_screen_loaded_again_or_read_in_the_other_language_is_the_same_screen() -> None:
    session = at_home('es')
    session.submit({'task': 'know_your_rights'})
    session.act('rights', situation='street', screen=SAY)
    opened = session.screen
    session.reload()
    assert session.screen == opened
    session.act('change_language', language='en')
    assert session.screen is not None and session.screen.question.strip() == 'On the street' and 'What to say' in session.screen.subquestion
    session.back()
    session.back()
    assert session.screen is not None and session.screen.id == 'know_your_rights'


@pytest.mark.parametrize('arguments', [{'situation': 'boat', 'screen': DO}, {'situation': 'home', 'screen': 'poem'}, {}])
def test_a_link_to_a_situation_that_is_not_there_leads_to_the_list(arguments: dict[str, str]) -> None:
    session = at_home('es')
    session.submit({'task': 'know_your_rights'})
    session.act('rights', **arguments)
    assert session.screen is not None and session.screen.id == 'know_your_rights'


def test_the_papers_are_offered_in_both_languages_and_warn_on_a_phone_that_is_not_private() -> None:
    session = at_home('es')
    session.submit({'task': 'know_your_rights'})
    session.act('rights_papers')
    assert session.screen is not None and session.screen.id == 'rights_papers'
    files = [(link.arguments['paper'], link.arguments['language'], link.arguments['format']) for link in links(session, 'rights_file')]
    papers = ['wallet_card', *(f'rights_{name}' for name in rights.SITUATIONS)]
    assert files == [(paper, language, kind) for language in LANGUAGES for paper in papers for kind in ('pdf', 'docx')]
    assert case(NAME)['answers']['phone_safety'] == 'shared' and 'puede no ser privado' in session.screen.subquestion


def test_without_libreoffice_a_screen_says_so_and_offers_the_word_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_pdf(_: list[bytes]) -> list[bytes]:
        raise render.PdfUnavailable

    monkeypatch.setattr(render, 'pdf_bytes', no_pdf)
    session = at_home('es')
    session.submit({'task': 'know_your_rights'})
    session.act('rights_file', paper='wallet_card', language='es', format='pdf')
    assert session.screen is not None and session.screen.id == 'rights_no_pdf'
    assert [link.arguments['format'] for link in links(session, 'rights_file')] == ['docx']


def test_the_card_of_the_task_speaks_of_no_progress() -> None:
    session = at_home('es')
    for _ in range(2):
        assert session.screen is not None
        label = next(button.label for button in session.screen.buttons if button.value == 'know_your_rights')
        assert 'Para leer. No le preguntamos nada.' in label and not re.search('minutos|Sin empezar|Ya empezó', label)
        session.submit({'task': 'know_your_rights'})
        session.act('go_home', _forget_prior=True)
