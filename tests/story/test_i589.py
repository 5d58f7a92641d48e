"""Form I-589 from a case: one function for each part, each with its own small test; and what no form of anybody may ever hold."""
from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers
from docassemble.immdef_selfhelp.story.i589 import labels
from docassemble.immdef_selfhelp.story.i589.box import Box, form_date, text
from docassemble.immdef_selfhelp.story.i589.names import name_boxes
from docassemble.immdef_selfhelp.story.i589.part_a_family import part_a_family
from docassemble.immdef_selfhelp.story.i589.part_a_past import part_a_past
from docassemble.immdef_selfhelp.story.i589.part_a_you import part_a_you
from docassemble.immdef_selfhelp.story.i589.part_d import part_d, part_e
from docassemble.immdef_selfhelp.story.i589.parts_b_and_c import parts_b_and_c
from docassemble.immdef_selfhelp.story.i589.who import filers, telling_of
from docassemble.immdef_selfhelp.story.i589.whole import boxes
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate

ON = date(2026, 11, 24)
ANA = {'given_names': 'Ana María', 'first_surname': 'Ejemplo', 'second_surname': 'Sosa', 'nationality': 'Honduras', 'second_nationality': 'Honduras',
       'birth': {'year': 1990, 'month': 4, 'day': 9}}
LUIS = {'given_names': 'Luis', 'first_surname': 'Ejemplo', 'relation': 'spouse', 'whereabouts': 'with_me', 'nationality': 'Honduras'}
SON = {'given_names': 'Leo', 'first_surname': 'Ejemplo', 'relation': 'son', 'whereabouts': 'home_country', 'birth': {'year': 2008}}
HERE = {'place': 'released', 'entered': 'yes', 'entries': [
    {'when': {'year': 2019, 'month': 5}, 'place': 'El Paso', 'outcome': 'removal_order'},
    {'when': {'year': 2024, 'month': 8}, 'place': 'San Ysidro', 'outcome': 'turned_back'},
    {'when': {'year': 2026, 'month': 1, 'day': 21}, 'place': 'Otay Mesa', 'outcome': 'released'}]}


def case(form: dict[str, Any] | None = None, other: dict[str, Any] | None = None, **told: Any) -> Case:
    tellings = [{'person': 'applicant', 'told_language': 'es', 'application': form or {}, **told.pop('telling', {})}]
    if other is not None:
        tellings.append({'person': 'family_0', **other})
    return case_from_answers({'applicant': ANA, 'family': [LUIS, SON], 'situation': HERE, 'court': {'has_case': 'yes'}, 'tellings': tellings, **told})


def printed(found: dict[str, Box] | Any) -> dict[str, str]:
    return {item: box.printed for item, box in found.items() if box.printed}


# --- one box -----------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('state', 'expected'), [('none', 'NONE'), ('not_applicable', 'N/A'), ('unknown', 'UNKNOWN'), ('need_help', '')])
def test_a_state_is_printed_as_the_form_wants_it_and_help_stays_open(state: str, expected: str) -> None:
    box = text('', {'race': state}, 'race')
    assert box.printed == expected
    assert box.answered is bool(expected)


@pytest.mark.parametrize(('told', 'expected'), [
    (FuzzyDate(2024, 5, 3), '05/03/2024'), (FuzzyDate(2024, 5), 'May 2024'), (FuzzyDate(2024, 5, 3, about=True), 'about May 3, 2024'),
    (FuzzyDate(words='antes de Pascua'), 'antes de Pascua')])
def test_a_date_is_never_sharper_than_it_was_told(told: FuzzyDate, expected: str) -> None:
    assert form_date(told) == expected


# --- names -------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('told', 'expected'), [
    (('María de los Ángeles', 'de la O', 'Núñez', ''), ('de la O Núñez', 'María de los Ángeles', 'NONE')),
    (('María de los Ángeles', 'de la O', '', 'de los Ángeles'), ('de la O', 'María', 'de los Ángeles')),
    (('Nāhuatl', '', '', ''), ('Nāhuatl', 'NONE', 'NONE')), (('', 'k’iche’', '-', ''), ('k’iche’', 'NONE', 'NONE')),
    (('Ana', 'Pop', 'Tzul', 'Tzul'), ('Pop Tzul', 'Ana', 'NONE')), (('José', 'Gutiérrez de la Torre Villanueva', '', ''),
                                                                   ('Gutiérrez de la Torre Villanueva', 'José', 'NONE'))])
def test_names_go_into_the_boxes_of_the_form(told: tuple[str, str, str, str], expected: tuple[str, str, str]) -> None:
    assert tuple(box.printed for box in name_boxes(*told)) == expected


PART_OF_A_NAME = st.text(st.characters(codec='utf-8', categories=['L', 'M', 'Zs', 'Po', 'Pd', 'Sm', 'Pi', 'Pf']), max_size=60)


@given(PART_OF_A_NAME, PART_OF_A_NAME, PART_OF_A_NAME, PART_OF_A_NAME)
def test_no_letter_of_a_name_is_lost_and_no_surname_is_a_middle_name(given_names: str, first: str, second: str, middle: str) -> None:
    last, one, two = name_boxes(given_names, first, second, middle)
    told = [' '.join(part.split()) for part in (given_names, first, second) if any(map(str.isalnum, part))]
    together = f'{last.text} {one.text} {two.text}'
    assert all(word in together for part in told for word in part.split())
    assert not two.text or two.text.casefold() not in [' '.join(part.split()).casefold() for part in (first, second)]
    assert not told or all(box.answered for box in (last, one, two))


# --- Part A.I ----------------------------------------------------------------------------------------------------------------------

def test_no_other_name_stands_on_the_form_only_of_whoever_was_asked() -> None:
    told = case({'other_names': ''}, {'application': {'own_form': 'yes'}})
    mine, other = (printed(part_a_you(told, telling)) for telling in told.tellings)
    assert mine['A.I.7'] == 'NONE' and 'A.I.7' not in other
    named = case({'other_names': 'Anita'})
    assert printed(part_a_you(named, named.tellings[0]))['A.I.7'] == 'Anita'


def test_part_a_you_reads_what_the_family_told_and_asks_nothing_twice() -> None:
    told = case({'race': 'Garífuna', 'mail_same': 'yes', 'apartment': '', 'states': {'religion': 'none'}, 'social_security': 'no',
                 'i94_number': '', 'other_names': ''}, telling={'wants_declaration': 'yes', 'a_number': 'A000 000 021', 'left_when': {'year': 2025}})
    found = printed(part_a_you(told, told.tellings[0]))
    assert found['A.I.1'] == 'A000 000 021'
    assert (found['A.I.4'], found['A.I.5'], found['A.I.6'], found['A.I.7']) == ('Ejemplo Sosa', 'Ana María', 'NONE', 'NONE')
    assert (found['A.I.12'], found['A.I.14'], found['A.I.18'], found['A.I.19a']) == ('04/09/1990', 'Honduras', 'now', '2025')
    assert (found['A.I.16'], found['A.I.17'], found['A.I.8.apartment'], found['A.I.9.street']) == ('Garífuna', 'NONE', 'N/A', 'N/A')
    # A number typed as "no" and one left empty are the same
    assert (found['A.I.2'], found['A.I.3'], found['A.I.19b']) == ('NONE', 'NONE', 'NONE')


def test_entries_stand_latest_first_and_whoever_was_turned_back_did_not_enter() -> None:
    told = case({'entry_statuses': {'2': 'none: crossed between ports'}})
    found = printed(part_a_you(told, told.tellings[0]))
    assert [found[f'A.I.19c.{row}.place'] for row in (1, 2)] == ['Otay Mesa', 'El Paso']
    assert found['A.I.19c.1.status'] == 'none: crossed between ports'
    assert not any(item.startswith('A.I.19c.3') for item in found)


def test_forty_entries_are_forty_rows() -> None:
    entries = [{'when': {'year': 1980 + number}, 'place': f'Puerto {number}', 'outcome': 'left_by_choice'} for number in range(40)]
    told = case(situation={**HERE, 'entries': entries})
    found = part_a_you(told, told.tellings[0])
    assert [found[f'A.I.19c.{row}.place'].text for row in range(1, 41)] == [f'Puerto {number}' for number in reversed(range(40))]


def test_two_nationalities_stand_both() -> None:
    told = case(applicant={**ANA, 'second_nationality': 'México'})
    assert part_a_you(told, told.tellings[0])['A.I.14'].text == 'Honduras, Mexico'


# --- Part A.II ---------------------------------------------------------------------------------------------------------------------

def test_part_a_family_names_spouse_and_every_child_wherever_they_are() -> None:
    told = case({'marital': 'married', 'spouse': {'race': 'mestizo', 'included': 'yes'},
                 'children': [{'key': 'family_1', 'marital': 'single'}, {'given_names': 'Rosa', 'first_surname': 'Ejemplo', 'in_us': 'no',
                                                                        'where': 'Tegucigalpa', 'marital': 'married'}]})
    found = part_a_family(told, told.tellings[0])
    said = printed(found)
    assert (said['A.II.married'], said['A.II.6'], said['A.II.15'], said['A.II.24']) == ('yes', 'Luis', 'yes', 'yes')
    assert (said['A.II.children_total'], said['A.II.6.1'], said['A.II.6.2']) == ('2', 'Leo', 'Rosa')
    assert (said['A.II.13.1'], said['A.II.13.1.where'], said['A.II.14.1'], said['A.II.12.1']) == ('no', 'Honduras', 'N/A', 'male')
    assert (said['A.II.13.2.where'], said['A.II.3.2']) == ('Tegucigalpa', 'married')
    # Yes/no boxes about the stay of somebody who is not here are not applicable, and so not open
    assert found['A.II.21.2'].state == 'not_applicable'


def test_ten_children_are_ten_blocks_and_nobody_unmarried_has_a_spouse() -> None:
    told = case({'marital': 'single', 'children': [{'given_names': f'Hijo {number}', 'first_surname': 'Ejemplo'} for number in range(9)]})
    found = part_a_family(told, told.tellings[0])
    assert found['A.II.children_total'].text == '10'
    assert found['A.II.6.10'].text == 'Hijo 8'
    assert found['A.II.married'].text == 'no'
    assert 'A.II.5' not in found


# --- Part A.III --------------------------------------------------------------------------------------------------------------------

def test_part_a_past_has_the_present_first() -> None:
    told = case({'homes': [{'city': 'Choluteca', 'start': {'year': 2015}, 'until': 'ended', 'end': {'year': 2026, 'month': 1}},
                           {'city': 'Oceanside', 'start': {'year': 2026, 'month': 1, 'day': 22}, 'until': 'now'}],
                 'went_to_school': 'no', 'worked': 'no', 'feared_home_same': 'yes',
                 'mother': {'name': 'Nāhuatl k’iche’', 'dead': 'yes'}, 'other_siblings': 'no'})
    found = printed(part_a_past(told, told.tellings[0]))
    assert (found['A.III.2.1.city'], found['A.III.2.1.from'], found['A.III.2.1.to']) == ('Oceanside', '01/22/2026', 'PRESENT')
    assert (found['A.III.2.2.city'], found['A.III.2.2.to']) == ('Choluteca', 'January 2026')
    assert (found['A.III.3.1.name'], found['A.III.4.1.employer'], found['A.III.1.2.city']) == ('NONE', 'NONE', 'N/A')
    assert (found['A.III.5.mother.name'], found['A.III.5.mother.dead'], found['A.III.5.mother.location']) == ('Nāhuatl k’iche’', 'yes', 'N/A')
    assert found['A.III.5.1.name'] == 'NONE'


# --- Parts B and C -----------------------------------------------------------------------------------------------------------------

HARM = {'kind': 'harm', 'what': 'Me golpearon por marchar.', 'why': 'Por mis ideas.', 'when': {'year': 2024}}


def test_no_box_of_part_b_is_ticked_for_anybody() -> None:
    told = case(telling={'events': [HARM], 'reasons': ['politics', 'religion', 'race', 'nationality'], 'fear': {'torture': 'yes'}})
    found = parts_b_and_c(told, told.tellings[0], ON)
    assert not any(box.text for item, box in found.items() if item.startswith('B.'))


def test_an_explanation_says_see_declaration_or_is_the_persons_own() -> None:
    told = case({'grounds': ['politics', 'torture'], 'answers': {'B.1.A': 'yes', 'B.1.B': 'yes', 'B.2': 'no', 'C.4': 'need_help'},
                 'how': {'B.1.A': 'declaration', 'B.1.B': 'here'}, 'explanations': {'B.1.B': 'Temo a la policía.'},
                 'in_english': {'B.1.B': 'I fear the police.'}}, telling={'events': [HARM]})
    found = parts_b_and_c(told, told.tellings[0], ON)
    assert [item for item in found if found[item].kind == 'tick' and found[item].text] == ['B.1.politics', 'B.1.torture']
    assert found['B.1.A.explanation'].text == 'See attached declaration.'
    assert (found['B.1.B.explanation'].text, found['B.1.B.explanation'].language) == ('I fear the police.', 'en')
    assert found['B.2.explanation'].printed == 'N/A'
    assert (found['C.4'].printed, found['C.4'].state) == ('', 'need_help')
    assert not any('golpearon' in box.printed for box in found.values())


def test_see_declaration_names_the_paragraphs_that_stand_there() -> None:
    form = {'answers': {'B.1.A': 'yes', 'B.1.B': 'yes', 'B.2': 'yes'}, 'how': dict.fromkeys(('B.1.A', 'B.1.B', 'B.2'), 'declaration')}
    telling = {'events': [HARM, {**HARM, 'what': 'Volvieron a la casa.'}], 'fear': {'told': 'written', 'what': 'Que me maten.'},
               'background': 'Vendo.'}
    told = case(form, telling=telling | {'wants_declaration': 'yes'})
    found = parts_b_and_c(told, told.tellings[0], ON)
    for language in LANGUAGES:
        texts = [paragraph.text for section in declaration_sections(told, told.tellings[0], language) for paragraph in section.paragraphs]
        happened = [number for number, text in enumerate(texts, 1) if 'golpearon' in text or 'Volvieron' in text]
        feared = [number for number, text in enumerate(texts, 1) if 'Que me maten' in text]
        assert found['B.1.A.explanation'].text == f'See attached declaration, paragraphs {happened[0]} to {happened[-1]}.'
        assert found['B.1.B.explanation'].text == f'See attached declaration, paragraph {feared[0]}.'
    assert found['B.2.explanation'].text == 'See attached declaration.', 'told under no heading of its own'
    none = case(form, telling=telling | {'wants_declaration': 'no'})
    assert parts_b_and_c(none, none.tellings[0], ON)['B.1.A.explanation'].text == 'See attached declaration.'


def test_both_questions_of_item_two_share_one_box_and_countries_are_not_asked_twice() -> None:
    told = case({'answers': {'C.2.B': 'yes'}, 'explanations': {'C.2.B': 'I asked for refuge.'}},
                telling={'other_countries': 'yes', 'countries': [{'country': 'Mexico', 'start': {'year': 2025}, 'end': {'year': 2026}}]})
    found = parts_b_and_c(told, told.tellings[0], ON)
    assert found['C.2.A'].text == 'yes'
    assert found['C.2.explanation'].text == 'A: Mexico from 2025 to 2026\nB: I asked for refuge.'


@pytest.mark.parametrize(('arrived', 'expected'), [
    ({'year': 2026, 'month': 1, 'day': 21}, 'no'), ({'year': 2025, 'month': 11, 'day': 24}, 'yes'), ({'year': 2025, 'month': 11, 'day': 25}, 'no'),
    ({'year': 2025, 'month': 11}, ''), ({'year': 2024}, 'yes')])
def test_the_question_of_one_year_follows_from_the_last_arrival_when_it_can(arrived: dict[str, int], expected: str) -> None:
    told = case(situation={**HERE, 'entries': [{'when': arrived, 'outcome': 'released'}]}, telling={'late_reason': 'Estuve enferma.'})
    found = parts_b_and_c(told, told.tellings[0], ON)
    assert found['C.5'].text == expected
    assert found['C.5.explanation'].text == ('Estuve enferma.' if expected == 'yes' else '')


# --- Parts D and E -----------------------------------------------------------------------------------------------------------------

def test_nothing_is_ever_signed_and_a_preparer_stands_only_when_there_is_one() -> None:
    alone, helped = case({'prepared': 'no'}), case({'prepared': 'yes', 'preparer': {'name': 'Rosa Voluntaria', 'apartment': ''}})
    assert part_e(alone.tellings[0]) == {}
    assert printed(part_e(helped.tellings[0]))['E.name'] == 'Rosa Voluntaria'
    found = {**part_d(helped, helped.tellings[0]), **part_e(helped.tellings[0])}
    assert [item for item, box in found.items() if box.kind == 'hand'] == ['D.signature', 'D.date', 'E.signature']
    assert not any(found[item].printed for item in ('D.signature', 'D.date', 'E.signature'))


# --- the whole form ----------------------------------------------------------------------------------------------------------------

PRIVATE = st.fixed_dictionaries({
    'a_number': st.just('SECRET1'), 'left_when': st.just({'year': 1977}), 'late_reason': st.just('SECRET2'),
    'other_countries': st.just('yes'), 'countries': st.lists(st.just({'country': 'SECRET3'}), max_size=2),
    'application': st.fixed_dictionaries({
        'own_form': st.just('yes'), 'race': st.just('SECRET4'), 'religion': st.just('SECRET5'), 'marital': st.sampled_from(['married', 'single']),
        'spouse': st.just({'other_names': 'SECRET6'}), 'children': st.just([{'given_names': 'SECRET7'}]),
        'explanations': st.just({'B.1.A': 'SECRET8'}), 'answers': st.dictionaries(st.sampled_from(['B.1.A', 'C.6', 'C.3']), st.just('yes')),
        'homes': st.just([{'street': 'SECRET9'}]), 'grounds': st.lists(st.sampled_from(['race', 'group']))})})


@given(PRIVATE)
def test_nothing_one_adult_told_stands_on_the_form_of_another(secret: dict[str, Any]) -> None:
    alone, both = case({'marital': 'married'}), case({'marital': 'married'}, other=secret)
    assert boxes(both, 'applicant', ON) == boxes(alone, 'applicant', ON)
    turned = case({'marital': 'married', **secret['application']}, other={'application': {'own_form': 'yes', 'marital': 'married'}},
                  telling={name: told for name, told in secret.items() if name != 'application'})
    assert filers(turned) == ('applicant', 'family_0')
    assert 'SECRET' not in ' '.join(box.printed for box in boxes(turned, 'family_0', ON).values())
    assert boxes(turned, 'family_0', ON)['A.II.6'].text == 'Ana María'


HOSTILE = '{{ 1 }} <b>&amp;</b> % if x: ${ y } \u202e ' + 'ŋẍ' * 900


def test_text_of_any_kind_stands_as_typed_and_every_item_has_its_label() -> None:
    told = case({'race': HOSTILE, 'marital': 'married', 'prepared': 'yes', 'family_helped': 'yes', 'helpers': [{'name': 'Rosa'}],
                 'answers': {'C.6': 'yes'}, 'explanations': {'C.6': HOSTILE}, 'feared_home_same': 'no', 'siblings': [{'name': 'Eva'}]})
    found = boxes(told, 'applicant', ON)
    assert found['A.I.16'].text == ' '.join(HOSTILE.split())
    assert found['C.6.explanation'].text == HOSTILE.strip()
    for item in found:
        assert all(labels.label(item, language) and labels.part_title(item, language) and labels.item_words(item, language)
                   for language in ('es', 'en'))


def test_the_form_of_somebody_who_told_nothing_can_be_read() -> None:
    empty = case_from_answers({})
    assert boxes(empty, 'applicant', ON)['A.I.4'].printed == ''
    assert telling_of(empty, 'applicant').application.states == ()
    with pytest.raises(KeyError):
        boxes(empty, 'family_9', ON)


@pytest.mark.parametrize(('item', 'expected'), [
    ('A.I.19c.2.date', 'Part A.I, item 19c, row 2'), ('A.II.14.2', 'Part A.II, item 14'), ('B.3.B.explanation', 'Part B, item 3.B'),
    ('C.2.explanation', 'Part C, item 2'), ('D.name', 'Part D'), ('header.torture', 'Above Part A.I'), ('A.III.5.mother.name', 'Part A.III, item 5')])
def test_an_item_is_named_as_the_form_numbers_it(item: str, expected: str) -> None:
    assert labels.item_words(item, 'en') == expected
