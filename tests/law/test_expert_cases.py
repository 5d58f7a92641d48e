"""What an experienced screener marked in the ten invented cases is found; nothing more is called urgent without a written reason."""
import pytest
from law.expert_cases import MUST_RAISE, NAMES, expert_case


def test_all_ten_cases_are_there() -> None:
    assert len(NAMES) == 10


@pytest.mark.parametrize('name', NAMES)
def test_everything_urgent_or_high_is_raised(name: str) -> None:
    case = expert_case(name)
    missing = {code: level for code, level in case.expected.items() if level in MUST_RAISE and code not in case.raised}
    assert missing == {}


@pytest.mark.parametrize('name', NAMES)
def test_what_the_screener_called_urgent_is_urgent(name: str) -> None:
    case = expert_case(name)
    lower = {code: case.raised.get(code) for code, level in case.expected.items() if level == 'urgent' and case.raised.get(code) != 'urgent'}
    assert lower == {}


@pytest.mark.parametrize('name', NAMES)
def test_nothing_more_is_urgent_without_a_written_reason(name: str) -> None:
    case = expert_case(name)
    more = {code for code, level in case.raised.items() if level == 'urgent'} - {code for code, level in case.expected.items() if level == 'urgent'}
    assert more == set(case.urgent_too), 'each has its reason in the case file, and no reason is left over'
    assert all(len(reason) > 20 for reason in case.urgent_too.values())
