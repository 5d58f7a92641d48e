"""The place: where the family is, what happened at the border, and the fear interview. A session keeps it under `situation`."""
from dataclasses import dataclass
from typing import Annotated, get_args

from docassemble.immdef_selfhelp.law.facts import facts
from docassemble.immdef_selfhelp.law.typed import Key
from docassemble.immdef_selfhelp.story.told.basics import NOT_WATCHED, UNDATED, UNKNOWN, YES, About, FuzzyDate, OneOf, SomeOf, YesNoUnknown, only

IN_THE_UNITED_STATES = ('custody', 'released')


@dataclass(frozen=True)
class Entry:
    """One entry into the United States, or attempt, as told."""
    when: FuzzyDate = UNDATED
    place: str = ''
    manner: Annotated[str, OneOf(get_args(facts.Manner))] = ''
    outcome: Annotated[str, OneOf(get_args(facts.Outcome))] = ''
    parole_until: Annotated[FuzzyDate, only('outcome', 'paroled'), About('the last day of the permit; may lie ahead')] = UNDATED


@dataclass(frozen=True)
class Place:
    """Where the family is now, and what United States officers did and gave."""
    now: Annotated[str, Key('place'), OneOf(('mexico', *IN_THE_UNITED_STATES, 'elsewhere'))] = ''
    city: Annotated[str, NOT_WATCHED] = ''
    entered: Annotated[YesNoUnknown, About('ever entered, or tried to enter, the United States')] = ''
    entries: Annotated[tuple[Entry, ...], only('entered', YES)] = ()
    us_papers: Annotated[tuple[str, ...], SomeOf(('notice_to_appear', 'm444', 'i860', 'i220a', 'i94', 'other', UNKNOWN)),
                         About('of who met officers')] = ()
    interview_status: Annotated[str, OneOf(get_args(facts.InterviewStatus)), About('of who met officers')] = ''
    interview_understood: Annotated[YesNoUnknown, only('interview_status', 'positive', 'negative')] = ''
    judge_review: Annotated[str, OneOf(get_args(facts.JudgeReview)), only('interview_status', 'negative')] = ''
