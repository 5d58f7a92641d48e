"""The words of a choice: those of the very screen on which it is made, so that they stand once and a translator writes them once.

A screen writes its choices, or code makes them: then the same code is asked again."""
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import Any

from docassemble.base.functions import get_user_dict, this_thread
from docassemble.base.parse import TextObject, from_safeid, process_selections

INDEX = re.compile(r'\[(?:\d+|[i-n])\]')
NUMBER = re.compile(r'\[(\d+)\]')
LETTERS = 'ijklmn'


@dataclass(frozen=True)
class Choices:
    """The choices of one answer as the screens have them: the words of each code, of choosing none, and the code that makes choices."""
    words: Mapping[str, TextObject]
    none: TextObject | None = None
    made_by: CodeType | None = None


@dataclass
class Found:
    """What is found while the screens are read: an answer may be asked on several of them."""
    words: dict[str, TextObject] = field(default_factory=dict)
    none: TextObject | None = None
    made_by: CodeType | None = None


def pattern_of(variable: str) -> str:
    """The name of a variable as the screens write it: `tellings[0].events[12].kind` is `tellings[i].events[j].kind`."""
    letters = iter(LETTERS)
    return INDEX.sub(lambda _: f'[{next(letters)}]', variable)


def text_of(value: Any) -> str:
    """A text of the interview in the language of the screen."""
    return str(value.text(get_user_dict()) if isinstance(value, TextObject) else value)


def of_field(part: Any) -> list[Mapping[str, Any]]:
    """The choices written at a field; choices made by code have no words of the interview."""
    written = part.selections['values'] if getattr(part, 'choicetype', '') == 'manual' else getattr(part, 'choices', None) or []
    return [one for one in written if 'label' in one]


def none_of_field(part: Any) -> TextObject | None:
    """The words of choosing none, written at a field of checkboxes."""
    none = getattr(part, 'nota', None)
    return none if isinstance(none, TextObject) else None


def maker_of_field(part: Any) -> CodeType | None:
    """The code that makes the choices of a field."""
    made: CodeType | None = part.selections['compute'] if getattr(part, 'choicetype', '') == 'compute' else None
    return made


@lru_cache(maxsize=4)
def choices_in(interview: Any) -> Mapping[str, Choices]:
    """Every choice of an interview, by the pattern of its variable."""
    found: dict[str, Found] = {}
    for question in interview.all_questions:
        for part in getattr(question, 'fields', ()):
            if hasattr(part, 'saveas'):
                one = found.setdefault(pattern_of(from_safeid(part.saveas)), Found())
                for choice in of_field(part):
                    key = choice['key']
                    if isinstance(key, str | TextObject):
                        one.words.setdefault(key if isinstance(key, str) else key.original_text, choice['label'])
                one.none = none_of_field(part) or one.none
                one.made_by = maker_of_field(part) or one.made_by
    return {pattern: Choices(one.words, one.none, one.made_by) for pattern, one in found.items() if one.words or one.none or one.made_by}


def choice_words(variable: str, code: str) -> str | None:
    """The words of one choice, in the language of the screen; None when the screens have no such choice.

    Empty for a code that the choices made by code do not have, as that of a person who was erased.
    """
    choices = choices_in(this_thread.interview).get(pattern_of(variable))
    if choices is None:
        return None
    if code in choices.words:
        return text_of(choices.words[code])
    return made_words(choices.made_by, variable).get(code, '') if choices.made_by else None


def made_words(made_by: CodeType, variable: str) -> Mapping[str, str]:
    """The words of the choices as their code makes them for this answer now; none where an answer it needs is not there."""
    numbers = {letter: int(number) for letter, number in zip(LETTERS, NUMBER.findall(variable), strict=False)}
    try:
        made = eval(made_by, get_user_dict(), numbers)  # noqa: S307 (the code of our own screen, as docassemble runs it to draw it)
    except (NameError, AttributeError, LookupError):
        return {}
    return {str(one['key']): text_of(one['label']) for one in process_selections(made)}


def none_words(variable: str) -> str | None:
    """The words of choosing none of a list of checkboxes; None when the screen has no such choice."""
    choices = choices_in(this_thread.interview).get(pattern_of(variable))
    return text_of(choices.none) if choices and choices.none is not None else None
