"""What two texts say, held beside each other: one number, a date, a name."""
from typing import Any

import pytest

from docassemble.immdef_selfhelp.story.checks.compare import compare_counts, compare_dates
from docassemble.immdef_selfhelp.story.checks.counts import count
from docassemble.immdef_selfhelp.story.checks.names import like_name, same_name
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate


@pytest.mark.parametrize(('text', 'expected'), [
    ('cuatro hombres', (4, 4)), ('Cuatro o cinco', (4, 5)), ('four to five men', (4, 5)), ('4-5', (4, 5)), ('DIECISÉIS', (16, 16)), ('20', (20, 20)),
    ('tres hombres, uno con pistola', None), ('la 18', None), ('MS-13', None), ('tres de la 18', (3, 3)),
    ('varios', None), ('', None), ('en 2021', None)])
def test_the_one_number_of_a_text(text: str, expected: Any) -> None:
    assert count(text) == expected


def test_four_and_four_or_five_is_not_serious() -> None:
    assert [compare_counts((4, 4), other) for other in ((4, 4), (4, 5), (5, 6))] == ['', 'small', 'serious']


@pytest.mark.parametrize(('first', 'second', 'expected'), [
    (FuzzyDate(2024, 5), FuzzyDate(2024, 5, 27), ''), (FuzzyDate(2024, 5, about=True), FuzzyDate(2024, 6), 'small'),
    (FuzzyDate(2024, 5), FuzzyDate(2024, 6), 'serious'), (FuzzyDate(month=5), FuzzyDate(2024, 6), ''),
    (FuzzyDate(words='en la cosecha'), FuzzyDate(2020), ''),
    (FuzzyDate(2024, 2, 31), FuzzyDate(2020), '')])
def test_dates_compared(first: FuzzyDate, second: FuzzyDate, expected: str) -> None:
    assert compare_dates(first, second) == compare_dates(second, first) == expected


@pytest.mark.parametrize(('first', 'second', 'same', 'alike'), [
    ('José Ejemplo Ruiz', 'JOSE EJEMPLO', True, False), ('Ana María Ruiz', 'Ana Ruiz', True, False), ('Dariel Ruiz', 'Daniel Ruiz', False, True),
    ('Rosa Méndez', 'Luis Ejemplo', False, False), ('', 'Ana', False, False)])
def test_names_compared(first: str, second: str, same: Any, alike: Any) -> None:
    assert (same_name(first, second), like_name(first, second)) == (same, alike)
