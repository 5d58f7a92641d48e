"""A date told as "about": the doubt is in the limit, never in favour of a later day, and what may still be open is not said to be over."""
from datetime import date
from typing import Any

import pytest

from docassemble.immdef_selfhelp.law.facts.facts import Facts, read_facts
from docassemble.immdef_selfhelp.law.facts.words import answered
from docassemble.immdef_selfhelp.law.findings.found import deadlines, findings
from docassemble.immdef_selfhelp.law.findings.words import WORDS, named
from docassemble.immdef_selfhelp.law.rules.finding import Deadline

ON = date(2026, 11, 25)


def case(about: str, written: str) -> Facts:
    """Somebody released whose limit is counted from a date written so."""
    court: dict[str, Any] = {'has_case': 'yes'}
    entries = [{'when': '2026-01-10', 'outcome': 'released'}]
    match about:
        case 'appeal':
            court |= {'decision': 'removal', 'decision_served': written}
        case 'reopen_in_absentia':
            court |= {'decision': 'in_absentia', 'decision_served': written}
        case 'annual_fee':
            court |= {'filed_asylum': 'yes', 'asylum_received': '2025-06', 'fee_notice': written}
        case 'court_papers':
            court |= {'hearing': written, 'hearing_kind': 'individual'}
        case 'one_year':
            entries = [{'when': written, 'outcome': 'released'}]
    return read_facts({'place': 'released', 'court': court, 'entries': entries})


def limit(about: str, written: str, on: date = ON) -> Deadline:
    return next(deadline for deadline in deadlines(findings(case(about, written), on)) if deadline.id == about)


COUNTED = [('appeal', '2026-11-03'), ('reopen_in_absentia', '2026-11-03'), ('annual_fee', '2026-11-03'), ('court_papers', '2027-03-02'),
           ('one_year', '2026-04-08')]


@pytest.mark.parametrize(('about', 'day'), COUNTED)
def test_a_rough_day_is_relied_on_earlier_than_the_day_and_later_than_nothing_sharper(about: str, day: str) -> None:
    exact, rough = limit(about, day).rely_on, limit(about, f'about {day}').rely_on
    assert rough < exact
    assert (exact - rough).days >= 10
    assert limit(about, f'about {day[:7]}').rely_on < rough, 'who knows less is not told a later day'


@pytest.mark.parametrize(('language', 'words'), [('es', 'entre el 18 de noviembre de 2026 y el 18 de diciembre de 2026'),
                                                 ('en', 'between November 18, 2026 and December 18, 2026')])
def test_the_appeal_is_said_as_between_two_days_and_maybe_over(language: str, words: str) -> None:
    """The order of "about 3 November" may be of 19 October, and its 30 days over on 18 November: ask today, and do not give it up."""
    said = named(limit('appeal', 'about 2026-11-03'), language, ON)
    assert said.when == words
    assert (said.passed, said.maybe_passed, said.note) == (False, True, WORDS[language]['maybe_passed'])


def test_what_may_still_be_open_is_not_over() -> None:
    codes = {finding.code for finding in findings(case('appeal', 'about 2026-10-20'), ON)}
    assert 'APPEAL_DATE' in codes and 'APPEAL_DATE_PASSED' not in codes
    sure = {finding.code for finding in findings(case('appeal', '2026-10-20'), ON)}
    assert 'APPEAL_DATE_PASSED' in sure
    assert 'ONE_YEAR_PASSED' not in {finding.code for finding in findings(case('one_year', 'about 2025-11-20'), ON)}


def test_the_date_as_told_is_repeated_as_told() -> None:
    assert answered(case('appeal', 'about 2026-11-03'), 'court.decision_served', 'en') == 'about November 3, 2026'
