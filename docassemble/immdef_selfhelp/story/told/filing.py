"""What is handed in at the immigration court, by whom and at which court, and what was handed in before. Told by who has a case in court."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.law.provisions.hearings import court_ids
from docassemble.immdef_selfhelp.story.told.basics import (
    NOT_WATCHED,
    UNDATED,
    UNKNOWN,
    About,
    AsTyped,
    FuzzyDate,
    OneOf,
    Pairs,
    SomeOf,
    WasAsked,
    YesNoUnknown,
    only,
)
from docassemble.immdef_selfhelp.story.told.nothing import Silence

OTHER = 'other'
WHAT = APPLICATION, EVIDENCE, VENUE, INTERPRETER, WORK_PERMIT = ('application', 'evidence', 'venue', 'interpreter', 'work_permit')
HOW = ('window', 'mail', 'courier', 'portal', 'at_hearing', UNKNOWN)
ASKS_VENUE = About('of who asks for another court')


@dataclass(frozen=True)
class Filed:
    """One thing that was handed in: what, when, how, and whether the lawyers of the government got their copy."""
    what: Annotated[str, About('in own words')] = ''
    day: FuzzyDate = UNDATED
    how: Annotated[str, OneOf(HOW)] = ''
    stamped: Annotated[YesNoUnknown, About('there is a stamped copy or a receipt')] = ''
    served: Annotated[YesNoUnknown, About('the lawyers of ICE got a copy')] = ''


@dataclass(frozen=True)
class Filing:
    """What is handed in, where, and by whom; texts as typed."""
    what: Annotated[tuple[str, ...], SomeOf(WHAT)] = ()
    what_told: Annotated[bool, WasAsked('what')] = False
    due: Annotated[FuzzyDate, About('the day the judge set for papers; may lie ahead')] = UNDATED
    on_notice: Annotated[tuple[str, ...], SomeOf(), About('keys of the others of the family in the same case')] = ()
    a_numbers: Annotated[tuple[tuple[str, str], ...], Pairs(), About('by person')] = ()
    address: Annotated[str, NOT_WATCHED] = ''
    old_address: Annotated[str, About('of who moved or asks for another court'), NOT_WATCHED] = ''
    late_words: Annotated[str, AsTyped(Silence.REASON),
                          About('why the application was not handed in before, in own words; asked when the year is near or over')] = ''
    words_in: Annotated[str, OneOf(('es', 'en', OTHER)), About('the language of the own words of this subject')] = ''
    new_court: Annotated[str, OneOf((*court_ids(), OTHER, UNKNOWN)), ASKS_VENUE] = ''
    new_court_name: Annotated[str, only('new_court', OTHER)] = ''
    venue_reasons: Annotated[str, About('why another court is asked for, in own words')] = ''
    missed_notice: Annotated[YesNoUnknown, About('a paper with the day of the missed hearing came before it')] = ''
    missed_words: Annotated[str, AsTyped(Silence.REASON), About('what happened on the day of the missed hearing, in own words')] = ''
    helper: Annotated[str, OneOf(('nobody', 'family', 'volunteer', 'lawyer', UNKNOWN)), About('who helped to write the papers')] = ''
    pages: Annotated[tuple[tuple[str, str], ...], Pairs(), About('how many pages each exhibit has, by line of the list of papers')] = ()
    log: tuple[Filed, ...] = ()

    @property
    def wants_move(self) -> bool:
        """Whether another court is asked for."""
        return VENUE in self.what

