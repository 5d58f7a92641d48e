"""How it was while somebody was held: asked of one person, apart from the asylum story. A session keeps it under `custody`.

What happened is only ever in the person's own words; a tap on a topic tells no more than that it was asked.
"""
from dataclasses import dataclass, field
from typing import Annotated

from docassemble.immdef_selfhelp.law.provisions.detention import centers
from docassemble.immdef_selfhelp.story.told.basics import (
    ALOUD,
    NOT_WATCHED,
    UNDATED,
    UNKNOWN,
    WRITTEN,
    YES,
    About,
    Code,
    FuzzyDate,
    HowTold,
    Language,
    Name,
    OneOf,
    Pairs,
    SomeOf,
    YesNo,
    only,
)
from docassemble.immdef_selfhelp.story.told.declaration import Helper
from docassemble.immdef_selfhelp.story.told.nothing import Silence

TOPICS = ('sleep', 'food', 'water', 'cold', 'light', 'hygiene', 'illness', 'calls', 'separation', 'words', 'papers', 'property')
"""What is asked of after the free telling, in this order, each only as "was there something about ...?"."""
TELL = 'tell'
TOPIC_ANSWERS = (TELL, 'no', 'not_remembered', 'not_wanted', ALOUD)
FULL, INITIALS, SEALED = NAMED = ('full', 'initials', 'sealed')
HOLDERS = ('border_patrol', 'port', 'ice', 'orr', UNKNOWN)
AGENCY = {'border_patrol': 'cbp', 'port': 'cbp'}
"""Who holds a person near the border, as the person says it: officers of one agency. The others have one name everywhere."""
CENTERS = centers()
"""The places whose federal court the law data knows (`habeas_socal`)."""
HELD_PAPERS = ('notice_to_appear', 'removal_order', 'warrant', 'detainer', 'parole', 'property_slip')
NOBODY = 'nobody'
IN_WRITING = only('told', WRITTEN)
DECLARED = only('wants_declaration', YES)


@dataclass(frozen=True)
class Moment:
    """One thing of the time in custody, told in any order. Its time is as told: "it was light twice"."""
    what: Annotated[str, IN_WRITING] = ''
    told: HowTold = WRITTEN
    when: Annotated[FuzzyDate, IN_WRITING, only('when_told', WRITTEN)] = UNDATED
    when_told: Annotated[HowTold, IN_WRITING] = WRITTEN


@dataclass(frozen=True)
class Held:
    """Who is held now, for the page a lawyer reads."""
    person: Annotated[Code, About('`applicant`, `family_0`, ..., or `nobody`')] = ''
    by: Annotated[str, OneOf(HOLDERS)] = ''
    place: Annotated[str, OneOf((*CENTERS, 'other', UNKNOWN)), NOT_WATCHED] = ''
    place_name: Annotated[str, NOT_WATCHED, About('the place as told')] = ''
    start: Annotated[FuzzyDate, About('since when')] = UNDATED
    a_number: str = ''
    papers: Annotated[tuple[str, ...], SomeOf(HELD_PAPERS), About('what officers gave')] = ()
    papers_note: Annotated[str, About('what the papers say, as told')] = ''


@dataclass(frozen=True)
class Custody:
    """How it was, told by one person. Who is a child is not told without an adult, their own wish and a room apart (`story.custody`)."""
    person: Annotated[Code, About('whose telling it is: `applicant`, or `family_0`, `family_1`, ...')] = ''
    grown: Annotated[YesNo, About('18 or more; asked when no birth was told')] = ''
    told_language: Annotated[Language, About('the language it is written in; else that of the screens')] = ''
    reader: Annotated[str, OneOf(('child', 'adult')), About('of a child: who reads the questions')] = ''
    adult_here: Annotated[YesNo, About('of a child: an adult whom the child trusts is there')] = ''
    adult_name: Annotated[Name, only('adult_here', YES)] = ''
    wish: Annotated[str, OneOf((YES, 'later', 'no')), About('whether the person wants to tell it')] = ''
    room: Annotated[str, OneOf((YES, 'no', 'go_on')), About('whether nobody else hears; go_on: an adult goes on all the same')] = ''
    told_before: Annotated[str, OneOf(('no', 'told', 'on_paper', UNKNOWN))] = ''
    tell_again: Annotated[YesNo, About('tell it here too, when it was told before')] = ''
    free: Annotated[str, only('free_told', WRITTEN), About('everything, before anything is asked of')] = ''
    free_told: HowTold = WRITTEN
    more: Annotated[str, only('free_told', WRITTEN), only('more_told', WRITTEN), About('more about the own words, shown again')] = ''
    more_told: HowTold = WRITTEN
    place_kind: Annotated[str, OneOf(HOLDERS), About('who held the person')] = ''
    place_name: Annotated[str, only('place_told', WRITTEN), About('the place as the person calls it')] = ''
    place_told: HowTold = WRITTEN
    start: Annotated[FuzzyDate, only('start_told', WRITTEN), About('since when')] = UNDATED
    start_told: HowTold = WRITTEN
    end: Annotated[FuzzyDate, only('end_told', WRITTEN), About('until when')] = UNDATED
    end_told: HowTold = WRITTEN
    moments: tuple[Moment, ...] = ()
    topics: Annotated[tuple[tuple[str, str], ...], Pairs(TOPIC_ANSWERS), About('topic -> answer')] = ()
    topic_words: Annotated[tuple[tuple[str, str], ...], Pairs((), Silence.ANY), About('topic -> own words')] = ()
    lawyer: Annotated[str, OneOf((YES, 'not_yet')), About('a lawyer or accredited representative reads it before it is signed')] = ''
    lawyer_name: Annotated[Name, only('lawyer', YES)] = ''
    wants_declaration: Annotated[str, OneOf((YES, 'no', 'later'))] = ''
    named: Annotated[str, OneOf(NAMED), DECLARED, About('how the name stands on the declaration')] = ''
    signed_where: Annotated[str, OneOf(('outside_us', 'inside_us', UNKNOWN)), DECLARED] = ''
    reads_told_language: Annotated[str, OneOf((YES, 'some', 'no')), DECLARED] = ''
    interpreter: Annotated[Helper, DECLARED, only('reads_told_language', '', 'some', 'no'), About('who reads it back')] = field(
        default_factory=Helper)
    counts: Annotated[YesNo, About('agrees that topics are counted, without a name')] = ''
    held: Held = Held()
