"""Answers that are asked round after round under one name, so that the name alone does not say which round a form belongs to.

A form that comes late, of another tab or a phone that sends twice, would else be taken for the present round: a difference or a reason to stop would
count as read that nobody saw.
"""
from collections.abc import Mapping
from typing import Any

# The answer -> what grows beside it with each round
ROUNDS = {'there_is_another': 'elements', 'difference_read': 'differences_seen', 'more_differences': 'differences_seen', 'stop_read': 'stops_seen'}


def with_its_round(sought: str, variables: Mapping[str, Any]) -> str:
    """A variable that is sought, `family.there_is_another`, with how many rounds there were: `family.there_is_another 3`; another one as it is."""
    owner, _, name = sought.rpartition('.')
    if not owner or name not in ROUNDS:
        return sought
    # The name is docassemble's own, not of a request
    counted = vars(eval(owner, dict(variables))).get(ROUNDS[name], ())  # noqa: S307
    return f'{sought} {len(counted)}'
