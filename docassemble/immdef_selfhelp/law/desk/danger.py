"""In which order an attorney reads: what hurts a family most when it is wrong comes first (`law/desk/read_first.yml`)."""
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.desk import report, signoff
from docassemble.immdef_selfhelp.law.desk.report import LawState
from docassemble.immdef_selfhelp.law.desk.texts import Text
from docassemble.immdef_selfhelp.law.findings import texts as finding_texts
from docassemble.immdef_selfhelp.law.provisions import lists
from docassemble.immdef_selfhelp.law.provisions.dated import Provision

FIRST = Path(__file__).parent / 'read_first.yml'
MOST_FIRST = 19
"""How many texts are read first: at most ten pages of the book, in which every text is a card."""
URGENT_KINDS = frozenset({'stop', 'deadline'})
DIFFERS, CHANGED = 'Sources differ. Which one is right, and from which day?', 'Changed after it was signed.'
PAST = 'Past the day of review. Is it still true?'


@dataclass(frozen=True)
class Reason:
    """Why some texts are read first."""
    why: str
    ids: tuple[str, ...]


@cache
def dangerous(path: Path = FIRST) -> tuple[Reason, ...]:
    """What an attorney put first, the worst first. Raises LawDataError."""
    content = strict.read_yaml(path)
    strict.known_keys(content, frozenset({'groups'}), path.name)
    return tuple(lists.read(Reason, group, path.name) for group in content['groups'])


def read_first(state: LawState) -> tuple[Reason, ...]:
    """What is read first, at most `MOST_FIRST` texts: each once, under its first reason, and not what is signed as it stands."""
    every = tuple(state.provisions.values())
    reasons = (Reason(DIFFERS, ids_of(report.conflicting(every))), Reason(CHANGED, ids_of(changed(state))), *dangerous(),
               Reason(PAST, ids_of(report.stale(every, state.on))))
    seen, found = set[str](), list[Reason]()
    for reason in reasons:
        ids = [name for name in reason.ids if name in state.texts and name not in seen and not signed(state.texts[name], state)]
        ids = ids[:MOST_FIRST - len(seen)]
        seen.update(ids)
        found += [Reason(reason.why, tuple(ids))] if ids else []
    return tuple(found)


def ids_of(found: Iterable[Provision | Text]) -> tuple[str, ...]:
    """Their ids."""
    return tuple(one.id for one in found)


def signed(text: Text, state: LawState) -> bool:
    """Whether a text is signed as it stands."""
    return signoff.status(text, state.signoffs) == 'signed'


def changed(state: LawState) -> tuple[Text, ...]:
    """The texts that were signed before their last change."""
    return report.with_status(state.texts.values(), state.signoffs, 'changed')


@cache
def urgent_ids() -> frozenset[str]:
    """The findings that stop or give a date, and the provisions they rest on."""
    urgent = [text for text in finding_texts.all_texts().values() if text.kind in URGENT_KINDS or text.today]
    return frozenset(name for text in urgent for name in (text.id, *text.authority, *text.today))


def danger(text: Text, state: LawState) -> int:
    """How soon a text is read, 0 the soonest: what stops or dates rest on before the rest, what nobody read before what was, the signed last."""
    provision = state.provisions.get(text.id)
    unread = provision is not None and provision.confidence != 'verified'
    return 4 if signed(text, state) else (0 if text.id in urgent_ids() else 2) + (0 if unread else 1)
