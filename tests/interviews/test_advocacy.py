"""Asking officers for something, in the running interview: a lawyer before bond, today before the facts, the log from the papers, and erasing."""
from interviews.edited import answer, open_link
from interviews.walks import session_at_papers, walked

NAME = '16_spouses_taken_apart'


def screens(name: str) -> list[str]:
    return [step.screen.id for step in walked(name, 'es').steps]


def test_a_lawyer_comes_right_after_bond_was_chosen_and_before_anything_is_asked() -> None:
    found = screens(NAME)
    assert found[found.index('request_lawyer') - 1] == 'request_kind'


def test_what_is_urgent_says_today_before_the_facts_and_asks_for_no_day() -> None:
    found = screens('15_boy_alone_with_his_sister')
    assert found.index('request_urgent') + 1 == found.index('request_today') < found.index('request_facts')
    assert 'request_by_when' not in found


def test_today_says_what_was_not_found_and_what_can_be_done_now() -> None:
    told = next(step.screen.subquestion for step in walked('15_boy_alone_with_his_sister', 'es').steps if step.screen.id == 'request_today')
    assert 'No encontramos un teléfono' in told and 'mostrador' in told and 'abogado' in told


def test_a_telephone_line_that_can_be_tapped_comes_first_where_there_is_one() -> None:
    """A child in need, and ICE holds the family: above everything else on the screen stands the number to call."""
    told = next(step.screen.subquestion for step in walked('25_letters_to_officers', 'es').steps if step.screen.id == 'request_today')
    first = told[told.index('<li>'):].partition('</li>')[0]
    assert 'href="tel:' in first


def test_a_delivery_is_added_from_the_papers_and_stays_to_be_changed() -> None:
    session = session_at_papers(NAME)
    open_link(session, '_da_list_add', list='advocacy.deliveries')
    answer(session, 'delivery', letter='bond', how='lawyer', to_whom='La corte')
    answer(session, 'delivery_when', year='2026', month='11', day='23')
    answer(session, 'delivery_answer', answer='No.')
    assert [one['letter'] for one in session.answers()['advocacy']['deliveries']] == ['property', 'bond']
    session.act('my_answers')
    open_link(session, 'advocacy.deliveries[1].answer')
    answer(session, 'delivery_answer', answer='Sí.')
    assert session.answers()['advocacy']['deliveries'][1]['answer'] == 'Sí.'


def test_who_is_erased_takes_the_requests_about_them_along() -> None:
    session = session_at_papers(NAME)
    session.act('remove', list='family', number=0, of=2)
    kept = session.answers()['advocacy']
    assert [one['kind'] for one in kept['requests']] == ['property'] and 'family_0' not in (kept['held'] or [])
