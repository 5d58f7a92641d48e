"""The task "keep the family together", walked: each risk with its answer and its rule and no score, and what the plan does not do."""
import re

import pytest
from bs4 import BeautifulSoup
from interviews.walks import LANGUAGES, walked

SCORE = re.compile(r'\d+ ?%|\bpunt(os|aje|uación)\b|\bscore\b|probab|riesgo (alto|bajo|medio)|(high|low|medium) risk', re.IGNORECASE)
AUNT, MOTHER, SPOUSES = '10_aunt_and_niece', '01_extortion_and_police', '16_spouses_taken_apart'


def shown(name: str, screen: str, language: str) -> str:
    return next(step.screen.subquestion for step in walked(name, language).steps if step.screen.id == screen)


@pytest.mark.parametrize('language', LANGUAGES)
@pytest.mark.parametrize('name', [AUNT, MOTHER, SPOUSES])
def test_each_risk_has_the_answer_and_the_rule_it_came_from_and_no_score(name: str, language: str) -> None:
    """Acceptance point 1."""
    text = shown(name, 'unity_risks', language)
    cards = BeautifulSoup(text, 'html.parser').select('section.finding')
    assert cards and not SCORE.search(' '.join(card.get_text(' ') for card in cards))
    for card in cards:
        why, source = card.select('details')
        assert why.find_all('li') and source.find_all('li'), card.get_text(' ')
        assert all(re.search(r'(revisado el|checked on) .*20\d\d', line.get_text()) for line in source.find_all('li'))


@pytest.mark.parametrize(('language', 'plainly', 'carry'), [
    ('es', 'usted no es su padre, madre ni tutor legal', 'Lo que puede llevar'),
    ('en', 'you do not count as the parent or legal guardian', 'What you can carry')])
def test_an_adult_who_is_no_parent_is_told_plainly_and_what_can_be_carried(language: str, plainly: str, carry: str) -> None:
    """Acceptance point 2, and only for such an adult."""
    text = shown(AUNT, 'unity_risks', language)
    assert plainly in text
    assert carry in text and carry not in shown(MOTHER, 'unity_risks', language)


@pytest.mark.parametrize(('language', 'words'), [('es', 'custodia'), ('en', 'custody')])
@pytest.mark.parametrize('name', [MOTHER, SPOUSES])
def test_the_plan_says_what_it_does_not_do(name: str, language: str, words: str) -> None:
    """Acceptance point 5, in California and outside it."""
    assert words in shown(name, 'plan_limits', language)
