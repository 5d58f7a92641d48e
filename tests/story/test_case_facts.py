"""From what was told to the facts of the law: nothing added, no word crosses over, and what was not told is unknown."""
import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law.facts import facts as law
from docassemble.immdef_selfhelp.law.facts.facts import Facts, Limits, Needs
from docassemble.immdef_selfhelp.law.facts.marks import CIRCUMSTANCES, EVERY_LIST, LAWYER_FIRST, groups
from docassemble.immdef_selfhelp.law.facts.spans import UNTOLD, Span, on_day
from docassemble.immdef_selfhelp.law.facts.words import fact_names
from docassemble.immdef_selfhelp.law.findings.found import findings
from docassemble.immdef_selfhelp.story import case_facts
from docassemble.immdef_selfhelp.story.case import case_from_answers
from docassemble.immdef_selfhelp.story.case_facts import as_of, facts_for, facts_of
from docassemble.immdef_selfhelp.story.private import facts_for_paper, for_paper, reason_on_paper

TYPED = 'PALABRAS DE LA PERSONA'


def facts(**answers: Any) -> Facts:
    return facts_of(case_from_answers(answers))


def test_nothing_told_is_unknown_everywhere() -> None:
    told = facts()
    assert {getattr(told.limits, part.name) for part in fields(Limits)} == {'unknown'}
    assert {getattr(told.needs, part.name) for part in fields(Needs)} == {'unknown'}
    assert findings(told, date(2026, 11, 25)) == ()


def test_no_word_of_a_story_crosses_over() -> None:
    event = {'kind': 'harm', 'told': 'written', 'what': TYPED, 'where': TYPED, 'who': TYPED, 'words': TYPED, 'why': TYPED, 'injuries': TYPED,
             'reported': 'no', 'report_why_not': TYPED, 'who_official': 'private', 'when': {'year': 2024, 'words': TYPED}}
    told = facts(applicant={'given_names': 'Ana', 'papers_note': TYPED}, tellings=[{
        'person': 'applicant', 'background': TYPED, 'community': TYPED, 'events': [event], 'moved': 'yes',
        'moves': [{'place': TYPED, 'after': TYPED}],
        'fear': {'told': 'written', 'what': TYPED, 'other_place': TYPED}, 'late_reason': TYPED, 'reasons': ['money']}])
    assert TYPED not in repr(told)
    harm = told.tellings[0].harms[0]
    assert (harm.report_why_not_told, told.tellings[0].other_place_told) == (True, True)


@pytest.mark.parametrize(('written', 'span'), [
    ({'year': 2024}, Span(date(2024, 1, 1), date(2024, 12, 31))),
    ({'year': 2024, 'month': 2}, Span(date(2024, 2, 1), date(2024, 2, 29))),
    ({'year': 2024, 'month': 2, 'day': 29, 'about': True}, on_day(date(2024, 2, 29), about=True)),
    ({'year': 9990}, UNTOLD),
    ({'year': 2024, 'part': 'end_of_year'}, Span(date(2024, 9, 1), date(2024, 12, 31))),
    ({'month': 2}, UNTOLD),
    ({'year': 2023, 'month': 2, 'day': 29}, UNTOLD),
    ({'words': TYPED}, UNTOLD),
])
def test_a_date_is_never_sharper_than_told(written: dict[str, Any], span: Span) -> None:
    told = facts(situation={'place': 'released', 'entered': 'yes', 'entries': [{'when': written, 'outcome': 'released'}]})
    assert told.entries[0].when == span


def test_a_closed_branch_gives_no_fact() -> None:
    told = facts(situation={'place': 'mexico', 'entered': 'no', 'entries': [{'when': {'year': 2020}, 'outcome': 'removal_order'}]},
                 court={'has_case': 'yes', 'missed_hearing': 'yes'})
    assert told.entries == ()
    assert told.court == Facts().court


def test_marks_keep_yes_no_and_unknown_apart() -> None:
    told = facts(circumstances={'pregnant': 'yes', 'medical': 'no', 'sponsor': 'unknown', 'no_phone': 'yes'})
    assert (told.needs.pregnant, told.needs.medical, told.needs.sponsor, told.needs.has_phone) == ('yes', 'no', 'unknown', 'no')


def test_every_mark_and_every_danger_leads_to_a_fact() -> None:
    for mark in (mark for group in groups(CIRCUMSTANCES) for mark in group.marks):
        assert mark.fact in fact_names()
        assert facts(circumstances={mark.id: 'yes'}) != facts(), mark.id
    for mark in (mark for group in groups(LAWYER_FIRST) for mark in group.marks):
        assert mark.fact in fact_names()
        assert facts(danger_facts=[mark.id]) != facts(), mark.id
    assert facts(danger_facts=['no_longer_asked']) == facts(), 'a saved session may hold a mark that is gone'


def test_a_child_alone_is_the_applicant_only_when_the_applicant_can_be_a_child() -> None:
    told = [facts(applicant={'birth': birth}, danger_facts=['child_alone']) for birth in ({}, {'year': 2012}, {'year': 1990})]
    assert [case.needs.child_alone for case in told] == ['yes'] * 3
    assert told[0].alone_under_18 == 'unknown', 'without a birthday it is not known'
    codes = [{finding.code for finding in findings(case, date(2026, 11, 25))} for case in told]
    assert ['PROCESS_UNACCOMPANIED_CHILD' in found for found in codes] == [False, True, False]
    assert all('UAC' in found for found in codes)


@pytest.mark.parametrize(('with_parent', 'marked', 'mother', 'alone'), [
    ('no', False, '', 'yes'), ('yes', True, '', 'no'), ('unknown', True, '', 'yes'), ('', True, '', 'yes'), ('no', False, 'with_me', 'unknown'),
])
def test_whether_a_child_is_alone_is_what_was_answered(with_parent: str, marked: bool, mother: str, alone: str) -> None:
    family = [{'relation': 'parent', 'whereabouts': mother}] if mother else []
    told = facts(applicant={'birth': {'year': 2012}, 'with_parent': with_parent}, family=family, danger_facts=['child_alone'] if marked else [])
    assert told.alone_under_18 == alone


def test_another_adults_telling_stays_private() -> None:
    case = case_from_answers({'family': [{'given_names': 'Luis', 'relation': 'spouse'}],
                              'tellings': [{'person': 'applicant'}, {'person': 'family_0', 'reasons': ['politics'], 'events': [{'kind': 'harm'}]}]})
    assert [telling.person for telling in facts_for(case).tellings] == ['applicant']
    assert [telling.person for telling in facts_for(case, 'family_0').tellings] == ['family_0']


def test_who_is_married_is_told_by_a_spouse_or_by_the_answer_about_a_child() -> None:
    family = [{'relation': 'spouse'}, {'relation': 'son', 'married': 'yes'}, {'relation': 'daughter', 'married': 'no'}, {'relation': 'son'},
              {'relation': 'sibling', 'married': 'yes'}]
    assert [person.married for person in facts(family=family).people] == ['yes', 'yes', 'yes', 'no', 'unknown', 'unknown']
    assert facts(family=family[1:]).people[0].married == 'unknown'


@pytest.mark.parametrize(('papers', 'proof'), [(['birth_certificate'], 'yes'), (['birth_certificate_copy'], 'yes'), (['passport'], 'no'), ([], 'no')])
def test_proof_of_parentage_is_a_birth_certificate_told(papers: list[str], proof: str) -> None:
    child = {'relation': 'son', 'whereabouts': 'with_me', 'papers': papers}
    assert facts(family=[child]).people[1].parentage_proof == proof


def test_proof_not_asked_is_not_lacking() -> None:
    assert facts(family=[{'relation': 'son', 'whereabouts': 'home_country'}]).people[1].parentage_proof == 'unknown'


def with_earlier(**more: Any) -> dict[str, Any]:
    """A telling and what an earlier paper says of it."""
    event = {'kind': 'harm', 'told': 'written', 'what': 'Me golpearon.', 'when': {'year': 2023}, 'reported': 'yes', 'report_result': 'Nada.'}
    return {'person': 'applicant', 'events': [event], 'left_when': {'year': 2024, 'month': 5}, 'told_before': 'yes',
            'earlier': [{'kind': 'credible_fear_notes', **more}]}


@pytest.mark.parametrize(('says', 'differs'), [
    ({'reported': 'no'}, 'yes'), ({'left_when': {'year': 2022}}, 'yes'), ({'reported': 'yes'}, 'unknown'),
    ({'left_when': {'year': 2024}}, 'unknown'), ({}, 'unknown'),
])
def test_a_serious_difference_with_an_earlier_paper_is_a_conflict(says: dict[str, Any], differs: str) -> None:
    told = facts(tellings=[with_earlier(**says)])
    assert told.interview.notes_wrong == differs
    assert ('CFI_CONFLICT' in {finding.code for finding in findings(told, date(2026, 11, 25))}) is (differs == 'yes')


def test_an_unmarked_list_does_not_take_back_what_was_written() -> None:
    told = facts(circumstances={'notes_wrong': 'no'}, tellings=[{'person': 'applicant', 'corrections': TYPED}])
    assert told.interview.notes_wrong == 'yes'


@pytest.mark.parametrize(('health', 'medical', 'pregnant'), [
    ({}, 'unknown', 'unknown'), ({'medicines': [{'who': 'applicant', 'name': 'X'}]}, 'yes', 'unknown'),
    ({'needs': [{'who': 'applicant', 'kind': 'pregnancy'}]}, 'unknown', 'yes'),
    ({'needs': [{'who': 'applicant', 'kind': 'allergy'}]}, 'yes', 'unknown'),
    ({'needs': [{'who': 'family_3', 'kind': 'pregnancy'}]}, 'unknown', 'unknown'),
])
def test_what_was_told_of_health_is_a_need(health: Any, medical: str, pregnant: str) -> None:
    needs = facts_for(case_from_answers({'health': health})).needs
    assert (needs.medical, needs.pregnant) == (medical, pregnant)
    assert facts_for(case_from_answers({'health': health, 'circumstances': {'medical': 'no'}})).needs.medical == ('yes' if medical == 'yes' else 'no')


def of_a_child(*told: tuple[str, str], **more: Any) -> Any:
    """A child of ten whose own fear was told by each of these."""
    child = {'given_names': 'Luz', 'relation': 'daughter', 'birth': {'year': 2016}, 'whereabouts': 'with_me'}
    spouse = {'given_names': 'Juan', 'relation': 'spouse', 'birth': {'year': 1990}, 'whereabouts': 'with_me'}
    tellings = [{'person': person, 'children_fears': [{'person': 'family_0', 'own_fear': code, 'what': TYPED}]} for person, code in told]
    return case_from_answers({'family': [child, spouse], 'own_declarations': ['family_1'], 'tellings': tellings, **more})


@pytest.mark.parametrize(('told', 'own_fear'), [
    ([('applicant', 'yes')], 'yes'), ([('applicant', 'no')], 'no'), ([('applicant', 'unknown')], 'unknown'), ([('applicant', '')], 'unknown'),
    ([('applicant', 'skip')], 'unknown'),
    ([('applicant', 'no'), ('family_1', 'yes')], 'yes'), ([('applicant', 'no'), ('family_1', 'unknown')], 'unknown'), ([], 'unknown')])
def test_each_childs_own_fear_is_a_fact_and_a_lawyer_sees_it(told: list[tuple[str, str]], own_fear: str) -> None:
    found = facts_of(of_a_child(*told))
    assert found.people[1].own_fear == own_fear and TYPED not in repr(found)
    assert ('CHILD_OWN_CLAIM' in {one.code for one in findings(found, date(2026, 11, 25))}) is (own_fear == 'yes')


def test_what_one_adult_told_of_a_child_is_not_for_the_other() -> None:
    both = of_a_child(('applicant', 'yes'), ('family_1', 'no'))
    assert (facts_for(both).people[1].own_fear, facts_for(both, 'family_1').people[1].own_fear) == ('yes', 'no')


def test_a_childs_fear_stands_on_no_sheet_when_somebody_must_not_know() -> None:
    for feared in ({'circumstances': {'afraid_of_family': 'yes'}}, {'danger_facts': ['violence_at_home']}):
        assert TYPED not in repr(for_paper(of_a_child(('applicant', 'yes'), **feared)))
    feared = of_a_child(('applicant', 'yes'), circumstances={'afraid_of_family': 'yes'})
    assert facts_for(feared).people[1].own_fear == 'yes' and facts_for_paper(feared).people[1].own_fear == 'unknown'
    assert not reason_on_paper(facts_for(feared), 'people.1.own_fear') and TYPED in repr(for_paper(of_a_child(('applicant', 'yes'))))


def test_who_is_no_child_of_the_family_has_no_fear_told_for_them() -> None:
    gone = case_from_answers({'family': [{'given_names': 'Juan', 'relation': 'spouse'}],
                              'tellings': [{'person': 'applicant', 'children_fears': [{'person': 'family_0', 'own_fear': 'yes', 'what': TYPED}]}]})
    assert gone.tellings[0].children_fears == ()


@pytest.mark.parametrize(('arrived', 'kept'), [
    ({'year': 2026, 'month': 8, 'day': 31}, False), ({'year': 2026, 'month': 1}, True), ({'year': 2025, 'month': 1, 'day': 3}, True), ({}, True)])
def test_a_reason_for_lateness_is_printed_only_when_the_year_is_near_its_end_or_over(arrived: dict[str, int], kept: bool) -> None:
    """User trial, row 4: "the year is not over" stood under a sworn heading that says it is."""
    case = case_from_answers({'situation': {'place': 'released', 'entered': 'yes', 'entries': [{'when': arrived, 'outcome': 'released'}]},
                              'tellings': [{'person': 'applicant', 'late_reason': 'Estuve enferma.'}]})
    assert bool(as_of(case, date(2026, 11, 25)).tellings[0].late_reason) is kept


@pytest.mark.parametrize(('held', 'letters', 'by', 'somebody'), [
    ({'person': 'family_0', 'by': 'port'}, {}, 'cbp', 'yes'), ({'person': 'family_0', 'by': 'unknown'}, {}, 'unknown', 'yes'),
    ({}, {'held_by': 'ice', 'held': ['family_0']}, 'ice', 'yes'), ({}, {'held_by': 'unknown', 'held': []}, 'unknown', 'yes'),
    ({'person': 'family_0', 'by': 'orr'}, {'held_by': 'nobody'}, 'orr', 'yes'), ({'person': 'nobody'}, {'held_by': 'nobody'}, 'nobody', 'unknown'),
    ({'person': 'family_7', 'by': 'ice'}, {'held_by': 'ice', 'held': ['family_7']}, 'unknown', 'yes')])
def test_who_is_held_is_a_fact_wherever_it_was_told(held: dict[str, str], letters: dict[str, Any], by: str, somebody: str) -> None:
    told = facts(family=[{'given_names': 'Luis', 'relation': 'spouse'}], custody={'held': held}, advocacy=letters)
    assert (told.people[1].held_by, told.needs.somebody_held) == (by, somebody)
    assert ('SPONSOR_FOR_DETAINED' in {found.code for found in findings(told, date(2026, 11, 25))}) is (by in ('ice', 'orr'))


# --- what nobody is asked ----------------------------------------------------------------------------------------------------------

PAGE = Path(__file__).parents[2] / 'docs' / 'use' / 'findings.md'
PARTS = {'Person': 'people', 'Entry': 'entries', 'FearInterview': 'interview', 'Court': 'court', 'Telling': 'tellings', 'Harm': 'tellings.harms',
         'Move': 'tellings.moves', 'Country': 'tellings.countries', 'Needs': 'needs', 'Facts': ''}
# Told of what an official threatened, never of what somebody tells of a harm
IN_PART = {'tellings.harms.kind'}


def set_in(call: ast.Call) -> Iterator[str]:
    """The facts that a call of a part's type sets, by position and by name."""
    kind = call.func.attr if isinstance(call.func, ast.Attribute) else ''
    if kind in PARTS:
        names = [part.name for part in fields(getattr(law, kind))][:len(call.args)] + [word.arg for word in call.keywords if word.arg]
        yield from (f'{PARTS[kind]}.{name}'.lstrip('.') for name in names)


def told_by_the_interview() -> set[str]:
    """Every fact that is made from an answer or a mark, as `story/case_facts.py` is written."""
    source = Path(case_facts.__file__).read_text(encoding='utf-8')
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    found = {name for call in calls for name in set_in(call)} | set(re.findall(r"known\(f?'([\w.]+)'", source))
    found |= {f'court.{name}' for name in re.findall(r"'(\w+)'", source.partition("for name in\n")[2].partition(')}')[0])}
    found |= {mark.fact for stem in EVERY_LIST for group in groups(stem) for mark in group.marks}
    return found & set(fact_names())


def test_the_page_names_every_fact_that_nobody_is_asked() -> None:
    text = PAGE.read_text(encoding='utf-8').partition('## What nobody is asked')[2].partition('\n## ')[0]
    assert set(re.findall(r'^\| `([\w.]+)`', text, re.MULTILINE)) == set(fact_names()) - told_by_the_interview() | IN_PART
