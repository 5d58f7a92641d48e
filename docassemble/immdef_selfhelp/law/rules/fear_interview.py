"""Which fear interview a person reads about. An earlier order of removal leads to the reasonable fear interview (8 CFR 208.31), and the ordinary
path of credible fear and asylum (8 CFR 208.30) would then tell them what may not be open to them.
"""
from collections.abc import Iterable
from typing import Literal

from docassemble.immdef_selfhelp.law.facts.facts import Facts
from docassemble.immdef_selfhelp.law.rules.process import in_court

FearInterview = Literal['credible', 'reasonable', 'either']
"""`either`: someone in the family has an earlier order, and it was not told who."""
APPLICANT = 'applicant'


def interview_of(facts: Facts, person: str = APPLICANT) -> FearInterview:
    """The interview this person reads about. Entries and their outcome are the applicant's own; the lawyer-first mark is about anybody."""
    own = any(entry.outcome == 'removal_order' for entry in facts.entries)
    if own:
        return 'reasonable' if person == APPLICANT else 'credible'
    return 'either' if facts.limits.prior_removal == 'yes' else 'credible'


def chosen(interview: FearInterview, credible: Iterable[str], reasonable: Iterable[str]) -> tuple[str, ...]:
    """The ids of the provisions for this interview, in order, each once: those of the one path, of the other, or of both."""
    found = [*(credible if interview != 'reasonable' else ()), *(reasonable if interview != 'credible' else ())]
    return tuple(dict.fromkeys(found))


def before_a_judge(facts: Facts) -> bool:
    """Whether the case is already in immigration court and no fear interview was told to lie ahead or to be under review: section 240 proceedings
    (8 U.S.C. 1229a) and not expedited removal (8 U.S.C. 1225(b)(1)).
    """
    return bool(in_court(facts)) and facts.interview.status not in ('scheduled', 'negative')
