"""A change from the review asks that question and what it makes necessary, nothing else; what a closed branch held reaches no paper."""
from datetime import date
from typing import Any

import pytest
from interviews.walks import finished, session_at_papers

from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.outcome import papers_of
from docassemble.immdef_selfhelp.walk.posting import CONTINUE
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '01_extortion_and_police'


def open_link(session: Session, action: str, **arguments: Any) -> None:
    """Tap the link with this action on the screen that stands there."""
    assert session.screen is not None
    found = [link for link in links_of(session.screen) if action in (link.action, link.arguments.get('_action'))
             and arguments.items() <= (link.arguments | link.arguments.get('_arguments', {})).items()]
    assert found, f'{session.screen.id} has no link {action} {arguments}'
    session.act(found[0].action, **found[0].arguments)


def answer(session: Session, screen_id: str, **values: Any) -> None:
    """Answer the screen that must stand there: what is told anew, the rest as it stood. Names are the last parts of the variables."""
    screen = session.screen
    assert screen is not None and screen.id == screen_id, screen
    given = {entry.name: entry.default for entry in screen.entries if entry.kind != 'checkboxes'}
    given |= {entry.name: values[entry.variable.rpartition('.')[2]] for entry in screen.entries if entry.variable.rpartition('.')[2] in values}
    session.submit(given)


def go_on(session: Session) -> None:
    """After a change the review stands there again; its button leads on."""
    assert session.screen is not None and session.screen.id == 'my_answers', session.screen
    session.submit({CONTINUE: 'continue'})


def back_at_the_papers(session: Session) -> None:
    """Nothing is left to ask."""
    if session.screen is not None and session.screen.id == 'my_answers':
        go_on(session)
    assert session.screen is not None and session.screen.id == 'packet', session.screen


def texts(session: Session) -> dict[str, str]:
    """The papers by document and language."""
    return {f'{paper.document} {paper.language}': paper.text for paper in papers_of(session)}


def test_a_changed_date_asks_that_date_only() -> None:
    session = session_at_papers(NAME)
    before = texts(session)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[1].when.year')
    answer(session, 'event_when', day='13')
    back_at_the_papers(session)
    after = texts(session)
    assert '13 de agosto de 2023' in after['declaration es'] and '13 de agosto de 2023' not in before['declaration es']
    assert after['declaration es'].replace('13 de agosto', '12 de agosto') == before['declaration es']


def test_an_age_told_otherwise_asks_whether_the_child_is_married() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'family[1].birth.year')
    answer(session, 'family_birth', year=str(date.today().year - 19), month='1', day='1')
    go_on(session)
    answer(session, 'family_married', married='no')
    assert session.screen is not None and session.screen.id == 'own_declarations', 'a grown child may tell an own story'
    assert session.answers()['family'][1]['married'] == 'no' and 'married' not in session.answers()['family'][0]


def test_harm_turned_into_a_report_closes_its_questions() -> None:
    session = session_at_papers(NAME)
    assert 'porque la misma policía les pasó mi denuncia.' in texts(session)['declaration es']
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[0].kind')
    answer(session, 'event_kind', kind='report')
    back_at_the_papers(session)
    for name, text in texts(session).items():
        assert 'misma policía les pasó mi denuncia.' not in text, name
        assert 'Lo sé porque leyó lo que yo había dicho' not in text, name
        assert 'una vecina' not in text.lower(), name
    assert 'Por sapa, vos y tu sangre' in texts(session)['declaration es']


def test_a_report_turned_into_harm_asks_what_harm_needs() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[4].kind')
    answer(session, 'event_kind', kind='harm')
    go_on(session)
    answer(session, 'event_why', why='No sé.')
    answer(session, 'event_injuries', injuries='Dos costillas')
    answer(session, 'event_report', reported='no')
    back_at_the_papers(session)
    assert 'dos costillas' in texts(session)['declaration es']


def test_other_words_are_asked_about_again() -> None:
    """Words once said to be exact never lend their quotation marks to others."""
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[0].words')
    answer(session, 'event_words', words='Dijeron algo de mi sangre')
    go_on(session)
    answer(session, 'event_words_exact', words_exact='about')
    back_at_the_papers(session)
    found = texts(session)['declaration es']
    assert 'más o menos: Dijeron algo de mi sangre' in found and '«Dijeron' not in found


def test_another_person_is_asked_for_and_reaches_the_papers() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, '_da_list_add', list='family')
    answer(session, 'family_name', given_names='Óscar', first_surname='Ejemplo', relation='sibling')
    answer(session, 'family_gender', gender='male')
    answer(session, 'family_birth', year='1995')
    answer(session, 'family_where', whereabouts='home_country', travelling='no')
    back_at_the_papers(session)
    assert 'Mi hermano: Óscar Ejemplo' in texts(session)['declaration es']


def test_another_event_is_asked_for_and_reaches_the_papers() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, '_da_list_add', list='tellings[0].events')
    answer(session, 'event_kind', kind='other')
    answer(session, 'event_what', what='Vendí mi pulpería.')
    answer(session, 'event_when', year='2024', month='6')
    answer(session, 'event_where', where='Choloma')
    answer(session, 'event_proof', proof='none')
    back_at_the_papers(session)
    assert 'Vendí mi pulpería.' in texts(session)['declaration es']


def test_proof_found_later_is_asked_about() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[3].proof')
    answer(session, 'event_proof', proof='cannot')
    go_on(session)
    answer(session, 'event_proof_what', proof_what='Un papel de ellos', proof_tried='Lo quemaron.')
    back_at_the_papers(session)
    assert 'Lo quemaron.' in texts(session)['document_checklist es']


def test_an_event_is_erased_after_asking_once_more() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'ask_remove', list='tellings[0].events', number=2)
    open_link(session, 'remove', list='tellings[0].events', number=2)
    back_at_the_papers(session)
    after = texts(session)
    assert not any('Pagué cada sábado' in text for text in after.values())
    assert 'Me subieron a 2,500 lempiras.' in after['declaration es']


def erase(session: Session, list_name: str, number: int) -> None:
    """Erase one of a list from the review, as its two links do."""
    open_link(session, 'ask_remove', list=list_name, number=number)
    open_link(session, 'remove', list=list_name, number=number)


def test_with_a_person_goes_the_story_of_that_person_and_nobody_gets_it() -> None:
    session = session_at_papers('00_every_screen')
    assert session.answers()['tellings'][1]['person'] == 'family_0'
    open_link(session, 'my_answers')
    erase(session, 'family', 0)
    back_at_the_papers(session)
    assert [telling['person'] for telling in session.answers()['tellings']] == ['applicant']
    assert not any('Soy el esposo.' in text for text in texts(session).values())


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


def test_home_forgets_what_was_being_changed_and_nothing_else() -> None:
    session = session_at_papers(NAME)
    before = session.answers()
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[1].when.year')
    open_link(session, 'go_home')
    assert session.screen is not None and session.screen.id == 'home'
    session.submit({'task': 'credible_fear'})
    assert session.screen.id == 'packet'
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
    assert 'consistency_sheet es' in texts(session)


def test_with_something_told_go_its_explanation_and_its_place_in_an_earlier_paper() -> None:
    session = session_at_papers(EARLIER)
    open_link(session, 'my_answers')
    erase(session, 'tellings[0].events', 4)
    back_at_the_papers(session)
    told = of_the_mother(session)
    assert not any(key.startswith('event__') for key in told['explanations'])
    assert told['earlier'][0]['events'][0]['same_as'] == ''
    assert 'La intérprete no hablaba mam.' in ' '.join(told['explanations'].values())
    assert 'consistency_sheet es' in texts(session)


def test_with_an_earlier_paper_goes_what_was_explained_of_it_and_it_is_asked_again() -> None:
    session = session_at_papers(EARLIER)
    open_link(session, 'my_answers')
    erase(session, 'tellings[0].earlier', 0)
    go_on(session)
    answer(session, 'told_before', told_before='no')
    back_at_the_papers(session)
    assert not of_the_mother(session)['explanations']
    assert not any('La intérprete no hablaba mam.' in text for text in texts(session).values())


def test_what_was_told_of_the_court_and_marked_on_the_lists_can_be_changed() -> None:
    session = session_at_papers('09_july_protester_released')
    open_link(session, 'my_answers')
    open_link(session, 'court.hearing.year')
    answer(session, 'court_hearing', year='2027', month='6', day='1')
    open_link(session, 'danger_facts[1]')
    assert session.screen is not None and session.screen.id == 'list_to_mark'
    marked = next(entry for entry in session.screen.entries if entry.kind == 'checkboxes')
    assert marked.choices[-1].value == 'unknown'
    session.submit({marked.name: ['ten_months', 'arrest']})
    go_on(session)
    assert session.screen.id == 'stop_and_ask', 'a reason told later is shown'
    told = session.answers()
    assert (str(told['court']['hearing']['month']), told['danger_facts'].count('arrest')) == ('6', 1)


def test_the_review_shows_only_what_is_still_asked() -> None:
    session = session_at_papers('09_july_protester_released')
    open_link(session, 'my_answers')
    open_link(session, 'court.has_case')
    answer(session, 'court_case', has_case='no')
    assert session.screen is not None and session.screen.id == 'my_answers'
    assert {link.action for link in links_of(session.screen)}.isdisjoint({'court.hearing.year', 'court.decision'})


def test_the_review_does_not_tell_another_adult_what_was_marked_about_violence_at_home() -> None:
    session = session_at_papers('09_july_protester_released')
    open_link(session, 'my_answers')
    open_link(session, 'danger_facts[2]')
    assert session.screen is not None
    marked = next(entry for entry in session.screen.entries if entry.kind == 'checkboxes')
    session.submit({marked.name: ['gave_to_armed_group', 'violence_at_home']})
    words = {choice.value: choice.label for choice in marked.choices}
    assert session.screen.id == 'my_answers'
    assert words['gave_to_armed_group'] in session.screen.subquestion and words['violence_at_home'] not in session.screen.subquestion
