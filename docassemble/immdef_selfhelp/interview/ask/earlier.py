"""What was told before to officers, judges or on forms."""
from typing import Any

from docassemble.immdef_selfhelp.interview.ask import look_at
from docassemble.immdef_selfhelp.interview.earlier import next_difference

A_FEW = 3


def ask_earlier(telling: Any, place: Any, tellers: int) -> None:
    """What was told before to officers, judges or on forms; whether it may be laid beside another adult's; differences, a few at a time."""
    if telling.told_before == 'yes':
        for statement in telling.earlier.elements:
            if 'complete' not in vars(statement):
                ask_earlier_statement(statement, place)
                statement.complete = True
        telling.earlier.there_are_any = True
        telling.earlier.gather()
    if tellers > 1:
        look_at(telling.may_compare)
    while (found := next_difference(telling)) is not None and not left_for_later(telling):
        look_at(telling.difference_read)
        telling.differences_seen = [*vars(telling).get('differences_seen', ()), found.key]
        del telling.difference_read
        telling.differences_in_a_row = vars(telling).get('differences_in_a_row', 0) + 1


def left_for_later(telling: Any) -> bool:
    """Whether the other differences stay for the paper. Asked after a few: nobody has to answer twenty in a row."""
    if vars(telling).get('differences_in_a_row', 0) < A_FEW:
        return False
    if telling.more_differences == 'yes':
        telling.differences_in_a_row = 0
        del telling.more_differences
        return False
    return True


def ask_earlier_statement(statement: Any, place: Any) -> None:
    """One earlier paper: what it is, its words, and the parts that can be compared."""
    look_at(statement.kind, statement.when.year, statement.text, statement.reported, statement.left_when.year)
    if place.entered == 'yes':
        look_at(statement.entered_when.year)
    if statement.tells_events == 'yes':
        statement.events.there_are_any = True
        statement.events.gather()


def earlier_told(telling: Any, tellers: int) -> bool:
    """Whether every earlier paper is told, or there is none, and every difference was shown."""
    known = vars(telling)
    papers = known.get('told_before') in ('no', 'unknown') or ('earlier' in known and 'gathered' in vars(telling.earlier))
    return 'told_before' in known and papers and ('may_compare' in known or tellers == 1) and (
        'more_differences' in known or next_difference(telling) is None)
