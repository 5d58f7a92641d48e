"""Erasing one whole telling: how it was in custody, or the story of why one fears. Each is erased apart; the other stays as it is."""
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from docassemble.base.util import all_variables

from docassemble.immdef_selfhelp.interview.answers import HIDDEN, forget_earlier_steps
from docassemble.immdef_selfhelp.interview.erasing import follow_lines


def forget_all(told: Any) -> None:
    """Erase every answer of one object; what asks for them finds nothing and asks anew."""
    for name in [name for name in vars(told) if name not in HIDDEN]:
        delattr(told, name)


def forget_custody(variables: Mapping[str, Any]) -> None:
    """Erase what was told of custody, and what was read for it."""
    for name in ('custody', 'custody_conditions'):
        if name in variables:
            forget_all(variables[name])


def forget_story(variables: Mapping[str, Any]) -> None:
    """Erase the story of every adult, and what was told of the papers of its events."""
    tellings = variables['tellings']
    for telling in tellings.elements:
        events = vars(telling).get('events')
        for number in reversed(range(len(events.elements) if events is not None else 0)):
            if 'documents' in variables:
                follow_lines(variables['documents'], tellings.elements, f'{telling.instanceName}.events', number)
    while tellings.elements:
        tellings.pop(len(tellings.elements) - 1)


WHOLE: Mapping[str, Callable[[Mapping[str, Any]], None]] = MappingProxyType({'custody': forget_custody, 'story': forget_story})
"""What can be erased whole, by the name that stands in the link."""


def remove_whole(what: Any) -> None:
    """Erase one whole telling. Any other name from the address bar erases nothing. The steps before are forgotten."""
    if isinstance(what, str) and what in WHOLE:
        forget_earlier_steps()
        WHOLE[what](all_variables(simplify=False))
