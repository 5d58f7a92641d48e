"""The slides of a workshop, from the same texts and ids as the phones: know your rights, the fear interview, the hearing, and problem cards.

A scenario to talk about, the sentence to say aloud, and only then what to do. A text of the law has the id of its provision; a text of our own has
the id of its list. What a slide of the fear interview says is read from the phone's own screen, which whoever makes the deck hands over.
"""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import batched, groupby

from docassemble.immdef_selfhelp.law.provisions import dated, hearings, problems, rights
from docassemble.immdef_selfhelp.law.provisions.lists import Words
from docassemble.immdef_selfhelp.law.provisions.questions import practice_groups
from docassemble.immdef_selfhelp.law.provisions.rights import AFTER, DO, SAY, Passage, QuizItem
from docassemble.immdef_selfhelp.names import LANGUAGES

SCENE, QUESTION, RESULT = 'scene', 'question', 'result'
READ, ASK, CAN = 'read', 'ask', 'can'
"""Further kinds: what the phone's screen says, questions to answer aloud, and the back of a problem card."""
# Which screen of the phone each slide is; the scene comes first, and is talked about before anything is shown.
ORDER = (SCENE, SAY, DO, AFTER)
RIGHTS, FEAR, COURT, PROBLEMS = 'know_your_rights', 'credible_fear', 'court_training', 'problems'
"""The decks: tasks by their ids, and the problem cards."""
FEAR_SCREENS = ('credible_fear_what', 'credible_fear_say', 'credible_fear_rights', 'credible_fear_answer', 'practice_begin')
COURT_ROOM, COURT_CAUTION = 'hearing_room', 'hearing_caution'
PHONE_SCREENS = (*FEAR_SCREENS, COURT_ROOM, COURT_CAUTION)
# So many texts on one slide: more would be too small for the last row.
MOST_READ, MOST_ASKED = 2, 5


@dataclass(frozen=True)
class PhoneScreen:
    """A screen of the phone: its id, its question in each language, and the provisions it shows, in their order."""

    id: str
    title: Words
    provisions: tuple[str, ...]


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
    """One slide: of which topic, which kind, its question of the quiz if it asks one, and its texts where they are no screen of a situation."""

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


def make_deck(screens: Mapping[str, PhoneScreen]) -> Deck:
    """Everything that can be shown. `screens` are the `PHONE_SCREENS` by their ids. Raises KeyError when one is missing."""
    made = [*_rights(), *_fear(screens), *_court(screens), *_problems()]
    return Deck({topic.id: topic for topic, _ in made}, tuple(slide for _, slides in made for slide in slides))


Made = Iterator[tuple[Topic, tuple[Slide, ...]]]


def _rights() -> Made:
    for one in rights.situations().values():
        asked = (Slide(one.id, kind, item.id) for item in rights.quiz()[one.id] for kind in (QUESTION, RESULT))
        yield Topic(one.id, RIGHTS, one.title), (*(Slide(one.id, kind) for kind in ORDER), *asked)


def _several(topic: str, kind: str, texts: Iterable[Text], most: int) -> Iterator[Slide]:
    yield from (Slide(topic, kind, texts=together) for together in batched(texts, most))


def _read(topic: Topic, provisions: Iterable[str]) -> tuple[Topic, tuple[Slide, ...]]:
    """A scene, then what the phone says."""
    return topic, (Slide(topic.id, SCENE), *_several(topic.id, READ, map(Text, provisions), MOST_READ))


def _fear(screens: Mapping[str, PhoneScreen]) -> Made:
    for one in (screens[name] for name in FEAR_SCREENS):
        yield _read(Topic(one.id, FEAR, one.title), one.provisions)
    for group in practice_groups():
        topic = Topic(f'practice.{group.id}', FEAR, group.title)
        yield topic, tuple(_several(topic.id, ASK, (Text(one.id, one.ask) for one in group.questions), MOST_ASKED))


def _court(screens: Mapping[str, PhoneScreen]) -> Made:
    for hearing in hearings.hearings().values():
        yield _read(Topic(f'hearing.{hearing.id}', COURT, hearing.title), hearing.goes)
    room = Topic(COURT_ROOM, COURT, screens[COURT_ROOM].title)
    seats = (Text(f'seat.{seat.id}', {code: f'{seat.title[code]}: {seat.does[code]}' for code in LANGUAGES}) for seat in hearings.seats())
    yield room, (Slide(room.id, SCENE), *_several(room.id, READ, seats, MOST_READ))
    for one in hearings.sentences():
        topic = Topic(f'sentence.{one.id}', COURT, one.title)
        said = tuple(Text(f'{topic.id}.{code}', one.say, code) for code in sorted(LANGUAGES))
        yield topic, (Slide(topic.id, SCENE), Slide(topic.id, SAY, texts=said))
    yield _read(Topic(COURT_CAUTION, COURT, screens[COURT_CAUTION].title), screens[COURT_CAUTION].provisions)


def _problems() -> Made:
    for one in problems.cards():
        topic = Topic(f'problem.{one.id}', PROBLEMS, one.problem)
        yield topic, (Slide(topic.id, SCENE), *_several(topic.id, CAN, map(Text, one.can), MOST_READ))


def passages(slide: Slide, language: str, on: date) -> tuple[Passage, ...]:
    """What a slide says in one language on this day, each text with the id it has on the phone; of a scene or a question nothing."""
    if not slide.texts:
        return rights.passages(slide.topic, slide.kind, language, on) if slide.kind in (SAY, DO, AFTER) else ()
    return tuple(Passage(one.id, one.words[one.said_in or language] if one.words else dated.sentence_with_note(one.id, language, on), one.said_in)
                 for one in slide.texts)


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
