"""Erasing a whole telling: how it was in custody, the story of why one fears, or Form I-589. With the story goes the form, and its screen says so."""
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from docassemble.base.util import all_variables

from docassemble.immdef_selfhelp.interview.answers import forget_all, forget_earlier_steps
from docassemble.immdef_selfhelp.interview.erasing import forget_telling


def forget_custody(variables: Mapping[str, Any]) -> None:
    """Erase what was told of custody, and what was read for it."""
    for name in ('custody', 'custody_conditions'):
        if name in variables:
            forget_all(variables[name])


def forget_every_story(variables: Mapping[str, Any]) -> None:
    """Erase the story of every adult, and all that is kept of the proof of its events."""
    for person in [telling.person for telling in variables['tellings'].elements]:
        forget_telling(variables, person)


def forget_forms(variables: Mapping[str, Any]) -> None:
    """Erase Form I-589 of every adult; the stories stay."""
    for telling in variables['tellings'].elements:
        vars(telling).pop('application', None)


WHOLE: Mapping[str, Callable[[Mapping[str, Any]], None]] = MappingProxyType({
    'custody': forget_custody, 'story': forget_every_story, 'form': forget_forms})
"""What can be erased whole, by the name that stands in the link."""


def remove_whole(what: Any) -> None:
    """Erase one whole telling. Any other name from the address bar erases nothing. The steps before are forgotten."""
    if isinstance(what, str) and what in WHOLE:
        forget_earlier_steps()
        WHOLE[what](all_variables(simplify=False))
