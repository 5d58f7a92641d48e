"""The first screens: for whom it is comes before whose language is asked, and one name is a whole name."""
import pytest
from interviews.walks import case

from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.screens import Screen
from docassemble.immdef_selfhelp.walk.session import Session

NAME = '09_july_protester_released'


def until(last: str, applicant: dict[str, str] | None = None, **told: str) -> dict[str, Screen]:
    """The screens up to this one, in order, of a family that answers like case 09 but for this."""
    answers = {**case(NAME)['answers'], **told}
    answers['applicant'] = {**answers['applicant'], **(applicant or {})}
    shown: dict[str, Screen] = {}
    for step in Driver(answers, 'es', 'screening').walk(Session()):
        shown[step.screen.id] = step.screen
        if step.screen.id == last:
            break
    return shown


def test_for_whom_it_is_comes_before_whose_language_is_asked() -> None:
    """Else the language of somebody who helps would be sworn to as the one the person speaks best."""
    own, helped = until('best_language'), until('best_language', preparing_for='other')
    assert [name for name in own if name in ('preparing_for', 'best_language')] == ['preparing_for', 'best_language']
    assert [('la persona de este caso' in one['best_language'].question) for one in (own, helped)] == [False, True]


@pytest.mark.parametrize('names', [{'given_names': 'Suriyanto', 'first_surname': ''}, {'given_names': '', 'first_surname': 'Suriyanto'}])
def test_who_has_one_name_goes_on(names: dict[str, str]) -> None:
    assert list(until('applicant_birth', applicant={**names, 'second_surname': ''}))[-2:] == ['applicant_name', 'applicant_birth']
