"""Which fear interview a person reads about: an earlier order leads to another one (8 CFR 208.31)."""
import pytest

from docassemble.immdef_selfhelp.law.facts.facts import Entry, Facts, Limits
from docassemble.immdef_selfhelp.law.rules.fear_interview import chosen, interview_of

ORDERED = (Entry(outcome='removal_order'),)
CREDIBLE, REASONABLE = ('cf_what', 'other_paths'), ('rf_who', 'other_paths')


@pytest.mark.parametrize(('facts', 'person', 'interview'), [
    (Facts(), 'applicant', 'credible'),
    (Facts(entries=(Entry(outcome='sent_back_same_day'),)), 'applicant', 'credible'),
    (Facts(entries=ORDERED), 'applicant', 'reasonable'),
    (Facts(entries=ORDERED, limits=Limits(prior_removal='yes')), 'applicant', 'reasonable'),
    # The entries are the applicant's: the wife without an order keeps the ordinary path
    (Facts(entries=ORDERED, limits=Limits(prior_removal='yes')), 'family_0', 'credible'),
    # Marked for the family, and not told whose it was
    (Facts(limits=Limits(prior_removal='yes')), 'applicant', 'either'),
    (Facts(limits=Limits(prior_removal='yes')), 'family_0', 'either'),
    (Facts(limits=Limits(prior_removal='no')), 'applicant', 'credible'),
])
def test_the_interview_goes_by_whose_order_it_is(facts: Facts, person: str, interview: str) -> None:
    assert interview_of(facts, person) == interview


def test_each_path_has_its_own_facts_and_both_stand_when_it_is_not_known() -> None:
    assert chosen('credible', CREDIBLE, REASONABLE) == CREDIBLE
    assert chosen('reasonable', CREDIBLE, REASONABLE) == REASONABLE
    assert chosen('either', CREDIBLE, REASONABLE) == ('cf_what', 'other_paths', 'rf_who')
