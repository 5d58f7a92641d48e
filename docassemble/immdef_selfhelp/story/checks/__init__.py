"""Compares everything one adult has told, earlier statements included, and lists what does not say the same.

Both lines stand side by side under an open question: a judge may weigh any inconsistency, and the person may explain it
(INA 208(b)(1)(B)(iii), 8 U.S.C. 1158(b)(1)(B)(iii)). Which line is right is never chosen and nothing is scored.
"""
from collections.abc import Callable, Iterable, Iterator

from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.checks import order, people, statements, unread
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, Difference

Check = Callable[[Case, Telling], Iterator[Difference]]
WITH_EARLIER: tuple[Check, ...] = (statements.changed, statements.missing)
"""What compares the dates, answers and events of an earlier statement."""
CHECKS: tuple[Check, ...] = (
    order.births, order.after_leaving, order.journey, order.residences, order.gaps, *WITH_EARLIER,
    people.listed_names, people.spelled_names, people.side_by_side, unread.counts, unread.residences,
)
GRAVEST_FIRST = (
    'returned', 'arrested', 'entry_before_leaving', 'reported', 'event_only_earlier', 'event', 'left', 'entered', 'people_count', 'children',
    'before_birth', 'harm_after_leaving', 'country_before_leaving', 'event_not_in_earlier', 'stays_overlap', 'end_before_start', 'residence',
    'stay_gap', 'person_only_earlier', 'name', 'people_unread', 'children_unread')
"""The differences in the order in which they are asked: first what an officer or a judge asks about first."""
ASKED_TOO = frozenset({'residence'})
"""What is asked about although it is not serious: where somebody lived."""


def differences(case: Case, telling: Telling, checks: Iterable[Check] = CHECKS) -> tuple[Difference, ...]:
    """What does not say the same in one adult's telling, the gravest first, each once."""
    found = list(dict.fromkeys(difference for check in checks for difference in check(case, telling)))
    return tuple(sorted(found, key=lambda difference: (difference.seriousness != SERIOUS, GRAVEST_FIRST.index(difference.code))))
