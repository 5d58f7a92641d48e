"""The court: the case before a judge, what was filed, and a move. Told only by who met United States officers."""
from dataclasses import dataclass
from typing import Annotated, get_args

from docassemble.immdef_selfhelp.law.facts import facts
from docassemble.immdef_selfhelp.story.told.basics import NO, UNDATED, UNKNOWN, YES, About, FuzzyDate, OneOf, YesNoUnknown, only

WITH_A_DAY = ('removal', 'in_absentia')


@dataclass(frozen=True)
class Court:
    """The case in immigration court: answers are codes, dates as told."""
    has_case: YesNoUnknown = ''
    hearing: Annotated[FuzzyDate, only('has_case', YES), About('may lie ahead')] = UNDATED
    hearing_kind: Annotated[str, OneOf(get_args(facts.HearingKind)), only('has_case', YES)] = ''
    missed_hearing: Annotated[YesNoUnknown, only('has_case', YES)] = ''
    decision: Annotated[str, OneOf(get_args(facts.Decision)), only('has_case', YES)] = ''
    decision_served: Annotated[FuzzyDate, only('decision', *WITH_A_DAY)] = UNDATED
    filed_asylum: Annotated[YesNoUnknown, About('yes: there is a receipt or a stamped copy')] = ''
    i589_due: Annotated[FuzzyDate, only('has_case', YES), only('filed_asylum', '', NO, UNKNOWN),
                        About('the day the judge set for handing it in; may lie ahead')] = UNDATED
    asylum_received: Annotated[FuzzyDate, only('filed_asylum', YES)] = UNDATED
    fee_notice: Annotated[FuzzyDate, only('filed_asylum', YES), About('the date on the notice about the annual fee')] = UNDATED
    moved: YesNoUnknown = ''
    moved_on: Annotated[FuzzyDate, only('moved', YES)] = UNDATED
    told_court: Annotated[YesNoUnknown, only('moved', YES)] = ''
    told_uscis: Annotated[YesNoUnknown, only('moved', YES)] = ''

    @property
    def lawyer_first(self) -> bool:
        """Whether a hearing was missed or an order made without the person: a lawyer sees it today (`missed_hearing_lawyer`)."""
        return comes_to_a_lawyer_first(self.missed_hearing, self.decision)


def comes_to_a_lawyer_first(missed_hearing: str, decision: str) -> bool:
    """The same by the two answers alone, for the screens that ask them."""
    return missed_hearing == YES or decision == 'in_absentia'
