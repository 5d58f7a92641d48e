"""Pieces of papers in two languages at once: English for whoever is handed the paper, Spanish beside it for the family."""
from collections.abc import Callable, Iterable
from datetime import date

from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note, law_sentences
from docassemble.immdef_selfhelp.names import LANGUAGES
from docassemble.immdef_selfhelp.story.wording import say


def both(text: Callable[[str], str]) -> Context:
    """A text in each language."""
    return {language: text(language) for language in LANGUAGES}


def said(group: str, key: str) -> Context:
    """A wording in each language, or nothing for a key that was not told."""
    return both(lambda language: say(group, key, language) if key else '')


def law(provision_ids: Iterable[str], on: date) -> list[Context]:
    """Legal sentences in each language, in their order."""
    ids = tuple(provision_ids)
    return [dict(zip(LANGUAGES, pair, strict=True)) for pair in zip(*(law_sentences(ids, language, on) for language in LANGUAGES), strict=True)]


def note(provision_ids: Iterable[str], on: date) -> Context:
    """The day the oldest of these provisions was checked, in each language, and the warning of the first that is past its review date."""
    ids = tuple(provision_ids)
    found = {language: law_note(ids, language, on) for language in LANGUAGES}
    return {'checked': both(lambda language: found[language]['checked']), 'stale': both(lambda language: found[language]['stale'])}
