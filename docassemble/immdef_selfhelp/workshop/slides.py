"""The slides of a workshop, from the same texts and ids as the phones: know your rights, the two fear interviews, the hearing, and problem cards.

A scenario to talk about, the sentence to say aloud, and only then what to do. A text of the law has the id of its provision; a text of our own has
the id of its list. What a slide of the fear interview says is read from the phone's own screen, which whoever makes the deck hands over.
"""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from docassemble.immdef_selfhelp.law.provisions import dated, hearings, problems, rights
from docassemble.immdef_selfhelp.law.provisions.lists import Words
from docassemble.immdef_selfhelp.law.provisions.questions import practice_groups
from docassemble.immdef_selfhelp.law.provisions.rights import AFTER, DO, SAY, Passage, QuizItem
from docassemble.immdef_selfhelp.names import LANGUAGES

SCENE, QUESTION, RESULT = 'scene', 'question', 'result'
READ, ASK, CAN = 'read', 'ask', 'can'
"""Further kinds: what the phone's screen says, questions to answer aloud, and the back of a problem card."""
RIGHTS, FEAR, COURT, PROBLEMS = 'know_your_rights', 'credible_fear', 'court_training', 'problems'
"""The decks: tasks by their ids, and the problem cards."""
FEAR_SCREENS = ('credible_fear_what', 'credible_fear_say', 'credible_fear_rights', 'credible_fear_answer', 'practice_begin')
COURT_ROOM, COURT_CAUTION = 'hearing_room', 'hearing_caution'
PHONE_SCREENS = (*FEAR_SCREENS, COURT_ROOM, COURT_CAUTION)
# What the same screens say to a person with an earlier order of removal: one topic, named by the first of them.
REASONABLE = 'reasonable_fear'
REASONABLE_SCREENS = FEAR_SCREENS[:4]
# So many texts on one slide, and so many letters of them in the longer language: more is too small for the last row. A longer text stands alone.
MOST_READ, MOST_ASKED = 3, 5
FULL = 340


@dataclass(frozen=True)
class PhoneScreen:
    """A screen of the phone: its id, its question in each language, and the provisions it shows, in their order; the same two as they are where
    the reasonable fear interview lies ahead."""

    id: str
    title: Words
    provisions: tuple[str, ...]
    reasonable_title: Words
    reasonable_provisions: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """What several slides are about. `deck` is the task, or `problems`."""

    id: str
    deck: str
    title: Words


@dataclass(frozen=True)
class Text:
    """One text of a slide: a provision by its id, or words of a list. `said_in`: the sentence to show, always in that language."""

    id: str
    words: Words | None = None
    said_in: str = ''


@dataclass(frozen=True)
class Slide:
    """One slide: of which topic, which kind, its question of the quiz if it asks one, and its texts if it has any."""

    topic: str
    kind: str
    item: str = ''
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Deck:
    """All topics by their ids, and all slides in their order."""

    topics: Mapping[str, Topic]
    slides: tuple[Slide, ...]

    def first_of(self, topic: str) -> int:
        """Where the slides of a topic begin. Raises StopIteration for none."""
        return next(place for place, slide in enumerate(self.slides) if slide.topic == topic)

    def by_deck(self) -> list[tuple[str, list[Topic]]]:
        """The topics of each deck."""
        return [(name, list(several)) for name, several in groupby(self.topics.values(), key=lambda topic: topic.deck)]


def make_deck(screens: Mapping[str, PhoneScreen], on: date) -> Deck:
    """Everything that can be shown, in slides that are not too full on this day. `screens` are the `PHONE_SCREENS` by their ids. Raises KeyError when
    one is missing."""
    made = [*_rights(on), *_fear(screens, on), *_court(screens, on), *_problems(on)]
    return Deck({topic.id: topic for topic, _ in made}, tuple(slide for _, slides in made for slide in slides))


Made = Iterator[tuple[Topic, tuple[Slide, ...]]]


def _said(one: Text, language: str, on: date) -> str:
    """What a text says in one language on this day."""
    return one.words[one.said_in or language] if one.words else dated.sentence_with_note(one.id, language, on)


def letters(texts: Iterable[Text], on: date) -> int:
    """How much stands on a slide with these texts, in the longer language."""
    several = tuple(texts)
    return max(sum(len(_said(one, code, on)) for one in several if one.said_in in ('', code)) for code in LANGUAGES)


def _several(topic: str, kind: str, texts: Iterable[Text], on: date, most: int = MOST_READ) -> Iterator[Slide]:
    """As many slides as the last row needs to read them."""
    together: tuple[Text, ...] = ()
    for one in texts:
        if together and (len(together) == most or letters((*together, one), on) > FULL):
            yield Slide(topic, kind, texts=together)
            together = ()
        together += (one,)
    if together:
        yield Slide(topic, kind, texts=together)


def _rights(on: date) -> Made:
    for one in rights.situations().values():
        told = (slide for kind in (DO, AFTER) for slide in _several(one.id, kind, map(Text, one.provisions(kind)), on))
        asked = (Slide(one.id, kind, item.id) for item in rights.quiz()[one.id] for kind in (QUESTION, RESULT))
        yield Topic(one.id, RIGHTS, one.title), (Slide(one.id, SCENE), Slide(one.id, SAY, texts=_to_say(one)), *told, *asked)


def _to_say(one: rights.Situation) -> tuple[Text, ...]:
    when = (Text(f'{one.id}.when', one.when),) if one.when else ()
    return (*when, *(Text(f'{one.id}.say.{code}', one.say, code) for code in sorted(one.say)))


def _read(topic: Topic, provisions: Iterable[str], on: date) -> tuple[Topic, tuple[Slide, ...]]:
    """A scene, then what the phone says."""
    return topic, (Slide(topic.id, SCENE), *_several(topic.id, READ, map(Text, provisions), on))


def _fear(screens: Mapping[str, PhoneScreen], on: date) -> Made:
    for one in (screens[name] for name in FEAR_SCREENS):
        yield _read(Topic(one.id, FEAR, one.title), one.provisions, on)
    reasonable = [screens[name] for name in REASONABLE_SCREENS]
    yield _read(Topic(REASONABLE, FEAR, reasonable[0].reasonable_title),
                dict.fromkeys(name for one in reasonable for name in one.reasonable_provisions), on)
    for group in practice_groups():
        topic = Topic(f'practice.{group.id}', FEAR, group.title)
        yield topic, tuple(_several(topic.id, ASK, (Text(one.id, one.ask) for one in group.questions), on, MOST_ASKED))


def _court(screens: Mapping[str, PhoneScreen], on: date) -> Made:
    for hearing in hearings.hearings().values():
        yield _read(Topic(f'hearing.{hearing.id}', COURT, hearing.title), hearing.goes, on)
    room = Topic(COURT_ROOM, COURT, screens[COURT_ROOM].title)
    seats = (Text(f'seat.{seat.id}', {code: f'{seat.title[code]}: {seat.does[code]}' for code in LANGUAGES}) for seat in hearings.seats())
    yield room, (Slide(room.id, SCENE), *_several(room.id, READ, seats, on))
    for one in hearings.sentences():
        topic = Topic(f'sentence.{one.id}', COURT, one.title)
        said = tuple(Text(f'{topic.id}.{code}', one.say, code) for code in sorted(LANGUAGES))
        yield topic, (Slide(topic.id, SCENE), Slide(topic.id, SAY, texts=said))
    yield _read(Topic(COURT_CAUTION, COURT, screens[COURT_CAUTION].title), screens[COURT_CAUTION].provisions, on)


def _problems(on: date) -> Made:
    for one in problems.cards():
        topic = Topic(f'problem.{one.id}', PROBLEMS, one.problem)
        yield topic, (Slide(topic.id, SCENE), *_several(topic.id, CAN, map(Text, one.can), on))


def passages(slide: Slide, language: str, on: date) -> tuple[Passage, ...]:
    """What a slide says in one language on this day, each text with the id it has on the phone; of a scene or a question nothing."""
    return tuple(Passage(one.id, _said(one, language, on), one.said_in) for one in slide.texts)


@cache
def _items() -> dict[str, QuizItem]:
    return {item.id: item for items in rights.quiz().values() for item in items}


def question_of(item: str) -> QuizItem | None:
    """A question of the quiz by its id; None for none."""
    return _items().get(item)


def answers(item: QuizItem) -> list[tuple[str, Words]]:
    """The two answers of a question with their ids, in the order of the phones: which one fits changes from question to question."""
    number = rights.quiz()[item.of].index(item)
    both = [('right', item.right), ('wrong', item.wrong)]
    return both if number % 2 == 0 else both[::-1]
