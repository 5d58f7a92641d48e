"""Drawing for the papers of a room: black on Letter paper, our own letters inside the file, one way to write an answer by hand."""
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer

from docassemble.immdef_selfhelp.documents.packet.drawn import BOLD, PLAIN, fonts

MARGIN, RULE, SHORTEST = 54.0, 22.0, 34
DATE, LINES, TICKS, SHORT, CODE = 'date', 'lines', 'ticks', 'short', 'code'
"""How an answer is written by hand; the codes of `interview.on_paper`."""
ROWS = {SHORT: 1, CODE: 2, LINES: 5}
BOX, JOINED = '\u2610', '\u00a0'


@dataclass(frozen=True)
class Answer:
    """One answer to write: its label, how it is written, and the boxes to tick."""
    label: str
    kind: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question: what is asked, what stands below it, sentences to read, and the answers. `lead`: what is done with the sentences."""
    title: str
    said: str = ''
    sentences: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    for_each: bool = False
    lead: str = ''


@dataclass(frozen=True)
class Section:
    """Some questions under a heading."""
    title: str
    questions: tuple[Question, ...]


@cache
def words() -> dict[str, dict[str, str]]:
    """Our own words of these papers."""
    found: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / 'words.yml').read_text(encoding='utf-8'))
    return found


@cache
def letters() -> None:
    """Make our letters known to reportlab's paragraphs, once: there is one face of them."""
    fonts()
    for bold in (0, 1):
        for italic in (0, 1):
            addMapping(PLAIN, bold, italic, PLAIN)


def style(name: str, size: float, *, bold: bool = False, before: float = 0, after: float = 3, indent: float = 0) -> ParagraphStyle:
    """One style of text."""
    return ParagraphStyle(name, fontName=BOLD if bold else PLAIN, fontSize=size, leading=size * 1.32, spaceBefore=before, spaceAfter=after,
                          leftIndent=indent, bulletIndent=max(indent - 12, 0))


TITLE, HEADING = style('title', 20, bold=True, after=6), style('heading', 15, bold=True, before=14, after=4)
ASKED, TEXT = style('asked', 11.5, bold=True, before=10), style('text', 10)
LABEL, SMALL, LISTED, LEAD = style('label', 10, before=4), style('small', 8.5), style('listed', 10, indent=14), style('lead', 9, bold=True, before=4)


def text(said: str, how: ParagraphStyle, *, listed: bool = False) -> Paragraph:
    """A text as it is, never as marks."""
    letters()
    return Paragraph(html.escape(said, quote=False).replace('\n', '<br/>'), how, bulletText='•' if listed else None)


def rule() -> HRFlowable:
    """One line to write on."""
    return HRFlowable(width='100%', thickness=0.7, color='#555555', spaceBefore=RULE, spaceAfter=0)


def by_hand(answer: Answer, language: str) -> list[Flowable]:
    """One answer: its label, and where it is written."""
    shown: list[Flowable] = [text(answer.label, LABEL)] if answer.label else []
    if answer.kind == TICKS:
        short = all(len(one) <= SHORTEST for one in answer.choices)
        boxes = [f'{BOX}{JOINED}{one.replace(" ", JOINED)}' if short else f'{BOX}{JOINED}{one}' for one in answer.choices]
        return [*shown, *([text(f' {JOINED}{JOINED} '.join(boxes), LISTED)] if short else [text(one, LISTED) for one in boxes])]
    if answer.kind == DATE:
        blanks = [f'{words()[key][language]} ' + '_' * wide for key, wide in (('day', 8), ('month', 14), ('year', 10))]
        return [*shown, Spacer(1, 8), text('    '.join(blanks), TEXT)]
    return [*shown, *(rule() for _ in range(ROWS[answer.kind]))]


def asked(question: Question, language: str) -> list[Flowable]:
    """One question with its answers."""
    shown: list[Flowable] = [text(question.title, ASKED)] if question.title else []
    if question.for_each:
        shown.append(text(words()['each'][language], SMALL))
    if question.lead:
        shown.append(text(question.lead, LEAD))
    if question.said:
        shown.append(text(question.said, TEXT))
    shown += [text(one, LISTED, listed=True) for one in question.sentences]
    shown += [piece for answer in question.answers for piece in by_hand(answer, language)]
    return shown


def made(title: str, flow: Sequence[Flowable], language: str) -> bytes:
    """A file of Letter pages with the title and the page number at the foot; it names nobody and no program."""
    file = io.BytesIO()

    def foot(canvas: Canvas, _document: SimpleDocTemplate) -> None:
        canvas.setFont(PLAIN, 8.5)
        canvas.drawString(MARGIN, 30, title)
        canvas.drawRightString(letter[0] - MARGIN, 30, f'{words()["page"][language]} {canvas.getPageNumber()}')

    document = SimpleDocTemplate(file, pagesize=letter, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN, title=title,
                                 lang=language, invariant=1)
    document.build([text(title, TITLE), *flow], onFirstPage=foot, onLaterPages=foot)
    return file.getvalue()


def worksheet(title: str, sections: Sequence[Section], language: str, note: str) -> bytes:
    """The questions of a task to answer by hand. `note`: when what it says of the law was checked."""
    our = {key: said[language] for key, said in words().items()}
    head = [text(our['sheet'], TEXT), text(our['keep'], TEXT), Spacer(1, 8), text(f'{our["number"]} ' + '_' * 12, TEXT)]
    return made(title, [*head, *written(sections, language, note)], language)


def to_read(title: str, sections: Sequence[Section], language: str, note: str) -> bytes:
    """A paper for whoever leads: nothing is written on it."""
    return made(title, written(sections, language, note), language)


def written(sections: Sequence[Section], language: str, note: str) -> list[Flowable]:
    """What both kinds of paper hold."""
    flow: list[Flowable] = [text(note, SMALL)] if note else []
    for section in sections:
        first = [text(section.title, HEADING)]
        for question in section.questions:
            flow.append(KeepTogether([*first, *asked(question, language)]))
            first = []
    return flow
