"""The screens of the interview with nothing told: for slides, and for worksheets to fill in by hand. They are read from the interview itself.

A text in Mako is drawn with `Blank` for whatever a family would have told, so a branch that hangs on an answer takes its `else`, a name is a line to
write on, and the sentences of the law are those of the screen, each with its id.
"""
import builtins
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from docassemble.base.language.words import word
from docassemble.base.parse import TextObject, from_safeid

from docassemble.immdef_selfhelp.interview.choices import none_of_field, of_field
from docassemble.immdef_selfhelp.law.provisions import dated
from docassemble.immdef_selfhelp.law.rules.fear_interview import FearInterview, chosen

LINE = '________'
INDICES = 'ijklmn'
TAGS, LAST = re.compile(r'<[^>]+>'), re.compile(r'\[\w+\]$|\.|\[\w+\]\.')
# What only steers a phone: whether to practise now, and whether there is one more.
OF_THE_PHONE = frozenset({'practised', 'wants_practice', 'wants_court_practice', 'court_words_wanted', 'court_events', 'court_practised',
                          'court_rested', 'there_is_another'})
# Practice with questions that quote what the person told: there is nothing to quote on a blank sheet. And what stands in the deck of the court.
NOT_ON_PAPER = frozenset({'court_practice_begin', 'court_practice_words', 'court_practice_events', 'court_practice_questions', 'court_practice_rest',
                          'hearing_goes', 'hearing_room', 'hearing_say', 'hearing_caution'})
DATE, LINES, TICKS, SHORT, CODE = 'date', 'lines', 'ticks', 'short', 'code'
"""How an answer is written by hand: a date, several lines, boxes to tick, one line, or whatever code of the interview would have asked."""


class Blank:
    """What nobody told: a line to write on. It is false, empty, equal to nothing."""

    def __getattr__(self, name: str) -> 'Blank':
        """Raises AttributeError for what Python itself looks for."""
        if name.startswith('__'):
            raise AttributeError(name)
        return Blank()

    def __call__(self, *_given: Any, **_named: Any) -> 'Blank':
        """What a function of the screen would have made of a case: a line, too."""
        return Blank()

    def __getitem__(self, _key: Any) -> 'Blank':
        return Blank()

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __contains__(self, _one: Any) -> bool:
        return False

    def __eq__(self, _other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return id(self)

    def __lt__(self, _other: Any) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __add__(self, _other: Any) -> 'Blank':
        return self

    __radd__ = __sub__ = __rsub__ = __add__

    def __str__(self) -> str:
        return LINE


@dataclass(frozen=True)
class Ask:
    """One thing a screen asks: its label (none where the question says it), how it is answered, and the choices to tick."""
    variable: str
    label: str
    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class BlankScreen:
    """One screen: its question, what stands below it, the provisions it shows in their order, and what it asks."""
    id: str
    title: str
    said: str
    provisions: tuple[str, ...]
    asks: tuple[Ask, ...]


def drawn(text: Any, language: str, on: date, shown: list[str], fear: FearInterview = 'credible') -> str:
    """A text of the interview in this language with nothing told but which fear interview it is. The ids of the provisions it shows are added to
    `shown`."""
    if not isinstance(text, TextObject):
        return str(text)
    original, *template = text.other_lang.get(language, (text.original_text, *([text.template] if text.uses_mako else [])))
    if not template:
        return str(original)
    names = {name: Blank() for name in template[0].names_used - template[0].names_set if not hasattr(builtins, name)}
    return str(template[0].render(**names | dict.fromkeys(INDICES, 0) | own_functions(language, on, shown, fear)))


def own_functions(language: str, on: date, shown: list[str], fear: FearInterview) -> dict[str, Any]:
    """The functions of a screen that need no case: sentences of the law, and words."""
    def law(provision_id: str) -> str:
        shown.append(provision_id)
        return dated.sentence_with_note(provision_id, language, on)

    def law_list(*provision_ids: str) -> str:
        shown.extend(provision_ids)
        return ''

    def asked_why(*_provision_ids: str) -> str:
        return ''

    return {'law': law, 'law_list': law_list, 'for_interview': partial(chosen, fear), 'fear_interview': lambda: fear,
            'word': partial(word, language=language), 'why_we_ask': asked_why, 'where_it_comes_from': asked_why, 'told': lambda *_given: LINE}


def plain(text: str) -> str:
    """A text without the marks of Markdown and HTML, its paragraphs as lines. A line that only a case could have filled is left out."""
    lines = (TAGS.sub('', line).replace('**', '').strip().lstrip('#>').strip() for line in text.splitlines())
    return '\n'.join(line for line in lines if line.strip(LINE[0]))


def steers(part: Any) -> bool:
    """Whether a field only steers the phone."""
    return hasattr(part, 'saveas') and LAST.split(from_safeid(part.saveas))[-1] in OF_THE_PHONE


def is_for_paper(question: Any, screen: BlankScreen) -> bool:
    """Whether a screen says or asks something on paper, and does more than steer the phone."""
    if screen.id in NOT_ON_PAPER:
        return False
    return bool(screen.asks or screen.provisions) or (bool(screen.said) and not any(map(steers, question.fields)))


def blank_screen(question: Any, language: str, on: date, fear: FearInterview = 'credible') -> BlankScreen:
    """One screen of the interview as docassemble has read it, for one of the two fear interviews."""
    shown: list[str] = []
    title = plain(drawn(question.content, language, on, shown, fear))
    said = plain(drawn(question.subcontent, language, on, shown, fear)) if question.subcontent else ''
    parts = () if question.question_type == 'settrue' else question.fields
    asks = tuple(ask for part in parts if (ask := asked(part, language, on)) is not None)
    return BlankScreen(str(question.id), title, said, tuple(dict.fromkeys(shown)), asks)


def asked(part: Any, language: str, on: date) -> Ask | None:
    """One field of a screen; None for what is only read."""
    extras = getattr(part, 'extras', {})
    if 'fields_code' in extras:
        code = str(getattr(part, 'sourcecode', '') or getattr(extras['fields_code'], 'co_names', ''))
        return Ask('', '', DATE if 'date_fields' in code else CODE)
    if not hasattr(part, 'saveas') or steers(part):
        return None
    label = getattr(part, 'label', '')
    said = plain(drawn(label, language, on, []))
    choices = tuple(plain(drawn(one['label'], language, on, [])) for one in of_field(part))
    none = none_of_field(part)
    more = () if none is None else (plain(drawn(none, language, on, [])),)
    return Ask(from_safeid(part.saveas), '' if said == 'no label' else said, kind_of(part, choices), (*choices, *more) or yes_and_no(part, language))


def yes_and_no(part: Any, language: str) -> tuple[str, ...]:
    """The choices of a question that docassemble answers with yes or no."""
    return (word('Yes', language=language), word('No', language=language)) if is_yes_or_no(part) else ()


def is_yes_or_no(part: Any) -> bool:
    """Whether a field is answered with yes or no."""
    return 'yesno' in str(getattr(part, 'inputtype', '')) + str(getattr(part, 'datatype', ''))


def kind_of(part: Any, choices: Sequence[str]) -> str:
    """How the answer of a field is written by hand."""
    if choices or is_yes_or_no(part):
        return TICKS
    if getattr(part, 'inputtype', '') == 'area' or 'rows' in getattr(part, 'extras', {}):
        return LINES
    return SHORT


def screens_in(interview: Any, file: str) -> list[Any]:
    """The screens with a question that stand in one file of the interviews, in their order."""
    return [question for question in interview.all_questions
            if getattr(question, 'content', None) is not None and getattr(question, 'id', None)
            and str(question.from_source.get_name()).endswith(f'data/questions/{file}')]
