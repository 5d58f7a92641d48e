"""How many people a few words speak of: "dos hijos y una hija" is three. What cannot be read for certain has no count.

A wrong count hides a difference, or makes one, so a text is counted only when every number in it has a place: a number of people, the sum of
others ("tres hijos: dos niños y una niña"), an age, or something that is no number of people ("la 18", "en una moto").
"""
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from docassemble.immdef_selfhelp.law.provisions.folding import folded

FILE = Path(__file__).parents[1] / 'data' / 'counting.yml'
Count = tuple[int, int]
TOKEN = re.compile(r'\d+|[^\W\d_]+|[,.;:()\n/+-]')
ANOTHER = re.compile(r'\b(y|e|and|et|ak|,) +(?:otro|otra|another|outro|outra|autre|yon lot)\b')
GANGS = frozenset({13, 18})
MOST_DIGITS = 3


@dataclass(frozen=True)
class Words:
    """The words of data/counting.yml, folded."""
    numbers: Mapping[str, int]
    groups: Mapping[str, frozenset[str]]

    def __getitem__(self, group: str) -> frozenset[str]:
        return self.groups[group]


@dataclass(frozen=True)
class Counted:
    """One number of people in a text: how many, of what, and what stands between it and the number before."""
    number: Count
    noun: str
    joined_by: str


@cache
def words() -> Words:
    """What the counting reads, once."""
    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding='utf-8'))
    numbers = {word: place for line in data['numbers'] for place, entry in enumerate(line.split(), 1) for word in entry.split('/')}
    numbers |= dict.fromkeys(data['one'].split(), 1) | data['more_numbers']
    groups = {name: frozenset(folded(text).split()) for name, text in data.items() if isinstance(text, str)}
    return Words(MappingProxyType({folded(word): number for word, number in numbers.items()}), MappingProxyType(groups))


def tokens_of(text: str) -> list[str]:
    """Words, numbers and marks of a text. Two of a word that only together mean something are one."""
    spoken = ANOTHER.sub(r'\1 un ', folded(text).replace('mas o menos', ' '))
    if words()['creole_marks'] & set(TOKEN.findall(spoken)):
        spoken = re.sub(r'\bde\b', 'dos', spoken)
    return TOKEN.findall(spoken)


def number_of(word: str) -> int | None:
    """A number in digits or in words."""
    if word.isdecimal():
        return int(word) if len(word) <= MOST_DIGITS else None
    return words().numbers.get(word)


def noun_after(tokens: list[str], place: int) -> str:
    """The word a number at this place speaks of, over describing words between; empty when none follows."""
    for word in tokens[place + 1:]:
        if word not in words()['describing']:
            return word if word.isalpha() and word not in words()['joining'] else ''
    return ''


def is_age(tokens: list[str], place: int) -> bool:
    """Whether a number is of years or months: "de 5 y 7 años", "(9)", "aged 5"."""
    before = tokens[place - 1] if place else ''
    if before in words()['ages_before'] or (before == '(' and tokens[place + 1:place + 2] == [')']):
        return True
    if before == 'de' and tokens[place - 2:place - 1] and tokens[place - 2] not in words()['collective']:
        return True
    rest = place + 1
    while rest < len(tokens) and (number_of(tokens[rest]) is not None or tokens[rest] in words()['joining'] or tokens[rest] == ','):
        rest += 1
    return rest < len(tokens) and tokens[rest] in words()['ages']


def range_at(tokens: list[str], place: int) -> tuple[Count, int]:
    """The number at this place with the number it is told as a span with ("cuatro o cinco"), and how many tokens that takes."""
    first = number_of(tokens[place]) or 0
    if tokens[place + 1:place + 2] and tokens[place + 1] in words()['spanning'] and len(tokens) > place + 2:
        second = number_of(tokens[place + 2])
        if second is not None and tokens[place + 2] not in words()['one']:
            return (min(first, second), max(first, second)), 3
    if place and tokens[place - 1] in words()['between'] and len(tokens) > place + 2 and number_of(tokens[place + 2]) is not None:
        second = number_of(tokens[place + 2]) or 0
        return (min(first, second), max(first, second)), 3
    return (first, first), 1


def joining_before(tokens: list[str], place: int) -> str:
    """What joins a number to what stands before it: `and`, `:`, `,`, or nothing."""
    before = [word for word in tokens[max(0, place - 2):place] if word in words()['joining'] or word in ',:;(+\n-/']
    if not before:
        return ''
    return 'and' if before[-1] in words()['joining'] or before[-1] == '+' else ':' if before[-1] in ':(' else ','


def number_at(tokens: list[str], place: int) -> tuple[Counted | None, int, bool]:
    """What the number at this place counts (None: nothing of people), how many tokens it takes, and whether it can be read for certain."""
    known, word = words(), tokens[place]
    number, taken = range_at(tokens, place)
    noun = noun_after(tokens, place + taken - 1)
    people = noun in known['children'] or noun in known['people']
    if word in known['one'] and taken == 1 and not people:
        # "en una moto", "un grupo de": an article. "uno con pistola": some of those already counted, which nobody can add up
        last = not noun or (noun == 'de' and len(tokens) > place + 2 and number_of(tokens[place + 2]) is not None and is_age(tokens, place + 2))
        other = place > 0 and tokens[place - 1] in known['joining']
        if last and (other or len(tokens) == 1 or noun == 'de'):
            return Counted(number, '', joining_before(tokens, place)), taken, True
        return None, taken, noun not in known['part_of'] and not (noun in known['collective'] and 'de' not in tokens and 'of' not in tokens)
    if not people and (number[0] in GANGS or word == 'once'):
        return None, taken, True
    sure = not (tokens[place - 1:place] and tokens[place - 1] in known['at_least'])
    return Counted(number, noun, joining_before(tokens, place)), taken, sure


def named_one_by_one(tokens: list[str]) -> tuple[list[Counted], bool]:
    """Each of "mi hijo y mi hija", and whether nobody stands there in a plural without a number."""
    known = words()
    found: list[Counted] = []
    for before, word in pairwise(tokens):
        if before in known['my'] and word in known['children']:
            if word in known['plural']:
                return [], False
            found.append(Counted((1, 1), word, 'and' if found else ''))
    return found, True


def uncounted_others(tokens: list[str]) -> bool:
    """Whether others without a number are told beside ("tres hombres y los vecinos", "varios")."""
    known = words()
    if known['uncounted'] & set(tokens):
        return True
    segments: list[list[str]] = [[]]
    for word in tokens:
        if word in known['joining'] or word in ',;\n':
            segments.append([])
        else:
            segments[-1].append(word)
    return len(segments) > 1 and any(
        one and one[0] in known['definite'] and not any(number_of(word) is not None for word in one) for one in segments)


def total_of(found: list[Counted]) -> Count | None:
    """The numbers of a text as one. A first number that is the sum of the others is the whole; what may be either is None."""
    first, rest = found[0], found[1:]
    whole = first.number[0], first.number[1]
    parts = sum(one.number[0] for one in rest), sum(one.number[1] for one in rest)
    known = words()
    if rest and (whole == parts or rest[0].joined_by == ':'):
        generic = first.noun in ('', *known['generic']) and all(one.noun in known['part'] or not one.noun or one.noun == 'de' for one in rest)
        return whole if whole == parts and rest[0].joined_by != 'and' and (generic or rest[0].joined_by == ':') else (
            (whole[0] + parts[0], whole[1] + parts[1]) if rest[0].joined_by == 'and' else None)
    if rest and first.noun in known['generic'] and rest[0].joined_by != 'and':
        return None
    if rest and any(one.joined_by == '' or not (one.noun or one.joined_by == 'and') for one in rest):
        return None
    kinds = {one.noun in known['children'] for one in found if one.noun}
    if len(kinds) > 1 and any(one.noun in known['kin'] for one in found):
        return None
    known_nouns = all(one.noun in known['children'] or one.noun in known['people'] or not one.noun or one.noun == 'de' for one in found)
    return (whole[0] + parts[0], whole[1] + parts[1]) if not rest or known_nouns else None


def count(text: str) -> Count | None:
    """How many people a text speaks of, as lowest and highest ("four or five" is 4 to 5). None when that is not certain."""
    tokens, found, place = tokens_of(text), [], 0
    if words()['nobody'] & set(tokens) and not any(number_of(word) for word in tokens):
        return (0, 0) if len(tokens) <= len(['no', 'tengo', 'hijos', 'todavia']) else None
    while place < len(tokens):
        if number_of(tokens[place]) is None or is_age(tokens, place):
            place += 1
            continue
        one, taken, sure = number_at(tokens, place)
        if not sure:
            return None
        found += [one] if one else []
        place += taken
    one_by_one, sure = named_one_by_one(tokens)
    found = found if found and not one_by_one else one_by_one if not found else []
    return total_of(found) if found and sure and not uncounted_others(tokens) else None
