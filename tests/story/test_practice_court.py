"""Practice for a hearing: every question is made of fixed words and the person's own; nothing of another adult, or of what was not chosen."""
import re
import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from docassemble.immdef_selfhelp.law.provisions.folding import folded
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story import practice_court
from docassemble.immdef_selfhelp.story.case import Case, Telling, case_from_answers
from docassemble.immdef_selfhelp.story.dates import month_names
from docassemble.immdef_selfhelp.story.practice_court import EVENTS, FAMILY, TOPICS, WAY, questions, screens
from docassemble.immdef_selfhelp.story.told.basics import ALOUD, SKIPPED, FuzzyDate
from docassemble.immdef_selfhelp.story.told.earlier import EarlierEvent, EarlierStatement
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.told.journey import CountryStay, Move
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import Entry, Place
from docassemble.immdef_selfhelp.story.wording import country_name, wording

ALL = (*map(str, range(12)), 'papers')
CASES = {path.stem: case_from_answers(yaml.safe_load(path.read_text(encoding='utf-8'))['answers'])
         for path in sorted((Path(__file__).parents[1] / 'cases').glob('*.yml'))}
# The groups of fixed words a question can be made of.
FIXED = ('court_questions', 'difference_sources', 'difference_answers', 'dates', 'parts_of_year')
JUDGES = re.compile(r'\b(bien hecho|correct[oa]|incorrect[oa]|buena respuesta|puntos|verdad|mentira|good|right answer|wrong|score|well done|true|'
                    r'false|lie)\b', re.IGNORECASE)


def choosing(telling: Telling, *chosen: str) -> Telling:
    return replace(telling, wants_court_practice='yes', court_events=chosen)


def words_in(text: str) -> set[str]:
    return set(re.findall(r'\w+', folded(text)))


def fixed_words(language: str) -> set[str]:
    """Every word the program itself can put into a question, without what is filled in."""
    patterns = (words[language] for group in FIXED for words in wording()[group].values())
    return words_in(' '.join(re.sub(r'\{\w+\}', ' ', pattern) for pattern in patterns))


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, FuzzyDate) or not (is_dataclass(value) or isinstance(value, tuple)):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        for part in fields(value):
            yield from leaves(getattr(value, part.name))


def own_words(case: Case, telling: Telling, language: str) -> set[str]:
    """Every word, name, number and date of what this adult may be asked about: their telling, the names of the family, and the entries."""
    found: set[str] = set()
    entries = case.place.entries if telling.person == 'applicant' else ()
    for leaf in leaves((telling, entries, tuple((person.given_names, person.first_surname, person.second_surname, person.birth)
                                                for person in case.people))):
        if isinstance(leaf, FuzzyDate):
            found |= words_in(f'{leaf.year or ""} {leaf.day or ""} {month_names(language).get(leaf.month or 0, "")} {leaf.words}')
        elif isinstance(leaf, str):
            found |= words_in(leaf) | words_in(country_name(leaf, language))
    return found


def foreign(case: Case, telling: Telling, language: str) -> list[tuple[str, set[str]]]:
    """The questions that have a word which is neither fixed nor the person's own."""
    known = fixed_words(language) | own_words(case, telling, language)
    asked = [one.text(language) for one in questions(case, telling)]
    return [(text, words_in(text) - known) for text in asked if words_in(text) - known]


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_no_question_of_a_case_has_a_word_that_was_not_told(name: str, language: str) -> None:
    for telling in CASES[name].tellings:
        assert foreign(CASES[name], choosing(telling, *ALL), language) == []


# --- stories nobody wrote ------------------------------------------------------------------------------------------------------------

texts = st.lists(st.text(string.ascii_lowercase, min_size=4, max_size=9), max_size=16).map(' '.join)
dates = st.builds(FuzzyDate, st.none() | st.integers(1980, 2026), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28),
                  about=st.booleans())
events = st.builds(Event, kind=st.sampled_from(['harm', 'report', 'other']), what=texts, told=st.sampled_from(['written', ALOUD, SKIPPED]),
                   when=dates, where=texts, who=texts, words=texts, why=texts, witnesses=texts, injuries=texts, care=texts, report_why_not=texts)
statements = st.builds(EarlierStatement, kind=st.sampled_from(['credible_fear_notes', 'earlier_form', '']), when=dates, text=texts, left_when=dates,
                       entered_when=dates, reported=st.sampled_from(['yes', 'no', '']), arrested=st.sampled_from(['yes', 'no', '']), children=texts,
                       names=texts, lived=texts, tells_events=st.just('yes'),
                       events=st.lists(st.builds(EarlierEvent, texts, texts, dates, st.sampled_from(['', '0', '1', 'none'])), max_size=2).map(tuple))
stories = st.builds(
    Telling, person=st.sampled_from(['applicant', 'family_0']), events=st.lists(events, max_size=4).map(tuple), background=texts, community=texts,
    moves=st.lists(st.builds(Move, texts, dates, dates, texts), max_size=3).map(tuple), left_when=dates, left_how=texts,
    countries=st.lists(st.builds(CountryStay, st.sampled_from(['Mexico', 'Brazil', 'zzyx']), dates, dates, status=st.sampled_from(['asked', ''])),
                       max_size=3).map(tuple),
    earlier=st.lists(statements, max_size=2).map(tuple), wants_court_practice=st.just('yes'), court_events=st.just(ALL))
families = st.builds(lambda name, date: (Person('applicant', given_names=name, birth=date),
                                         Person('family_0', given_names='Otra', relation='spouse')), texts, dates)


@settings(max_examples=50)
@given(stories, families, st.lists(st.builds(Entry, dates, texts), max_size=2).map(tuple), st.sampled_from(LANGUAGES))
def test_no_question_of_any_story_has_a_word_that_was_not_told(told: Telling, people: Any, entries: Any, language: str) -> None:
    case = Case(people=people, place=Place(entered='yes', entries=entries), tellings=(told,))
    assert foreign(case, told, language) == []


def test_a_word_that_was_not_told_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    told = choosing(CASES['16_spouses_taken_apart'].tellings[0], '0')
    plain = practice_court.part_words
    monkeypatch.setattr(practice_court, 'part_words', lambda part, language: plain(part, language) + ' Tegucigalpa')
    assert foreign(CASES['16_spouses_taken_apart'], told, 'es')


# --- what is asked, and what is not --------------------------------------------------------------------------------------------------

def test_there_are_thirty_kinds_of_question_and_each_is_open() -> None:
    patterns = wording()['court_questions']
    assert len(patterns) >= 30
    assert all(words[language].count('?') == 1 and words[language].endswith('?') for words in patterns.values() for language in LANGUAGES)
    assert [key for key, words in patterns.items() for language in LANGUAGES if JUDGES.search(words[language])] == []


FULL = Event(kind='harm', what='Me pegaron', when=FuzzyDate(2023, 5), where='Tela', who='Dos hombres', words='vete', why='Por la renta',
             witnesses='Ana',
             injuries='El brazo', care='En la clínica', report_result='Nada', report_why_not='Por miedo', proof_what='Una foto')
EVERYTHING = Telling(
    'applicant', events=(FULL, replace(FULL, when=FuzzyDate(2024)), Event(kind='harm', what='Algo más'), Event(when=FuzzyDate(2022), told=ALOUD)),
    background='Vivía en Tela', community='Soy maestra', moved='yes', left_when=FuzzyDate(2025, 1), left_how='En bus',
    moves=(Move('Yoro', FuzzyDate(2020), FuzzyDate(2021), 'Me buscaron'), Move('Tela', FuzzyDate(2022))),
    countries=(CountryStay('Guatemala', FuzzyDate(2025, 2), status='asked'), CountryStay('Mexico')), court_events=ALL, wants_court_practice='yes',
    earlier=(EarlierStatement('earlier_form', FuzzyDate(2025, 6), text='Dijo que no', left_when=FuzzyDate(2024), entered_when=FuzzyDate(2025),
                              reported='yes', arrested='yes', returned='yes', children='dos', names='Ana', lived='Yoro', tells_events='yes',
                              events=(EarlierEvent('Le pegaron', 'Cinco', FuzzyDate(2023), '0'),)),
             EarlierStatement('other', reported='no', arrested='no', returned='no')))


def test_every_kind_of_question_is_asked_of_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ('MOST_OF_A_TOPIC', 'MOST_OF_AN_EVENT', 'MOST_PAIRS', 'MOST_LINES'):
        monkeypatch.setattr(practice_court, limit, 999)
    family = (Person('applicant', given_names='Eva', birth=FuzzyDate(1990)),
              Person('family_0', given_names='Leo', relation='son', birth=FuzzyDate(2015), travelling='yes'))
    place = Place(entries=(Entry(FuzzyDate(2025, 3), 'Nogales'), Entry(FuzzyDate(2025, 4), 'San Luis')))
    case = Case(people=family, place=place, tellings=(EVERYTHING,))
    assert {one.pattern for one in questions(case, EVERYTHING)} == set(wording()['court_questions'])


def asked(telling: Telling, *more: Telling) -> str:
    people = (Person('applicant', given_names='Eva'), Person('family_0', given_names='Raúl', relation='spouse'))
    return '\n'.join(one.text('es') for one in questions(Case(people=people, tellings=(telling, *more)), telling))


def test_what_happened_is_asked_about_only_where_it_was_chosen() -> None:
    told = Telling('applicant', events=(replace(FULL, what='Me amenazaron en el mercado'), replace(FULL, what='Quemaron la casa')))
    assert EVENTS not in {one.topic for one in questions(Case(people=(Person('applicant'),), tellings=(told,)), told)}
    assert 'mercado' not in asked(told) and 'Tela' not in asked(told)
    assert 'mercado' in asked(choosing(told, '0')) and 'casa' not in asked(choosing(told, '0'))


@pytest.mark.parametrize('words', ['Me violaron', 'Abusó de mí', 'They raped me', 'Me tocaron', 'una agresión sexual'])
def test_words_of_sexual_harm_are_quoted_only_where_they_were_chosen(words: str) -> None:
    told = Telling('applicant', events=(Event(what=words),), background=f'Vivía sola. {words}.', left_how=words, moves=(Move('Yoro', after=words),),
                   earlier=(EarlierStatement('earlier_form', text=words, lived=words, events=(EarlierEvent(words, same_as='0'),)),))
    assert words not in asked(told) and 'Yoro' in asked(told)
    assert words in asked(choosing(told, '0')) and words in asked(choosing(told, 'papers'))


def test_names_and_towns_are_not_taken_for_hard_words() -> None:
    for harmless in ('Violeta', 'Tocoa', 'sexto grado', 'Sabanagrande', 'abuela'):
        assert not practice_court.is_hard(harmless), harmless


def test_what_the_paper_says_of_an_event_comes_with_that_event_only() -> None:
    paper = EarlierStatement('earlier_form', events=(EarlierEvent('Un golpe', 'Cinco', FuzzyDate(2020), '0'),))
    told = Telling('applicant', events=(FULL,), earlier=(paper,))
    assert 'Un golpe' not in asked(told) and 'Me pegaron' not in asked(told) and 'Cinco' not in asked(told)
    assert 'Un golpe' in asked(choosing(told, '0'))


def test_one_adult_is_never_asked_with_another_adults_words() -> None:
    other = choosing(replace(EVERYTHING, person='family_0', background='SECRETO', left_how='SECRETO', may_compare='yes',
                             events=(replace(FULL, what='SECRETO', who='SECRETO'),)), *ALL)
    own = choosing(replace(EVERYTHING, may_compare='yes'), *ALL)
    assert 'SECRETO' not in asked(own, other) and 'SECRETO' in asked(other, own)


def test_the_paper_is_quoted_and_neither_line_is_called_true() -> None:
    case = CASES['04_mam_negative_interview']
    told = choosing(case.tellings[0], '4')
    said = [one.text('es') for one in questions(case, told)]
    assert any('El papel dice que usted salió: agosto de 2026. ¿Qué dice usted?' in text for text in said)
    assert any('Dice que sí' in text and 'Dice que no' in text and text.endswith('¿Cómo explica usted las dos cosas?') for text in said)
    assert [text for text in said if JUDGES.search(text)] == []


def test_hard_questions_stand_in_the_middle_and_few_on_a_screen() -> None:
    for case in CASES.values():
        for telling in case.tellings:
            shown = screens(case, choosing(telling, *ALL))
            order = [group[0].topic for group in shown]
            assert order == sorted(order, key=TOPICS.index) and all(len(group) <= 2 for group in shown)
            assert order[0] == WAY and (order[-1] == FAMILY or len(case.people) < 2)


def test_a_key_changes_with_what_is_asked_and_not_with_the_language() -> None:
    first, second = ({one.key for one in questions(Case(people=(Person('applicant'),)), Telling('applicant', left_when=FuzzyDate(year)))}
                     for year in (2020, 2021))
    assert first and not first & second
