"""What does not say the same stands side by side; what only says less, or says it otherwise, does not."""
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.checks import CHECKS, GRAVEST_FIRST, differences
from docassemble.immdef_selfhelp.story.checks.result import Difference, Line, renumbered
from docassemble.immdef_selfhelp.story.dates import last_day
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.told.earlier import EarlierEvent, EarlierStatement
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import Entry, Place
from docassemble.immdef_selfhelp.story.wording import wording

ATTACK = Event(kind='harm', what='Me cortó el brazo.', when=FuzzyDate(2023, 8), where='Huehuetenango', who='Cuatro hombres', reported='no')
COMPLAINT = Event(kind='report', what='Puse la denuncia.', when=FuzzyDate(2021, 2, 15), where='El juzgado')
FAMILY = (Person('applicant', 'Juana', 'Ejemplo', 'Ramírez', birth=FuzzyDate(1996, 12, 19)), Person('family_0', 'Dariel', 'Ejemplo', relation='son'))
NOTES = EarlierStatement('credible_fear_notes', FuzzyDate(2026, 11, 17))


def case(*tellings: Telling, now: str = '', entries: tuple[Entry, ...] = (), **more: Any) -> Case:
    return Case(**{'people': FAMILY, 'place': Place(now=now, entries=entries), 'tellings': tellings, **more})


def found(told: Telling, **more: Any) -> list[tuple[str, str]]:
    return [(difference.code, difference.seriousness) for difference in differences(case(told, **more), told)]


def with_notes(**says: Any) -> list[tuple[str, str]]:
    told = Telling('applicant', events=(ATTACK, COMPLAINT), left_when=FuzzyDate(2026, 8, 2), earlier=(replace(NOTES, **says),))
    return found(told, entries=(Entry(FuzzyDate(2026, 10, 29), 'Otay Mesa'),))


# --- what an earlier statement says ------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('says', 'expected'), [
    ({'left_when': FuzzyDate(2026, 8)}, []),
    ({'left_when': FuzzyDate(2026, 7)}, [('left', 'serious')]),
    ({'left_when': FuzzyDate(2026, 7, 28, about=True)}, [('left', 'small')]),
    ({'entered_when': FuzzyDate(2025, 10, 29)}, [('entered', 'serious')]),
    ({'entered_when': FuzzyDate(2026)}, []),
    ({'reported': 'no'}, [('reported', 'serious')]), ({'reported': 'yes'}, []), ({'reported': 'unknown'}, []),
    ({'arrested': 'yes'}, [('arrested', 'serious')]), ({'arrested': 'no'}, []),
    ({'children': 'dos'}, [('children', 'serious')]), ({'children': 'dos o 1'}, [('children', 'small')]), ({'children': '1'}, []),
    ({'children': 'mis hijos'}, [('children_unread', 'small')]), ({'children': 'una hija y dos hijos'}, [('children', 'serious')]),
    ({'children': 'Un niño'}, []), ({'children': 'una niña'}, []), ({'lived': 'Huehuetenango'}, []),
    ({'lived': 'Quetzaltenango'}, [('residence', 'small')]),
    ({'events': (EarlierEvent('Machete', 'los mismos de siempre', same_as='0'), EarlierEvent(same_as='1'))}, [('people_unread', 'small')]),
    ({'names': 'JUANA EJEMPLO\ndariel ejemplo'}, []),
    ({'names': 'Daniel Ejemplo'}, [('name', 'small')]),
    ({'names': 'Rosa Méndez'}, [('person_only_earlier', 'small')]),
    ({'events': (EarlierEvent('Machete', when=FuzzyDate(2022), same_as='0'), EarlierEvent('Juzgado', same_as='1'))},
     [('event', 'serious')]),
    ({'events': (EarlierEvent('Machete', 'three men', same_as='0'), EarlierEvent(same_as='1'))},
     [('people_count', 'serious')]),
    ({'events': (EarlierEvent('Machete', 'four or five men', same_as='0'), EarlierEvent(same_as='1'))},
     [('people_count', 'small')]),
    ({'events': (EarlierEvent('Balazos', same_as='none'), EarlierEvent(same_as='0'), EarlierEvent(same_as='1'))},
     [('event_only_earlier', 'serious')]),
    ({'events': (EarlierEvent('Machete', same_as='0'),)}, [('event_not_in_earlier', 'small')]),
    ({'events': (EarlierEvent('Juzgado', same_as='1'),)}, [('event_not_in_earlier', 'serious')]),
    # Not told which of the events it is: then nothing is known to be missing
    ({'events': (EarlierEvent('Machete'),)}, []),
])
def test_what_is_told_here_beside_an_earlier_statement(says: dict[str, Any], expected: Any) -> None:
    assert with_notes(**says) == expected


def test_what_is_asked_about_first_is_the_gravest() -> None:
    told = Telling('applicant', events=(ATTACK,), left_when=FuzzyDate(2026, 8, 2), earlier=(
        replace(NOTES, children='cinco', returned='yes', left_when=FuzzyDate(2020), arrested='yes', reported='yes', lived='Managua'),))
    codes = [code for code, _ in found(told, circumstances=(('returned', 'no'),))]
    assert codes == ['returned', 'arrested', 'reported', 'left', 'children', 'residence']
    assert {one.code for one in differences(case(told), told)} <= set(GRAVEST_FIRST)


def test_going_back_is_compared_with_the_mark_and_with_entries() -> None:
    told = Telling('applicant', left_when=FuzzyDate(2026, 8), earlier=(replace(NOTES, returned='no'),))
    assert found(told, circumstances=(('returned', 'yes'),)) == [('returned', 'serious')]
    assert found(told, entries=(Entry(FuzzyDate(2019)),)) == [('returned', 'serious')]
    assert found(told, circumstances=(('returned', 'unknown'),)) == []


def test_two_earlier_statements_are_compared_with_each_other() -> None:
    told = Telling('applicant', earlier=(replace(NOTES, children='2', reported='no'), replace(NOTES, kind='earlier_form', reported='yes')))
    shown = differences(case(told), told)
    assert {(difference.left.source, difference.right.source) for difference in shown if difference.code == 'reported'} == {
        ('credible_fear_notes', 'earlier_form')}


def test_asking_for_help_told_here_and_denied_before_and_the_other_way_round() -> None:
    told = Telling('applicant', events=(ATTACK,), earlier=(replace(NOTES, reported='yes'),))
    assert found(told) == [('reported', 'serious')]
    one_open = replace(told, events=(ATTACK, replace(ATTACK, reported='')))
    assert found(one_open) == []


def test_the_lists_and_the_family_are_the_applicants() -> None:
    told = Telling('family_0', earlier=(replace(NOTES, arrested='yes', children='seis'),))
    assert found(told) == []


# --- inside one telling ------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('told', 'more', 'expected'), [
    ({'events': (replace(ATTACK, when=FuzzyDate(1990)),)}, {}, 'before_birth'),
    ({'events': (replace(ATTACK, when=FuzzyDate(2024)),), 'left_when': FuzzyDate(2023, 1)}, {}, 'harm_after_leaving'),
    ({'left_when': FuzzyDate(2026, 8)}, {'now': 'custody', 'entries': (Entry(FuzzyDate(2026, 5)),)}, 'entry_before_leaving'),
    ({'left_when': FuzzyDate(2026, 8), 'countries': (CountryStay('México', FuzzyDate(2026, 5)),)}, {}, 'country_before_leaving'),
    ({'moves': (Move('Peten', FuzzyDate(2024), FuzzyDate(2023)),)}, {}, 'end_before_start'),
    ({'moves': (Move('A', FuzzyDate(2020), FuzzyDate(2023)), Move('B', FuzzyDate(2021), FuzzyDate(2022)))}, {}, 'stays_overlap'),
    ({'moves': (Move('A', FuzzyDate(2020), FuzzyDate(2020)), Move('B', FuzzyDate(2022), FuzzyDate(2022)))}, {}, 'stay_gap'),
    ({'left_when': FuzzyDate(2025, 1)}, {'entries': (Entry(FuzzyDate(2026, 5)),)}, 'stay_gap'),
    ({'background': 'Vivo con Daniel.'}, {}, 'name'),
])
def test_what_cannot_be_in_this_order(told: dict[str, Any], more: dict[str, Any], expected: Any) -> None:
    assert [code for code, _ in found(Telling('applicant', **told), **more)] == [expected]


@pytest.mark.parametrize(('told', 'more'), [
    ({'events': (replace(ATTACK, when=FuzzyDate(2023)),), 'left_when': FuzzyDate(2023, 3)}, {}),
    ({'events': (replace(ATTACK, when=FuzzyDate(2023, 5)),), 'left_when': FuzzyDate(2023, 3), 'countries': (CountryStay('México'),)}, {}),
    ({'events': (replace(ATTACK, told='skip', when=FuzzyDate(1990)),)}, {}),
    ({'left_when': FuzzyDate(2026, 8)}, {'now': 'mexico', 'entries': (Entry(FuzzyDate(2019)),)}),
    ({'moves': (Move('A', FuzzyDate(2020), FuzzyDate(2021)), Move('B', FuzzyDate(2021), FuzzyDate(2022)))}, {}),
    ({'moves': (Move('A', FuzzyDate(2020), FuzzyDate()), Move('B', FuzzyDate(2023), FuzzyDate()))}, {}),
    ({'events': (replace(ATTACK, when=FuzzyDate(2023, 2, 31)),), 'left_when': FuzzyDate(2020)}, {}),
    ({'background': 'Vivo con Dariel y con Marta. Cuando salí, dárIel lloró.'}, {}),
])
def test_what_can_be_is_no_difference(told: dict[str, Any], more: dict[str, Any]) -> None:
    assert found(Telling('applicant', **told), **more) == []


# --- two adults --------------------------------------------------------------------------------------------------------------------

HUSBAND = (*FAMILY[:1], Person('family_0', 'Luis', 'Ejemplo', relation='spouse'))


@pytest.mark.parametrize(('mine', 'theirs', 'expected'), [
    ('yes', 'yes', [('event', 'serious'), ('people_count', 'serious')]), ('yes', '', []), ('yes', 'no', []), ('', 'yes', [])])
def test_the_tellings_of_two_adults_are_compared_only_when_both_agreed(mine: str, theirs: str, expected: Any) -> None:
    other = replace(ATTACK, when=FuzzyDate(2022, 8), who='dos hombres', what='A ella le cortó el brazo.')
    first, second = Telling('applicant', events=(ATTACK,), may_compare=mine), Telling('family_0', events=(other,), may_compare=theirs)
    whole = case(first, second, people=HUSBAND)
    assert [(one.code, one.seriousness) for one in differences(whole, first)] == expected
    assert [(one.code, one.seriousness) for one in differences(whole, second)] == expected


# --- properties --------------------------------------------------------------------------------------------------------------------

@st.composite
def days(draw: st.DrawFn) -> FuzzyDate:
    year, month = draw(st.integers(2015, 2026)), draw(st.integers(1, 12))
    return FuzzyDate(year, month, draw(st.integers(1, last_day(year, month).day)))


DATES = st.one_of(days(), days().map(lambda told: replace(told, day=None)), days().map(lambda told: FuzzyDate(told.year)), st.just(FuzzyDate()))
EVENTS = st.builds(Event, kind=st.sampled_from(['harm', 'report']), what=st.sampled_from(['Me amenazó.', 'Disparó.']), when=DATES,
                   who=st.sampled_from(['tres hombres', 'cuatro o cinco', '']), reported=st.sampled_from(['yes', 'no', '']))
MOVES = st.builds(Move, place=st.sampled_from(['A', 'B']), start=DATES, end=DATES)
STAYS = st.builds(CountryStay, country=st.sampled_from(['México', 'Belice']), start=DATES, end=DATES)
TELLINGS = st.builds(Telling, person=st.just('applicant'), events=st.lists(EVENTS, max_size=3).map(tuple), left_when=DATES,
                     moves=st.lists(MOVES, max_size=3).map(tuple), countries=st.lists(STAYS, max_size=2).map(tuple))
ENTRIES = st.lists(st.builds(Entry, when=DATES), max_size=2).map(tuple)


def repeated(told: Telling, entries: tuple[Entry, ...]) -> EarlierStatement:
    """An earlier statement that says the same."""
    events = tuple(EarlierEvent(event.what, event.who, event.when, str(number)) for number, event in enumerate(told.events))
    reported = 'yes' if any(event.kind == 'report' or event.reported == 'yes' for event in told.events) else ''
    return replace(NOTES, left_when=told.left_when, entered_when=entries[-1].when if entries else FuzzyDate(), children='1', reported=reported,
                   names='Juana Ejemplo Ramirez', events=events)


def codes(found: tuple[Difference, ...]) -> set[str]:
    return {difference.code for difference in found}


@given(TELLINGS, ENTRIES)
def test_the_same_told_twice_is_no_difference(told: Telling, entries: tuple[Entry, ...]) -> None:
    once = differences(case(told, entries=entries), told)
    twice = replace(told, earlier=(repeated(told, entries), repeated(told, entries)))
    assert differences(case(twice, entries=entries), twice) == once


@given(TELLINGS, TELLINGS, ENTRIES, st.data())
def test_a_vaguer_date_never_makes_a_difference(told: Telling, other: Telling, entries: tuple[Entry, ...], data: st.DataObject) -> None:
    def vaguer(when: FuzzyDate) -> FuzzyDate:
        return data.draw(st.sampled_from([when, replace(when, day=None), FuzzyDate(when.year), FuzzyDate()]))

    told = replace(told, earlier=(replace(repeated(other, entries), events=()),))
    less = replace(
        told, left_when=vaguer(told.left_when), events=tuple(replace(event, when=vaguer(event.when)) for event in told.events),
        moves=tuple(replace(move, start=vaguer(move.start), end=vaguer(move.end)) for move in told.moves),
        countries=tuple(replace(stay, start=vaguer(stay.start), end=vaguer(stay.end)) for stay in told.countries),
        earlier=tuple(replace(one, left_when=vaguer(one.left_when), entered_when=vaguer(one.entered_when)) for one in told.earlier))
    assert codes(differences(case(less, entries=entries), less)) <= codes(differences(case(told, entries=entries), told))


def sides(found: tuple[Difference, ...]) -> set[tuple[str, str, frozenset[Line]]]:
    return {(difference.code, difference.seriousness, frozenset((difference.left, difference.right))) for difference in found}


@given(TELLINGS, TELLINGS, TELLINGS, ENTRIES)
def test_it_does_not_matter_which_statement_comes_first(told: Telling, one: Telling, two: Telling, entries: tuple[Entry, ...]) -> None:
    first, second = (replace(repeated(other, entries), events=()) for other in (one, two))
    there, back = replace(told, earlier=(first, second)), replace(told, earlier=(second, first))
    assert sides(differences(case(there, entries=entries), there)) == sides(differences(case(back, entries=entries), back))


@given(TELLINGS, ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_events_makes_no_difference(told: Telling, entries: tuple[Entry, ...], chance: Any) -> None:
    order = list(range(len(told.events)))
    chance.shuffle(order)
    whole = replace(told, earlier=(repeated(told, entries),))
    shuffled = replace(whole, events=tuple(told.events[number] for number in order), earlier=(replace(
        whole.earlier[0], events=tuple(replace(event, same_as=str(order.index(event.told_event or 0))) for event in whole.earlier[0].events)),))
    assert {(code, level) for code, level, _ in sides(differences(case(shuffled, entries=entries), shuffled))} == {
        (code, level) for code, level, _ in sides(differences(case(whole, entries=entries), whole))}


# --- words and keys ----------------------------------------------------------------------------------------------------------------

def test_every_difference_has_its_words_and_asks() -> None:
    groups = wording()
    assert set(groups['difference_titles']) == set(groups['difference_questions'])
    assert all('?' in question[language] for question in groups['difference_questions'].values() for language in LANGUAGES)


def test_a_line_says_where_it_stands_and_what_was_typed() -> None:
    told = Telling('applicant', left_when=FuzzyDate(2026, 8), earlier=(replace(NOTES, left_when=FuzzyDate(2026, 7)),))
    shown = differences(case(told), told)[0]
    assert (shown.left.where('es'), shown.left.says('es')) == ('Lo que cuenta aquí', 'Agosto de 2026')
    assert (shown.right.where('es'), shown.right.says('en')) == ('Notas de la entrevista de miedo, 17 de noviembre de 2026', 'July 2026')


@pytest.mark.parametrize(('key', 'list_name', 'gone', 'expected'), [
    ('event__events-2__earlier-0-events-1', 'events', 1, 'event__events-1__earlier-0-events-1'),
    ('event__events-1__earlier-0-events-1', 'events', 1, None),
    ('event__events-1__earlier-0-events-1', 'earlier', 0, None),
    ('event__events-1__earlier-2-events-1', 'earlier', 0, 'event__events-1__earlier-1-events-1'),
    ('name__family__events-12', 'events', 3, 'name__family__events-11'),
])
def test_an_explanation_stays_with_its_difference_when_something_is_erased(key: str, list_name: str, gone: int, expected: Any) -> None:
    assert renumbered(key, list_name, gone) == expected


def test_earlier_statements_are_read_only_when_there_were_some() -> None:
    answers: dict[str, Any] = {'person': 'applicant', 'events': [{'kind': 'harm', 'what': 'x'}], 'told_before': True, 'earlier': [
        {'kind': 'credible_fear_notes', 'reported': False, 'left_when': {'year': 2026}, 'text': 'dice', 'tells_events': 'yes',
         'events': [{'what': 'a', 'same_as': '0'}, {'what': 'b', 'same_as': 'none'}, {'what': 'c', 'same_as': '7'}, {'what': 'd'}]}]}
    [statement] = case_from_answers({'tellings': [answers]}).tellings[0].earlier
    assert [(event.told_event, event.linked) for event in statement.events] == [(0, True), (None, True), (None, False), (None, False)]
    assert (statement.reported, statement.left_when, statement.text) == ('no', FuzzyDate(2026), 'dice')
    assert case_from_answers({'tellings': [{**answers, 'told_before': 'no'}]}).tellings[0].earlier == ()
    [closed] = case_from_answers({'tellings': [{**answers, 'earlier': [{**answers['earlier'][0], 'tells_events': 'no'}]}]}).tellings[0].earlier
    assert closed.events == ()


def test_a_key_is_one_plain_word() -> None:
    told = Telling('applicant', events=(ATTACK,), earlier=(replace(NOTES, events=(EarlierEvent(when=FuzzyDate(2022), same_as='0'),)),))
    assert [difference.key for difference in differences(case(told), told)] == ['event__events-0__earlier-0-events-0']


def test_nothing_told_is_no_difference() -> None:
    told = Telling('applicant')
    assert differences(case(told), told) == ()
    assert len(set(CHECKS)) == len(CHECKS)
