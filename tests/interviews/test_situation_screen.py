"""The screen "my situation": the process and what cannot wait stand open; the rest is folded at its end, not left out."""
import pytest
from interviews.walks import LANGUAGES, session_at_papers, walked
from lxml import html

from docassemble.immdef_selfhelp.law.facts import words as fact_words
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.findings.words import WORDS
from docassemble.immdef_selfhelp.law.provisions import citations, dated

NAME = '04_mam_negative_interview'


def titles(cards: list[html.HtmlElement]) -> list[str]:
    """The titles of some cards."""
    return [card.findtext('h3') for card in cards]


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize(('screen', 'fact'), [('family_birth', 'ask_birth'), ('entry_when', 'ask_entry_when')])
def test_a_reason_whose_source_was_not_read_says_so_on_the_screen(screen: str, fact: str, language: str) -> None:
    # The reasons for children stand on the screens of children only
    texts = [step.screen.subquestion for step in walked('00_every_screen', language).steps if step.screen.id == screen]
    text = next(text for text in texts if text.strip())
    assert citations.in_language(dated.provision(fact).citation, language) in text
    assert (WORDS[language]['unverified'] in text) == (dated.provision(fact).confidence != 'verified')


FOR_EVERYBODY = ['screening', 'know_your_rights', 'documents', 'family_unity', 'advocacy', 'custody_conditions', 'sponsor', 'court_training',
                 'application', 'court_case']


@pytest.mark.parametrize(('name', 'tasks'), [
    ('15_boy_alone_with_his_sister', FOR_EVERYBODY),
    ('09_july_protester_released', [*FOR_EVERYBODY, 'credible_fear']),
])
def test_a_child_alone_is_not_sent_to_the_interview_of_adults(name: str, tasks: list[str]) -> None:
    session = session_at_papers(name)
    session.act('go_home')
    assert session.screen is not None and session.screen.id == 'home'
    assert sorted(button.value for button in session.screen.buttons) == sorted(tasks)


def test_a_story_that_was_begun_stays_within_reach() -> None:
    from docassemble.immdef_selfhelp.interview.home import Shown, offered
    from docassemble.immdef_selfhelp.interview.task import BORDER, Card
    from docassemble.immdef_selfhelp.interview.tasks import credible_fear
    story = Shown(credible_fear.TASK, Card('A title', 'A paper', BORDER, why_not=('er_uac_exempt',)), 'begun', 10)
    assert offered([story], begun=False) == [] and offered([story], begun=True) == [story]


def situation_of(name: str, language: str) -> html.HtmlElement:
    """The screen "my situation" at the end of a case."""
    session = session_at_papers(name, language)
    session.act('see_situation')
    assert session.screen is not None and session.screen.id == 'see_situation'
    return html.fromstring(f'<div>{session.screen.subquestion}</div>')


@pytest.mark.parametrize('language', LANGUAGES)
def test_what_can_wait_is_folded_and_the_process_is_not(language: str) -> None:
    page = situation_of(NAME, language)
    month, later = page.find_class('others')[-2:]
    folded, every = [*month.find_class('finding'), *later.find_class('finding')], page.find_class('finding')
    shown = [card for card in every if card not in folded]
    process = {text.title[language] for text in finding_texts.all_texts().values() if text.id.startswith('PROCESS_')}
    assert shown and folded and process & set(titles(shown))
    assert not process & set(titles(folded)) and page.find_class('level') == [], 'no card says "important": where it stands says how urgent it is'
    for fold in (month, later):
        assert str(fold.findtext('summary')).endswith(f' ({len(fold.find_class("finding"))})')


def test_the_page_goes_from_what_is_near_to_what_can_wait() -> None:
    page = situation_of(NAME, 'es')
    folds = [fold.find('summary') for fold in page.find_class('others')]
    headings = [element.text_content() for element in page.iter('h2', 'summary') if element.tag == 'h2' or element in folds]
    order = [name for name in ('Dónde está usted', 'Las próximas fechas', 'Esta semana', 'Este mes', 'Bueno saber')
             if any(text.startswith(name) for text in headings)]
    assert [next(name for name in order if text.startswith(name)) for text in headings if text.startswith(tuple(order))] == order
    assert {'Dónde está usted', 'Este mes', 'Bueno saber'} <= set(order)


@pytest.mark.parametrize('language', LANGUAGES)
def test_nobody_is_told_they_answered_what_was_never_asked(language: str) -> None:
    for name in ('04_mam_negative_interview', '16_spouses_taken_apart', '09_july_protester_released'):
        text = situation_of(name, language).text_content()
        assert ('contestó que' if language == 'es' else 'You answered that') in text
        assert fact_words.value_words('unknown', language) not in text
