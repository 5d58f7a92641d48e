"""A family that looks for a sponsor, in the running interview: the risks before any question, and of a child who decides, steps and questions."""
import html
import re

import pytest
from interviews.walks import LANGUAGES, walked

from docassemble.immdef_selfhelp.law.facts.days import today_in_court
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.provisions.sponsors import channels

SPONSOR_FIRST, NIECE = '25_letters_to_officers', '10_aunt_and_niece'
WHO_DECIDES = {'es': 'ORR busca primero al padre o la madre.', 'en': 'ORR looks first'}
STEPS = {'es': 'el patrocinador llena una solicitud', 'en': 'the sponsor fills out an application'}


def test_the_risks_are_read_before_anything_of_the_family_is_asked() -> None:
    steps = walked(SPONSOR_FIRST, 'es').steps
    ids = [step.screen.id for step in steps]
    risks = ids.index('sponsor_risks')
    asked = {entry.variable for step in steps[:risks] for entry in step.screen.entries}
    assert not {one for one in asked if one.startswith(('applicant', 'family', 'situation', 'sponsor'))}
    told = steps[risks].screen.subquestion
    assert not [one for one in ('sponsor_never', 'orr_warning', 'sponsor_status') if dated.sentence(one, 'es', today_in_court()) not in told]
    assert not steps[risks].screen.entries


@pytest.mark.parametrize('language', LANGUAGES)
def test_for_a_child_the_screen_and_the_sheet_say_who_decides_the_steps_and_what_to_ask(language: str) -> None:
    found = walked(NIECE, language)
    screen = next(step.screen.subquestion for step in found.steps if step.screen.id == 'sponsor_who_decides')
    sheet = next(paper.text for paper in found.papers if paper.place == f'sponsor_steps applicant {language}')
    for text in (screen, sheet):
        assert WHO_DECIDES[language] in text and STEPS[language] in text
        assert [one.words[language] for one in channels()['orr'].ask if one.words[language] not in text] == []


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_family_previews_its_profile_word_for_word_as_the_paper_says_it(language: str) -> None:
    found = walked('16_spouses_taken_apart', language)
    screen = next(step.screen.subquestion for step in found.steps if step.screen.id == 'profile_preview')
    shown = re.findall(r'<div class="preview" lang="(\w\w)">(.*?)</div>', screen, re.DOTALL)
    assert [one for one, _ in shown] == [language, *(one for one in LANGUAGES if one != language)]
    for one, page in shown:
        seen = html.unescape(re.sub(r'<[^>]+>', ' ', page)).split()
        paper = next(paper.text for paper in found.papers if paper.place == f'sponsor_profile applicant {one}')
        written = re.sub(r'\n\t*(Página|Page) .*$', '', paper).split()
        assert len(written) > 20 and seen == written


def test_the_status_of_a_sponsor_has_no_answer_beforehand_and_needs_none() -> None:
    step = next(step for step in walked('22_cousin_writes_as_sponsor', 'es').steps if step.screen.id == 'sponsor_own_status')
    (entry,) = (entry for entry in step.screen.entries if entry.variable == 'sponsor_offer.status')
    assert entry.default in (None, '') and not entry.required
