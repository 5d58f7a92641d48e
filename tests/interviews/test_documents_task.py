"""The task of papers and proof, walked: who is refused a letter, what a watched phone is never asked, and letters that stay with their paper."""
from typing import Any

import pytest
from interviews.walks import LANGUAGES, case, session_at_papers, walked

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.session import Session

FEARED = ('02_protester_and_return_trip', '09_july_protester_released', '13_earlier_order_and_two_paths', '18_police_husband_watched_phone')
HOME_LETTER = ('Un acta de nacimiento u otro papel de mi país', 'A birth certificate or another paper from my country',
               'Carta para pedir un papel de mi país', 'Letter to ask for a paper from my country')
CHILD = {'given_names': 'Luis', 'first_surname': 'Ejemplo', 'relation': 'son', 'birth': {'year': '2016'}, 'nationality': 'Honduras',
         'whereabouts': 'with_me', 'papers': [], 'other_parent': 'unknown'}


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', FEARED)
def test_no_screen_offers_or_names_the_letter_home_to_who_fears_the_government(name: str, language: str) -> None:
    """Acceptance points 4 and 5: refused, with the reason and the ways that stay."""
    steps = walked(name, language).steps
    for step in steps:
        choices = (choice.label for entry in step.screen.entries for choice in entry.choices)
        shown = ' '.join((step.screen.question, step.screen.subquestion, *choices))
        assert not [words for words in HOME_LETTER if words in shown], step.screen.id
    assert not {'letter_paper', 'letter_registry'} & {step.screen.id for step in steps}
    ways = next(step.screen for step in steps if step.screen.id == 'documents_ways')
    assert {'es': 'no se hace ninguna carta', 'en': 'o letter'}[language] in ways.subquestion


def test_a_watched_phone_is_asked_neither_where_a_paper_is_nor_for_a_letter() -> None:
    steps = walked('18_police_husband_watched_phone', 'es').steps
    asked = {entry.variable for step in steps for entry in step.screen.entries}
    assert not [name for name in asked if name.startswith(('documents.where', 'documents.requests'))] and 'documents.wants_letters' not in asked
    phone = next(step.screen for step in steps if step.screen.id == 'documents_phone')
    assert 'No haga copias ni fotos en él' in phone.subquestion and 'Haga una copia' not in phone.subquestion


def test_letters_and_answers_stay_with_their_paper_when_a_person_is_erased() -> None:
    """Acceptance point 10, in a session: the son goes, his sister's certificate keeps its letter and its attempts."""
    session = session_at_papers('01_extortion_and_police')
    before = session.answers()['documents']
    session.act('remove', list='family', number=0, of=4)
    after = session.answers()['documents']
    assert after['letters']['family_0_birth_record'] == before['letters']['family_1_birth_record']
    assert after['attempts']['family_0_birth_record'] == before['attempts']['family_1_birth_record']
    assert after['letters']['applicant_event_0_proof'] == before['letters']['applicant_event_0_proof']
    assert before['letters']['family_0_birth_record'] not in after['letters'].values()
    assert [request['person'] for request in after['requests']] == ['family_0', 'applicant']


def test_what_was_told_before_is_marked_already() -> None:
    steps = walked('01_extortion_and_police', 'es').steps
    known = {entry.variable: entry.default for step in steps if step.screen.id == 'document_states' for entry in step.screen.entries}
    assert known["documents.states['applicant_national_id']"] == 'have' and known["documents.states['family_0_birth_record']"] == 'photo'
    assert known["documents.states['applicant_event_5_proof']"] == 'asked' and known["documents.states['applicant_passport']"] == 'unknown'


@pytest.mark.parametrize(('family', 'first'), [([], 0), ([CHILD], 'home')])
def test_a_family_that_wants_only_the_list_has_it_in_under_fifteen_screens(family: list[Any], first: str | int) -> None:
    """Somebody alone from the first screen of all, a mother with one child from the cards; each more child is five screens."""
    answers = {'preparing_for': 'self', 'best_language': 'spanish', 'phone_safety': 'private', 'agreement': 'agreed', 'family': family,
               'applicant': {'given_names': 'Ana', 'first_surname': 'Ejemplo', 'birth': {'year': '1990'}, 'nationality': 'Honduras', 'papers': []},
               'documents': {'feared': 'private'}}
    session, screens = Session(), 0
    for step in Driver(answers, 'es', 'documents').walk(session):
        screens = 0 if step.screen.id == first else screens + 1
        shown = session.glance('packet') if screens >= 8 else None
        if shown and any(link.arguments.get('document') == 'document_checklist' for link in links_of(shown)):
            break
    assert screens < 15


@pytest.mark.parametrize('language', LANGUAGES)
def test_each_paper_has_four_states_and_nothing_has_to_be_typed_for_them(language: str) -> None:
    """Acceptance points 2 and 3: one tap for each state; where it is, and why it cannot be had, are asked after it."""
    steps = walked('01_extortion_and_police', language).steps
    states = [entry for step in steps if step.screen.id == 'document_states' for entry in step.screen.entries]
    assert states
    for entry in states:
        values = {choice.value for choice in entry.choices}
        assert {'have', 'photo', 'asked', 'cannot'} <= values, entry.variable
    asked = {entry.variable.partition('[')[0] for step in steps if step.screen.id == 'document_detail' for entry in step.screen.entries}
    assert {'documents.where', 'documents.because', 'documents.because_words', 'documents.attempts'} <= asked


@pytest.mark.parametrize('language', LANGUAGES)
def test_of_each_line_that_is_there_it_is_asked_whether_it_needs_a_translation(language: str) -> None:
    steps = walked('01_extortion_and_police', language).steps
    told = case('01_extortion_and_police')['answers']['documents']['states']
    there = {key for step in steps if step.screen.id == 'document_states' for variable, state in step.given.items()
             if state in ('have', 'photo') and (key := variable.partition("'")[2].rstrip("']"))}
    asked = {entry.variable.partition("'")[2].rstrip("']"): entry for step in steps if step.screen.id == 'document_detail'
             for entry in step.screen.entries if entry.variable.startswith('documents.translation[')}
    assert there and set(asked) == there and set(told.values()) - {'have', 'photo'}
    for entry in asked.values():
        assert {choice.value for choice in entry.choices} == {'needed', 'done', 'english', 'unknown'}
        assert entry.default in ('needed', 'english'), 'a paper from home needs one until somebody says otherwise'


@pytest.mark.parametrize('language', LANGUAGES)
def test_what_lives_on_a_phone_keeps_its_original_day_and_number_and_is_not_sent(language: str) -> None:
    """Acceptance point 9: how to keep it; and no screen of the walk takes a file."""
    steps = walked('01_extortion_and_police', language).steps
    text = next(step.screen for step in steps if step.screen.id == 'documents_phone').subquestion
    for words in {'es': ('original', 'fecha', 'número', 'no se sube nada'), 'en': ('original', 'date', 'number', 'Nothing is uploaded')}[language]:
        assert words.casefold() in text.casefold(), words
    assert not [step.screen.id for step in steps for entry in step.screen.entries if 'file' in repr(entry).partition('(choices')[0].casefold()]
