"""Know your rights: ten situations, each three short screens and a quiz, as data with ids that never change.

One source for the phone, the papers and the slides of a workshop (`law/data/lists/rights_*.yml`, its sentences in `law/data/provisions/`). What a
screen says is looked up by id and day, so a sentence is the same wherever it is read.
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated

PLACES = tuple(f'lists/{path.stem}' for path in sorted((dated.DATA / 'lists').glob('rights_*.yml')))
SITUATIONS = ('border', 'custody', 'home', 'street', 'car', 'work', 'court', 'school_or_hospital', 'sign', 'parent_taken')
"""In the order in which they are shown."""
SCREENS = DO, SAY, AFTER = ('do', 'say', 'after')
SITUATION_KEYS = frozenset({'id', 'title', 'do', 'when', 'say', 'rests_on', 'avoid', 'after'})
QUIZ_KEYS = frozenset({'id', 'of', 'ask', 'right', 'why_right', 'wrong', 'why_wrong', 'rests_on'})
PICTURE_KEYS = frozenset({'id', 'title', 'parts', 'rests_on'})
CARD_KEYS = frozenset({'id', 'heading', 'said', 'inside', 'rests_on'})
Words = Mapping[str, str]


@dataclass(frozen=True)
class Situation:
    """Where somebody is or what happens there. `do`, `avoid` and `after` are ids of provisions; `say` is the one sentence, `when` it is said if that
    must be told. `rests_on`: the provisions behind the sentence.
    """
    id: str
    title: Words
    do: tuple[str, ...]
    say: Words
    rests_on: tuple[str, ...]
    avoid: tuple[str, ...]
    after: tuple[str, ...]
    when: Words | None = None

    def provisions(self, screen: str) -> tuple[str, ...]:
        """The provisions of one screen, in the order read. Raises KeyError for an unknown screen."""
        return {DO: self.do, SAY: self.rests_on, AFTER: (*self.avoid, *self.after)}[screen]


@dataclass(frozen=True)
class QuizItem:
    """One question of a quiz with an answer that fits and one that does not, and why. Not knowing is no wrong answer: `why_right` answers it."""
    id: str
    of: str
    ask: Words
    right: Words
    why_right: Words
    wrong: Words
    why_wrong: Words
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class PaperShown:
    """One of the two papers of the picture: what it is called, and what stands on it from top to bottom."""
    id: str
    title: Words
    parts: tuple[Words, ...]
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """The wallet card: its heading and lines for an officer, and the lines inside for whoever carries it."""
    heading: Words
    said: tuple[Words, ...]
    inside: tuple[Words, ...]
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """One text of a situation with the id it has everywhere; `said_in` where it is always in one language, as the sentence to show."""
    id: str
    text: str
    said_in: str = ''


def ids_in(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The provisions named under a key: at least one, each of which exists. Raises LawDataError."""
    found = entry.get(key)
    strict.need(isinstance(found, list) and bool(found), where, f'{key!r} is missing or empty')
    for name in found or ():
        strict.need(name in dated.all_provisions(), where, f'{name} is no provision')
    return tuple(map(str, found or ()))


def read_situation(entry: Mapping[str, Any], where: str) -> Situation:
    """One situation from its YAML. Raises LawDataError."""
    strict.known_keys(entry, SITUATION_KEYS, where)
    when = strict.both_languages(entry['when'], where) if 'when' in entry else None
    return Situation(entry['id'], strict.both_languages(entry.get('title'), where), ids_in(entry, 'do', where),
                     strict.both_languages(entry.get('say'), where), ids_in(entry, 'rests_on', where), ids_in(entry, 'avoid', where),
                     ids_in(entry, 'after', where), when)


def read_item(entry: Mapping[str, Any], where: str) -> QuizItem:
    """One question of a quiz from its YAML. Raises LawDataError."""
    strict.known_keys(entry, QUIZ_KEYS, where)
    ask, right, why_right, wrong, why_wrong = (strict.both_languages(entry.get(key), where)
                                               for key in ('ask', 'right', 'why_right', 'wrong', 'why_wrong'))
    return QuizItem(entry['id'], strict.text_in(entry, 'of', where), ask, right, why_right, wrong, why_wrong, ids_in(entry, 'rests_on', where))


def read_paper(entry: Mapping[str, Any], where: str) -> PaperShown:
    """One paper of the picture from its YAML. Raises LawDataError."""
    strict.known_keys(entry, PICTURE_KEYS, where)
    parts = tuple(strict.both_languages(part, where) for part in entry['parts'])
    return PaperShown(entry['id'], strict.both_languages(entry.get('title'), where), parts, ids_in(entry, 'rests_on', where))


def entries() -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every entry of the data files, with where it stands. Raises LawDataError, also for an id that stands twice."""
    seen = set[str]()
    for place in PLACES:
        for entry in dated.groups_in(place):
            name = strict.text_in(entry, 'id', place)
            strict.need(name not in seen, place, f'{name} stands twice')
            seen.add(name)
            yield entry, f'{place}.yml, {name}'


@cache
def situations() -> Mapping[str, Situation]:
    """Every situation by its id, in the order shown. Raises LawDataError."""
    found = {entry['id']: read_situation(entry, where) for entry, where in entries() if 'say' in entry}
    strict.need(set(found) == set(SITUATIONS), 'rights_*.yml', 'the situations are not those of law/provisions/rights.py')
    return {name: found[name] for name in SITUATIONS}


@cache
def quiz() -> Mapping[str, tuple[QuizItem, ...]]:
    """The questions of each situation. Raises LawDataError."""
    found: dict[str, tuple[QuizItem, ...]] = dict.fromkeys(SITUATIONS, ())
    for entry, where in entries():
        if 'of' in entry:
            item = read_item(entry, where)
            strict.need(item.of in found, where, f'{item.of} is no situation')
            found[item.of] += (item,)
    return found


@cache
def papers_shown() -> tuple[PaperShown, ...]:
    """The two papers of the picture: of a judge, and of ICE. Raises LawDataError."""
    return tuple(read_paper(entry, where) for entry, where in entries() if 'parts' in entry)


@cache
def card() -> Card:
    """What stands on the wallet card. Raises LawDataError."""
    found, where = next((entry, where) for entry, where in entries() if 'inside' in entry)
    strict.known_keys(found, CARD_KEYS, where)
    said, inside = (tuple(strict.both_languages(line, where) for line in found[key]) for key in ('said', 'inside'))
    return Card(strict.both_languages(found['heading'], where), said, inside, ids_in(found, 'rests_on', where))


def passages(situation_id: str, screen: str, language: str, on: date) -> tuple[Passage, ...]:
    """What one screen of a situation says on this day, each text with its id. Raises KeyError for an unknown situation, screen or language.

    The sentence to say comes in both languages; the other screens in `language`, each sentence with its warning once it is old.
    """
    found = situations()[situation_id]
    if screen == SAY:
        when = (Passage(f'{found.id}.when', found.when[language]),) if found.when else ()
        return (*when, *(Passage(f'{found.id}.say.{code}', found.say[code], code) for code in sorted(found.say)))
    return tuple(Passage(name, dated.sentence_with_note(name, language, on)) for name in found.provisions(screen))
