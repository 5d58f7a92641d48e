"""Facts of a case: read strictly, unknown by default, with words for each in both languages."""
from pathlib import Path

import pytest

from docassemble.immdef_selfhelp.law.facts import words as fact_words
from docassemble.immdef_selfhelp.law.facts.facts import Facts, FactsError, facts_in, facts_tree, read_facts
from docassemble.immdef_selfhelp.law.facts.marks import EVERY_LIST, groups, marks_by_id


def test_nothing_told_is_unknown_and_not_no() -> None:
    told = [getattr(part, name) for part in (Facts().limits, Facts().needs) for name in vars(part)]
    assert set(told) == {'unknown'}


def test_a_file_is_read_with_yes_and_no_as_words(tmp_path: Path) -> None:
    path = tmp_path / 'facts.yml'
    path.write_text('place: mexico\nneeds: {pregnant: yes, medical: no}\npeople: [{key: applicant, name: 1}]\n', encoding='utf-8')
    facts = facts_in(facts_tree(path))
    assert (facts.place, facts.needs.pregnant, facts.needs.medical, facts.applicant.name) == ('mexico', 'yes', 'no', '1')


@pytest.mark.parametrize(('tree', 'says'), [
    ({'plaze': 'mexico'}, 'plaze'),
    ({'place': 'moon'}, "'moon' is none of mexico"),
    ({'entries': [{'when': '2026-02-30'}]}, "'2026-02-30' is no day of the calendar @ facts.entries[0].when"),
    ({'people': []}, 'applicant'),
    ({'people': [{'key': 'applicant'}, {'key': 'applicant'}]}, 'stands twice'),
    ({'tellings': [{'person': 'family_3'}]}, 'family_3'),
    ({'tellings': [{'harms': [{'to': 'family_9'}]}]}, 'family_9'),
    ({'people': [{'key': 'applicant', 'name': ['a']}]}, 'must be a text'),
])
def test_what_is_wrong_is_named_with_its_place(tree: dict[str, object], says: str) -> None:
    with pytest.raises(FactsError, match=says.replace('[', r'\[').replace(']', r'\]')):
        read_facts(tree)


def test_a_broken_file_and_a_key_told_twice_are_refused(tmp_path: Path) -> None:
    for text in ('place: [', 'place: mexico\nplace: custody\n'):
        path = tmp_path / 'facts.yml'
        path.write_text(text, encoding='utf-8')
        with pytest.raises(FactsError, match=r'facts\.yml'):
            facts_in(facts_tree(path))


def test_every_fact_and_every_code_has_words_in_both_languages() -> None:
    words = fact_words.words()
    assert set(words['fact']) == set(fact_words.fact_names())
    assert all(fact_words.value_words(code, language) for code in fact_words.codes() for language in ('es', 'en'))


def test_a_code_that_means_two_things_has_two_words() -> None:
    facts = read_facts({'needs': {'phone': 'private'}, 'tellings': [{'harms': [{'actor': 'private'}]}]})
    assert fact_words.answered(facts, 'needs.phone', 'es') == 'solo usted lo usa'
    assert fact_words.answered(facts, 'tellings.0.harms.0.actor', 'es') == 'personas que no son del gobierno'


@pytest.mark.parametrize('path', ['needs.nothing', 'entries.0.when', 'people.7.birth'])
def test_a_path_that_is_no_fact_is_refused(path: str) -> None:
    with pytest.raises(LookupError):
        fact_words.answered(Facts(), path, 'es')


def test_every_mark_tells_a_fact_and_a_mark_for_what_is_lacking_says_no() -> None:
    marks = marks_by_id()
    assert len(marks) == sum(len(group.marks) for stem in EVERY_LIST for group in groups(stem))
    assert marks['no_phone'].value('yes') == 'no'
    assert marks['no_phone'].value('no') == 'yes'
    assert marks['no_phone'].value('unknown') == 'unknown'
    assert marks['pregnant'].value('yes') == 'yes'
