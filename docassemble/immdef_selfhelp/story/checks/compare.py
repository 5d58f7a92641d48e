"""How dates and counts are compared: what can mean the same is no difference."""
from dataclasses import replace

from docassemble.immdef_selfhelp.story.checks.counts import Count
from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL
from docassemble.immdef_selfhelp.story.dates import span
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate


def compare_counts(first: Count, second: Count) -> str:
    """Empty when the counts are the same, small when one of them can mean the other, else serious."""
    if first == second:
        return ''
    return SMALL if first[0] <= second[1] and second[0] <= first[1] else SERIOUS


def meet(first: FuzzyDate, second: FuzzyDate) -> bool:
    """Whether the two dates can mean one day. A day that does not exist can mean any."""
    try:
        (start, end), (other_start, other_end) = span(first), span(second)
    except ValueError:
        return True
    return start <= other_end and other_start <= end


def compare_dates(first: FuzzyDate, second: FuzzyDate) -> str:
    """Empty when the two dates can mean one day as they stand, small when they can because one is "about", else serious."""
    if meet(replace(first, about=False), replace(second, about=False)):
        return ''
    return SMALL if meet(first, second) else SERIOUS


def certainly_before(first: FuzzyDate, second: FuzzyDate) -> bool:
    """Whether every day the first can mean is earlier than every day of the second. A day that does not exist is never certain."""
    try:
        return span(first)[1] < span(second)[0]
    except ValueError:
        return False
