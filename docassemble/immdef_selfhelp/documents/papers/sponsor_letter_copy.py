"""The family's copy of a sponsor's letter: a file of its own, without the sponsor's status and without what they earn."""
from dataclasses import replace
from datetime import date

from docassemble.immdef_selfhelp.documents.making.paper import COURT, Paper, of_case, screen_language_first
from docassemble.immdef_selfhelp.documents.making.parts import Context
from docassemble.immdef_selfhelp.documents.papers.sponsor_letter import is_told, letter_context
from docassemble.immdef_selfhelp.story.case import Case
from docassemble.immdef_selfhelp.story.told.sponsor_offer import SponsorOffer


def family_copy(offer: SponsorOffer) -> SponsorOffer:
    """What the family's copy says: nothing of a status or of what the sponsor earns."""
    return replace(offer, status='', says_income='', income='')


def copy_context(case: Case, language: str, on: date) -> Context:
    """The family's copy, with the keys of `letter_context`."""
    return letter_context(replace(case, sponsor_offer=family_copy(case.sponsor_offer)), language, on, copy=True)


PAPER = Paper(
    'sponsor_letter_copy', title={'es': 'Copia para la familia', 'en': 'Copy for the family'}, file_names={'es': 'copia-carta', 'en': 'letter-copy'},
    offered=lambda case, person: screen_language_first(case, person) if is_told(case) else (), context=of_case(copy_context), use=COURT,
    of_family=True, template='sponsor_letter',
)
