"""What happened: life before, and one thing after the other."""
from dataclasses import dataclass
from typing import Annotated, get_args

from docassemble.immdef_selfhelp.law.facts import facts
from docassemble.immdef_selfhelp.story.told.basics import (
    ALOUD,
    NO,
    UNDATED,
    UNKNOWN,
    WRITTEN,
    YES,
    About,
    AsTyped,
    FuzzyDate,
    HowTold,
    OneOf,
    SomeOf,
    YesNo,
    YesNoUnknown,
    either,
    only,
)
from docassemble.immdef_selfhelp.story.told.nothing import Silence

EXACT, ABOUT = 'exact', 'about'
WITH_PROOF, WITH_TRIES = ('have', 'tried', 'cannot'), ('tried', 'cannot')
WRITTEN_ONLY, DATED = only('told', WRITTEN), only('told', WRITTEN, ALOUD)
WITH_PEOPLE, HARM = only('kind', 'harm', 'report'), only('kind', 'harm')


@dataclass(frozen=True)
class Event:
    """One thing that happened. `told` says whether it is written here, will be said aloud, or was skipped."""
    kind: Annotated[str, OneOf(('harm', 'report', 'move', 'other'))] = ''
    what: Annotated[str, WRITTEN_ONLY] = ''
    told: HowTold = WRITTEN
    when: Annotated[FuzzyDate, DATED] = UNDATED
    where: Annotated[str, DATED] = ''
    who: Annotated[str, WRITTEN_ONLY, WITH_PEOPLE] = ''
    who_official: Annotated[str, OneOf(get_args(facts.Actor)), WRITTEN_ONLY, WITH_PEOPLE] = ''
    words: Annotated[str, WRITTEN_ONLY, WITH_PEOPLE, About('exact words, in the language they were said')] = ''
    words_exact: Annotated[str, OneOf((EXACT, ABOUT, UNKNOWN)), WRITTEN_ONLY, WITH_PEOPLE,
                           About('whether these are the very words; asked when words were written')] = ''
    why: Annotated[str, WRITTEN_ONLY, HARM] = ''
    witnesses: Annotated[str, WRITTEN_ONLY, HARM] = ''
    injuries: Annotated[str, WRITTEN_ONLY, HARM] = ''
    care: Annotated[str, WRITTEN_ONLY, HARM] = ''
    reported: Annotated[YesNoUnknown, WRITTEN_ONLY, HARM] = ''
    report_threat: Annotated[YesNoUnknown, WRITTEN_ONLY, either(only('reported', YES), only('kind', 'report')),
                             About('whether an official they reported to threatened or harmed them')] = ''
    report_threat_what: Annotated[str, only('report_threat', YES)] = ''
    report_result: Annotated[str, AsTyped(Silence.OUTCOME), only('reported', YES)] = ''
    report_why_not: Annotated[str, AsTyped(Silence.REASON), only('reported', NO)] = ''
    proof: Annotated[str, OneOf((*WITH_PROOF, 'none', UNKNOWN)), WRITTEN_ONLY] = ''
    proof_what: Annotated[str, only('proof', *WITH_PROOF)] = ''
    proof_tried: Annotated[str, only('proof', *WITH_TRIES), About('what was tried, or why it cannot be had')] = ''


@dataclass(frozen=True)
class EventsTold:
    """What one adult tells of life before and of what happened."""
    helped: Annotated[YesNo, About('by another person in writing it; not asked of the applicant (`preparing_for`)')] = ''
    background: Annotated[str, About('home and family')] = ''
    community: Annotated[str, About('group, belief, role or work that others knew')] = ''
    events: tuple[Event, ...] = ()
    reasons: Annotated[tuple[str, ...], SomeOf(), About('codes of `Reason` in law/facts/facts.py; asked when harm was told')] = ()
