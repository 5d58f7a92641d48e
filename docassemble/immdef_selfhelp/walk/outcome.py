"""What a walk brought: its screens, the papers it reached, and whether they are what the case file expects."""
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from docx import Document

from docassemble.immdef_selfhelp.walk.day import on_day
from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.must_not import Text, rules_of, violations
from docassemble.immdef_selfhelp.walk.posting import CONTINUE
from docassemble.immdef_selfhelp.walk.session import Session
from docassemble.immdef_selfhelp.walk.transcript import texts_of

TEMPLATE_LEFT = re.compile(r'\{\{|\{%|\}\}|%\}')
SITUATION_SCREENS, SITUATION_SHEET = ('my_situation', 'see_situation'), 'situation_sheet'


@dataclass(frozen=True)
class Paper:
    """One Word file of the packet: which document, whose, in which language."""
    document: str
    person: str
    language: str
    file_name: str
    content: bytes

    @property
    def place(self) -> str:
        """How a case file names it: `declaration applicant es`."""
        return f'{self.document} {self.person} {self.language}'

    @cached_property
    def text(self) -> str:
        """Everything written in it, a line for each paragraph, tables, headers and footers too."""
        return docx_text(self.content)


@dataclass
class Outcome:
    """One walk to its end."""
    steps: list[Step] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    never_asked: list[str] = field(default_factory=list)
    findings: dict[str, dict[str, str]] = field(default_factory=dict)
    kept_off_paper: frozenset[str] = frozenset()
    language: str = ''

    @cached_property
    def texts(self) -> list[Text]:
        """Every text that the person read, on a screen or on a paper, with the place where it stands."""
        screens = [(f'screen {step.screen.id}', '\n'.join(texts_of(step.screen))) for step in self.steps]
        return list(dict.fromkeys(screens)) + [(paper.place, paper.text) for paper in self.papers]


def docx_text(content: bytes) -> str:
    """The text of a Word file. Raises what python-docx raises for a file that Word would not open."""
    document = Document(io.BytesIO(content))
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    lines = (''.join(node.text or '\t' for node in paragraph.iter() if node.tag.endswith(('}t', '}tab', '}br')))
             for part in parts for paragraph in part.iter() if paragraph.tag.endswith('}p'))
    return '\n'.join(line for line in lines if line.strip())


def walk_case(answers: Mapping[str, Any], language: str = '', session: Session | None = None, day: date | None = None) -> Outcome:
    """Walk a case to its papers, as on this day; today when none is given.

    Raises MissingAnswer, and posting.Refused when a screen refuses an answer.
    """
    with on_day(day):
        session, driver = session or Session(), Driver(answers, language)
        outcome = Outcome(language=driver.language)
        for step in driver.walk(session):
            outcome.steps.append(step)
        for telling in answers.get('tellings') or ():
            if telling.get('translations'):
                outcome.steps += type_english(session, driver, telling['person'])
        outcome.steps += read_situation(session)
        outcome.never_asked = driver.never_asked()
        outcome.stops = stops_of(session)
        outcome.findings = findings_of(session)
        outcome.kept_off_paper = frozenset(outcome.findings) - codes_on_paper(session)
        outcome.papers = list(papers_of(session))
    return outcome


def read_situation(session: Session) -> Iterator[Step]:
    """Follow the link from the papers to "my situation", where the whole telling is known by now, and come back. Raises posting.Refused."""
    papers = session.screen
    link = next((link for link in links_of(papers) if link.action == 'see_situation'), None) if papers else None
    if papers is None or link is None:
        return
    session.act(link.action, **link.arguments)
    if session.screen is not None:
        yield Step(session.screen, {})
    session.back()
    yield Step(papers, {})


def type_english(session: Session, driver: Driver, person: str) -> Iterator[Step]:
    """Follow the translator's link to each page of a declaration and type the English that the case file gives.

    Raises RuntimeError when the session is over, MissingAnswer and posting.Refused as a walk does.
    """
    session.act('translate', person=person)
    pages = session.screen
    if pages is None:
        raise RuntimeError('The session is over')
    yield Step(pages, {})
    for link in [link for link in links_of(pages) if 'translation_pages' in link.action]:
        session.act(link.action)
        yield driver.answer(session)
    session.submit({CONTINUE: 'continue'})


def stops_of(session: Session) -> list[str]:
    """The codes of the findings that sent someone in the family to a lawyer before going on."""
    from docassemble.immdef_selfhelp.interview.answers import today_here
    from docassemble.immdef_selfhelp.law.findings.found import stops
    from docassemble.immdef_selfhelp.story.case import case_from_answers
    from docassemble.immdef_selfhelp.story.case_facts import facts_for
    case = case_from_answers(session.answers())
    tellers = dict.fromkeys(('applicant', *(told.person for told in case.tellings)))
    return list(dict.fromkeys(found.code for person in tellers for found in stops(facts_for(case, person), today_here())))


def findings_of(session: Session) -> dict[str, dict[str, str]]:
    """The title, in each language, of every finding about the applicant, by its code."""
    from docassemble.immdef_selfhelp.interview.answers import today_here
    from docassemble.immdef_selfhelp.law.findings.words import explained
    from docassemble.immdef_selfhelp.story.case import case_from_answers
    from docassemble.immdef_selfhelp.story.case_facts import facts_for
    facts, titles = facts_for(case_from_answers(session.answers())), dict[str, dict[str, str]]()
    for language in ('es', 'en'):
        for found in explained(facts, language, today_here()):
            titles.setdefault(found.finding.code, {})[language] = found.title
    return titles


def codes_on_paper(session: Session) -> frozenset[str]:
    """The codes that the sheet may name: it is read by others, and some needs stay on the screen."""
    from docassemble.immdef_selfhelp.interview.answers import today_here
    from docassemble.immdef_selfhelp.law.findings.found import findings
    from docassemble.immdef_selfhelp.story import private
    from docassemble.immdef_selfhelp.story.case import case_from_answers
    facts = private.facts_for_paper(case_from_answers(session.answers()))
    return frozenset(found.code for found in findings(facts, today_here())) - private.CODES


def papers_of(session: Session) -> Iterator[Paper]:
    """Every Word file that the screen of the papers links to, by following the link. Raises RuntimeError for a link that gives no file."""
    if session.screen is None:
        return
    for link in links_of(session.screen):
        if link.action == 'download' and link.arguments.get('format') == 'docx':
            shown = session.glance(link.action, **link.arguments)
            content = shown.file if shown else None
            if content is None:
                raise RuntimeError(f'The link "{link.text}" gave no file')
            yield Paper(link.arguments['document'], link.arguments['person'], link.arguments['language'], link.file, content)


def problems(outcome: Outcome, expected: Mapping[str, Any]) -> list[str]:
    """What is not as the case file expects, a line each. See tests/cases/README.md for what can be expected. Raises CaseFileError."""
    found = []
    papers = {paper.place: paper.text for paper in outcome.papers}
    for name, text in papers.items():
        found += [f'{name}: program text was left in it' for _ in TEMPLATE_LEFT.findall(text)[:1]]
    if 'documents' in expected and sorted(papers) != sorted(expected['documents']):
        missing, extra = set(expected['documents']) - set(papers), set(papers) - set(expected['documents'])
        found += [f'{name}: expected and not made' for name in sorted(missing)] + [f'{name}: made and not expected' for name in sorted(extra)]
    if 'stops' in expected and sorted(outcome.stops) != sorted(expected['stops']):
        found.append(f'talk to a lawyer first: {", ".join(outcome.stops) or "no reason"}, expected {", ".join(expected["stops"]) or "no reason"}')
    for name, texts in (expected.get('texts') or {}).items():
        found += [f'{name}: does not say "{text}"' for text in texts if squeezed(text) not in squeezed(papers.get(name, ''))]
    found += violations(outcome.texts, rules_of(expected))
    for code in expected.get('findings') or ():
        found += finding_problems(outcome, code)
    reached = {step.screen.id for step in outcome.steps}
    found += [f'the screen "{name}" was not asked' for name in expected.get('screens') or () if name not in reached]
    found += [f'the screen "{name}" was asked and must not be' for name in expected.get('no_screens') or () if name in reached]
    return found


def finding_problems(outcome: Outcome, code: str) -> Iterator[str]:
    """Whether a finding is found, and its title stands on the screen "my situation" and, in both languages, on its sheet.

    What the sheet must not name may stand on no sheet.
    """
    if code not in outcome.findings:
        yield f'{code}: not found'
        return
    titles, kept_off = {language: squeezed(title) for language, title in outcome.findings[code].items()}, code in outcome.kept_off_paper
    if not any(place.removeprefix('screen ') in SITUATION_SCREENS and titles[outcome.language] in squeezed(text) for place, text in outcome.texts):
        yield f'{code}: "my situation" does not show it'
    for paper in outcome.papers:
        if paper.document == SITUATION_SHEET and (titles[paper.language] in squeezed(paper.text)) is kept_off:
            yield f'{code}: {paper.place} {"says it and must not" if kept_off else "does not say it"}'


def squeezed(text: str) -> str:
    """A text with single spaces and small letters: where a line breaks or a sentence begins does not matter."""
    return ' '.join(text.split()).casefold()
