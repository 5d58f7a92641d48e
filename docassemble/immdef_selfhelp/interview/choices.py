"""The words of a choice: those of the very screen on which it is made, so that they stand once and a translator writes them once."""
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from docassemble.base.functions import get_user_dict, this_thread
from docassemble.base.parse import TextObject, from_safeid

INDEX = re.compile(r'\[(?:\d+|[i-n])\]')
LETTERS = 'ijklmn'


@dataclass(frozen=True)
class Choices:
    """The choices of one answer as the screens have them: the words of each code, and of choosing none."""
    words: Mapping[str, TextObject]
    none: TextObject | None = None


@dataclass
class Found:
    """What is found while the screens are read: an answer may be asked on several of them."""
    words: dict[str, TextObject] = field(default_factory=dict)
    none: TextObject | None = None


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
                none = getattr(part, 'nota', None)
                one.none = none if isinstance(none, TextObject) else one.none
    return {pattern: Choices(one.words, one.none) for pattern, one in found.items() if one.words or one.none}


def choice_words(variable: str, code: str) -> str | None:
    """The words of one choice, in the language of the screen; None when the screens write no such choice."""
    choices = choices_in(this_thread.interview).get(pattern_of(variable))
    label = choices.words.get(code) if choices else None
    return None if label is None else text_of(label)


def none_words(variable: str) -> str | None:
    """The words of choosing none of a list of checkboxes; None when the screen has no such choice."""
    choices = choices_in(this_thread.interview).get(pattern_of(variable))
    return text_of(choices.none) if choices and choices.none is not None else None
