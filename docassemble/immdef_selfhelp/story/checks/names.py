"""How names are compared: accents, capitals, apostrophes, order and a surname more make no difference; the same sound is a likeness."""
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.law.provisions.folding import APOSTROPHES, folded

FILE = Path(__file__).parents[1] / 'data' / 'kinship.yml'
LETTER = rf'[^\W\d_{APOSTROPHES}]'
NAME_WORD = re.compile(rf'{LETTER}(?:[{APOSTROPHES}]?{LETTER})*')
SEPARATORS = re.compile(r'[\n;,/|•·+&()\[\]\t–—:=]|(?<!\w)-|-(?!\w)|(?<!\w)[*]|\d+[.)]?|(?<=\s)(?:y|e|and|et|ak|Y|AND|ET|AK)(?=\s)')
LINES = re.compile(r'[\n\r\v\f\u2028]+')
PAIR = 2
SAME_NAME, LIKE_NAME, SHORTEST_LIKE_NAME, LIKE_SOUND = 75, 82, 5, 75
SOUNDS = (('ph', 'f'), ('th', 't'), ('sh', 's'), ('ch', 'x'), ('qu', 'k'), ('q', 'k'), ('ll', 'y'), ('ce', 'se'), ('ci', 'si'), ('ge', 'je'),
          ('gi', 'ji'), ('c', 'k'), ('z', 's'), ('v', 'b'), ('w', 'u'), ('gu', 'u'), ('hu', 'u'), ('j', 'y'), ('i', 'y'), ('h', ''), ('x', 's'))
"""Letters written for one another in names of Spanish America ("Caiza", "Caysa"; "Yeferson", "Jefferson")."""


@cache
def kinship() -> Mapping[str, frozenset[str]]:
    """The words of kinship and age that stand beside a name on a list, folded, by the groups of data/kinship.yml."""
    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding='utf-8'))
    return MappingProxyType({group: frozenset(folded(words).split()) for group, words in data.items()})


def name_words(name: str) -> list[str]:
    """The words of a name, without accents, capitals and apostrophes."""
    return [folded(word) for word in NAME_WORD.findall(name)]


def glued(words: list[str]) -> list[str]:
    """The words with a single letter put before the next: a system that made "D AVILA" of "D'Ávila"."""
    found: list[str] = []
    held = ''
    for word in words:
        if len(word) == 1 and word not in 'yeo':
            held += word
        else:
            found.append(held + word)
            held = ''
    return [*found, held] if held else found


def same_words(first: list[str], second: list[str]) -> bool:
    """Whether the fewer words are all among the others, the first of the first too."""
    fewer, more = sorted((first, second), key=len)
    return bool(fewer) and set(fewer) <= set(more) and first[0] in second


def same_name(first: str, second: str) -> bool:
    """Whether two names can be of one person: another order, a given name or surname more, accents, capitals and apostrophes do not matter."""
    one, other = name_words(first), name_words(second)
    return same_words(one, other) or same_words(glued(one), glued(other)) or (bool(one) and ''.join(one) == ''.join(other))


def sound(word: str) -> str:
    """A word as it sounds to who writes it down."""
    word = folded(word)
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r'(.)\1+', r'\1', word)


def sounds_like(first: str, second: str) -> bool:
    """Whether two words sound alike."""
    one, other = sound(first), sound(second)
    return one == other or (min(len(one), len(other)) >= SHORTEST_LIKE_NAME - 1 and fuzz.ratio(one, other) >= LIKE_SOUND)


def like_name(first: str, second: str) -> bool:
    """Whether two names are not the same but may be of one person: written or sounding alike, or with the same first given name.

    The second is the name that is known, its given name first.
    """
    if same_name(first, second):
        return False
    one, other = name_words(first), name_words(second)
    if not one or not other:
        return False
    if fuzz.token_sort_ratio(' '.join(one), ' '.join(other)) >= SAME_NAME:
        return True
    return sounds_like(one[0], other[0]) or all(any(sounds_like(word, known) for known in other) for word in one)


def like_word(word: str, known: str) -> bool:
    """Whether a word is written almost as a known name."""
    word, known = folded(word), folded(known)
    return word != known and min(len(word), len(known)) >= SHORTEST_LIKE_NAME and fuzz.ratio(word, known) >= LIKE_NAME


def is_kinship(words: list[str], place: int) -> bool:
    """Whether a word says who somebody is and names nobody."""
    known, word = kinship(), folded(words[place]).strip('.:*-')
    after_my = place > 0 and folded(words[place - 1]) in known['possessives']
    return not word or any(word in known[group] for group in ('spanish', 'english', 'others')) or (after_my and word in known['also_names'])


def without_kinship(text: str) -> str:
    """A text without the words of kinship and age before and after a name: of "mi hijo mayor Pedro" the name is left."""
    words = text.split()
    kin = [is_kinship(words, place) for place in range(len(words))]
    if all(kin):
        return ''
    first, last = kin.index(False), len(kin) - kin[::-1].index(False)
    return ' '.join(words[first:last]).strip(' .:*-')


def surname_first(names: list[str], known: str) -> bool:
    """Whether "EJEMPLO RUIZ, PEDRO" is this one person: the surnames stand before the comma, and the given name after it."""
    words = name_words(known)
    before, after = (name_words(name) for name in names)
    whole = [*after, *before]
    return same_words(whole, words) or (like_name(' '.join(whole), known) and bool(set(whole) & set(words)))


def parts_of(line: str, known: list[str]) -> Iterator[str]:
    """The names of one line: one with its surnames before a comma, several with separators, or several given names of people who are known."""
    whole = without_kinship(' '.join(SEPARATORS.sub(' ', line).split()))
    words = set(glued(name_words(whole)))
    if any(same_name(whole, name) and words <= set(glued(name_words(name))) for name in known):
        yield whole
        return
    names = [name for part in SEPARATORS.split(line) if name_words(name := without_kinship(part))]
    given = {found[0] for name in known if (found := name_words(name))}
    one_person = len(names) == PAIR and ',' in line and not given & set(name_words(names[0]))
    if one_person and any(surname_first(names, name) for name in known if name_words(name)):
        yield whole
        return
    for name in names:
        yield from name.split() if set(name_words(name)) <= given else [name]


def names_in(text: str, known: list[str]) -> list[str]:
    """The names of a typed list, each once, however they are put apart and whatever kinship stands beside them."""
    return list(dict.fromkeys(name for line in LINES.split(text) for name in parts_of(line, known)))
