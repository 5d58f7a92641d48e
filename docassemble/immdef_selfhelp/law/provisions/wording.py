"""How a day, a figure or a list of them is said inside a legal sentence, in Spanish and English."""
import re
from collections.abc import Sequence
from datetime import date

MONTHS = {
    'es': ('enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'),
    'en': ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'),
}
DAY = {'es': '{day} de {month} de {year}', 'en': '{month} {day}, {year}'}
AND = {'es': 'y', 'en': 'and'}
# Before the sound of i, «y» becomes «e» (Diccionario panhispánico de dudas, «y»); not before a diphthong: «agua y hielo».
SOUND_OF_I = re.compile(r'h?[ií](?![aeo])', re.IGNORECASE)


def day_text(day: date, language: str) -> str:
    """A day of the calendar in words: `24 de noviembre de 2026`, `November 24, 2026`."""
    return DAY[language].format(day=day.day, month=MONTHS[language][day.month - 1], year=day.year)


def joined(items: Sequence[str], language: str) -> str:
    """A list in a sentence: `a, b y c`, `padres e hijos`, `a, b and c`. Empty for an empty list."""
    if len(items) < 2:  # noqa: PLR2004 (two things are needed to join)
        return ''.join(items)
    word = 'e' if language == 'es' and SOUND_OF_I.match(items[-1]) else AND[language]
    return f'{", ".join(items[:-1])} {word} {items[-1]}'


def value_text(value: object, language: str, form: str = '') -> str:
    """A figure, a day, a text or a list of them, as a sentence of this language says it.

    `form` is a format of Python for the numbers (`,` writes 1340 as `1,340`). Raises TypeError for a mapping, a yes or no, or nothing,
    and ValueError for a form that does not fit a number.
    """
    if isinstance(value, tuple):
        return joined([value_text(item, language, form) for item in value], language)
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise TypeError(f'{type(value).__name__} cannot be said in a sentence')
    if isinstance(value, date):
        return day_text(value, language)
    return value if isinstance(value, str) else format(value, form)
