"""The tree of all answers: which subject stands under which name in a session, and every answer with its type."""
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin

from docassemble.immdef_selfhelp.law.typed import key_of, marks_of, parts_of
from docassemble.immdef_selfhelp.story.case import Telling
from docassemble.immdef_selfhelp.story.told.advocacy import Advocacy
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate, NotWatched, WasAsked
from docassemble.immdef_selfhelp.story.told.beside import Beside
from docassemble.immdef_selfhelp.story.told.court import Court
from docassemble.immdef_selfhelp.story.told.custody import Custody
from docassemble.immdef_selfhelp.story.told.documents import DocumentsTold
from docassemble.immdef_selfhelp.story.told.family_plan import FamilyPlan
from docassemble.immdef_selfhelp.story.told.family_profile import FamilyProfile
from docassemble.immdef_selfhelp.story.told.filing import Filing
from docassemble.immdef_selfhelp.story.told.health import Health
from docassemble.immdef_selfhelp.story.told.hearing_day import HearingDay
from docassemble.immdef_selfhelp.story.told.own import OwnTold
from docassemble.immdef_selfhelp.story.told.people import Person
from docassemble.immdef_selfhelp.story.told.place import Place
from docassemble.immdef_selfhelp.story.told.reviewed import Reviewed
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer
from docassemble.immdef_selfhelp.story.told.trusted import Trusted
from docassemble.immdef_selfhelp.story.told.turn_in import TurnIn
from docassemble.immdef_selfhelp.story.told.witness import Witness

SUBJECTS: Mapping[str, type] = MappingProxyType({
    '': OwnTold, 'applicant': Person, 'family': Person, 'situation': Place, 'court': Court, 'family_plan': FamilyPlan, 'tellings': Telling,
    'health': Health, 'trusted': Trusted, 'turn_in': TurnIn, 'documents': DocumentsTold, 'witness': Witness,
    'custody': Custody, 'beside': Beside, 'reviewed': Reviewed,
    'advocacy': Advocacy,
    'family_profile': FamilyProfile, 'sponsor_offer': SponsorOffer,
    'hearing_day': HearingDay, 'filing': Filing,
})
"""The subjects by the name of their variable in a session; `family` and `tellings` are lists, the empty name is variables of their own."""


def subject_in(hint: Any) -> type | None:
    """The subject an answer holds, one or several of them; None for a text, a code or a date."""
    kind = marks_of(hint)[0]
    inside = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return inside if isinstance(inside, type) and is_dataclass(inside) and inside is not FuzzyDate else None


def answers_of(kind: type, before: str = '') -> Iterator[tuple[str, Any]]:
    """Every answer of a subject as a path of session keys (`events.report_result`) with its type; the subjects inside follow their list."""
    for part, hint in parts_of(kind):
        if any(isinstance(mark, WasAsked) for mark in marks_of(hint)[1]):
            continue
        path = f'{before}{key_of(part.name, hint)}'
        yield path, hint
        inside = subject_in(hint)
        if inside:
            yield from answers_of(inside, f'{path}.')


@cache
def every_answer() -> Mapping[str, Any]:
    """Every answer of a session by its path, with its type."""
    return MappingProxyType({path: hint for name, kind in SUBJECTS.items() for path, hint in answers_of(kind, f'{name}.' if name else '')})


@cache
def date_names() -> frozenset[str]:
    """The names under which a session keeps dates as told."""
    return frozenset(path.rpartition('.')[2] for path, hint in every_answer().items() if marks_of(hint)[0] is FuzzyDate)


@cache
def not_watched() -> tuple[str, ...]:
    """The paths of all answers that a phone that somebody watches does not hold."""
    return tuple(path for path, hint in every_answer().items() if any(isinstance(mark, NotWatched) for mark in marks_of(hint)[1]))


@cache
def variable_names() -> tuple[str, ...]:
    """The variables of a session that hold answers."""
    return tuple(dict.fromkeys(path.partition('.')[0] for path in every_answer()))
