"""Erasing and Form I-589: nothing told of one entry or one person stands for another on a sworn form."""
from copy import copy
from html import unescape
from types import SimpleNamespace as Some
from typing import Any

import pytest
from interviews.edited import erase, open_link
from interviews.walks import session_at_papers

from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.place import Entry, Place
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.session import Session


def told(person: str = 'applicant', **form: Any) -> Any:
    """One adult's telling with a form."""
    return Some(person=person, instanceName=f'tellings[{person}]', application=Some(instanceName='form', **form))


class Places:
    """A list as a session keeps it."""

    def __init__(self, elements: list[Any]) -> None:
        self.elements = elements

    def pop(self, place: int) -> Any:
        return self.elements.pop(place)


def marks(**elements: Any) -> Any:
    """A dictionary as a session keeps it."""
    return Some(elements=elements)


def test_a_status_stays_with_its_own_entry_on_every_form() -> None:
    from docassemble.immdef_selfhelp.interview.erasing_form import follow_entries
    statuses = {'0': 'none', '1': 'parole', '2': 'visa'}
    forms = [told(entry_statuses=marks(**statuses)), told('family_0', same_entries='yes', entry_statuses=marks(**statuses))]
    follow_entries(forms, 1)
    assert [one.application.entry_statuses.elements for one in forms] == [{'0': 'none', '1': 'visa'}] * 2


def test_erasing_an_entry_of_the_family_moves_the_statuses(monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import erasing
    form = told(entry_statuses=marks(**{'0': 'none', '1': 'visa'}))
    situation = Some(entries=Places([Some(place='El Paso'), Some(place='Otay')]), entered=True)
    variables = {'family': Places([]), 'situation': situation, 'tellings': Places([form])}
    monkeypatch.setattr(erasing, 'all_variables', lambda simplify: variables)
    monkeypatch.setattr(erasing, 'forget_earlier_steps', lambda: None)
    erasing.remove_told('situation.entries', 0, 2)
    assert [one.place for one in situation.entries.elements] == ['Otay'] and form.application.entry_statuses.elements == {'0': 'visa'}


def test_what_is_asked_of_the_latest_entry_is_asked_again_of_who_came_with_the_family() -> None:
    from docassemble.immdef_selfhelp.interview.erasing_form import follow_entries
    of_latest: dict[str, Any] = {'i94_number': '', 'status_expires': Some(year='2027')}
    mine = told(**of_latest, states=marks(i94_number='none', city='unknown'), left_read=marks(i94=True, address=True))
    apart = told('family_0', same_entries='no', **of_latest)
    follow_entries([mine, apart], 0)
    assert not of_latest.keys() & vars(mine.application).keys() and of_latest.keys() <= vars(apart.application).keys()
    assert mine.application.states.elements == {'city': 'unknown'} and mine.application.left_read.elements == {'address': True}


def relative(key: str) -> Any:
    """A relative with what must not pass to another person."""
    return Some(instanceName='one', key=key, passport_number='P1', a_number='A1', race='x', where='y', states=marks(birth='unknown'))


def test_with_a_spouse_or_parent_goes_everything_the_form_has_of_them() -> None:
    from docassemble.immdef_selfhelp.interview.erasing_form import forget_on_forms
    form = told(spouse=relative('family_1'), mother=relative('family_2'), father=relative('')).application
    forget_on_forms([Some(person='applicant', application=form)], 1)
    assert vars(form.spouse) == {'instanceName': 'one'}
    assert form.mother == relative('family_1') and form.father == relative('')


def test_who_becomes_the_spouse_has_nothing_of_who_was_it_before() -> None:
    from docassemble.immdef_selfhelp.interview.ask.application import stand_for
    first, same, new = relative('family_0'), relative('family_0'), relative('')
    stand_for(first, 'family_2')
    stand_for(same, 'family_0')
    stand_for(new, 'family_0')
    assert vars(first) == {'instanceName': 'one', 'key': 'family_2'}
    assert same == new == relative('family_0'), 'told only for the form, then of the family: one person'


def session_with_proof() -> dict[str, Any]:
    """What a session keeps by the events of two adults, at every place that keeps it."""
    kept = {'applicant_event_0_proof': 'a', 'family_0_event_0_proof': 'b', 'family_0_event_1_care': 'c', 'applicant_passport': 'd', 'added_0': 'e'}
    return {'tellings': Places([told(), told('family_0')]), 'own_declarations': marks(family_0=True),
            'documents': Some(states=marks(**kept), letters=marks(**kept)), 'filing': Some(pages=marks(**kept), a_numbers=marks(applicant='1')),
            'advocacy': Some(requests=Places([Some(attachments=marks(**kept)), Some(kind='bond')]))}


def proof_kept(variables: dict[str, Any]) -> list[set[str]]:
    """The keys at every one of these places."""
    documents, attached = variables['documents'], variables['advocacy'].requests.elements[0].attachments
    return [set(held.elements) for held in (documents.states, documents.letters, variables['filing'].pages, attached)]


def test_with_every_story_goes_what_is_kept_of_its_proof_everywhere() -> None:
    from docassemble.immdef_selfhelp.interview.erasing_whole import forget_every_story
    variables = session_with_proof()
    forget_every_story(variables)
    assert not variables['tellings'].elements and proof_kept(variables) == [{'applicant_passport', 'added_0'}] * 4
    assert variables['own_declarations'].elements == {'family_0': True} and variables['filing'].a_numbers.elements == {'applicant': '1'}


def test_with_one_adults_story_goes_only_the_proof_of_that_adult() -> None:
    from docassemble.immdef_selfhelp.interview.erasing import forget_story_of
    variables = session_with_proof()
    forget_story_of(variables, 'family_0')
    assert [one.person for one in variables['tellings'].elements] == ['applicant']
    assert proof_kept(variables) == [{'applicant_event_0_proof', 'applicant_passport', 'added_0'}] * 4
    assert variables['own_declarations'].elements == {'family_0': False}


@pytest.mark.parametrize(('number', 'words'), [('1', 'Otay'), ('99', 'An entry'), ('x', 'An entry')])
def test_an_entry_from_the_address_bar_that_nobody_told_has_neutral_words(number: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import application
    case = Case(place=Place(entries=(Entry(place='El Paso'), Entry(place='Otay'))))
    monkeypatch.setattr(application, 'case_now', lambda: case)
    monkeypatch.setattr(application, 'word', str)
    assert application.entry_words('applicant', number) == words


def named(thing: Any, name: str) -> Any:
    """The same thing under the name a session has for it."""
    thing.application.instanceName = name
    return thing


@pytest.mark.parametrize(('name', 'gate'), [
    ('children', 'other_children'), ('siblings', 'other_siblings'), ('schools', 'went_to_school'), ('jobs', 'worked'),
    ('own_entries', 'same_entries'), ('helpers', 'family_helped'),
])
def test_one_of_a_list_of_the_form_is_erased_and_the_last_asks_again(name: str, gate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import erasing, erasing_form
    things = Places([Some(street='first'), Some(street='second')])
    form_told: dict[str, Any] = {name: things, gate: 'yes', f'{name}_gaps': 'yes'}
    form = named(told(**form_told), 'tellings[0].application')
    monkeypatch.setattr(erasing, 'all_variables', lambda simplify: {'family': Places([]), 'situation': Some(), 'tellings': Places([form])})
    monkeypatch.setattr(erasing_form, 'forget_earlier_steps', lambda: None)
    erasing.remove_told(f'tellings[0].application.{name}', 0, 2)
    assert [one.street for one in things.elements] == ['second'] and gate in vars(form.application)
    assert f'{name}_gaps' not in vars(form.application), 'what was said of an empty time was said of other times'
    erasing.remove_told(f'tellings[0].application.{name}', 0, 1)
    assert not things.elements and gate not in vars(form.application)


@pytest.mark.parametrize('name', ['children', 'siblings'])
def test_who_stands_there_for_the_family_is_erased_only_with_the_person(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from docassemble.immdef_selfhelp.interview import erasing
    people: dict[str, Any] = {name: Places([Some(key='family_0')])}
    form = named(told(**people), 'tellings[0].application')
    monkeypatch.setattr(erasing, 'all_variables', lambda simplify: {'family': Places([]), 'situation': Some(), 'tellings': Places([form])})
    erasing.remove_told(f'tellings[0].application.{name}', 0, 1)
    assert len(getattr(form.application, name).elements) == 1


def test_the_whole_form_goes_and_the_story_stays() -> None:
    from docassemble.immdef_selfhelp.interview.erasing_whole import WHOLE
    tellings = [told(street='x'), told('family_0')]
    for one in tellings:
        one.events = ['told']
    WHOLE['form']({'tellings': Places(tellings)})
    assert [set(vars(one)) for one in tellings] == [{'person', 'instanceName', 'events'}] * 2


@pytest.fixture(scope='module')
def at_the_form() -> Session:
    """A session standing at what was told for the form of a family that filled all of it."""
    session = session_at_papers('09_july_protester_released')
    open_link(session, 'my_answers')
    open_link(session, 'my_forms')
    return session


def again(session: Session) -> Session:
    """The same session for one test."""
    mine = copy(session)
    mine._saved = list(session._saved)
    return mine


def test_everything_told_for_the_form_is_seen(at_the_form: Session) -> None:
    shown = unescape(at_the_form.screen.subquestion if at_the_form.screen else '')
    for text in ('100 Palm Avenue', 'P.O. Box 77', 'K000092', 'K000093', 'Matanzas', 'Varadero', 'Daniela Ejemplo Nāhuatl', 'Otay Mesa',
                 'Calle 12 número 5', 'Preuniversitario José Martí', 'Panadería La Caridad', 'Rosa Quintana', 'Juan Ejemplo',
                 'k’iche’ Ejemplo', 'Temo que la policía',
                 'Mexico, January 2026.', 'Rosa Voluntaria', '1 Main Street', 'Adrián Ejemplo'):
        assert text in shown, text


@pytest.mark.parametrize(('target', 'screen'), [
    ('tellings[0].application.spouse.passport_number', 'relative_numbers'), ('tellings[0].application.jobs[0].employer', 'job_what'),
    ('tellings[0].application.homes[1].start.year', 'form_start'), ('tellings[0].application.mother.name', 'kin_name'),
    ('tellings[0].application.preparer.street', 'application_preparer_address'), ("tellings[0].application.left_read['belonging']", 'box_states'),
    ("tellings[0].application.entry_statuses['0']", 'application_entry_status'), ("tellings[0].application.how['B.1.B']", 'application_how'),
    ('tellings[0].application.helpers[0].name', 'application_helper'),
])
def test_what_was_told_for_the_form_is_asked_again_by_its_link(target: str, screen: str, at_the_form: Session) -> None:
    session = again(at_the_form)
    open_link(session, target)
    assert session.screen is not None and session.screen.id == screen


def test_an_address_is_erased_from_what_is_shown_and_nobody_of_the_family_is_offered(at_the_form: Session) -> None:
    session = again(at_the_form)
    offered = [link.arguments.get('_arguments', link.arguments) for link in links_of(session.screen)] if session.screen else []
    lists = {(one['list'], one['number']) for one in offered if 'number' in one}
    assert ('tellings[0].application.children', 1) in lists and ('tellings[0].application.children', 0) not in lists
    erase(session, 'tellings[0].application.homes', 0)
    assert [home['city'] for home in session.answers()['tellings'][0]['application']['homes']] == ['Cárdenas']


def test_the_form_is_erased_whole_and_the_story_says_that_the_form_goes_with_it(at_the_form: Session) -> None:
    session = again(at_the_form)
    open_link(session, 'ask_remove_whole', what='form')
    assert session.screen is not None and session.screen.question == '¿Borrar el Formulario I-589?'
    open_link(session, 'erase_whole', what='form')
    assert 'application' not in session.answers()['tellings'][0]
    session.act('ask_remove_whole', what='story')
    assert 'También se borran el Formulario I-589 y lo que practicó para su audiencia.' in session.screen.subquestion


@pytest.mark.parametrize(('list_name', 'number', 'screen'), [
    ('family', 1, 'relative_name'), ('tellings[0].application.schools', 0, 'application_school_any'),
])
def test_what_was_erased_is_asked_anew(list_name: str, number: int, screen: str, at_the_form: Session) -> None:
    session = again(at_the_form)
    if list_name == 'family':
        open_link(session, 'my_answers')
    erase(session, list_name, number)
    session.act('go_home', _forget_prior=True)
    session.submit({'task': 'application'})
    assert session.screen is not None and session.screen.id == screen


def test_the_screen_that_erases_one_adults_story_says_what_goes(at_the_form: Session) -> None:
    session = again(at_the_form)
    session.act('ask_remove', list='tellings', number=1)
    assert session.screen is not None and 'lo que pasó, el Formulario I-589 y la práctica para la audiencia' in session.screen.subquestion
