"""What another person at home must not read stands on no sheet that lies about, whatever paper it is."""
import copy
import re
from dataclasses import replace
from datetime import date
from typing import Any, get_origin

import pytest

from docassemble.immdef_selfhelp.documents.catalog import PAPERS, documents_for
from docassemble.immdef_selfhelp.law.facts.words import fact_names
from docassemble.immdef_selfhelp.law.findings.found import findings
from docassemble.immdef_selfhelp.law.rules.claim import CONTESTED_REASONS
from docassemble.immdef_selfhelp.law.typed import key_of, marks_of, parts_of
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import facts_for
from docassemble.immdef_selfhelp.story.told.basics import NotWatched, OneOf, Only, Pairs, SomeOf
from docassemble.immdef_selfhelp.story.told.tree import SUBJECTS, every_answer, not_watched, subject_in

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
    'tellings': [{'person': 'applicant', 'community': 'PALABRAS-saben',
                  'events': [HARM], 'reasons': ['orientation'], 'told_before': 'yes', 'wants_declaration': 'yes',
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


# --- A phone that somebody watches ------------------------------------------------------------------------------------------------------

ASKED_FIRST = {'phone_safety': 'watched', 'applicant': {}, 'family': [{'relation': 'daughter'}], 'court': {'has_case': 'yes'},
               'situation': {'place': 'released', 'entered': 'yes'}, 'custody': {'person': 'applicant', 'wish': 'yes', 'room': 'yes'}}
ALONE = {'witness': 'witness', 'sponsor_offer': 'sponsor'}


def told_at(path: str) -> dict[str, Any]:
    """A case with this one answer, and every other answer that its condition wants."""
    name, *inner = path.split('.')
    answers: dict[str, Any] = copy.deepcopy(ASKED_FIRST) | ({'preparing_for': ALONE[name]} if name in ALONE else {})
    kind, told = SUBJECTS[name], answers.setdefault(name, {})
    if isinstance(told, list) or name == 'tellings':
        answers[name] = told = told or [{'person': 'applicant'}]
        told = told[0]
    for part in inner:
        hint = {key_of(one.name, hint): hint for one, hint in parts_of(kind)}[part]
        for mark in marks_of(hint)[1]:
            condition = mark if isinstance(mark, Only) else mark.when if isinstance(mark, NotWatched) else None
            if condition:
                told |= {condition.alternatives[0][0]: condition.alternatives[0][1][-1]}
        inside = subject_in(hint)
        if inside and part != inner[-1]:
            several = get_origin(marks_of(hint)[0]) is tuple
            below: dict[str, Any] = {'person': 'applicant'} if 'person' in {one.name for one, _ in parts_of(inside)} else {}
            told[part] = [below] if several else below
            kind, told = inside, below
        else:
            told[part] = value_for(hint)
    return answers


def value_for(hint: Any) -> Any:
    """Any answer of this type."""
    for mark in marks_of(hint)[1]:
        match mark:
            case OneOf(codes):
                return codes[0]
            case SomeOf(codes):
                return list(codes[:1])
            case Pairs():
                return {'key': 'SECRETO'}
    return [{'kind': 'registry'}] if subject_in(hint) else 'SECRETO'


@pytest.mark.parametrize('path', not_watched())
def test_a_watched_phone_holds_no_place_and_no_telephone(path: str) -> None:
    answers = told_at(path)
    watched = case_from_answers(answers)
    assert case_from_answers({**answers, 'phone_safety': 'private'}) != replace(watched, phone='private'), 'the answer counts on another phone'
    answers_without = told_at(path)
    owner: Any = answers_without
    *before, last = path.split('.')
    for part in before:
        owner = owner[part][0] if isinstance(owner[part], list) else owner[part]
    del owner[last]
    assert watched == case_from_answers(answers_without)
    assert 'SECRETO' not in str(watched)


def test_what_says_where_somebody_is_has_the_mark() -> None:
    assert {'filing.address', 'filing.old_address', 'advocacy.held_place', 'advocacy.held_at', 'advocacy.requests.would_live',
            'custody.held.place_name', 'custody.held.place', 'hearing_day.call_telephone', 'situation.city', 'family_plan.carer_telephone',
            'family_plan.backup_telephone', 'family.school', 'family.doctor', 'trusted.contacts.telephone', 'documents.where',
            'documents.requests', 'family_profile.contact', *(f'tellings.application.{name}' for name in (
                'street', 'city', 'telephone', 'mail_street', 'mail_telephone', 'homes.street', 'spouse.where', 'children.where', 'mother.where',
                'siblings.where', 'preparer.street', 'preparer.telephone', 'schools.name', 'schools.place', 'jobs.employer'))} <= set(not_watched())


SAYS_WHERE = re.compile(r'(telephone|address|street|zip|transport|contact|employer|children_with)$')


def test_every_telephone_and_address_has_the_mark_whoever_it_is_of() -> None:
    """Those of who interprets, writes, translates, sponsors or is a witness too: an answer that is added later is caught by its name."""
    marked = set(not_watched())
    inside = {path for path in every_answer() if any(path.startswith(f'{one}.') for one in marked)}
    named = {path for path in every_answer() if SAYS_WHERE.search(path)}
    assert {'beside.interpreter.telephone', 'beside.drafter.address', 'tellings.interpreter.address', 'tellings.translator.telephone',
            'custody.interpreter.address', 'hearing_day.transport', 'hearing_day.children_with', 'sponsor_offer.address', 'witness.contact'} <= named
    assert named - marked - inside == set()


def test_where_somebody_lived_before_is_told_on_any_phone() -> None:
    homes = [{'street': 'Calle de ahora', 'until': 'now'}, {'street': 'Calle de antes', 'until': 'ended'}]
    jobs = [{'employer': 'Taller de ahora', 'until': 'now'}, {'employer': 'Taller de antes', 'until': 'ended'}]
    form = {'homes': homes, 'worked': 'yes', 'jobs': jobs}
    told = case_from_answers({'phone_safety': 'watched', 'applicant': {}, 'tellings': [{'person': 'applicant', 'application': form}]})
    assert [one.street for one in told.tellings[0].application.homes] == ['', 'Calle de antes']
    assert [one.employer for one in told.tellings[0].application.jobs] == ['', 'Taller de antes']
