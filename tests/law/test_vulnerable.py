"""Who needs special care: said when it was marked, and never when it was not."""
import pytest
from law.samples import ON

from docassemble.immdef_selfhelp.law.facts.facts import read_facts
from docassemble.immdef_selfhelp.law.rules.vulnerable import special_care

CODES = {'disability': 'DISABILITY', 'older_person': 'OLDER_PERSON', 'identity_risk': 'IDENTITY_RISK'}


@pytest.mark.parametrize(('fact', 'code'), CODES.items())
@pytest.mark.parametrize('told', ['yes', 'no', 'unknown'])
def test_only_what_was_marked_is_said_with_the_answer_it_came_from(fact: str, code: str, told: str) -> None:
    found = list(special_care(read_facts({'needs': {fact: told}}), ON))
    assert [(one.code, one.because) for one in found] == ([(code, (f'needs.{fact}',))] if told == 'yes' else [])
