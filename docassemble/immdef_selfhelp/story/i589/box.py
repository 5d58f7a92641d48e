"""One box of the form: what was told for it, and what stands in it."""
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.told.basics import UNDATED, UNKNOWN, FuzzyDate
from docassemble.immdef_selfhelp.story.told.box_states import NEED_HELP, NONE, NOT_APPLICABLE

TEXT, LONG, DATE, YES_NO, CHOICE, TICK, HAND = 'text', 'long', 'date', 'yes_no', 'choice', 'tick', 'hand'
PRINTED_STATES: Mapping[str, str] = MappingProxyType({NONE: 'NONE', NOT_APPLICABLE: 'N/A', UNKNOWN: 'UNKNOWN', NEED_HELP: ''})
"""A state as the form wants it; "I need help" stays open."""
SEE_DECLARATION = 'See attached declaration.'
Boxes = dict[str, 'Box']


@dataclass(frozen=True)
class Box:
    """One box. `text` is as told; of a yes/no box, a choice or a tick it is a code. `when` is a date as told, for a date box."""
    text: str = ''
    state: str = ''
    kind: str = TEXT
    when: FuzzyDate = UNDATED
    language: str = ''
    items: tuple[str, ...] = ()
    """Other items of the form that one text answers, for an explanation of several questions."""

    @property
    def answered(self) -> bool:
        """Whether something was told for it, or a state that closes it."""
        return bool(self.text.strip() or self.when != UNDATED or self.state not in ('', NEED_HELP))

    @property
    def printed(self) -> str:
        """What stands in the box: the text as told, a date as the form writes it, or the form's own word for a state."""
        return self.text or (form_date(self.when) if self.when != UNDATED else PRINTED_STATES.get(self.state, ''))


def form_date(told: FuzzyDate, language: str = 'en') -> str:
    """A date as the form writes it: mm/dd/yyyy when it is known to the day and exact, else as told."""
    exact = told.year and told.month and told.day and not told.about
    return f'{told.month:02}/{told.day:02}/{told.year:04}' if exact else date_text(told, language)


def text(told: str, states: Mapping[str, str] = MappingProxyType({}), name: str = '', blank: str = '', asked: bool = False) -> Box:
    """A text box. Left blank on a screen that was shown (`asked`), it takes the state `blank` ("none" for a name nobody has)."""
    typed = ' '.join(told.split())
    return Box(typed, '' if typed else states.get(name, '') or (blank if asked else ''))


def day(told: FuzzyDate, states: Mapping[str, str] = MappingProxyType({}), name: str = '') -> Box:
    """A date box."""
    return Box(when=told, state='' if told != UNDATED else states.get(name, ''), kind=DATE)


def yes_no(code: str) -> Box:
    """A Yes/No box; `unknown` and `need_help` are states of it."""
    return Box('', code, YES_NO) if code in (UNKNOWN, NEED_HELP) else Box(code, '', YES_NO)


def choice(code: str, states: Mapping[str, str] = MappingProxyType({}), name: str = '') -> Box:
    """One of several boxes."""
    return Box('', code, CHOICE) if code == NEED_HELP else Box(code, '' if code else states.get(name, ''), CHOICE)


def fixed(state: str, kind: str = TEXT) -> Box:
    """A box that follows from another answer."""
    return Box('', state, kind)
