"""The exhibits of one adult's filing: what there is on their list of papers, each under the letter it keeps, with its pages and its translation."""
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.documents.court.words import say
from docassemble.immdef_selfhelp.documents.making.parts import when
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.document_lines import US, Line, own_lines, with_letters
from docassemble.immdef_selfhelp.story.told.basics import UNKNOWN
from docassemble.immdef_selfhelp.story.told.documents import HAVE, PHOTO

IN_ENGLISH, DONE, NEEDED = 'english', 'done', 'needed'
MOST_PAGES = 500


@dataclass(frozen=True)
class Exhibit:
    """One paper behind a tab. `pages`: all its pages, copy, English and certificate; None while nobody counted them."""
    key: str
    letter: str
    title: str
    translation: str
    pages: int | None

    @property
    def needs_english(self) -> bool:
        """Whether an English translation with its certificate goes directly behind the copy: unless it was said to be in English."""
        return self.translation != IN_ENGLISH


def counted(text: str) -> int | None:
    """A number of pages as typed; None for what is no such number."""
    typed = text.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= len(str(MOST_PAGES)) and 0 < int(typed) <= MOST_PAGES else None


def title_of(line: Line, case: Case, language: str) -> str:
    """How the contents call one paper: its kind and whose it is, or the words it was told with."""
    names = {person.key: person.full_name for person in case.people}
    own = ' '.join(line.text.split()) if line.kind in ('proof', 'added') else ''
    kind = say('exhibit_kinds', line.kind, language)
    # The person's own words stand in quotation marks: nobody here puts them into English
    words = f'{kind}: “{own}”' if own else kind
    event = next((telling.events[line.event] for telling in case.tellings if telling.person == line.person and line.event >= 0), None)
    if event is not None:
        day = when(event.when, language)
        return f'{words} ({day})' if day else words
    return words if line.group == US or not names.get(line.person) else f'{words}, {names[line.person]}'


def exhibits(case: Case, language: str, on: date) -> list[Exhibit]:
    """Every paper of the list that is there, or of which there is a copy, in the order of the letters."""
    told, states = case.documents, dict(case.documents.states)
    known = own_lines(case, on)
    letters, _ = with_letters(known, dict(told.letters), len(told.letters))
    english = dict(told.translation)
    found = [Exhibit(line.key, letters[line.key], title_of(line, case, language),
                     english.get(line.key, IN_ENGLISH if line.group == US else UNKNOWN), counted(dict(case.filing.pages).get(line.key, '')))
             for line in known if states.get(line.key, line.known) in (HAVE, PHOTO)]
    return sorted(found, key=lambda one: (len(one.letter), one.letter))
