"""The family's copy of a sponsor's letter: a file of its own, without the sponsor's status and without what they earn."""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import FAMILY, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.papers.sponsor_letter import by_hand, is_told, paragraphs
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer


def family_copy(offer: SponsorOffer) -> SponsorOffer:
    """What the family's copy says: nothing of a status or of what the sponsor earns."""
    return replace(offer, status='', says_income='', income='')


def copy_context(case: Case, language: str, _on: date) -> Context:
    """The family's copy. Key: `paragraphs`, as in `sponsor_letter`."""
    return {'paragraphs': paragraphs(family_copy(case.sponsor_offer), language, by_hand(case))}


PAPER = Paper(
    'sponsor_letter_copy', title={'es': 'Copia para la familia', 'en': 'Copy for the family'}, file_names={'es': 'copia-carta', 'en': 'letter-copy'},
    offered=lambda case, person: screen_language_first(case, person) if is_told(case) else (), context=of_case(copy_context), use=FAMILY,
    of_family=True,
)
