"""The task "before I go to the border": what is known comes first, the number by heart is kept nowhere, and a watched phone has no sheets."""
import pickle
import re

import pytest
from bs4 import BeautifulSoup
from interviews.walks import LANGUAGES, case, session_at_papers, walked

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.law.facts.days import today_in_court
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.posting import Refused
from docassemble.immdef_selfhelp.walk.session import Session

SHOPKEEPER, WATCHED, DROUGHT, NIECE = (
    '01_extortion_and_police', '18_police_husband_watched_phone', '12_drought_and_debt', '10_aunt_and_niece')
LEARNED, DIGITS = '(619) 555-0188', re.compile(r'619\D*555\D*0188')


def of_the_task(name: str, language: str = 'es') -> list[Step]:
    """The screens of the task in the walk of a case."""
    steps = walked(name, language).steps
    begin = next(number for number, step in enumerate(steps) if step.given.get('task') == 'border_preparation')
    end = next((number for number, step in enumerate(steps[begin:], begin) if step.screen.id == 'packet'), len(steps))
    return list(steps[begin + 1:end])


def screen(name: str, screen_id: str, language: str) -> str:
    found = next(step.screen for step in of_the_task(name, language) if step.screen.id == screen_id)
    return f'{found.question} {found.subquestion}'


@pytest.mark.parametrize('name', [SHOPKEEPER, WATCHED, DROUGHT, NIECE])
@pytest.mark.parametrize('language', LANGUAGES)
def test_the_first_screen_says_what_is_known_since_when_who_signed_and_what_is_not_known(name: str, language: str) -> None:
    assert of_the_task(name, language)[0].screen.id == 'border_today'
    text = screen(name, 'border_today', language)
    since, looked, signed, unknown = {
        'es': ('Desde el 25 de junio de 2026', 'Se revisó el', 'Ningún abogado ha firmado todavía esta frase', 'No sabemos qué puentes'),
        'en': ('Since June 25, 2026', 'Checked on', 'No attorney has signed this sentence yet', 'We do not know which bridges')}[language]
    assert since in text and unknown in text
    assert text.count(looked) == text.count(signed) == 5


def test_an_attorneys_signature_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from docassemble.immdef_selfhelp.law.desk import signoff, texts
    from docassemble.immdef_selfhelp.law.provisions import dated
    text = texts.provision_text(dated.provision('mpp_3'))
    monkeypatch.setattr(signoff, 'read', lambda: (signoff.sign(text, 'AB', date(2026, 11, 20), date(2026, 11, 24)),))
    session = Session()
    driver = Driver({'user_language': 'en', 'best_language': 'spanish', 'preparing_for': 'self', 'phone_safety': 'private', 'agreement': 'agreed',
                     'task': 'border_preparation'})
    shown = next(step.screen for step in driver.walk(session) if step.screen.id == 'border_today')
    assert 'An attorney signed it: AB, November 20, 2026.' in shown.subquestion
    assert shown.subquestion.count('No attorney has signed this sentence yet.') == 4


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', [SHOPKEEPER, WATCHED, DROUGHT, NIECE])
def test_no_screen_recommends_a_port_a_day_or_a_route(name: str, language: str) -> None:
    ports = re.compile(r'San Ysidro|Otay|Calexico|Chaparral|PedWest|puente (está )?abierto|bridge is open|(vaya|go) (al|to the) (puente|bridge)',
                       re.I)
    for step in of_the_task(name, language):
        assert not ports.search(f'{step.screen.question} {step.screen.subquestion}'), step.screen.id


def test_fears_that_stand_are_not_asked_again() -> None:
    # The shopkeeper told her story first; the farmer does too, and is also sent here first
    assert not {step.screen.id for step in of_the_task(SHOPKEEPER)} & {'fear_what', 'fear_mexico', 'applicant_name'}
    begins_here = {**case(DROUGHT)['answers'], 'task': 'border_preparation'}
    asked = [step.screen.id for step in Driver(begins_here).walk(Session())]
    assert {'fear_what', 'fear_mexico', 'fear_children'} <= set(asked)
    for name in (SHOPKEEPER, DROUGHT):
        asked = [step.screen.id for step in walked(name, 'es').steps]
        assert asked.count('fear_what') == 1, 'and the second task does not ask them once more'


def test_mexicans_are_asked_of_their_own_country_once() -> None:
    asked = [step.screen for step in of_the_task(WATCHED, 'en')]
    assert next(one for one in asked if one.id == 'fear_what').question.strip() == 'What do you fear would happen to you in Mexico, your own country?'
    assert 'fear_mexico' not in {one.id for one in asked}
    assert 'afraid of being sent to Mexico' not in screen(WATCHED, 'border_words', 'en')
    assert 'afraid of being sent to Mexico' in screen(SHOPKEEPER, 'border_words', 'en')


def test_a_watched_phone_is_offered_no_sheets_told_why_and_given_the_way_on_paper() -> None:
    asked = {step.screen.id for step in of_the_task(WATCHED)}
    assert 'border_no_sheets' in asked and not asked & {'border_sheets', 'number_by_heart', 'number_copy'}
    text = screen(WATCHED, 'border_no_sheets', 'en')
    assert 'someone may be looking through this phone' in text and 'and print them' in text and 'Write by hand' in text
    contact = next(step.screen for step in of_the_task(WATCHED) if step.screen.id == 'trusted_contact')
    assert 'trusted.contacts[0].telephone' not in {entry.variable for entry in contact.entries}
    session = session_at_papers(WATCHED)
    links = [link for link in links_of(session.screen) if link.action in ('download', 'preview')] if session.screen else []
    assert links and not {link.arguments.get('document') for link in links} & {'turn_in_pack', 'safe_to_carry', 'fear_sheet'}


def at(screen_id: str) -> Session:
    """A session of the shopkeeper, standing at a screen."""
    session = Session()
    answers = case(SHOPKEEPER)['answers']
    answers = {**answers, 'task': 'border_preparation', 'trusted': {**answers['trusted'], 'number_typed': LEARNED}}
    for _ in Driver(answers).walk(session):
        if session.screen is not None and session.screen.id == screen_id:
            return session
    raise AssertionError(screen_id)


def test_the_number_by_heart_is_kept_nowhere() -> None:
    session = at('number_again')
    kept = [pickle.dumps(saved) if not isinstance(saved, bytes) else saved for saved in session._saved]
    assert kept and not any(DIGITS.search(one.decode('latin-1')) for one in kept), 'not in any step that can be gone back to'
    assert '5550188' not in str(session.answers())
    session.submit({'trusted.number_again': '6195550188'})
    trusted = session.answers()['trusted']
    assert trusted['learned'] == 'yes' and trusted['number_again'] == trusted['number_salt'] == '' and trusted['number_mark'] == 'used'
    kept = [pickle.dumps(saved) if not isinstance(saved, bytes) else saved for saved in session._saved]
    assert not any(b'6195550188' in one for one in kept)


def test_another_number_is_refused_kindly_and_none_is_for_another_day() -> None:
    session = at('number_again')
    with pytest.raises(Refused, match='Todavía no es el mismo número'):
        session.submit({'trusted.number_again': '619 555 0189'})
    assert session.screen is not None and session.screen.id == 'number_again'
    session.submit({'trusted.number_again': ''})
    assert session.answers()['trusted']['learned'] == 'not_yet'


def test_what_can_be_no_number_is_refused() -> None:
    session = at('number_copy')
    with pytest.raises(Refused, match='corto'):
        session.submit({'trusted.number_typed': '12-34'})


def test_erasing_a_person_erases_their_health_and_moves_the_others_up() -> None:
    session = session_at_papers(SHOPKEEPER)
    session.act('remove', list='family', number=0, of=4)
    case = case_from_answers(session.answers())
    assert [(one.who, one.name) for one in case.health.medicines] == [('family_0', 'Salbutamol 100 mcg'), ('applicant', 'Metformina 850 mg')]
    assert case.people[1].given_names == 'Keyli' and case.health.needs == ()
    assert case.turn_in.proof == (('family_0', 'none'),)


@pytest.mark.parametrize(('which', 'number', 'of'), [('health.medicines', 0, 2), ('health.needs', 0, 1), ('trusted.contacts', 1, 2)])
def test_one_of_a_list_can_be_erased_and_the_sheets_follow(which: str, number: int, of: int) -> None:
    session = session_at_papers(SHOPKEEPER)
    session.act('remove', list=which, number=number, of=of)
    subject, _, name = which.partition('.')
    case = case_from_answers(session.answers())
    assert len(getattr(getattr(case, subject), name)) == of - 1
    assert 'turn_in_pack' in {found.id for found in documents_for(case, today_in_court())}


def test_my_answers_show_what_was_told_for_the_border() -> None:
    session = session_at_papers(SHOPKEEPER)
    session.act('my_answers')
    assert session.screen is not None
    text = session.screen.subquestion
    for words in ('Salbutamol 100 mcg', 'Una alergia', 'Tía Reina', 'Todos llamamos', 'Keyli Ejemplo: Todavía nadie la tiene',
                  'Quiero practicar ahora'):
        assert words in text, words


@pytest.mark.parametrize('place', ['custody', 'released'])
def test_who_is_in_the_united_states_is_told_why_the_card_is_not_there(place: str) -> None:
    from docassemble.immdef_selfhelp.interview.tasks.border_preparation import TASK
    from docassemble.immdef_selfhelp.story.case_facts import facts_for
    case = case_from_answers({'applicant': {'given_names': 'Ana'}, 'situation': {'place': place}})
    assert TASK.card(facts_for(case), today_in_court()).why_not == ('border_for_who',)
    alone = case_from_answers({'applicant': {'birth': {'year': 2012}}, 'situation': {'place': 'mexico'}, 'danger_facts': ['child_alone']})
    assert TASK.card(facts_for(alone), today_in_court()).why_not == ('step_child_care',)
    waiting = case_from_answers({'applicant': {'birth': {'year': 1990}}, 'situation': {'place': 'mexico'}})
    assert TASK.card(facts_for(waiting), today_in_court()).fits


@pytest.mark.parametrize('language', LANGUAGES)
def test_what_is_carried_stands_beside_what_is_left_out(language: str) -> None:
    table = BeautifulSoup(screen(SHOPKEEPER, 'border_sheets', language), 'html.parser').table
    assert table is not None
    assert len(table.select('thead th')) == 2 and len(table.select('tbody tr')) == 4
    assert all(len(row.find_all('td')) == 2 and all(cell.get_text(strip=True) for cell in row.find_all('td')) for row in table.select('tbody tr'))
