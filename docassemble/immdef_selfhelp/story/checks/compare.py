"""How dates, counts and names are compared. Text is read for numbers and names only; what it means is never interpreted."""
import re
import unicodedata
from dataclasses import replace

from rapidfuzz import fuzz

from docassemble.immdef_selfhelp.story.checks.result import SERIOUS, SMALL
from docassemble.immdef_selfhelp.story.dates import span
from docassemble.immdef_selfhelp.story.told.basics import FuzzyDate

Count = tuple[int, int]
NUMBERS = {
    word: number
    for words in (
        'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte',
        'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty')
    for number, word in enumerate(words.split(), 1)
}
# "once" is eleven in Spanish and "one time" in English; 13 and 18 are names of gangs.
NO_COUNT = {'once', '13', '18', 'trece', 'dieciocho', 'thirteen', 'eighteen'}
NUMBER = rf'(?:\d{{1,3}}|{"|".join(NUMBERS)})'
COUNT = re.compile(rf'\b({NUMBER})\b(?:\s*(?:-|o|u|or|a|to)\s*({NUMBER})\b)?')
NAME_WORD = re.compile(r'[^\W\d_]+')
SAME_NAME, LIKE_NAME, SHORTEST_LIKE_NAME = 75, 82, 5


def folded(text: str) -> str:
    """A text without accents and capitals."""
    return ''.join(character for character in unicodedata.normalize('NFKD', text) if not unicodedata.combining(character)).casefold()


def number(word: str) -> int:
    """A number in digits or in words of either language."""
    return int(word) if word.isdecimal() else NUMBERS[word]


def count(text: str) -> Count | None:
    """The one number in a text, as lowest and highest ("four or five" is 4 to 5). None when there is no number, or more than one."""
    found = [match for match in COUNT.finditer(folded(text)) if match[1] not in NO_COUNT]
    if len(found) != 1:
        return None
    first = number(found[0][1])
    second = number(found[0][2]) if found[0][2] else first
    return min(first, second), max(first, second)


def compare_counts(first: Count, second: Count) -> str:
    """Empty when the counts are the same, small when one of them can mean the other, else serious."""
    if first == second:
        return ''
    return SMALL if first[0] <= second[1] and second[0] <= first[1] else SERIOUS


def meet(first: FuzzyDate, second: FuzzyDate) -> bool:
    """Whether the two dates can mean one day. A day that does not exist can mean any."""
    try:
        (start, end), (other_start, other_end) = span(first), span(second)
    except ValueError:
        return True
    return start <= other_end and other_start <= end


def compare_dates(first: FuzzyDate, second: FuzzyDate) -> str:
    """Empty when the two dates can mean one day as they stand, small when they can because one is "about", else serious."""
    if meet(replace(first, about=False), replace(second, about=False)):
        return ''
    return SMALL if meet(first, second) else SERIOUS


def certainly_before(first: FuzzyDate, second: FuzzyDate) -> bool:
    """Whether every day the first can mean is earlier than every day of the second. A day that does not exist is never certain."""
    try:
        return span(first)[1] < span(second)[0]
    except ValueError:
        return False


def name_words(name: str) -> list[str]:
    """The words of a name, without accents and capitals."""
    return NAME_WORD.findall(folded(name))


def same_name(first: str, second: str) -> bool:
    """Whether two names can be of one person: a second given name or surname more, accents and capitals make no difference."""
    fewer, more = sorted((name_words(first), name_words(second)), key=len)
    return bool(fewer) and set(fewer) <= set(more) and name_words(first)[0] in name_words(second)


def like_name(first: str, second: str) -> bool:
    """Whether two names are not the same but written alike."""
    return not same_name(first, second) and fuzz.token_sort_ratio(' '.join(name_words(first)), ' '.join(name_words(second))) >= SAME_NAME


def like_word(word: str, known: str) -> bool:
    """Whether a word is written almost as a known name."""
    word, known = folded(word), folded(known)
    return word != known and min(len(word), len(known)) >= SHORTEST_LIKE_NAME and fuzz.ratio(word, known) >= LIKE_NAME
