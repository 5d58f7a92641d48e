"""Know your rights: ten situations, each three short screens and a quiz, as data with ids that never change.

One source for the phone, the papers and the slides of a workshop (`law/data/lists/rights_*.yml`, its sentences in `law/data/provisions/`). What a
screen says is looked up by id and day, so a sentence is the same wherever it is read.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from docassemble.immdef_selfhelp.law import strict
from docassemble.immdef_selfhelp.law.provisions import dated, lists
from docassemble.immdef_selfhelp.law.provisions.lists import Provisions, Words

PLACES = tuple(f'lists/{path.stem}' for path in sorted((dated.DATA / 'lists').glob('rights_*.yml')))
SITUATIONS = ('border', 'custody', 'home', 'street', 'car', 'work', 'court', 'school_or_hospital', 'sign', 'parent_taken')
"""In the order in which they are shown."""
SCREENS = DO, SAY, AFTER = ('do', 'say', 'after')


@dataclass(frozen=True)
class Situation:
    """Where somebody is or what happens there. `do`, `avoid` and `after` are ids of provisions; `say` is the one sentence, `when` it is said if that
    must be told. `rests_on`: the provisions behind the sentence.
    """
    id: str
    title: Words
    do: Provisions
    say: Words
    rests_on: Provisions
    avoid: Provisions
    after: Provisions
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
    rests_on: Provisions


@dataclass(frozen=True)
class PaperShown:
    """One of the two papers of the picture: what it is called, and what stands on it from top to bottom."""
    id: str
    title: Words
    parts: tuple[Words, ...]
    rests_on: Provisions


@dataclass(frozen=True)
class Card:
    """The wallet card: its heading and lines for an officer, and the lines inside for whoever carries it."""
    id: str
    heading: Words
    said: tuple[Words, ...]
    inside: tuple[Words, ...]
    rests_on: Provisions


@dataclass(frozen=True)
class Passage:
    """One text of a situation with the id it has everywhere; `said_in` where it is always in one language, as the sentence to show."""
    id: str
    text: str
    said_in: str = ''


@cache
def situations() -> Mapping[str, Situation]:
    """Every situation by its id, in the order shown. Raises LawDataError."""
    found = {one.id: one for one in lists.all_of(Situation, *PLACES, having='say')}
    strict.need(set(found) == set(SITUATIONS), 'rights_*.yml', 'the situations are not those of law/provisions/rights.py')
    return {name: found[name] for name in SITUATIONS}


@cache
def quiz() -> Mapping[str, tuple[QuizItem, ...]]:
    """The questions of each situation. Raises LawDataError."""
    found: dict[str, tuple[QuizItem, ...]] = dict.fromkeys(SITUATIONS, ())
    for item in lists.all_of(QuizItem, *PLACES, having='of'):
        strict.need(item.of in found, f'rights_*.yml, {item.id}', f'{item.of} is no situation')
        found[item.of] += (item,)
    return found


@cache
def papers_shown() -> tuple[PaperShown, ...]:
    """The two papers of the picture: of a judge, and of ICE. Raises LawDataError."""
    return lists.all_of(PaperShown, *PLACES, having='parts')


@cache
def card() -> Card:
    """What stands on the wallet card. Raises LawDataError."""
    (found,) = lists.all_of(Card, *PLACES, having='inside')
    return found


def passages(situation_id: str, screen: str, language: str, on: date) -> tuple[Passage, ...]:
    """What one screen of a situation says on this day, each text with its id. Raises KeyError for an unknown situation, screen or language.

    The sentence to say comes in both languages; the other screens in `language`, each sentence with its warning once it is old.
    """
    found = situations()[situation_id]
    if screen == SAY:
        when = (Passage(f'{found.id}.when', found.when[language]),) if found.when else ()
        return (*when, *(Passage(f'{found.id}.say.{code}', found.say[code], code) for code in sorted(found.say)))
    return tuple(Passage(name, dated.sentence_with_note(name, language, on)) for name in found.provisions(screen))
