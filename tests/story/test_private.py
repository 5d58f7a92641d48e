"""What another person at home must not read stands on no sheet that lies about, whatever paper it is."""
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.documents.catalog import PAPERS, documents_for
from docassemble.immdef_selfhelp.law.facts.words import fact_names
from docassemble.immdef_selfhelp.law.findings.found import findings
from docassemble.immdef_selfhelp.law.rules.claim import CONTESTED_REASONS
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_for

ON = date(2026, 11, 25)
WORDS = {name: f'PALABRAS-{name}' for name in private.WORDS}
HARM = {'kind': 'harm', 'when': {'year': 2025}, 'who_official': 'private', 'reported': 'no', 'proof': 'have', **WORDS}
MARKS = {'pregnant': 'yes', 'medical': 'yes', 'crime_in_united_states': 'yes', 'child_without_parent_care': 'yes', 'other_parent_may_object': 'yes',
         'abused_by_citizen_or_resident': 'yes', 'disability': 'yes', 'identity_risk': 'yes'}
ANSWERS: dict[str, Any] = {
    'applicant': {'given_names': 'Ana', 'nationality': 'Honduras'}, 'phone_safety': 'shared', 'circumstances': MARKS,
    'family': [{'given_names': 'Elena', 'relation': 'partner', 'travelling': 'yes', 'whereabouts': 'with_me'},
               {'given_names': 'Luz', 'relation': 'daughter', 'birth': {'year': 2018, 'month': 1, 'day': 2}, 'travelling': 'yes',
                'whereabouts': 'with_me', 'may_fetch': 'La maestra', 'may_not_fetch': 'PALABRAS-quien-no'}],
    'family_plan': {'asks': ['together'], 'has_carer': 'yes', 'carer_name': 'Rosa', 'carer_tie': 'aunt_uncle'},
    'situation': {'place': 'mexico', 'entered': 'no'}, 'turn_in': {'sheets': 'yes'}, 'hearing_day': {'kind': 'master'},
    'health': {'needs': [{'who': 'applicant', 'kind': 'pregnancy', 'what': 'PALABRAS-salud'}],
               'medicines': [{'who': 'applicant', 'name': 'PALABRAS-medicina'}]},
    'advocacy': {'held_by': 'cbp', 'held': ['family_0'], 'signer': 'me', 'requests': [
        {'kind': 'medical', 'person': 'family_0', 'urgent': ['pregnancy'], 'facts': 'PALABRAS-salud'}]},
    'danger_facts': ['trafficking', 'violence_at_home', 'mental_health_crisis'],
    'tellings': [{'person': 'applicant', 'events': [HARM], 'reasons': ['orientation'], 'told_before': 'yes', 'wants_declaration': 'yes',
                  'earlier': [{'kind': 'other', 'text': 'PALABRAS-antes', 'events': [{'what': 'PALABRAS-antes', 'when': {'year': 2020}}]}]}],
    'documents': {
        'feared': 'private', 'states': {'applicant_birth_record': 'have', 'applicant_passport': 'cannot', 'added_0': 'have'},
        'where': {'applicant_birth_record': 'PALABRAS-donde', 'added_0': 'PALABRAS-donde'}, 'added': [{'what': 'PALABRAS-papel', 'person': 'family'}],
        'because_words': {'applicant_passport': 'PALABRAS-razón'}, 'attempts': {'applicant_passport': 'PALABRAS-intento'}, 'wants_letters': 'yes',
        'requests': [{'kind': kind, 'person': 'applicant', 'paper': 'birth_record'} for kind in ('registry', 'school', 'court_file')],
    },
}
ANSWERS['custody'] = {'person': 'applicant', 'grown': 'yes', 'wish': 'yes', 'room': 'yes', 'free': 'PALABRAS-custodia', 'counts': 'yes',
                      'topics': {'food': 'tell'}, 'topic_words': {'food': 'PALABRAS-comida'},
                      'place_name': 'PALABRAS-lugar', 'held': {'person': 'family_0'}}
ANSWERS['family_profile'] = {'channels': ['parole'], 'wants_profile': 'yes', 'share': ['adults', 'needs'], 'needs': ['quiet']}
# Of nobody's case: a witness and a sponsor begin apart and have no family's answers (test_witness_letter.py, test_sponsor_papers.py).
OF_OTHERS = ('witness_letter', 'sponsor_letter', 'sponsor_letter_copy')
IN_COURT: dict[str, Any] = {
    'situation': {'place': 'released', 'entered': 'no'}, 'court': {'has_case': 'yes', 'moved': 'yes', 'filed_asylum': 'yes'},
    'filing': {'what': ['evidence', 'work_permit', 'interpreter', 'venue']}, 'hearing_day': {'court': 'court_san_diego'}}
OF_THE_COURT = ('filing_card', 'address_trio', 'work_permit_sheet', 'court_cover', 'court_service', 'interpreter_request', 'venue_order')
CALIFORNIA: dict[str, Any] = {'situation': {'place': 'released', 'entered': 'no'}, 'family_plan': {**ANSWERS['family_plan'], 'in_california': 'yes'}}
HIDDEN_CODES = {'IDENTITY_RISK', 'VIOLENCE_AT_HOME', 'CRISIS', 'TRAFFICKING_INDICATOR', 'CONFIDENTIAL_FROM_FAMILY', 'PHONE_SHARED_SECRET'}
WHEN_MUST_NOT_KNOW = {'PREGNANT', 'MEDICAL', 'DISABILITY', 'SIJ_POTENTIAL', 'CUSTODY_ABDUCTION_RISK'}


def case(must_not_know: bool, **changes: Any) -> Any:
    return case_from_answers({**ANSWERS, 'circumstances': {**MARKS, 'afraid_of_family': 'yes' if must_not_know else 'no'}, **changes})


def codes(facts: Any) -> set[str]:
    return {found.code for found in findings(facts, ON)}


@pytest.mark.parametrize('must_not_know', [True, False])
@pytest.mark.parametrize('paper', [paper.id for paper in PAPERS if not paper.tells_story and paper.id not in OF_OTHERS] + [
    'consistency_sheet'])
def test_no_sheet_that_lies_about_has_what_must_not_be_known(paper: str, must_not_know: bool) -> None:
    told = case(must_not_know, **CALIFORNIA if paper == 'caregiver_guide' else IN_COURT if paper in OF_THE_COURT else {})
    found = [str(document.context(told, ON)) for document in documents_for(told, ON) if document.id == paper]
    # Somebody at home is violent: nobody is sent for the other parent's signature
    assert bool(found) == (paper != 'other_parent_letter')
    for text in found:
        assert not [word for word in ('Violencia', 'violencia', 'abuse', 'pareja', 'orient', 'hacerse daño', 'tener sexo') if word in text]
        assert ('PALABRAS' not in text) or not must_not_know


def test_every_other_paper_is_the_persons_own_story() -> None:
    """A new paper is made from what may lie about, unless it says itself that it tells the story."""
    assert {paper.id for paper in PAPERS if paper.tells_story} == {
        'credible_fear_sheet', 'declaration', 'declaration_translation', 'declaration_en', 'consistency_sheet',
        'fear_sheet', 'custody_declaration', 'custody_log', 'i589_worksheet', 'late_filing', 'court_exhibits', 'venue_motion', 'missed_hearing'}


def test_the_rules_read_nothing_private_for_a_sheet() -> None:
    everything = codes(facts_for(case(True)))
    assert everything >= HIDDEN_CODES | WHEN_MUST_NOT_KNOW | private.CODES
    assert codes(private.facts_for_paper(case(True))) & (HIDDEN_CODES | WHEN_MUST_NOT_KNOW) == set()
    assert codes(private.facts_for_paper(case(False))) & (HIDDEN_CODES | WHEN_MUST_NOT_KNOW) == WHEN_MUST_NOT_KNOW


def test_words_kept_back_are_never_said_to_be_missing() -> None:
    told, hidden = facts_for(case(True)), facts_for(private.for_paper(case(True)))
    assert told.tellings == hidden.tellings


def test_the_screen_hides_it_once_another_adult_tells() -> None:
    alone = case(False)
    assert codes(private.facts_for_screen(alone)) >= HIDDEN_CODES - {'CONFIDENTIAL_FROM_FAMILY'} and private.on_screen('PSG_GENDER', alone)
    together = case(False, tellings=[*ANSWERS['tellings'], {'person': 'family_0'}])
    assert codes(private.facts_for_screen(together)) & HIDDEN_CODES == set() and not private.on_screen('PSG_GENDER', together)


def test_the_other_adults_turn_brings_no_stop_of_what_was_marked_in_private() -> None:
    together = case(False, tellings=[*ANSWERS['tellings'], {'person': 'family_0'}])
    assert 'VIOLENCE_AT_HOME' in codes(private.facts_for_reader(together, 'applicant'))
    assert codes(private.facts_for_reader(together, 'family_0')) & HIDDEN_CODES == set()


def test_whom_somebody_loves_is_no_reason_on_a_sheet_but_a_marriage_is() -> None:
    facts = facts_for(case(False))
    assert not private.reason_on_paper(facts, 'people.1.relation') and private.reason_on_paper(facts, 'people.1.birth')
    married = facts_for(case(False, family=[{'given_names': 'Elena', 'relation': 'spouse'}]))
    assert private.reason_on_paper(married, 'people.1.relation') and not private.reason_on_paper(married, 'tellings.0.reasons')


def test_every_name_of_the_policy_is_one_of_the_law() -> None:
    assert set(fact_names()) >= private.ALWAYS | private.WHEN_SOMEBODY_MUST_NOT_KNOW
    assert {code for code, _ in CONTESTED_REASONS} >= private.CODES
