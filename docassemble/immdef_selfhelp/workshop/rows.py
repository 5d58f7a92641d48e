"""One family as the board shows it, and which family is next. Nothing else about a family is anywhere in a workshop's data."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docassemble.immdef_selfhelp.workshop import words

FLAG = 'flag:'
MINUTE = 60
# After so many minutes without an answer somebody may be stuck, or resting.
QUIET_MINUTES = 10
SOON_DAYS = 7


@dataclass(frozen=True)
class Row:
    """A family: its number, language, task and part of the task, when it last answered and raised a hand, what it ticked, who helps."""

    number: int
    language: str
    answered: int
    task: str = ''
    part: int = 0
    parts: int = 0
    raised: int = 0
    helper: str = ''
    flags: tuple[tuple[str, str], ...] = ()
    left: bool = False

    def quiet_minutes(self, now: int) -> int:
        """Whole minutes since the last answer."""
        return max(0, now - self.answered) // MINUTE


def row_of(number: int, kept: Mapping[str, str]) -> Row:
    """The row of what the cache keeps of a family."""
    flags = tuple((name, kept[f'{FLAG}{name}']) for name in words.FLAGS if f'{FLAG}{name}' in kept)
    return Row(number, kept.get('language', ''), int(kept.get('answered', 0)), kept.get('task', ''), int(kept.get('part', 0)),
               int(kept.get('parts', 0)), int(kept.get('raised', 0)), kept.get('helper', ''), flags, 'left' in kept)


def urgency(row: Row, now: int) -> tuple[int, int, int]:
    """The lower, the sooner somebody should go there: a hand up, the longest first; a flag that cannot wait; long quiet; then by number."""
    ticked = dict(row.flags)
    if row.left:
        return (5, 0, row.number)
    if row.raised:
        return (1 if row.helper else 0, row.raised, row.number)
    if words.LAWYER in ticked or words.PHONE in ticked or int(ticked.get(words.HEARING, SOON_DAYS + 1)) <= SOON_DAYS:
        return (2, 0, row.number)
    if row.quiet_minutes(now) >= QUIET_MINUTES:
        return (3, -row.quiet_minutes(now), row.number)
    return (4, 0, row.number)


def by_need(rows: Iterable[Row], now: int) -> list[Row]:
    """The rows as the board shows them."""
    return sorted(rows, key=lambda row: urgency(row, now))
