# do not pre-load: belongs to the local server's web application
"""The papers of a room without phones or projector: worksheets of a task, the agenda with its notes, problem cards. All from the same content."""
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from docassemble.base.interview_cache import get_interview
from docassemble.base.language.words import word

from docassemble.immdef_selfhelp.documents.room import cards, drawn
from docassemble.immdef_selfhelp.documents.room.drawn import Answer, Question, Section
from docassemble.immdef_selfhelp.interview.on_paper import BlankScreen
from docassemble.immdef_selfhelp.interview.task import Task
from docassemble.immdef_selfhelp.interview.task_screens import blank_parts
from docassemble.immdef_selfhelp.interview.tasks import TASKS
from docassemble.immdef_selfhelp.law.provisions import dated, problems
from docassemble.immdef_selfhelp.law.provisions.questions import practice_groups
from docassemble.immdef_selfhelp.law.provisions.rights import SCREENS, situations
from docassemble.immdef_selfhelp.law.provisions.wording import day_text
from docassemble.immdef_selfhelp.names import INTERVIEW
from docassemble.immdef_selfhelp.server.workshop.decks import deck
from docassemble.immdef_selfhelp.workshop import slides
from docassemble.immdef_selfhelp.workshop.plan import Step
from docassemble.immdef_selfhelp.workshop.words import NOTES

BY_ID = {task.id: task for task in TASKS}
# Questions about one of several people or things; who tells is another sheet anyway.
ONE_OF_MANY = re.compile(r'^(?!tellings\[i\])[\w.]+\[[i-n]\]|^tellings\[i\]\.\w+\[[i-n]\]')
PRACTICE = 'practice_questions'
# Tasks whose sheet is also what their slides say: there is little to answer, or what is said is drawn by code on the phone.
SAID_WHOLE = (slides.RIGHTS, slides.COURT)
USUAL_MINUTES = 20


def worksheet(task: Task, language: str, on: date) -> bytes:
    """The blank worksheet of a task."""
    parts = blank_parts(task, get_interview(INTERVIEW), language, on)
    sections = [Section(part.title, tuple(question for screen in part.screens for question in questions_of(screen, language, on))) for part in parts]
    if task.id in SAID_WHOLE:
        sections.insert(0, Section(word(task.title, language=language), tuple(slide_notes(task.id, language, on))))
    ids = [name for part in parts for screen in part.screens for name in screen.provisions]
    note = law_line([*ids, *(deck_ids([task.id]) if task.id in SAID_WHOLE else ())], language)
    return drawn.worksheet(word(task.title, language=language), sections, language, note)


def deck_ids(names: Iterable[str]) -> list[str]:
    """The provisions that the decks of these tasks show."""
    shown = set(names)
    found = [text.id for slide in deck().slides if deck().topics[slide.topic].deck in shown for text in slide.texts if not text.words]
    return found + [name for one in situations().values() for screen in SCREENS for name in one.provisions(screen)] * (slides.RIGHTS in shown)


def law_line(provision_ids: Sequence[str], language: str) -> str:
    """When the oldest of these provisions was checked, and whether one was not read at its source. Nothing for none."""
    found = [dated.provision(name) for name in provision_ids]
    if not found:
        return ''
    checked = drawn.words()['checked'][language].format(day=day_text(min(one.checked for one in found), language))
    return ' '.join([checked, *([drawn.words()['unconfirmed'][language]] if any(one.confidence != 'verified' for one in found) else [])])


def questions_of(screen: BlankScreen, language: str, on: date) -> Iterable[Question]:
    """One screen as a question on paper; the practice as all of its questions, with a line for key words."""
    if screen.id == PRACTICE:
        for group in practice_groups():
            yield Question(group.title[language], answers=tuple(Answer(one.ask[language], drawn.SHORT) for one in group.questions))
        return
    sentences = tuple(dated.sentence_with_note(name, language, on) for name in screen.provisions)
    yield Question(screen.title, screen.said, tuple(one for one in sentences if one not in screen.said),
                   tuple(Answer(one.label, one.kind, one.choices) for one in screen.asks),
                   for_each=any(ONE_OF_MANY.match(one.variable) for one in screen.asks))


def texts_of(slide: slides.Slide, language: str, on: date) -> tuple[str, ...]:
    """What a slide says, as lines; of a question and its result also the answers, and why."""
    item = slides.question_of(slide.item)
    if item is None:
        return tuple(one.text for one in slides.passages(slide, language, on))
    if slide.kind == slides.QUESTION:
        return item.ask[language], *(f'{letter}. {said[language]}' for letter, (_, said) in zip('AB', slides.answers(item), strict=True))
    return (f'{item.right[language]} → {item.why_right[language]}', f'{item.wrong[language]} → {item.why_wrong[language]}')


def step_of(name: str, minutes: str) -> Step:
    """A step of an agenda: with these minutes, or as many as the parts of the task take."""
    return Step(name, int(minutes or 0) or sum(part.minutes for part in BY_ID[name].parts) or USUAL_MINUTES)


def agenda(steps: Sequence[Step], language: str, on: date) -> bytes:
    """The agenda with what the leader says and does: each task with its minutes, the parts of the phone, and its slides as text."""
    our, sections, at = {key: said[language] for key, said in drawn.words().items()}, [], 0
    for step in (one for one in steps if one.task in BY_ID):
        task = BY_ID[step.task]
        parts = tuple(word(part.name, language=language) + (f' ({part.minutes} {our["minutes"]})' if part.minutes else '') for part in task.parts)
        heading = f'{at}–{at + step.minutes} {our["minutes"]} · {word(task.title, language=language)}'
        sections.append(Section(heading, (*([Question(our['parts'], sentences=parts)] if parts else []), *slide_notes(task.id, language, on))))
        at += step.minutes
    notes = tuple(f'{our[kind]}: {word(note, language=language)}' for kind, note in NOTES.items())
    sections.insert(0, Section(our['notes'], (Question('', sentences=notes),)))
    note = law_line(deck_ids(step.task for step in steps), language)
    return drawn.to_read(our['agenda'], sections, language, note)


def slide_notes(name: str, language: str, on: date) -> Iterable[Question]:
    """The slides of a deck as text: each topic, and below it what each of its slides says."""
    shown = [slide for slide in deck().slides if deck().topics[slide.topic].deck == name]
    for topic, slides_of in groupby(shown, key=attrgetter('topic')):
        title, scene = deck().topics[topic].title[language], ''
        for kind, same in groupby(slides_of, key=attrgetter('kind')):
            lead = drawn.words()[kind][language]
            if kind == slides.SCENE:
                scene = f'{lead} · '
                continue
            yield Question(title, lead=scene + lead, sentences=tuple(text for slide in same for text in texts_of(slide, language, on)))
            title = scene = ''


def problem_cards(language: str, on: date) -> bytes:
    """The problem cards to cut out, both sides."""
    made = [cards.PrintedCard(number, one.problem[language], tuple(dated.sentence_with_note(name, language, on) for name in one.can))
            for number, one in enumerate(problems.cards(), 1)]
    return cards.draw_cards(made, language, law_line([name for one in problems.cards() for name in one.can], language))
