"""Answers that were asked for by who tried the program: each is read, and each leads to a rule or a paper."""
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.documents.papers.document_checklist import checklist_context
from docassemble.immdef_selfhelp.law.findings.found import deadlines, findings
from docassemble.immdef_selfhelp.story.case import Case, case_from_answers, displaced
from docassemble.immdef_selfhelp.story.case_facts import facts_of
from docassemble.immdef_selfhelp.story.checks import differences
from docassemble.immdef_selfhelp.story.languages import language_code
from docassemble.immdef_selfhelp.story.paragraphs import declaration_sections

ON = date(2026, 11, 25)
APPLICANT = {'given_names': 'Ana', 'nationality': 'Honduras', 'papers': []}


def case(telling: dict[str, Any] | None = None, **told: Any) -> Case:
    return case_from_answers({'applicant': APPLICANT, 'tellings': [{'person': 'applicant', **(telling or {})}], **told})


def codes(told: Case) -> dict[str, str]:
    return {found.code: found.kind for found in findings(facts_of(told), ON)}


def declared(told: Case, language: str = 'es') -> dict[str, list[str]]:
    return {section.heading: [paragraph.text for paragraph in section.paragraphs]
            for section in declaration_sections(told, told.tellings[0], language)}


# --- languages ---------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('code', 'detail', 'expected'), [
    ('other', 'Chuj', 'chuj'), ('other', 'chuj de San Mateo Ixtatán', 'chuj'), ('other', 'Akateko', 'akateko'), ('other', 'Acateco', 'akateko'),
    ('other', "Popti'", 'popti'), ('other', 'Jakalteko', 'popti'), ('other', 'Kichwa', 'kichwa'), ('other', 'quichua de Otavalo', 'kichwa'),
    ('other', "K’iche’", 'kiche'), ('other', 'Quiché', 'kiche'), ('other', 'Kanjobal', 'qanjobal'), ('other', 'Cakchiquel', 'kaqchikel'),
    ('other', 'Tzotzil', 'indigenous'), ('other', 'Ch’orti’', 'indigenous'), ('other', 'purépecha', 'indigenous'),
    ('other', 'Ngäbere / ngäbe', 'indigenous'),
    ('indigenous', 'Tojolabal', 'indigenous'), ('indigenous', '', 'indigenous'), ('other', 'una lengua indígena', 'indigenous'),
    ('other', 'portugués', 'other'), ('other', 'ruso', 'other'), ('other', '', 'other'), ('spanish', 'Chuj', 'spanish'), ('mam', '', 'mam'),
])
def test_an_indigenous_language_counts_as_one_however_it_is_typed(code: str, detail: str, expected: str) -> None:
    assert language_code(code, detail) == expected
    found = codes(case(best_language=code, best_language_detail=detail))
    assert ('LANGUAGE_INDIGENOUS' in found) is (expected not in ('other', 'spanish'))


# --- a phone that is shared --------------------------------------------------------------------------------------------------------

def test_a_shared_phone_is_not_safe_while_somebody_must_not_know() -> None:
    assert codes(case(phone_safety='shared')).get('PHONE_SHARED') == 'described'
    found = codes(case(phone_safety='shared', circumstances={'afraid_of_family': 'yes'}))
    assert found.get('PHONE_SHARED_SECRET') == 'stop'
    assert 'PHONE_SHARED' not in found
    assert 'PHONE_SHARED_SECRET' not in codes(case(phone_safety='private', circumstances={'afraid_of_family': 'yes'}))


# --- countries and the home --------------------------------------------------------------------------------------------------------

LIVED = {'country': 'México', 'start': {'year': 2015}, 'end': {'year': 2017}, 'status': 'had', 'what_happened': 'Trabajé en una fábrica.'}
LEFT = {'left_when': {'year': 2026, 'month': 3}, 'other_countries': 'yes'}


def test_a_country_lived_in_before_the_flight_is_apart_from_the_journey() -> None:
    on_the_way = case({**LEFT, 'countries': [LIVED]})
    assert 'country_before_leaving' in {found.code for found in differences(on_the_way, on_the_way.tellings[0])}
    before = case({**LEFT, 'countries': [{**LIVED, 'when_there': 'before'}]})
    assert [found.code for found in differences(before, before.tellings[0])] == []
    assert 'Trabajé en una fábrica.' in declared(before)['Otro país donde viví antes'][0]
    assert 'fábrica' not in ''.join(declared(before)['Mi salida y mi viaje'])
    # A permit there still goes to a lawyer
    assert {'FIRM_RESETTLEMENT', 'THIRD_COUNTRY_STATUS'} & set(codes(before))


@pytest.mark.parametrize(('nationality', 'place', 'at_home'), [
    ({'nationality': 'Mexico'}, 'mexico', True), ({'nationality': 'other', 'nationality_other': 'mexicana'}, 'mexico', True),
    ({'nationality': 'Mexico'}, 'released', False), ({'nationality': 'Honduras'}, 'mexico', False)])
def test_who_is_still_in_the_own_country_left_a_home(nationality: dict[str, str], place: str, at_home: bool) -> None:
    told = case({'left_when': {'year': 2026, 'month': 3}, 'events': [{'kind': 'harm', 'what': 'Nos buscaron.', 'when': {'year': 2026, 'month': 6}}],
                 'told_before': 'yes', 'earlier': [{'kind': 'other', 'left_when': {'year': 2025}}]},
                applicant={**APPLICANT, **nationality}, situation={'place': place})
    assert displaced(told) is at_home
    assert {'harm_after_leaving', 'left'} & {found.code for found in differences(told, told.tellings[0])} == (
        set() if at_home else {'harm_after_leaving', 'left'})
    assert declared(told)['Mi salida y mi viaje'] == [f'Salí de {"mi casa" if at_home else "mi país"}: marzo de 2026.']


# --- who did it --------------------------------------------------------------------------------------------------------------------

HARM = {'kind': 'harm', 'what': 'Me golpearon.', 'who_official': 'private', 'reported': 'yes', 'report_result': 'Fui a la fiscalía.'}


@pytest.mark.parametrize('event', [
    {**HARM, 'report_threat': 'yes', 'report_threat_what': 'El fiscal me dijo: cállese o va presa.'},
    {'kind': 'report', 'what': 'Puse la denuncia.', 'who_official': 'official', 'report_threat': 'yes',
     'report_threat_what': 'El fiscal me dijo: cállese o va presa.'}])
def test_a_threat_by_who_took_the_report_is_a_harm_by_an_official(event: dict[str, Any]) -> None:
    told = case({'events': [event]})
    assert 'GOV_ACTOR' in codes(told)
    assert checklist_context(told, 'applicant', 'es', ON)['ask_lawyer_first']
    without = case({'events': [{**event, 'report_threat': 'no'}]})
    assert 'GOV_ACTOR' not in codes(without)
    assert not checklist_context(without, 'applicant', 'es', ON)['ask_lawyer_first']
    assert without.tellings[0].events[0].report_threat_what == '', 'what a closed branch holds is gone'
    # A tap alone swears nothing
    tapped = case({'events': [{**event, 'report_threat_what': ''}]})
    assert declared(tapped) == declared(without)


def test_the_words_of_that_threat_stand_in_the_declaration() -> None:
    told = case({'events': [{**HARM, 'report_threat': 'yes', 'report_threat_what': 'El fiscal me dijo: cállese.'}]})
    assert any('El fiscal me dijo: cállese.' in text for text in declared(told)['Lo que pasó'])


def test_harm_by_the_authorities_of_the_community_is_for_a_lawyer() -> None:
    found = codes(case({'events': [{**HARM, 'who_official': 'community'}]}))
    assert found.get('COMMUNITY_AUTHORITIES') == 'ask_a_lawyer'
    assert 'GOV_ACTOR' not in found
    assert 'GOV_UNABLE_UNWILLING' in found


# --- a parole that ended -----------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(('until', 'kind'), [
    ({'year': 2026, 'month': 4, 'day': 30}, 'ask_a_lawyer'), ({'year': 2027, 'month': 2, 'day': 1}, 'deadline')])
def test_a_parole_that_ends(until: dict[str, int], kind: str) -> None:
    told = case(situation={'place': 'released', 'entered': 'yes', 'entries': [
        {'when': {'year': 2024, 'month': 5}, 'outcome': 'paroled', 'parole_until': until}]})
    assert codes(told).get('PAROLE_ENDS') == kind
    assert [one.id for one in deadlines(findings(facts_of(told), ON)) if one.id == 'parole_ends'] == ['parole_ends']
    ended_otherwise = case(situation={'place': 'released', 'entered': 'yes', 'entries': [{'outcome': 'released', 'parole_until': until}]})
    assert 'PAROLE_ENDS' not in codes(ended_otherwise)


# --- each child's other parent -----------------------------------------------------------------------------------------------------

PARTNER = {'given_names': 'Luis', 'relation': 'partner', 'whereabouts': 'with_me', 'travelling': 'yes', 'papers': []}
FATHER = {'given_names': 'Juan', 'relation': 'other_parent', 'whereabouts': 'home_country', 'travelling': 'no'}
CHILD = {'given_names': 'Mía', 'relation': 'daughter', 'birth': {'year': 2016}, 'whereabouts': 'with_me', 'travelling': 'yes',
         'papers': ['birth_certificate']}


@pytest.mark.parametrize(('other_parent', 'expected'), [
    ('partner', set()), ('other_parent', {'family_0'}), ('elsewhere', {'family_0'}), ('dead', set()), ('unknown', {'family_0'}), ('', {'family_0'})])
def test_consent_is_spoken_of_for_the_children_whose_other_parent_stays_behind(other_parent: str, expected: set[str]) -> None:
    told = case(family=[{**CHILD, 'other_parent': other_parent}, PARTNER, FATHER])
    found = {key for one in findings(facts_of(told), ON) if one.code == 'SEPARATION_DOC_GAP' for key in one.about}
    assert found == expected


def test_two_children_of_two_fathers() -> None:
    told = case(family=[{**CHILD, 'other_parent': 'elsewhere'}, {**CHILD, 'given_names': 'Leo', 'other_parent': 'partner'}, PARTNER])
    found = {key for one in findings(facts_of(told), ON) if one.code == 'SEPARATION_DOC_GAP' for key in one.about}
    assert found == {'family_0'}


# --- a birth that was never registered ---------------------------------------------------------------------------------------------

def test_a_birth_that_was_never_registered_stands_so_on_the_list() -> None:
    told = case(family=[{**CHILD, 'papers': ['not_registered']}])
    listed = checklist_context(told, 'applicant', 'es', ON)
    assert listed['people'][1]['papers'][0]['kind'] == 'birth_registration'
    assert {'name': 'Mía', 'kind': 'birth_registration', 'original': False} in listed['countries'][0]['missing']
    assert 'family_0' in {key for one in findings(facts_of(told), ON) if one.code == 'SEPARATION_DOC_GAP' for key in one.about}
    # A certificate that is there says more than the box
    assert checklist_context(case(family=[{**CHILD, 'papers': ['birth_certificate', 'not_registered']}]),
                             'applicant', 'es', ON)['people'][1]['papers'][0]['state'] == 'have'
