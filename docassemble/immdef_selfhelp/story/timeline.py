"""The events of one telling in the order of time, as far as time was told."""
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.dates import is_before
from docassemble.immdef_selfhelp.story.told.basics import SKIPPED
from docassemble.immdef_selfhelp.story.told.events import Event


def together(events: tuple[Event, ...]) -> list[list[Event]]:
    """Each event that has a year, with the events without a year that were told right after it."""
    groups: list[list[Event]] = []
    for event in events:
        if event.when.year is None and groups:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def timeline(telling: Telling) -> tuple[Event, ...]:
    """The events that were told (written, or to be said aloud), in time order.

    Only what is certain moves an event: one stands before another when every day its date can mean is earlier. Where dates overlap
    ("2024" and "May 2024") or are missing, the order of the telling is kept. No event is added, changed or lost.
    """
    waiting = together(tuple(event for event in telling.events if event.told != SKIPPED))
    ordered: list[Event] = []
    while waiting:
        # The order "certainly before" has no circles, so there is always one with nothing certain before it.
        first = next(group for group in waiting if not any(is_before(other[0].when, group[0].when) for other in waiting))
        waiting.remove(first)
        ordered += first
    return tuple(ordered)
