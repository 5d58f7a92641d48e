"""A sponsor's letter: only what the sponsor told, under short headings with numbers. In English for the officer; the Spanish has the same numbers.

Words typed in Spanish stand as typed, with lines for their English and a translator's certificate (8 CFR 1003.33). No sentence promises anything
that was not told, and none speaks of a release.
"""
from collections.abc import Iterator
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note
from docassemble.immdef_selfhelp.documents.making.sworn import OATHS, endings
from docassemble.immdef_selfhelp.documents.papers.declaration_translation import lines_for
from docassemble.immdef_selfhelp.story.case import SPONSOR, Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer
from docassemble.immdef_selfhelp.story.wording import names, say

PARTS = ('name', 'telephone', 'about', 'known', 'address', 'room', 'household', 'will', 'income', 'status')
"""The paragraphs, in their order; one of which nothing was told is not there."""
AS_IT_IS = frozenset({'name', 'telephone', 'about', 'address'})
"""Names, numbers and addresses: nobody translates them."""
NO_OATH: Context = {'choose': False, 'oaths': []}


def written_in(case: Case) -> str:
    """The language of the sponsor's own words."""
    return case.sponsor_offer.letter_language or case.language


def told_in(offer: SponsorOffer, part: str, language: str) -> tuple[str, list[str]]:
    """What was told for one paragraph: typed words, and what was ticked in words of this language."""
    if part == 'will':
        return offer.will_more, [names('sponsor_will', language)[one] for one in offer.will]
    if part == 'status':
        return '', [words for code, words in names('sponsor_status', language).items() if code == offer.status]
    return getattr(offer, part), []


def paragraphs(offer: SponsorOffer, language: str, written: str) -> Iterator[Context]:
    """Every paragraph of which something was told, with the same number in each language."""
    told = [(part, *told_in(offer, part, language)) for part in PARTS]
    for number, (part, text, ticked) in enumerate(((part, text, ticked) for part, text, ticked in told if text.strip() or ticked), 1):
        translated = language == 'en' and written != 'en' and part not in AS_IT_IS and bool(text.strip())
        yield {'number': number, 'part': part, 'heading': say('sponsor_letter', part, language), 'text': text, 'ticked': ticked,
               'lines': lines_for(text) if translated else []}


def letter_context(case: Case, language: str, on: date, copy: bool = False) -> Context:
    """The letter in one language.

    Keys: `paragraphs` (`number`, `part`, `heading`, `text`, `ticked`, `lines`), `translated`, `signed` (here and not on another sheet), `copy` (the
    family's), `choose` and `oaths` (`endings`), `law`.
    """
    offer, signed = case.sponsor_offer, language == 'en' and not copy
    told = list(paragraphs(offer, language, written_in(case)))
    return {'paragraphs': told, 'translated': signed and any(one['lines'] for one in told), 'signed': signed, 'copy': copy,
            **(endings(offer.signed_where, language, on) if signed and offer.sworn == YES else NO_OATH),
            'law': law_note(OATHS.values(), language, on)}


def is_told(case: Case) -> bool:
    """Whether a sponsor said where somebody would live, or what they will do."""
    offer = case.sponsor_offer
    return case.preparing_for == SPONSOR and bool(offer.name.strip()) and bool(offer.address.strip() or offer.will or offer.will_more.strip())


def offered(case: Case, _person_key: str) -> tuple[str, ...]:
    """English for the officer, and Spanish to read."""
    return ('en', 'es') if is_told(case) else ()


PAPER = Paper(
    'sponsor_letter', title={'es': 'Carta del patrocinador', 'en': 'Sponsor letter'},
    file_names={'es': 'mi-carta-para-leer', 'en': 'my-letter-to-sign'},
    offered=offered, context=of_case(letter_context), use=COURT, of_family=True,
)
