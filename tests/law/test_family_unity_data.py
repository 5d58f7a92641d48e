"""Policies by day, the steps of kinship, and the words of a draft that never became law."""
import re
from datetime import date, timedelta

import pytest

from docassemble.immdef_selfhelp.law.desk.texts import every_text
from docassemble.immdef_selfhelp.law.provisions import dated, kinship, unity

ON = date(2026, 11, 28)
DRAFT_WORDS = re.compile(r'extended family|nonrelative extended|familia extendida|parientes? no consangu', re.IGNORECASE)


@pytest.mark.parametrize('policy', [policy for policy in unity.policies() if policy.last], ids=lambda policy: policy.id)
def test_a_policy_is_offered_from_its_first_to_its_last_day_and_never_after(policy: unity.Policy) -> None:
    assert policy.last is not None
    day = timedelta(days=1)
    stands = [policy in unity.standing(on) for on in (policy.first - day, policy.first, policy.last, policy.last + day, ON)]
    assert stands == [False, True, True, False, False]
    assert policy.categories, 'an ended policy without categories would prove nothing'


def test_a_category_has_its_words_only_while_a_policy_with_it_stands() -> None:
    assert [words for words, _ in unity.category_words('older_person', 'en', date(2022, 1, 1))] == ['advanced age']
    assert unity.category_words('older_person', 'en', ON) == ()
    assert [policy.id for _, policy in unity.category_words('parent_and_child', 'es', ON)] == ['family_unity']


@pytest.mark.parametrize(('tie', 'degree'), [
    ('sibling', 2), ('grandparent', 2), ('great_grandparent', 3), ('aunt_uncle', 3), ('cousin', 4), ('great_aunt_uncle', 4), ('parents_cousin', 5),
    ('second_cousin', 6)])
def test_the_degree_is_the_steps_up_and_down(tie: str, degree: int) -> None:
    assert kinship.tie(tie).degree == degree
    assert kinship.counted(tie, ON) == ('within' if degree <= dated.value('ab495_relative', ON) else 'beyond')


@pytest.mark.parametrize(('tie', 'kind'), [('not_related', 'none'), ('parent', 'parent'), ('unknown', 'unknown'), ('by_marriage', 'marriage')])
def test_who_is_not_counted_in_steps_is_never_called_within(tie: str, kind: str) -> None:
    assert kinship.counted(tie, ON) == kind


def test_no_two_ties_have_the_same_place_in_the_drawing() -> None:
    places = [tie.place for tie in kinship.ties() if tie.place]
    # (2, 1) and (3, 1) are the parent's and the child's own
    assert len(places) == len(set(places)) == 8 and not {(2, 1), (3, 1)} & set(places)


def test_the_words_of_the_draft_stand_in_no_text_of_the_law() -> None:
    said = {text.id: ' '.join(words for passage in text.passages for words in passage.words.values()) for text in every_text().values()}
    assert [name for name, words in said.items() if DRAFT_WORDS.search(words)] == []
    assert DRAFT_WORDS.search('a nonrelative extended family member')
    assert not re.search(r'un año|one year', said['caa_ends'])
