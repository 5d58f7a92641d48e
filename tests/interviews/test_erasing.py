"""What was told can be erased, and what follows from it goes or moves along; nothing else does."""
from typing import Any

import pytest
from interviews.edited import answer, back_at_the_papers, erase, go_on, named_papers, open_link, texts
from interviews.walks import finished, session_at_papers

from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '01_extortion_and_police'


def test_an_event_is_erased_after_asking_once_more() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'ask_remove', list='tellings[0].events', number=2)
    open_link(session, 'remove', list='tellings[0].events', number=2)
    back_at_the_papers(session)
    after = texts(session)
    assert not any('Pagué cada sábado' in text for text in after.values())
    assert 'Me subieron a 2,500 lempiras.' in after['declaration es']


def test_with_a_person_goes_the_story_of_that_person_and_nobody_gets_it() -> None:
    session = session_at_papers('00_every_screen')
    assert session.answers()['tellings'][1]['person'] == 'family_0'
    open_link(session, 'my_answers')
    erase(session, 'family', 0)
    back_at_the_papers(session)
    assert [telling['person'] for telling in session.answers()['tellings']] == ['applicant']
    assert not any('Soy el esposo.' in text for text in texts(session).values())


def test_what_was_told_of_a_childs_fear_moves_along_and_goes_with_the_child() -> None:
    session = session_at_papers('00_every_screen')
    open_link(session, 'my_answers')
    assert 'Lo que vivió o teme Luz' in (session.screen.subquestion if session.screen else '')
    erase(session, 'family', 0)
    told = session.answers()['tellings'][0]['children_fears']
    assert [one['person'] for one in told if one.get('own_fear') == 'yes'] == ['family_0']
    erase(session, 'family', 0)
    assert 'Luz vio' not in str(session.answers())


def test_the_whole_story_of_another_adult_is_erased_alone() -> None:
    session = session_at_papers('00_every_screen')
    open_link(session, 'my_answers')
    shown = session.screen.subquestion if session.screen else ''
    assert shown.count('Borrar la historia que contó') == 1, 'the applicant erases theirs with the whole session'
    before = session.answers()
    session.act('remove', list='tellings', number=0, of=2)
    assert session.answers() == before
    erase(session, 'tellings', 1)
    after = session.answers()
    assert [telling['person'] for telling in after['tellings']] == ['applicant']
    assert len(after['family']) == len(finished('00_every_screen', 'es').answers()['family']), 'the person stays'
    assert 'Soy el esposo.' not in str(after)
    back_at_the_papers(session)
    assert not any('Soy el esposo.' in text for text in texts(session).values())


def test_who_no_longer_tells_is_said_to_be_kept_until_erased() -> None:
    session = session_at_papers('00_every_screen')
    open_link(session, 'my_answers')
    kept = 'ya no cuenta su propia historia'
    assert session.screen is not None and kept not in session.screen.subquestion
    open_link(session, 'own_declarations')
    session.submit({entry.name: [] for entry in session.screen.entries if entry.kind == 'checkboxes'})
    open_link(session, 'my_answers')
    assert session.screen.subquestion.count(kept) == 1
    erase(session, 'tellings', 1)
    assert session.screen.id == 'my_answers' and kept not in session.screen.subquestion


def test_a_story_stays_with_its_person_when_somebody_before_is_erased() -> None:
    session = session_at_papers('00_every_screen')
    open_link(session, 'my_answers')
    open_link(session, '_da_list_add', list='family')
    answer(session, 'family_name', given_names='Rosa', first_surname='Ejemplo', relation='sibling')
    answer(session, 'family_gender', gender='female')
    answer(session, 'family_birth', year='1992')
    answer(session, 'family_where', whereabouts='with_me', travelling='yes')
    answer(session, 'family_papers')
    open_link(session, 'own_declarations')
    chosen = next(entry for entry in session.screen.entries if entry.kind == 'checkboxes') if session.screen else None
    assert chosen is not None and [choice.value for choice in chosen.choices] == ['family_0', 'family_3']
    session.submit({chosen.name: ['family_3']})
    erase(session, 'family', 0)
    go_on(session)
    assert session.screen is not None and session.screen.id == 'story_begin' and 'Rosa Ejemplo' in session.screen.question, session.screen
    assert [telling['person'] for telling in session.answers()['tellings']] == ['applicant', 'family_2']


@pytest.mark.parametrize(('list_name', 'asked_again'), [
    ('situation.entries', 'situation_entered'), ('tellings[0].moves', 'moves_any'), ('tellings[0].countries', 'countries_any'),
])
def test_when_the_last_place_is_erased_whether_there_was_one_is_asked_again(list_name: str, asked_again: str) -> None:
    session = session_at_papers('00_every_screen')
    open_link(session, 'my_answers')
    erase(session, list_name, 0)
    erase(session, list_name, 0)
    go_on(session)
    answer(session, asked_again, entered='no', moved='no', other_countries='no')
    back_at_the_papers(session)


def test_erasing_twice_from_the_same_page_erases_once() -> None:
    session = session_at_papers(NAME)
    told = len(session.answers()['tellings'][0]['events'])
    open_link(session, 'my_answers')
    open_link(session, 'ask_remove', list='tellings[0].events', number=2)
    assert session.screen is not None
    link = next(link for link in links_of(session.screen) if link.arguments.get('_action') == 'remove')
    session.act(link.action, **link.arguments)
    session.act(link.action, **link.arguments)
    assert len(session.answers()['tellings'][0]['events']) == told - 1


def test_names_from_the_address_bar_erase_nothing_else() -> None:
    session = session_at_papers(NAME)
    before = session.answers()
    for name, number, of in (('tellings', 0, 1), ('family', 99, 4), ('family', '0', 4), ('family', True, 4), ('family', 0, 3),
                             ('__import__("os")', 0, 0)):
        session.act('remove', list=name, number=number, of=of)
        assert session.answers() == before


EARLIER = '04_mam_negative_interview'


def of_the_mother(session: Session) -> dict[str, Any]:
    """What the applicant told."""
    return dict(session.answers()['tellings'][0])


def test_explanations_and_earlier_events_follow_when_something_told_is_erased() -> None:
    session = session_at_papers(EARLIER)
    open_link(session, 'my_answers')
    erase(session, 'tellings[0].events', 0)
    back_at_the_papers(session)
    told = of_the_mother(session)
    assert list(told['explanations']) == ['reported__reported__earlier-0-reported', 'event__events-3__earlier-0-events-0',
                                          'event_not_in_earlier__events-2__earlier-0', 'event_not_in_earlier__events-4__earlier-0']
    assert told['earlier'][0]['events'][0]['same_as'] == '3'
    assert 'La intérprete no hablaba mam.' in ' '.join(told['explanations'].values())
    assert 'consistency_sheet es' in named_papers(session)


def test_with_something_told_go_its_explanation_and_its_place_in_an_earlier_paper() -> None:
    session = session_at_papers(EARLIER)
    open_link(session, 'my_answers')
    erase(session, 'tellings[0].events', 4)
    back_at_the_papers(session)
    told = of_the_mother(session)
    assert not any(key.startswith('event__') for key in told['explanations'])
    assert told['earlier'][0]['events'][0]['same_as'] == ''
    assert 'La intérprete no hablaba mam.' in ' '.join(told['explanations'].values())
    assert 'consistency_sheet es' in named_papers(session)


def test_with_an_earlier_paper_goes_what_was_explained_of_it_and_it_is_asked_again() -> None:
    session = session_at_papers(EARLIER)
    open_link(session, 'my_answers')
    erase(session, 'tellings[0].earlier', 0)
    go_on(session)
    answer(session, 'told_before', told_before='no')
    back_at_the_papers(session)
    assert not of_the_mother(session)['explanations']
    assert not any('La intérprete no hablaba mam.' in text for text in texts(session).values())
