"""What a walk brought: its screens, the papers it reached, and whether they are what the case file expects."""
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx import Document

from docassemble.immdef_selfhelp.walk.driver import Driver, Step
from docassemble.immdef_selfhelp.walk.links import links_of
from docassemble.immdef_selfhelp.walk.posting import CONTINUE
from docassemble.immdef_selfhelp.walk.session import Session

TEMPLATE_LEFT = re.compile(r'\{\{|\{%|\}\}|%\}')


@dataclass(frozen=True)
class Paper:
    """One Word file of the packet: which document, whose, in which language."""
    document: str
    person: str
    language: str
    file_name: str
    content: bytes

    @property
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


def docx_text(content: bytes) -> str:
    """The text of a Word file. Raises what python-docx raises for a file that Word would not open."""
    document = Document(io.BytesIO(content))
    parts = [document.element.body]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    lines = (''.join(node.text or '\t' for node in paragraph.iter() if node.tag.endswith(('}t', '}tab', '}br')))
             for part in parts for paragraph in part.iter() if paragraph.tag.endswith('}p'))
    return '\n'.join(line for line in lines if line.strip())


def walk_case(answers: Mapping[str, Any], language: str = '', session: Session | None = None) -> Outcome:
    """Walk a case to its papers. Raises MissingAnswer, and posting.Refused when a screen refuses an answer."""
    session, driver, outcome = session or Session(), Driver(answers, language), Outcome()
    for step in driver.walk(session):
        outcome.steps.append(step)
    for telling in answers.get('tellings') or ():
        if telling.get('translations'):
            outcome.steps += type_english(session, driver, telling['person'])
    outcome.never_asked = driver.never_asked()
    outcome.stops = stops_of(session)
    outcome.papers = list(papers_of(session))
    return outcome


def type_english(session: Session, driver: Driver, person: str) -> Iterator[Step]:
    """Follow the translator's link to each page of a declaration and type the English that the case file gives."""
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
    """The codes of the findings that sent somebody of the family to a lawyer before going on."""
    from docassemble.immdef_selfhelp.interview.answers import today_here
    from docassemble.immdef_selfhelp.law.findings import stops
    from docassemble.immdef_selfhelp.story.legal_facts import facts_for
    from docassemble.immdef_selfhelp.story.reading import case_from_answers
    case = case_from_answers(session.answers())
    tellers = dict.fromkeys(('applicant', *(told.person for told in case.tellings)))
    return list(dict.fromkeys(found.code for person in tellers for found in stops(facts_for(case, person), today_here())))


def papers_of(session: Session) -> Iterator[Paper]:
    """Every Word file that the screen of the papers links to, by following the link; the session stands at that screen again after."""
    if session.screen is None:
        return
    for link in links_of(session.screen):
        if link.action == 'download' and link.arguments.get('format') == 'docx':
            session.act(link.action, **link.arguments)
            content = session.screen.file if session.screen else None
            session.back()
            if content is None:
                raise RuntimeError(f'The link "{link.text}" gave no file')
            yield Paper(link.arguments['document'], link.arguments['person'], link.arguments['language'], link.file, content)


def problems(outcome: Outcome, expected: Mapping[str, Any]) -> list[str]:
    """What is not as the case file expects, a line each. See tests/cases/README.md for what can be expected."""
    found = []
    papers = {f'{paper.document} {paper.person} {paper.language}': paper.text for paper in outcome.papers}
    for name, text in papers.items():
        found += [f'{name}: program text was left in it' for _ in TEMPLATE_LEFT.findall(text)[:1]]
    if 'documents' in expected and sorted(papers) != sorted(expected['documents']):
        missing, extra = set(expected['documents']) - set(papers), set(papers) - set(expected['documents'])
        found += [f'{name}: expected and not made' for name in sorted(missing)] + [f'{name}: made and not expected' for name in sorted(extra)]
    if 'stops' in expected and sorted(outcome.stops) != sorted(expected['stops']):
        found.append(f'talk to a lawyer first: {", ".join(outcome.stops) or "no reason"}, expected {", ".join(expected["stops"]) or "no reason"}')
    for name, texts in (expected.get('texts') or {}).items():
        found += [f'{name}: does not say "{text}"' for text in texts if squeezed(text) not in squeezed(papers.get(name, ''))]
    forbidden = expected.get('must_not') or {}
    for name, text in papers.items():
        for pattern in (*forbidden.get('*', ()), *forbidden.get(name.split()[0], ())):
            said = re.search(pattern, text, re.IGNORECASE)
            found += [f'{name}: says "{said.group(0)}", which it must not (/{pattern}/)'] if said else []
    reached = {step.screen.id for step in outcome.steps}
    found += [f'the screen "{name}" was not asked' for name in expected.get('screens') or () if name not in reached]
    found += [f'the screen "{name}" was asked and must not be' for name in expected.get('no_screens') or () if name in reached]
    return found


def squeezed(text: str) -> str:
    """A text with single spaces and small letters: where a line breaks or a sentence begins does not matter."""
    return ' '.join(text.split()).casefold()
