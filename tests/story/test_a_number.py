"""An A-number has 8 or 9 digits, or is left empty."""
import pytest

from docassemble.immdef_selfhelp.story.a_number import is_complete


@pytest.mark.parametrize('typed', ['', '  ', 'A12345678', 'A-123-456-789', 'a 123 456 789', '123456789', '12.345.678', 'A#12345678'])
def test_it_is_complete_or_empty(typed: str) -> None:
    assert is_complete(typed)


@pytest.mark.parametrize('typed', ['12-345', 'A1234567', 'A1234567890', 'no', 'A', 'B12345678', 'A12345678X'])
def test_it_is_asked_about(typed: str) -> None:
    assert not is_complete(typed)
