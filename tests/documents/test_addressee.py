"""Whom a letter to officers goes to: who holds the person, an address only where the data has it, and a number only that somebody checked."""
import re
from dataclasses import replace

import pytest
from documents.shared import ON

from docassemble.immdef_selfhelp.documents.making.addressee import ADDRESSEES, addressee, call_of, line_of
from docassemble.immdef_selfhelp.documents.papers import advocacy_letter, delivery_log
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.advocacy import FACILITIES, Request


@pytest.mark.parametrize(('held_by', 'words'), [
    ('cbp', 'Customs and Border Protection'), ('ice', 'Immigration and Customs Enforcement'), ('orr', 'Refugee Resettlement'),
    ('unknown', 'The officer in charge')])
def test_a_letter_goes_to_who_holds_the_person(held: Case, held_by: str, words: str) -> None:
    told = replace(held.advocacy, held_by=held_by, held_at='')
    found = addressee(told, Request(kind='medical', person='family_0'), 'en', ON)
    assert words in found['to'] and found['lines'] == [] and found['checked'] == '' and found['place'] == 'Módulo B'
    assert dated.provision(ADDRESSEES[held_by]).checked.year == 2026


@pytest.mark.parametrize('facility', FACILITIES)
def test_an_address_stands_only_where_the_data_has_it_and_with_its_day(held: Case, facility: str) -> None:
    told = replace(held.advocacy, held_at=facility)
    found = addressee(told, Request(kind='medical', person='family_0'), 'en', ON)
    known = dated.value(facility, ON)
    assert found['lines'] == [known['name'], known['street'], f'{known["city"]}, CA {known["zip"]}'] and found['checked'] == 'November 25, 2026'
    court = addressee(told, Request(kind='bond', person='family_0'), 'en', ON)
    assert 'judge' in court['to'] and 'Court' in court['lines'][0] and court['checked']


def test_things_and_corrections_are_asked_of_the_office_that_has_them(held: Case) -> None:
    for kind in ('property', 'correction'):
        found = addressee(held.advocacy, Request(kind=kind, person='applicant', office='cbp', taken_where='San Ysidro'), 'es', ON)
        assert 'Aduanas' in found['to'] and found['lines'] == []


def test_every_line_of_an_addressee_is_a_provision_and_only_orr_has_a_number(held: Case) -> None:
    lines = {key: line_of(replace(held.advocacy, held_by=key), Request(kind='medical', person='family_0'), ON) for key in ADDRESSEES}
    numbers = {key for key, line in lines.items() if re.search(r'\d{3}-\d{4}', dated.sentence(line, 'en', ON))}
    assert numbers == {'orr'}


@pytest.mark.parametrize('held_by', ['cbp', 'ice'])
def test_a_number_nobody_checked_is_for_the_screen_and_on_no_paper(held: Case, held_by: str) -> None:
    told = replace(held, advocacy=replace(held.advocacy, held_by=held_by, requests=(Request(kind='medical', person='family_1', urgent=('breath',)),)))
    number = str(dated.value(call_of(told.advocacy, told.advocacy.requests[0]), ON))
    assert re.fullmatch(r'1-8\d\d-\d{3}-\d{4}', number)
    found = [str((delivery_log.log_context(told, language, ON), advocacy_letter.letters_context(told, language, ON))) for language in ('es', 'en')]
    assert not any(number in one for one in found)
    assert 'OIDO' in found[0], 'the sheet says what was not found and what can be done'
