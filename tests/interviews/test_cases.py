"""Every case file reaches its papers, in both languages of the screens, and they say what they must and nothing they must not."""
import io
import zipfile

import pytest
from interviews.walks import CASES, LANGUAGES, case, walked
from law.expert_cases import MUST_RAISE, NAMES, expert_case
from lxml import etree

from docassemble.immdef_selfhelp.walk.outcome import problems


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', CASES)
def test_case_reaches_the_papers_it_expects(name: str, language: str) -> None:
    outcome = walked(name, language)
    assert problems(outcome, case(name)['expect']) == []
    assert outcome.never_asked == []
    assert outcome.steps[-1].screen.id == 'packet'


@pytest.mark.parametrize('name', CASES)
def test_papers_do_not_depend_on_the_language_of_the_screens(name: str) -> None:
    # Who was not asked in which language they tell (a form, practice for a hearing) tells in that of the screens, and their list says so
    not_asked = {('document_checklist', told['person']) for told in case(name)['answers'].get('tellings', ()) if 'told_language' not in told}
    spanish, english = ({(paper.document, paper.person, paper.language): paper.text for paper in walked(name, language).papers
                         if (paper.document, paper.person) not in not_asked} for language in LANGUAGES)
    assert spanish == english


@pytest.mark.parametrize('name', CASES)
def test_word_files_are_sound(name: str) -> None:
    for paper in walked(name, 'es').papers:
        with zipfile.ZipFile(io.BytesIO(paper.content)) as archive:
            assert archive.testzip() is None
            for part in archive.namelist():
                if part.endswith(('.xml', '.rels')):
                    etree.fromstring(archive.read(part))


@pytest.mark.parametrize('name', NAMES)
def test_what_the_screeners_marked_is_found_or_cannot_be_told(name: str) -> None:
    walk = next(walk for walk in CASES if walk[:2] == name[:2])
    expected = case(walk)['expect']
    for language in LANGUAGES:
        missing = {code for code, level in expert_case(name).expected.items() if level in MUST_RAISE} - set(walked(walk, language).findings)
        assert missing == set(expected.get('not_found') or {})
    assert all(len(reason) > 20 for reason in (expected.get('not_found') or {}).values())


def test_a_paper_that_says_what_it_must_not_is_found() -> None:
    rule = {'rule': 'name the shop', 'never': [{'pattern': 'pulpería', 'on': ['declaration'], 'would_catch': {'es': 'pulpería', 'en': 'pulpería'}}]}
    expected = {'must_not': [rule], 'findings': ['MPP_NEVER_TOLD'], 'texts': {'declaration applicant es': ['no such text']}, 'stops': [],
                'documents': ['declaration applicant es'], 'screens': ['no_such_screen'], 'no_screens': ['event_what']}
    found = problems(walked('01_extortion_and_police', 'es'), expected)
    for part in ('which it must not', 'does not say "no such text"', 'talk to a lawyer first: ARMED_GROUP_PAYMENTS', 'made and not expected',
                 '"no_such_screen" was not asked', '"event_what" was asked', 'MPP_NEVER_TOLD: not found'):
        assert any(part in line for line in found), part


# What the screeners want a family to leave with, as far as a paper of these tasks gives it: their name for it, and ours.
WANTED = {
    '01': {'timeline': 'declaration', 'cfi_prep_sheet': 'credible_fear_sheet', 'document_checklist': 'document_checklist',
           'consulate_request_letter': 'registry_letter', 'family_preparedness_plan': 'family_plan', 'turn_in_pack': 'turn_in_pack'},
    '02': {'declaration': 'declaration', 'exhibit_index': 'court_exhibits', 'certificate_of_translation': 'declaration_translation',
           'certificate_of_service': 'court_service', 'document_checklist': 'document_checklist', 'deadlines_card': 'filing_card'},
    '04': {'declaration_for_ij_review': 'declaration', 'cfi_conflict_sheet': 'consistency_sheet', 'family_contact_card': 'family_plan',
           'interpreter_request': 'unity_request'},
    '10': {'child_info_sheet': 'child_pages', 'separation_plan': 'family_plan', 'consulate_request_letter': 'registry_letter',
           'paper_pack': 'turn_in_pack'},
    '13': {'family_preparedness_plan': 'family_plan', 'records_request_letter': 'records_request', 'legal_help_referral_urgent': 'situation_sheet'},
    '15': {'conditions_declaration': 'custody_declaration', 'property_request_letter': 'advocacy_letter',
           'school_and_caregiver_papers': 'school_copy', 'legal_help_referral': 'situation_sheet'},
    '16': {'conditions_declaration': 'custody_declaration', 'property_request_letter': 'advocacy_letter', 'bond_support_packet_list': 'sponsor_steps',
           'family_contact_card': 'family_plan'},
    '18': {'declaration': 'declaration'},
}
# Asked for, and not to be made on a phone that he reads, or to an office of the government that is feared.
WITHHELD = {'02': ('registry_letter',), '13': ('registry_letter',), '18': ('registry_letter', 'turn_in_pack', 'safe_to_carry', 'fear_sheet')}


@pytest.mark.parametrize('begin', WANTED)
def test_what_the_screeners_want_a_family_to_leave_with_is_expected(begin: str) -> None:
    made = {line.split()[0] for line in case(next(name for name in CASES if name.startswith(begin)))['expect']['documents']}
    assert set(WANTED[begin].values()) - made == set()
    assert not made & set(WITHHELD.get(begin, ()))
