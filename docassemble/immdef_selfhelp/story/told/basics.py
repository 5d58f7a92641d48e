"""What an answer can be: a text as typed, a date as told, one of some codes; and how its type says when it is asked at all.

Every text is kept exactly as the person typed it; one that only says "no" or "I don't remember" is not told (`told.nothing`). An empty
string, an empty tuple or `unknown` means "not told"; nothing is ever filled in for the person.
Codes are invariant English. An annotated type says everything about an answer once:

    report_result: Annotated[str, only('reported', 'yes')] = ''

From it come reading and pruning (`told.reader`), the lists of dates, the review, and `docs/answers.md` (`told.page`).
"""
from dataclasses import dataclass
from typing import Annotated

from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.told.nothing import Silence

WRITTEN, ALOUD, SKIPPED = 'written', 'aloud', 'skip'
YES, NO, UNKNOWN = 'yes', 'no', 'unknown'


@dataclass(frozen=True)
class OneOf:
    """The answer is one of these codes; any other is "not told"."""
    codes: tuple[str, ...]


@dataclass(frozen=True)
class SomeOf:
    """Any number of these codes may be chosen; without codes, any text counts."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Only:
    """Asked only when one of these answers of the same subject has one of these values. Several `Only` on one answer must all hold."""
    alternatives: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class About:
    """What a reader of `docs/answers.md` must know besides the name, the codes and the condition."""
    words: str


@dataclass(frozen=True)
class NotWatched:
    """Neither asked nor kept on a phone that somebody watches (`told.watched`): it says where somebody is or lives, or it is a telephone number.

    `when`: only while another answer beside it has one of these values.
    """
    when: Only | None = None


@dataclass(frozen=True)
class AsTyped:
    """Which ways of saying "nothing" are none here (`told.nothing`). A text without this mark is not told when it only says "no" or the like."""
    silence: Silence = Silence.NEVER


@dataclass(frozen=True)
class WasAsked:
    """True once the answer of this name was asked, whatever was answered. Kept in no session: it follows from the others."""
    name: str


@dataclass(frozen=True)
class Pairs:
    """A mapping of free keys to texts, kept as pairs; a text of blanks only is not told. With `codes`, the texts are codes."""
    codes: tuple[str, ...] = ()
    silence: Silence = Silence.NEVER


NOT_WATCHED = NotWatched()


def only(name: str, *values: str) -> Only:
    """Asked only when the answer `name` has one of these values."""
    return Only(((name, values),))


def either(*conditions: Only) -> Only:
    """Asked when any of these conditions holds."""
    return Only(tuple(alternative for condition in conditions for alternative in condition.alternatives))


Code = Annotated[str, AsTyped()]
Name = Annotated[str, AsTyped(Silence.NAME)]
YesNo = Annotated[str, OneOf((YES, NO))]
YesNoUnknown = Annotated[str, OneOf((YES, NO, UNKNOWN))]
HowTold = Annotated[str, OneOf((WRITTEN, ALOUD, SKIPPED))]
Language = Annotated[str, OneOf(LANGUAGES)]


@dataclass(frozen=True)
class FuzzyDate:
    """A date as told: any part may be missing, and a missing part is never guessed.

    `part` is a part of a year (`start_of_year`, `middle_of_year`, `end_of_year`, `rainy_season`, `dry_season`) used when no
    month was told. `about` is true when the person said the date is not exact. `words` are the person's own words for
    the date ("in corn-harvest time"), kept and printed as told.
    """
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ''
    about: bool = False
    words: str = ''


UNDATED = FuzzyDate()
