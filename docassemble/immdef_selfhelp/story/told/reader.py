"""One reader for every subject: from the answers of a session or a case file to its frozen dataclass, without what belongs to a closed branch.

Reads anything and raises nothing: an answer that is missing, empty or of the wrong kind is "not told". What a type says of its codes and of when
it is asked (`told.basics`) is all there is to know; conditions between two subjects stand in `story.case`.
"""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin

import cattrs

from docassemble.immdef_selfhelp.law.typed import key_of, marks_of, parts_of
from docassemble.immdef_selfhelp.story.told.basics import NO, YES, AsTyped, FuzzyDate, OneOf, Only, Pairs, SomeOf, WasAsked
from docassemble.immdef_selfhelp.story.told.nothing import Silence, says_nothing

Answers = Mapping[str, Any]
Read = Callable[[Any], Any]
MOST_YEARS, MOST_MONTHS, MOST_DAYS = 9999, 12, 31
MOST_DIGITS = 9
TRUTH = {True: YES, False: NO}


def text(value: Any) -> str:
    """A text as typed; nothing told is empty."""
    return value if isinstance(value, str) else '' if value is None or isinstance(value, bool | Mapping | list) else str(value)


def told_text(value: Any, silence: Silence = Silence.ANY) -> str:
    """A text as typed; one that only says that there is nothing to tell is empty."""
    typed = text(value)
    return '' if says_nothing(typed, silence) else typed


def mapping(value: Any) -> Answers:
    """A mapping, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def many(value: Any) -> list[Answers]:
    """The mappings of a list."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, Sequence) and not isinstance(value, str) else []


def word(value: Any) -> str:
    """A code; `yes` or `no` also when YAML or docassemble made a truth value of it."""
    return TRUTH[value] if isinstance(value, bool) else text(value)


def number(value: Any, largest: int) -> int | None:
    """A whole number from 1 to `largest`, or None."""
    typed = text(value).strip()
    found = int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else 0
    return found if 1 <= found <= largest else None


def fuzzy_date(value: Any) -> FuzzyDate:
    """A date as told. A part of a year counts only when no month was told, "about" only when something was."""
    told = mapping(value)
    year, month = number(told.get('year'), MOST_YEARS), number(told.get('month'), MOST_MONTHS)
    day = number(told.get('day'), MOST_DAYS) if month else None
    part = '' if month else text(told.get('part'))
    return FuzzyDate(year, month, day, part, bool(year or month or part) and word(told.get('about')) == YES, told_text(told.get('words')))


def pairs(value: Any, codes: tuple[str, ...], silence: Silence) -> tuple[tuple[str, str], ...]:
    """The pairs of a mapping that have a text, or one of the codes."""
    told = ((str(key), word(item) if codes else told_text(item, silence)) for key, item in mapping(value).items())
    return tuple((key, item) for key, item in told if (item in codes if codes else item.strip()))


def some_of(value: Any, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes chosen in a list of checkboxes, each as often as it was told."""
    listed = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return tuple(code for code in map(text, listed) if code and (not codes or code in codes))


def reads(hint: Any) -> Read:
    """What reads one answer of this type."""
    kind, marks = marks_of(hint)
    for mark in marks:
        match mark:
            case OneOf(codes):
                known = frozenset(codes)
                return lambda value: found if (found := word(value)) in known else ''
            case SomeOf(codes):
                return lambda value: some_of(value, codes)
            case Pairs(codes, silence):
                return lambda value: pairs(value, codes, silence)
            case AsTyped(silence):
                return lambda value: told_text(value, silence)
    return reads_several(kind)


def reads_several(kind: Any) -> Read:
    """What reads an answer of which nothing more is said than its type: a list of subjects, one subject, or a text."""
    if get_origin(kind) is tuple:
        inside = get_args(kind)[0]
        return lambda value: tuple(CONVERTER.structure(item, inside) for item in many(value))
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda value: CONVERTER.structure(value, kind)
    return told_text


def default_of(part: Field[Any]) -> Any:
    """What a field holds when nothing was told."""
    return part.default_factory() if part.default_factory is not MISSING else '' if part.default is MISSING else part.default


def conditions_of(hint: Any) -> tuple[Only, ...]:
    """When an answer is asked; all must hold."""
    return tuple(mark for mark in marks_of(hint)[1] if isinstance(mark, Only))


@cache
def conditions(kind: type) -> Mapping[str, tuple[Only, ...]]:
    """The conditions of every answer of a subject that has any, by its attribute, with those it depends on before it."""
    found = {part.name: conditions_of(hint) for part, hint in parts_of(kind)}
    ordered: dict[str, tuple[Only, ...]] = {}

    def put(name: str) -> None:
        for only in found[name]:
            for other, _ in only.alternatives:
                if other not in ordered:
                    put(other)
        ordered.setdefault(name, found[name])

    for name in found:
        put(name)
    return {name: wanted for name, wanted in ordered.items() if wanted}


def holds(wanted: tuple[Only, ...], known: Mapping[str, Any]) -> bool:
    """Whether all conditions of an answer hold among the answers that are left."""
    return all(any(known.get(name, '') in values for name, values in one.alternatives) for one in wanted)


def make_reader(kind: type) -> Callable[[Any, Any], Any]:
    """What reads one subject: every answer by its type, then what a closed branch holds goes, the gates before what they close."""
    readers = [(part.name, key_of(part.name, hint), reads(hint), default_of(part)) for part, hint in parts_of(kind)]
    asked = [(part.name, mark.name) for part, hint in parts_of(kind) for mark in marks_of(hint)[1] if isinstance(mark, WasAsked)]
    defaults = {name: default for name, _, _, default in readers}
    closing = tuple(conditions(kind).items())

    @cache
    def of_nothing() -> Any:
        return kind(**defaults | {name: False for name, _ in asked})

    def read_subject(value: Any, _: Any) -> Any:
        told = mapping(value)
        if not told:  # most subjects of most families, many times for each answer
            return of_nothing()
        known = {name: (read_one(told[key]) if key in told else default) for name, key, read_one, default in readers}
        known |= {name: other in told for name, other in asked}
        # A code that is none of the choices is no answer, and what stands before any answer is the default
        known |= {name: defaults[name] for name in known if known[name] == '' and defaults[name]}
        for name, wanted in closing:
            if known[name] != defaults[name] and not holds(wanted, known):
                known[name] = defaults[name]
        return kind(**known)

    return read_subject


def make_converter() -> cattrs.Converter:
    """The one reader of all subjects."""
    converter = cattrs.Converter()
    converter.register_structure_hook_factory(is_dataclass, make_reader)
    converter.register_structure_hook(FuzzyDate, lambda value, _: fuzzy_date(value))
    return converter


CONVERTER = make_converter()


def read[T](kind: type[T], value: Any) -> T:
    """One subject from its answers. Raises nothing."""
    return CONVERTER.structure(value, kind)


def closed_keys(kind: type, told: Any) -> frozenset[str]:
    """The keys of answers that do not count now: another answer of the same subject closes them."""
    subject: Any = read(kind, told)
    hints = {part.name: hint for part, hint in parts_of(kind)}
    known = {name: getattr(subject, name) for name in hints}
    return frozenset(key_of(name, hints[name]) for name, wanted in conditions(kind).items() if not holds(wanted, known))
