"""What a paper is: who gets it, in which languages, and what stands in it. Everything else of a paper follows from that.

Each module of `documents/papers` ends in `PAPER = Paper(...)`; `documents/catalog.py` lists them. See docs/change/add-a-paper.md.
"""
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docassemble.immdef_selfhelp.documents.making.parts import Context, telling_of
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story import private
from docassemble.immdef_selfhelp.story.case import Case, Telling
from docassemble.immdef_selfhelp.story.case_facts import as_of

APPLICANT = 'applicant'
USES = ME, HANDED_IN, FAMILY, CARERS, OFFICER, LAWYER, COURT = ('me', 'handed_in', 'family', 'carers', 'officer', 'lawyer', 'court')
"""Whom a paper is for. The screen of the papers shows them in this order."""
Words = Mapping[str, str]
Offered = Callable[[Case, str], Iterable[str]]
"""The languages in which this person (by key) gets the paper, the first to be read first; none when the case does not allow it."""
Build = Callable[[Case, str, str, date], Context]
"""What the template is given: case, key of the person, language, day. Raises KeyError when the person has no telling."""


@dataclass(frozen=True)
class CardLink:
    """One more link on the card of a paper: the action of the interview it opens for this person, or the list it adds to, and its words."""
    action: str
    words: Words
    adds_to: str = ''


@dataclass(frozen=True)
class Paper:
    """One kind of paper. The languages it exists in are those of `file_names`, with a Word template for each.

    A file name is seen by whoever holds the phone: it names no person and no kind of case. `use`: one of `USES`. `of_family`: one for the family,
    not one a telling.
    `tells_story`: it is the person's own story, to be handed over whole; every other paper is made from what may lie about (`story/private.py`).
    `before_telling`: not of the family, and offered to the applicant also when nobody told a story yet.
    `whose`: for a paper of the family that is one person's, whose it is; empty for nobody's.
    `allowed`: what else must hold on the day of the paper, such as that a child swears nothing alone.
    `numbered`: the first one has its number too. `template`: the paper whose templates this one uses, when it has none of its own.
    """
    id: str
    title: Words
    file_names: Words
    offered: Offered
    context: Build
    use: str
    of_family: bool = False
    tells_story: bool = False
    before_telling: bool = False
    numbered: bool = False
    template: str = ''
    link: CardLink | None = None
    whose: Callable[[Case], str] | None = None
    allowed: Callable[[Case, date], bool] | None = None

    def template_in(self, language: str) -> str:
        """The file name of the Word template in this language."""
        return f'{self.template or self.id}_{language}.docx'

    def documents(self, case: Case, person_key: str, number: int) -> Iterator['Document']:
        """This paper for one person, once in each language the case allows; `number` (from 1) is that of their telling."""
        person = person_key if self.whose is None else self.whose(case)
        return (Document(self, person, language, number) for language in self.offered(case, person))


@dataclass(frozen=True)
class Document:
    """One paper of one person in one language."""
    paper: Paper
    person_key: str
    language: str
    number: int = 1

    @property
    def id(self) -> str:
        """The kind of paper, as it stands in addresses and case files."""
        return self.paper.id

    @property
    def title(self) -> Words:
        """The title in both languages."""
        return self.paper.title

    @property
    def template(self) -> str:
        """The file name of its Word template."""
        return self.paper.template_in(self.language)

    @property
    def filename(self) -> str:
        """The neutral name of the file that is saved."""
        name = self.paper.file_names[self.language]
        return f'{name}-{self.number}.docx' if self.number > 1 or self.paper.numbered else f'{name}.docx'

    def context(self, case: Case, on: date) -> Context:
        """What its template is given on this day. Raises KeyError when the case has no such telling or person."""
        return self.paper.context(case if self.paper.tells_story else private.for_paper(case), self.person_key, self.language, on)


def screen_language_first(case: Case, _person_key: str = APPLICANT) -> tuple[str, ...]:
    """Both languages, the one the family reads on the screen first."""
    return tuple(sorted(LANGUAGES, key=lambda language: language != case.language))


def of_telling(build: Callable[[Case, Telling, str, date], Context]) -> Build:
    """A context made from one person's telling."""
    return lambda case, person_key, language, on: build(case, telling_of(as_of(case, on), person_key), language, on)


def of_case(build: Callable[[Case, str, date], Context]) -> Build:
    """A context that needs no telling."""
    return lambda case, _person_key, language, on: build(case, language, on)
