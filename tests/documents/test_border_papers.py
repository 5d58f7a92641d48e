"""The papers for the border: what stands on each, and above all what does not stand on the set that is carried."""
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from documents.shared import ON, Make, TextsOf

from docassemble.immdef_selfhelp.documents.catalog import documents_for
from docassemble.immdef_selfhelp.documents.papers import safe_to_carry
from docassemble.immdef_selfhelp.law.facts.marks import CIRCUMSTANCES, groups
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.wording import wording

SHEETS = {'turn_in_pack', 'safe_to_carry', 'fear_sheet'}
CASES = {path.stem: path for path in sorted((Path(__file__).parents[1] / 'cases').glob('*.yml'))
         if 'as_witness' not in path.stem and 'as_sponsor' not in path.stem}
WORD = re.compile(r"[\w'’-]{3,}")
# What may stand on the set: names, the language and its town, the name and dose of a medicine.
MAY_STAND = ('given_names', 'first_surname', 'second_surname', 'nationality_other', 'best_language_detail', 'amount')


def told(answers: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of the answers of a family, with where it stands."""
    if isinstance(answers, dict):
        for key, value in answers.items():
            yield from told(value, (*path, str(key)))
    elif isinstance(answers, list):
        for value in answers:
            yield from told(value, path)
    elif isinstance(answers, str):
        yield path, answers


def may_stand(path: tuple[str, ...]) -> bool:
    return path[-1] in MAY_STAND or (path[:2] == ('health', 'medicines') and path[-1] == 'name')


def words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


def family(name: str, **changes: Any) -> Case:
    """A family of a case file that wants its sheets, on a phone of its own."""
    answers = yaml.safe_load(CASES[name].read_text(encoding='utf-8'))['answers']
    turn_in = {**(answers.get('turn_in') or {}), 'sheets': 'yes'}
    return case_from_answers({**answers, 'phone_safety': 'private', 'turn_in': turn_in, **changes})


def answers_of(name: str) -> Any:
    return yaml.safe_load(CASES[name].read_text(encoding='utf-8'))['answers']


def text_of(case: Case, kind: str, make: Make, texts_of: TextsOf) -> str:
    document = next(found for found in documents_for(case, ON) if found.id == kind)
    return '\n'.join(texts_of(make(document, case)))


@pytest.mark.parametrize('name', CASES)
def test_the_set_that_is_carried_shares_no_word_with_the_story(name: str, make: Make, texts_of: TextsOf) -> None:
    """Word by word: what a family typed anywhere stands on the set only where the same set for a family that typed nothing else has it too."""
    case = family(name)
    on_paper = words(text_of(case, 'safe_to_carry', make, texts_of))
    bare = words(text_of(replace(safe_to_carry.carried(case), turn_in=case.turn_in), 'safe_to_carry', make, texts_of))
    assert on_paper == bare
    typed = set().union(*(words(text) for path, text in told(answers_of(name)) if not may_stand(path)))
    allowed = set().union(*(words(text) for path, text in told(answers_of(name)) if may_stand(path)))
    own = words(text_of(case_from_answers({'turn_in': {'sheets': 'yes'}, 'applicant': {'nationality': 'Honduras'}}), 'safe_to_carry', make, texts_of))
    program = set().union(*(words(text) for _, text in told(wording()['said'])))
    groups_of_labels = [wording()[group] for group in ('relations', 'medicine_times', 'languages', 'months')]
    labels = set().union(*(words(text) for _, text in told(groups_of_labels)))
    assert (typed & on_paper) - allowed - own - program - labels == set()


MARK = 'zzqx'


def marked(answers: Any, path: tuple[str, ...] = ()) -> Any:
    """The answers with a mark at every text that must not stand on the set that is carried: codes stay what they are."""
    if isinstance(answers, dict):
        return {key: marked(value, (*path, str(key))) for key, value in answers.items()}
    if isinstance(answers, list):
        return [marked(value, path) for value in answers]
    named = path[-1] in ('name', 'telephone', 'reason', 'city', 'other_names')
    typed = isinstance(answers, str) and not may_stand(path) and (named or ' ' in answers)
    return f'{answers} {MARK}{"-".join(path)}' if typed else answers


@pytest.mark.parametrize('name', ['01_extortion_and_police', '10_aunt_and_niece', '13_earlier_order_and_two_paths'])
def test_every_text_that_must_not_be_carried_is_seen_to_be_left_out(name: str, make: Make, texts_of: TextsOf) -> None:
    case = case_from_answers({**marked(answers_of(name)), 'phone_safety': 'private'})
    assert MARK in text_of(case, 'turn_in_pack', make, texts_of) and MARK in text_of(case, 'fear_sheet', make, texts_of), 'the marks reach papers'
    assert MARK not in text_of(case, 'safe_to_carry', make, texts_of)


def test_the_contact_the_number_and_the_city_of_the_shopkeeper_are_not_carried(make: Make, texts_of: TextsOf) -> None:
    case = family('01_extortion_and_police')
    carried, handed = (text_of(case, kind, make, texts_of) for kind in ('safe_to_carry', 'turn_in_pack'))
    for secret in ('Reina', '323 555 0142', 'Todos llamamos', 'asma'):
        assert secret in handed and secret not in carried
    assert 'Tijuana' not in carried and 'Choloma' not in carried


@pytest.mark.parametrize('name', CASES)
def test_a_watched_phone_is_offered_no_sheet(name: str) -> None:
    assert {found.id for found in documents_for(family(name), ON)} >= {'turn_in_pack', 'safe_to_carry'}
    assert not {found.id for found in documents_for(family(name, phone_safety='watched'), ON)} & SHEETS


@pytest.mark.parametrize('sheets', ['later', ''])
def test_who_did_not_ask_for_the_sheets_has_none(sheets: str) -> None:
    assert not {found.id for found in documents_for(family('01_extortion_and_police', turn_in={'sheets': sheets}), ON)} & SHEETS


def test_fear_of_home_and_of_mexico_stand_apart(make: Make, texts_of: TextsOf) -> None:
    found = text_of(family('01_extortion_and_police'), 'fear_sheet', make, texts_of)
    home, _, mexico = found.partition('If I am sent to Mexico')
    assert 'If I go back to Honduras · Si regreso a Honduras' in home and 'Que me maten' in home
    assert 'Tapachula' in mexico and 'Tapachula' not in home and 'Que me maten' not in mexico


def test_the_country_of_mexicans_is_mexico_and_is_not_asked_twice(make: Make, texts_of: TextsOf) -> None:
    found = text_of(family('18_police_husband_watched_phone'), 'fear_sheet', make, texts_of)
    assert 'In Mexico, my own country · En México, mi propio país' in found and 'If I am sent to Mexico' not in found
    assert 'I am afraid of being sent to Mexico' not in text_of(family('18_police_husband_watched_phone'), 'safe_to_carry', make, texts_of)
    assert 'I am afraid of being sent to Mexico' in text_of(family('01_extortion_and_police'), 'safe_to_carry', make, texts_of)


def test_what_is_feared_stands_as_it_was_written_and_nothing_is_translated(make: Make, texts_of: TextsOf) -> None:
    case = family('01_extortion_and_police')
    found = text_of(case, 'fear_sheet', make, texts_of)
    fear = case.tellings[0].fear
    for text in (fear.what, fear.who, fear.why, fear.authorities, fear.other_place, fear.children, fear.mexico_what):
        assert text in found
    assert 'The words below are mine, in Spanish.' in found


WORDS_OF_THE_CHILD = 'PALABRAS DE LA NIÑA'


def with_child(**told_of_her: str) -> Case:
    """The aunt's family, with this told of the niece's own fear."""
    [telling] = answers_of('10_aunt_and_niece')['tellings']
    return family('10_aunt_and_niece', tellings=[{**telling, 'children_fears': [{'person': 'family_0', 'what': WORDS_OF_THE_CHILD, **told_of_her}]}])


@pytest.mark.parametrize(('whose', 'label'), [
    ('child', 'What Génesis Ejemplo Mejía told, as I heard it'),
    ('adult', 'What I know about Génesis Ejemplo Mejía'), ('', 'About Génesis Ejemplo Mejía'),
])
def test_each_child_has_a_place_that_says_whose_words_they_are(whose: str, label: str, make: Make, texts_of: TextsOf) -> None:
    case = with_child(own_fear='yes', words_from=whose)
    found = text_of(case, 'fear_sheet', make, texts_of)
    assert label in found and WORDS_OF_THE_CHILD in found


@pytest.mark.parametrize('answer', ['no', 'unknown', 'skip', ''])
def test_words_of_a_child_do_not_outlive_the_answer_yes(answer: str, make: Make, texts_of: TextsOf) -> None:
    assert WORDS_OF_THE_CHILD not in text_of(with_child(own_fear=answer), 'fear_sheet', make, texts_of)


def test_the_words_about_a_child_stand_on_the_fear_sheets_alone() -> None:
    case = with_child(own_fear='yes', words_from='adult')
    with_words = {paper.id for paper in documents_for(case, ON) if WORDS_OF_THE_CHILD in str(paper.context(case, ON))}
    assert with_words == {'fear_sheet', 'credible_fear_sheet'}


def test_who_tells_it_aloud_has_no_words_on_the_sheet(make: Make, texts_of: TextsOf) -> None:
    answers = answers_of('01_extortion_and_police')
    tellings = [{**answers['tellings'][0], 'fear': {'what': 'NO DEBE SALIR', 'told': 'aloud', 'mexico': 'unknown'}}]
    found = text_of(family('01_extortion_and_police', tellings=tellings), 'fear_sheet', make, texts_of)
    assert 'I will say it out loud.' in found and 'NO DEBE SALIR' not in found and 'Who would harm me' not in found


def test_a_nurse_reads_dose_times_and_allergy_in_english(make: Make, texts_of: TextsOf) -> None:
    found = text_of(family('01_extortion_and_police'), 'turn_in_pack', make, texts_of)
    for text in ('Salbutamol 100 mcg', '2 inhalaciones', 'in the morning, only when needed', 'Allergy', 'A la penicilina', 'Last taken',
                 'I want to talk with the nurse alone.'):
        assert text in found


@pytest.mark.parametrize(('best', 'detail', 'english'), [
    ('mam', 'Todos Santos', 'I speak Mam, Todos Santos.'), ('other', 'Chuj de San Mateo', 'I speak Chuj de San Mateo.'),
    ('spanish', '', 'I speak Spanish.')])
def test_the_card_names_the_language_and_its_town_and_asks_for_an_interpreter(best: str, detail: str, english: str, make: Make,
                                                                              texts_of: TextsOf) -> None:
    for kind in ('turn_in_pack', 'safe_to_carry'):
        found = text_of(family('01_extortion_and_police', best_language=best, best_language_detail=detail), kind, make, texts_of)
        assert english in found and 'Please call an interpreter in my language.' in found


def test_the_papers_of_each_child_are_listed_as_told_and_each_adult_has_a_box_to_tick(make: Make, texts_of: TextsOf) -> None:
    found = text_of(family('13_earlier_order_and_two_paths'), 'turn_in_pack', make, texts_of)
    assert 'birth certificate, original' in found and 'Every adult who travels carries a copy' in found
    assert found.count('☐ Emely Ejemplo Lobo') == 2, 'one box for each of the two adults'
    assert not re.search(r'valid|enough|sufficient|suficiente|válid', found, re.IGNORECASE)


def test_health_stays_off_the_sheets_when_someone_in_the_family_must_not_know(make: Make, texts_of: TextsOf) -> None:
    marks = {mark.id: 'no' for group in groups(CIRCUMSTANCES) for mark in group.marks}
    hidden = family('13_earlier_order_and_two_paths', circumstances={**marks, 'afraid_of_family': 'yes'})
    for kind in ('turn_in_pack', 'safe_to_carry'):
        assert 'Nace en marzo' not in text_of(hidden, kind, make, texts_of)
    assert 'Nace en marzo' in text_of(family('13_earlier_order_and_two_paths'), 'turn_in_pack', make, texts_of)


def test_no_sheet_recommends_a_port_a_day_or_a_route(make: Make, texts_of: TextsOf) -> None:
    ports = re.compile(r'San Ysidro|Otay|Calexico|Chaparral|El Paso|Nogales|\b(cruce|cross) (por|at|on)\b|open (on|at)|abre (el|a las)', re.I)
    for name in ('01_extortion_and_police', '10_aunt_and_niece', '12_drought_and_debt'):
        for kind in SHEETS:
            assert not ports.search(text_of(family(name), kind, make, texts_of))


def test_who_has_an_earlier_order_reads_of_their_own_way_and_nobody_is_handed_the_word_asylum_claim(make: Make, texts_of: TextsOf) -> None:
    case = family('13_earlier_order_and_two_paths')
    own, wife = (document.context(case, ON)['rules'] for document in documents_for(case, ON) if document.id == 'fear_sheet')
    orders = {language: dated.sentence('reinstatement', language, ON) for language in LANGUAGES}
    assert own == [orders] and wife != own
    for kind in SHEETS:
        found = text_of(case, kind, make, texts_of)
        assert 'ask for asylum' not in found and 'pedir asilo' not in found
    assert 'I want to talk with an asylum officer.' in text_of(case, 'safe_to_carry', make, texts_of)
