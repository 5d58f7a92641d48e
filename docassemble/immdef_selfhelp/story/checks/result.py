"""Two lines that do not say the same, side by side, and one open question. Which line is right is never said, and nothing is scored."""
import re
from dataclasses import dataclass, field

from docassemble.immdef_selfhelp.story.dates import date_text
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate
from docassemble.immdef_selfhelp.story.wording import say

SERIOUS, SMALL = 'serious', 'small'
HERE, PERSON = 'here', 'person'
UNDATED = FuzzyDate()


@dataclass(frozen=True)
class Line:
    """One of the two lines: where it stands and what it says, each text as typed.

    `source` is `here`, `person` (another adult, by `name`) or the kind of an earlier statement, `said_on` its date. `answer` is a key of
    `difference_answers` in data/differences.yml, which may have a place for `date`.
    """
    source: str = HERE
    name: str = ''
    said_on: FuzzyDate = field(default_factory=FuzzyDate)
    answer: str = ''
    date: FuzzyDate = field(default_factory=FuzzyDate)
    text: str = ''

    def where(self, language: str) -> str:
        """Where the line stands, in words of this language."""
        source = say('difference_sources', self.source or 'other', language, name=self.name)
        return source if self.said_on == UNDATED else say('difference_sources', 'dated', language, source=source,
                                                           date=date_text(self.said_on, language))

    def says(self, language: str) -> str:
        """What the line says: the answer and the date in words of this language, the text as typed."""
        day = '' if self.date == UNDATED else date_text(self.date, language)
        answer = say('difference_answers', self.answer, language, date=day) if self.answer else ''
        parts = (answer,) if day and day in answer else (answer, day[:1].upper() + day[1:])
        return '\n'.join(part for part in (*parts, self.text) if part.strip())


@dataclass(frozen=True)
class Difference:
    """Two lines that do not say the same. `about` names what each side speaks of (`events[2]`, `earlier[0].left_when`)."""
    code: str
    seriousness: str
    left: Line
    right: Line
    about: tuple[str, str]

    @property
    def key(self) -> str:
        """The name under which an explanation is kept."""
        # docassemble keeps an explanation under it: letters, digits, `_` and `-` only
        return '__'.join((self.code, *self.about)).replace('[', '-').replace(']', '').replace('.', '-')

    def title(self, language: str) -> str:
        """What the two lines speak of."""
        return say('difference_titles', self.code, language)

    def question(self, language: str) -> str:
        """The open question about both lines."""
        return say('difference_questions', self.code, language)


def renumbered(key: str, list_name: str, gone: int) -> str | None:
    """The key of a difference after the thing with this number was erased from a list; None when the key spoke of that thing.

    A list of a told thing (`events`) and the same name inside an earlier statement (`earlier[0].events`) are two lists.
    """
    pattern = re.compile(rf'(?<=__){re.escape(list_name)}-(\d+)')
    numbers = [int(number) for number in pattern.findall(key)]
    if gone in numbers:
        return None
    return pattern.sub(lambda found: f'{list_name}-{int(found[1]) - (int(found[1]) > gone)}', key)
