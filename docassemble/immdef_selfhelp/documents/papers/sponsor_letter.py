"""A sponsor's letter: only what the sponsor told, under short headings with numbers. In English for the officer; the Spanish has the same numbers.

Words typed in Spanish stand as typed, with lines for their English and a translator's certificate (8 CFR 1003.33). No sentence promises anything
that was not told, and none speaks of a release.
"""
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import HANDED_IN, Paper, of_case
from docassemble.immdef_selfhelp.documents.making.parts import Context, law_note
from docassemble.immdef_selfhelp.documents.making.sworn import OATHS, endings
from docassemble.immdef_selfhelp.documents.papers.declaration_translation import lines_for
from docassemble.immdef_selfhelp.story.case import SPONSOR, Case
from docassemble.immdef_selfhelp.story.told.basics import YES
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer
from docassemble.immdef_selfhelp.story.told.watched import WATCHED
from docassemble.immdef_selfhelp.story.wording import names, say

PARTS = ('name', 'telephone', 'about', 'known', 'address', 'room', 'household', 'will', 'income', 'status')
"""The paragraphs, in their order; one of which nothing was told is not there."""
AS_IT_IS = frozenset({'name', 'telephone', 'about', 'address'})
"""Names, numbers and addresses: nobody translates them."""
BY_HAND = '_' * 40
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


def paragraphs(offer: SponsorOffer, language: str, by_hand: frozenset[str] = frozenset()) -> list[Context]:
    """Every paragraph of which something was told, with the same number in each language; `lines` are for the English of typed words.

    `by_hand`: paragraphs with a line to write on instead.
    """
    told = [(part, *((BY_HAND, []) if part in by_hand else told_in(offer, part, language))) for part in PARTS]
    return [{'number': number, 'part': part, 'heading': say('sponsor_letter', part, language), 'text': text, 'ticked': ticked,
             'lines': [] if part in AS_IT_IS or not text.strip() else lines_for(text)}
            for number, (part, text, ticked) in enumerate(((part, text, ticked) for part, text, ticked in told if text.strip() or ticked), 1)]


def letter_context(case: Case, language: str, on: date) -> Context:
    """The letter in one language.

    Keys: `paragraphs` (`number`, `part`, `heading`, `text`, `ticked`, `lines`), `translated` (here, and something was typed in another language),
    `signed` (here and not on the sheet to read), `choose` and `oaths` (`endings`), `law`.
    """
    offer = case.sponsor_offer
    told, signed = paragraphs(offer, language, by_hand(case)), language == 'en'
    return {'paragraphs': told, 'signed': signed, 'translated': signed and written_in(case) != 'en' and any(one['lines'] for one in told),
            **(endings(offer.signed_where, language, on) if offer.sworn == YES else NO_OATH), 'law': law_note(OATHS.values(), language, on)}


def by_hand(case: Case) -> frozenset[str]:
    """What is written on the paper by hand, because a phone that somebody watches was not told it."""
    return frozenset({'address'} if case.phone == WATCHED else ())


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
    offered=offered, context=of_case(letter_context), use=HANDED_IN, of_family=True,
)
