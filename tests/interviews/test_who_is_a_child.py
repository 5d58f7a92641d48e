"""Who is a child is asked of the day and not of the year: the screens, the papers and the rules agree on the birthday."""
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from interviews.edited import go_on, open_link
from interviews.test_tasks import left
from interviews.walks import case, walked

from docassemble.immdef_selfhelp.law.facts.family_ties import YOUNGER
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.walk.driver import Driver
from docassemble.immdef_selfhelp.walk.outcome import Outcome, walk_case
from docassemble.immdef_selfhelp.walk.session import Session

NAME, DAY, TURNS_18 = '01_extortion_and_police', date(2026, 11, 24), date(2026, 12, 20)


def walk_with(birth: dict[str, Any], relation: str = 'son', day: date = DAY) -> Outcome:
    """The family with one child only, born so."""
    answers = deepcopy(case(NAME)['answers']) | {'task': 'credible_fear'}
    child = next(member for member in answers['family'] if member['relation'] == 'son')
    answers['family'] = [child | {'birth': birth, 'relation': relation, 'married': 'no'}]
    return walk_case(answers, 'es', day=day)


def screens(walked: Outcome) -> set[str]:
    return {step.screen.id for step in walked.steps}


@pytest.mark.parametrize(('birth', 'day', 'child'), [
    ({'year': 2008, 'month': 12, 'day': 20}, DAY, True),
    ({'year': 2008, 'month': 12, 'day': 20}, TURNS_18, False),
    ({'year': 2008}, DAY, True),
    ({'year': 2008, 'month': 11, 'day': 20, 'about': 'yes'}, DAY, True),
], ids=['seventeen', 'eighteen today', 'a year that may be seventeen', 'about eighteen'])
def test_a_child_of_17_is_a_child_on_screens_and_papers(birth: dict[str, Any], day: date, child: bool) -> None:
    walked = walk_with(birth, day=day)
    assert ('fear_children' in screens(walked)) is child, "the child's own fear"
    assert ('child_own_fear' in screens(walked)) is child, 'and asked of this child alone, with what the law says of a child who is older'
    if child:
        asked = next(step.screen.subquestion for step in walked.steps if step.screen.id == 'child_own_fear')
        assert dated.sentence('derivatives', 'es', day) in asked and 'Puede contarlo más tarde' in asked
    assert ('own_declarations' in screens(walked)) is not child, 'an adult may tell an own story'
    checklist = next(paper.text for paper in walked.papers if paper.place == 'document_checklist applicant es')
    assert ('¿Qué papel muestra que usted es su madre o su padre?' in checklist) is child
    if child:
        sheet = next(paper.text for paper in walked.papers if paper.place == 'credible_fear_sheet applicant es')
        assert 'Dariel tiene miedo de que lo pongan a hacer mandados' in sheet


def test_a_young_wife_whose_day_is_not_known_may_tell_her_own_story() -> None:
    walked = walk_with({'year': 2008}, relation='spouse')
    assert 'own_declarations' in screens(walked) and 'fear_children' not in screens(walked)


def test_the_reasons_for_children_are_told_of_children_only() -> None:
    members = case('00_every_screen')['answers']['family']
    asked = [step.screen for step in walked('00_every_screen', 'es').steps]
    for screen_id, reason in (('family_birth', 'De la edad dependen'), ('family_papers', 'Los papeles que dicen quién es la madre o el padre')):
        about = [screen for screen in asked if screen.id == screen_id]
        given = [any(str(member['given_names']) in screen.question and member['relation'] in YOUNGER for member in members) for screen in about]
        assert [reason in screen.subquestion for screen in about] == given and set(given) == {True, False}


@pytest.mark.parametrize(('year', 'relation', 'asked'), [(2009, 'sibling', True), (2009, 'parent', False), (1990, 'sibling', False)])
def test_whoever_may_be_under_18_is_asked_whether_a_parent_is_there(year: int, relation: str, asked: bool) -> None:
    answers = deepcopy(case('12_drought_and_debt')['answers']) | {'task': 'screening', 'reads': 'yes'}
    answers['applicant'] |= {'birth': {'year': year}, 'with_parent': 'no'}
    ana = {'given_names': 'Ana', 'relation': relation, 'gender': 'female', 'birth': {'year': 1980}, 'papers': []}
    answers['family'] = [ana | {'whereabouts': 'with_me', 'travelling': 'yes'}]
    walk = walk_case(answers, 'es', day=DAY)
    assert ('applicant_with_parent' in screens(walk)) is asked
    assert ('UAC' in walk.findings) is asked


def test_a_child_who_is_told_of_after_the_fears_is_asked_about_too() -> None:
    """In a family that had no child when its fears were told; the part is open again, and told once the child was asked about."""
    told = {**case('12_drought_and_debt')['answers'], 'task': 'credible_fear', 'family': []}
    session = Session()
    for _ in Driver(told, 'es').walk(session):
        pass
    assert session.screen is not None and session.screen.id == 'packet' and left(session, 'credible_fear') == []
    fears = {'children_fears': [{'person': 'family_0', 'own_fear': 'yes', 'what': 'Dice que sueña con el pozo.', 'words_from': 'child'}]}
    later = {**told, 'family': [{'given_names': 'Luz', 'first_surname': 'Ejemplo', 'relation': 'daughter', 'gender': 'female', 'papers': [],
                                 'birth': {'year': 2017}, 'whereabouts': 'with_me', 'travelling': 'yes', 'nationality': 'Guatemala'}],
             'tellings': [{**told['tellings'][0], **fears}]}
    open_link(session, 'my_answers')
    open_link(session, '_da_list_add', list='family')
    driver, seen = Driver(later, 'es'), []
    while session.screen is not None and session.screen.id != 'packet':
        if session.screen.id == 'my_answers':
            assert 'What you fear' in left(session, 'credible_fear')
            go_on(session)
        else:
            seen.append(driver.answer(session).screen.id)
    assert seen.count('child_own_fear') == 1 and seen.index('fear_children') < seen.index('child_own_fear')
    assert session.answers()['tellings'][0]['children_fears'][0]['what'] == 'Dice que sueña con el pozo.' and left(session, 'credible_fear') == []
