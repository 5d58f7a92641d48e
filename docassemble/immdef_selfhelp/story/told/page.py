"""The page of all answers, `docs/answers.md`, made from their types: a name, its codes and its condition are written once, in `story/told/`."""
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from docassemble.immdef_selfhelp.law.typed import key_of, marks_of, parts_of
from docassemble.immdef_selfhelp.story.told.basics import About, FuzzyDate, NotWatched, OneOf, Only, Pairs, SomeOf, WasAsked
from docassemble.immdef_selfhelp.story.told.tree import SUBJECTS, subject_in

OPENING = """# The answers: names and values

Written by `selfhelp answers --write` from the types in `docassemble/immdef_selfhelp/story/told/`; a test compares. Change the type, never this page.

The interview asks these, once; `interview/answers.py` hands them on as one plain mapping in this shape, and `story.case.case_from_answers` turns it
into a `story.case.Case`, dropping what belongs to a closed branch. A case file in `tests/cases/` holds the same mapping under `answers:`.
Values are invariant English codes; free text is as typed. A missing key means "not told". Lists of checkboxes are lists of the chosen codes.
`tellings[0]` is always the applicant's; others are those of adults of the family (`person: family_0`) who want their own declaration.

A case file also says `agreement: agreed` and `task: credible_fear` (or a list of tasks, one after the other).

## A date as told
`{year: 2024, month: 5, part: "", day: 27, about: yes, words: "before the corn harvest"}`. Every part may be missing and a missing part is never
guessed. `part` (`start_of_year`, `middle_of_year`, `end_of_year`, `rainy_season`, `dry_season`) is used when no month was told. `about` means "not
exact". `words` are kept and printed as told.
"""
WATCHED_PHONE = 'neither asked nor kept on a phone that somebody watches'
TITLES = {'': 'Variables of their own', 'family': 'family: everybody else', 'tellings': 'tellings: one for each adult who tells'}


def kind_of(hint: Any) -> str:
    """What an answer can be, in a few words: its codes, a text, a date, several of something."""
    kind, marks = marks_of(hint)
    for mark in marks:
        match mark:
            case OneOf(codes):
                return ' · '.join(f'`{code}`' for code in codes)
            case SomeOf(codes):
                return 'any of ' + ' · '.join(f'`{code}`' for code in codes) if codes else 'any of several codes'
            case Pairs(codes):
                return 'by key: ' + (' · '.join(f'`{code}`' for code in codes) if codes else 'text')
    if kind is FuzzyDate:
        return 'date'
    if get_origin(kind) is tuple:
        return 'several, see below' if subject_in(hint) else 'several ' + str(get_args(kind)[0].__name__)
    return 'see below' if subject_in(hint) else 'text'


def condition_text(hint: Any) -> str:
    """When an answer is asked, in words; empty when always."""
    wanted = (mark for mark in marks_of(hint)[1] if isinstance(mark, Only))
    return '; and '.join(map(alternatives, wanted))


def alternatives(one: Only) -> str:
    """One condition in words."""
    return ' or '.join(f'`{name}` is {" or ".join(value or "not told" for value in values)}' for name, values in one.alternatives)


def note(mark: Any) -> str:
    """What one mark says beside the codes and the condition; empty when nothing."""
    match mark:
        case About(words):
            return words
        case NotWatched(None):
            return WATCHED_PHONE
        case NotWatched(Only() as when):
            return f'{WATCHED_PHONE} while {alternatives(when)}'
    return ''


def rows(kind: type) -> Iterator[str]:
    """The lines of one subject's table."""
    for part, hint in parts_of(kind):
        marks = marks_of(hint)[1]
        if not any(isinstance(mark, WasAsked) for mark in marks):
            about = '; '.join(filter(None, map(note, marks)))
            yield f'| `{key_of(part.name, hint)}` | {kind_of(hint)} | {condition_text(hint)} | {about} |'


def tables(title: str, kind: type, path: str) -> Iterator[str]:
    """The table of one subject, then those of the subjects inside it."""
    doc = (kind.__doc__ or '').strip().split('\n')[0]
    yield f'\n## {title}\n{doc}\n\n| Answer | What it can be | Asked only when | |\n|---|---|---|---|\n' + '\n'.join(rows(kind)) + '\n'
    for part, hint in parts_of(kind):
        inside = subject_in(hint)
        if inside:
            name = f'{path}.{key_of(part.name, hint)}' if path else key_of(part.name, hint)
            yield from tables(name, inside, name)


def page() -> str:
    """The whole page as Markdown."""
    return OPENING + ''.join(piece for name, kind in SUBJECTS.items() for piece in tables(TITLES.get(name, name), kind, name))
