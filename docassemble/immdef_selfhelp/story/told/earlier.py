"""What was told before: to officers, judges, on forms; and whether two adults' stories may be laid side by side."""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.story.told.basics import (
    NO,
    UNDATED,
    UNKNOWN,
    YES,
    About,
    AsTyped,
    FuzzyDate,
    OneOf,
    Pairs,
    YesNo,
    YesNoUnknown,
    only,
)
from docassemble.immdef_selfhelp.story.told.nothing import Silence

NOT_TOLD_HERE = 'none'
MOST_DIGITS = 9


@dataclass(frozen=True)
class EarlierEvent:
    """One thing that an earlier statement says happened. `same_as` is as the person said: the place of the told event, from 0, or `none`."""
    what: str = ''
    who: str = ''
    when: FuzzyDate = UNDATED
    same_as: Annotated[str, AsTyped(), About('the place of the event told above, from 0; `none`: not told above')] = ''

    @property
    def told_event(self) -> int | None:
        """The place of the told event it is; None when it is none of them, or that was not said."""
        return int(self.same_as) if self.same_as.isdecimal() and len(self.same_as) <= MOST_DIGITS else None

    @property
    def linked(self) -> bool:
        """Whether it was said which event it is, or that it is none: apart from not said."""
        return self.told_event is not None or self.same_as == NOT_TOLD_HERE


@dataclass(frozen=True)
class EarlierStatement:
    """What was said before: notes of an interview, a form, a declaration, words in court. Texts as they stand there."""
    kind: Annotated[str, OneOf(('border_officer', 'credible_fear_notes', 'earlier_form', 'earlier_declaration', 'court_testimony', 'other'))] = ''
    when: FuzzyDate = UNDATED
    language_understood: Annotated[str, OneOf((YES, 'some', NO, UNKNOWN)), About('the language it was told in')] = ''
    text: Annotated[str, About('copied or in own words; printed, never interpreted')] = ''
    left_when: FuzzyDate = UNDATED
    entered_when: FuzzyDate = UNDATED
    reported: Annotated[YesNoUnknown, About('going to the police or another authority; unknown when the paper does not say')] = ''
    arrested: YesNoUnknown = ''
    returned: Annotated[YesNoUnknown, About('going back to the country after leaving')] = ''
    children: Annotated[str, AsTyped(), About('how many, in digits or words')] = ''
    names: Annotated[str, About('of the family, as they stand there, one on each line')] = ''
    lived: Annotated[str, About('where the person lived, as it stands there')] = ''
    tells_events: YesNo = ''
    events: Annotated[tuple[EarlierEvent, ...], only('tells_events', YES)] = ()


@dataclass(frozen=True)
class EarlierTold:
    """What one adult told before, and what they wrote about differences."""
    told_before: YesNoUnknown = ''
    earlier: Annotated[tuple[EarlierStatement, ...], only('told_before', YES)] = ()
    more_differences: Annotated[str, OneOf((YES, 'later')), About('whether to look at more differences now; all stand on the sheet')] = ''
    may_compare: Annotated[YesNo, About('laid beside the story of another adult who also says yes')] = ''
    explanations: Annotated[tuple[tuple[str, str], ...], Pairs(silence=Silence.ANY),
                            About('key of a difference (story.checks) -> what was written about it')] = ()
