"""A change from the review asks that question and what it makes necessary, nothing else; what a closed branch held reaches no paper."""
import re
from datetime import date

from bs4 import BeautifulSoup
from interviews.edited import answer, back_at_the_papers, go_on, open_link, text_of, texts
from interviews.walks import session_at_papers

from docassemble.immdef_selfhelp.walk.engine import engine_globals, start
from docassemble.immdef_selfhelp.walk.links import links_of

start()
# docassemble can be imported only after that.
from docassemble.base.util import DADict, DAList, DAObject  # noqa: E402

NAME = '01_extortion_and_police'


def test_a_changed_date_asks_that_date_only() -> None:
    session = session_at_papers(NAME)
    before = text_of(session, 'declaration es')
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[1].when.year')
    answer(session, 'event_when', day='13')
    back_at_the_papers(session)
    after = text_of(session, 'declaration es')
    assert '13 de agosto de 2023' in after and '13 de agosto de 2023' not in before
    assert after.replace('13 de agosto', '12 de agosto') == before


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
    assert 'porque la misma policía les pasó mi denuncia.' in text_of(session, 'declaration es')
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[0].kind')
    answer(session, 'event_kind', kind='report')
    back_at_the_papers(session)
    for name, text in texts(session).items():
        assert 'misma policía les pasó mi denuncia.' not in text, name
        assert 'Lo sé porque leyó lo que yo había dicho' not in text, name
        assert 'una vecina' not in text.lower(), name
    assert 'Por sapa, vos y tu sangre' in text_of(session, 'declaration es')


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
    assert 'dos costillas' in text_of(session, 'declaration es')


def test_other_words_are_asked_about_again() -> None:
    """Words once said to be exact never lend their quotation marks to others."""
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[0].words')
    answer(session, 'event_words', words='Dijeron algo de mi sangre')
    go_on(session)
    answer(session, 'event_words_exact', words_exact='about')
    back_at_the_papers(session)
    found = text_of(session, 'declaration es')
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
    assert 'Mi hermano: Óscar Ejemplo' in text_of(session, 'declaration es')


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
    assert 'Vendí mi pulpería.' in text_of(session, 'declaration es')


def test_proof_found_later_is_asked_about() -> None:
    session = session_at_papers(NAME)
    open_link(session, 'my_answers')
    open_link(session, 'tellings[0].events[3].proof')
    answer(session, 'event_proof', proof='cannot')
    go_on(session)
    answer(session, 'event_proof_what', proof_what='Un papel de ellos', proof_tried='Lo quemaron.')
    back_at_the_papers(session)
    assert 'Lo quemaron.' in text_of(session, 'document_checklist es')


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


def test_the_review_says_the_same_whether_only_violence_was_marked_or_nothing() -> None:
    """A dash in one case and words in the other would tell whoever holds the phone next."""
    def review(marked_there: list[str]) -> str:
        session = session_at_papers('09_july_protester_released')
        open_link(session, 'my_answers')
        open_link(session, 'danger_facts[2]')
        assert session.screen is not None
        session.submit({next(entry.name for entry in session.screen.entries if entry.kind == 'checkboxes'): marked_there})
        assert session.screen.id == 'my_answers'
        return session.screen.subquestion

    assert review(['violence_at_home']) == review([])


def test_the_review_shows_another_adult_nothing_of_the_newer_parts_when_somebody_must_not_know() -> None:
    def review(**marks: bool) -> str:
        session = session_at_papers(NAME)
        with engine_globals():
            dictionary = session._dictionary()
            dictionary |= {name: DAObject(name) for name in ('filing', 'hearing_day', 'advocacy')}
            for owner, names in ((dictionary['filing'], ('late_words', 'venue_reasons', 'missed_words')),
                                 (dictionary['hearing_day'], ('transport', 'comes', 'children_with', 'call_name'))):
                vars(owner).update({name: f'SECRETO{name.replace("_", "")}' for name in names})
            filing = dictionary['filing']
            filing.new_court = 'other'
            filing.initializeAttribute('what', DADict, elements={'venue': True})
            form = dictionary['tellings'].elements[0]
            form.application = DAObject(f'{form.instanceName}.application', race='SECRETOrace')
            dictionary['advocacy'].held_by = 'ice'
            dictionary['advocacy'].initializeAttribute('requests', DAList.using(object_type=DAObject))
            dictionary['advocacy'].requests.appendObject(kind='parole', person='applicant', facts='SECRETOfacts', would_live='SECRETOlive')
            dictionary['tellings'].appendObject(person='family_0')
            dictionary['own_declarations'] = DADict('own_declarations', elements={'family_0': True})
            dictionary['circumstances'].elements[0] = DADict('circumstances[0]', elements=marks)
            session._saved = [session._packed(dictionary)]
        session.reload()
        open_link(session, 'my_answers')
        assert session.screen is not None
        answers = session.screen.subquestion
        session.act('my_forms')
        assert session.screen.id == 'my_forms'
        return answers + session.screen.subquestion

    shown = review(medical=True, afraid_of_family=False)
    assert set(re.findall(r'SECRETO\w+', shown)) == {f'SECRETO{name}' for name in (
        'latewords', 'venuereasons', 'missedwords', 'transport', 'comes', 'childrenwith', 'callname', 'race', 'facts', 'live')}
    assert re.findall(r'SECRETO\w+', review(medical=True, afraid_of_family=True)) == []


MADE_BY_CODE = {
    'hearing_day': {'kind': 'unknown', 'court': 'court_san_diego', 'hour': '08:30', 'place': 'other'}, 'filing': {'new_court': 'court_van_nuys'},
    'family_plan': {'has_carer': 'yes', 'carer_tie': 'aunt_uncle'},
}


def test_the_review_has_the_words_of_choices_that_code_makes_as_their_screen_has_them() -> None:
    session = session_at_papers(NAME)
    with engine_globals():
        dictionary = session._dictionary()
        for name, told in MADE_BY_CODE.items():
            dictionary[name] = DAObject(name)
            vars(dictionary[name]).update(told)
        dictionary['filing'].initializeAttribute('what', DADict, elements={'venue': True})
        dictionary['family'].elements[0].other_parent = 'dead'
        session._saved = [session._packed(dictionary)]
    session.reload()
    open_link(session, 'my_answers')
    assert session.screen is not None
    review = BeautifulSoup(session.screen.subquestion, 'html.parser')
    shown = {text.strip() for one in review.select('div.told dd') for text in one.find_all(string=True, recursive=False)}
    asked = {f'{name}.{part}': code for name, told in MADE_BY_CODE.items() for part, code in told.items()} | {'family[0].other_parent': 'dead'}
    for variable, code in asked.items():
        screen = session.glance(variable)
        assert screen is not None
        entry = next(one for one in screen.entries if one.variable == variable)
        assert next(one.label for one in entry.choices if one.value == code).strip() in shown, variable
