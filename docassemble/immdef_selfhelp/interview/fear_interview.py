"""Which fear interview the screens explain, by what was told of an earlier order."""
from collections.abc import Iterable

from docassemble.immdef_selfhelp.interview.answers import case_for_stops, case_now
from docassemble.immdef_selfhelp.law.rules import fear_interview as law_fear_interview
from docassemble.immdef_selfhelp.story.case_facts import facts_for


def fear_interview() -> law_fear_interview.FearInterview:
    """`credible`, `reasonable` or `either`: see `law.rules.fear_interview`."""
    return law_fear_interview.interview_of(facts_for(case_now()))


def for_interview(credible: Iterable[str], reasonable: Iterable[str]) -> tuple[str, ...]:
    """The provisions of a screen for the interview that concerns the applicant."""
    return law_fear_interview.chosen(fear_interview(), credible, reasonable)


def is_before_a_judge() -> bool:
    """Whether the case is in court already: see `law.rules.fear_interview`. What happened tells nothing of it and is left aside."""
    return law_fear_interview.before_a_judge(facts_for(case_for_stops()))
