"""What an event does not say yet, as open questions. A hint is never a score, a demand or an answer to give."""
from dataclasses import dataclass

from docassemble.immdef_selfhelp.story.told.basics import NO, WRITTEN, YES, FuzzyDate
from docassemble.immdef_selfhelp.story.told.events import Event
from docassemble.immdef_selfhelp.story.wording import say

NEEDS_REASON = ('tried', 'cannot')
HAS_PROOF = ('have', *NEEDS_REASON)


@dataclass(frozen=True)
class Hint:
    """One open question and the field of `story.model.Event` that would hold the answer."""
    field: str
    question: str


def gaps(event: Event) -> list[tuple[str, str]]:
    """The fields that are empty and the key of the question to ask about each, in the order people tell things."""
    harm, report = event.kind == 'harm', event.kind == 'report'
    wanted = [
        ('what', 'what', not event.what.strip()),
        ('when', 'when', event.when == FuzzyDate()),
        ('where', 'where', not event.where.strip()),
        ('who', 'who_heard' if report else 'who', (harm or report) and not event.who.strip()),
        ('words', 'words', harm and not event.words.strip()),
        ('why', 'why', harm and not event.why.strip()),
        ('report_result', 'report_result', harm and event.reported == YES and not event.report_result.strip()),
        ('report_why_not', 'report_why_not', harm and event.reported == NO and not event.report_why_not.strip()),
        ('proof_what', 'proof_what', event.proof in HAS_PROOF and not event.proof_what.strip()),
        ('proof_tried', 'proof_tried', event.proof in NEEDS_REASON and not event.proof_tried.strip()),
    ]
    return [(field, key) for field, key, missing in wanted if missing]


def hints(event: Event, language: str) -> tuple[Hint, ...]:
    """Open questions about one written event. An event to be said aloud, or skipped, is left in peace."""
    if event.told != WRITTEN:
        return ()
    return tuple(Hint(field, say('hints', key, language)) for field, key in gaps(event))
