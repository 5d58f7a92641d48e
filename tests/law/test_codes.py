"""The vocabulary of findings: every code the project set out with has words, and every code that a rule can give has words."""
import re
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.law.findings import texts as finding_texts

LAW = Path(__file__).parents[2] / 'docassemble' / 'immdef_selfhelp' / 'law'
VOCABULARY = [
    'GOV_ACTOR', 'GOV_UNABLE_UNWILLING', 'CAT_ACQUIESCENCE', 'INTERNAL_RELOCATION', 'POLITICAL_OPINION', 'RELIGION', 'RACE_ETHNICITY',
    'PSG_FAMILY', 'PSG_GENDER', 'NEXUS_UNCLEAR', 'NEXUS_NONE_STATED', 'ASK_OPEN_QUESTIONS', 'FRIVOLOUS_WARNING', 'CHILD_OWN_CLAIM',
    'SEPARATE_APPLICATIONS', 'CONSISTENCY_BETWEEN_SPOUSES', 'CFI_CONFLICT', 'DERIVATIVE_ELIGIBILITY', 'ONE_YEAR_SOON', 'ONE_YEAR_PASSED',
    'ONE_YEAR_EXCEPTION_FACTS', 'PRIOR_REMOVAL_REINSTATEMENT', 'REENTRY_CRIMINAL_EXPOSURE', 'PRIOR_ENTRY_UNLAWFUL_PRESENCE', 'FIRM_RESETTLEMENT',
    'THIRD_COUNTRY_STATUS', 'MULTIPLE_NATIONALITY', 'RETURN_TRIP', 'SERIOUS_NONPOLITICAL', 'ARMED_GROUP_PAYMENTS', 'COUNTRY_HOLD',
    'MPP_NOT_APPLICABLE', 'VAWA_NOT_APPLICABLE', 'OTHER_RELIEF_CHECK', 'TRAFFICKING_INDICATOR', 'SIJ_POTENTIAL', 'UAC', 'HEARING_SOON', 'I589_DUE',
    'IN_ABSENTIA_ORDER', 'ADDRESS_NOT_UPDATED', 'LEGAL_REVIEW_URGENT', 'NOTARIO_FRAUD', 'SEPARATION_NON_PARENT', 'SEPARATION_DOC_GAP',
    'SEPARATION_OCCURRED', 'SEPARATION_PROSECUTION', 'SEPARATION_TURNING_18', 'US_CITIZEN_CHILD', 'CUSTODY_ABDUCTION_RISK', 'SPONSOR_SEARCH',
    'SPONSOR_FOR_DETAINED', 'SPONSOR_EXPOSURE', 'CBP_CONDITIONS', 'MEDICAL', 'PREGNANT', 'CHILD_PACE', 'LANGUAGE_INDIGENOUS',
    'LANGUAGE_INTERPRETER', 'LANGUAGE_INTERPRETER_ERROR', 'LITERACY_LOW', 'NO_PHONE', 'PHONE_UNSAFE', 'CONFIDENTIAL_FROM_FAMILY',
    'CONSULATE_DANGER', 'EVIDENCE_DIGITAL_PRESERVE',
]
CODES_WITH_WORDS = {text.code for text in finding_texts.all_texts().values()}
CODE = re.compile(r"'([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)'")


@pytest.mark.parametrize('code', VOCABULARY)
def test_every_code_of_the_vocabulary_has_words(code: str) -> None:
    assert code in CODES_WITH_WORDS


def test_every_code_in_the_rules_has_words_and_every_word_a_rule() -> None:
    in_rules = {code for path in LAW.rglob('*.py') for code in CODE.findall(path.read_text(encoding='utf-8')) if len(code) > 2}
    assert CODES_WITH_WORDS - in_rules == set()
    assert {code for code in in_rules if code in VOCABULARY} <= CODES_WITH_WORDS
