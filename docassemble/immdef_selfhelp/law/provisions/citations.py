"""A citation as a page in Spanish has it: names of laws, cases and papers stay as they are found, the words around them and days are Spanish."""
import re
from functools import cache
from typing import Any

from docassemble.immdef_selfhelp.law.provisions.dated import DATA
from docassemble.immdef_selfhelp.law.provisions.wording import MONTHS
from docassemble.immdef_selfhelp.law.strict import read_yaml

ENGLISH_MONTHS = {name: number for number, name in enumerate(MONTHS['en'])} | {name[:3]: number for number, name in enumerate(MONTHS['en'])}
MONTH = '|'.join(sorted(ENGLISH_MONTHS, key=len, reverse=True))
# "July 21 and August 5, 2026", "July 9, 2025", "July 21", "July 2025"
DAYS = re.compile(rf'\b({MONTH})\.? (\d{{1,2}})(?!\d)(?:, (\d{{4}}))?|\b({MONTH})\.? (\d{{4}})')
ENGLISH_ORDER = re.compile(rf'\b(\d{{1,2}}) ({MONTH}) (\d{{4}})')
# "26 I&N Dec. 28" is a page of the decisions, no day of December; a web address is a name
REPORTER, ADDRESS = r'I&N Dec\.?(?: \d+)?', r'(?:[a-z]+\.)+(?:gov|org|hn|mx)(?:/[a-z/-]+)?'
CASE_NAME = r'Matter of [A-Z][\w-]*(?: [A-Z][\w-]*)*(?: & [\w-]+)?'


@cache
def content() -> dict[str, Any]:
    """The names that stay and the words that are put, from `citation_words.yml`."""
    found: dict[str, Any] = read_yaml(DATA / 'names' / 'citation_words.yml')
    return found


@cache
def kept() -> re.Pattern[str]:
    """What is never touched."""
    return re.compile('|'.join([CASE_NAME, REPORTER, ADDRESS, *map(re.escape, content()['names'])]))


def day_in_spanish(found: re.Match[str]) -> str:
    """A day or a month of a year: `21 de julio de 2026`, `julio de 2026`, `21 de julio`."""
    month, day, year, month_only, year_only = found.groups()
    spanish = MONTHS['es'][ENGLISH_MONTHS[month or month_only]]
    if month_only:
        return f'{spanish} de {year_only}'
    return f'{day} de {spanish} de {year}' if year else f'{day} de {spanish}'


def words_in_spanish(text: str) -> str:
    """The words and days between two names."""
    for pair in sorted(content()['words'], key=lambda pair: len(pair['en']), reverse=True):
        inside = re.escape(pair['en'])
        before, after = (r'\b' if pair['en'][0].isalnum() else ''), (r'\b' if pair['en'][-1].isalnum() else '')
        text = re.sub(f'{before}{inside}{after}', pair['es'].replace('\\', r'\\'), text)
    text = ENGLISH_ORDER.sub(lambda found: f'{found[1]} de {MONTHS["es"][ENGLISH_MONTHS[found[2]]]} de {found[3]}', text)
    return DAYS.sub(day_in_spanish, text)


@cache
def in_language(citation: str, language: str) -> str:
    """A citation for a page in this language: as written in English, its words and days in Spanish."""
    if language != 'es':
        return citation
    parts, end = [], 0
    for name in kept().finditer(citation):
        parts += [words_in_spanish(citation[end:name.start()]), name[0]]
        end = name.end()
    said = ''.join([*parts, words_in_spanish(citation[end:])])
    return said[:1].upper() + said[1:]
