"""What the board's order and the report's counts say, without a cache."""
import csv
import io

import pytest

from docassemble.immdef_selfhelp.workshop import counts, words
from docassemble.immdef_selfhelp.workshop.rows import Row, by_need, row_of


@pytest.mark.parametrize(('number', 'shown'), [(0, '0'), (1, '< 5'), (4, '< 5'), (5, '5'), (30, '30')])
def test_fewer_than_five_are_not_told(number: int, shown: str) -> None:
    assert counts.shown(number) == shown


def test_the_whole_room_is_told_and_no_group_within_it_under_five() -> None:
    found = counts.lines({'workshop:families': 3, 'language:es': 3, 'ticked:lawyer': 6})
    assert [(line.group, line.name, line.count) for line in found] == [
        ('language', 'es', '< 5'), ('ticked', 'lawyer', '6'), ('workshop', 'families', '3')]


def test_a_place_that_a_spreadsheet_would_run_is_text() -> None:
    table = list(csv.reader(io.StringIO(counts.as_csv('2026-11-28', '=1+1, "x"', counts.lines({'workshop:families': 3})))))
    assert table[1] == ['2026-11-28', '\'=1+1, "x"', 'workshop', 'families', '3']


def test_a_row_is_read_from_what_is_kept_and_from_nothing_else() -> None:
    kept = {'language': 'es', 'answered': '100', 'task': 'screening', 'part': '2', 'parts': '4', 'flag:hearing': '3', 'flag:story': 'x', 'name': 'x'}
    assert row_of(7, kept) == Row(7, 'es', 100, 'screening', 2, 4, flags=(('hearing', '3'),))


def test_a_hearing_that_is_far_away_can_wait() -> None:
    near, far = Row(2, 'es', 0, flags=(('hearing', '7'),)), Row(1, 'es', 0, flags=(('hearing', '8'),))
    assert by_need([far, near], 0) == [near, far]


def test_who_is_helped_already_stands_after_who_is_not() -> None:
    helped, alone = Row(1, 'es', 0, raised=10, helper='AB'), Row(2, 'es', 0, raised=20)
    assert by_need([helped, alone], 30) == [alone, helped]


def test_every_flag_has_words_for_the_family_and_for_the_leader() -> None:
    assert set(words.FLAGS) == set(words.ASKED)
